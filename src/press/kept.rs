//! Articles that were read just now and are needed again: their page, the lists and feeds that show them and the search are
//! made of them. Of the newest as many as there is room for are kept, because feeds are of those; the others are read once
//! more, so that memory does not grow with the archive.

use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

use super::{file_sizes::source_text, output::Output, told::Entry};
use crate::{
    model::{Article, Instant, SitePath, Summary},
    source::{ninjs::read_article, static_site::article_file},
};

/// How many bytes of articles' texts are kept. In memory an article takes some five times as many.
const ROOM: usize = 96 * 1024 * 1024;

/// The articles that are kept.
#[derive(Default)]
pub(super) struct Kept {
    articles: HashMap<SitePath, Arc<Article>>,
    /// How many bytes each takes, from the oldest.
    sizes: BTreeMap<(Option<Instant>, SitePath), usize>,
    taken: usize,
}

impl Kept {
    /// Keeps an article, whose document has `size` bytes; older ones go where there is no room for it.
    pub fn keep(&mut self, article: Article, size: usize) {
        let summary = &article.summary;
        self.sizes.insert((summary.published, summary.path.clone()), size);
        self.articles.insert(summary.path.clone(), Arc::new(article));
        self.taken += size;
        while self.taken > ROOM {
            let Some(((_, path), size)) = self.sizes.pop_first() else { break };
            self.articles.remove(&path);
            self.taken -= size;
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
