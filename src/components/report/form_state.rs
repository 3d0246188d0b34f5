//! The dialog while it is open: which step, which draft, what is wrong with it.

use super::desk::{Opening, ReportDesk};
use super::words::Words;
use crate::platform::storage::LocalStorage;
use crate::platform::{clock, focus, random, timer};
use crate::report::courier::Occasion;
use crate::report::draft::{Draft, Field, FieldError};
use crate::report::queue::{self, Entry};
use crate::report::quote::QuoteError;
use crate::report::{ReportSubject, annotation, drafts};
use leptos::prelude::*;
use serde_json::Value;

/// What the dialog shows.
#[derive(Clone, PartialEq)]
pub(super) enum Step {
    /// The selection cannot be quoted.
    Unquotable(QuoteError),
    /// The form.
    Form,
    /// What will be sent.
    Preview(Value),
    /// The report is stored, and on its way.
    OnItsWay(Entry),
    /// The report could not be stored.
    Unstored(Entry),
}

/// What the form holds.
#[derive(Clone)]
pub(super) struct Filled {
    pub draft: Draft,
    pub errors: Vec<FieldError>,
    /// Whether the draft was kept from before.
    pub restored: bool,
}

/// What does not change while the dialog is open.
pub(super) struct Given {
    pub opening: Opening,
    pub endpoint: Option<String>,
    pub email: Option<String>,
}

/// The open dialog's state.
#[derive(Clone, Copy)]
pub(super) struct FormState {
    pub desk: ReportDesk,
    pub words: Words,
    pub step: RwSignal<Step>,
    pub filled: RwSignal<Filled>,
    pub given: StoredValue<Given>,
}

/// The identifier of a form field's element.
pub(super) fn field_id(field: Field) -> &'static str {
    match field {
        Field::Mistake => "report-kind",
        Field::Correction => "report-correction",
        Field::Comment => "report-comment",
        Field::Email => "report-email",
    }
}

/// The identifier of the dialog's heading.
pub(super) const HEADING: &str = "report-heading";

impl FormState {
    /// The state of a dialog about what is given. `asked` says that the reader opened it: before that the form is
    /// as it was pressed, about the page. Readers may have opened it by then, and written in it.
    pub fn new(desk: ReportDesk, words: Words, given: Given, asked: bool) -> Self {
        let key = given.opening.subject.key();
        let (step, (draft, restored)) = match &given.opening.quote {
            Ok(_) if !asked => (Step::Form, drafts::about_page(&LocalStorage, key)),
            Ok(quote) => (Step::Form, drafts::open(&LocalStorage, key, quote.clone())),
            Err(error) => (Step::Unquotable(*error), (Draft::new(None), false)),
        };
        let filled = Filled { draft, errors: Vec::new(), restored };
        Self {
            desk,
            words,
            step: RwSignal::new(step),
            filled: RwSignal::new(filled),
            given: StoredValue::new(given),
        }
    }

    pub fn subject(self) -> ReportSubject {
        self.given.with_value(|given| given.opening.subject.clone())
    }

    /// The language of what is reported.
    pub fn language(self) -> Option<String> {
        self.subject().language.map(|language| language.to_string())
    }

    /// The desk's e-mail address.
    pub fn email(self) -> Option<String> {
        self.given.with_value(|given| given.email.clone())
    }

    /// The draft as it is now.
    pub fn draft(self) -> Draft {
        self.filled.with_untracked(|filled| filled.draft.clone())
    }

    /// Changes the draft and keeps it. A browser that keeps nothing still lets the reader write and send.
    pub fn edit(self, change: impl FnOnce(&mut Draft)) {
        let mut filled = self.filled.get_untracked();
        change(&mut filled.draft);
        if !filled.errors.is_empty() {
            filled.errors = filled.draft.errors();
        }
        let _ = drafts::keep(&LocalStorage, self.subject().key(), &filled.draft);
        self.filled.set(filled);
    }

    /// Forgets the draft and begins a fresh one about what the reader has selected.
    pub fn start_afresh(self) {
        self.forget_draft();
        let quote = self.given.with_value(|given| given.opening.quote.clone());
        let draft = Draft::new(quote.ok().flatten());
        self.filled.set(Filled { draft, errors: Vec::new(), restored: false });
        self.back();
    }

    /// The draft has become a report, or the reader let it go. One that cannot be forgotten is offered again;
    /// nothing worse.
    pub fn forget_draft(self) {
        let _ = drafts::forget(&LocalStorage, self.subject().key(), self.draft().quote.as_ref());
    }

    /// Goes on to the preview, or to the first field that is not right.
    pub fn preview(self) {
        let draft = self.draft();
        let errors = draft.errors();
        if let Some(first) = errors.first() {
            let field = first.field(draft.quote.is_some());
            self.filled.set(Filled { draft, errors, ..self.filled.get_untracked() });
            focus_soon(first_control(field));
            return;
        }
        let id = annotation::identifier(random::bytes());
        let report = annotation::annotation(&draft, &self.subject(), &id, clock::now());
        self.step.set(Step::Preview(report));
        focus_soon(HEADING);
    }

    /// To the form.
    pub fn back(self) {
        self.step.set(Step::Form);
        self.focus_first();
    }

    /// Stores the report and has it sent.
    pub fn send(self, report: &Value, endpoint: String) {
        let id = report.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
        let entry = Entry::new(id, endpoint, report.to_string(), timer::now_milliseconds());
        if queue::put(&LocalStorage, &entry).is_ok() {
            self.forget_draft();
            self.desk.look();
            self.step.set(Step::OnItsWay(entry));
            self.desk.run(Occasion::Due);
        } else {
            self.step.set(Step::Unstored(entry));
        }
        focus_soon(HEADING);
    }

    /// Puts the keyboard where the reader writes first.
    pub fn focus_first(self) {
        let form = self.step.with_untracked(|step| *step == Step::Form);
        focus_soon(match (form, self.draft().quote) {
            (false, _) => HEADING,
            (true, Some(_)) => field_id(Field::Correction),
            (true, None) => first_control(Field::Mistake),
        });
    }
}

/// The element of `field` that takes the focus.
fn first_control(field: Field) -> &'static str {
    match field {
        Field::Mistake => "report-kind-0",
        other => field_id(other),
    }
}

/// Moves the focus once what was just changed has been drawn.
fn focus_soon(id: &'static str) {
    timer::after(0, move || focus::focus(id)).forget();
}
