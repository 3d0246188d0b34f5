//! Handing an article on: the system's own way where it has one, else a link to copy and plain links.

use leptos::prelude::*;

use crate::components::link::FOREIGN_RELATION;
use crate::components::use_edition;
use crate::locale::{Locale, Message};
use crate::model::Summary;
use crate::naming;
use crate::piece::{Element, element, following};
use crate::platform::{focus, handover, navigation, task};
use crate::report::receivers::encode;

/// The identifier of what the button opens.
const WAYS: &str = "share-ways";

/// Where one shares: what it is called, its address up to the article's, and what stands between that and the headline,
/// which some do not take.
const PLACES: &[(&str, &str, &str)] = &[
    ("Telegram", "https://t.me/share/url?url=", "&text="),
    ("WhatsApp", "https://wa.me/?text=", ""),
    ("VK", "https://vk.com/share.php?url=", "&title="),
    ("X", "https://x.com/intent/post?url=", "&text="),
    ("Facebook", "https://www.facebook.com/sharer/sharer.php?u=", ""),
    // Named in the reader's language.
    ("", "mailto:?body=", "&subject="),
];

/// A button that opens the ways to share the article; they open without the program, too.
pub(super) fn share(summary: &Summary) -> Element {
    let edition = use_edition();
    let locale = edition.locale.clone();
    let headline = naming::headline(summary, &locale);
    let public = edition.site.url.is_some().then(|| edition.site.public_address(&summary.path));
    // A site that does not know its public address has the one that the reader sees.
    let address = move || public.clone().or_else(|| edition.clock.get().map(|_| navigation::address()));
    let links = PLACES.iter().map(|(name, before, between)| {
        let (address, headline) = (address.clone(), headline.clone());
        let href = move || Some(place(before, &address()?, between, &headline));
        let name = if name.is_empty() { locale.text(Message::ShareEmail) } else { (*name).to_owned() };
        element("li").child(element("a").follow("href", href).set("rel", FOREIGN_RELATION).text(name))
    });
    let told = RwSignal::new(String::new());
    let copy = copy_button(address.clone(), told, &locale);
    let said = element("p").class("share-told").set("role", "status").child(following(move || told.get()));
    let ways = element("div")
        .class("share-ways")
        .set("id", WAYS)
        // Or a press on it would lead the focus out of it.
        .set("tabindex", "-1")
        .child(copy)
        .child(said)
        .child(element("ul").children(links));
    let summary =
        element("summary").class("button").text(locale.text(Message::Share)).on("click", move |event| {
            let address = untrack(&address).unwrap_or_default();
            // The other ways are there where the system's is not to be had: in frames, inside of other programs.
            if handover::share(&headline, &address, || focus::open_around(WAYS)) {
                event.prevent_default();
            }
        });
    element("details")
        .class("share")
        .child(summary)
        .child(ways)
        .on("keydown", |event| focus::close_on_escape(&event))
        .on("focusout", |event| focus::close_when_left(&event))
        .on("toggle", |event| focus::show_opened(&event))
}

/// Copies the address, and says whether that went well.
fn copy_button(
    address: impl Fn() -> Option<String> + 'static,
    told: RwSignal<String>,
    locale: &Locale,
) -> Element {
    let words = locale.clone();
    element("button")
        .set("type", "button")
        .class("button needs-script")
        .text(locale.text(Message::ShareCopy))
        .on_click(move || {
            let (address, words) = (untrack(&address).unwrap_or_default(), words.clone());
            // Said again, it is heard again.
            told.set(String::new());
            task::spawn(async move {
                let done = handover::copy(&address, WAYS).await.is_ok();
                told.set(match done {
                    true => words.text(Message::ShareCopied),
                    false => words.with(Message::ShareFailed, &[("address", &address)]),
                });
            });
        })
}

fn place(before: &str, address: &str, between: &str, headline: &str) -> String {
    let mut href = before.to_owned();
    encode(address, "", &mut href);
    if !between.is_empty() {
        href.push_str(between);
        encode(headline, "", &mut href);
    }
    href
}
