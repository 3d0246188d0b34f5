//! A field of the form in which text is written.

use super::form_state::{FormState, field_id};
use super::words::use_words;
use crate::report::draft::{Draft, Field, FieldError};
use leptos::prelude::*;

/// The error of `field`, if it has one.
pub(super) fn error_of(state: FormState, field: Field) -> Signal<Option<FieldError>> {
    Signal::derive(move || {
        let quoted = state.draft.with(|draft| draft.quote.is_some());
        state.errors.with(|errors| errors.iter().copied().find(|error| error.field(quoted) == field))
    })
}

/// The sentence that says what is wrong, under the identifier that the field names as its description.
#[component]
pub(super) fn FieldErrorText(field: Field, error: Signal<Option<FieldError>>) -> impl IntoView {
    let words = use_words();
    view! {
        <p class="report-error" id=format!("{}-error", field_id(field)) role="alert">
            {move || error.get().map(|error| words.error(error))}
        </p>
    }
}

/// A label, a hint, the field, and what is wrong with it.
#[component]
pub(super) fn TextField(
    state: FormState,
    field: Field,
    label: String,
    /// How many lines it shows; 1 is for e-mail addresses.
    lines: u8,
    #[prop(optional)] hint: String,
    #[prop(optional_no_strip)] language: Option<String>,
) -> impl IntoView {
    let id = field_id(field);
    let error = error_of(state, field);
    let value = move || state.draft.with(|draft| read(draft, field).clone());
    let write = move |text| state.edit(|draft| *write(draft, field) = text);
    let described = move || {
        let hint = format!("{id}-hint");
        if error.get().is_some() { format!("{hint} {id}-error") } else { hint }
    };
    let invalid = move || error.get().is_some().then_some("true");
    let input = if lines == 1 {
        view! {
            <input
                id=id
                type="email"
                autocomplete="email"
                prop:value=value
                aria-describedby=described
                aria-invalid=invalid
                on:input:target=move |event| write(event.target().value())
            />
        }
        .into_any()
    } else {
        view! {
            <textarea
                id=id
                rows=lines.to_string()
                lang=language
                dir="auto"
                prop:value=value
                aria-describedby=described
                aria-invalid=invalid
                on:input:target=move |event| write(event.target().value())
            ></textarea>
        }
        .into_any()
    };
    view! {
        <div class="report-field">
            <label for=id>{label}</label>
            {input}
            <p class="report-hint" id=format!("{id}-hint")>{hint}</p>
            <FieldErrorText field error />
        </div>
    }
}

fn read(draft: &Draft, field: Field) -> &String {
    match field {
        Field::Correction => &draft.correction,
        Field::Email => &draft.email,
        // The kind of mistake is chosen, not written.
        Field::Comment | Field::Mistake => &draft.comment,
    }
}

fn write(draft: &mut Draft, field: Field) -> &mut String {
    match field {
        Field::Correction => &mut draft.correction,
        Field::Email => &mut draft.email,
        Field::Comment | Field::Mistake => &mut draft.comment,
    }
}
