//! Who made an article, and where its text comes from.

use crate::model::{Credit, Role};
use crate::source::json::Place;

/// The credits: `x.credits` with roles, else the plain `by`.
pub(super) fn credits(item: &Place<'_>, x: Option<&Place<'_>>) -> Vec<Credit> {
    let named = x.map(|x| x.list(&["credits"])).unwrap_or_default();
    let credits: Vec<Credit> = named.iter().filter_map(credit).collect();
    if !credits.is_empty() {
        return credits;
    }
    let by = item.first_member(&["by", "byline"]).and_then(|by| by.text());
    by.map(|name| Credit { role: Role::Byline, name, address: None, portrait: None }).into_iter().collect()
}

fn credit(entry: &Place<'_>) -> Option<Credit> {
    if entry.value().is_string() {
        return Some(Credit { role: Role::Byline, name: entry.text()?, address: None, portrait: None });
    }
    let Some(name) = entry.text_of("name") else {
        entry.unfit("a credit with a name");
        return None;
    };
    let role = Role::parse(&entry.text_of("role").unwrap_or_default());
    let address = |name: &str| entry.member(name)?.address();
    Some(Credit { role, name, address: address("url"), portrait: address("picture") })
}

/// The names of the sources, each once.
pub(super) fn sources(item: &Place<'_>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for entry in item.list(&["infoSources", "infosource"]) {
        let name = if entry.value().is_string() { entry.text() } else { entry.text_of("name") };
        match name {
            Some(name) if !names.contains(&name) => names.push(name),
            Some(_) => {}
            None => entry.unfit("a source with a name"),
        }
    }
    names
}
