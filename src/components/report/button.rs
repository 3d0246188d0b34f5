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
    // Pressing a button takes the selection away in some browsers, so it is read before that happens.
    let pressed_with = StoredValue::new(None);
    let open = move |_| {
        let quote = pressed_with.try_update_value(Option::take).flatten();
        desk.open(subject.get_untracked(), quote.unwrap_or_else(quote_selection));
    };
    view! {
        <button
            type="button"
            class="report-button"
            data-bug-open=""
            aria-haspopup="dialog"
            on:pointerdown=move |_| pressed_with.set_value(Some(quote_selection()))
            on:keydown=move |_| pressed_with.set_value(None)
            on:click=open
        >
            {words.text(Message::ReportOpen)}
        </button>
    }
}
