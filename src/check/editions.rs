//! What is wrong with the editions' own words and time zones, which only the locale can tell.

use std::path::Path;

use serde_json::Value;

use super::Finding;
use crate::{
    locale::{Locale, OverrideProblem},
    model::{Edition, Language, Site, SitePath},
    source::json::pointer_token,
};

/// The warnings about all editions of the `site.json` with this text.
pub(crate) fn findings(file: &Path, text: &str, site: &Site) -> Vec<Finding> {
    let document: Value = serde_json::from_str(text).unwrap_or(Value::Null);
    let of_edition = |edition: &Edition| {
        let pointer = pointer_of(&document, edition);
        let zone = zone(file, edition).map(|finding| finding.at(text, &format!("{pointer}/time_zone")));
        let messages = Locale::problems(edition).into_iter().map(|problem| {
            let (name, finding) = message(file, edition, problem);
            finding.at(text, &format!("{pointer}/messages/{}", pointer_token(&name)))
        });
        zone.into_iter().chain(messages).collect::<Vec<_>>()
    };
    site.editions.iter().flat_map(of_edition).collect()
}

/// Where an edition is set up. Those that were left out have numbers in the file all the same, so it is looked for by
/// what no other has.
fn pointer_of(document: &Value, edition: &Edition) -> String {
    let is_it = |value: &Value| {
        let member = |name: &str| value.get(name).and_then(Value::as_str);
        let path = member("path").and_then(SitePath::parse).unwrap_or_default();
        member("language").and_then(Language::parse).as_ref() == Some(&edition.language)
            && path == edition.path
    };
    let entries = document.get("editions").and_then(Value::as_array).into_iter().flatten();
    match entries.into_iter().position(is_it) {
        Some(number) => format!("/editions/{number}"),
        None => "/editions".to_owned(),
    }
}

fn zone(file: &Path, edition: &Edition) -> Option<Finding> {
    let zone = &edition.time_zone;
    let message = format!(
        "expected a time zone of the IANA database, such as Asia/Almaty, found `{zone}`; times are shown in UTC"
    );
    let is_known = Locale::new(edition).zone_is_known();
    (!is_known)
        .then(|| Finding::warning(file, "value-unfit", message).helped("correct `time_zone` of the edition"))
}

/// What is wrong with a message, by its name.
fn message(file: &Path, edition: &Edition, problem: OverrideProblem) -> (String, Finding) {
    let (name, found) = match problem {
        OverrideProblem::UnknownName(name) => {
            let found = format!("expected the name of a message, found `{name}`");
            (name, found)
        }
        OverrideProblem::Unreadable(message) => {
            let name = message.name().to_owned();
            let found = format!("expected a text or a choice by number for the message `{name}`");
            (name, found)
        }
        OverrideProblem::UnknownPlaceholder(message, placeholder) => {
            let name = message.name().to_owned();
            let found = format!("the message `{name}` has no value for the placeholder `{placeholder}`");
            (name, found)
        }
    };
    let finding = Finding::warning(file, "value-unfit", format!("edition {}: {found}", edition.language))
        .helped("correct it in `messages` of the edition, or remove it there");
    (name, finding)
}
