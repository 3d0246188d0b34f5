//! Former addresses of articles (`x.aliases`) at which no page can lead on: for `check`, and for the press, which comes to
//! them when everything else has its place.

use std::path::Path;

use super::{
    Finding,
    index::{Found, Index},
    newsroom::{Facts, Record, Sight},
    related::{Fault, Spot, placed},
};
use crate::{model::SitePath, press::unfit_alias};

/// The former addresses of article number `number` at which something else is, or nothing can be.
pub(super) fn faults(record: &Record, number: usize, index: &Index, faults: &mut Vec<Fault>) {
    let Some(Facts { file, .. }) = index.facts(number) else { return };
    for alias in record.aliases.iter().filter(|alias| **alias != record.path) {
        if let Some(expected) = unfit_alias(alias) {
            faults.push(fault(alias, unfit(file, alias, &expected)));
            continue;
        }
        let other = || Some("a page or a file of the site".to_owned());
        let owner = match index.at(alias) {
            // What was withdrawn makes room.
            Found::Article(owner) if owner != number && record.sight == Sight::Withdrawn => None,
            Found::Article(owner) if owner != number => {
                index.facts(owner).map(|owner| owner.file.display().to_string())
            }
            // Its own former address.
            Found::Article(_) => other().filter(|_| index.has_other_at(alias)),
            Found::Other => other(),
            Found::Nothing => None,
        };
        faults.extend(owner.map(|owner| fault(alias, taken(file, alias, &owner))));
    }
}

/// The warning at its place about a former address of the article in `file`, where `owner` is.
pub(crate) fn alias_taken(file: &Path, alias: &SitePath, owner: &str) -> Vec<Finding> {
    placed(file, vec![fault(alias, taken(file, alias, owner))])
}

/// The warning at its place about a former address of the article in `file` at which no page can be.
pub(crate) fn alias_unfit(file: &Path, alias: &SitePath, expected: &str) -> Vec<Finding> {
    placed(file, vec![fault(alias, unfit(file, alias, expected))])
}

fn taken(file: &Path, alias: &SitePath, owner: &str) -> Finding {
    let message = format!("expected a former address that is free, found {alias}, where {owner} is");
    Finding::warning(file, "alias-taken", message)
        .helped("remove it from `x.aliases`: whoever asks for it gets what is there now")
}

fn unfit(file: &Path, alias: &SitePath, expected: &str) -> Finding {
    let message = format!("expected a former address {expected}, found {alias}: nothing leads on from there");
    Finding::warning(file, "alias-unfit", message).helped("correct it, or remove it from `x.aliases`")
}

fn fault(alias: &SitePath, finding: Finding) -> Fault {
    Fault { finding, place: Spot::Leading("/x/aliases", alias.clone()) }
}
