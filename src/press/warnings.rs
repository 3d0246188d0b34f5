//! What an article lacks, or says of itself in vain, although it can be published.

use std::path::Path;

use super::{Finding, articles::first_seen};
use crate::{
    locale::Locale,
    model::{Article, Availability, Instant, Site},
    naming,
    source::{Problem, dates},
};

/// Where an article says when it was published.
const PUBLISHED: &str = "/x/published";

/// The warnings about an article by itself: what its reader could not use, and what an editor may have meant
/// otherwise.
pub(super) fn warnings(
    file: &Path,
    text: &str,
    article: &Article,
    problems: &[Problem],
    site: &Site,
    now: Instant,
) -> Vec<Finding> {
    let mut findings: Vec<Finding> =
        problems.iter().map(|problem| Finding::of_problem(file, text, problem)).collect();
    let mut warn = |message: String, at: &str| {
        findings.push(Finding::left_out(file, message).into_warning().at(text, at))
    };

    let Some(edition) = site.editions.get(site.edition_of(&article.summary.path)) else { return findings };
    if let Some(language) = &article.summary.language
        && language.primary() != edition.language.primary()
    {
        let (expected, path) = (&edition.language, &edition.path);
        let message = format!("expected {expected}, the language of the edition at {path}, found {language}");
        warn(message, "/language");
    }
    if article.summary.headline.is_empty() {
        let shown = naming::headline(&article.summary, &Locale::new(edition));
        warn(format!("expected a headline, found none: readers see “{shown}”"), "/headlines");
    }
    // What stands there and is no time was named already.
    let has_problem = problems.iter().any(|problem| problem.pointer == PUBLISHED);
    if first_seen(article).is_none() && !has_problem && !article.standing {
        let message = "expected a time of publication, found none: lists show it as their oldest article";
        warn(message.to_owned(), PUBLISHED);
    }
    if article.summary.published.is_some_and(|published| published > now)
        && article.availability(now) == Availability::Published
        && let Some(published) = stated_publication(text).filter(|published| *published > now)
    {
        let message = format!(
            "expected a time of publication that has come, found {published}: the article is published all the \
             same; `embargoedUntil` holds one back"
        );
        warn(message, PUBLISHED);
    }
    findings
}

/// When the article itself says that it was published, if that can be read. What lists show in its place may be the
/// time of another field.
fn stated_publication(text: &str) -> Option<Instant> {
    let document = serde_json::from_str::<serde_json::Value>(text).ok()?;
    let published = document.pointer(PUBLISHED)?;
    // A number counts as its digits, as it does for the reader.
    dates::parse(&published.as_str().map_or_else(|| published.to_string(), str::to_owned))
}

/// The warning about the second of two articles with the same `uri`.
pub(super) fn same_uri(file: &Path, text: &str, uri: &str, first: &Path) -> Finding {
    let first = first.display();
    let message = format!(
        "expected a uri of its own, found {uri}, which {first} has too: reports and feeds cannot tell the two apart"
    );
    Finding::left_out(file, message).into_warning().at(text, "/uri")
}
