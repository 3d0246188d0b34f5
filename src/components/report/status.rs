//! The line at the page's foot that tells of reports on their way.

use super::desk::use_desk;
use super::handover::Handover;
use super::words::use_words;
use crate::locale::Message;
use crate::model::ReportReceivers;
use crate::report::courier::Occasion;
use crate::report::queue::{Entry, State};
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
    let is_waiting = |entry: &&Entry| matches!(entry.state, State::Waiting { .. });
    let count = Memo::new(move |_| desk.entries.with(|entries| entries.iter().filter(is_waiting).count()));
    let refused = Memo::new(move |_| {
        desk.entries
            .with(|entries| entries.iter().filter(|entry| !is_waiting(entry)).cloned().collect::<Vec<_>>())
    });
    let waiting = move || {
        let count = count.get();
        (count > 0).then(|| {
            view! {
                <p>
                    {words.count(Message::ReportWaiting, count)} " "
                    <button type="button" on:click=move |_| desk.run(Occasion::Connected)>
                        {words.now(Message::ReportRetryNow)}
                    </button>
                </p>
            }
        })
    };
    let refusals = move || {
        let email = receivers.with(|receivers| receivers.email.clone());
        let show = |entry: Entry| {
            let State::Refused { status } = entry.state else { return None };
            let report = serde_json::from_str(&entry.body).ok()?;
            Some(view! {
                <p>{words.with(Message::ReportRefused, "status", &status.to_string())}</p>
                <Handover report email=email.clone() within=STATUS />
            })
        };
        refused.get().into_iter().filter_map(show).collect_view()
    };
    view! {
        <div class="report-status" id=STATUS>
            <div role="status">{waiting}</div>
            {refusals}
        </div>
    }
}
