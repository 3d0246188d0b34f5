//! A feed as a JSON Feed.

use serde_json::{Value, json};

use super::{FORMATS, Feed, Item};
use crate::press::outside::object;

/// The feed as JSON.
pub(super) fn write(feed: &Feed) -> String {
    let [_, own] = &FORMATS;
    let feed = object([
        ("version", json!("https://jsonfeed.org/version/1.1")),
        ("title", json!(feed.title)),
        ("home_page_url", json!(feed.home)),
        ("feed_url", json!(feed.address(own.file))),
        ("description", json!(feed.description)),
        ("icon", json!(feed.logo.as_ref().or(feed.favicon.as_ref()))),
        ("favicon", json!(feed.favicon)),
        ("authors", json!([person(&feed.publisher.0, Some(&feed.publisher.1))])),
        ("language", json!(feed.language)),
        ("items", Value::Array(feed.items.iter().map(|one| item(one)).collect())),
    ]);
    format!("{feed}\n")
}

fn item(item: &Item) -> Value {
    let title = Some(&item.title).filter(|title| !title.is_empty());
    let authors: Vec<Value> = item.authors.iter().map(|(name, page)| person(name, page.as_deref())).collect();
    object([
        ("id", json!(item.id)),
        ("url", json!(item.address)),
        ("title", json!(title)),
        ("summary", json!(item.summary)),
        ("content_html", json!(item.html)),
        ("image", json!(item.image.as_ref().map(|image| &image.address))),
        ("date_published", json!(item.published)),
        ("date_modified", json!(item.modified)),
        ("language", json!(item.language)),
        // Without authors of its own, an item has those of the feed.
        ("authors", if authors.is_empty() { Value::Null } else { Value::Array(authors) }),
        ("tags", json!(item.tags)),
    ])
}

fn person(name: &str, page: Option<&str>) -> Value {
    object([("name", json!(name)), ("url", json!(page))])
}
