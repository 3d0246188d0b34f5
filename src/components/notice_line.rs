//! The line above everything.

use super::use_edition;
use crate::locale::Message;
use crate::piece::{Piece, element, nothing};

/// The newsroom's notice, its telephone number a link that dials it.
pub fn notice_line() -> Piece {
    let edition = use_edition();
    let Some(notice) = &edition.site.notice else { return nothing() };
    let text = notice.text.get(&edition.edition().language).to_owned();
    let number = notice.telephone.clone().unwrap_or_default();
    let (before, after) = match text.split_once(&number) {
        Some((before, after)) if !number.is_empty() => (before.to_owned(), after.to_owned()),
        _ if number.is_empty() || text.is_empty() => (text, String::new()),
        _ => (format!("{text} "), String::new()),
    };
    let link = (!number.is_empty()).then(|| element("a").set("href", dial(&number)).text(number.clone()));
    element("aside")
        .class("notice")
        .set("aria-label", edition.locale.text(Message::Notice))
        .child(element("p").text(before).child(link).text(after))
        .into()
}

/// A `tel:` address (RFC 3966) holds digits and a leading plus; the rest is for the eye.
fn dial(number: &str) -> String {
    let digits: String =
        number.chars().filter(|character| character.is_ascii_digit() || *character == '+').collect();
    format!("tel:{digits}")
}
