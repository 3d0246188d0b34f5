//! The ways to the desk that the reader goes: copy, download, e-mail.

use super::words::use_words;
use crate::locale::Message;
use crate::platform::handover;
use crate::report::annotation::{Meaning, parts};
use crate::report::receivers::{Mail, file_name, mail, readable};
use leptos::prelude::*;
use serde_json::Value;

/// Three buttons for one report, and a line that says what came of them.
#[component]
pub(super) fn Handover(
    /// The report, as it is or would be sent.
    report: Value,
    /// The desk's e-mail address.
    email: Option<String>,
    /// The identifier of the element around it: what may be selected for the old way of copying.
    within: &'static str,
) -> impl IntoView {
    let words = use_words();
    let told = RwSignal::new(String::new());
    let shown = RwSignal::new(false);
    let listed = parts(&report);
    let text = readable(&listed, |part| words.part(part));
    let headline = listed.iter().find(|part| part.meaning == Meaning::Headline);
    let headline = headline.map(|part| part.value.clone()).unwrap_or_default();
    let subject = words.with(Message::ReportEmailSubject, "headline", &headline);
    let letter = email.map(|desk| mail(&desk, &subject, &text));
    let copied = text.clone();
    let copy = move |_| {
        let text = copied.clone();
        leptos::task::spawn_local(async move {
            let result = handover::copy(&text, within).await;
            let message = if result.is_ok() { Message::ReportCopied } else { Message::ReportCopyFailed };
            shown.set(result.is_err());
            told.set(words.now(message));
        });
    };
    let download = move |_| {
        let name = file_name(report.get("id").and_then(Value::as_str).unwrap_or_default());
        if handover::download(&name, "application/ld+json", &report.to_string()).is_err() {
            shown.set(true);
            told.set(words.now(Message::ReportCopyFailed));
        }
    };
    let by_mail = letter.map(|Mail { address, .. }| {
        view! { <a class="report-mail" href=address>{words.now(Message::ReportByEmail)}</a> }
    });
    view! {
        <div class="report-handover">
            <button type="button" on:click=copy>{words.now(Message::ReportCopy)}</button>
            <button type="button" on:click=download>{words.now(Message::ReportDownload)}</button>
            {by_mail}
        </div>
        <p class="report-told" role="status">{told}</p>
        {move || shown.get().then(|| {
            let text = text.clone();
            view! { <textarea class="report-text" readonly=true rows="6" aria-label=words.now(Message::ReportPreview) prop:value=text></textarea> }
        })}
    }
}
