//! Articles that were read just now and are needed again: their page, their feeds and the search are made of them. As many
//! as there is room for are kept, and the others are read once more, so that memory does not grow with the archive.

use std::{collections::HashMap, sync::Arc};

use super::{articles::source_text, output::Output, told::Entry};
use crate::{
    model::{Article, SitePath, Summary},
    source::{ninjs::read_article, static_site::article_file},
};

/// How many bytes of articles' texts are kept. In memory an article takes some five times as many.
const ROOM: usize = 48 * 1024 * 1024;

/// The articles that are kept.
pub(super) struct Kept {
    articles: HashMap<SitePath, Arc<Article>>,
    room: usize,
}

impl Kept {
    /// None yet.
    pub fn new() -> Self {
        Self { articles: HashMap::new(), room: ROOM }
    }

    /// Keeps an article, whose document has `size` bytes, if there is room.
    pub fn keep(&mut self, article: Article, size: usize) {
        if let Some(room) = self.room.checked_sub(size) {
            self.room = room;
            self.articles.insert(article.summary.path.clone(), Arc::new(article));
        }
    }

    /// Has a kept article tell so of the articles to read next.
    pub fn relate(&mut self, path: &SitePath, related: Vec<Summary>) {
        if let Some(article) = self.articles.get_mut(path) {
            Arc::make_mut(article).related = related;
        }
    }

    /// An article, if it is kept.
    pub fn get(&self, path: &SitePath) -> Option<Arc<Article>> {
        self.articles.get(path).cloned()
    }

    /// An article: one that is kept, else from the document that readers get.
    pub fn article(&self, entry: &Entry, output: &Output) -> Option<Arc<Article>> {
        let read = || {
            let file = article_file(&entry.path);
            let document = output.expect_as_made(&file).is_ok().then(|| output.read(&file));
            // What somebody changed by hand is not what is published.
            let text = document.unwrap_or_else(|| source_text(entry).ok())?;
            Some(Arc::new(read_article(&text).ok()?.value))
        };
        self.get(&entry.path).or_else(read)
    }
}
