//! The numbered index pages: of the front, every section, topic and person in every edition; and of all names of topics and
//! people. Pages are counted from the oldest article, so that a full page never changes again when articles are added.

use std::collections::BTreeMap;

use rayon::prelude::*;
use rustc_hash::FxHashMap;
use serde_json::Value;

use super::{
    PressError,
    front::Fronts,
    head::{Version, of_list},
    names,
    output::Output,
    sections,
    told::{Entry, Told},
};
use crate::{
    model::{About, Site},
    naming::{self, Named},
    route::{ListKind, ListPlace},
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
    /// The same as JSON, as the newest page and as the numbered ones have it; else empty. A portrait that only articles name
    /// is on the newest page alone: a full one does not change with a later article.
    pub(super) about_texts: [String; 2],
    /// Where other editions have the topic or person, as JSON; else empty.
    pub(super) translations_text: String,
    /// How many articles a page has.
    pub(super) size: usize,
    /// How many pages.
    pub pages: u32,
    /// The oldest page whose articles are in the newest file; of names the last page.
    pub newest_first: u32,
    /// Its articles, oldest first.
    pub articles: Vec<&'a Entry>,
    /// The topics or the people in the order of the alphabet, each as the JSON of an item, where it is a list of those.
    pub(super) names: Vec<String>,
}

fn place_of(parts: &[String]) -> ListPlace {
    ListPlace { parts: parts.to_vec(), page: None }
}

/// The lists of the site: of each edition the front, then every section, then every topic and person that its
/// articles name, then all topics and all people.
pub(super) fn lists<'a>(site: &Site, articles: &'a [Told]) -> Vec<List<'a>> {
    let mut oldest_first: Vec<&Entry> =
        articles.iter().map(|told| &told.entry).filter(|entry| entry.listed).collect();
    oldest_first.par_sort_by(|one, other| one.order().cmp(&other.order()));
    let places: Vec<String> = sections::places(site).iter().map(|parts| parts.join("/")).collect();
    let mut lists = Vec::new();
    for (edition, settings) in site.editions.iter().enumerate() {
        let own = oldest_first.iter().copied().filter(|entry| entry.edition == edition);
        let mut members: FxHashMap<&str, (Vec<&Entry>, Option<[Named; 2]>)> = FxHashMap::default();
        for entry in own {
            members.entry("").or_default().0.push(entry);
            for (list, named) in entry.lists.iter() {
                let (articles, known) = members.entry(list).or_default();
                articles.push(entry);
                // Its first page has the newest article's word for it, and the newest portrait; its numbered pages have the
                // oldest one's word, so that a full one never changes.
                if let Some(named) = named {
                    let [newest, oldest] = known.unwrap_or([named, Named { portrait: None, ..named }]);
                    let portrait = named.portrait.or(newest.portrait);
                    *known = Some([Named { portrait, ..named }, oldest]);
                }
            }
        }
        let named = members.iter().filter_map(|(list, (_, named))| Some((*list, (*named)?)));
        let named: BTreeMap<&str, [Named; 2]> = named.collect();
        for list in [""].into_iter().chain(places.iter().map(String::as_str)).chain(named.keys().copied()) {
            let parts: Vec<String> =
                list.split('/').filter(|part| !part.is_empty()).map(str::to_owned).collect();
            let place = place_of(&parts);
            let named = named.get(list).copied().unwrap_or_default();
            let abouts = named.map(|named| naming::about(site, settings, &place, named));
            let (articles, _) = members.remove(list).unwrap_or_default();
            lists.push(List::new(edition, place, abouts, site, articles));
        }
        lists.extend(names::lists(site, edition, &lists));
    }
    let mut editions: FxHashMap<Vec<String>, Vec<usize>> = FxHashMap::default();
    for list in &lists {
        editions.entry(list.place.parts.clone()).or_default().push(list.edition);
    }
    for list in &mut lists {
        list.editions = editions.get(&list.place.parts).cloned().unwrap_or_default();
        list.translations_text = translations_text(site, list);
    }
    lists
}

/// Where other editions have a topic or person, or any: a browser cannot know by itself which of them do.
fn translations_text(site: &Site, list: &List) -> String {
    let is_everywhere = matches!(list.place.kind(), ListKind::Front | ListKind::Section);
    let own = site.editions.get(list.edition).filter(|_| !is_everywhere);
    let versions = own.map(|own| of_list(site, own, &list.place, &list.editions)).unwrap_or_default();
    let others: Vec<Value> = versions.iter().skip(1).map(Version::as_translation).collect();
    if others.is_empty() { String::new() } else { Value::Array(others).to_string() }
}

impl<'a> List<'a> {
    fn new(
        edition: usize,
        place: ListPlace,
        abouts: [Option<About>; 2],
        site: &Site,
        articles: Vec<&'a Entry>,
    ) -> Self {
        let size = site.page_size.max(1);
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let pages = number(articles.len().div_ceil(size));
        let newest_first = number(newest_first(articles.len(), size));
        let editions = Vec::new();
        let text =
            |about: &Option<About>| about.as_ref().map(|about| source::ninjs::write_about(about).to_string());
        let about_texts = abouts.each_ref().map(|about| text(about).unwrap_or_default());
        let [about, _] = abouts;
        let translations_text = String::new();
        Self {
            edition,
            place,
            editions,
            about,
            about_texts,
            translations_text,
            size,
            pages,
            newest_first,
            articles,
            names: Vec::new(),
        }
    }

    /// The list of all topics or all people of an edition, `size` on a page; `about` is what the list is called.
    pub fn of_names(
        edition: usize,
        place: ListPlace,
        about: About,
        site: &Site,
        (names, size): (Vec<String>, usize),
    ) -> Self {
        let pages = u32::try_from(names.len().div_ceil(size)).unwrap_or(u32::MAX);
        let list = Self::new(edition, place, [Some(about.clone()), Some(about)], site, Vec::new());
        Self { size, pages, newest_first: pages, names, ..list }
    }

    /// Whether it is of all topics or all people, and not of articles.
    pub fn is_of_names(&self) -> bool {
        !self.names.is_empty()
    }
}

/// Writes the index pages of every list; those of `fronts` are arranged.
pub(super) fn write_lists(
    site: &Site,
    lists: &[List],
    fronts: &Fronts,
    output: &mut Output,
) -> Result<(), PressError> {
    let owner = "a list of articles";
    let mut pages = Vec::new();
    for list in lists {
        let Some(edition) = site.editions.get(list.edition) else { continue };
        for place in list.numbered().chain([list.place.newest()]) {
            let file = list_file(edition, &place);
            output.claim(&file, owner).map_err(|by| PressError::Taken { file: file.clone(), by })?;
            pages.push((list, place, file));
        }
    }
    let output = &*output;
    pages.par_iter().try_for_each(|(list, place, file)| {
        output
            .draw(file, list.key(place, fronts), || Ok(list.text(place, None, fronts, output)?.into_bytes()))
    })
}

/// The oldest page whose articles are in the newest file: the newest page alone could hold a single article, so an
/// unfinished one brings the page before it along.
fn newest_first(count: usize, size: usize) -> usize {
    let pages = count.div_ceil(size);
    if count.is_multiple_of(size) { pages.max(1) } else { pages.saturating_sub(1).max(1) }
}
