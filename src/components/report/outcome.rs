//! The last step: what became of the report.

use super::form_state::FormState;
use super::handover::handover;
use super::pieces::{boxed, button, changing, nothing, outcome_line, text};
use super::words::Words;
use crate::locale::Message;
use crate::platform::{focus, timer};
use crate::report::courier::Occasion;
use crate::report::queue::{Entry, State};
use leptos::prelude::*;

/// Follows a stored report until it has arrived.
pub(super) fn outcome(state: FormState, entry: &Entry) -> AnyView {
    let (desk, words) = (state.desk, state.words);
    let id = entry.id.clone();
    // A report that is no longer stored has arrived.
    let find = move |entries: &Vec<Entry>| entries.iter().find(|it| it.id == id).map(|it| it.state.clone());
    let find_again = find.clone();
    let line = text(move || standing_text(words, desk.entries.with(&find)));
    let report = serde_json::from_str(&entry.body).unwrap_or_default();
    let ways = changing(move || {
        let standing = desk.entries.with(&find_again);
        let failed = !matches!(standing, None | Some(State::Waiting { attempts: 0, .. }));
        let offline = matches!(standing, Some(State::Waiting { attempts: 1.., reached: false, .. }));
        let mut actions = Vec::new();
        if offline {
            let label = words.now(Message::ReportRetryNow);
            actions.push(button("report-action", label, move || desk.run(Occasion::Connected)));
        }
        actions.push(close_button(words));
        let carry =
            if failed { handover(words, &report, state.email(), super::dialog::DIALOG) } else { nothing() };
        boxed("report-ways", vec![carry, boxed("report-actions", actions)])
    });
    boxed("report-result", vec![outcome_line(line), ways])
}

fn standing_text(words: Words, standing: Option<State>) -> String {
    match standing {
        None => words.now(Message::ReportSent),
        Some(State::Waiting { attempts: 0, .. }) => words.now(Message::ReportSending),
        Some(State::Waiting { reached: false, .. }) => words.now(Message::ReportStored),
        Some(State::Waiting { after, .. }) => {
            let when = words.in_milliseconds(after.saturating_sub(timer::now_milliseconds()));
            words.with(Message::ReportRetry, "when", &when)
        }
        Some(State::Refused { status }) => words.with(Message::ReportRefused, "status", &status.to_string()),
    }
}

/// Closes the dialog.
pub(super) fn close_button(words: Words) -> AnyView {
    button("report-primary", words.now(Message::ReportClose), || focus::close_dialog(super::dialog::DIALOG))
}
