//! The ways to the desk that the reader goes: copy, download, e-mail.

use super::pieces::{button, changing, nothing, text};
use super::words::Words;
use crate::locale::Message;
use crate::platform::handover;
use crate::report::annotation::{Meaning, Part, parts};
use crate::report::receivers::{Mail, file_name, mail, readable};
use leptos::prelude::*;
use serde_json::Value;

/// Three buttons for one report, and a line that says what came of them.
///
/// `within` is the identifier of the element around it: what may be selected for the old way of copying.
pub(super) fn handover(words: Words, report: &Value, email: Option<String>, within: &'static str) -> AnyView {
    let told = RwSignal::new(None::<Message>);
    let listed = parts(report);
    let plain = readable(&listed, |part| words.part(part));
    let by_mail = email.map_or_else(nothing, |desk| mail_link(words, &desk, &listed, &plain));
    let copied = plain.clone();
    let copy = button("report-action", words.now(Message::ReportCopy), move || {
        let text = copied.clone();
        leptos::task::spawn_local(async move {
            let done = handover::copy(&text, within).await.is_ok();
            told.set(Some(if done { Message::ReportCopied } else { Message::ReportCopyFailed }));
        });
    });
    let name = file_name(report.get("id").and_then(Value::as_str).unwrap_or_default());
    let file = report.to_string();
    let download = button("report-action", words.now(Message::ReportDownload), move || {
        if handover::download(&name, "application/ld+json", &file).is_err() {
            told.set(Some(Message::ReportCopyFailed));
        }
    });
    let said = text(move || told.get().map(|message| words.now(message)).unwrap_or_default());
    // Where neither works the reader can still select the text.
    let by_hand = changing(move || match told.get() {
        Some(Message::ReportCopyFailed) => text_to_select(words, plain.clone()),
        _ => nothing(),
    });
    view! {
        <div class="report-handover">{copy} {download} {by_mail}</div>
        <p class="report-told" role="status">{said}</p>
        {by_hand}
    }
    .into_any()
}

fn mail_link(words: Words, desk: &str, listed: &[Part], plain: &str) -> AnyView {
    let headline = listed.iter().find(|part| part.meaning == Meaning::Headline);
    let headline = headline.map(|part| part.value.as_str()).unwrap_or_default();
    let subject = words.with(Message::ReportEmailSubject, "headline", headline);
    let Mail { address, .. } = mail(desk, &subject, plain);
    view! { <a class="report-mail" href=address>{words.now(Message::ReportByEmail)}</a> }.into_any()
}

fn text_to_select(words: Words, text: String) -> AnyView {
    let label = words.now(Message::ReportPreview);
    view! { <textarea class="report-text" readonly=true rows="6" aria-label=label>{text}</textarea> }
        .into_any()
}
