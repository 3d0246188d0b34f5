//! What an earlier pressing wrote and this one does not goes away: at the end, or as soon as it stands in the way.

use std::{
    fs,
    path::{Component, Path},
    sync::PoisonError,
};

use super::Output;
use crate::press::{PressError, compress, key::Key, tree};

impl Output {
    /// Removes a file of an earlier pressing, and the folders it leaves empty; whether it was there.
    pub fn remove(&self, file: &str) -> Result<bool, PressError> {
        let path = Path::new(file);
        let inside = path.components().all(|part| matches!(part, Component::Normal(_)));
        if !inside || !self.root.join(path).is_file() {
            return Ok(false);
        }
        // Not through a symbolic link.
        let (target, _) = self.target(file)?;
        let removed = tree::remove(path, &self.root).map_err(PressError::file("remove", target))?;
        if removed {
            self.note_removal(file);
            self.folders.lock().unwrap_or_else(PoisonError::into_inner).clear();
        }
        Ok(removed)
    }

    /// How many files were removed.
    pub fn count_removed(&self) -> usize {
        self.removed.lock().unwrap_or_else(PoisonError::into_inner).len()
    }

    /// Removes what an earlier pressing wrote below the folder `target` where `file` of the site is to be now. What
    /// somebody else put there stays, and keeps the file from being written.
    pub(super) fn make_room_for_file(&self, file: &str, target: &Path) -> Result<(), PressError> {
        let inside = tree::files_in(&self.root, Path::new(file))?;
        for name in inside.iter().filter_map(|seen| seen.path.to_str()) {
            if self.was_pressed(name) {
                self.take_away(name);
            }
        }
        tree::remove_empty(target);
        Ok(())
    }

    /// Makes the folder where an earlier pressing wrote a file. Nothing is done where that is somebody else's.
    pub(super) fn make_room_for_folder(&self, folder: &Path) {
        if !folder.is_file() {
            return;
        }
        let name = folder.strip_prefix(&self.root).ok().and_then(Path::to_str);
        if let Some(name) = name.filter(|name| self.was_pressed(name)) {
            self.take_away(name);
            // Another thread may have been here first.
            let _ = fs::create_dir(folder);
        }
    }

    /// Removes a file alone: others may be about to write into the folders around it.
    fn take_away(&self, file: &str) {
        let path = self.root.join(file);
        if path.is_file() && fs::remove_file(&path).is_ok() {
            self.note_removal(file);
        }
    }

    fn note_removal(&self, file: &str) {
        self.learn();
        self.removed.lock().unwrap_or_else(PoisonError::into_inner).push(file.to_owned());
    }

    /// Whether an earlier pressing wrote `file`, and this one does not.
    fn was_pressed(&self, file: &str) -> bool {
        let is_known = |file: &str| {
            self.earlier().has_file(file)
                || self.files.get(file).is_some_and(|entry| entry.known.is_some())
                || self.head.hidden.contains(&Key::of(file))
        };
        !self.holds(file) && (is_known(file) || compress::original_of(file).is_some_and(is_known))
    }
}
