//! `withdrawn` of `site.json`: only the press asks, so readers' browsers do not read it.

use serde_json::Value;

use super::error::Read;
use super::json::{Place, Problems};
use crate::model::{Language, Withdrawn};

/// What `site.json` says of what was withdrawn.
pub fn read_withdrawn(site: &Value) -> Read<Withdrawn> {
    let problems = Problems::default();
    let place = Place::root(site, &problems).member("withdrawn");
    let value = place.map(|place| withdrawn(&place)).unwrap_or_default();
    Read { value, problems: problems.into_inner() }
}

fn withdrawn(place: &Place<'_>) -> Withdrawn {
    if !place.is_object() {
        place.unfit("an object, such as {\"redirect\": \"/corrections/\"}");
    }
    let Some(redirect) = place.member("redirect") else { return Withdrawn::Gone };
    let mut places = Vec::new();
    if redirect.is_object() {
        for (tag, to) in redirect.members() {
            match Language::parse(tag) {
                Some(language) => places.extend(own_path(&to).map(|path| (language.primary(), path))),
                None => to.note("a place under a language tag, such as kk", format!("the name \"{tag}\"")),
            }
        }
    } else {
        places.extend(own_path(&redirect).map(|path| (String::new(), path)));
    }
    if places.is_empty() { Withdrawn::Gone } else { Withdrawn::LeadsTo(places) }
}

/// A place of this site: the address of another is no place to lead readers to without a word.
fn own_path(place: &Place<'_>) -> Option<crate::model::SitePath> {
    if place.value().as_str().is_some_and(|text| text.starts_with('/') && !text.starts_with("//")) {
        return place.path();
    }
    place.unfit("a place on this site, such as /corrections/");
    None
}
