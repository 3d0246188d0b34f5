//! The report dialog, and the keys that open it.

use super::desk::{ReportDesk, quote_selection, use_desk};
use super::form::form;
use super::form_state::{FormState, Given, HEADING, Step};
use super::outcome::{close_button, outcome};
use super::pieces::{boxed, changing, nothing, text};
use super::preview::preview;
use super::touch_button::touch_button;
use super::unstored::unstored;
use super::words::{Words, use_words};
use crate::locale::Message;
use crate::model::ReportReceivers;
use crate::platform::focus::{self, Focused};
use crate::report::quote::{LONGEST_QUOTE_CHARACTERS, QuoteError};
use crate::report::{ReportSubject, receivers};
use leptos::prelude::*;

/// The identifier of the dialog's element.
pub(super) const DIALOG: &str = "report-dialog";

/// The dialog. It opens by any [`super::ReportButton`], by Ctrl+Enter or Cmd+Enter on a selection, and by the
/// button beside a selection on a touch screen. One is enough for a page.
#[component]
pub fn ReportDialog(
    /// What a report by keys or touch is about: the page shown now.
    #[prop(into)]
    subject: Signal<ReportSubject>,
    /// Where reports go.
    #[prop(into)]
    receivers: Signal<ReportReceivers>,
    /// The site's base path, for an endpoint beside the site.
    #[prop(optional, into)]
    base: Option<String>,
) -> impl IntoView {
    let (desk, words) = (use_desk(), use_words());
    let base = StoredValue::new(base.unwrap_or_else(|| "/".to_owned()));
    let focused = StoredValue::new_local(Focused::default());
    Effect::new(move || desk.start());
    open_by_keys(desk, subject);
    let closed = move |_| {
        // The event comes a moment after the closing; the reader may have opened it again by then.
        if focus::dialog_is_open() {
            return;
        }
        desk.opening.set(None);
        let before = focused.try_update_value(std::mem::take);
        if let Some(before) = before {
            before.restore("[data-bug-open]");
        }
    };
    let steps = changing(move || {
        let Some(opening) = desk.opening.get() else { return nothing() };
        let (endpoint, email) = receivers.with_untracked(|receivers| {
            let endpoint = base.with_value(|base| receivers::endpoint(receivers, base));
            (endpoint, receivers.email.clone())
        });
        let state = FormState::new(desk, words, Given { opening, endpoint, email });
        // Runs when the steps are in the page.
        Effect::new(move || {
            focused.set_value(focus::open_dialog(DIALOG));
            state.focus_first();
        });
        steps(state)
    });
    view! {
        <dialog
            id=DIALOG
            class="report-dialog"
            data-bug-dialog=""
            aria-labelledby=HEADING
            aria-describedby="report-about"
            on:close=closed
        >
            {steps}
        </dialog>
        {touch_button(desk, words, subject)}
    }
}

/// Opens the dialog at Ctrl+Enter or Cmd+Enter on a selection, unless the keys belong to a text field or dialog.
fn open_by_keys(desk: ReportDesk, subject: Signal<ReportSubject>) {
    Effect::new(move || {
        let handle = window_event_listener(leptos::ev::keydown, move |event| {
            let asked = event.key() == "Enter" && (event.ctrl_key() || event.meta_key());
            if !asked || event.is_composing() || focus::in_text_field() || focus::dialog_is_open() {
                return;
            }
            match quote_selection() {
                Ok(None) => {}
                quote => {
                    event.prevent_default();
                    desk.open(subject.get_untracked(), quote);
                }
            }
        });
        on_cleanup(move || handle.remove());
    });
}

/// The heading, the close button, and the step.
fn steps(state: FormState) -> AnyView {
    let words = state.words;
    let heading = text(move || {
        let preview = state.step.with(|step| matches!(step, Step::Preview(_)));
        words.now(if preview { Message::ReportPreview } else { Message::ReportTitle })
    });
    let step = changing(move || match state.step.get() {
        Step::Unquotable(error) => unquotable(words, error),
        Step::Form => form(state),
        Step::Preview(report) => preview(state, report),
        Step::OnItsWay(entry) => outcome(state, &entry),
        Step::Unstored(entry) => unstored(state, entry),
    });
    let close = words.now(Message::ReportClose);
    view! {
        <header class="report-head">
            <h2 id=HEADING tabindex="-1">{heading}</h2>
            <button type="button" class="report-close" aria-label=close on:click=|_| focus::close_dialog(DIALOG)>
                <span aria-hidden="true">"×"</span>
            </button>
        </header>
        {step}
    }
    .into_any()
}

/// Says why the selection cannot be quoted.
fn unquotable(words: Words, error: QuoteError) -> AnyView {
    let text = match error {
        QuoteError::TooLong { .. } => words.count(Message::ReportTooLong, LONGEST_QUOTE_CHARACTERS),
        QuoteError::Empty | QuoteError::OutsideText => words.now(Message::ReportKeyboardHint),
    };
    let line = view! { <p id="report-about">{text}</p> }.into_any();
    boxed("report-result", vec![line, boxed("report-actions", vec![close_button(words)])])
}
