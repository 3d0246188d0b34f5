//! How the folders of the two trees of a site looked: the tree that is served, and the other one, in which the next site is
//! made ready. A folder that looks the same has the same files in it, so it need not be read again; of an archive, that is
//! nearly every one.

use std::{
    fs::{self, Metadata},
    path::{Path, PathBuf},
    time::{Duration, SystemTime},
};

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};

use super::look::{changed, nanoseconds};

/// When something last came into a folder or left it, in nanoseconds since 1970.
type Changed = i64;

/// What is not known.
const UNKNOWN: Changed = i64::MIN;

/// Clocks of file systems go in steps: what was changed twice in one looks the same. So nothing is believed of a folder
/// that was changed less than this ago.
const STEADY: Duration = Duration::from_secs(2);

/// The folders of both trees.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub(super) struct FolderLooks {
    /// The trees, by the number that the file system has for each: the one that is served, then the other one.
    trees: [u64; 2],
    /// The folders by their paths in the trees, the outermost one excepted.
    folders: FxHashMap<Box<str>, [Changed; 2]>,
}

/// What became of the folders of a tree.
#[derive(Debug, Default)]
pub(super) struct Looked {
    /// Those in which something may be new or gone.
    pub changed: Vec<PathBuf>,
    /// Those that are gone.
    pub gone: Vec<PathBuf>,
    /// Whether something else stands where a folder was.
    pub has_strangers: bool,
}

impl FolderLooks {
    /// The same of these two trees. Which is which changes with every site that is published.
    pub fn of_trees(mut self, served: &Path, next: &Path) -> Self {
        let trees = [served, next].map(|root| fs::metadata(root).map_or(0, |about| number(&about)));
        let places = trees.map(|tree| self.trees.iter().position(|known| *known == tree && tree != 0));
        if places != [Some(0), Some(1)] {
            for looks in self.folders.values_mut() {
                *looks = places.map(|place| place.map_or(UNKNOWN, |place| looks[place]));
            }
        }
        Self { trees, ..self }
    }

    /// Whether a folder is among them.
    pub fn contains(&self, folder: &str) -> bool {
        self.folders.contains_key(folder)
    }

    /// Adds folders of the tree that is served, each as it looked before it was read, at the time `now`.
    pub fn extend(&mut self, folders: impl IntoIterator<Item = (PathBuf, Metadata)>, now: SystemTime) {
        for (folder, about) in folders {
            if let Ok(name) = folder.into_os_string().into_string() {
                self.folders.entry(name.into()).or_insert([steady(&about, now), UNKNOWN]);
            }
        }
    }

    /// Looks at the folders of the tree that is served, at the time `now`. Those that are gone are forgotten.
    pub fn look(&mut self, root: &Path, now: SystemTime) -> Looked {
        let found: Vec<(PathBuf, Option<Metadata>)> = self
            .folders
            .par_iter_mut()
            .filter_map(|(folder, looks)| {
                let about = fs::symlink_metadata(root.join(&**folder)).ok();
                let changed = about.as_ref().map_or(UNKNOWN, |about| steady(about, now));
                let is_same = changed == looks[0] && changed != UNKNOWN;
                looks[0] = changed;
                (!is_same).then(|| (PathBuf::from(&**folder), about))
            })
            .collect();
        let mut looked = Looked::default();
        for (folder, about) in found {
            match about {
                Some(about) if about.is_dir() => looked.changed.push(folder),
                about => {
                    looked.has_strangers |= about.is_some();
                    folder.to_str().map(|folder| self.folders.remove(folder));
                    looked.gone.push(folder);
                }
            }
        }
        looked
    }

    /// Forgets how the folders around files of the other tree looked, because these were changed.
    pub fn forget_around<'f>(&mut self, files: impl Iterator<Item = &'f Path>) {
        for folder in files.flat_map(|file| file.ancestors().skip(1)).filter_map(Path::to_str) {
            if let Some(looks) = self.folders.get_mut(folder) {
                looks[1] = UNKNOWN;
            }
        }
    }

    /// Forgets how the folders of the tree that is served looked.
    pub fn forget_served(&mut self) {
        self.folders.values_mut().for_each(|looks| looks[0] = UNKNOWN);
    }

    /// Forgets how the folders of the other tree looked.
    pub fn forget_next(&mut self) {
        self.folders.values_mut().for_each(|looks| looks[1] = UNKNOWN);
    }

    /// Brings these up to date with the tree `next`: with `folders`, which are in it by now, and with those in `touched`, where
    /// something was changed. Where anything was, the tree will be the one that is served, and what it does not have is
    /// forgotten. Nothing is said of how the folders in `secret` look, so that they are read the next time.
    pub fn settle<'f>(
        &mut self,
        next: &Path,
        folders: impl Iterator<Item = &'f str>,
        touched: &FxHashSet<&str>,
        secret: &FxHashSet<&str>,
        now: SystemTime,
    ) {
        for folder in folders {
            if !self.folders.contains_key(folder) {
                self.folders.insert(folder.into(), [UNKNOWN; 2]);
            }
        }
        self.trees[1] = fs::metadata(next).map_or(0, |about| number(&about));
        let gone = self.folders.par_iter_mut().filter_map(|(folder, looks)| {
            if secret.contains(&**folder) {
                *looks = [UNKNOWN; 2];
            } else if looks[1] == UNKNOWN || touched.contains(&**folder) {
                let about = fs::symlink_metadata(next.join(&**folder)).ok();
                looks[1] = about.as_ref().map_or(UNKNOWN, |about| steady(about, now));
                return about.is_none().then(|| folder.clone());
            }
            None
        });
        let gone: Vec<Box<str>> = gone.collect();
        gone.iter().filter(|_| !touched.is_empty()).for_each(|folder| self.remove(folder));
    }

    /// Forgets a folder.
    pub fn remove(&mut self, folder: &str) {
        self.folders.remove(folder);
    }
}

/// When a folder was changed, if that was not just now.
fn steady(about: &Metadata, now: SystemTime) -> Changed {
    let latest = now.checked_sub(STEADY).map_or(UNKNOWN, nanoseconds);
    let changed = changed(about);
    if changed < latest { changed } else { UNKNOWN }
}

/// The number that the file system has for a folder.
#[cfg(unix)]
fn number(about: &Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(about)
}

/// Other systems say nothing of the kind: no tree is known again there, and every folder is read.
#[cfg(not(unix))]
fn number(_: &Metadata) -> u64 {
    0
}
