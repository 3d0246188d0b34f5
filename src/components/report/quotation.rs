//! Quoted words in their context.

use crate::piece::{Element, element};
use crate::report::quote::TextQuoteSelector;

/// Shows the words marked, with what stands before and after them.
pub(super) fn quotation(quote: &TextQuoteSelector, language: Option<String>) -> Element {
    let before = if quote.prefix.is_empty() { String::new() } else { format!("…{}", quote.prefix) };
    let after = if quote.suffix.is_empty() { String::new() } else { format!("{}…", quote.suffix) };
    element("blockquote")
        .class("report-quote")
        .set_some("lang", language)
        .set("dir", "auto")
        .text(before + " ")
        .child(element("mark").text(quote.exact.clone()))
        .text(format!(" {after}"))
}
