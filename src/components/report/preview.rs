//! The second step: exactly what will be sent.

use super::difference::difference_view;
use super::form_state::FormState;
use super::handover::handover;
use super::pieces::{boxed, button, nothing, paragraph};
use super::quotation::quotation;
use crate::locale::Message;
use crate::report::annotation::{Meaning, Part, parts};
use crate::report::quote::TextQuoteSelector;
use leptos::prelude::*;
use serde_json::Value;

/// Every part of the report, and the ways to send it.
pub(super) fn preview(state: FormState, report: Value) -> AnyView {
    let words = state.words;
    let (plain, technical) = rows(state, &parts(&report));
    let (email, endpoint) = (state.email(), state.given.with_value(|given| given.endpoint.clone()));
    let nowhere = if email.is_none() && endpoint.is_none() {
        paragraph("report-text-line", words.now(Message::ReportNoReceiver))
    } else {
        nothing()
    };
    let ways = handover(words, &report, email, super::dialog::DIALOG);
    let send = endpoint.map_or_else(nothing, |endpoint| {
        let label = words.now(Message::ReportSend);
        button("report-primary", label, move || state.send(&report, endpoint.clone()))
    });
    let back = button("report-action", words.now(Message::ReportBack), move || state.back());
    view! {
        <p id="report-about">{words.now(Message::ReportPreviewNote)}</p>
        <dl class="report-parts">{plain}</dl>
        <details class="report-technical">
            <summary>"JSON"</summary>
            <dl class="report-parts" lang="en" dir="ltr">{technical}</dl>
        </details>
        {nowhere}
        {ways}
        {boxed("report-actions", vec![back, send])}
    }
    .into_any()
}

/// The parts as rows: those for readers, then those that need no look at, though they may have one. The
/// quotation and its context are shown as one, and the correction against it too.
fn rows(state: FormState, parts: &[Part]) -> (Vec<AnyView>, Vec<AnyView>) {
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
            technical.push(row(name.to_owned(), part.value.clone().into_any()));
        }
        match &part.meaning {
            // Within the quotation.
            Meaning::Before | Meaning::After => {}
            Meaning::Quote => plain.push(row(name, quotation(&quote, state.language()))),
            Meaning::Correction => {
                plain.push(row(name, shown.into_any()));
                let name = words.now(Message::ReportDifference);
                let difference = difference_view(words, &quote.exact, &part.value, state.language());
                plain.push(row(name, difference));
            }
            Meaning::Technical(_)
            | Meaning::Created
            | Meaning::Identifier
            | Meaning::Article
            | Meaning::Mistake(None) => technical.push(row(name, shown.into_any())),
            _ => plain.push(row(name, shown.into_any())),
        }
    }
    (plain, technical)
}

fn row(name: String, value: AnyView) -> AnyView {
    view! { <div><dt>{name}</dt><dd dir="auto">{value}</dd></div> }.into_any()
}
