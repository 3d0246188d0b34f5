//! The numbered index pages: of the front and of every section, in every edition.
//!
//! Pages are counted from the oldest article, so that a full page never changes again when articles are added.

use serde_json::{Value, json};

use super::{PressError, articles::Entry, front::Fronts, output::Output};
use crate::{
    model::{Article, Edition, Section, Site},
    route::ListPlace,
    source::{self, static_site::list_file},
};

/// A list of articles, and how many pages it has.
pub(super) struct List {
    /// The edition.
    pub edition: usize,
    /// The front or section.
    pub place: ListPlace,
    /// How many pages.
    pub pages: u32,
    /// The oldest page whose articles are in the newest file.
    pub newest_first: u32,
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

fn place_of(slugs: &[String]) -> ListPlace {
    ListPlace { section: slugs.to_vec(), page: None }
}

/// The lists of the site: of each edition the front, then every section.
pub(super) fn lists(site: &Site, articles: &[Entry]) -> Vec<List> {
    let mut places = vec![Vec::new()];
    section_places(&site.sections, &[], &mut places);
    let editions = 0..site.editions.len();
    let all = editions.flat_map(|edition| places.iter().map(move |slugs| (edition, slugs)));
    all.map(|(edition, slugs)| {
        let count = articles.iter().filter(|entry| is_in(entry, edition, slugs)).count();
        let size = site.page_size.max(1);
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let (pages, newest_first) = (number(count.div_ceil(size)), number(newest_first(count, size)));
        List { edition, place: place_of(slugs), pages, newest_first }
    })
    .collect()
}

/// Whether readers find the article in the list of `slugs`; without slugs, in that of the edition's front.
pub(super) fn is_in(entry: &Entry, edition: usize, slugs: &[String]) -> bool {
    entry.listed
        && entry.edition == edition
        && (slugs.is_empty() || entry.sections.iter().any(|own| own == slugs))
}

/// Writes the index pages of every list; those of `fronts` are arranged.
pub(super) fn write_lists(
    site: &Site,
    lists: &[List],
    fronts: &Fronts,
    articles: &[Entry],
    output: &mut Output,
) -> Result<(), PressError> {
    let mut oldest_first: Vec<&Entry> = articles.iter().collect();
    oldest_first.sort_by_key(|entry| (entry.first_seen, &entry.summary.path));
    for list in lists {
        let Some(edition) = site.editions.get(list.edition) else { continue };
        let items: Vec<Value> = oldest_first
            .iter()
            .filter(|entry| is_in(entry, list.edition, &list.place.section))
            .map(|entry| source::ninjs::write_summary(&entry.summary))
            .collect();
        let front = fronts.get(&list.edition).filter(|_| list.place.section.is_empty());
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
    let place = &list.place;
    let owner = "a list of articles";
    for (number, page) in (1..).zip(items.chunks(size)) {
        let text = page_text(None, number as usize, page);
        output.make(&list_file(edition, &place.at(number)), text.as_bytes(), owner)?;
    }
    let pages = items.len().div_ceil(size);
    if let Some(blocks) = front {
        let front = json!({ "pages": pages, "first": list.newest_first, "items": [], "front": blocks });
        return output.make(&list_file(edition, place), format!("{front}\n").as_bytes(), owner);
    }
    let first = newest_first(items.len(), size);
    let newest = items.get((first - 1) * size..).unwrap_or_default();
    output.make(&list_file(edition, place), page_text(Some(pages), first, newest).as_bytes(), owner)
}

/// The oldest page whose articles are in the newest file: the newest page alone could hold a single article, so an
/// unfinished one brings the page before it along.
fn newest_first(count: usize, size: usize) -> usize {
    let pages = count.div_ceil(size);
    if count.is_multiple_of(size) { pages.max(1) } else { pages.saturating_sub(1).max(1) }
}

/// An index page; `items` are given oldest first and listed newest first.
fn page_text(pages: Option<usize>, first: usize, items: &[Value]) -> String {
    let newest_first: Vec<&Value> = items.iter().rev().collect();
    format!("{}\n", json!({ "pages": pages, "first": first, "items": newest_first }))
}
