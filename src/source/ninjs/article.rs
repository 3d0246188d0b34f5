//! Whole articles.

use serde_json::Value;

#[cfg(feature = "native")]
use super::associations::related_articles;
use super::associations::{associations, media_block};
use super::body::body;
use super::credits::{credits, sources};
use super::place::translations;
use super::subjects::subjects;
use super::summary::{lead_picture, looks_like_item, note_missing_uri, summary};
use super::texts::subtitle;
use crate::model::{Article, Correction, Instant, PublicationStatus, SitePath};
use crate::source::dates;
use crate::source::error::{Read, SourceError};
use crate::source::json::{self, Place, Problems};

/// An article in ninjs of any generation.
///
/// What cannot be used is a problem beside the article. An error means that the text is not JSON, or
/// that the JSON is nothing like ninjs: no object, or one without `uri`, headline and body.
pub fn read_article(json: &str) -> Result<Read<Article>, SourceError> {
    article_of(&json::parse(json)?)
}

/// The same of a document that is parsed already. The error can only be that it is nothing like ninjs.
pub(crate) fn article_of(document: &Value) -> Result<Read<Article>, SourceError> {
    let problems = Problems::default();
    let item = Place::root(document, &problems);
    if !item.is_object() || !looks_like_item(&item) {
        return Err(json::wrong_format("an article in IPTC ninjs", document));
    }
    let article = article(&item);
    Ok(Read { value: article, problems: in_order(problems) })
}

/// The articles to read next that a document names.
#[cfg(feature = "native")]
pub(crate) fn related_of(document: &Value) -> Vec<crate::model::Summary> {
    let problems = Problems::default();
    let item = Place::root(document, &problems);
    let language = item.member("language").and_then(|language| language.language());
    related_articles(&item, language.as_ref())
}

/// The problems, each once: a place that two readers looked at is noted by both.
fn in_order(problems: Problems) -> Vec<crate::source::error::Problem> {
    let mut seen = std::collections::HashSet::new();
    let mut problems = problems.into_inner();
    problems.retain(|problem| seen.insert((problem.pointer.clone(), problem.expected.clone())));
    problems
}

fn article(item: &Place<'_>) -> Article {
    let language = item.member("language").and_then(|language| language.language());
    let x = item.member("x").filter(Place::is_object);
    let x = x.as_ref();
    let mut associations = associations(item, language.as_ref());
    let mut blocks = body(item, &mut associations);
    let picture = lead_picture(item, &mut associations);
    let related = std::mem::take(&mut associations.related);
    blocks.extend(media_block(item, language.as_ref(), false));
    blocks.extend(associations.rest());
    let (summary, breadcrumbs) = summary(item, picture);
    note_missing_uri(item);
    let (status, embargoed_until) = release(item);
    Article {
        version: item.text_of("version").or_else(|| item.text_of("versionCreated")).unwrap_or_default(),
        subtitle: subtitle(item, language.as_ref()),
        body: blocks,
        breadcrumbs,
        credits: credits(item, x),
        sources: sources(item),
        subjects: subjects(item),
        corrections: corrections(x),
        translations: translations(x),
        related,
        standing: x.is_some_and(|x| x.member("standing").is_some_and(|standing| is_true(&standing))),
        aliases: paths(x, "aliases"),
        moved: x.and_then(|x| x.member("moved")).and_then(|path| path.path()),
        status,
        embargoed_until,
        expires: item.member("expires").and_then(|date| date.date()),
        summary,
    }
}

fn is_true(place: &Place<'_>) -> bool {
    if !place.value().is_boolean() {
        place.unfit("true or false");
    }
    place.value().as_bool() == Some(true)
}

/// The places of the site in a list.
fn paths(x: Option<&Place<'_>>, name: &str) -> Vec<SitePath> {
    let entries = x.map(|x| x.list(&[name])).unwrap_or_default();
    entries.iter().filter_map(|entry| entry.path()).collect()
}

/// Whether and from when the article may be shown.
///
/// What is not understood here holds the article back: a story that is late can still be published,
/// one that was published too early cannot be taken back.
fn release(item: &Place<'_>) -> (PublicationStatus, Option<Instant>) {
    let status = match item.member("pubStatus") {
        None => PublicationStatus::Usable,
        Some(place) => match place.text().map(|word| word.to_ascii_lowercase()).as_deref() {
            Some("usable") => PublicationStatus::Usable,
            Some("withheld") => PublicationStatus::Withheld,
            Some("canceled" | "cancelled") => PublicationStatus::Canceled,
            _ => {
                place.unfit("usable, withheld or canceled; until then the article is withheld");
                PublicationStatus::Withheld
            }
        },
    };
    let says_something =
        |embargo: &Place| embargo.value().as_str().is_none_or(|text| !text.trim().is_empty());
    let mut embargoes = ["embargoedUntil", "embargoed"].iter().filter_map(|name| item.member(name));
    let Some(embargo) = embargoes.find(says_something) else { return (status, None) };
    let moment = embargo.value().as_str().and_then(dates::parse);
    if moment.is_none() {
        embargo.unfit(
            "a date and time in quotation marks, such as \"2014-07-04T10:43:00+06:00\", without which the article \
             is held back",
        );
    }
    // Also of one that was cancelled nobody knows then whether it was ever published.
    (if moment.is_none() { PublicationStatus::Withheld } else { status }, moment)
}

fn corrections(x: Option<&Place<'_>>) -> Vec<Correction> {
    let entries = x.map(|x| x.list(&["corrections"])).unwrap_or_default();
    entries.iter().filter_map(correction).collect()
}

fn correction(entry: &Place<'_>) -> Option<Correction> {
    let text = if entry.value().is_string() { entry.text() } else { entry.text_of("text") };
    match text {
        Some(text) => {
            let quote = entry.text_of("quote");
            Some(Correction { date: entry.member("date").and_then(|date| date.date()), text, quote })
        }
        None => {
            entry.unfit("a correction with a text");
            None
        }
    }
}
