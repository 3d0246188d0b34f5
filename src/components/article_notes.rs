//! What stands around an article's text: corrections, sources, subjects, further reading.

use super::context::in_edition_language;
use super::summary_list::{Setting, story};
use super::{in_own_language, use_edition, use_locale};
use crate::locale::Message;
use crate::model::{Article, Correction, Subject, Summary};
use crate::naming;
use crate::piece::{Piece, element, nothing};

/// What was wrong in the article before, as far as it has no place in the text, for the top of the article: `places` has
/// the block of each correction.
pub fn corrections(article: &Article, places: &[Option<usize>]) -> Piece {
    let locale = use_locale();
    let left = article.corrections.iter().zip(places).enumerate().filter(|(_, (_, place))| place.is_none());
    let items = left.map(|(index, (correction, _))| {
        let date = correction.date.map(|date| {
            let time = element("time").set("datetime", date.to_string()).text(locale.date(date));
            Piece::from(vec![time.into(), crate::piece::text(": ")])
        });
        let words = in_own_language(element("span").text(correction.text.clone()), &article.summary);
        element("li").set("id", correction_id(index)).child(date).child(words).into()
    });
    let items: Vec<Piece> = items.collect();
    if items.is_empty() {
        return nothing();
    }
    element("section")
        .class("corrections")
        .set("aria-label", locale.text(Message::Corrections))
        .child(element("h2").text(locale.text(Message::Corrections)))
        .child(element("ul").children(items))
        .into()
}

/// The identifier of a correction in the page.
fn correction_id(index: usize) -> String {
    format!("correction-{}", index + 1)
}

/// When something was set right.
fn corrected(correction: &Correction) -> String {
    let locale = use_locale();
    match correction.date {
        Some(date) => locale.with(Message::Corrected, &[("date", &locale.date(date))]),
        None => locale.text(Message::CorrectedUndated),
    }
}

/// In short, above the article: that something in the text was set right, and the ways there.
pub fn corrected_lines(corrections: &[Correction], places: &[Option<usize>]) -> Vec<Piece> {
    let line = |(index, (correction, place)): (usize, (&Correction, &Option<usize>))| {
        (*place)?;
        let href = format!("#{}", correction_id(index));
        let link = element("a").set("href", href).set("rel", "external").text(corrected(correction));
        Some(element("p").class("corrected").child(link).into())
    };
    corrections.iter().zip(places).enumerate().filter_map(line).collect()
}

/// A correction of an article, counted from 0, at its place in the text.
pub fn correction_note(index: usize, article: &Article) -> Piece {
    let correction = &article.corrections[index];
    let when = element("strong").text(corrected(correction) + ".");
    element("p")
        .class("correction")
        .set("id", correction_id(index))
        .set("role", "note")
        .child(in_edition_language(when, &article.summary))
        .text(" ")
        .text(correction.text.clone())
        .into()
}

/// Where the text comes from, such as an agency.
pub fn text_sources(sources: &[String]) -> Piece {
    if sources.is_empty() {
        return nothing();
    }
    let locale = use_locale();
    let names = locale.list(sources);
    let words = locale.count(Message::Sources, sources.len() as u64, &[("names", &names)]);
    element("p").class("sources").text(words).into()
}

/// What the article is about.
pub fn subjects(subjects: &[Subject]) -> Piece {
    if subjects.is_empty() {
        return nothing();
    }
    let edition = use_edition();
    let items = subjects.iter().map(|subject| {
        let name = subject.name.clone();
        let place = naming::topic_place(&edition.site, &name);
        element("li").child(match place.map(|place| edition.href(&place.path(&edition.edition().path))) {
            Some(href) => element("a").set("href", href).text(name),
            None => element("span").text(name),
        })
    });
    element("ul")
        .class("subjects")
        .set("aria-label", edition.locale.text(Message::Subjects))
        .children(items)
        .into()
}

/// Articles to read next, as far as they are known as lists show them.
pub fn related_articles(related: &[Summary]) -> Piece {
    if related.is_empty() {
        return nothing();
    }
    let items = related.iter().map(|summary| story("li", summary, &Setting::RELATED));
    element("aside")
        .class("related")
        .set("data-related", "")
        .set("aria-labelledby", "related-label")
        .child(element("h2").set("id", "related-label").text(use_locale().text(Message::Related)))
        .child(element("ul").class("summaries").children(items))
        .into()
}
