//! The rules that need all articles.

use std::{collections::HashMap, fs, path::Path};

use serde_json::Value;

use super::{
    Finding,
    alike::{address_alike, spelling},
    index::{Found, Index},
    newsroom::{Facts, Lead, Record, Sight},
    places::{at_address, find_below},
};
use crate::{
    model::{SitePath, Translation},
    press::content::{Content, text_of},
};

/// A fault that is not yet at its place: its text is no longer at hand.
pub(super) struct Fault {
    pub finding: Finding,
    pub place: Spot,
}

/// Where the fault of an article is.
pub(super) enum Spot {
    /// At a pointer.
    At(String),
    /// At the first address below a pointer that leads there.
    Leading(&'static str, SitePath),
    /// Where these words stand.
    Words(String),
}

/// The articles of which another has the address already are left out. Returns the others, and what is wrong with the
/// addresses, those that are only alike included.
pub(super) fn at_one_address(records: Vec<Record>, content: &Content) -> (Vec<Record>, Vec<Finding>) {
    let mut owners: HashMap<SitePath, usize> = HashMap::new();
    let mut spellings: HashMap<String, usize> = HashMap::new();
    let (mut kept, mut findings) = (Vec::new(), Vec::new());
    let at_url = |file: &Path, finding: Finding| {
        placed(file, vec![Fault { finding, place: Spot::At("/x/url".to_owned()) }])
    };
    for record in records {
        let Some(file) = content.articles.get(record.file) else { continue };
        if let Some(owner) = owners.get(&record.path).and_then(|owner| content.articles.get(*owner)) {
            let finding = super::address_taken(file, &record.path, &owner.display().to_string());
            findings.extend(at_url(file, finding));
        } else {
            owners.insert(record.path.clone(), record.file);
            let first = *spellings.entry(spelling(&record.path)).or_insert(record.file);
            if let Some(first) = content.articles.get(first).filter(|_| first != record.file) {
                findings.extend(at_url(file, address_alike(file, &record.path, first)));
            }
            kept.push(record);
        }
    }
    (kept, findings)
}

/// What is wrong with article number `number`, as one among others.
pub(crate) fn findings(record: &Record, number: usize, index: &Index) -> Vec<Finding> {
    let Some(Facts { file, .. }) = index.facts(number) else { return Vec::new() };
    let mut faults = Vec::new();
    names(record, number, index, &mut faults);
    if let Some(step) = index.unknown_step(&record.path) {
        let message = format!(
            "expected an address in sections of site.json, found {}: nothing is at {step}",
            record.path
        );
        let finding = Finding::warning(file, "section-unknown", message).helped(
            "add the section to site.json, or correct `x.url`: no list shows the article as a part of it",
        );
        faults.push(Fault { finding, place: Spot::At("/x/url".to_owned()) });
    }
    for lead in &record.leads {
        faults.extend(broken(lead, file, index));
        // An article that is held back itself may wait for the same moment.
        if record.sight == Sight::Open {
            faults.extend(unseen(lead, file, index));
        }
    }
    translations(record, file, index, &mut faults);
    placed(file, faults)
}

/// What is wrong with the names that an article alone should have.
fn names(record: &Record, number: usize, index: &Index, faults: &mut Vec<Fault>) {
    let Some(Facts { file, .. }) = index.facts(number) else { return };
    let other = |other: usize| index.facts(other).filter(|_| other != number);
    if let Some(first) = index.with_uri(&record.uri).and_then(other) {
        let finding = super::same_uri(file, &record.uri, first.file);
        faults.push(Fault { finding, place: Spot::At("/uri".to_owned()) });
    }
    super::aliases::faults(record, number, index, faults);
}

/// What is wrong with something that leads nowhere, or not to where it says.
fn broken(lead: &Lead, file: &Path, index: &Index) -> Option<Fault> {
    let fault = |code, message: String, help: String| {
        let finding = Finding::warning(file, code, message).helped(help);
        Some(Fault { finding, place: spot(lead) })
    };
    match lead {
        Lead::Link(to, _) if index.at(to) == Found::Nothing => fault(
            "link-broken",
            format!("expected a link to a page of this site, found {to}, where nothing is"),
            "correct the address, or remove the link; addresses are written without the base path".to_owned(),
        ),
        Lead::Crumb(to) if index.at(to) == Found::Nothing => fault(
            "section-unknown",
            format!("expected a step to a section of site.json, found {to}, where nothing is"),
            "add the section to site.json, or correct the address".to_owned(),
        ),
        Lead::Related(to, _) if index.at(to) == Found::Nothing => fault(
            "related-missing",
            format!("expected a related article of this site, found {to}, where nothing is"),
            "correct `x.url` of the related article, or remove it".to_owned(),
        ),
        Lead::Related(to, Some(uri)) => {
            let Found::Article(other) = index.at(to) else { return None };
            let theirs = index.facts(other)?.uri;
            if theirs == uri {
                return None;
            }
            fault(
                "related-differs",
                format!("expected the uri of the article at {to}, {theirs}, found {uri}"),
                "correct `uri` or `x.url`: they name two articles".to_owned(),
            )
        }
        Lead::Named(uri, _) if index.with_uri(uri).is_none() => fault(
            "related-missing",
            format!("expected a related article of this site, found the uri {uri}, which no article has"),
            "correct `uri`, or remove the related article".to_owned(),
        ),
        Lead::Link(..) | Lead::Crumb(_) | Lead::Related(..) | Lead::Named(..) => None,
    }
}

/// What is wrong with something that leads to what readers do not see.
fn unseen(lead: &Lead, file: &Path, index: &Index) -> Option<Fault> {
    let to = match lead {
        Lead::Link(to, _) | Lead::Crumb(to) | Lead::Related(to, _) => to,
        Lead::Named(uri, _) => index.facts(index.with_uri(uri)?)?.path,
    };
    let words = hidden(to, index)?;
    let (code, what) = match lead {
        Lead::Related(..) | Lead::Named(..) => ("related-hidden", "a related article"),
        _ => ("link-hidden", "a link to a page"),
    };
    let message = format!("expected {what} that readers can see, found {to}, which is {words}");
    let finding = Finding::warning(file, code, message)
        .helped("remove it until readers can see that article, or hold this article back as well");
    Some(Fault { finding, place: spot(lead) })
}

/// Why readers do not see the article at a place, if there is one and they do not.
pub(super) fn hidden(place: &SitePath, index: &Index) -> Option<&'static str> {
    let Found::Article(number) = index.at(place) else { return None };
    match index.facts(number)?.sight {
        Sight::Open => None,
        Sight::HeldBack => Some("held back"),
        Sight::Withdrawn => Some("withdrawn"),
    }
}

