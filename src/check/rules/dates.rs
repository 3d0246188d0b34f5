//! Rules about the moments that an article names.

use crate::{
    check::{Finding, first_seen, subject::Subject},
    model::{Availability, Instant},
    source::dates,
};

/// Where an article says when it was published.
const PUBLISHED: &str = "/x/published";

/// Where else it names moments.
const MOMENTS: [&str; 8] = [
    PUBLISHED,
    "/firstCreated",
    "/versionCreated",
    "/contentCreated",
    "/embargoedUntil",
    "/expires",
    "/firstcreated",
    "/versioncreated",
];

/// `published-missing` and `published-in-future`: an article says when it was published, and is not published before.
pub(super) fn published(subject: &Subject, findings: &mut Vec<Finding>) {
    let article = subject.article;
    // What stands there and is no time was named already.
    let has_problem = subject.problems.iter().any(|problem| problem.pointer == PUBLISHED);
    if first_seen(article).is_none() && !has_problem && !article.standing {
        let message = "expected a time of publication, found none: lists show it as their oldest article";
        findings.push(
            subject
                .warning("published-missing", message, PUBLISHED)
                .helped("add `x.published`, such as \"2026-11-24T08:30:00+05:00\""),
        );
    }
    if article.summary.published.is_some_and(|published| published > subject.now)
        && article.availability(subject.now) == Availability::Published
        && let Some(published) = stated_publication(subject).filter(|published| *published > subject.now)
    {
        let message = format!(
            "expected a time of publication that has come, found {published}: the article is published all the \
             same; `embargoedUntil` holds one back"
        );
        findings.push(
            subject
                .warning("published-in-future", message, PUBLISHED)
                .helped("add `embargoedUntil` with the same time, or correct the time"),
        );
    }
}

/// When the article itself says that it was published, if that can be read. What lists show in its place may be the
/// time of another field.
fn stated_publication(subject: &Subject) -> Option<Instant> {
    let published = subject.document.pointer(PUBLISHED)?;
    // A number counts as its digits, as it does for the reader.
    dates::parse(&published.as_str().map_or_else(|| published.to_string(), str::to_owned))
}

/// `date-without-offset`: a moment says how far its zone is from UTC.
pub(super) fn offsets(subject: &Subject, findings: &mut Vec<Finding>) {
    let corrections = subject.document.pointer("/x/corrections").and_then(|list| list.as_array());
    let corrections =
        (0..corrections.map_or(0, Vec::len)).map(|index| format!("/x/corrections/{index}/date"));
    for pointer in MOMENTS.into_iter().map(str::to_owned).chain(corrections) {
        let Some(moment) = subject.text_at(&pointer).filter(|text| !has_offset(text)) else { continue };
        if dates::parse(moment).is_some() {
            let message =
                format!("expected a time with its offset from UTC, found \"{moment}\", which counts as UTC");
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
