//! What stands above a list: its name, and who or what it is about.

use super::link::FOREIGN_RELATION;
use super::masthead::current;
use super::site_footer::feed_link;
use super::use_edition;
use crate::locale::Message;
use crate::model::About;
use crate::naming;
use crate::piece::{Piece, element, nothing};
use crate::route::{ListKind, ListPlace};

/// The heading of the list, called `name`, with what there is to say about it.
pub fn list_head(place: &ListPlace, name: String, about: Option<&About>) -> Piece {
    let edition = use_edition();
    let is_front = place.parts.is_empty();
    // The masthead names the front already; the heading is there for those who go by headings.
    let (class, name) = match is_front && place.page.is_none() {
        true => ("visually-hidden", edition.site_name()),
        false => ("list-heading", name),
    };
    let heading = element("h1").class(class).set("tabindex", "-1").text(name);
    if is_front {
        return heading.into();
    }
    let line = |class, words: Option<String>| words.map(|words| element("p").class(class).text(words));
    let description = naming::list_description(&edition.site, edition.edition(), place, about);
    let Some(about) = about else {
        return vec![heading.into(), line("list-description", description).into()].into();
    };
    let portrait = about.picture.as_ref().map(|picture| {
        // The name beside it says who it is.
        let image = element("img").class("list-portrait").set("src", edition.resolve(picture)).set("alt", "");
        image.set("width", "96").set("height", "96")
    });
    let links = about.links.iter().map(|(name, address)| {
        let link = element("a").set("href", edition.resolve(address)).set("rel", FOREIGN_RELATION);
        element("li").child(link.text(name.clone()))
    });
    let links = (!about.links.is_empty()).then(|| element("ul").class("follow").children(links));
    let words = element("div")
        .child(heading)
        .child(line("list-role", about.role.clone()))
        .child(line("list-description", description))
        .child(links);
    element("header").class("list-head").child(portrait).child(words).into()
}

/// The sections inside the one at hand or, where there are none, those beside it. The masthead has those of the first
/// two levels; here are those of the levels below, so that they need no row more on any other page.
pub fn deeper_sections(place: &ListPlace) -> Piece {
    let edition = use_edition();
    let chain = naming::chain_of(&edition.site, place);
    let parent = chain.iter().rposition(|section| !section.sections.is_empty()).filter(|depth| *depth > 0);
    let Some((parent, outer)) = parent.and_then(|depth| chain.get(..=depth)?.split_last()) else {
        return nothing();
    };
    let root = &edition.edition().path;
    let around = outer.iter().fold(root.clone(), |path, section| path.join(&section.slug)).join(&parent.slug);
    let here = place.path(root);
    let links = parent.sections.iter().map(|section| {
        let at = around.join(&section.slug);
        let link = element("a").set("href", edition.href(&at)).set_some("aria-current", current(&at, &here));
        element("li").child(link.text(edition.section_name(section)))
    });
    let label = edition.locale.text(Message::Subsections);
    let nav = element("nav").class("sections list-sections").set("aria-label", label);
    nav.child(element("ul").children(links)).into()
}

/// The list's own feed, at its foot; the front's stands in the foot of every page, and names have none.
pub fn list_feed(place: &ListPlace) -> Piece {
    if matches!(place.kind(), ListKind::Front | ListKind::Names) {
        return nothing();
    }
    let path = place.newest().path(&use_edition().edition().path);
    element("p").class("list-feed").child(feed_link(&path)).into()
}