fn spot(lead: &Lead) -> Spot {
    match lead {
        Lead::Link(_, words) => Spot::Words(words.clone()),
        Lead::Crumb(to) => Spot::Leading("/x/sections", to.clone()),
        Lead::Related(to, _) => Spot::Leading("/associations", to.clone()),
        Lead::Named(_, pointer) => Spot::At(pointer.clone()),
    }
}

fn translations(record: &Record, file: &Path, index: &Index, faults: &mut Vec<Fault>) {
    for translation in &record.translations {
        let to = &translation.path;
        let other = match index.at(to) {
            Found::Article(number) => index.facts(number),
            Found::Other | Found::Nothing => None,
        };
        let Some((code, message, help)) = translation_fault(record, translation, other, index) else {
            continue;
        };
        let finding = Finding::warning(file, code, message).helped(help);
        faults.push(Fault { finding, place: Spot::Leading("/x/translations", to.clone()) });
    }
}

/// What is wrong with what an article says of its translation, which is `other`: the rule, the sentence, and how to mend it.
fn translation_fault(
    record: &Record,
    translation: &Translation,
    other: Option<&Facts<'_>>,
    index: &Index,
) -> Option<(&'static str, String, &'static str)> {
    let to = &translation.path;
    Some(match other {
        None => (
            "translation-missing",
            format!("expected an article in {} at {to}, found none", translation.language),
            "correct the address, or remove the translation until it is there",
        ),
        // What else is amiss with it can be told when readers see it.
        Some(other) if other.sight != Sight::Open && record.sight == Sight::Open => (
            "translation-hidden",
            format!(
                "expected a translation that readers can see, found {to}, which is {}",
                hidden(to, index).unwrap_or_default()
            ),
            "remove the translation until readers can see it",
        ),
        // Nor is it time to point to this one where only the other is seen.
        Some(other) if other.sight == Sight::Open && record.sight != Sight::Open => return None,
        Some(other) if !other.translations.iter().any(|back| index.at(back) == index.at(&record.path)) => (
            "translation-one-way",
            format!("expected {to} to name this article as its translation, found that it does not"),
            "add this article to the `x.translations` of the other",
        ),
        Some(other) if other.language.is_some_and(|own| own.primary() != translation.language.primary()) => (
            "translation-differs",
            format!("expected an article in {} at {to}, found one in another language", translation.language),
            "correct `language` here or there",
        ),
        Some(_) => return None,
    })
}

/// The findings at their places, for which the file is read again.
pub(super) fn placed(file: &Path, faults: Vec<Fault>) -> Vec<Finding> {
    if faults.is_empty() {
        return Vec::new();
    }
    let text = fs::read(file).ok().and_then(|bytes| text_of(file, bytes).ok()).unwrap_or_default();
    let document: Value = serde_json::from_str(&text).unwrap_or(Value::Null);
    let placed = faults.into_iter().map(|Fault { finding, place }| match place {
        Spot::At(pointer) => finding.at(&text, &pointer),
        Spot::Words(words) => at_address(finding, &text, &document, &words),
        Spot::Leading(pointer, to) => {
            let leads = |text: &str| SitePath::parse(text).as_ref() == Some(&to);
            let at = find_below(&document, pointer, &leads);
            finding.at(&text, at.as_deref().unwrap_or(pointer))
        }
    });
    placed.collect()
}
