//! The foot of every page, and the links to follow the newsroom.

use super::link::FOREIGN_RELATION;
use super::use_edition;
use crate::locale::Message;
use crate::piece::{Piece, element, nothing};
use crate::route::{Place, Route};

/// Where to follow the newsroom: "Join Telegram" and its like, from `site.json`.
pub fn follow_links() -> Piece {
    let edition = use_edition();
    if edition.site.follow.is_empty() {
        return nothing();
    }
    let language = &edition.edition().language;
    let links = edition.site.follow.iter().map(|link| {
        let name = link.name.get(language).to_owned();
        let anchor = element("a").set("href", edition.resolve(&link.address)).set("rel", FOREIGN_RELATION);
        element("li").child(anchor.text(name))
    });
    let label = edition.locale.text(Message::Follow);
    element("ul").class("follow").set("aria-label", label).children(links).into()
}

/// The foot of every page.
pub fn site_footer() -> Piece {
    let edition = use_edition();
    let front = edition.href(&edition.edition().path);
    let saved = Route { edition: edition.index, place: Place::Saved }.path(&edition.site);
    let saved = element("a").class("saved-link").set("href", edition.href(&saved));
    element("footer")
        .class("site-footer")
        .child(element("a").class("site-footer-name").set("href", front).text(edition.site_name()))
        .child(follow_links())
        .child(element("p").child(saved.text(edition.locale.text(Message::Saved))))
        .into()
}
