//! Waiting for a folder to change, or for a moment.

use std::{
    collections::BTreeMap,
    fs::{self, Permissions},
    path::{Path, PathBuf},
    thread,
    time::{Duration, SystemTime},
};

use broadsheet::{model::Instant, press::is_passed_over};

use crate::pressing::current_time;

/// How often the folder is looked at. Times and sizes of some thousand files are read in a few milliseconds.
const PAUSE: Duration = Duration::from_millis(300);

/// How long a folder has to stay as it is: editors write in several steps, and whoever copies pictures in, in many.
const QUIET: Duration = Duration::from_millis(100);

/// Changes are not waited for longer than this many quiet times, so that a program that writes all the time is seen.
const MOST_QUIETS: usize = 30;

/// What is told apart of a file: when it was changed, its size, and who may read it.
type Look = (Option<SystemTime>, u64, Permissions);

/// A folder that is looked at again and again.
///
/// The system's own notices of changes (inotify, FSEvents, ReadDirectoryChangesW) would cost a library, and say nothing
/// on network drives, in containers and beyond the limit of watches. Looking costs little, and sees every change.
pub struct Watch {
    folder: PathBuf,
    seen: BTreeMap<PathBuf, Look>,
}

impl Watch {
    /// Takes note of what is in `folder` now; to be called before it is read, so that no change is missed.
    pub fn of(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), seen: look(folder) }
    }

    /// Comes back when the folder is another than it was at the last look, and has come to rest; or at `due`.
    pub fn wait(&mut self, due: Option<Instant>) {
        let mut found = look(&self.folder);
        while found == self.seen {
            if due.is_some_and(|due| due <= current_time()) {
                return;
            }
            thread::sleep(PAUSE);
            found = look(&self.folder);
        }
        for _ in 0..MOST_QUIETS {
            thread::sleep(QUIET);
            let later = look(&self.folder);
            if later == found {
                break;
            }
            found = later;
        }
        self.seen = found;
    }
}

/// All files of a folder that the press reads. What cannot be read is as if it were not there: the press says so in words.
fn look(folder: &Path) -> BTreeMap<PathBuf, Look> {
    let mut files = BTreeMap::new();
    let mut folders = vec![(folder.to_owned(), String::new())];
    while let Some((folder, prefix)) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let relative = format!("{prefix}{}", entry.file_name().to_string_lossy());
            let Ok(about) = entry.metadata() else { continue };
            if is_passed_over(&relative) {
            } else if about.is_dir() {
                folders.push((entry.path(), format!("{relative}/")));
            } else {
                files.insert(entry.path(), (about.modified().ok(), about.len(), about.permissions()));
            }
        }
    }
    files
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_renamed_and_deleted_is_seen_and_hidden_files_are_not() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = |name: &str| folder.path().join(name);
        fs::create_dir(path("articles")).expect("a folder");
        let empty = look(folder.path());
        fs::write(path("articles/a.json"), "{}").expect("a file");
        let written = look(folder.path());
        assert_ne!(written, empty);
        fs::rename(path("articles/a.json"), path("articles/b.json")).expect("another name");
        assert_ne!(look(folder.path()), written);
        fs::remove_file(path("articles/b.json")).expect("it goes");
        assert_eq!(look(folder.path()), empty);
        fs::write(path(".site.json.swp"), "x").expect("a file");
        assert_eq!(look(folder.path()), empty);
    }

    #[test]
    fn a_change_from_before_the_waiting_ends_it_at_once() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut watch = Watch::of(folder.path());
        fs::write(folder.path().join("site.json"), "{}").expect("a file");
        watch.wait(None);
        assert_eq!(watch.seen, look(folder.path()));
    }
}
