//! What is loaded: one signal of [`Remote`] for each document the reader has asked for.

mod failure;
mod settings;

pub use failure::Failure;
pub use settings::load_site;

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use leptos::prelude::*;

use crate::model::{Article, IndexPage, Instant, Site, SitePath, Summary};
use crate::platform::document::AtHand;
use crate::platform::{clock, document, fetch, task};
use crate::route::{ListPlace, Place, Route};
use crate::source::{Read, SourceError, ninjs, static_site};

/// A document that lives elsewhere.
#[derive(Clone, Debug, PartialEq)]
pub enum Remote<T> {
    /// It is on its way.
    Loading,
    /// It is here.
    Ready(Arc<T>),
    /// It did not come, or was not what it should be.
    Failed(Failure),
}

type Finder = Arc<dyn Fn(&str) -> AtHand + Send + Sync>;

/// The handle that pages load their documents through. Cheap to clone.
#[derive(Clone)]
pub struct Store {
    site: Arc<Site>,
    now: Option<Instant>,
    articles: Documents<Article>,
    lists: Documents<IndexPage>,
}

/// How many documents of a kind are kept. A reader's way back is rarely longer.
const KEPT: usize = 60;

impl Store {
    /// A store for `site`, which finds the documents of a pressed page in that page.
    pub fn new(site: Site) -> Self {
        Self::with(Arc::new(site), None, document::at_hand)
    }

    /// A store for pressing `site` as of `now`, with the documents that `at_hand` finds and no others.
    pub fn for_press(
        site: Arc<Site>,
        now: Instant,
        at_hand: impl Fn(&str) -> AtHand + Send + Sync + 'static,
    ) -> Self {
        Self::with(site, Some(now), at_hand)
    }

    fn with(
        site: Arc<Site>,
        now: Option<Instant>,
        at_hand: impl Fn(&str) -> AtHand + Send + Sync + 'static,
    ) -> Self {
        // What is missing is the document of the page that was opened, not those of pages opened later.
        let first = AtomicBool::new(true);
        let at_hand: Finder =
            Arc::new(move |address| match (at_hand(address), first.swap(false, Ordering::Relaxed)) {
                (AtHand::Missing, false) => AtHand::Unknown,
                (found, _) => found,
            });
        let (articles, lists) = (Documents::new(at_hand.clone()), Documents::new(at_hand));
        Self { site, now, articles, lists }
    }

    /// The site's settings.
    pub fn site(&self) -> &Arc<Site> {
        &self.site
    }

    /// The time by which embargoes and expiries are judged.
    pub fn now(&self) -> Instant {
        self.now.unwrap_or_else(clock::now)
    }

    /// The article at `path`. Asking for it the first time has it fetched, unless it is at hand.
    pub fn article(&self, path: &SitePath) -> ArcRwSignal<Remote<Article>> {
        let address = static_site::article_address(path, &self.site.base_path);
        self.articles.get(address, ninjs::read_article)
    }

    /// The article at `path`, if it is here. Nothing is fetched.
    pub fn known_article(&self, path: &SitePath) -> Option<Arc<Article>> {
        let address = static_site::article_address(path, &self.site.base_path);
        self.articles.known(&address)
    }

    /// Whether the page that was opened holds the article at `path`.
    pub fn is_at_hand(&self, path: &SitePath) -> bool {
        let address = static_site::article_address(path, &self.site.base_path);
        matches!((self.articles.at_hand)(&address), AtHand::Text(_))
    }

    /// Asks the host for the article at `path`, and puts it into `found` if it is another version than the one that is
    /// shown.
    pub fn look_for_newer(&self, path: &SitePath, found: ArcRwSignal<Option<Arc<Article>>>) {
        let address = static_site::article_address(path, &self.site.base_path);
        let shown = self.articles.signal(&address).0;
        task::spawn(async move {
            let Ok(response) = fetch::get_anew(&address).await else { return };
            if let (Remote::Ready(article), Remote::Ready(shown)) =
                (interpret(&response, ninjs::read_article), shown.get_untracked())
                && article != shown
            {
                found.set(Some(article));
            }
        });
    }

    /// Shows `article` in place of the version of it that is shown.
    pub fn replace_article(&self, article: Arc<Article>) {
        let address = static_site::article_address(&article.summary.path, &self.site.base_path);
        self.articles.signal(&address).0.set(Remote::Ready(article));
    }

    /// What lists and other articles that are here say of the article at `path`.
    pub fn outline(&self, path: &SitePath) -> Option<Summary> {
        let listed = self.lists.find(|page| page.items.iter().find(|item| item.path == *path).cloned());
        listed.or_else(|| {
            self.articles.find(|article| {
                let related = article.related.iter().find(|related| related.path == *path)?;
                Some(Summary { headline: related.headline.clone(), path: path.clone(), ..Summary::default() })
            })
        })
    }

    /// Has what `route` shows fetched, so that it is here when the reader asks for it.
    pub fn prefetch(&self, route: &Route) {
        match &route.place {
            Place::Article(path) => drop(self.article(path)),
            Place::List(place) => drop(self.list(route.edition, place)),
            Place::Saved | Place::Nowhere => {}
        }
    }

    /// Breaks off fetching what `route` does not show: the reader is there now.
    pub fn leave_all_but(&self, route: &Route) {
        let addresses = match &route.place {
            Place::Article(path) => vec![static_site::article_address(path, &self.site.base_path)],
            Place::List(place) => {
                [place, &place.newest()].map(|place| self.list_address(route.edition, place)).to_vec()
            }
            Place::Saved | Place::Nowhere => Vec::new(),
        };
        fetch::leave_all_but(&addresses);
    }

