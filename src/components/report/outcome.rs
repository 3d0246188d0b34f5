//! The last step: what became of the report.

use super::form_state::FormState;
use super::handover::Handover;
use super::words::use_words;
use crate::locale::Message;
use crate::platform::{focus, timer};
use crate::report::courier::Occasion;
use crate::report::queue::{Entry, State};
use leptos::prelude::*;

/// Follows a stored report until it has arrived.
#[component]
pub(super) fn Outcome(state: FormState, entry: Entry) -> impl IntoView {
    let words = use_words();
    let id = entry.id.clone();
    // A report that is no longer stored has arrived.
    let standing = Memo::new(move |_| {
        let find =
            |entries: &Vec<Entry>| entries.iter().find(|entry| entry.id == id).map(|it| it.state.clone());
        state.desk.entries.with(find)
    });
    let text = move || match standing.get() {
        None => words.now(Message::ReportSent),
        Some(State::Waiting { attempts: 0, .. }) => words.now(Message::ReportSending),
        Some(State::Waiting { reached: false, .. }) => words.now(Message::ReportStored),
        Some(State::Waiting { after, .. }) => {
            let when = words.in_milliseconds(after.saturating_sub(timer::now_milliseconds()));
            words.with(Message::ReportRetry, "when", &when)
        }
        Some(State::Refused { status }) => words.with(Message::ReportRefused, "status", &status.to_string()),
    };
    let body = StoredValue::new(entry.body);
    let failed = Memo::new(move |_| match standing.get() {
        None | Some(State::Waiting { attempts: 0, .. }) => false,
        Some(State::Waiting { .. } | State::Refused { .. }) => true,
    });
    let offline = Memo::new(move |_| {
        matches!(standing.get(), Some(State::Waiting { attempts: 1.., reached: false, .. }))
    });
    let ways = move || {
        let report = failed.get().then(|| body.with_value(|body| serde_json::from_str(body).ok())).flatten();
        let email = state.receivers.with_value(|receivers| receivers.email.clone());
        report.map(|report| view! { <Handover report email within=super::dialog::DIALOG /> })
    };
    let again = move || {
        let retry = move |_| state.desk.run(Occasion::Connected);
        offline.get().then(
            || view! { <button type="button" on:click=retry>{words.now(Message::ReportRetryNow)}</button> },
        )
    };
    view! {
        <p id="report-about" class="report-outcome" role="status">{text}</p>
        {ways}
        <div class="report-actions">
            {again}
            <CloseButton />
        </div>
    }
}

/// Closes the dialog.
#[component]
pub(super) fn CloseButton() -> impl IntoView {
    let words = use_words();
    view! {
        <button type="button" class="report-primary" on:click=|_| focus::close_dialog(super::dialog::DIALOG)>
            {words.now(Message::ReportClose)}
        </button>
    }
}
