//! The rules that need all articles.

use std::{collections::HashMap, fs, path::Path};

use serde_json::Value;

use super::{
    Finding,
    newsroom::{Found, Index, LeadKind, Record},
    places::{at_address, find_below},
};
use crate::{
    model::SitePath,
    press::content::{Content, text_of},
};

/// A fault that is not yet at its place: its text is no longer at hand.
struct Fault {
    finding: Finding,
    place: Spot,
}

/// Where the fault of an article is.
enum Spot {
    /// At a pointer.
    At(&'static str),
    /// At the first address below a pointer that leads there.
    Leading(&'static str, SitePath),
    /// Where these words stand.
    Words(String),
}

/// The articles of which another has the address already, each with its finding, and the others.
pub(super) fn at_one_address(records: Vec<Record>, content: &Content) -> (Vec<Record>, Vec<Finding>) {
    let mut owners: HashMap<SitePath, usize> = HashMap::new();
    let (mut kept, mut findings) = (Vec::new(), Vec::new());
    for record in records {
        let Some(file) = content.articles.get(record.file) else { continue };
        if let Some(owner) = owners.get(&record.path).and_then(|owner| content.articles.get(*owner)) {
            let finding = super::address_taken(file, &record.path, &owner.display().to_string());
            findings.extend(placed(file, vec![Fault { finding, place: Spot::At("/x/url") }]));
        } else {
            owners.insert(record.path.clone(), record.file);
            kept.push(record);
        }
    }
    (kept, findings)
}

/// What is wrong with article number `number`, as one among others.
pub(super) fn findings(records: &[Record], number: usize, index: &Index, content: &Content) -> Vec<Finding> {
    let Some(record) = records.get(number) else { return Vec::new() };
    let Some(file) = content.articles.get(record.file) else { return Vec::new() };
    let owner = |number: usize| records.get(number).and_then(|record| content.articles.get(record.file));
    let mut faults = Vec::new();
    if let Some(first) = index.with_uri(&record.uri).filter(|first| *first != number).and_then(owner) {
        faults.push(Fault { finding: super::same_uri(file, &record.uri, first), place: Spot::At("/uri") });
    }
    if !index.lies_in_sections(&record.path) {
        let message = format!("expected an address in a section of site.json, found {}", record.path);
        let finding = Finding::warning(file, "section-unknown", message).helped(
            "add the section to site.json, or correct `x.url`: no list of a section shows the article",
        );
        faults.push(Fault { finding, place: Spot::At("/x/url") });
    }
    for alias in record.aliases.iter().filter(|alias| **alias != record.path) {
        if let Found::Article(other) = index.at(alias)
            && let Some(other) = owner(other).filter(|_| other != number)
        {
            let message = format!(
                "expected a former address that is free, found {alias}, where {} is",
                other.display()
            );
            let finding = Finding::warning(file, "alias-taken", message).helped("remove it from `x.aliases`");
            faults.push(Fault { finding, place: Spot::Leading("/x/aliases", alias.clone()) });
        }
    }
    leads(record, file, index, records, &mut faults);
    translations(record, file, index, records, &mut faults);
    placed(file, faults)
}

fn leads(record: &Record, file: &Path, index: &Index, records: &[Record], faults: &mut Vec<Fault>) {
    for lead in &record.leads {
        let (found, to) = (index.at(&lead.to), &lead.to);
        let fault = |code, message: String, help: &str, place| Fault {
            finding: Finding::warning(file, code, message).helped(help),
            place,
        };
        match (&lead.kind, found) {
            (LeadKind::Link, Found::Nothing) => faults.push(fault(
                "link-broken",
                format!("expected a link to a page of this site, found {to}, where nothing is"),
                "correct the address, or remove the link; addresses are written without the base path",
                Spot::Words(lead.words.clone()),
            )),
            (LeadKind::Crumb, Found::Nothing) => faults.push(fault(
                "section-unknown",
                format!("expected a step to a section of site.json, found {to}, where nothing is"),
                "add the section to site.json, or correct the address",
                Spot::Leading("/x/sections", to.clone()),
            )),
            (LeadKind::Related(_), Found::Nothing) => faults.push(fault(
                "related-missing",
                format!("expected a related article of this site, found {to}, where nothing is"),
                "correct `x.url` of the related article, or remove it",
                Spot::Leading("/associations", to.clone()),
            )),
            (LeadKind::Related(Some(uri)), Found::Article(other)) => {
                let theirs = records.get(other).map(|record| record.uri.as_str()).unwrap_or_default();
                if theirs != uri {
                    faults.push(fault(
                        "related-differs",
                        format!("expected the uri of the article at {to}, {theirs}, found {uri}"),
                        "correct `uri` or `x.url`: they name two articles",
                        Spot::Leading("/associations", to.clone()),
                    ));
                }
            }
            (LeadKind::Link | LeadKind::Crumb | LeadKind::Related(_), _) => {}
        }
    }
}

fn translations(record: &Record, file: &Path, index: &Index, records: &[Record], faults: &mut Vec<Fault>) {
    for translation in &record.translations {
        let to = &translation.path;
        let other = match index.at(to) {
            Found::Article(number) => records.get(number),
            Found::Other | Found::Nothing => None,
        };
        let (code, message, help) = match other {
            None => (
                "translation-missing",
                format!("expected an article in {} at {to}, found none", translation.language),
                "correct the address, or remove the translation until it is there",
            ),
            Some(other)
                if !other.translations.iter().any(|back| index.at(&back.path) == index.at(&record.path)) =>
            {
                (
                    "translation-one-way",
                    format!("expected {to} to name this article as its translation, found that it does not"),
                    "add this article to the `x.translations` of the other",
                )
            }
            Some(other)
                if other
                    .language
                    .as_ref()
                    .is_some_and(|own| own.primary() != translation.language.primary()) =>
            {
                (
                    "translation-differs",
                    format!(
                        "expected an article in {} at {to}, found one in another language",
                        translation.language
                    ),
                    "correct `language` here or there",
                )
            }
            Some(_) => continue,
        };
        let finding = Finding::warning(file, code, message).helped(help);
        faults.push(Fault { finding, place: Spot::Leading("/x/translations", to.clone()) });
    }
}

/// The findings at their places, for which the file is read again.
fn placed(file: &Path, faults: Vec<Fault>) -> Vec<Finding> {
    if faults.is_empty() {
        return Vec::new();
    }
    let text = fs::read(file).ok().and_then(|bytes| text_of(file, bytes).ok()).unwrap_or_default();
    let document: Value = serde_json::from_str(&text).unwrap_or(Value::Null);
    let placed = faults.into_iter().map(|Fault { finding, place }| match place {
        Spot::At(pointer) => finding.at(&text, pointer),
        Spot::Words(words) => at_address(finding, &text, &document, &words),
        Spot::Leading(pointer, to) => {
            let leads = |text: &str| SitePath::parse(text).as_ref() == Some(&to);
            let at = find_below(&document, pointer, &leads);
            finding.at(&text, at.as_deref().unwrap_or(pointer))
        }
    });
    placed.collect()
}
