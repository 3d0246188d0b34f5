//! What is wrong with articles as ones among others: links that lead nowhere, sections that are not there, translations
//! that do not point back; and withdrawn articles that lead on to nothing. The rules are those of `broadsheet check`.

use std::path::Path;

use rayon::prelude::*;

use super::{
    Finding,
    content::Content,
    output::Output,
    told::{Entry, Told},
};
use crate::{
    check::{
        self,
        index::Index,
        newsroom::{Facts, Record, Sight},
        related,
        subject::Reading,
        ways::Known,
    },
    model::Instant,
};

/// What the press says itself, as it comes to the second of two articles, or to what leads on.
const SAID: [&str; 3] = ["uri-taken", "alias-taken", "alias-unfit"];

/// Looks at all articles, once all files of the site are reserved. Only those are read again that count on what is not there.
pub(super) fn findings(content: &Content, articles: &[Told], now: Instant, output: &Output) -> Vec<Finding> {
    let known = Known::of(output.recorded().collect(), articles.par_iter().map(|told| facts(&told.entry)));
    let suspects: Vec<usize> = (0..articles.len())
        .into_par_iter()
        .filter(|number| articles.get(*number).is_some_and(|told| !known.suffices(&told.ways)))
        .collect();
    if suspects.is_empty() && content.withdrawn.places().all(|to| known.has(to)) {
        return Vec::new();
    }
    let has_file = |file: &str| content.has_file(file);
    let all = articles.iter().map(|told| {
        let lists = told.entry.lists.iter().map(|(list, _)| list).collect();
        Facts { lists, ..facts(&told.entry) }
    });
    let index = Index::of(all.collect(), &content.site, &has_file);
    let look = |number: usize| {
        let file: &Path = &articles.get(number)?.entry.source;
        // One that cannot be read by now was read before: the next pressing tells.
        let reading = Reading::of(file).ok()?.settled_in(&content.site);
        let record = Record::of(&reading.subject(file, &content.site, now), number);
        Some(related::findings(&record, number, &index))
    };
    let found = suspects.into_par_iter().filter_map(look).flatten_iter();
    let mut found: Vec<Finding> = found.filter(|finding| !SAID.contains(&finding.code)).collect();
    found.extend(check::withdrawn_to_nothing(content, &index));
    found
}

/// What others have to know of an article to lead to it, its lists excepted.
fn facts(entry: &Entry) -> Facts<'_> {
    let sight = match (entry.open, &entry.gone) {
        (true, _) => Sight::Open,
        (false, Some(_)) => Sight::Withdrawn,
        (false, None) => Sight::HeldBack,
    };
    Facts {
        file: &entry.source,
        path: &entry.path,
        uri: &entry.id,
        language: entry.language.as_ref(),
        aliases: &entry.aliases,
        translations: entry.versions.iter().skip(1).map(|version| &version.path).collect(),
        sight,
        edition: entry.edition,
        listed: entry.listed,
        lists: Vec::new(),
    }
}
