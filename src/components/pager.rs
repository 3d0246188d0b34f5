//! From page to page of a list.

use super::use_edition;
use crate::locale::Message;
use crate::naming;
use crate::piece::{Piece, element, nothing};
use crate::route::{ListKind, ListPlace};

/// Links to the newer and the older articles of a list. Pages are counted from the oldest, so "older"
/// leads to the smaller number.
///
/// `place` is the page that is shown; the others are [`ListPlace::neighbours`].
pub fn pager(place: &ListPlace, newer: Option<ListPlace>, older: Option<ListPlace>) -> Piece {
    let edition = use_edition();
    let root = edition.edition().path.clone();
    let newest =
        place.page.and_then(|_| newer.as_ref().filter(|newer| newer.page.is_some()).map(|_| place.newest()));
    let ways = [
        (newest, None, Message::Newest),
        (newer, Some("prev"), Message::Newer),
        (older, Some("next"), Message::Older),
    ];
    let links: Vec<Piece> = ways
        .into_iter()
        .filter_map(|(target, relation, message)| {
            let target = target?;
            let words = match target.kind() {
                // The order of the alphabet is not that of time.
                ListKind::Names => {
                    naming::list_name(&edition.site, edition.edition(), &edition.locale, &target, None)
                }
                _ => edition.locale.text(message),
            };
            let link = element("a").set("href", edition.href(&target.path(&root))).set_some("rel", relation);
            Some(element("li").child(link.text(words)).into())
        })
        .collect();
    if links.is_empty() {
        return nothing();
    }
    let label = edition.locale.text(Message::Pages);
    element("nav").class("pager").set("aria-label", label).child(element("ul").children(links)).into()
}
