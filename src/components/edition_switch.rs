//! The other editions, and the one that the reader chose before.

use leptos::prelude::*;

use super::{EditionContext, use_edition};
use crate::locale::{Locale, Message};
use crate::model::{Direction, Edition, SitePath};
use crate::piece::{Element, Piece, changing, element, nothing};
use crate::platform::document;
use crate::platform::storage::{LocalStorage, Storage};

/// Where this device remembers the language of the edition that was chosen on it.
const KEY: &str = "broadsheet:edition";

/// The editions, each in its own language. `elsewhere` are their places for what is shown, in the editions' order.
pub(super) fn edition_switch(edition: &EditionContext, elsewhere: Signal<Vec<SitePath>>) -> Option<Element> {
    let links = edition.site.editions.iter().enumerate().map(|(index, other)| {
        let href = href_to(edition, elsewhere, index);
        let link = language_link(other)
            .set("data-short", short(other))
            .follow("href", move || Some(href()))
            // Said of each: a page for all that is not there was drawn as one edition's, and may become another's.
            .set("aria-current", if index == edition.index { "true" } else { "false" })
            .on_click(remember(other));
        element("li").child(link.text(other.label.clone()))
    });
    (edition.site.editions.len() > 1).then(|| {
        let label = edition.locale.text(Message::Editions);
        element("nav").class("editions").set("aria-label", label).child(element("ul").children(links))
    })
}

/// Offers the edition that was chosen on this device, where the reader has come to another. It is never forced on them, and
/// where the page is not the first that they see they are asked nothing: they have come by a link of this site.
pub fn edition_offer(elsewhere: Signal<Vec<SitePath>>, mut is_first: bool) -> Piece {
    let edition = use_edition();
    let offered = RwSignal::new(None);
    // What is stored is looked at when the page is there, and once: a pressed page does not know it.
    let (clock, site, own) = (edition.clock, edition.site.clone(), edition.index);
    Effect::new(move || {
        if is_first && clock.get().is_some() {
            is_first = false;
            let chosen = LocalStorage.get(KEY).ok().flatten();
            let index =
                site.editions.iter().position(|other| Some(other.language.as_str()) == chosen.as_deref());
            offered.set(index.filter(|index| *index != own));
        }
    });
    let offer = changing(
        move || offered.get(),
        move |index| {
            let Some((index, other)) =
                index.and_then(|index| Some((index, edition.site.editions.get(index)?)))
            else {
                return nothing();
            };
            let href = href_to(&edition, elsewhere, index);
            let stay = remember(edition.edition());
            let stay = move || {
                stay();
                offered.set(None);
                // The button has gone.
                document::focus_headline();
            };
            offer_of(other, &edition.locale, href, stay)
        },
    );
    element("div").class("edition-offer").set("role", "status").child(offer).into()
}

/// The two ways: to the edition that was chosen before, which is at `href`, and on in this one, whose words are `own`. Each is in
/// the language that it leads to.
fn offer_of(
    other: &Edition,
    own: &Locale,
    href: impl Fn() -> String + 'static,
    stay: impl Fn() + 'static,
) -> Piece {
    let words = Locale::new(other);
    let link = language_link(other).class("button").follow("href", move || Some(href()));
    let stay = element("button")
        .set("type", "button")
        .set("lang", own.language().to_string())
        .set("dir", own.direction().as_str())
        .class("button")
        .text(own.text(Message::EditionStay))
        .on_click(stay);
    element("p")
        .class("foot-bar")
        .set("lang", other.language.to_string())
        .set("dir", other.language.direction().as_str())
        .child(link.text(words.text(Message::EditionRead)))
        .child(stay)
        .into()
}

/// What stands for an edition where there is little room: the beginning of its label. Letters that join are not cut.
fn short(other: &Edition) -> String {
    let joined = other.language.direction() == Direction::RightToLeft;
    other.label.chars().take(if joined { usize::MAX } else { 3 }).collect()
}

/// A link to what is in the language of an edition.
fn language_link(other: &Edition) -> Element {
    let language = other.language.to_string();
    element("a").set("lang", language.clone()).set("hreflang", language)
}

fn href_to(
    edition: &EditionContext,
    elsewhere: Signal<Vec<SitePath>>,
    index: usize,
) -> impl Fn() -> String + 'static {
    let edition = edition.clone();
    move || {
        let place = elsewhere.with(|places| places.get(index).cloned()).unwrap_or_default();
        edition.href(&place)
    }
}

/// Remembers the edition. Where storage is closed, nobody does.
fn remember(edition: &Edition) -> impl Fn() + 'static {
    let language = edition.language.to_string();
    move || {
        let _ = LocalStorage.set(KEY, &language);
    }
}
