//! Where files of the site are put: never through a symbolic link, and never into a file that is served.

use std::{
    fs::{self, File, Metadata, OpenOptions},
    io::{self, Write},
    path::{Path, PathBuf},
    sync::PoisonError,
};

use super::Output;
use crate::press::{PressError, look::Look};

impl Output {
    /// The path of `file`, its folder made, and what is there; no folder on the way may be a symbolic link.
    pub(super) fn target(&self, file: &str) -> Result<(PathBuf, Option<Metadata>), PressError> {
        let target = self.root.join(file);
        if let Some(folder) = target.parent() {
            self.make_folder(folder)?;
        }
        let found = fs::symlink_metadata(&target).ok();
        if found.as_ref().is_some_and(Metadata::is_symlink) {
            return Err(PressError::Symlink(self.stage.out().join(file)));
        }
        Ok((target, found))
    }

    /// Makes a folder, and those around it, which are looked at first: one may be a symbolic link.
    fn make_folder(&self, folder: &Path) -> Result<(), PressError> {
        let known = || self.folders.lock().unwrap_or_else(PoisonError::into_inner);
        if folder == self.root || known().contains(folder) {
            return Ok(());
        }
        folder.parent().map_or(Ok(()), |around| self.make_folder(around))?;
        if let Err(error) = fs::create_dir(folder) {
            self.make_room_for_folder(folder);
            match fs::symlink_metadata(folder) {
                Ok(found) if found.is_symlink() => {
                    let inner = folder.strip_prefix(&self.root).unwrap_or(folder);
                    return Err(PressError::Symlink(self.stage.out().join(inner)));
                }
                Ok(found) if found.is_dir() => {}
                _ => return Err(PressError::file("create the folder", folder)(error)),
            }
        }
        known().insert(folder.to_owned());
        Ok(())
    }
}

/// Puts a file in place of what is there. That may be served under another name (a hard link), so nothing is written into it.
pub(super) fn replace(target: &Path, bytes: &[u8]) -> io::Result<Look> {
    let create = || OpenOptions::new().write(true).create_new(true).open(target);
    let mut file: File = match create() {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            fs::remove_file(target)?;
            create()?
        }
        created => created?,
    };
    file.write_all(bytes)?;
    Ok(Look::of(&file.metadata()?))
}

/// How a file looks that is there with these bytes already.
pub(super) fn look_of_same(found: &Metadata, target: &Path, bytes: &[u8]) -> Option<Look> {
    let same = found.is_file()
        && found.len() == bytes.len() as u64
        && fs::read(target).is_ok_and(|old| old == bytes);
    same.then(|| Look::of(found))
}
