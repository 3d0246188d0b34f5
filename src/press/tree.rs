//! Trees of files: what is in one, and how a file of one comes into another.

use std::{
    collections::BTreeSet,
    ffi::OsStr,
    fs,
    hash::BuildHasher,
    io,
    path::{Path, PathBuf},
    time::{SystemTime, UNIX_EPOCH},
};

use rayon::prelude::*;
use rustc_hash::{FxBuildHasher, FxHashSet};

use super::{
    PressError,
    file_by_file::is_unfinished,
    folder_looks::{FolderLooks, Looked},
    look::Look,
    memory::Files,
};

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

/// How many remembered files are looked at in one pressing, more or less, where their folders look as they did. In an archive
/// they take turns by the clock: all that this finds is that somebody wrote into a file where it lies.
const LOOKED_AT: usize = 50_000;

/// Whether it is a file's turn, of so many shares.
fn is_turn_of(file: &str, turn: u64, shares: u64) -> bool {
    shares < 2 || FxBuildHasher.hash_one(file) % shares == turn % shares
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

/// Looks at a tree of which much is remembered: says in `files` how each of them is found, and returns the other files, those
/// among them that are known by name. Folders that look as they did are not read: nothing came into them or left them.
pub(super) fn look_again(
    root: &Path,
    files: &mut Files,
    folders: &mut FolderLooks,
    others: impl Iterator<Item = PathBuf>,
    now: SystemTime,
) -> Result<Vec<Seen>, PressError> {
    if !root.exists() {
        return Ok(Vec::new());
    }
    let Looked { mut changed, gone, has_strangers } = folders.look(root, now);
    let about = |path: &Path| fs::symlink_metadata(root.join(path)).ok().filter(|about| !about.is_dir());
    let others: Vec<Seen> = match has_strangers {
        // A link in the place of a folder may lead anywhere.
        true => self::files(root)?,
        false => {
            changed.push(PathBuf::new());
            let known = (&*files, &*folders);
            let read = changed.par_iter().map(|folder| {
                let mut unknown = Unknown::default();
                unknown_in(root, folder, known, &mut unknown).map(|()| unknown)
            });
            let read: Vec<Unknown> = read.collect::<Result<_, _>>()?;
            let (unknown, new): (Vec<_>, Vec<_>) =
                read.into_iter().map(|unknown| (unknown.files, unknown.folders)).unzip();
            folders.extend(new.into_iter().flatten(), now);
            let unknown: BTreeSet<PathBuf> = unknown.into_iter().flatten().chain(others).collect();
            let seen = |path: PathBuf| about(&path).map(|about| Seen { look: Look::of(&about), path });
            unknown.into_par_iter().filter_map(seen).collect()
        }
    };
    if has_strangers {
        let seen = |seen: &Seen| {
            let known = seen.path.to_str().and_then(|name| files.get_mut(name)?.known.as_mut());
            known.map(|known| known.see(seen.look)).is_none()
        };
        return Ok(others.into_iter().filter(seen).collect());
    }
    let unsettled: FxHashSet<&Path> = changed.iter().chain(&gone).map(PathBuf::as_path).collect();
    let shares = files.len().div_ceil(LOOKED_AT).max(1) as u64;
    let turn = now.duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs());
    let known_folders = &*folders;
    files.par_iter_mut().for_each(|(name, entry)| {
        let Some(known) = &mut entry.known else { return };
        let path = Path::new(&**name);
        let is_settled =
            path.parent().is_some_and(|folder| known_folders.contains(folder) && !unsettled.contains(folder));
        if !is_settled || is_turn_of(name, turn, shares) {
            if let Some(about) = about(path) {
                known.see(Look::of(&about));
            }
        } else {
            known.see(known.look);
        }
    });
    Ok(others)
}

/// What is in a folder and is not remembered.
#[derive(Default)]
struct Unknown {
    files: Vec<PathBuf>,
    /// Each as it looked before it was read.
    folders: Vec<(PathBuf, fs::Metadata)>,
}

/// Adds what is in a folder, and in folders in it, and is not remembered.
fn unknown_in(
    root: &Path,
    folder: &Path,
    (files, folders): (&Files, &FolderLooks),
    unknown: &mut Unknown,
) -> Result<(), PressError> {
    let path = root.join(folder);
    for entry in fs::read_dir(&path).map_err(PressError::file("read", &path))? {
        let entry = entry.map_err(PressError::file("read", &path))?;
        let inner = folder.join(entry.file_name());
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            if !is_set_aside(&inner) && !folders.contains(&inner) {
                let about = entry.metadata().map_err(PressError::file("read", entry.path()))?;
                unknown_in(root, &inner, (files, folders), unknown)?;
                unknown.folders.push((inner, about));
            }
        } else if !is_unfinished(&entry.file_name())
            && !inner.to_str().is_some_and(|name| files.contains_key(name))
        {
            unknown.files.push(inner);
        }
    }
    Ok(())
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

#[cfg(all(test, unix))]
mod tests {
    use std::time::Duration;

