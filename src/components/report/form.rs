//! The first step: what is wrong, and what it should be.

use super::field::TextField;
use super::form_state::FormState;
use super::kind_field::kind_field;
use super::pieces::{boxed, button, nothing, paragraph};
use super::quotation::quotation;
use crate::locale::Message;
use crate::platform::focus;
use crate::report::draft::Field;
use leptos::prelude::*;

/// The form. Whether it is about words or the page can change only by starting afresh, which draws it anew.
pub(super) fn form(state: FormState) -> AnyView {
    let words = state.words;
    let quote = state.draft().quote;
    let field = |field, label, hint, language| TextField { field, label, hint, language }.view(state);
    let correction = quote.as_ref().map_or_else(nothing, |_| {
        field(Field::Correction, words.now(Message::ReportCorrection), String::new(), state.language())
    });
    let about = quote.map(|quote| quotation(&quote, state.language()));
    let (label, quotation) = match about {
        Some(quotation) => (Message::ReportSelectedWords, quotation),
        None => (Message::ReportWholePage, nothing()),
    };
    let email = format!("{} ({})", words.now(Message::ReportEmail), words.now(Message::ReportOptional));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        state.preview();
    };
    view! {
        <form class="report-form" novalidate=true on:submit=submit>
            <div id="report-about">{paragraph("report-label", words.now(label))} {quotation}</div>
            {restored(state)}
            {kind_field(state)}
            {correction}
            {field(Field::Comment, words.now(Message::ReportComment), String::new(), None)}
            {field(Field::Email, email, words.now(Message::ReportEmailHint), None)}
            <div class="report-actions">
                {button("report-action", words.now(Message::ReportCancel), || focus::close_dialog(super::dialog::DIALOG))}
                <button type="submit" class="report-primary">{words.now(Message::ReportToPreview)}</button>
            </div>
        </form>
    }
    .into_any()
}

/// Says that the draft is an earlier one, and offers a fresh one.
fn restored(state: FormState) -> AnyView {
    if !state.filled.with_untracked(|filled| filled.restored) {
        return nothing();
    }
    let note = state.words.now(Message::ReportDraftRestored);
    let afresh =
        button("report-action", state.words.now(Message::ReportDraftDiscard), move || state.start_afresh());
    boxed("report-restored", vec![paragraph("report-text-line", note), afresh])
}
