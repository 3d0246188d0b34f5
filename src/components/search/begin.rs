//! What the page of the search says at first.

use crate::components::EditionContext;
use crate::locale::Message;
use crate::piece::{Element, Piece, element, nothing};
use crate::route::ListPlace;

/// What is there before anything was asked for: what can be, and the sections.
pub fn search_begin(edition: &EditionContext) -> Piece {
    let line = |class, message| element("p").class(class).text(edition.locale.text(message));
    let root = &edition.edition().path;
    let sections = edition.site.sections.iter().map(|section| {
        let place = ListPlace { parts: vec![section.slug.clone()], page: None };
        let link = element("a").set("href", edition.href(&place.path(root)));
        element("li").child(link.text(edition.section_name(section)))
    });
    let sections: Vec<Element> = sections.collect();
    let label = edition.locale.text(Message::SearchSections);
    let sections = match sections.is_empty() {
        true => nothing(),
        false => element("nav")
            .class("search-sections")
            .set("aria-labelledby", "search-sections")
            .child(element("h2").set("id", "search-sections").text(label))
            .child(element("ul").children(sections))
            .into(),
    };
    vec![
        line("search-begin", Message::SearchBegin).into(),
        line("saved-script", Message::SearchScript).into(),
        sections,
    ]
    .into()
}
