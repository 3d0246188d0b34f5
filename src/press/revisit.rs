//! The tree that is served, looked at once more: which of the files that are remembered are as they were, and what else is
//! there.

use std::{
    collections::BTreeSet,
    fs,
    hash::BuildHasher,
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
    tree::{self, Seen, is_set_aside},
};

/// How many remembered files are looked at in one pressing, more or less, where their folders look as they did. In an archive
/// they take turns by the clock: all that this finds is that somebody wrote into a file where it lies.
const LOOKED_AT: usize = 50_000;

/// Whether it is a file's turn, of so many shares.
fn is_turn_of(file: &str, turn: u64, shares: u64) -> bool {
    shares < 2 || FxBuildHasher.hash_one(file) % shares == turn % shares
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
    if has_strangers {
        // A link in the place of a folder may lead anywhere.
        return read_again(root, files);
    }
    changed.push(PathBuf::new());
    let known = (&*files, &*folders);
    let read = changed.par_iter().map(|folder| {
        let mut unknown = Unknown::default();
        unknown_in(root, folder, known, &mut unknown).map(|()| unknown)
    });
    let read: Vec<Unknown> = read.collect::<Result<_, _>>()?;
    let about = |path: &Path| fs::symlink_metadata(root.join(path)).ok().filter(|about| !about.is_dir());
    let unsettled: FxHashSet<&str> = changed.iter().chain(&gone).filter_map(|path| path.to_str()).collect();
    let shares = files.len().div_ceil(LOOKED_AT).max(1) as u64;
    let turn = now.duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs());
    let known_folders = &*folders;
    files.par_iter_mut().for_each(|(name, entry)| {
        let Some(known) = &mut entry.known else { return };
        let is_settled = || {
            let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
            known_folders.contains(folder) && !unsettled.contains(folder)
        };
        if is_turn_of(name, turn, shares) || !is_settled() {
            if let Some(about) = about(Path::new(&**name)) {
                known.see(Look::of(&about));
            }
        } else {
            known.see(known.look);
        }
    });
    let (unknown, new): (Vec<_>, Vec<_>) =
        read.into_iter().map(|unknown| (unknown.files, unknown.folders)).unzip();
    folders.extend(new.into_iter().flatten(), now);
    let unknown: BTreeSet<PathBuf> = unknown.into_iter().flatten().chain(others).collect();
    let seen = |path: PathBuf| about(&path).map(|about| Seen { look: Look::of(&about), path });
    Ok(unknown.into_par_iter().filter_map(seen).collect())
}

/// The same, with all of the tree read.
fn read_again(root: &Path, files: &mut Files) -> Result<Vec<Seen>, PressError> {
    let mut is_unknown = |seen: &Seen| {
        let known = seen.path.to_str().and_then(|name| files.get_mut(name)?.known.as_mut());
        known.map(|known| known.see(seen.look)).is_none()
    };
    Ok(tree::files(root)?.into_iter().filter(|seen| is_unknown(seen)).collect())
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
            if !is_set_aside(&inner) && !inner.to_str().is_some_and(|name| folders.contains(name)) {
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
