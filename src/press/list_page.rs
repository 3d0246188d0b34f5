//! The pages of a list: which articles each has, what it is made of, and what it says.

use super::{
    PressError,
    front::Fronts,
    kept::Kept,
    key::{Key, KeyMaker},
    lists::List,
    output::Output,
    told::Entry,
};
use crate::{model::IndexPage, route::ListPlace, source::ninjs};

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
        if self.front(place, fronts).is_some() {
            return Ok(self.text_of(place, newest_first, fronts, &[]));
        }
        if self.is_of_names() {
            return Ok(self.text_of(place, newest_first, fronts, self.names_of(place)));
        }
        let items = self.articles_of(place).iter().rev().map(|entry| output.item(entry));
        let items: Vec<String> = items.collect::<Result<_, _>>()?;
        Ok(self.text_of(place, newest_first, fronts, &items))
    }

    /// What a browser makes of the text of one of its pages, but for captions, which lists do not show: put together of kept
    /// articles, of which [`ninjs::write_summary`] promises that they would say the same. `None` where not all are kept, and
    /// for an arranged front and for names: then the text is read.
    pub fn page(
        &self,
        place: &ListPlace,
        newest_first: Option<u32>,
        (fronts, kept): (&Fronts, &Kept),
    ) -> Option<IndexPage> {
        if self.is_of_names() || self.front(place, fronts).is_some() {
            return None;
        }
        let summary = |entry: &&Entry| Some(kept.get(&entry.path)?.summary.clone());
        let items = self.articles_of(place).iter().rev().map(summary).collect::<Option<_>>()?;
        let without_items = self.text_of(place, newest_first, fronts, &[]);
        Some(IndexPage { items, ..ninjs::read_summaries(&without_items).ok()?.value })
    }

    fn text_of(
        &self,
        place: &ListPlace,
        newest_first: Option<u32>,
        fronts: &Fronts,
        items: &[String],
    ) -> String {
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
            None => text.push_str(&format!("\"items\":[{}]", items.join(","))),
        }
        if let Some(newest_first) = newest_first.or(self.is_of_names().then_some(self.pages)) {
            text.push_str(&format!(",\"newestFirst\":{newest_first}"));
        }
        text.push_str(&format!(",\"pages\":{pages}"));
        if !self.translations(place).is_empty() {
            text.push_str(&format!(",\"translations\":{}", self.translations(place)));
        }
        text.push_str("}\n");
        text
    }
}
