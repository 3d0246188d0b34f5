//! The second step: exactly what will be sent.

use super::difference::DifferenceView;
use super::form_state::FormState;
use super::handover::Handover;
use super::quotation::Quotation;
use super::words::{Words, use_words};
use crate::locale::Message;
use crate::report::annotation::{Meaning, Part, parts};
use crate::report::quote::TextQuoteSelector;
use leptos::prelude::*;
use serde_json::Value;

/// Every part of the report, and the ways to send it.
#[component]
pub(super) fn Preview(state: FormState, report: Value) -> impl IntoView {
    let words = use_words();
    let (technical, plain): (Vec<Part>, Vec<Part>) =
        parts(&report).into_iter().partition(|part| is_technical(&part.meaning));
    let email = state.receivers.with_value(|receivers| receivers.email.clone());
    let endpoint = state.endpoint.get_value();
    let nowhere = endpoint.is_none() && email.is_none();
    let sent = report.clone();
    let send = endpoint.map(|endpoint| {
        let send = move |_| state.send(&sent, endpoint.clone());
        view! { <button type="button" class="report-primary" on:click=send>{words.now(Message::ReportSend)}</button> }
    });
    view! {
        <p id="report-about">{words.now(Message::ReportPreviewNote)}</p>
        <dl class="report-parts">{readable_parts(&plain, state, words)}</dl>
        <details class="report-technical">
            <summary>"JSON"</summary>
            <dl class="report-parts" lang="en" dir="ltr">{technical.iter().map(|part| row(part, words)).collect_view()}</dl>
        </details>
        {nowhere.then(|| view! { <p>{words.now(Message::ReportNoReceiver)}</p> })}
        <Handover report email within=super::dialog::DIALOG />
        <div class="report-actions">
            <button type="button" on:click=move |_| state.back()>{words.now(Message::ReportBack)}</button>
            {send}
        </div>
    }
}

/// What readers need no look at, though they may.
fn is_technical(meaning: &Meaning) -> bool {
    matches!(
        meaning,
        Meaning::Technical(_)
            | Meaning::Created
            | Meaning::Identifier
            | Meaning::Article
            | Meaning::Mistake(None)
    )
}

/// The parts for readers. The quotation and its context are shown as one, and the correction against it too.
fn readable_parts(parts: &[Part], state: FormState, words: Words) -> impl IntoView + use<> {
    let value = |meaning: Meaning| {
        let found = parts.iter().find(|part| part.meaning == meaning);
        found.map(|part| part.value.clone())
    };
    let quote = value(Meaning::Quote).map(|exact| TextQuoteSelector {
        exact,
        prefix: value(Meaning::Before).unwrap_or_default(),
        suffix: value(Meaning::After).unwrap_or_default(),
    });
    let rows = parts.iter().filter_map(|part| match (&part.meaning, &quote) {
        (Meaning::Before | Meaning::After, Some(_)) => None,
        (Meaning::Quote, Some(quote)) => Some(quote_row(quote.clone(), state, words).into_any()),
        (Meaning::Correction, Some(quote)) => {
            let difference = difference_row(&quote.exact, &part.value, state, words);
            Some((row(part, words), difference).into_any())
        }
        _ => Some(row(part, words).into_any()),
    });
    rows.collect_view()
}

fn row(part: &Part, words: Words) -> impl IntoView + use<> {
    let (name, value) = words.part(part);
    view! { <div><dt>{name}</dt><dd dir="auto">{value}</dd></div> }
}

fn quote_row(quote: TextQuoteSelector, state: FormState, words: Words) -> impl IntoView {
    view! {
        <div>
            <dt>{words.now(Message::ReportSelectedWords)}</dt>
            <dd><Quotation quote language=state.language() /></dd>
        </div>
    }
}

fn difference_row(old: &str, new: &str, state: FormState, words: Words) -> impl IntoView + use<> {
    let (old, new) = (old.to_owned(), new.to_owned());
    view! {
        <div>
            <dt>{words.now(Message::ReportDifference)}</dt>
            <dd><DifferenceView old new language=state.language() /></dd>
        </div>
    }
}
