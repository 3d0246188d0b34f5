//! Quoted words in their context.

use crate::report::quote::TextQuoteSelector;
use leptos::prelude::*;

/// Shows the words marked, with what stands before and after them.
#[component]
pub fn Quotation(
    /// The words.
    quote: TextQuoteSelector,
    /// The language they are in.
    #[prop(optional_no_strip)]
    language: Option<String>,
) -> impl IntoView {
    let TextQuoteSelector { exact, prefix, suffix } = quote;
    let ellipsis = |context: &str| if context.is_empty() { "" } else { "…" };
    let (before, after) = (ellipsis(&prefix), ellipsis(&suffix));
    view! {
        <blockquote class="report-quote" lang=language dir="auto">
            {before}
            {prefix}
            <mark>{exact}</mark>
            {suffix}
            {after}
        </blockquote>
    }
}
