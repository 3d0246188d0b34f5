//! The line at the page's foot that tells of reports on their way.

use super::desk::use_desk;
use super::handover::handover;
use super::pieces::{boxed, button, changing, nothing, paragraph};
use super::words::use_words;
use crate::locale::Message;
use crate::model::ReportReceivers;
use crate::report::courier::Occasion;
use crate::report::queue::State;
use leptos::prelude::*;

const STATUS: &str = "report-status";

/// Says how many reports wait, and which were refused; says nothing when there are none.
#[component]
pub fn ReportStatus(
    /// Where reports go.
    #[prop(into)]
    receivers: Signal<ReportReceivers>,
) -> impl IntoView {
    let (desk, words) = (use_desk(), use_words());
    Effect::new(move || desk.start());
    let waiting = changing(move || {
        let waits = |state: &State| matches!(state, State::Waiting { .. });
        let count = desk.entries.with(|entries| entries.iter().filter(|entry| waits(&entry.state)).count());
        if count == 0 {
            return nothing();
        }
        let retry = words.now(Message::ReportRetryNow);
        let line = paragraph("report-text-line", words.count(Message::ReportWaiting, count));
        boxed(
            "report-line",
            vec![line, button("report-action", retry, move || desk.run(Occasion::Connected))],
        )
    });
    let refused = changing(move || {
        let email = receivers.with(|receivers| receivers.email.clone());
        let mut shown = Vec::new();
        for entry in desk.entries.get() {
            if let State::Refused { status } = entry.state {
                let report = serde_json::from_str(&entry.body).unwrap_or_default();
                let status = status.to_string();
                shown.push(paragraph(
                    "report-text-line",
                    words.with(Message::ReportRefused, "status", &status),
                ));
                shown.push(handover(words, &report, email.clone(), STATUS));
                let delete = words.now(Message::ReportDelete);
                shown.push(button("report-action", delete, move || desk.delete(&entry.id)));
            }
        }
        boxed("report-refused", shown)
    });
    view! {
        <div class="report-status" id=STATUS>
            <div role="status">{waiting}</div>
            {refused}
        </div>
    }
}