    /// Fetches the article at `path` anew, into the signal that pages already watch.
    pub fn reload_article(&self, path: &SitePath) {
        let address = static_site::article_address(path, &self.site.base_path);
        self.articles.reload(address, ninjs::read_article);
    }

    /// A page of the list at `list` in the edition of index `edition`. Asking for it the first time has it fetched,
    /// unless it is at hand.
    pub fn list(&self, edition: usize, list: &ListPlace) -> ArcRwSignal<Remote<IndexPage>> {
        self.lists.get(self.list_address(edition, list), ninjs::read_summaries)
    }

    /// Fetches a page of a list anew, and what is known of the list's newest page if that failed.
    pub fn reload_list(&self, edition: usize, list: &ListPlace) {
        self.lists.reload(self.list_address(edition, list), ninjs::read_summaries);
        if list.page.is_some() {
            self.list(edition, &list.newest());
        }
    }

    fn list_address(&self, edition: usize, list: &ListPlace) -> String {
        static_site::list_address(&self.site.editions[edition], list, &self.site.base_path)
    }
}

/// The documents of a kind, by address. Cheap to clone.
struct Documents<T> {
    known: Arc<Mutex<Vec<Known<T>>>>,
    at_hand: Finder,
}

/// A document's address, and the signal of it.
type Known<T> = (String, ArcRwSignal<Remote<T>>);

type Reader<T> = fn(&str) -> Result<Read<T>, SourceError>;

impl<T: Send + Sync + 'static> Documents<T> {
    fn new(at_hand: Finder) -> Self {
        Self { known: Arc::default(), at_hand }
    }

    /// The signal of the document at `address`. It is fetched unless it is here, at hand, or on its way.
    fn get(&self, address: String, read: Reader<T>) -> ArcRwSignal<Remote<T>> {
        let (document, known) = self.signal(&address);
        let failed = document.with_untracked(|remote| matches!(remote, Remote::Failed(_)));
        if known && !failed {
            return document;
        }
        match (self.at_hand)(&address) {
            AtHand::Text(text) if !known => document.set(read_text(&text, read)),
            AtHand::Missing if !known => {
                document.set(Remote::Failed(Failure::NotFound));
                // A page for everything that is missing may stand for an article that came since.
                look_again(document.clone(), address, read);
            }
            _ => fetch_into(document.clone(), address, read),
        }
        document
    }

    /// Fetches the document at `address`, whatever is known of it.
    fn reload(&self, address: String, read: Reader<T>) {
        fetch_into(self.signal(&address).0, address, read);
    }

    /// What `look` finds first in the documents that are here.
    fn find<F>(&self, look: impl Fn(&T) -> Option<F>) -> Option<F> {
        let documents = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        documents.iter().find_map(|(_, document)| {
            document.with_untracked(|remote| match remote {
                Remote::Ready(document) => look(document),
                Remote::Loading | Remote::Failed(_) => None,
            })
        })
    }

    /// The document at `address`, if it is here.
    fn known(&self, address: &str) -> Option<Arc<T>> {
        let documents = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let (_, document) = documents.iter().find(|(known, _)| known == address)?;
        document.with_untracked(|remote| match remote {
            Remote::Ready(document) => Some(document.clone()),
            Remote::Loading | Remote::Failed(_) => None,
        })
    }

    /// The signal of the document at `address`, and whether it was known before. The one asked for first is
    /// forgotten for it when there are many; a page that still shows it holds the signal itself.
    fn signal(&self, address: &str) -> (ArcRwSignal<Remote<T>>, bool) {
        // A poisoned lock only means that another holder panicked; the list itself is whole.
        let mut documents = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, document)) = documents.iter().find(|(known, _)| known == address) {
            return (document.clone(), true);
        }
        if documents.len() >= KEPT {
            documents.remove(0);
        }
        let document = ArcRwSignal::new(Remote::Loading);
        documents.push((address.to_owned(), document.clone()));
        (document, false)
    }
}

impl<T> Clone for Documents<T> {
    fn clone(&self) -> Self {
        Self { known: self.known.clone(), at_hand: self.at_hand.clone() }
    }
}

fn fetch_into<T: Send + Sync + 'static>(document: ArcRwSignal<Remote<T>>, address: String, read: Reader<T>) {
    document.set(Remote::Loading);
    task::spawn(async move { document.set(fetched(&address, read).await) });
}

/// Fetches a document that is said to be missing; nothing changes unless it is there.
fn look_again<T: Send + Sync + 'static>(document: ArcRwSignal<Remote<T>>, address: String, read: Reader<T>) {
    task::spawn(async move {
        if let ready @ Remote::Ready(_) = fetched(&address, read).await {
            document.set(ready);
        }
    });
}

async fn fetched<T>(address: &str, read: Reader<T>) -> Remote<T> {
    match fetch::get(address).await {
        Ok(response) => interpret(&response, read),
        Err(error) => Remote::Failed(error.into()),
    }
}

/// What a server's answer means.
fn interpret<T>(response: &fetch::Response, read: Reader<T>) -> Remote<T> {
    if let Some(failure) = Failure::of_status(response.status) {
        return Remote::Failed(failure);
    }
    // A host with a fallback page answers 200 and a page of HTML for a document that is not there.
    let is_page =
        response.content_type.starts_with("text/html") || response.body.trim_start().starts_with('<');
    if is_page {
        return Remote::Failed(Failure::NotFound);
    }
    read_text(&response.body, read)
}

fn read_text<T>(text: &str, read: Reader<T>) -> Remote<T> {
    match read(text) {
        Ok(document) => Remote::Ready(Arc::new(document.value)),
        Err(error) => Remote::Failed(error.into()),
    }
}
