//! A pressed site in a folder that a server's own user may read.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process,
    sync::atomic::{AtomicUsize, Ordering},
};

/// A pressed site, and room for a server's own files; both go away with it.
pub struct PressedSite {
    /// A folder that is this site's own.
    pub room: PathBuf,
    /// The folder that the server shows; the site lies in it where its base path says.
    pub root: PathBuf,
    /// The folder of the site itself.
    pub site: PathBuf,
}

impl PressedSite {
    /// Copies a site that was pressed for `base` to where it is at that path.
    pub fn of(pressed: &Path, base: &str) -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let room = env::temp_dir().join(format!("broadsheet-hosts-{}-{number}", process::id()));
        let root = room.join("root");
        let site = root.join(base.trim_matches('/'));
        copy(pressed, &site);
        Self { room, root, site }
    }
}

impl Drop for PressedSite {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.room);
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder can be made");
    for entry in fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a file can be copied");
        }
    }
}
