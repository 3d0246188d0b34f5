//! The first step: what is wrong, and what it should be.

use super::dialog::{ABOUT, closes_dialog};
use super::field::TextField;
use super::form_state::FormState;
use super::kind_field::kind_field;
use super::pieces::{boxed, button, paragraph};
use super::quotation::quotation;
use crate::locale::Message;
use crate::piece::{Element, Piece, changing, element, following};
use crate::report::draft::Field;
use leptos::prelude::*;

/// The form. Whether it is about words or the page can change only by starting afresh, which draws it anew.
///
/// On a pressed page, before the program is there or without it, it is a plain form: what is written goes to the
/// endpoint as form fields, else into a mail.
pub(super) fn form(state: FormState) -> Element {
    let words = state.words;
    let quote = state.draft().quote;
    let field = |field, label, hint, language| TextField { field, label, hint, language }.view(state);
    let correction = quote.as_ref().map(|_| {
        field(Field::Correction, words.text(Message::ReportCorrection), String::new(), state.language())
    });
    let label = if quote.is_some() { Message::ReportSelectedWords } else { Message::ReportWholePage };
    let about = element("div")
        .set("id", ABOUT)
        .child(paragraph("report-label", words.text(label)))
        .text(" ")
        .child(quote.map(|quote| quotation(&quote, state.language())));
    let email = format!("{} ({})", words.text(Message::ReportEmail), words.text(Message::ReportOptional));
    let cancel = element("button").set("type", "button").class("report-action");
    let cancel = closes_dialog(cancel.text(words.text(Message::ReportCancel)));
    let submit =
        element("button").set("type", "submit").class("report-primary").child(following(move || {
            words.text(if state.desk.live.get() { Message::ReportToPreview } else { Message::ReportSend })
        }));
    // Nothing takes what is written before the program offers other ways: it stays where it is.
    let has_receiver = state.given.with_value(|given| given.endpoint.is_some() || given.email.is_some());
    let submit =
        submit.follow("disabled", move || (!has_receiver && !state.desk.live.get()).then(String::new));
    plain_form(state)
        .child(about)
        .child(restored(state))
        .child(kind_field(state))
        .child(correction)
        .child(field(Field::Comment, words.text(Message::ReportComment), String::new(), None))
        .child(field(Field::Email, email, words.text(Message::ReportEmailHint), None))
        .child((!has_receiver).then(|| paragraph("report-hint", words.text(Message::ReportNoReceiver))))
        .child(boxed("report-actions").child(cancel).child(submit))
        .on("submit", move |event| {
            event.prevent_default();
            state.preview();
        })
}

/// The form as it works by itself, and the page it is about as fields nobody sees.
fn plain_form(state: FormState) -> Element {
    let form = element("form").class("report-form").flag("novalidate", true);
    let (endpoint, email) = state.given.with_value(|given| (given.endpoint.clone(), given.email.clone()));
    let form = match (endpoint, email) {
        (Some(endpoint), _) => form.set("method", "post").set("action", endpoint),
        (None, Some(email)) => {
            form.set("method", "post").set("action", format!("mailto:{email}")).set("enctype", "text/plain")
        }
        // With the program there are ways to carry a report by hand.
        (None, None) => form.set("method", "dialog"),
    };
    let subject = state.subject();
    let hidden = |name, value| element("input").set("type", "hidden").set("name", name).set("value", value);
    form.child(hidden("report-address", subject.url))
        .child(hidden("report-headline", subject.headline))
        .child(hidden("report-article", subject.id.unwrap_or_default()))
        .child(hidden("report-version", subject.version.unwrap_or_default()))
}

/// Says that the draft is an earlier one, and offers a fresh one.
fn restored(state: FormState) -> Piece {
    let was_kept = state.filled.with_untracked(|filled| filled.restored);
    // A pressed page is taken over as it stands; then this comes.
    let shown = move |is_live| (is_live && was_kept).then(|| earlier(state)).into();
    changing(move || state.desk.live.get(), shown)
}

fn earlier(state: FormState) -> Element {
    let note = paragraph("report-text-line", state.words.text(Message::ReportDraftRestored));
    let discard = state.words.text(Message::ReportDraftDiscard);
    let afresh = button("report-action", discard, move || state.start_afresh());
    boxed("report-restored").child(note).child(afresh)
}
