//! Trees of files: what is in one, and how a file of one comes into another.

use std::{
    ffi::OsStr,
    fs, io,
    path::{Path, PathBuf},
};

use rayon::prelude::*;

use super::{PressError, file_by_file::is_unfinished, look::Look};

/// A file in a tree, or a symbolic link.
pub(super) struct Seen {
    /// Its path within the tree.
    pub path: PathBuf,
    /// How it looks.
    pub look: Look,
}

/// Everything in the tree but hidden folders at its root, such as `.git`: see [`is_set_aside`]; and but halves of files that
/// a replacement left. A tree that is not there holds nothing.
pub(super) fn files(root: &Path) -> Result<Vec<Seen>, PressError> {
    if !root.exists() {
        return Ok(Vec::new());
    }
    files_in(root, Path::new(""))
}

/// The files in a folder of the tree.
pub(super) fn files_in(root: &Path, folder: &Path) -> Result<Vec<Seen>, PressError> {
    let path = root.join(folder);
    let (mut seen, mut folders) = (Vec::new(), Vec::new());
    for entry in fs::read_dir(&path).map_err(PressError::file("read", &path))? {
        let entry = entry.map_err(PressError::file("read", &path))?;
        let inner = folder.join(entry.file_name());
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            if !is_set_aside(&inner) {
                folders.push(inner);
            }
        } else if !is_unfinished(&entry.file_name()) {
            let about = entry.metadata().map_err(PressError::file("read", entry.path()))?;
            seen.push(Seen { path: inner, look: Look::of(&about) });
        }
    }
    let inside: Vec<Result<Vec<Seen>, PressError>> =
        folders.into_par_iter().map(|folder| files_in(root, &folder)).collect();
    for inner in inside {
        seen.extend(inner?);
    }
    Ok(seen)
}

/// Whether a folder of the site's tree is not of the site: a hidden one at the root, such as a repository. It can be large,
/// and its owner keeps it up, so it goes along as a whole.
pub(super) fn is_set_aside(folder: &Path) -> bool {
    folder.parent() == Some(Path::new(""))
        && folder != OsStr::new(".well-known")
        && folder.as_os_str().as_encoded_bytes().starts_with(b".")
}

/// The hidden folders at the root of a tree.
pub(super) fn set_aside(root: &Path) -> Vec<PathBuf> {
    let names = fs::read_dir(root).into_iter().flatten().flatten();
    let names = names.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()));
    names.map(|entry| PathBuf::from(entry.file_name())).filter(|name| is_set_aside(name)).collect()
}

/// Puts the file of one tree into the other, in place of what is there. It is the same file afterwards where the file
/// system can do so, else a copy with its times.
pub(super) fn bring(file: &Path, from: &Path, to: &Path) -> io::Result<()> {
    replace(&from.join(file), &to.join(file))
}

/// Makes `target` the same file as `source`, or a copy of it, in place of what is there.
pub(super) fn replace(source: &Path, target: &Path) -> io::Result<()> {
    match fs::hard_link(source, target) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => fs::remove_file(target)?,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            if let Some(folder) = target.parent() {
                fs::create_dir_all(folder)?;
            }
        }
        linked => return linked.or_else(|_| copy(source, target)),
    }
    fs::hard_link(source, target).or_else(|_| copy(source, target))
}

fn copy(source: &Path, target: &Path) -> io::Result<()> {
    #[cfg(unix)]
    if source.is_symlink() {
        return std::os::unix::fs::symlink(fs::read_link(source)?, target);
    }
    fs::copy(source, target)?;
    let modified = fs::metadata(source)?.modified()?;
    fs::File::options().append(true).open(target)?.set_modified(modified)
}

/// Removes a file of a tree, and the folders that it leaves empty; whether it was there.
pub(super) fn remove(file: &Path, root: &Path) -> io::Result<bool> {
    match fs::remove_file(root.join(file)) {
        Ok(()) => {}
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
            return Ok(false);
        }
        Err(error) => return Err(error),
    }
    let folders = file.ancestors().skip(1).filter(|folder| *folder != Path::new(""));
    for folder in folders {
        if fs::remove_dir(root.join(folder)).is_err() {
            // It still holds something.
            break;
        }
    }
    Ok(true)
}

/// Removes a folder that holds no file, with the folders in it.
pub(super) fn remove_empty(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            remove_empty(&entry.path());
        }
    }
    // Where something is in it, it stays.
    let _ = fs::remove_dir(folder);
}
