//! Files of one kind beside the site, each with a number of its own: `items-1`, `part-7`.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// The files of one kind, by what their names begin with.
pub(super) struct Numbered(pub &'static str);

impl Numbered {
    /// The file of a number.
    pub fn path(&self, folder: &Path, number: u64) -> PathBuf {
        folder.join(format!("{}{number}", self.0))
    }

    /// The highest number that a file has, whoever wrote it; 0 where there is none.
    pub fn last(&self, folder: &Path) -> u64 {
        self.numbers(folder).max().unwrap_or_default()
    }

    /// Removes all files but the wanted ones. Where that cannot be done they are in nobody's way, and the next pressing
    /// tries again.
    pub fn remove_others(&self, folder: &Path, is_wanted: impl Fn(u64) -> bool) {
        for number in self.numbers(folder).filter(|number| !is_wanted(*number)) {
            let _ = fs::remove_file(self.path(folder, number));
        }
    }

    fn numbers(&self, folder: &Path) -> impl Iterator<Item = u64> {
        let names = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.file_name());
        names.filter_map(|name| name.to_str()?.strip_prefix(self.0)?.parse().ok())
    }
}
