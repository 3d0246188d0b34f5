//! Quoted words in their context.

use crate::piece::{Element, element};
use crate::report::quote::TextQuoteSelector;

/// Shows the words marked, with what stands before and after them: spaces too, so that a part of a word stays one.
pub(super) fn quotation(quote: &TextQuoteSelector, language: Option<String>) -> Element {
    let before = if quote.prefix.is_empty() { String::new() } else { format!("…{}", quote.prefix) };
    let after = if quote.suffix.is_empty() { String::new() } else { format!("{}…", quote.suffix) };
    element("blockquote")
        .class("report-quote")
        .set_some("lang", language)
        .set("dir", "auto")
        .text(before)
        .child(element("mark").text(quote.exact.clone()))
        .text(after)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::piece::Piece;

    #[test]
    fn a_part_of_a_word_is_shown_within_it() {
        let quote = |prefix: &str, suffix: &str| TextQuoteSelector {
            exact: "kst".to_owned(),
            prefix: prefix.to_owned(),
            suffix: suffix.to_owned(),
        };
        let shown = |quote| Piece::from(quotation(&quote, None)).to_html();
        assert!(shown(quote("Kaza", "an.")).contains(">…Kaza<mark>kst</mark>an.…<"));
        assert!(shown(quote("in ", " now")).contains(">…in <mark>kst</mark> now…<"));
        assert!(shown(quote("", "")).contains("><mark>kst</mark><"));
    }
}
