//! What is loaded: one signal of [`Remote`] for each document the reader has asked for.

mod failure;

pub use failure::Failure;

use std::collections::BTreeMap;
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

type Documents<T> = Arc<Mutex<BTreeMap<String, ArcRwSignal<Remote<T>>>>>;

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
        Self { site: Arc::new(site), articles: Arc::default(), lists: Arc::default() }
    }

    /// The site's settings.
    pub fn site(&self) -> &Arc<Site> {
        &self.site
    }

    /// The article at `path`. Asking for it the first time, or after a failure, has it fetched.
    pub fn article(&self, path: &SitePath) -> ArcRwSignal<Remote<Article>> {
        let address = static_site::article_address(path, &self.site.base_path);
        load(&self.articles, address, ninjs::read_article)
    }

    /// Fetches the article at `path` anew, into the signal that pages already watch.
    pub fn fetch_article_again(&self, path: &SitePath) {
        let address = static_site::article_address(path, &self.site.base_path);
        let document = load(&self.articles, address.clone(), ninjs::read_article);
        fetch_into(document, address, ninjs::read_article);
    }

    /// A page of the list at `list` in the edition of index `edition`.
    pub fn list(&self, edition: usize, list: &ListPlace) -> ArcRwSignal<Remote<IndexPage>> {
        let address = static_site::list_address(&self.site.editions[edition], list, &self.site.base_path);
        load(&self.lists, address, ninjs::read_summaries)
    }
}

/// The signal of the document at `address`; fetches the document unless it is here or on its way.
fn load<T: Send + Sync + 'static>(
    documents: &Documents<T>,
    address: String,
    read: fn(&str) -> Result<Read<T>, SourceError>,
) -> ArcRwSignal<Remote<T>> {
    // A poisoned lock only means that another holder panicked; the map itself is whole.
    let mut documents = documents.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(document) = documents.get(&address) {
        let failed = document.with_untracked(|remote| matches!(remote, Remote::Failed(_)));
        if !failed {
            return document.clone();
        }
    }
    if documents.len() >= KEPT && !documents.contains_key(&address) {
        // Nobody looks at it: every page holds its own handle of the signal it watches.
        let forgotten = documents.iter().find(|(_, document)| document.with_untracked(is_settled));
        if let Some(forgotten) = forgotten.map(|(address, _)| address.clone()) {
            documents.remove(&forgotten);
        }
    }
    let document =
        documents.entry(address.clone()).or_insert_with(|| ArcRwSignal::new(Remote::Loading)).clone();
    fetch_into(document.clone(), address, read);
    document
}

fn fetch_into<T: Send + Sync + 'static>(
    document: ArcRwSignal<Remote<T>>,
    address: String,
    read: fn(&str) -> Result<Read<T>, SourceError>,
) {
    document.set(Remote::Loading);
    task::spawn(async move {
        let remote = match fetch::get(&address).await {
            Ok(response) => interpret(&response, read),
            Err(error) => Remote::Failed(error.into()),
        };
        document.set(remote);
    });
}

/// Whether nothing more will come for a document by itself.
fn is_settled<T>(document: &Remote<T>) -> bool {
    !matches!(document, Remote::Loading)
}

/// What a server's answer means.
fn interpret<T>(response: &fetch::Response, read: fn(&str) -> Result<Read<T>, SourceError>) -> Remote<T> {
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
