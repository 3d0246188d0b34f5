//! The feeds, in [JSON Feed 1.1](https://www.jsonfeed.org/version/1.1/): one beside the front of every edition, and
//! one beside every section, topic and person.

use serde_json::{Value, json};

use super::{
    PressError,
    articles::file_at,
    lists::List,
    output::Output,
    outside::{file_address, moment, object, shown, web_address},
};
use crate::{
    model::{About, Edition, Site, SitePath, Summary},
    naming,
    route::ListPlace,
};

/// A feed's name in the folder of its list.
pub(super) const FILE: &str = "feed.json";

/// How many of the newest articles a feed holds, so that it does not grow with the archive.
const LENGTH: usize = 30;

/// The whole address of the feed of a list, whichever of its pages is asked about.
pub(super) fn address(site: &Site, edition: &Edition, place: &ListPlace) -> String {
    file_address(site, &place.newest().path(&edition.path), FILE)
}

/// What a feed is called: its list, then the site; the front's feed is the site's own.
pub(super) fn title(site: &Site, edition: &Edition, place: &ListPlace, about: Option<&About>) -> String {
    let section = naming::section_of(site, place).map(|section| section.name.get(&edition.language));
    let name = about.map(|about| about.name.as_str()).or(section);
    naming::title(name.unwrap_or_default(), site.name.get(&edition.language))
}

/// Writes the feed of every list, unless the content folder brings its own.
pub(super) fn write_feeds(site: &Site, lists: &[List], output: &mut Output) -> Result<(), PressError> {
    let favicon = output.holds("favicon.svg");
    for list in lists {
        let Some(edition) = site.editions.get(list.edition) else { continue };
        let file = file_at(&list.place.path(&edition.path), FILE);
        if output.is_folder(&file) || output.claim(&file, "the feed of a list").is_err() {
            continue;
        }
        let newest_first = list.articles.iter().rev().take(LENGTH);
        let items = newest_first.map(|entry| item(site, edition, &entry.summary)).collect();
        let feed = feed(site, edition, list, favicon, items);
        output.write(&file, format!("{feed}\n").as_bytes())?;
    }
    Ok(())
}

fn feed(site: &Site, edition: &Edition, list: &List, favicon: bool, items: Vec<Value>) -> Value {
    let (place, about) = (&list.place, list.about.as_ref());
    let description = naming::list_description(site, edition, place, about);
    let favicon = favicon.then(|| file_address(site, &SitePath::root(), "favicon.svg"));
    let icon = site.logo.as_ref().and_then(|logo| web_address(site, logo)).or_else(|| favicon.clone());
    object([
        ("version", json!("https://jsonfeed.org/version/1.1")),
        ("title", json!(title(site, edition, place, about))),
        ("home_page_url", json!(site.public_address(&place.path(&edition.path)))),
        ("feed_url", json!(address(site, edition, place))),
        ("description", json!(description)),
        ("icon", json!(icon)),
        ("favicon", json!(favicon)),
        ("language", json!(edition.language.as_str())),
        ("items", Value::Array(items)),
    ])
}

fn item(site: &Site, edition: &Edition, summary: &Summary) -> Value {
    let address = site.public_address(&summary.path);
    let id = if summary.id.is_empty() { &address } else { &summary.id };
    let headline = Some(&summary.headline).filter(|headline| !headline.is_empty());
    let image = summary.picture.as_ref().and_then(|picture| shown(site, picture));
    let language = summary.language.as_ref().unwrap_or(&edition.language);
    object([
        ("id", json!(id)),
        ("url", json!(address)),
        ("title", json!(headline)),
        ("summary", json!(summary.lead)),
        // A feed leads to the articles, it does not replace them; but an item needs a text, be it empty.
        ("content_text", json!(summary.lead.as_deref().unwrap_or_default())),
        ("image", json!(image.map(|image| image.address))),
        ("date_published", json!(summary.published.map(|at| moment(at, edition)))),
        ("date_modified", json!(summary.modified.map(|at| moment(at, edition)))),
        ("language", json!(language.as_str())),
        // Summaries do not say who made the article.
        ("authors", json!([])),
        ("tags", json!(summary.section.iter().collect::<Vec<_>>())),
    ])
}
