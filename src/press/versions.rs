//! Which of the translations that an article names are there for readers now: search engines are told of no others.

use std::sync::Arc;

use rustc_hash::FxHashSet;

use super::{
    articles::file_at,
    head::Version,
    output::Output,
    told::{Entry, Told},
};
use crate::model::{Article, SitePath};

/// Says of each article which of its versions readers can read: open articles, and pages that the content brings itself.
pub(super) fn find_open(articles: &mut [Told], output: &Output) {
    if articles.iter().all(|told| told.entry.versions.len() < 2) {
        return;
    }
    let open: FxHashSet<SitePath> =
        articles.iter().filter(|told| told.is_open()).map(|told| told.entry.path.clone()).collect();
    let articles_with_more =
        articles.iter_mut().map(|told| &mut told.entry).filter(|entry| entry.versions.len() > 1);
    for entry in articles_with_more {
        let is_open = |version: &&Version| {
            open.contains(&version.path) || output.holds(&file_at(&version.path, "index.html"))
        };
        entry.open_versions = entry.versions.iter().filter(is_open).cloned().collect();
    }
}

/// The article as the head of its page describes it: without translations that are not there for readers.
pub(super) fn with_open(mut article: Arc<Article>, entry: &Entry) -> Arc<Article> {
    if entry.versions.len() > 1 && entry.open_versions.len() != entry.versions.len() {
        let is_open = |path: &SitePath| entry.open_versions.iter().any(|version| version.path == *path);
        Arc::make_mut(&mut article).translations.retain(|translation| is_open(&translation.path));
    }
    article
}