    use rustc_hash::FxHashSet;

    use super::*;
    use crate::press::{
        key::Key,
        memory::{Entry, Found, Known},
    };

    /// A tree that was pressed a while ago: its files, and how its folders looked.
    struct Archive {
        root: tempfile::TempDir,
        files: Files,
        folders: FolderLooks,
    }

    /// Late enough that what happened until now is believed.
    fn later() -> SystemTime {
        SystemTime::now() + Duration::from_secs(60)
    }

    fn write(root: &Path, file: &str) {
        let path = root.join(file);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, file).expect("a file");
    }

    impl Archive {
        fn of(names: &[&str]) -> Self {
            let root = tempfile::tempdir().expect("a folder");
            names.iter().for_each(|name| write(root.path(), name));
            let known = |name: &str| {
                let look = Look::of(&fs::metadata(root.path().join(name)).expect("the file"));
                Known { key: Key::default(), look, found: Found::Gone }
            };
            let entry =
                |name: &&str| ((*name).into(), Entry { known: Some(known(name)), ..Entry::default() });
            let files: Files = names.iter().map(entry).collect();
            let around = names.iter().flat_map(|name| Path::new(name).ancestors().skip(1));
            let around = around.filter_map(Path::to_str).filter(|folder| !folder.is_empty());
            let (mut folders, none) = (FolderLooks::default(), FxHashSet::default());
            folders.settle(root.path(), around, &none, &none, later());
            // It takes the place of the one that is served.
            let folders = folders.of_trees(root.path(), Path::new("nowhere"));
            Self { root, files, folders }
        }

        /// The other files, and how those are found that are remembered.
        fn look_again(&mut self) -> (Vec<String>, Vec<(String, Found)>) {
            let root = self.root.path();
            let others = look_again(root, &mut self.files, &mut self.folders, [].into_iter(), later());
            let others = others.expect("it can be read");
            let mut others: Vec<String> = others.iter().map(|seen| seen.path.display().to_string()).collect();
            others.sort();
            let found = self.files.iter();
            let found =
                found.map(|(name, entry)| (name.to_string(), entry.known.expect("it is known").found));
            let mut found: Vec<(String, Found)> = found.collect();
            found.sort_by(|(one, _), (other, _)| one.cmp(other));
            (others, found)
        }

        fn is_read(&self, folder: &str) -> bool {
            let mut folders = self.folders.clone();
            folders.look(self.root.path(), later()).changed.contains(&PathBuf::from(folder))
        }
    }

    #[test]
    fn every_file_has_its_turn() {
        for file in ["a/x", "b/c/index.html", "article.json"] {
            assert!(is_turn_of(file, 5, 1));
            assert_eq!((7..13).filter(|turn| is_turn_of(file, *turn, 6)).count(), 1, "{file}");
        }
    }

    #[test]
    fn folders_that_look_the_same_are_not_read_and_files_are_looked_at_all_the_same() {
        let mut archive = Archive::of(&["a/x", "a/y", "b/c/z"]);
        assert!(["a", "b", "b/c"].iter().all(|folder| !archive.is_read(folder)));
        fs::write(archive.root.path().join("a/y"), "other words").expect("a file");
        let (others, found) = archive.look_again();
        assert!(others.is_empty(), "{others:?}");
        assert_eq!(
            found.iter().map(|(_, found)| *found).collect::<Vec<_>>(),
            [Found::Same, Found::Other, Found::Same]
        );
    }

    #[test]
    fn what_came_and_what_went_is_noticed_in_every_folder() {
        let mut archive = Archive::of(&["a/x", "b/c/z", "d/e/f/g"]);
        let root = archive.root.path().to_owned();
        write(&root, "a/new");
        write(&root, "b/c/more/new");
        write(&root, "new/new");
        fs::create_dir(root.join("empty")).expect("a folder");
        fs::remove_dir_all(root.join("d/e")).expect("it is removed");
        let (others, found) = archive.look_again();
        assert_eq!(others, ["a/new", "b/c/more/new", "new/new"]);
        assert_eq!(
            found.iter().map(|(_, found)| *found).collect::<Vec<_>>(),
            [Found::Same, Found::Same, Found::Gone]
        );
        // What comes into a folder that was empty is noticed, too.
        write(&root, "empty/late");
        assert!(archive.look_again().0.contains(&"empty/late".to_owned()));
    }

    #[test]
    fn a_link_in_the_place_of_a_folder_is_not_followed() {
        let mut archive = Archive::of(&["a/x", "b/z"]);
        let (root, elsewhere) = (archive.root.path().to_owned(), tempfile::tempdir().expect("a folder"));
        fs::rename(root.join("a"), elsewhere.path().join("a")).expect("it is moved");
        std::os::unix::fs::symlink(elsewhere.path().join("a"), root.join("a")).expect("a link");
        let (others, found) = archive.look_again();
        assert_eq!(others, ["a"]);
        assert_eq!(found[0], ("a/x".to_owned(), Found::Gone));
    }
}
