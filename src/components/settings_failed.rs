//! What is shown when the site's settings cannot be read, and so nothing else is known.

use super::Explanation;
use crate::locale::{Locale, Message};
use crate::model::Language;
use crate::piece::{Piece, element};
use crate::platform::document;
use crate::store::Failure;

/// A sentence in the first of the reader's own languages, and a way to try again.
pub fn settings_failed(failure: &Failure, languages: Vec<Language>) -> Piece {
    let locale = Locale::for_reader(languages);
    document::set_language(locale.language(), locale.direction());
    let cause = Explanation::of_failure(failure, &locale);
    document::set_title(&cause.heading);
    let detail = cause.detail.map(|detail| element("p").class("failure-detail").text(detail));
    let reload = element("button").set("type", "button").class("button button-primary");
    element("main")
        .class("failure")
        .child(element("h1").text(cause.heading))
        .child(element("p").text(locale.text(Message::SiteUnreadable)))
        .child(element("p").text(cause.sentence))
        .child(detail)
        .child(reload.text(locale.text(Message::Reload)).on_click(document::reload))
        .into()
}
