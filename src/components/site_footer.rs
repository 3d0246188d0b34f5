//! The foot of every page, the links to follow the newsroom, and those to its feeds.

use leptos::prelude::Signal;

use super::link::{FOREIGN_RELATION, content_link};
use super::masthead::section_links;
use super::use_edition;
use crate::locale::Message;
use crate::model::SitePath;
use crate::piece::{Element, Piece, element, nothing, text};
use crate::route::{Place, Route};

/// Where to follow the newsroom: "Join Telegram" and its like, from `site.json`.
pub fn follow_links() -> Piece {
    let edition = use_edition();
    let language = &edition.edition().language;
    let follow: Vec<_> = edition.site.follow.iter().filter(|link| link.is_for(language)).collect();
    if follow.is_empty() {
        return nothing();
    }
    let links = follow.into_iter().map(|link| {
        let name = link.name.get(language).to_owned();
        let anchor = element("a").set("href", edition.resolve(&link.address)).set("rel", FOREIGN_RELATION);
        element("li").child(anchor.text(name))
    });
    let label = edition.locale.text(Message::Follow);
    element("ul").class("follow").set("aria-label", label).children(links).into()
}

/// The foot of every page: the site's name, its sections, who makes it, where to follow it, its feeds. `path` is the place
/// the reader is at.
pub fn site_footer(path: Signal<SitePath>) -> Piece {
    let edition = use_edition();
    let front = &edition.edition().path;
    let language = &edition.edition().language;
    let links = edition.site.footer.iter().filter(|link| link.is_for(language)).map(|link| {
        element("li").child(content_link(&link.address, text(link.name.get(language).to_owned())))
    });
    let saved = Route { edition: edition.index, place: Place::Saved }.path(&edition.site);
    let saved = element("a").set("href", edition.href(&saved)).text(edition.locale.text(Message::Saved));
    let links = element("ul").children(links).child(element("li").child(saved));
    let json_feed = edition.href(front) + "feed.json";
    let json_feed = element("a").set("href", json_feed).set("rel", "external").text("JSON Feed");
    let json_feed = json_feed.set("type", "application/feed+json");
    element("footer")
        .class("site-footer")
        .child(
            element("a").class("site-footer-name").set("href", edition.href(front)).text(edition.site_name()),
        )
        .child(
            element("nav")
                .class("site-footer-links")
                .set("aria-label", edition.locale.text(Message::AboutSite))
                .child(section_links(&edition, &edition.site.sections, front, path))
                .child(
                    links.child(element("li").child(feed_link(front))).child(element("li").child(json_feed)),
                ),
        )
        .child(follow_links())
        .into()
}

/// A link to the feed of the list at `path`, which is a file for a program of the reader's: in Atom, which every such
/// program knows.
pub fn feed_link(path: &SitePath) -> Element {
    let edition = use_edition();
    element("a")
        .set("href", edition.href(path) + "feed.xml")
        .set("rel", "external")
        .set("type", "application/atom+xml")
        .text(edition.locale.text(Message::Feed))
}
