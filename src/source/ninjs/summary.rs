//! Summaries, and the index pages that hold them.

use super::associations::{Associations, associations};
use super::pictures::{picture, says_something};
use super::place;
use super::texts;
use crate::model::{Crumb, IndexPage, Instant, Picture, Summary};
use crate::source::error::{Read, SourceError};
use crate::source::front;
use crate::source::json::{self, Place, Problems};

/// An index page as `broadsheet press` writes it: `pages`, `first`, and `items` in ninjs. An arranged front has its
/// items in the blocks of `front`.
///
/// An item that cannot be read is a problem, and left out. An error means that the document is no
/// index page at all.
pub fn read_summaries(json: &str) -> Result<Read<IndexPage>, SourceError> {
    let value = json::parse(json)?;
    if !value.get("items").is_some_and(serde_json::Value::is_array) {
        return Err(json::wrong_format("an index page with a list of items", &value));
    }
    let problems = Problems::default();
    let root = Place::root(&value, &problems);
    let mut items: Vec<Summary> = root.list(&["items"]).iter().filter_map(summary_in_list).collect();
    let mut front = Vec::new();
    for block in root.list(&["front"]) {
        let Some((mut part, stories)) = front::part(&block) else { continue };
        let before = items.len();
        items.extend(stories.iter().filter_map(summary_in_list));
        part.stories = items.len() - before;
        front.push(part);
    }
    let pages = root.member("pages").and_then(|pages| pages.count());
    let first = root.member("first").and_then(|first| first.count()).unwrap_or(1).max(1);
    let newest_first = root.member("newestFirst").and_then(|first| first.count());
    let about = super::about::about(&root);
    let translations = place::translations(Some(&root));
    let page = IndexPage { pages, first, newest_first, translations, about, items, front };
    Ok(Read { value: page, problems: problems.into_inner() })
}

fn summary_in_list(item: &Place<'_>) -> Option<Summary> {
    if !item.is_object() || !looks_like_item(item) {
        item.unfit("an article in ninjs, with a uri");
        return None;
    }
    let language = item.member("language").and_then(|language| language.language());
    let mut associations = associations(item, language.as_ref());
    let picture = lead_picture(item, &mut associations);
    let summary = summary(item, picture).0;
    note_missing_uri(item);
    Some(summary)
}

/// Says that a document of its own has no identifier, if so.
pub(super) fn note_missing_uri(item: &Place<'_>) {
    if item.text_of("uri").is_none_or(|id| id.is_empty()) {
        let found = "none: reports and feeds know the article by its address alone";
        item.note("a uri, the same in every version of the article", found.to_owned());
    }
}

/// Whether an object can be meant as ninjs: it has a `uri`, or a headline or body as ninjs writes them.
pub(super) fn looks_like_item(item: &Place<'_>) -> bool {
    let is =
        |name: &str, test: fn(&serde_json::Value) -> bool| item.member(name).is_some_and(|m| test(m.value()));
    is("uri", serde_json::Value::is_string)
        || is("headlines", serde_json::Value::is_array)
        || is("bodies", serde_json::Value::is_array)
        || is("headline", serde_json::Value::is_string)
        || is("body_xhtml", serde_json::Value::is_string)
        || is("body_html", serde_json::Value::is_string)
}

/// Whether the item is itself a picture.
pub(super) fn is_picture(item: &Place<'_>) -> bool {
    matches!(item.text_of("type").as_deref(), Some("picture" | "graphic"))
}

/// The picture above an article, and in lists: an associated one, else the item's own files.
///
/// An item that is itself a picture shows that first.
pub(super) fn lead_picture(item: &Place<'_>, associations: &mut Associations) -> Option<Picture> {
    let own = || {
        let language = item.member("language").and_then(|language| language.language());
        let own = picture(item, language.as_ref(), false);
        Some(own).filter(|own| says_something(own) && !own.renditions.is_empty())
    };
    if is_picture(item) {
        own().or_else(|| associations.lead_picture())
    } else {
        associations.lead_picture().or_else(own)
    }
}

/// What lists show of an item, and the way to it.
pub(super) fn summary(item: &Place<'_>, picture: Option<Picture>) -> (Summary, Vec<Crumb>) {
    let x = item.member("x").filter(|x| {
        if !x.is_object() {
            x.unfit("an object");
        }
        x.is_object()
    });
    let x = x.as_ref();
    let language = item.member("language").and_then(|language| language.language());
    let headline = texts::headline(item, language.as_ref()).unwrap_or_default();
    let id = item.text_of("uri").unwrap_or_default();
    let crumbs = place::breadcrumbs(x);
    let path = place::path(x, &crumbs, &headline, &id);
    let date = |name: &str| item.member(name).and_then(|date| date.date());
    let published = x.and_then(|x| x.member("published")).and_then(|date| date.date());
    let modified: Option<Instant> = date("versionCreated");
    let summary = Summary {
        id: if id.is_empty() { path.to_string() } else { id },
        lead: texts::lead(item, language.as_ref(), is_picture(item)),
        picture,
        published: published.or_else(|| date("firstCreated")).or(modified),
        modified,
        section: x.and_then(|x| x.text_of("section")).or_else(|| place::section(&crumbs, &path)),
        headline,
        language,
        path,
    };
    (summary, crumbs)
}
