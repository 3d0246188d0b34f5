//! Quoted words in their context.

use crate::report::quote::TextQuoteSelector;
use leptos::prelude::*;

/// Shows the words marked, with what stands before and after them.
pub(super) fn quotation(quote: &TextQuoteSelector, language: Option<String>) -> AnyView {
    let before = if quote.prefix.is_empty() { String::new() } else { format!("…{}", quote.prefix) };
    let after = if quote.suffix.is_empty() { String::new() } else { format!("{}…", quote.suffix) };
    view! {
        <blockquote class="report-quote" lang=language dir="auto">
            {before} <mark>{quote.exact.clone()}</mark> {after}
        </blockquote>
    }
    .into_any()
}
