//! The question what is wrong.

use super::field::{FieldErrorText, error_of};
use super::form_state::FormState;
use super::words::use_words;
use crate::locale::Message;
use crate::report::draft::{Field, Mistake};
use leptos::prelude::*;

/// One choice of four.
#[component]
pub(super) fn KindField(state: FormState) -> impl IntoView {
    let words = use_words();
    let error = error_of(state, Field::Mistake);
    let choices = Mistake::ALL.into_iter().enumerate().map(|(index, mistake)| {
        let chosen = move || state.draft.with(|draft| draft.mistake == Some(mistake));
        view! {
            <label class="report-choice">
                <input
                    type="radio"
                    name="report-kind"
                    id=format!("report-kind-{index}")
                    value=mistake.tag()
                    prop:checked=chosen
                    on:change=move |_| state.edit(|draft| draft.mistake = Some(mistake))
                />
                {words.mistake(mistake)}
            </label>
        }
    });
    view! {
        <fieldset
            class="report-field"
            id="report-kind"
            aria-describedby=move || error.get().map(|_| "report-kind-error")
        >
            <legend>{words.now(Message::ReportKind)}</legend>
            <div class="report-choices">{choices.collect_view()}</div>
            <FieldErrorText field=Field::Mistake error />
        </fieldset>
    }
}
