//! The last step where the browser keeps nothing: nothing is sent unless the reader says so.

use super::desk::PATIENCE;
use super::dialog::DIALOG;
use super::form_state::FormState;
use super::handover::handover;
use super::outcome::close_button;
use super::pieces::{boxed, button, outcome_line};
use crate::locale::Message;
use crate::piece::{Element, changing};
use crate::platform::post::post_json;
use crate::platform::task;
use crate::report::queue::{self, Entry};
use leptos::prelude::*;
use serde_json::Value;
use std::rc::Rc;

/// Says that the report cannot wait here, and offers to carry it or to try once.
///
/// The draft stays in the form (and in storage, should that have room after all) until the report has arrived.
pub(super) fn unstored(state: FormState, entry: Entry) -> Element {
    let words = state.words;
    // How the single try stands: not made, `ReportSending`, `ReportSent`, or `ReportStorageFailed`.
    let tried = RwSignal::new(None::<Message>);
    let line = outcome_line(move || words.text(tried.get().unwrap_or(Message::ReportStorageFailed)));
    let entry = Rc::new(entry);
    let ways = changing(
        move || tried.get(),
        move |stands| {
            let retry = matches!(stands, None | Some(Message::ReportStorageFailed)).then(|| {
                let entry = entry.clone();
                let label = words.text(Message::ReportRetryNow);
                button("report-action", label, move || try_once(state, tried, entry.clone()))
            });
            let carry = (stands != Some(Message::ReportSent)).then(|| {
                let report: Value = serde_json::from_str(&entry.body).unwrap_or_default();
                handover(words, &report, state.email(), DIALOG)
            });
            let actions = boxed("report-actions").child(retry).child(close_button(words));
            boxed("report-ways").child(carry).child(actions).into()
        },
    );
    boxed("report-result").child(line).child(ways)
}

fn try_once(state: FormState, tried: RwSignal<Option<Message>>, entry: Rc<Entry>) {
    tried.set(Some(Message::ReportSending));
    task::spawn(async move {
        let outcome = post_json(&entry.endpoint, &entry.body, PATIENCE).await;
        // The queue's own judgement of what is a yes.
        let arrived = queue::settle(&entry, &outcome, 0, 0.0).is_none();
        if arrived {
            state.forget_draft();
        }
        tried.set(Some(if arrived { Message::ReportSent } else { Message::ReportStorageFailed }));
    });
}
