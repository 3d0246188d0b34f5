//! The way from the front to the page.

use super::link::content_link;
use super::use_edition;
use crate::locale::Message;
use crate::model::Crumb;
use crate::piece::{Piece, element, text};

/// The way to the page as an ordered list of links (WAI-ARIA breadcrumb pattern).
///
/// `current` is the page itself where the way does not end with it: on an article, whose headline
/// follows anyway, it is said to screen readers only. Where the last crumb is the page, `current` is
/// `None` and that crumb is marked. Separators are drawn by the style.
pub fn breadcrumbs(crumbs: &[Crumb], current: Option<&str>) -> Piece {
    way("breadcrumbs", crumbs, current)
}

/// The same above an article, whose headline is `headline`: as wide as that.
pub fn article_breadcrumbs(crumbs: &[Crumb], headline: &str) -> Piece {
    way("breadcrumbs breadcrumbs-article", crumbs, Some(headline))
}

fn way(class: &'static str, crumbs: &[Crumb], current: Option<&str>) -> Piece {
    let edition = use_edition();
    let last = crumbs.len().saturating_sub(1);
    let items = crumbs.iter().enumerate().map(|(index, crumb)| {
        let here = (current.is_none() && index == last).then_some("page");
        if let Some(address) = &crumb.elsewhere {
            return element("li").child(content_link(address, text(crumb.name.clone())));
        }
        let link = element("a").set("href", edition.href(&crumb.path)).set_some("aria-current", here);
        element("li").child(link.text(crumb.name.clone()))
    });
    let current = current.map(|name| {
        element("span").class("visually-hidden").set("aria-current", "page").text(name.to_owned())
    });
    element("nav")
        .class(class)
        .set("aria-label", edition.locale.text(Message::Breadcrumbs))
        .child(element("ol").children(items))
        .child(current)
        .into()
}
