//! The row of tools below an article's head: share, save, the size of the text, report, listen.

mod listen;
mod save;
mod share;
mod text_size;

pub use listen::Spoken;
pub use save::{Shelf, provide_shelf, use_shelf};

use leptos::prelude::*;

use super::report::report_button;
use super::use_locale;
use crate::locale::Message;
use crate::model::Summary;
use crate::piece::{Piece, element, following};
use crate::report::ReportSubject;

/// The tools of the article that `summary` is of.
pub fn article_tools(summary: &Summary, subject: ReportSubject, spoken: Spoken) -> Piece {
    let locale = use_locale();
    let told = RwSignal::new(String::new());
    let (listen, bar) = listen::listen(spoken, told);
    let row = element("div")
        .class("tools")
        .set("role", "group")
        .set("aria-label", locale.text(Message::ArticleTools))
        .child(share::share(summary))
        .child(save::save_button(summary, told))
        .child(text_size::text_size())
        .child(report_button(subject))
        .child(listen)
        .child(bar);
    let told = element("p").class("tools-told").set("role", "status").child(following(move || told.get()));
    // Together, so that an empty line has no gap around it.
    element("div").class("tools-box").child(row).child(told).into()
}
