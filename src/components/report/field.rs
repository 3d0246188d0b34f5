//! A field of the form in which text is written, and what is wrong with a field.

use super::form_state::{FormState, field_id};
use crate::piece::{Element, element, following};
use crate::platform::document;
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
fn error_text(state: FormState, field: Field) -> String {
    state.filled.with(|filled| {
        let quoted = filled.draft.quote.is_some();
        let error = filled.errors.iter().find(|error| error.field(quoted) == field);
        error.map(|error| state.words.error(*error)).unwrap_or_default()
    })
}

/// The sentence that says what is wrong, under the identifier that the field names as its description.
pub(super) fn error_line(state: FormState, field: Field) -> Element {
    let line = element("p").class("report-error").set("id", format!("{}-error", field_id(field)));
    line.set("role", "alert").child(following(move || error_text(state, field)))
}

impl TextField {
    /// The label, the field, the hint, and what is wrong with it.
    pub fn view(self, state: FormState) -> Element {
        let Self { field, label, hint, language } = self;
        let id = field_id(field);
        let control = if field == Field::Email {
            element("input").set("type", "email").set("autocomplete", "email")
        } else {
            element("textarea").set("rows", "3").set_some("lang", language).set("dir", "auto")
        };
        let control = control
            .set("id", id)
            .set("name", id)
            .set("aria-describedby", format!("{id}-hint {id}-error"))
            .follow("aria-invalid", move || Some((!error_text(state, field).is_empty()).to_string()))
            .drawn(move |control| {
                // On a pressed page readers may have written before the program was there.
                let (kept, written) = (read(&state.draft(), field), document::field_value(control));
                let whole = together(field, &kept, &written);
                if whole != written {
                    document::set_field_value(control, &whole);
                }
                if whole != kept {
                    state.edit(|draft| *write(draft, field) = whole);
                }
            })
            .on("input", move |event| {
                let text = document::value_of(&event);
                state.edit(|draft| *write(draft, field) = text);
            });
        element("div")
            .class("report-field")
            .child(element("label").set("for", id).text(label))
            .child(control)
            .child(element("p").class("report-hint").set("id", format!("{id}-hint")).text(hint))
            .child(error_line(state, field))
    }
}

/// What was kept of an earlier visit and what was written at this one. A remark holds both; elsewhere the later one counts.
fn together(field: Field, kept: &str, written: &str) -> String {
    let is_remark = field == Field::Comment;
    if written.is_empty() || is_remark && kept.contains(written) {
        kept.to_owned()
    } else if is_remark && !written.contains(kept) {
        [kept, written].join("\n\n")
    } else {
        written.to_owned()
    }
}

fn read(draft: &Draft, field: Field) -> String {
    write(&mut draft.clone(), field).clone()
}

fn write(draft: &mut Draft, field: Field) -> &mut String {
    match field {
        Field::Correction => &mut draft.correction,
        Field::Email => &mut draft.email,
        // The kind of mistake is chosen, not written.
        Field::Comment | Field::Mistake => &mut draft.comment,
    }
}
