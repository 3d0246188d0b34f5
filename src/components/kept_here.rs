//! What else this site keeps on the reader's device, and the ways to have it forgotten.

use leptos::prelude::*;

use super::consent::{consent_key, consented};
use super::tools::use_shelf;
use super::{use_edition, use_locale};
use crate::locale::Message;
use crate::piece::{Element, Piece, changing, element, following, nothing};
use crate::platform::document;
use crate::platform::storage::{LocalStorage, Storage};
use crate::remembered;

/// What was read, and the providers whose embeds are always shown; nothing where there is none of it, and on a page that
/// the program has not taken over.
pub fn kept_here() -> Piece {
    let shelf = use_shelf();
    let told = RwSignal::new(false);
    let locale = use_locale();
    let said = move || if told.get() { locale.text(Message::KeptForgotten) } else { String::new() };
    let kept = changing(
        move || (shelf.saved().is_some(), told.get()),
        move |(live, _)| if live { kept(told) } else { nothing() },
    );
    let said = element("p").class("saved-told").set("role", "status").child(following(said));
    vec![kept, said.into()].into()
}

fn kept(told: RwSignal<bool>) -> Piece {
    let edition = use_edition();
    let (base, locale) = (edition.site.base_path.clone(), &edition.locale);
    let mut entries = Vec::new();
    if remembered::is_any(&LocalStorage, &base) {
        let base = base.clone();
        let forget = move || remembered::forget(&LocalStorage, &base).is_ok();
        let line = element("p").text(locale.text(Message::KeptRead));
        entries.push(line.child(button(locale.text(Message::KeptForget), told, Box::new(forget))));
    }
    for provider in consented(&base) {
        let key = consent_key(&base, &provider);
        let name = locale.with(Message::EmbedStop, &[("provider", &provider)]);
        let stop = move || LocalStorage.remove(&key).is_ok();
        let line = element("p").text(locale.with(Message::EmbedAlways, &[("provider", &provider)]));
        entries.push(line.child(button(name, told, Box::new(stop))));
    }
    if entries.is_empty() {
        return nothing();
    }
    let heading = element("h2").text(locale.text(Message::KeptHere));
    element("section").class("kept-here").child(heading).children(entries).into()
}

fn button(name: String, told: RwSignal<bool>, act: Box<dyn Fn() -> bool>) -> Element {
    element("button").set("type", "button").class("button").text(name).on_click(move || {
        if act() {
            told.set(true);
            // The button has gone with what it was for.
            document::focus_headline();
        }
    })
}
