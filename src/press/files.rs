//! The files that are published as they are, those excepted that only articles name which readers may not read: a
//! picture, or its name alone, tells of an article that is to come, and should go with one that was taken back.

use std::path::PathBuf;

use rayon::prelude::*;
use rustc_hash::FxHashSet;

use super::{
    PressError,
    output::Output,
    progress::{Count, Progress, Step},
    told::Told,
};
use crate::{check::files::named_by_site, model::Site};

/// Copies files of the content, which are reserved, each with its place in the content folder. What is held back is given up.
pub(super) fn copy_files(
    files: Vec<(&str, PathBuf)>,
    (site, articles): (&Site, &[Told]),
    output: &mut Output,
    progress: &dyn Progress,
) -> Result<(), PressError> {
    let held = held_back(site, articles);
    let (held, copied): (Vec<_>, Vec<_>) = files.into_iter().partition(|(file, _)| held.contains(*file));
    let held: Vec<&str> = held.into_iter().map(|(file, _)| file).collect();
    output.disclaim_all(&held);
    let (output, count) = (&*output, Count::of(Step::Copying, copied.len(), progress));
    copied.par_iter().try_for_each(|(file, path)| {
        count.one();
        output.copy(file, path)
    })
}

/// The files that only articles name which readers may not read. Pages, and what the press makes where the content does not
/// bring it, belong to the site.
fn held_back<'a>(site: &Site, articles: &'a [Told]) -> FxHashSet<&'a str> {
    let named_by = |are_open: bool| {
        let articles = articles.iter().filter(move |told| told.is_open() == are_open);
        articles.flat_map(|told| &told.named).filter(|(_, is_there)| *is_there).map(|(file, _)| file.as_str())
    };
    let mut held: FxHashSet<&str> =
        named_by(false).filter(|file| !file.ends_with(".html") && !super::makes(file)).collect();
    // Most sites hold nothing back.
    if held.is_empty() {
        return held;
    }
    for file in named_by(true) {
        held.remove(file);
    }
    for file in named_by_site(site) {
        held.remove(file.as_str());
    }
    held
}
