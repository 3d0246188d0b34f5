//! The dialog while it is open: which step, which draft, what is wrong with it.

use super::desk::{Opening, ReportDesk};
use crate::model::ReportReceivers;
use crate::platform::storage::{LocalStorage, StorageError};
use crate::platform::{clock, focus, random, timer};
use crate::report::courier::Occasion;
use crate::report::draft::{Draft, Field, FieldError};
use crate::report::queue::{self, Entry};
use crate::report::quote::QuoteError;
use crate::report::{ReportSubject, annotation, drafts, receivers};
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
    /// The report is stored under this identifier, and on its way.
    OnItsWay(Entry),
    /// The report could not be stored.
    Unstored(Entry, StorageError),
}

/// The open dialog's state.
#[derive(Clone, Copy)]
pub(super) struct FormState {
    pub desk: ReportDesk,
    pub step: RwSignal<Step>,
    pub draft: RwSignal<Draft>,
    pub errors: RwSignal<Vec<FieldError>>,
    /// Whether the draft was kept from before.
    pub restored: RwSignal<bool>,
    pub opening: StoredValue<Opening>,
    pub receivers: StoredValue<ReportReceivers>,
    pub endpoint: StoredValue<Option<String>>,
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
    pub fn new(desk: ReportDesk, opening: Opening, receivers: ReportReceivers, base: &str) -> Self {
        let key = opening.subject.key();
        let (step, (draft, restored)) = match &opening.quote {
            Ok(quote) => (Step::Form, drafts::open(&LocalStorage, key, quote.clone())),
            Err(error) => (Step::Unquotable(*error), (Draft::new(None), false)),
        };
        let endpoint = receivers::endpoint(&receivers, base);
        Self {
            desk,
            step: RwSignal::new(step),
            draft: RwSignal::new(draft),
            errors: RwSignal::new(Vec::new()),
            restored: RwSignal::new(restored),
            opening: StoredValue::new(opening),
            receivers: StoredValue::new(receivers),
            endpoint: StoredValue::new(endpoint),
        }
    }

    pub fn subject(self) -> ReportSubject {
        self.opening.with_value(|opening| opening.subject.clone())
    }

    /// The language of what is reported.
    pub fn language(self) -> Option<String> {
        self.subject().language.map(|language| language.to_string())
    }

    /// Changes the draft and keeps it. A browser that keeps nothing still lets the reader write and send.
    pub fn edit(self, change: impl FnOnce(&mut Draft)) {
        self.draft.update(change);
        if !self.errors.with_untracked(Vec::is_empty) {
            self.errors.set(self.draft.with_untracked(Draft::errors));
        }
        let key = self.subject();
        let _ = self.draft.with_untracked(|draft| drafts::keep(&LocalStorage, key.key(), draft));
    }

    /// Forgets the draft and begins a fresh one about what the reader has selected.
    pub fn start_afresh(self) {
        self.forget_draft();
        let quote = self.opening.with_value(|opening| opening.quote.clone());
        self.draft.set(Draft::new(quote.ok().flatten()));
        self.errors.set(Vec::new());
        self.restored.set(false);
        self.focus_first_field();
    }

    fn forget_draft(self) {
        let quote = self.draft.with_untracked(|draft| draft.quote.clone());
        // A draft that cannot be forgotten is offered again; nothing worse.
        let _ = drafts::forget(&LocalStorage, self.subject().key(), quote.as_ref());
    }

    /// Goes on to the preview, or to the first field that is not right.
    pub fn preview(self) {
        let (errors, quoted) = self.draft.with_untracked(|draft| (draft.errors(), draft.quote.is_some()));
        let first = errors.first().map(|error| error.field(quoted));
        self.errors.set(errors);
        match first {
            Some(field) => focus_soon(first_control(field)),
            None => {
                let id = annotation::identifier(random::bytes());
                let subject = self.subject();
                let report = self
                    .draft
                    .with_untracked(|draft| annotation::annotation(draft, &subject, &id, clock::now()));
                self.step.set(Step::Preview(report));
                focus_soon(HEADING);
            }
        }
    }

    /// Back from the preview.
    pub fn back(self) {
        self.step.set(Step::Form);
        self.focus_first_field();
    }

    /// Stores the report and has it sent.
    pub fn send(self, report: &Value, endpoint: String) {
        let id = report.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
        let entry = Entry::new(id, endpoint, report.to_string(), timer::now_milliseconds());
        match queue::put(&LocalStorage, &entry) {
            Ok(()) => {
                self.forget_draft();
                self.desk.look();
                self.step.set(Step::OnItsWay(entry));
                self.desk.run(Occasion::Due);
            }
            Err(error) => self.step.set(Step::Unstored(entry, error)),
        }
        focus_soon(HEADING);
    }

    /// The report has reached the desk without the queue.
    pub fn arrived(self) {
        self.forget_draft();
    }

    /// Puts the keyboard where the reader writes first.
    pub fn focus_first_field(self) {
        let quoted = self.draft.with_untracked(|draft| draft.quote.is_some());
        let form = self.step.with_untracked(|step| *step == Step::Form);
        focus_soon(match (form, quoted) {
            (false, _) => HEADING,
            (true, true) => field_id(Field::Correction),
            (true, false) => first_control(Field::Mistake),
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
