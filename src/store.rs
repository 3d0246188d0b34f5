//! What is loaded: one signal of [`Remote`] for each document the reader has asked for.

mod failure;

pub use failure::Failure;

use std::sync::{Arc, Mutex, PoisonError};

use leptos::prelude::*;

use crate::model::{Article, IndexPage, Site, SitePath};
use crate::platform::{document, fetch, task};
use crate::route::ListPlace;
use crate::source::site::read_site;
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

/// The handle that pages load their documents through. Cheap to clone.
#[derive(Clone)]
pub struct Store {
    site: Arc<Site>,
    articles: Documents<Article>,
    lists: Documents<IndexPage>,
}

/// How many documents of a kind are kept. A reader's way back is rarely longer.
const KEPT: usize = 60;

impl Store {
    /// An empty store for `site`.
    pub fn new(site: Site) -> Self {
        Self { site: Arc::new(site), articles: Documents::default(), lists: Documents::default() }
    }

    /// The site's settings.
    pub fn site(&self) -> &Arc<Site> {
        &self.site
    }

    /// The article at `path`. Asking for it the first time has it fetched.
    pub fn article(&self, path: &SitePath) -> ArcRwSignal<Remote<Article>> {
        let address = static_site::article_address(path, &self.site.base_path);
        self.articles.get(address, ninjs::read_article)
    }

    /// Fetches the article at `path` anew, into the signal that pages already watch.
    pub fn reload_article(&self, path: &SitePath) {
        let address = static_site::article_address(path, &self.site.base_path);
        self.articles.reload(address, ninjs::read_article);
    }

    /// A page of the list at `list` in the edition of index `edition`. Asking for it the first time has it fetched.
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
struct Documents<T>(Arc<Mutex<Vec<Known<T>>>>);

/// A document's address, and the signal of it.
type Known<T> = (String, ArcRwSignal<Remote<T>>);

type Reader<T> = fn(&str) -> Result<Read<T>, SourceError>;

impl<T: Send + Sync + 'static> Documents<T> {
    /// The signal of the document at `address`. It is fetched unless it is here or on its way.
    fn get(&self, address: String, read: Reader<T>) -> ArcRwSignal<Remote<T>> {
        let (document, known) = self.signal(&address);
        let failed = document.with_untracked(|remote| matches!(remote, Remote::Failed(_)));
        if failed || !known {
            fetch_into(document.clone(), address, read);
        }
        document
    }

    /// Fetches the document at `address`, whatever is known of it.
    fn reload(&self, address: String, read: Reader<T>) {
        fetch_into(self.signal(&address).0, address, read);
    }

    /// The signal of the document at `address`, and whether it was known before. The one asked for first is
    /// forgotten for it when there are many; a page that still shows it holds the signal itself.
    fn signal(&self, address: &str) -> (ArcRwSignal<Remote<T>>, bool) {
        // A poisoned lock only means that another holder panicked; the list itself is whole.
        let mut documents = self.0.lock().unwrap_or_else(PoisonError::into_inner);
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
        Self(self.0.clone())
    }
}

impl<T> Default for Documents<T> {
    fn default() -> Self {
        Self(Arc::default())
    }
}

fn fetch_into<T: Send + Sync + 'static>(document: ArcRwSignal<Remote<T>>, address: String, read: Reader<T>) {
    document.set(Remote::Loading);
    task::spawn(async move {
        let remote = match fetch::get(&address).await {
            Ok(response) => interpret(&response, read),
            Err(error) => Remote::Failed(error.into()),
        };
        document.set(remote);
    });
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
    match read(&response.body) {
        Ok(document) => Remote::Ready(Arc::new(document.value)),
        Err(error) => Remote::Failed(error.into()),
    }
}

/// The site's settings: those that the press wrote into the page, else `site.json` beside the site.
///
/// The base path is the page's own (`<meta name="broadsheet-base">`), which the press writes too.
pub async fn load_site() -> Result<Site, Failure> {
    let base = document::meta("broadsheet-base").unwrap_or_else(|| "/".to_owned());
    let settings = match document::embedded("broadsheet-site") {
        Some(settings) => settings,
        None => {
            let response = fetch::get(&format!("{base}site.json")).await?;
            match Failure::of_status(response.status) {
                Some(failure) => return Err(failure),
                None => response.body,
            }
        }
    };
    let mut site = read_site(&settings)?.value;
    site.base_path = base;
    Ok(site)
}
