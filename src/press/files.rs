//! The files that are published as they are, those excepted that only articles name which readers may not read: a
//! picture, or its name alone, tells of an article that is to come, and should go with one that was taken back. What the file of
//! an article names that is left out is held back with it: nobody knows what it would have said.

use std::{fs, path::PathBuf};

use rayon::prelude::*;
use rustc_hash::FxHashSet;

use super::{
    Finding, PressError, Severity,
    compress::{ENDINGS, unpacked},
    content::{Content, WELL_KNOWN},
    output::Output,
    progress::{Count, Progress, Step},
    told::Told,
};
use crate::check::files::{named_by_site, named_in_text};

/// Copies files of the content, which are reserved, each with its place in the content folder. What is held back is given up;
/// `findings` say which articles are left out.
pub(super) fn copy_files(
    files: Vec<(&str, PathBuf)>,
    (content, articles): (&Content, &[Told]),
    findings: &[Finding],
    output: &mut Output,
    progress: &dyn Progress,
) -> Result<(), PressError> {
    let left_out = named_by_left_out(content, findings)?;
    let held = held_back(content, articles, &left_out);
    let (held, copied): (Vec<_>, Vec<_>) =
        files.into_iter().partition(|(file, _)| held.contains(without_packing(file)));
    let held: Vec<&str> = held.into_iter().map(|(file, _)| file).collect();
    output.disclaim_all(&held);
    let (output, count) = (&*output, Count::of(Step::Copying, copied.len(), progress));
    copied.par_iter().try_for_each(|(file, path)| {
        count.one();
        output.copy(file, path)
    })
}

/// The files that only articles name which readers may not read, and files that are left out. Pages, and what the press makes
/// where the content does not bring it, belong to the site.
fn held_back<'a>(content: &Content, articles: &'a [Told], left_out: &'a [String]) -> FxHashSet<&'a str> {
    let named_by = |are_open: bool| {
        let articles = articles.iter().filter(move |told| told.is_open() == are_open);
        articles.flat_map(|told| &told.named).map(|(file, _)| without_packing(file))
    };
    let is_of_articles =
        |file: &&str| !file.ends_with(".html") && !super::makes(file) && !file.starts_with(WELL_KNOWN);
    let left_out = left_out.iter().map(|file| without_packing(file));
    let mut held: FxHashSet<&str> = named_by(false).chain(left_out).filter(is_of_articles).collect();
    held.retain(|file| is_there(content, file));
    // Most sites hold nothing back.
    if held.is_empty() {
        return held;
    }
    for file in named_by(true) {
        held.remove(file);
    }
    for file in named_by_site(&content.site) {
        held.remove(without_packing(&file));
    }
    held
}

/// What is named in the files of articles that are left out. They need not be text: the names of most files are the same in
/// every encoding, but for the zeros of UTF-16.
fn named_by_left_out(content: &Content, findings: &[Finding]) -> Result<Vec<String>, PressError> {
    let findings = findings.iter().filter(|finding| finding.severity == Severity::LeftOut);
    let left_out: FxHashSet<_> = findings.map(|finding| finding.file.as_path()).collect();
    let files = content.articles.par_iter().filter(|file| left_out.contains(file.as_path()));
    let named = files.map(|file| {
        let bytes = fs::read(file).map_err(PressError::file("read", file))?;
        let text = String::from_utf8_lossy(&bytes).replace('\0', "");
        Ok(named_in_text(&content.site, &text))
    });
    let named: Vec<_> = named.collect::<Result<_, PressError>>()?;
    Ok(named.into_iter().flatten().collect())
}

/// The file of which this one is a compressed copy by its name; another one is its own.
fn without_packing(file: &str) -> &str {
    unpacked(file).unwrap_or(file)
}

/// Whether the content has a file, or a compressed copy of it.
fn is_there(content: &Content, file: &str) -> bool {
    content.has_file(file) || ENDINGS.iter().any(|ending| content.has_file(&format!("{file}{ending}")))
}
