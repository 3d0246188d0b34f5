//! A field of the form in which text is written, and what is wrong with a field.

use super::form_state::{FormState, field_id};
use super::pieces::text;
use crate::report::draft::{Draft, Field};
use leptos::prelude::*;

/// A field in which text is written.
pub(super) struct TextField {
    /// Which one.
    pub field: Field,
    /// What it is called.
    pub label: String,
    /// A sentence about it, or nothing.
    pub hint: String,
    /// The language that is written in it, where known.
    pub language: Option<String>,
}

/// What is wrong with `field`; empty when nothing is.
pub(super) fn error_text(state: FormState, field: Field) -> Signal<String> {
    text(move || {
        state.filled.with(|filled| {
            let quoted = filled.draft.quote.is_some();
            let error = filled.errors.iter().find(|error| error.field(quoted) == field);
            error.map(|error| state.words.error(*error)).unwrap_or_default()
        })
    })
}

/// The sentence that says what is wrong, under the identifier that the field names as its description.
pub(super) fn error_line(field: Field, error: Signal<String>) -> AnyView {
    view! { <p class="report-error" id=format!("{}-error", field_id(field)) role="alert">{error}</p> }
        .into_any()
}

impl TextField {
    /// The label, the field, the hint, and what is wrong with it.
    pub fn view(self, state: FormState) -> AnyView {
        let Self { field, label, hint, language } = self;
        let id = field_id(field);
        let error = error_text(state, field);
        let value = text(move || state.filled.with(|filled| read(&filled.draft, field).clone()));
        let described = format!("{id}-hint {id}-error");
        let invalid = text(move || (!error.with(String::is_empty)).to_string());
        let write = Callback::new(move |text| state.edit(|draft| *write(draft, field) = text));
        let input = if field == Field::Email {
            view! {
                <input
                    id=id
                    type="email"
                    autocomplete="email"
                    prop:value=value
                    aria-describedby=described
                    aria-invalid=invalid
                    on:input=move |event| write.run(event_target_value(&event))
                />
            }
            .into_any()
        } else {
            view! {
                <textarea
                    id=id
                    rows="3"
                    lang=language
                    dir="auto"
                    prop:value=value
                    aria-describedby=described
                    aria-invalid=invalid
                    on:input=move |event| write.run(event_target_value(&event))
                ></textarea>
            }
            .into_any()
        };
        view! {
            <div class="report-field">
                <label for=id>{label}</label>
                {input}
                <p class="report-hint" id=format!("{id}-hint")>{hint}</p>
                {error_line(field, error)}
            </div>
        }
        .into_any()
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
