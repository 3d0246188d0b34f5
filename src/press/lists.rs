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
    key::{Key, KeyMaker},
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
    about_texts: [String; 2],
    /// Where other editions have the topic or person, as JSON; else empty.
    translations_text: String,
    /// How many articles a page has.
    size: usize,
    /// How many pages.
    pub pages: u32,
    /// The oldest page whose articles are in the newest file; of names the last page.
    pub newest_first: u32,
    /// Its articles, oldest first.
    pub articles: Vec<&'a Entry>,
    /// The topics or the people in the order of the alphabet, each as the JSON of an item, where it is a list of those.
    names: Vec<String>,
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
        let mut members: FxHashMap<&str, (Vec<&Entry>, Option<Named>)> = FxHashMap::default();
        for entry in own {
            members.entry("").or_default().0.push(entry);
            for (list, named) in entry.lists.iter() {
                let (articles, known) = members.entry(list).or_default();
                articles.push(entry);
                // The newest article's word for it stays, and the newest portrait.
                if let Some(named) = named {
                    let portrait = named.portrait.or_else(|| known.and_then(|known| known.portrait));
                    *known = Some(Named { portrait, ..named });
                }
            }
        }
        let named = members.iter().filter_map(|(list, (_, named))| Some((*list, (*named)?)));
        let named: BTreeMap<&str, Named> = named.collect();
        for list in [""].into_iter().chain(places.iter().map(String::as_str)).chain(named.keys().copied()) {
            let parts: Vec<String> =
                list.split('/').filter(|part| !part.is_empty()).map(str::to_owned).collect();
            let place = place_of(&parts);
            let named = named.get(list).copied().unwrap_or_default();
            let about = |named| naming::about(site, settings, &place, named);
            let abouts = [about(named), about(Named { portrait: None, ..named })];
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

impl List<'_> {
    /// Its numbered pages, from the oldest. The first names are at its own address alone.
    pub fn numbered(&self) -> impl Iterator<Item = ListPlace> {
        let first = if self.is_of_names() { 2 } else { 1 };
        (first..=self.pages).map(|number| self.place.at(number))
    }

    /// The names of one of its pages.
    fn names_of(&self, place: &ListPlace) -> &[String] {
        let page = place.page.map_or(0, |number| number as usize - 1);
        self.names.chunks(self.size).nth(page).unwrap_or_default()
    }

    /// The articles of one of its pages, oldest first.
    fn articles_of(&self, place: &ListPlace) -> &[&Entry] {
        let start = |number: u32| (number as usize).saturating_sub(1).saturating_mul(self.size);
        let articles = match place.page {
            Some(number) => {
                self.articles.get(start(number)..self.articles.len().min(start(number) + self.size))
            }
            None => self.articles.get(start(self.newest_first)..),
        };
        articles.unwrap_or_default()
    }

    /// The arranged front, where one of its pages is that.
    fn front<'f>(&self, place: &ListPlace, fronts: &'f Fronts) -> Option<&'f str> {
        let is_front = self.place.parts.is_empty() && place.page.is_none();
        fronts.get(&self.edition).filter(|_| is_front).map(String::as_str)
    }

    /// The key of one of its pages: of all that its text is made of.
    pub fn key(&self, place: &ListPlace, fronts: &Fronts) -> Key {
        let mut key = KeyMaker::new("page of a list").with(self.about_text(place));
        key.add(self.translations(place));
        for number in [place.page.unwrap_or(0), self.newest_first, self.pages].iter().take(self.counts(place))
        {
            key.add(number.to_le_bytes());
        }
        match self.front(place, fronts) {
            Some(blocks) => key.add(blocks),
            None => self.articles_of(place).iter().for_each(|entry| key.add(entry.key)),
        }
        self.names_of(place).iter().for_each(|name| key.add(name));
        key.done()
    }

    /// What one of its pages is about, as JSON.
    fn about_text(&self, place: &ListPlace) -> &str {
        let [newest, numbered] = &self.about_texts;
        if place.page.is_some() { numbered } else { newest }
    }

    /// Where other editions have what one of its pages is about, as JSON. A numbered page says nothing of it: a full one
    /// does not change when an edition begins with a topic.
    fn translations(&self, place: &ListPlace) -> &str {
        if place.page.is_some() { "" } else { &self.translations_text }
    }

    /// How many of the numbers of a list one of its pages depends on: the newest one alone says how many there are, and
    /// every page of names.
    fn counts(&self, place: &ListPlace) -> usize {
        if place.page.is_some() && !self.is_of_names() { 1 } else { 3 }
    }

    /// One of its pages, as JSON. `newest_first` is told where the page in a browser should know it.
    pub fn text(
        &self,
        place: &ListPlace,
        newest_first: Option<u32>,
        fronts: &Fronts,
        output: &Output,
    ) -> Result<String, PressError> {
        let (first, pages) = match place.page {
            Some(number) => (number, "null".to_owned()),
            None if self.is_of_names() => (1, self.pages.to_string()),
            None => (self.newest_first, self.pages.to_string()),
        };
        let mut text = String::from("{");
        if !self.about_text(place).is_empty() {
            text.push_str(&format!("\"about\":{},", self.about_text(place)));
        }
        text.push_str(&format!("\"first\":{first},"));
        match self.front(place, fronts) {
            Some(blocks) => text.push_str(&format!("\"front\":{blocks},\"items\":[]")),
            None => {
                let items = self.articles_of(place).iter().rev().map(|entry| output.item(entry));
                let items: Vec<String> = items.collect::<Result<_, _>>()?;
                let items = if self.is_of_names() { self.names_of(place) } else { &items };
                text.push_str(&format!("\"items\":[{}]", items.join(",")));
            }
        }
        if let Some(newest_first) = newest_first.or(self.is_of_names().then_some(self.pages)) {
            text.push_str(&format!(",\"newestFirst\":{newest_first}"));
        }
        text.push_str(&format!(",\"pages\":{pages}"));
        if !self.translations(place).is_empty() {
            text.push_str(&format!(",\"translations\":{}", self.translations(place)));
        }
        text.push_str("}\n");
        Ok(text)
    }
}

/// The oldest page whose articles are in the newest file: the newest page alone could hold a single article, so an
/// unfinished one brings the page before it along.
fn newest_first(count: usize, size: usize) -> usize {
    let pages = count.div_ceil(size);
    if count.is_multiple_of(size) { pages.max(1) } else { pages.saturating_sub(1).max(1) }
}
