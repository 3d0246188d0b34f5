//! The line at the page's foot that tells of reports on their way.

use super::desk::use_desk;
use super::handover::handover;
use super::pieces::{boxed, button, paragraph};
use super::words::use_words;
use crate::locale::Message;
use crate::model::ReportReceivers;
use crate::piece::{Piece, changing, element};
use crate::platform::timer::now_milliseconds;
use crate::report::courier::Occasion;
use crate::report::queue::{self, Entry, State};
use leptos::prelude::*;
use serde_json::Value;

const STATUS: &str = "report-status";

/// Says how many reports wait, and which were refused; says nothing when there are none.
pub fn report_status(receivers: &ReportReceivers) -> Piece {
    let (desk, words) = (use_desk(), use_words());
    let email = receivers.email.clone();
    Effect::new(move || desk.start());
    // How many wait, and how many of them the reader may hurry.
    let count_waiting = move || {
        let now = now_milliseconds();
        let waits = |entry: &&Entry| matches!(entry.state, State::Waiting { .. });
        let hurried = |entry: &&Entry| queue::may_be_hurried(&entry.state, now);
        desk.entries
            .with(|entries| (entries.iter().filter(waits).count(), entries.iter().filter(hurried).count()))
    };
    let waiting = changing(count_waiting, move |(count, hurried)| {
        let line = (count > 0).then(|| {
            let line = paragraph("report-text-line", words.count(Message::ReportWaiting, count));
            // A pause that a server asked for is kept: no button could do anything.
            let retry = (hurried > 0).then(|| {
                let label = words.text(Message::ReportRetryNow);
                button("report-action", label, move || desk.run(Occasion::Asked))
            });
            boxed("report-line").child(line).child(retry)
        });
        line.into()
    });
    let refused = changing(
        move || desk.entries.get(),
        move |entries| {
            let mut shown = boxed("report-refused");
            for entry in entries {
                if let State::Refused { status } = entry.state {
                    let report: Value = serde_json::from_str(&entry.body).unwrap_or_default();
                    let sentence = words.with(Message::ReportRefused, "status", &status.to_string());
                    let delete = words.text(Message::ReportDelete);
                    shown = shown
                        .child(paragraph("report-text-line", sentence))
                        .child(handover(words, &report, email.clone(), STATUS))
                        .child(button("report-action", delete, move || desk.delete(&entry.id)));
                }
            }
            shown.into()
        },
    );
    element("div")
        .class("report-status")
        .set("id", STATUS)
        .child(element("div").set("role", "status").child(waiting))
        .child(refused)
        .into()
}
