//! The shape of a page whose document is on its way.
//!
//! The style shows nothing of it for 300 ms, so that a quick answer makes no flicker.

use super::use_locale;
use crate::locale::Message;
use crate::piece::{Element, Piece, element};

/// The shape of an article.
pub fn article_skeleton() -> Piece {
    let shape = [
        "bone bone-line bone-short",
        "bone bone-headline",
        "bone bone-headline bone-half",
        "bone bone-line bone-short",
        "bone bone-lead",
        "bone bone-picture",
    ];
    text_skeleton(&shape)
}

/// The shape of an article's text, where its head is known.
pub fn body_skeleton() -> Piece {
    text_skeleton(&[])
}

fn text_skeleton(above: &[&'static str]) -> Piece {
    let bones = above.iter().copied().chain([LINE; 6]).map(bone);
    let bones = element("div").set("aria-hidden", "true").children(bones);
    element("div").class("skeleton skeleton-article").child(announcement()).child(bones).into()
}

/// The shape of a list; with `leading`, its first article is set large.
pub fn list_skeleton(leading: bool) -> Piece {
    let card = |index| {
        element("div")
            .class(if leading && index == 0 { "bone-card bone-top" } else { "bone-card" })
            .children(["bone bone-picture", LINE, "bone bone-line bone-half"].map(bone))
    };
    let cards = element("div").class("bones").set("aria-hidden", "true").children((0..7).map(card));
    element("div").class("skeleton skeleton-list").child(announcement()).child(cards).into()
}

const LINE: &str = "bone bone-line";

fn bone(class: &'static str) -> Element {
    element("div").class(class)
}

fn announcement() -> Element {
    element("p").class("visually-hidden").set("role", "status").text(use_locale().text(Message::Loading))
}
