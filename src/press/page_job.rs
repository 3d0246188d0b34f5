//! Which pages a site has, and the file of each.

use super::{articles::file_at, lists::List, told::Entry};
use crate::{
    locale::Message,
    model::{Site, SitePath},
    route::{ListPlace, Place, Route},
};

/// The file that hosts answer addresses with that they do not know, at the top of the site and of each edition.
pub(super) const MISSING: &str = "404.html";

/// A page to be drawn.
pub(super) enum Job<'a> {
    Article(&'a Entry),
    List(&'a List<'a>, ListPlace),
    /// A page of the reader's own, of an edition: saved articles, the search. What is on it only their browser knows.
    Own(usize, Place, Message),
    /// The page for what is not there, with the front of its edition. That at the root may answer at any address.
    Missing(&'a List<'a>),
}

/// The pages of a site, those for what is not there excepted: of its articles, its lists, and the reader's own.
pub(super) fn all_jobs<'a>(
    articles: impl Iterator<Item = &'a Entry>,
    lists: &'a [List<'a>],
    site: &'a Site,
) -> Vec<Job<'a>> {
    articles.map(Job::Article).chain(list_jobs(lists)).chain(own_jobs(site)).collect()
}

/// The pages of lists: the numbered ones, and the newest.
fn list_jobs<'a>(lists: &'a [List<'a>]) -> impl Iterator<Item = Job<'a>> {
    lists.iter().flat_map(|list| {
        list.numbered().chain([list.place.newest()]).map(move |place| Job::List(list, place))
    })
}

/// The reader's own pages, of each edition.
fn own_jobs(site: &Site) -> impl Iterator<Item = Job<'_>> {
    (0..site.editions.len()).flat_map(|edition| {
        let search = site.search.then_some(Job::Own(edition, Place::Search, Message::Search));
        [Job::Own(edition, Place::Saved, Message::Saved)].into_iter().chain(search)
    })
}

impl Job<'_> {
    /// The file of the page; `None` for an edition that is not there.
    pub fn file(&self, site: &Site) -> Option<String> {
        let path = match self {
            Self::Article(entry) => entry.path.clone(),
            Self::List(list, place) => place.path(&site.editions.get(list.edition)?.path),
            Self::Own(edition, place, _) => Route { edition: *edition, place: place.clone() }.path(site),
            Self::Missing(list) => return missing_file(site, list.edition),
        };
        Some(file_at(&path, "index.html"))
    }
}

/// The page for what is not there in an edition; `None` for an edition that is not there. The edition that answers
/// for the root has it there, wherever its own pages are.
pub(super) fn missing_file(site: &Site, edition: usize) -> Option<String> {
    let root = SitePath::root();
    let path = if edition == site.edition_of(&root) { &root } else { &site.editions.get(edition)?.path };
    Some(file_at(path, MISSING))
}
