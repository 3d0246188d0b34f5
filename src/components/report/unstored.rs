//! The last step where the browser keeps nothing: nothing is sent unless the reader says so.

use super::desk::PATIENCE;
use super::form_state::FormState;
use super::handover::handover;
use super::outcome::close_button;
use super::pieces::{boxed, button, changing, nothing, outcome_line, text};
use crate::locale::Message;
use crate::platform::post::post_json;
use crate::report::queue::{self, Entry};
use leptos::prelude::*;
use std::sync::Arc;

/// Says that the report cannot wait here, and offers to carry it or to try once.
///
/// The draft stays in the form (and in storage, should that have room after all) until the report has arrived.
pub(super) fn unstored(state: FormState, entry: Entry) -> AnyView {
    let words = state.words;
    // How the single try stands: not made, `ReportSending`, `ReportSent`, or `ReportStorageFailed`.
    let tried = RwSignal::new(None::<Message>);
    let line = text(move || words.now(tried.get().unwrap_or(Message::ReportStorageFailed)));
    let entry = Arc::new(entry);
    let ways = changing(move || {
        let mut actions = Vec::new();
        if matches!(tried.get(), None | Some(Message::ReportStorageFailed)) {
            let entry = entry.clone();
            let label = words.now(Message::ReportRetryNow);
            actions.push(button("report-action", label, move || try_once(state, tried, entry.clone())));
        }
        actions.push(close_button(words));
        let carry = if tried.get() == Some(Message::ReportSent) {
            nothing()
        } else {
            let report = serde_json::from_str(&entry.body).unwrap_or_default();
            handover(words, &report, state.email(), super::dialog::DIALOG)
        };
        boxed("report-ways", vec![carry, boxed("report-actions", actions)])
    });
    boxed("report-result", vec![outcome_line(line), ways])
}

fn try_once(state: FormState, tried: RwSignal<Option<Message>>, entry: Arc<Entry>) {
    tried.set(Some(Message::ReportSending));
    leptos::task::spawn_local(async move {
        let outcome = post_json(&entry.endpoint, &entry.body, PATIENCE).await;
        // The queue's own judgement of what is a yes.
        let arrived = queue::settle(&entry, &outcome, 0, 0.0).is_none();
        if arrived {
            state.forget_draft();
        }
        tried.set(Some(if arrived { Message::ReportSent } else { Message::ReportStorageFailed }));
    });
}
