//! What is loaded: one signal of [`Remote`] for each document the reader has asked for.

mod documents;
mod failure;
mod settings;

use documents::{Documents, FRESH, Finder, PAUSE};
pub use failure::Failure;
pub use settings::load_site;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use leptos::prelude::*;

use crate::locale::Locale;
use crate::model::{Article, IndexPage, Instant, Site, SitePath, Summary};
use crate::platform::document::AtHand;
use crate::platform::{clock, document, fetch};
use crate::route::{ListPlace, Place, Route};
use crate::source::{ninjs, static_site};

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

/// The handle that pages load their documents through. Cheap to clone.
#[derive(Clone)]
pub struct Store(Arc<Inner>);

struct Inner {
    site: Arc<Site>,
    now: Option<Instant>,
    /// The words of the editions, where they are known already.
    locales: Arc<[Locale]>,
    articles: Documents<Article>,
    lists: Documents<IndexPage>,
}

impl Store {
    /// A store for `site`, which finds the documents of a pressed page in that page.
    pub fn new(site: Site) -> Self {
        Self::with(Arc::new(site), None, Arc::default(), document::at_hand)
    }

    /// A store for pressing `site`, whose editions have the words of `locales`, as of `now`, with the documents that
    /// `at_hand` finds and no others.
    pub fn for_press(
        site: Arc<Site>,
        locales: Arc<[Locale]>,
        now: Instant,
        at_hand: impl Fn(&str) -> AtHand + Send + Sync + 'static,
    ) -> Self {
        Self::with(site, Some(now), locales, at_hand)
    }

    fn with(
        site: Arc<Site>,
        now: Option<Instant>,
        locales: Arc<[Locale]>,
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
        Self(Arc::new(Inner { site, now, locales, articles, lists }))
    }

    /// The site's settings.
    pub fn site(&self) -> &Arc<Site> {
        &self.0.site
    }

    /// The words of an edition.
    pub fn locale(&self, edition: usize) -> Locale {
        self.0.locales.get(edition).cloned().unwrap_or_else(|| Locale::new(&self.0.site.editions[edition]))
    }

    /// The time by which embargoes and expiries are judged.
    pub fn now(&self) -> Instant {
        self.0.now.unwrap_or_else(clock::now)
    }

    /// The article at `path`. Asking for it the first time has it fetched, unless it is at hand.
    pub fn article(&self, path: &SitePath) -> ArcRwSignal<Remote<Article>> {
        let address = self.article_address(path);
        self.0.articles.get(address, ninjs::read_article)
    }

    /// Takes over an article that was read already.
    #[cfg(feature = "native")]
    pub fn hand_over(&self, path: &SitePath, article: Arc<Article>) {
        self.0.articles.signal(&self.article_address(path)).0.set(Remote::Ready(article));
    }

    /// Takes over a page of a list that was put together of what was read already.
    #[cfg(feature = "native")]
    pub fn hand_over_list(&self, edition: usize, list: &ListPlace, page: IndexPage) {
        self.0.lists.signal(&self.list_address(edition, list)).0.set(Remote::Ready(Arc::new(page)));
    }

    /// The article at `path`, if it is here. Nothing is fetched.
    pub fn known_article(&self, path: &SitePath) -> Option<Arc<Article>> {
        let address = self.article_address(path);
        self.0.articles.known(&address)
    }

    /// A page of a list, if it is here. Nothing is fetched.
    pub fn known_list(&self, edition: usize, list: &ListPlace) -> Option<Arc<IndexPage>> {
        self.0.lists.known(&self.list_address(edition, list))
    }

