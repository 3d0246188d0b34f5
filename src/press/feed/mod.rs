//! The feeds, with the whole text of the newest articles: beside the front of every edition, and beside every section,
//! topic and person, one in Atom ([RFC 4287](https://www.rfc-editor.org/rfc/rfc4287)), and the same as a
//! [JSON Feed 1.1](https://www.jsonfeed.org/version/1.1/).
//!
//! Pure functions but for `write_feeds`: `item` makes an article an item, `text` writes its body as HTML for feed
//! readers, `atom` and `json` write a feed of items.

mod atom;
mod figures;
mod item;
mod json;
mod text;

use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

use rayon::prelude::*;

use super::{
    PressError,
    articles::file_at,
    kept::Kept,
    key::{Key, KeyMaker},
    lists::List,
    offer,
    output::Output,
    outside::{file_address, web_address},
    told::Entry,
};
use crate::{
    locale::Locale,
    model::{About, Edition, Site, SitePath},
    naming,
    route::ListPlace,
};
pub(super) use item::Item;

/// A format of feeds.
pub(super) struct Format {
    /// The feed's name in the folder of its list.
    pub file: &'static str,
    /// Its media type.
    pub kind: &'static str,
    write: fn(&Feed) -> String,
}

/// The formats, the one that most readers know first.
pub(super) const FORMATS: [Format; 2] = [
    Format { file: "feed.xml", kind: "application/atom+xml", write: atom::write },
    Format { file: "feed.json", kind: "application/feed+json", write: json::write },
];

/// How many of the newest articles a feed holds, so that it does not grow with the archive.
const LENGTH: usize = 30;

/// How many feeds are drawn at a time: the articles of so many are in memory together.
const BATCH: usize = 200;

/// A feed, before it is written in a format.
pub(super) struct Feed {
    /// What it is called.
    title: String,
    /// What it is about.
    description: Option<String>,
    /// The address of the page that it belongs to.
    home: String,
    /// The site's name, and the address of its front.
    publisher: (String, String),
    /// The language of its edition.
    language: String,
    /// The site's mark: a square one, and any one.
    favicon: Option<String>,
    logo: Option<String>,
    /// The articles, newest first.
    items: Vec<Arc<Item>>,
}

impl Feed {
    /// The feed of a list. `has_favicon` says whether the site has a `favicon.svg`; `items` are the newest first.
    pub fn new(
        site: &Site,
        edition: &Edition,
        (place, about): (&ListPlace, Option<&About>),
        has_favicon: bool,
        items: Vec<Arc<Item>>,
    ) -> Self {
        let site_name = site.name.get(&edition.language).to_owned();
        Self {
            title: title(site, edition, place, about),
            description: naming::list_description(site, edition, place, about),
            home: site.public_address(&place.newest().path(&edition.path)),
            publisher: (site_name, site.public_address(&edition.path)),
            language: edition.language.to_string(),
            favicon: has_favicon.then(|| file_address(site, &SitePath::root(), "favicon.svg")),
            logo: site.logo.as_ref().and_then(|logo| web_address(site, logo)),
            items,
        }
    }

    /// The address of one of its files.
    fn address(&self, file: &str) -> String {
        format!("{}{file}", self.home)
    }
}

/// The whole address of the feed of a list, whichever of its pages is asked about.
pub(super) fn address(site: &Site, edition: &Edition, place: &ListPlace, format: &Format) -> String {
    file_address(site, &place.newest().path(&edition.path), format.file)
}

/// What a feed is called: its list, then the site; the front's feed is the site's own.
pub(super) fn title(site: &Site, edition: &Edition, place: &ListPlace, about: Option<&About>) -> String {
    let section = naming::section_of(site, place).map(|section| section.name.get(&edition.language));
    let name = about.map(|about| about.name.as_str()).or(section);
    naming::title(name.unwrap_or_default(), site.name.get(&edition.language))
}

/// Writes the feeds of every list, unless the content folder brings its own.
pub(super) fn write_feeds(
    site: &Site,
    lists: &[List],
    kept: &Kept,
    output: &mut Output,
) -> Result<(), PressError> {
    let has_favicon = output.holds("favicon.svg");
    let locales: Vec<Locale> = site.editions.iter().map(Locale::new).collect();
    let mut wanted = Vec::new();
    for list in lists.iter().filter(|list| !list.is_of_names()) {
        let Some(edition) = site.editions.get(list.edition) else { continue };
        for format in &FORMATS {
            let file = file_at(&list.place.path(&edition.path), format.file);
            if offer::claim(&file, "the feed of a list", output) {
                wanted.push((list, edition, format, file));
            }
        }
    }
    let output = &*output;
    wanted.retain(|(list, _, format, file)| !output.keeps(file, key(list, format, has_favicon)));
    wanted.chunks(BATCH).try_for_each(|wanted| draw((site, &locales, has_favicon), wanted, kept, output))
}

/// A feed to be drawn, and its file.
type Wanted<'a> = (&'a List<'a>, &'a Edition, &'a Format, String);

/// Draws feeds. Each article is read once, though several lists hold it.
fn draw(
    (site, locales, has_favicon): (&Site, &[Locale], bool),
    wanted: &[Wanted],
    kept: &Kept,
    output: &Output,
) -> Result<(), PressError> {
    let entries: BTreeMap<&SitePath, &Entry> =
        wanted.iter().flat_map(|(list, ..)| newest(list)).map(|entry| (&entry.path, entry)).collect();
    let items: HashMap<&SitePath, Arc<Item>> = entries
        .into_par_iter()
        .filter_map(|(path, entry)| {
            let (edition, locale) = (site.editions.get(entry.edition)?, locales.get(entry.edition)?);
            let article = kept.article(entry, output)?;
            Some((path, Arc::new(Item::of(site, edition, locale, &article))))
        })
        .collect();
    wanted.par_iter().try_for_each(|(list, edition, format, file)| {
        output.draw(file, key(list, format, has_favicon), || {
            let items = newest(list).filter_map(|entry| items.get(&entry.path).cloned()).collect();
            let feed = Feed::new(site, edition, (&list.place, list.about.as_ref()), has_favicon, items);
            Ok((format.write)(&feed).into_bytes())
        })
    })
}

/// What a feed is made of.
fn key(list: &List, format: &Format, has_favicon: bool) -> Key {
    let about = format!("{:?}", list.about);
    let mut key = KeyMaker::new("feed").with(format.file).with([u8::from(has_favicon)]).with(about);
    newest(list).for_each(|entry| key.add(entry.key));
    key.done()
}

/// The articles of a list that its feeds hold, newest first.
fn newest<'l, 'e>(list: &'l List<'e>) -> impl Iterator<Item = &'e Entry> + use<'l, 'e> {
    list.articles.iter().rev().take(LENGTH).copied()
}
