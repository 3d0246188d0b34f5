//! The list of saved articles.

use leptos::prelude::*;

use super::summary_list::{Setting, story};
use super::tools::{Shelf, use_shelf};
use super::{use_edition, use_locale};
use crate::locale::Message;
use crate::model::Summary;
use crate::piece::{Element, Piece, changing, element, following, nothing};
use crate::platform::{document, handover};
use crate::saved::{Saved, export};

/// What is saved on this device, with ways to remove each and to take all elsewhere; nothing until that is known.
pub fn saved_list() -> Piece {
    let shelf = use_shelf();
    let told = RwSignal::new(None::<Message>);
    let locale = use_locale();
    let said = following(move || told.get().map(|message| locale.text(message)).unwrap_or_default());
    let shown = shelf.clone();
    let list = changing(
        move || shown.saved(),
        move |saved| match saved {
            None => nothing(),
            Some(Err(_)) => notice(Message::SavedFailed),
            Some(Ok(saved)) => list(&shelf, &saved, told),
        },
    );
    vec![element("p").class("saved-told").set("role", "status").child(said).into(), list].into()
}

fn notice(message: Message) -> Piece {
    element("p").class("list-empty").text(use_locale().text(message)).into()
}

fn list(shelf: &Shelf, saved: &[Saved], told: RwSignal<Option<Message>>) -> Piece {
    let cards = saved.iter().filter_map(|saved| {
        let summary = saved.summary()?;
        let remove = remove_button(shelf.clone(), saved.key.clone(), &summary, told);
        Some(story("li", &summary, &Setting::USUAL).child(remove))
    });
    let cards: Vec<Element> = cards.collect();
    if cards.is_empty() {
        return notice(Message::SavedNone);
    }
    let text = export(saved, &use_edition().site);
    let export = element("button")
        .set("type", "button")
        .class("button")
        .text(use_locale().text(Message::SavedExport))
        .on_click(move || {
            if handover::download("saved.json", "application/json", &text).is_err() {
                told.set(Some(Message::SavedFailed));
            }
        });
    vec![element("ul").class("summaries").children(cards).into(), export.into()].into()
}

fn remove_button(shelf: Shelf, key: String, summary: &Summary, told: RwSignal<Option<Message>>) -> Element {
    let locale = use_locale();
    let which = element("span").class("visually-hidden").text(format!(" {}", summary.headline));
    element("button")
        .set("type", "button")
        .class("button card-remove")
        .text(locale.text(Message::SavedRemove))
        .child(which)
        .on_click(move || {
            let message = shelf.remove(&key);
            told.set(Some(message.unwrap_or(Message::SavedRemoved)));
            // The button has gone with its article.
            document::focus_headline();
        })
}
