//! A correction shown against what it corrects.

use super::words::use_words;
use crate::locale::Message;
use crate::report::difference::{Change, difference};
use leptos::prelude::*;

/// Shows what is removed and added; for screen readers, which mostly pass over `ins` and `del`, in words too.
#[component]
pub fn DifferenceView(
    /// The words as they are.
    old: String,
    /// The words as they should be.
    new: String,
    /// The language they are in.
    #[prop(optional_no_strip)]
    language: Option<String>,
) -> impl IntoView {
    let words = use_words();
    let hidden =
        move |message| view! { <span class="report-hidden">{format!(" {} ", words.now(message))}</span> };
    let changes = difference(&old, &new).into_iter().map(|change| match change {
        Change::Same(text) => text.into_any(),
        Change::Removed(text) => view! { <del>{hidden(Message::ReportRemoved)}{text}</del> }.into_any(),
        Change::Added(text) => view! { <ins>{hidden(Message::ReportAdded)}{text}</ins> }.into_any(),
    });
    view! { <p class="report-difference" lang=language dir="auto">{changes.collect_view()}</p> }
}
