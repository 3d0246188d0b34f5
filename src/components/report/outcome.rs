//! The last step: what became of the report.

use super::dialog::DIALOG;
use super::form_state::FormState;
use super::handover::handover;
use super::pieces::{boxed, button, outcome_line};
use super::words::Words;
use crate::locale::Message;
use crate::piece::{Element, changing};
use crate::platform::{focus, timer};
use crate::report::courier::Occasion;
use crate::report::queue::{self, Entry, State};
use leptos::prelude::*;
use serde_json::Value;

/// Follows a stored report until it has arrived.
pub(super) fn outcome(state: FormState, entry: &Entry) -> Element {
    let (desk, words) = (state.desk, state.words);
    let id = entry.id.clone();
    // A report that is no longer stored has arrived; but one that was refused goes only where its reader deletes it,
    // in another tab.
    let refused = StoredValue::new(None);
    let find = move |entries: &Vec<Entry>| {
        let standing = entries.iter().find(|it| it.id == id).map(|it| it.state.clone());
        if matches!(standing, Some(State::Refused { .. })) {
            refused.set_value(standing.clone());
        }
        standing.or_else(|| refused.get_value())
    };
    let find_again = find.clone();
    let line = outcome_line(move || standing_text(words, desk.entries.with(&find)));
    let report: Value = serde_json::from_str(&entry.body).unwrap_or_default();
    let ways = changing(
        move || desk.entries.with(&find_again),
        move |standing| {
            let failed = !matches!(standing, None | Some(State::Waiting { attempts: 0, .. }));
            let now = timer::now_milliseconds();
            let hurried = failed && standing.is_some_and(|state| queue::may_be_hurried(&state, now));
            let retry = hurried.then(|| {
                let label = words.text(Message::ReportRetryNow);
                button("report-action", label, move || desk.run(Occasion::Asked))
            });
            let carry = failed.then(|| handover(words, &report, state.email(), DIALOG));
            let actions = boxed("report-actions").child(retry).child(close_button(words));
            boxed("report-ways").child(carry).child(actions).into()
        },
    );
    boxed("report-result").child(line).child(ways)
}

fn standing_text(words: Words, standing: Option<State>) -> String {
    match standing {
        None => words.text(Message::ReportSent),
        Some(State::Waiting { attempts: 0, .. }) => words.text(Message::ReportSending),
        Some(State::Waiting { reached: false, .. }) => words.text(Message::ReportStored),
        Some(State::Waiting { after, .. }) => {
            let when = words.in_milliseconds(after.saturating_sub(timer::now_milliseconds()));
            words.with(Message::ReportRetry, "when", &when)
        }
        Some(State::Refused { status }) => words.with(Message::ReportRefused, "status", &status.to_string()),
    }
}

/// Closes the dialog.
pub(super) fn close_button(words: Words) -> Element {
    button("report-primary", words.text(Message::ReportClose), || focus::close_dialog(DIALOG))
}
