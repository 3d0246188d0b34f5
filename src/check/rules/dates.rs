//! Rules about the moments that an article names.

use serde_json::Value;

use crate::{
    check::{Finding, first_seen, subject::Subject},
    model::{Availability, Instant, PublicationStatus},
    source::{Problem, dates, json::pointer_token},
};

/// Where an article says when it was published.
const PUBLISHED: &str = "/x/published";

/// Where it says when it was last changed.
const CHANGED: [&str; 2] = ["/versionCreated", "/versioncreated"];

/// Where the reader looks for the time of publication, in this order.
const PUBLICATION: [&str; 5] = [PUBLISHED, "/firstCreated", "/firstcreated", CHANGED[0], CHANGED[1]];

/// Where else an article names moments.
const OTHERS: [&str; 5] = ["/contentCreated", "/embargoedUntil", "/embargoeduntil", "/embargoed", "/expires"];

/// What comes of it where an article has no date.
const UNDATED: &str = ": its page has no date, and lists show it as their oldest article";

/// Whether an article lacks the date that it should have: a page that stands by itself needs none.
fn is_undated(subject: &Subject) -> bool {
    first_seen(subject.article).is_none() && !subject.article.standing
}

/// What comes of a problem, where its own sentence does not say so; mostly nothing.
pub(in crate::check) fn consequence(subject: &Subject, problem: &Problem) -> &'static str {
    if problem.pointer == PUBLISHED && is_undated(subject) { UNDATED } else { "" }
}

