//! The report dialog, and the keys that open it.

use super::desk::{quote_selection, use_desk};
use super::form::ReportForm;
use super::form_state::{FormState, HEADING, Step};
use super::outcome::{CloseButton, Outcome};
use super::preview::Preview;
use super::touch_button::ReportTouchButton;
use super::unstored::Unstored;
use super::words::use_words;
use crate::locale::Message;
use crate::model::ReportReceivers;
use crate::platform::focus::{self, Focused};
use crate::report::ReportSubject;
use crate::report::quote::{LONGEST_QUOTE_CHARACTERS, QuoteError};
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
    let desk = use_desk();
    let base = StoredValue::new(base.unwrap_or_else(|| "/".to_owned()));
    let focused = StoredValue::new_local(Focused::default());
    Effect::new(move || desk.start());
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
    let steps = move || {
        desk.opening.get().map(|opening| {
            let state = FormState::new(desk, opening, receivers.get_untracked(), &base.get_value());
            // Runs when the steps are in the page, and before it would be noticed that they were not.
            Effect::new(move || {
                focused.set_value(focus::open_dialog(DIALOG));
                state.focus_first_field();
            });
            view! { <Steps state /> }
        })
    };
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
        <ReportTouchButton subject />
    }
}

/// The heading, the close button, and the step.
#[component]
fn Steps(state: FormState) -> impl IntoView {
    let words = use_words();
    let heading = move || {
        let preview = state.step.with(|step| matches!(step, Step::Preview(_)));
        words.now(if preview { Message::ReportPreview } else { Message::ReportTitle })
    };
    let step = move || match state.step.get() {
        Step::Unquotable(error) => view! { <Unquotable error /> }.into_any(),
        Step::Form => view! { <ReportForm state /> }.into_any(),
        Step::Preview(report) => view! { <Preview state report /> }.into_any(),
        Step::OnItsWay(entry) => view! { <Outcome state entry /> }.into_any(),
        Step::Unstored(entry, _) => view! { <Unstored state entry /> }.into_any(),
    };
    view! {
        <header class="report-head">
            <h2 id=HEADING tabindex="-1">{heading}</h2>
            <button
                type="button"
                class="report-close"
                aria-label=words.now(Message::ReportClose)
                on:click=|_| focus::close_dialog(DIALOG)
            >
                <span aria-hidden="true">"×"</span>
            </button>
        </header>
        {step}
    }
}

/// Says why the selection cannot be quoted.
#[component]
fn Unquotable(error: QuoteError) -> impl IntoView {
    let words = use_words();
    let text = match error {
        QuoteError::TooLong { .. } => words.count(Message::ReportTooLong, LONGEST_QUOTE_CHARACTERS),
        QuoteError::Empty | QuoteError::OutsideText => words.now(Message::ReportKeyboardHint),
    };
    view! {
        <p id="report-about">{text}</p>
        <div class="report-actions"><CloseButton /></div>
    }
}