    /// Asks the host for the article at `path`, unless it was asked in the last minute, and gives it to `found` if it is
    /// another version than the one that is here, and none that says it is older: a host may still keep that.
    pub fn look_for_newer(&self, path: &SitePath, found: Box<dyn FnOnce(Arc<Article>)>) {
        let take = move |_: &_, article: Arc<Article>, shown: &Article| {
            if is_other(&article, shown) && article.summary.modified >= shown.summary.modified {
                found(article);
            }
            true
        };
        self.0.articles.ask_anew(self.article_address(path), ninjs::read_article, PAUSE, Box::new(take));
    }

    /// Fetches the list that `route` shows anew if it has been here for a while. What came is shown if it is something else
    /// and `may_change` says so then.
    pub fn renew(&self, route: &Route, may_change: impl FnOnce() -> bool + 'static) {
        let Place::List(place) = &route.place else { return };
        let take = move |document: &ArcRwSignal<Remote<IndexPage>>, page: Arc<IndexPage>, _: &IndexPage| {
            let may_change = may_change();
            if may_change {
                document.set(Remote::Ready(page));
            }
            may_change
        };
        let address = self.list_address(route.edition, place);
        self.0.lists.ask_anew(address, ninjs::read_summaries, FRESH, Box::new(take));
    }

    /// Shows `article` in place of the version of it that is shown.
    pub fn replace_article(&self, article: Arc<Article>) {
        let address = self.article_address(&article.summary.path);
        self.0.articles.signal(&address).0.set(Remote::Ready(article));
    }

    /// What lists and other articles that are here say of the article at `path`.
    pub fn outline(&self, path: &SitePath) -> Option<Summary> {
        let listed = self.0.lists.find(|page| page.items.iter().find(|item| item.path == *path).cloned());
        listed.or_else(|| {
            self.0
                .articles
                .find(|article| article.related.iter().find(|related| related.path == *path).cloned())
        })
    }

    /// Has what `route` shows fetched, so that it is here when the reader asks for it.
    pub fn prefetch(&self, route: &Route) {
        match &route.place {
            Place::Article(path) => drop(self.article(path)),
            Place::List(place) => drop(self.list(route.edition, place)),
            Place::Saved | Place::Search | Place::Nowhere => {}
        }
    }

    /// Breaks off fetching what `route` does not show: the reader is there now.
    pub fn leave_all_but(&self, route: &Route) {
        let addresses = match &route.place {
            Place::Article(path) => vec![self.article_address(path)],
            Place::List(place) => {
                [place, &place.newest()].map(|place| self.list_address(route.edition, place)).to_vec()
            }
            Place::Saved | Place::Search | Place::Nowhere => Vec::new(),
        };
        fetch::leave_all_but(&addresses);
    }

    /// Fetches the article at `path` anew, into the signal that pages already watch.
    pub fn reload_article(&self, path: &SitePath) {
        let address = self.article_address(path);
        self.0.articles.reload(address, ninjs::read_article);
    }

    /// A page of the list at `list` in the edition of index `edition`. Asking for it the first time has it fetched,
    /// unless it is at hand.
    pub fn list(&self, edition: usize, list: &ListPlace) -> ArcRwSignal<Remote<IndexPage>> {
        self.0.lists.get(self.list_address(edition, list), ninjs::read_summaries)
    }

    /// Fetches a page of a list anew, and what is known of the list's newest page if that failed.
    pub fn reload_list(&self, edition: usize, list: &ListPlace) {
        self.0.lists.reload(self.list_address(edition, list), ninjs::read_summaries);
        if list.page.is_some() {
            self.list(edition, &list.newest());
        }
    }

    fn article_address(&self, path: &SitePath) -> String {
        static_site::article_address(path, &self.0.site.base_path)
    }

    fn list_address(&self, edition: usize, list: &ListPlace) -> String {
        static_site::list_address(&self.0.site.editions[edition], list, &self.0.site.base_path)
    }
}

/// Whether an article says anything otherwise than the version that is shown, beside what is said of others in it.
fn is_other(article: &Article, shown: &Article) -> bool {
    *shown != Article { related: shown.related.clone(), ..article.clone() }
}
