//! What several tests need: the corpus of documents that this project did not write.

use std::path::{Path, PathBuf};

/// A folder of the corpus that `BROADSHEET_CORPUS` names; says so when it names none.
pub fn corpus(folder: &str) -> Option<PathBuf> {
    let Some(root) = std::env::var_os("BROADSHEET_CORPUS") else {
        eprintln!("skipped: BROADSHEET_CORPUS names no folder with {folder}");
        return None;
    };
    let path = Path::new(&root).join(folder);
    assert!(path.is_dir(), "BROADSHEET_CORPUS has no folder {folder}");
    Some(path)
}

/// All JSON files below a folder, in order.
pub fn json_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut waiting = vec![folder.to_owned()];
    while let Some(folder) = waiting.pop() {
        for entry in std::fs::read_dir(&folder).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                waiting.push(path);
            } else if path.extension().is_some_and(|extension| extension == "json") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}
