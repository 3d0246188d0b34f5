//! Which of the translations that an article names are there for readers now. Pages, documents and search engines are told of
//! no others: the way to one that is to come would tell of it, and lead nowhere.

use std::{borrow::Cow, sync::Arc};

use rustc_hash::FxHashSet;
use serde::{Serialize, Serializer};
use serde_json::Value;

use super::{
    articles::file_at,
    head::Version,
    look::Look,
    output::Output,
    told::{Entry, Told},
};
use crate::{
    model::{Article, SitePath},
    source::ninjs::drop_translations,
};

/// Says of each article which of its versions readers can read: open articles, and pages that the content brings itself.
pub(super) fn find_open(articles: &mut [Told], output: &Output) {
    if articles.iter().all(|told| told.entry.versions.len() < 2) {
        return;
    }
    let entries = || articles.iter().filter(|told| told.is_open()).map(|told| &told.entry);
    let open: FxHashSet<SitePath> = entries().map(|entry| entry.path.clone()).collect();
    // What an article was called before leads to it.
    let former: FxHashSet<SitePath> = entries().flat_map(|entry| entry.aliases.iter().cloned()).collect();
    let articles_with_more =
        articles.iter_mut().map(|told| &mut told.entry).filter(|entry| entry.versions.len() > 1);
    for entry in articles_with_more {
        let is_open = |version: &&Version| {
            open.contains(&version.path) || output.holds(&file_at(&version.path, "index.html"))
        };
        entry.open_versions = entry.versions.iter().filter(is_open).cloned().collect();
        let closed =
            entry.versions.iter().filter(|version| !is_open(version) && !former.contains(&version.path));
        entry.closed_versions = closed.map(|version| version.path.clone()).collect();
    }
}

/// Whether an article names a translation that readers cannot read.
pub(super) fn has_closed(entry: &Entry) -> bool {
    !entry.closed_versions.is_empty()
}

/// The article as its page is drawn: without translations that are not there for readers.
pub(super) fn with_open(mut article: Arc<Article>, entry: &Entry) -> Arc<Article> {
    if has_closed(entry) {
        let translations = &mut Arc::make_mut(&mut article).translations;
        translations.retain(|translation| !entry.closed_versions.contains(&translation.path));
    }
    article
}

/// Drops the same from the document of the article, and says whether there were any.
pub(super) fn drop_closed(document: &mut Value, entry: &Entry) -> bool {
    has_closed(entry) && drop_translations(document, |path| entry.closed_versions.contains(path))
}

/// An article as it is remembered, which is made up when it is written down.
pub(super) struct ToRemember<'a>(pub &'a Told);

impl Serialize for ToRemember<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        to_remember(self.0).serialize(serializer)
    }
}

/// What is remembered of an article: an address that readers may not know of is not, and the article is read again.
fn to_remember(told: &Told) -> Cow<'_, Told> {
    if !has_closed(&told.entry) {
        return Cow::Borrowed(told);
    }
    let mut told = told.clone();
    told.entry.versions = Box::default();
    told.look = Look::none();
    Cow::Owned(told)
}
