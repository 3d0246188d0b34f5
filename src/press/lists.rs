//! The numbered index pages: of the front, and of every section, topic and person, in every edition.
//!
//! Pages are counted from the oldest article, so that a full page never changes again when articles are added.

use std::collections::{BTreeMap, HashMap};

use serde_json::{Value, json};

use super::{PressError, articles::Entry, front::Fronts, output::Output};
use crate::{
    model::{About, Article, Edition, Section, Site},
    naming,
    route::ListPlace,
    source::{self, static_site::list_file},
};

/// A list of articles, and how many pages it has.
pub(super) struct List<'a> {
    /// The edition.
    pub edition: usize,
    /// What it is a list of.
    pub place: ListPlace,
    /// The editions that have it.
    pub editions: Vec<usize>,
    /// What it is about, where that is a topic or a person.
    pub about: Option<About>,
    /// How many pages.
    pub pages: u32,
    /// The oldest page whose articles are in the newest file.
    pub newest_first: u32,
    /// Its articles, oldest first.
    pub articles: Vec<&'a Entry>,
}

/// The sections of the site, each by its slugs, parents before their children.
fn section_places(sections: &[Section], parent: &[String], places: &mut Vec<Vec<String>>) {
    for section in sections {
        let slugs: Vec<String> = parent.iter().chain([&section.slug]).cloned().collect();
        places.push(slugs.clone());
        section_places(&section.sections, &slugs, places);
    }
}

/// The sections an article is listed in: those its breadcrumbs lead through, those its own address lies in, and
/// the sections around these.
pub(super) fn sections_of(site: &Site, edition: usize, article: &Article) -> Vec<Vec<String>> {
    let Some(edition) = site.editions.get(edition) else { return Vec::new() };
    let mut places = Vec::new();
    section_places(&site.sections, &[], &mut places);
    places.retain(|slugs| {
        let section = place_of(slugs).path(&edition.path);
        let mut paths = article.breadcrumbs.iter().map(|crumb| &crumb.path);
        section.contains(&article.summary.path) || paths.any(|path| section.contains(path))
    });
    places
}

fn place_of(parts: &[String]) -> ListPlace {
    ListPlace { parts: parts.to_vec(), page: None }
}

/// The lists of the site: of each edition the front, then every section, then every topic and person that its
/// articles name.
pub(super) fn lists<'a>(site: &Site, articles: &'a [Entry]) -> Vec<List<'a>> {
    let mut oldest_first: Vec<&Entry> = articles.iter().filter(|entry| entry.listed).collect();
    oldest_first.sort_by_key(|entry| (entry.first_seen, &entry.summary.path));
    let mut places = vec![Vec::new()];
    section_places(&site.sections, &[], &mut places);
    let mut lists = Vec::new();
    for (edition, settings) in site.editions.iter().enumerate() {
        let own = oldest_first.iter().copied().filter(|entry| entry.edition == edition);
        let mut members: BTreeMap<&[String], Vec<&Entry>> = BTreeMap::new();
        let mut names: BTreeMap<&[String], &str> = BTreeMap::new();
        for entry in own {
            members.entry(&[]).or_default().push(entry);
            for parts in &entry.lists {
                members.entry(parts).or_default().push(entry);
            }
            // The newest article's word for it stays.
            names.extend(entry.names.iter().map(|(parts, name)| (parts.as_slice(), name.as_str())));
        }
        for parts in places.iter().map(Vec::as_slice).chain(names.keys().copied()) {
            let place = place_of(parts);
            let name = names.get(parts).copied().unwrap_or_default();
            let about = naming::about(site, settings, &place, name);
            lists.push(List::new(edition, place, about, site, members.remove(parts).unwrap_or_default()));
        }
    }
    let mut editions: HashMap<Vec<String>, Vec<usize>> = HashMap::new();
    for list in &lists {
        editions.entry(list.place.parts.clone()).or_default().push(list.edition);
    }
    for list in &mut lists {
        list.editions = editions.get(&list.place.parts).cloned().unwrap_or_default();
    }
    lists
}

impl<'a> List<'a> {
    fn new(
        edition: usize,
        place: ListPlace,
        about: Option<About>,
        site: &Site,
        articles: Vec<&'a Entry>,
    ) -> Self {
        let size = site.page_size.max(1);
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let pages = number(articles.len().div_ceil(size));
        let newest_first = number(newest_first(articles.len(), size));
        Self { edition, place, editions: Vec::new(), about, pages, newest_first, articles }
    }
}

/// Writes the index pages of every list; those of `fronts` are arranged.
pub(super) fn write_lists(
    site: &Site,
    lists: &[List],
    fronts: &Fronts,
    output: &mut Output,
) -> Result<(), PressError> {
    for list in lists {
        let Some(edition) = site.editions.get(list.edition) else { continue };
        let items: Vec<Value> =
            list.articles.iter().map(|entry| source::ninjs::write_summary(&entry.summary)).collect();
        let front = fronts.get(&list.edition).filter(|_| list.place.parts.is_empty());
        write_list(edition, list, &items, site.page_size.max(1), front, output)?;
    }
    Ok(())
}

fn write_list(
    edition: &Edition,
    list: &List,
    items: &[Value],
    size: usize,
    front: Option<&Vec<Value>>,
    output: &mut Output,
) -> Result<(), PressError> {
    let (place, about) = (&list.place, list.about.as_ref());
    let owner = "a list of articles";
    for (number, page) in (1..).zip(items.chunks(size)) {
        let text = page_text(None, number, about, page);
        output.make(&list_file(edition, &place.at(number)), text.as_bytes(), owner)?;
    }
    let (pages, first) = (list.pages, list.newest_first);
    let text = match front {
        Some(blocks) => {
            format!("{}\n", json!({ "pages": pages, "first": first, "items": [], "front": blocks }))
        }
        None => {
            let newest = items.get((first as usize - 1) * size..).unwrap_or_default();
            page_text(Some(pages), first, about, newest)
        }
    };
    output.make(&list_file(edition, place), text.as_bytes(), owner)
}

/// The oldest page whose articles are in the newest file: the newest page alone could hold a single article, so an
/// unfinished one brings the page before it along.
fn newest_first(count: usize, size: usize) -> usize {
    let pages = count.div_ceil(size);
    if count.is_multiple_of(size) { pages.max(1) } else { pages.saturating_sub(1).max(1) }
}

/// An index page; `items` are given oldest first and listed newest first.
fn page_text(pages: Option<u32>, first: u32, about: Option<&About>, items: &[Value]) -> String {
    let newest_first: Vec<&Value> = items.iter().rev().collect();
    let mut page = json!({ "pages": pages, "first": first, "items": newest_first });
    if let (Some(about), Some(members)) = (about, page.as_object_mut()) {
        members.insert("about".to_owned(), source::ninjs::write_about(about));
    }
    format!("{page}\n")
}
