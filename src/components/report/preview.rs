//! The second step: exactly what will be sent.

use super::dialog::{ABOUT, DIALOG};
use super::difference::difference_view;
use super::form_state::FormState;
use super::handover::{handover, mail_link};
use super::pieces::{boxed, button, paragraph};
use super::quotation::quotation;
use crate::locale::Message;
use crate::piece::{Element, Piece, element, text};
use crate::report::annotation::{Meaning, Part, parts};
use crate::report::quote::TextQuoteSelector;
use leptos::prelude::*;
use serde_json::Value;

/// Every part of the report, and the ways to send it.
pub(super) fn preview(state: FormState, report: Value) -> Piece {
    let words = state.words;
    let (plain, technical) = rows(state, &parts(&report));
    let (email, endpoint) = (state.email(), state.given.with_value(|given| given.endpoint.clone()));
    let nowhere = (email.is_none() && endpoint.is_none())
        .then(|| paragraph("report-text-line", words.text(Message::ReportNoReceiver)));
    // Where the desk has a letter box alone, that is the way on.
    let (by_mail, email) = if endpoint.is_none() { (email, None) } else { (None, email) };
    let by_mail = by_mail.map(|desk| mail_link(words, &report, &desk, "report-mail report-primary"));
    let ways = handover(words, &report, email, DIALOG);
    let send = endpoint.map(|endpoint| {
        let label = words.text(Message::ReportSend);
        button("report-primary", label, move || state.send(&report, endpoint.clone()))
    });
    let back = button("report-action", words.text(Message::ReportBack), move || state.back());
    let list = || element("dl").class("report-parts");
    let technical = element("details")
        .class("report-technical")
        .child(element("summary").text("JSON"))
        .child(list().set("dir", "ltr").children(technical));
    vec![
        element("p").set("id", ABOUT).text(words.text(Message::ReportPreviewNote)).into(),
        list().children(plain).into(),
        technical.into(),
        nowhere.into(),
        ways,
        boxed("report-actions").child(back).child(send).child(by_mail).into(),
    ]
    .into()
}

/// The parts as rows: those for readers, then those that need no look at, though they may have one. The
/// quotation and its context are shown as one, and the correction against it too.
fn rows(state: FormState, parts: &[Part]) -> (Vec<Element>, Vec<Element>) {
    let words = state.words;
    let value = |meaning: Meaning| {
        let found = parts.iter().find(|part| part.meaning == meaning);
        found.map(|part| part.value.clone()).unwrap_or_default()
    };
    let quote = TextQuoteSelector {
        exact: value(Meaning::Quote),
        prefix: value(Meaning::Before),
        suffix: value(Meaning::After),
    };
    let (mut plain, mut technical) = (Vec::new(), Vec::new());
    for part in parts {
        let (name, shown) = words.part(part);
        if shown != part.value {
            // Readers are shown what it says; here is what stands there.
            let name = if part.value.contains('@') { "creator.email" } else { "body.value" };
            technical.push(row(name.to_owned(), text(part.value.clone())));
        }
        match &part.meaning {
            // Within the quotation.
            Meaning::Before | Meaning::After => {}
            Meaning::Quote => plain.push(row(name, quotation(&quote, state.language()).into())),
            Meaning::Correction => {
                plain.push(row(name, text(shown)));
                let name = words.text(Message::ReportDifference);
                let difference = difference_view(words, &quote.exact, &part.value, state.language());
                plain.push(row(name, difference.into()));
            }
            Meaning::Technical(_)
            | Meaning::Created
            | Meaning::Identifier
            | Meaning::Article
            | Meaning::Mistake(None) => technical.push(row(name, text(shown))),
            _ => plain.push(row(name, text(shown))),
        }
    }
    (plain, technical)
}

fn row(name: String, value: Piece) -> Element {
    element("div").child(element("dt").text(name)).child(element("dd").set("dir", "auto").child(value))
}
