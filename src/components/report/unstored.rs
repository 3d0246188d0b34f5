//! The last step where the browser keeps nothing: nothing is sent unless the reader says so.

use super::desk::PATIENCE;
use super::form_state::FormState;
use super::handover::Handover;
use super::outcome::CloseButton;
use super::words::use_words;
use crate::locale::Message;
use crate::platform::post::post_json;
use crate::report::queue::{self, Entry};
use leptos::prelude::*;

/// How the single try stands.
#[derive(Clone, Copy, PartialEq)]
enum Try {
    Not,
    Going,
    Arrived,
    Failed,
}

/// Says that the report cannot wait here, and offers to carry it or to try once.
///
/// The draft stays in the form (and in storage, should that have room after all) until the report has arrived.
#[component]
pub(super) fn Unstored(state: FormState, entry: Entry) -> impl IntoView {
    let words = use_words();
    let tried = RwSignal::new(Try::Not);
    let text = move || {
        words.now(match tried.get() {
            Try::Not => Message::ReportStorageFailed,
            Try::Going => Message::ReportSending,
            Try::Arrived => Message::ReportSent,
            Try::Failed => Message::ReportStorageFailed,
        })
    };
    let entry = StoredValue::new(entry);
    let once = move |_| {
        tried.set(Try::Going);
        leptos::task::spawn_local(async move {
            let entry = entry.get_value();
            let outcome = post_json(&entry.endpoint, &entry.body, PATIENCE).await;
            // The queue's own judgement of what is a yes.
            let arrived = queue::settle(&entry, &outcome, 0, 0.0).is_none();
            if arrived {
                state.arrived();
            }
            tried.set(if arrived { Try::Arrived } else { Try::Failed });
        });
    };
    let ways = move || {
        let report = entry.with_value(|entry| serde_json::from_str(&entry.body).ok());
        let email = state.receivers.with_value(|receivers| receivers.email.clone());
        let report = report.filter(|_| tried.get() != Try::Arrived);
        report.map(|report| view! { <Handover report email within=super::dialog::DIALOG /> })
    };
    let offer = move || {
        let waits = matches!(tried.get(), Try::Not | Try::Failed);
        waits.then(
            || view! { <button type="button" on:click=once>{words.now(Message::ReportRetryNow)}</button> },
        )
    };
    view! {
        <p id="report-about" class="report-outcome" role="status">{text}</p>
        {ways}
        <div class="report-actions">
            {offer}
            <CloseButton />
        </div>
    }
}
