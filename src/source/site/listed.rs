//! Topics and people that `site.json` lists.

use super::{localized, named_link, slug};
use crate::model::{Localized, Person, Topic};
use crate::source::json::Place;

/// The topics, each with a slug and a name of its own.
pub(super) fn topics(root: &Place<'_>) -> Vec<Topic> {
    let mut topics: Vec<Topic> = Vec::new();
    for place in root.list(&["topics"]) {
        if let Some((slug, name)) = named(&place, |slug| topics.iter().any(|topic| topic.slug == slug)) {
            topics.push(Topic { slug, name, description: localized(&place, "description") });
        }
    }
    topics
}

/// The people, each with a slug and a name of their own.
pub(super) fn people(root: &Place<'_>) -> Vec<Person> {
    let mut people: Vec<Person> = Vec::new();
    for place in root.list(&["people"]) {
        if let Some((slug, name)) = named(&place, |slug| people.iter().any(|person| person.slug == slug)) {
            people.push(Person {
                slug,
                name,
                role: localized(&place, "role"),
                description: localized(&place, "description"),
                picture: place.member("picture").and_then(|picture| picture.address()),
                links: place.list(&["links"]).iter().filter_map(named_link).collect(),
            });
        }
    }
    people
}

/// The slug and the name of a list, by which articles find it.
fn named(place: &Place<'_>, taken: impl Fn(&str) -> bool) -> Option<(String, Localized)> {
    let slug = slug(place)?;
    let name = localized(place, "name");
    if taken(&slug) || name.is_empty() {
        place.unfit("a name, and a slug that no other has");
        return None;
    }
    Some((slug, name))
}
