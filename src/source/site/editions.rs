//! The editions that `site.json` lists.

use crate::model::{Edition, Language, SitePath};
use crate::source::json::{LANGUAGE_TAG, Place};

/// The editions, each with a language and a place of its own; never none.
pub(super) fn editions(root: &Place<'_>) -> Vec<Edition> {
    let mut editions: Vec<Edition> = Vec::new();
    for place in root.list(&["editions"]) {
        let Some(edition) = edition(&place) else { continue };
        let taken = |other: &&Edition| other.path == edition.path || other.language == edition.language;
        let Some(other) = editions.iter().find(taken) else {
            editions.push(edition);
            continue;
        };
        let (path, language) = (other.path.as_str(), other.language.as_str());
        let found = if other.path == edition.path {
            ["the path ", path, ", which the edition ", language, " has"]
        } else {
            ["the language ", language, ", which the edition at ", path, " has"]
        };
        place.note("an edition with a language and a path of its own", found.concat());
    }
    if editions.is_empty() {
        root.note("at least one edition with its language", "none; English in UTC is assumed".to_owned());
        editions.extend(Language::parse("en").map(|language| Edition {
            language,
            label: "English".to_owned(),
            path: SitePath::root(),
            time_zone: "UTC".to_owned(),
            messages: Vec::new(),
        }));
    }
    editions
}

fn edition(place: &Place<'_>) -> Option<Edition> {
    let Some(tag) = place.member("language").filter(|tag| tag.text().is_some()) else {
        place.unfit("an edition with its language");
        return None;
    };
    let language = tag.language()?;
    // A word such as `english` has the form of a tag, but no browser and no search engine knows it.
    if !(2..=3).contains(&language.primary().len()) {
        tag.unfit(LANGUAGE_TAG);
        return None;
    }
    let time_zone = place.member("time_zone").and_then(|zone| time_zone(&zone));
    let messages = place.member("messages").map(|messages| messages.members()).unwrap_or_default();
    Some(Edition {
        label: place.text_of("label").unwrap_or_else(|| language.to_string()),
        path: place.member("path").and_then(|path| path.path()).unwrap_or_else(SitePath::root),
        time_zone: time_zone.unwrap_or_else(|| "UTC".to_owned()),
        messages: messages
            .iter()
            .filter_map(|(name, text)| Some(((*name).to_owned(), text.text()?)))
            .collect(),
        language,
    })
}

/// A zone's name as the time zone database forms them; whether it exists is for the platform to say.
fn time_zone(place: &Place<'_>) -> Option<String> {
    let name = place.text()?;
    let valid = name.split('/').all(|part| {
        part.starts_with(|first: char| first.is_ascii_alphabetic())
            && part.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '+'))
    });
    if !valid {
        place.unfit("a time zone of the IANA database, such as Asia/Almaty");
    }
    valid.then_some(name)
}
