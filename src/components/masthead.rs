//! The newsroom's name, the sections, and the choice of edition and theme.

use leptos::prelude::*;

use super::edition_switch::edition_switch;
use super::search::{search_box, search_link};
use super::theme_switch::theme_switch;
use super::{EditionContext, use_edition};
use crate::locale::Message;
use crate::model::{Section, SitePath};
use crate::piece::{Element, Piece, changing, element};

/// The head of every page. `path` is the place the reader is at, `elsewhere` what is shown there in each edition.
pub fn masthead(path: Signal<SitePath>, elsewhere: Signal<Vec<SitePath>>) -> Piece {
    let edition = use_edition();
    let logo = edition.site.logo.as_ref().map(|logo| {
        let mark = element("img").class("masthead-mark").set("src", edition.resolve(logo));
        let (width, height) = edition.site.logo_size.unwrap_or((40, 40));
        mark.set("alt", "").set("width", width.to_string()).set("height", height.to_string())
    });
    let name = element("a")
        .class("masthead-name")
        .set("href", edition.href(&edition.edition().path))
        .child(logo)
        .child(element("span").text(edition.site_name()));
    let searchable = edition.site.search;
    let tools = element("div")
        .class("masthead-tools")
        .child(searchable.then(search_link))
        .child(edition_switch(&edition, elsewhere))
        .child(theme_switch());
    let found = searchable.then(|| search_box("masthead-search", Message::SearchSite));
    let bar = element("div").class("masthead-bar").child(name).child(found).child(tools);
    element("header").class("masthead").child(bar).child(section_navigation(edition, path)).into()
}

/// The top sections, and below the one the reader is in, its own.
fn section_navigation(edition: EditionContext, path: Signal<SitePath>) -> Element {
    let root = edition.edition().path.clone();
    let label = edition.locale.text(Message::MainMenu);
    let top = section_links(&edition, &edition.site.sections, &root, path);
    let (site, for_open) = (edition.site.clone(), root.clone());
    // The index of the section the reader is in: their way within it draws nothing anew.
    let open = Memo::new(move |_| {
        path.with(|path| site.sections.iter().position(|section| for_open.join(&section.slug).contains(path)))
    });
    let inner = changing(
        move || open.get(),
        move |open| {
            let open = open.and_then(|index| edition.site.sections.get(index));
            let open = open.filter(|section| !section.sections.is_empty());
            open.map(|open| {
                let links = section_links(&edition, &open.sections, &root.join(&open.slug), path);
                let label = edition.locale.text(Message::Subsections);
                links.class("subsections").set("aria-label", label)
            })
            .into()
        },
    );
    element("nav").class("sections").set("aria-label", label).child(top).child(inner)
}

/// Links to sections, which lie in `parent`.
pub(super) fn section_links(
    edition: &EditionContext,
    sections: &[Section],
    parent: &SitePath,
    path: Signal<SitePath>,
) -> Element {
    let links = sections.iter().map(|section| {
        let place = parent.join(&section.slug);
        let href = edition.href(&place);
        let here = move || path.with(|path| current(&place, path)).map(str::to_owned);
        let link = element("a").set("href", href).follow("aria-current", here);
        element("li").child(link.text(edition.section_name(section)))
    });
    element("ul").children(links)
}

/// What a link to the section at `place` says to a reader at `path`: `page` where they are on the section itself, `true`
/// where they are inside it.
pub(super) fn current(place: &SitePath, path: &SitePath) -> Option<&'static str> {
    match path {
        path if path == place => Some("page"),
        path if place.contains(path) => Some("true"),
        _ => None,
    }
}
