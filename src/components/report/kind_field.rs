//! The question what is wrong.

use super::field::{error_line, error_text};
use super::form_state::FormState;
use crate::locale::Message;
use crate::report::draft::{Field, Mistake};
use leptos::prelude::*;

/// One choice of four.
pub(super) fn kind_field(state: FormState) -> AnyView {
    let chosen = state.draft().mistake;
    let choices: Vec<AnyView> =
        (0..).zip(Mistake::ALL).map(|(index, mistake)| choice(state, index, mistake, chosen)).collect();
    view! {
        <fieldset class="report-field" id="report-kind" aria-describedby="report-kind-error">
            <legend>{state.words.now(Message::ReportKind)}</legend>
            <div class="report-choices">{choices}</div>
            {error_line(Field::Mistake, error_text(state, Field::Mistake))}
        </fieldset>
    }
    .into_any()
}

fn choice(state: FormState, index: u8, mistake: Mistake, chosen: Option<Mistake>) -> AnyView {
    view! {
        <label class="report-choice">
            <input
                type="radio"
                name="report-kind"
                id=format!("report-kind-{index}")
                value=mistake.tag()
                // The browser keeps a group of radio buttons in order by itself.
                prop:checked=chosen == Some(mistake)
                on:change=move |_| state.edit(|draft| draft.mistake = Some(mistake))
            />
            {state.words.mistake(mistake)}
        </label>
    }
    .into_any()
}
