//! The "Found a bug?" button.

use super::desk::{quote_selection, use_desk};
use super::words::use_words;
use crate::locale::Message;
use crate::report::ReportSubject;
use leptos::prelude::*;

/// Opens the report dialog: about the selected words, else about the page.
#[component]
pub fn ReportButton(
    /// What a report made here is about.
    #[prop(into)]
    subject: Signal<ReportSubject>,
) -> impl IntoView {
    let (desk, words) = (use_desk(), use_words());
    view! {
        <button
            type="button"
            class="report-button"
            data-bug-open=""
            aria-haspopup="dialog"
            // Or the press would take the selection away before it can be read.
            on:mousedown=|event| event.prevent_default()
            on:click=move |_| desk.open(subject.get_untracked(), quote_selection())
        >
            {words.text(Message::ReportOpen)}
        </button>
    }
}
