//! The ways to the desk that the reader goes: copy, download, e-mail.

use super::pieces::{boxed, button, paragraph};
use super::words::Words;
use crate::locale::Message;
use crate::piece::{Element, Piece, changing, element, following};
use crate::platform::{handover, task};
use crate::report::annotation::{Meaning, parts};
use crate::report::receivers::{Mail, file_name, letter, mail};
use leptos::prelude::*;
use serde_json::Value;

/// Three buttons for one report, and a line that says what came of them.
///
/// `within` is the identifier of the element around it: what may be selected for the old way of copying.
pub(super) fn handover(words: Words, report: &Value, email: Option<String>, within: &'static str) -> Piece {
    let told = RwSignal::new(None::<Message>);
    let by_mail = email.map(|desk| mail_link(words, report, &desk, "report-mail"));
    let plain = letter(&parts(report), false, |part| words.part(part));
    let copied = plain.clone();
    let copy = button("report-action", words.text(Message::ReportCopy), move || {
        let text = copied.clone();
        task::spawn(async move {
            let done = handover::copy(&text, within).await.is_ok();
            told.set(Some(if done { Message::ReportCopied } else { Message::ReportCopyFailed }));
        });
    });
    let name = file_name(report.get("id").and_then(Value::as_str).unwrap_or_default());
    let file = report.to_string();
    let download = button("report-action", words.text(Message::ReportDownload), move || {
        if handover::download(&name, "application/ld+json", &file).is_err() {
            told.set(Some(Message::ReportCopyFailed));
        }
    });
    let said = following(move || told.get().map(|message| words.text(message)).unwrap_or_default());
    // Where neither works the reader can still select the text.
    let by_hand = changing(
        move || told.get() == Some(Message::ReportCopyFailed),
        move |failed| failed.then(|| text_to_select(words, plain.clone())).into(),
    );
    let ways = boxed("report-handover").child(copy).text(" ").child(download).text(" ").child(by_mail);
    vec![ways.into(), element("p").class("report-told").set("role", "status").child(said).into(), by_hand]
        .into()
}

/// The link that opens the reader's mail program with the report as a letter to the desk. Where the letter has no room for
/// all of the report, a line before it says so.
pub(super) fn mail_link(words: Words, report: &Value, desk: &str, class: &'static str) -> Piece {
    let listed = parts(report);
    let [plain, brief] = [false, true].map(|brief| letter(&listed, brief, |part| words.part(part)));
    let headline = listed.iter().find(|part| part.meaning == Meaning::Headline);
    let headline = headline.map(|part| part.value.as_str()).unwrap_or_default();
    let subject = words.with(Message::ReportEmailSubject, "headline", headline);
    let Mail { address, shortened } = mail(desk, &subject, &plain, &brief);
    let short = shortened.then(|| paragraph("report-short", words.text(Message::ReportEmailShort)));
    let link = element("a").class(class).set("href", address).text(words.text(Message::ReportByEmail));
    vec![short.into(), link.into()].into()
}

fn text_to_select(words: Words, text: String) -> Element {
    element("textarea")
        .class("report-text")
        .flag("readonly", true)
        .set("rows", "6")
        .set("aria-label", words.text(Message::ReportPreview))
        .text(text)
}
