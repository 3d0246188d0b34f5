//! Where a site is made ready: a folder beside the output folder, which takes its place at once when all of it is there.
//!
//! Beside `site/` lies `.site.broadsheet/`, for its owner alone, with
//! - `next/`: the tree that is made ready. Between two pressings it is the same as the site, file for file (hard links),
//!   so that a pressing has to write only what changes;
//! - `same`: there while that is so;
//! - `ahead`: the next such tree, where it is made while the first site of a folder is written to the disk;
//! - `memory`: what the pressing before remembers ([`super::memory`]), of each file with its look, so that it is known which
//!   files it is true of; with `part-1` and on, its long tables ([`super::memory_parts`]), and `items-1`, or another number,
//!   the summaries that belong to it ([`super::items`]);
//! - `lock`: held while a site is pressed.
//!
//! A pressing that is killed leaves the site as it was, and `next/` without `same`: the next one makes it anew.

use std::{
    fs::{self, File, TryLockError},
    io,
    path::{Path, PathBuf},
};

use rayon::prelude::*;
use tempfile::TempDir;

use super::{
    PressError, file_by_file,
    memory::{Differences, Remembered},
    tree::{self, Seen},
};

const NEXT: &str = "next";
const SAME: &str = "same";
const AHEAD: &str = "ahead";
const LOCK: &str = "lock";

/// The folder beside the output folder.
pub(super) struct Stage {
    out: PathBuf,
    folder: PathBuf,
    /// Where nothing can be put beside the output folder: a folder elsewhere, which goes away at the end.
    borrowed: Option<TempDir>,
    /// Held until the end.
    _lock: File,
}

/// How the new site came to be served.
#[derive(Debug, Eq, PartialEq)]
pub(super) enum Swap {
    /// All of it at once.
    Whole,
    /// File by file, because of this.
    ByFile(String),
}

