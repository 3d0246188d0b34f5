//! The box that leads to the search.

use leptos::prelude::*;

use crate::components::{EditionContext, use_edition};
use crate::locale::Message;
use crate::model::SitePath;
use crate::piece::{DomElement, Element, element};
use crate::platform::document;
use crate::platform::navigation::Navigation;
use crate::route::{Place, Route};

/// Where the search of an edition is.
pub fn search_path(edition: &EditionContext) -> SitePath {
    Route { edition: edition.index, place: Place::Search }.path(&edition.site)
}

/// The field for the words that are looked for.
pub fn search_field(edition: &EditionContext) -> Element {
    element("input")
        .class("search-words")
        .set("type", "search")
        .set("name", "q")
        .set("enterkeyhint", "search")
        .set("aria-label", edition.locale.text(Message::SearchWords))
}

/// A form that leads to the search of the edition with the words in it, also without the program. `label` says what is
/// searched, `look` is its class beside the common one.
pub fn search_box(look: &'static str, label: Message) -> Element {
    let edition = use_edition();
    let path = edition.href(&search_path(&edition));
    let navigation = use_context::<Navigation>();
    let field = StoredValue::new_local(None::<DomElement>);
    let words = search_field(&edition).drawn(move |input| field.set_value(Some(input.clone())));
    let find = element("button").class("search-find").set("type", "submit");
    let find =
        find.child(element("span").class("visually-hidden").text(edition.locale.text(Message::SearchFind)));
    element("form")
        .set("class", format!("search-box {look}"))
        .set("role", "search")
        .set("aria-label", edition.locale.text(label))
        .set("action", path.clone())
        .child(words)
        .child(find)
        .on("submit", move |event| {
            if let Some(navigation) = &navigation {
                event.prevent_default();
                let words = field.with_value(|field| field.as_ref().map(document::field_value));
                let words = words.unwrap_or_default();
                let pairs = [("q", words.trim())];
                let asked = if words.trim().is_empty() { &[][..] } else { &pairs[..] };
                navigation.visit(path.clone(), asked);
            }
        })
}

/// The same for where there is no room for a box: a link.
pub fn search_link() -> Element {
    let edition = use_edition();
    let path = search_path(&edition);
    let name = element("span").class("visually-hidden").text(edition.locale.text(Message::Search));
    element("a").class("search-link").set("href", edition.href(&path)).child(name)
}
