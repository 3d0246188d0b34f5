//! A new site in the place of the old one, file by file, where that cannot be done at once.
//!
//! Everything that can fail because a disk is full comes first: all files are put beside those that they will replace,
//! under names that no pressing takes for files of the site. Only when all are there do they take their places.

use std::{
    collections::HashSet,
    ffi::OsString,
    fs, io,
    path::{Path, PathBuf},
};

use super::{PressError, stage::reach_disk, tree};

/// What the names of files begin with that are on their way into a site that is served.
pub(super) const UNFINISHED: &str = ".broadsheet-unfinished";

/// What is done with a file of the site that is served, in messages.
pub(super) const REPLACE: &str = "replace";

/// Whether a file is on its way into the site, or is what an interrupted pressing left of one.
pub(super) fn is_unfinished(name: &std::ffi::OsStr) -> bool {
    name.as_encoded_bytes().starts_with(UNFINISHED.as_bytes())
}

/// Brings the files `changed` of the tree `next` into the site `out`, and removes the files `removed` from it.
///
/// # Errors
/// Where a file cannot be put beside its place, the site stays as it was. After that, it may be partly the new one.
pub(super) fn replace(
    next: &Path,
    out: &Path,
    changed: &[String],
    removed: &[String],
) -> Result<(), PressError> {
    let mut beside = Vec::new();
    for file in changed.iter().map(Path::new) {
        let place = beside_of(file, out, beside.len());
        let put = tree::replace(&next.join(file), &place);
        beside.push(place);
        if let Err(error) = put {
            beside.iter().for_each(|file| drop(fs::remove_file(file)));
            return Err(PressError::file("write", out.join(file))(error));
        }
    }
    if let Err(error) = reach_disk(out) {
        beside.iter().for_each(|file| drop(fs::remove_file(file)));
        return Err(error);
    }
    let failed = |file: &Path| PressError::file(REPLACE, out.join(file));
    let remove = |file: &Path| tree::remove(file, out).map(drop).map_err(failed(file));
    let (first, last) = in_the_way(changed, removed);
    first.into_iter().try_for_each(remove)?;
    for (file, place) in changed.iter().map(Path::new).zip(&beside) {
        take_place(place, &out.join(file)).map_err(failed(file))?;
    }
    last.into_iter().try_for_each(remove)
}

/// Where a file waits for its place: in the same folder, or where that is not there yet, in the nearest around it.
fn beside_of(file: &Path, out: &Path, number: usize) -> PathBuf {
    let folders = file.ancestors().skip(1).map(|folder| out.join(folder));
    let folder = folders.into_iter().find(|folder| folder.is_dir()).unwrap_or_else(|| out.to_owned());
    let mut name = OsString::from(UNFINISHED);
    name.push(format!("-{number}"));
    folder.join(name)
}

fn take_place(from: &Path, to: &Path) -> io::Result<()> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::rename(from, to)
}

/// The files that have to go first, because a folder takes their place, or a file that of their folder; and the others.
fn in_the_way<'a>(changed: &'a [String], removed: &'a [String]) -> (Vec<&'a Path>, Vec<&'a Path>) {
    let files: HashSet<&Path> = changed.iter().map(Path::new).collect();
    let folders: HashSet<&Path> = files.iter().flat_map(|file| file.ancestors().skip(1)).collect();
    let is_in_the_way =
        |file: &&Path| folders.contains(file) || file.ancestors().any(|folder| files.contains(folder));
    removed.iter().map(Path::new).partition(is_in_the_way)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(files: &[(&str, &str)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a folder");
        for (file, text) in files {
            let path = folder.path().join(file);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(path, text).expect("a file");
        }
        folder
    }

    fn names(folder: &Path) -> Vec<String> {
        let seen = tree::files(folder).expect("it can be read");
        let mut names: Vec<String> = seen
            .iter()
            .map(|seen| {
                format!(
                    "{}={}",
                    seen.path.display(),
                    fs::read_to_string(folder.join(&seen.path)).expect("a text")
                )
            })
            .collect();
        names.sort();
        names
    }

    fn owned(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn files_become_folders_and_folders_files() {
        let next = tree(&[("a.html", "new"), ("about/index.html", "folder"), ("plan", "file")]);
        let out =
            tree(&[("a.html", "old"), ("about", "file"), ("plan/b/index.html", "folder"), ("old/x", "x")]);
        let changed = owned(&["a.html", "about/index.html", "plan"]);
        let removed = owned(&["about", "plan/b/index.html", "old/x"]);
        replace(next.path(), out.path(), &changed, &removed).expect("it is replaced");
        assert_eq!(names(out.path()), ["a.html=new", "about/index.html=folder", "plan=file"]);
        assert!(!out.path().join("old").exists());
    }

    #[test]
    fn what_cannot_be_written_to_the_end_leaves_all_as_it_was() {
        let next = tree(&[("a.html", "new"), ("b/c.html", "new")]);
        let out = tree(&[("a.html", "old"), ("gone.html", "old")]);
        // The last file cannot be had, as on a disk that is full.
        let changed = owned(&["a.html", "b/c.html", "b/missing.html"]);
        let error = replace(next.path(), out.path(), &changed, &owned(&["gone.html"])).expect_err("it fails");
        assert!(error.leaves_site_whole(), "{error}");
        assert_eq!(names(out.path()), ["a.html=old", "gone.html=old"]);
        assert_eq!(fs::read_dir(out.path()).expect("a folder").count(), 2, "nothing is left of the attempt");
    }
}