impl Stage {
    /// Makes the folder beside `out`, and waits for nobody: of two pressings into one folder the second one fails.
    pub fn open(out: PathBuf) -> Result<Self, PressError> {
        let beside = out.file_name().map(|name| {
            let mut hidden = std::ffi::OsString::from(".");
            hidden.push(name);
            hidden.push(".broadsheet");
            out.with_file_name(hidden)
        });
        if let Some(parent) = out.parent() {
            fs::create_dir_all(parent).map_err(PressError::file("create", parent))?;
        }
        let (folder, borrowed) = match beside.map(|folder| make_private(&folder).map(|()| folder)) {
            Some(Ok(folder)) => (folder, None),
            Some(Err(error)) if !is_closed(&error) => {
                return Err(PressError::file("make a folder beside", out)(error));
            }
            Some(Err(_)) | None => {
                let borrowed = tempfile::Builder::new().prefix("broadsheet-press-").tempdir();
                let borrowed = borrowed.map_err(PressError::file("make a folder beside", &out))?;
                (borrowed.path().to_owned(), Some(borrowed))
            }
        };
        let lock = folder.join(LOCK);
        let file = File::create(&lock).map_err(PressError::file("write", &lock))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(PressError::UnderWay(out)),
            // Some network shares know no locks.
            Err(TryLockError::Error(_)) => {}
        }
        let stage = Self { out, folder, borrowed, _lock: file };
        stage.move_set_aside();
        // What a pressing was making that broke off.
        match fs::remove_dir_all(stage.folder.join(AHEAD)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(PressError::file("remove", stage.folder.join(AHEAD))(error));
            }
            _ => {}
        }
        Ok(stage)
    }

    /// The tree that is made ready.
    pub fn next(&self) -> PathBuf {
        self.folder.join(NEXT)
    }

    /// The folder itself.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The output folder.
    pub fn out(&self) -> &Path {
        &self.out
    }

    /// Writes down what the next pressing should know.
    pub fn remember(&self, memory: Remembered) -> Result<(), PressError> {
        memory.write(&self.folder).map_err(PressError::file("write into", &self.folder))
    }

    /// Whether the tree is the same as the site was after the pressing before. It no longer counts as that from here on.
    pub fn take_same(&self) -> Result<bool, PressError> {
        let sign = self.folder.join(SAME);
        match fs::remove_file(&sign) {
            Ok(()) => Ok(self.next().is_dir()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(error) => Err(PressError::file("remove", sign)(error)),
        }
    }

    /// Makes the tree anew, from all files of the site.
    pub fn renew(&self, files: &[Seen]) -> Result<(), PressError> {
        let next = self.next();
        if next.exists() {
            fs::remove_dir_all(&next).map_err(PressError::file("remove", &next))?;
        }
        fs::create_dir(&next).map_err(PressError::file("create", &next))?;
        files.par_iter().try_for_each(|file| self.fetch(&file.path))
    }

    /// Makes the tree the same as the site again, where somebody changed that.
    pub fn follow(&self, differences: &Differences) -> Result<(), PressError> {
        let next = self.next();
        for file in &differences.removed {
            tree::remove(file, &next).map_err(PressError::file("remove", next.join(file)))?;
        }
        differences.changed.iter().try_for_each(|file| self.fetch(file))
    }

    /// Brings a file of the site into the tree.
    fn fetch(&self, file: &Path) -> Result<(), PressError> {
        tree::bring(file, &self.out, &self.next()).map_err(PressError::file("link", self.out.join(file)))
    }

    /// Puts the tree in place of the site. `changed` and `removed` are the files in which they differ.
    pub fn swap(&self, changed: &[String], removed: &[String]) -> Result<Swap, PressError> {
        let next = self.next();
        if let Ok(about) = fs::metadata(&self.out) {
            fs::set_permissions(&next, about.permissions())
                .map_err(PressError::file("set the rights of", &next))?;
        }
        let found = fs::symlink_metadata(&self.out);
        let is_first = found.is_err_and(|error| error.kind() == io::ErrorKind::NotFound);
        // The disk is waited for, and the processor has nothing to do meanwhile.
        let (reached, ()) = rayon::join(
            || reach_disk(&self.folder),
            || {
                if is_first && self.stays() {
                    self.link_ahead(changed);
                }
            },
        );
        reached?;
        let swapped = match is_first {
            true => fs::rename(&next, &self.out),
            false => exchange(&next, &self.out),
        };
        let Err(error) = swapped else {
            self.move_set_aside();
            return Ok(Swap::Whole);
        };
        file_by_file::replace(&next, &self.out, changed, removed)?;
        Ok(Swap::ByFile(error.to_string()))
    }

    /// Makes the tree that will be beside a first site, which has the files `changed`. Where that fails, it is made afterwards.
    fn link_ahead(&self, changed: &[String]) {
        let (next, ahead) = (self.next(), self.folder.join(AHEAD));
        let link = || {
            fs::create_dir(&ahead)?;
            changed.par_iter().try_for_each(|file| tree::bring(Path::new(file), &next, &ahead))
        };
        if link().is_err() {
            let _ = fs::remove_dir_all(&ahead);
        }
    }

    /// Makes the tree the same as the new site: `changed` and `removed` are the files in which they differ. Where that fails,
    /// the next pressing makes the tree anew.
    pub fn settle(&self, changed: &[String], removed: &[String]) {
        let next = self.next();
        let follow = || -> Result<(), PressError> {
            if fs::rename(self.folder.join(AHEAD), &next).is_ok() {
                return self.sign_same();
            }
            fs::create_dir_all(&next).map_err(PressError::file("create", &next))?;
            for file in removed.iter().map(Path::new) {
                tree::remove(file, &next).map_err(PressError::file("remove", next.join(file)))?;
            }
            changed.par_iter().try_for_each(|file| self.fetch(Path::new(file)))?;
            self.sign_same()
        };
        // The site is published; a full disk here costs the next pressing some time.
        let _ = follow();
    }

    /// Says that the tree is the same as the site.
    fn sign_same(&self) -> Result<(), PressError> {
        let sign = self.folder.join(SAME);
        fs::write(&sign, "").map_err(PressError::file("write", sign))
    }

    /// Removes the folder and all in it: where the site is pressed into the app's own folder, no pressing follows that
    /// could use it.
    pub fn clear(self) {
        self.move_set_aside();
        if tree::set_aside(&self.next()).is_empty() {
            let _ = fs::remove_dir_all(&self.folder);
        }
    }

    /// Whether the folder stays for the next pressing.
    pub fn stays(&self) -> bool {
        self.borrowed.is_none()
    }

    /// Moves hidden folders at the root (a repository) from the tree that was the site to the one that is. Also what an
    /// interrupted pressing could not move any more.
    fn move_set_aside(&self) {
        let next = self.next();
        for name in tree::set_aside(&next) {
            let home = self.out.join(&name);
            if !home.exists() {
                let _ = fs::rename(next.join(&name), home);
            }
        }
    }
}

/// Whether nothing can be put into a folder whoever wants to; on a disk that is full, or in the place of a file, it will do
/// another time, and a site must not be replaced file by file because of that.
fn is_closed(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem)
}

/// Makes a folder that only its owner can look into.
fn make_private(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)?;
    // It may be on a system that can be read only.
    tempfile::tempfile_in(folder).map(drop)
}

/// Waits until everything is on the disk that was written to where `folder` is. A system keeps what is written in memory for a
/// while, and after a power cut the names of files could be there without what is in them. One call for all files: a
/// call for each of an archive's would take minutes.
#[cfg(target_os = "linux")]
pub(super) fn reach_disk(folder: &Path) -> Result<(), PressError> {
    let reach = || -> io::Result<()> { Ok(rustix::fs::syncfs(File::open(folder)?)?) };
    reach().map_err(PressError::file("write to the disk of", folder))
}

/// Other systems have no such call.
#[cfg(not(target_os = "linux"))]
pub(super) fn reach_disk(_: &Path) -> Result<(), PressError> {
    Ok(())
}

/// Has two folders change places, at once.
#[cfg(any(target_os = "linux", target_vendor = "apple"))]
fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?)
}

#[cfg(not(any(target_os = "linux", target_vendor = "apple")))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::Error::new(io::ErrorKind::Unsupported, "this system cannot exchange two folders at once"))
}
