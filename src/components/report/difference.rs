//! A correction shown against what it corrects.

use super::words::Words;
use crate::locale::Message;
use crate::report::difference::{Change, difference};
use leptos::prelude::*;

/// Shows what is removed and added; for screen readers, which mostly pass over `ins` and `del`, in words too.
pub(super) fn difference_view(words: Words, old: &str, new: &str, language: Option<String>) -> AnyView {
    let hidden = |message| {
        let said = format!(" {} ", words.now(message));
        view! { <span class="visually-hidden">{said}</span> }.into_any()
    };
    let show = |change| match change {
        Change::Same(text) => text.into_any(),
        Change::Removed(text) => view! { <del>{hidden(Message::ReportRemoved)}{text}</del> }.into_any(),
        Change::Added(text) => view! { <ins>{hidden(Message::ReportAdded)}{text}</ins> }.into_any(),
    };
    let changes: Vec<AnyView> = difference(old, new).into_iter().map(show).collect();
    view! { <p class="report-difference" lang=language dir="auto">{changes}</p> }.into_any()
}
