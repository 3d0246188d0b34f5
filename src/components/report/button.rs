//! The "Found a bug?" button.

use super::desk::{quote_selection, use_desk};
use super::dialog::DIALOG;
use super::words::use_words;
use crate::locale::Message;
use crate::piece::{Piece, element};
use crate::report::ReportSubject;

/// Opens the report dialog: about the selected words, else about the page.
///
/// On a pressed page it works before the program is there, by HTML's invoker commands; a reader without script
/// whose browser lacks them gets the link beside it (`style/` shows it then).
pub fn report_button(subject: ReportSubject) -> Piece {
    let (desk, words) = (use_desk(), use_words());
    let button = element("button")
        .set("type", "button")
        .class("button report-button")
        .set("data-bug-open", "")
        .set("aria-haspopup", "dialog")
        .set("commandfor", DIALOG)
        .set("command", "show-modal")
        .text(words.text(Message::ReportOpen))
        // Or the press would take the selection away before it can be read.
        .on("mousedown", |event| event.prevent_default())
        .on("click", move |event| {
            // Instead of the command, which would open the dialog a second time.
            event.prevent_default();
            desk.open(subject.clone(), quote_selection());
        });
    let link = element("a").class("report-link").set("href", format!("#{DIALOG}")).set("rel", "external");
    vec![button.into(), link.text(words.text(Message::ReportLink)).into()].into()
}