/// `published-missing` and `published-in-future`: an article says when it was published, and is not published before.
pub(super) fn published(subject: &Subject, findings: &mut Vec<Finding>) {
    let article = subject.article;
    // What stands there and is no time was named already, with the same consequence.
    let has_problem = subject.problems.iter().any(|problem| problem.pointer == PUBLISHED);
    if is_undated(subject) && !has_problem {
        let message = format!("expected a time of publication, found none{UNDATED}");
        findings.push(
            subject
                .warning("published-missing", message, PUBLISHED)
                .helped("add `x.published`, such as \"2026-11-24T08:30:00+05:00\""),
        );
    }
    if has_problem || article.availability(subject.now) != Availability::Published {
        return;
    }
    let to_come =
        |field: Option<(&'static str, Instant)>| field.filter(|(_, moment)| moment.begins() > subject.now);
    let published = first_moment(subject, &PUBLICATION);
    if let Some((pointer, moment)) = to_come(published) {
        let message = format!(
            "expected a time of publication that has come, found {moment}: the article is published all the \
             same; `embargoedUntil` holds one back"
        );
        findings.push(
            subject
                .warning("published-in-future", message, pointer)
                .helped("add `embargoedUntil` with the same time, or correct the time"),
        );
    }
    let changed =
        first_moment(subject, &CHANGED).filter(|_| published.is_some_and(|(at, _)| !CHANGED.contains(&at)));
    if let Some((pointer, moment)) = to_come(changed) {
        let message = format!("expected a time of the last change that has come, found {moment}");
        findings.push(subject.warning("changed-in-future", message, pointer).helped("correct the time"));
    }
}

/// `correction-in-future`: what is said to be set right was set right.
pub(super) fn corrections(subject: &Subject, findings: &mut Vec<Finding>) {
    if subject.article.availability(subject.now) != Availability::Published {
        return;
    }
    for pointer in dates_of_corrections(subject) {
        let moment = written(subject, &pointer).and_then(|text| dates::parse(&text));
        if let Some(moment) = moment.filter(|moment| moment.begins() > subject.now) {
            let message =
                format!("expected a time of a correction that has come, found {moment}, which readers see");
            findings
                .push(subject.warning("correction-in-future", message, &pointer).helped("correct the time"));
        }
    }
}

/// Where an article says when it was corrected.
fn dates_of_corrections(subject: &Subject) -> impl Iterator<Item = String> {
    let corrections = subject.document.pointer("/x/corrections").and_then(Value::as_array);
    (0..corrections.map_or(0, Vec::len)).map(|index| format!("/x/corrections/{index}/date"))
}

/// Where it names moments of the articles to read next. Those of pictures, films and sounds nobody is shown.
fn dates_of_related(subject: &Subject) -> Vec<String> {
    let entries: Vec<(String, &Value)> = match &subject.document["associations"] {
        Value::Array(items) => {
            items.iter().enumerate().map(|(index, item)| (index.to_string(), item)).collect()
        }
        Value::Object(members) => {
            members.iter().map(|(name, item)| (pointer_token(name).into_owned(), item)).collect()
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => Vec::new(),
    };
    let related = entries.into_iter().filter(|(_, item)| {
        !matches!(item["type"].as_str(), Some("picture" | "graphic" | "video" | "audio"))
    });
    let moments = |(place, _)| PUBLICATION.map(|moment| format!("/associations/{place}{moment}"));
    related.flat_map(moments).collect()
}

/// The first of some fields that names a moment, as the reader takes it.
fn first_moment(subject: &Subject, pointers: &[&'static str]) -> Option<(&'static str, Instant)> {
    pointers.iter().find_map(|pointer| Some((*pointer, dates::parse(&written(subject, pointer)?)?)))
}

/// What is written in a field: a number counts as its digits, as it does for the reader.
fn written(subject: &Subject, pointer: &str) -> Option<String> {
    match subject.document.pointer(pointer)? {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// `date-empty`: the end of an embargo or of an article that is an empty text counts as none, which may not be what was
/// meant.
pub(super) fn empty(subject: &Subject, findings: &mut Vec<Finding>) {
    let article = subject.article;
    let ends = [
        ("/embargoedUntil", article.embargoed_until, "is published as if it had no embargo"),
        ("/embargoed", article.embargoed_until, "is published as if it had no embargo"),
        ("/expires", article.expires, "stays published"),
    ];
    for (pointer, end, outcome) in ends {
        let Some(text) = subject.document.pointer(pointer).and_then(Value::as_str) else { continue };
        // Where it is held back for another reason, nothing comes of it.
        if text.trim().is_empty() && end.is_none() && article.status == PublicationStatus::Usable {
            let message = format!("expected a time, found \"{text}\": the article {outcome}");
            findings.push(
                subject
                    .warning("date-empty", message, pointer)
                    .helped("write the time and the offset of its zone, or remove the field"),
            );
        }
    }
}

/// `date-without-offset`: a moment says how far its zone is from UTC.
pub(super) fn offsets(subject: &Subject, findings: &mut Vec<Finding>) {
    let moments = PUBLICATION.into_iter().chain(OTHERS).map(str::to_owned);
    for pointer in moments.chain(dates_of_corrections(subject)).chain(dates_of_related(subject)) {
        let Some(moment) = written(subject, &pointer).filter(|text| !has_offset(text)) else { continue };
        // The reader takes the end of an embargo from a text alone, and has told of anything else.
        if pointer.starts_with("/embargo")
            && !subject.document.pointer(&pointer).is_some_and(Value::is_string)
        {
            continue;
        }
        if let Some(at) = dates::parse(&moment) {
            let counts = if at.is_day() { "noon UTC of that day" } else { "UTC" };
            let message = format!(
                "expected a time with its offset from UTC, found \"{moment}\", which counts as {counts}"
            );
            findings.push(
                subject
                    .warning("date-without-offset", message, &pointer)
                    .helped("write the time and the offset of its zone, such as 2026-11-24T08:30:00+05:00"),
            );
        }
    }
}

/// Whether a moment ends with an offset. What precedes the time of day has hyphens of its own.
fn has_offset(moment: &str) -> bool {
    let moment = moment.trim();
    let Some((_, time)) = moment.split_once(['T', 't', ' ']) else { return false };
    time.contains(['Z', 'z', '+', '-', '\u{2212}'])
}
