//! The report dialog, and the keys that open it.

use super::desk::{Opening, ReportDesk, quote_selection, use_desk};
use super::form::form;
use super::form_state::{FormState, Given, HEADING, Step};
use super::outcome::{close_button, outcome};
use super::pieces::boxed;
use super::preview::preview;
use super::touch_button::touch_button;
use super::unstored::unstored;
use super::words::{Words, use_words};
use crate::locale::Message;
use crate::model::ReportReceivers;
use crate::piece::{Element, Piece, changing, element, following};
use crate::platform::focus::{self, Focused};
use crate::report::quote::{LONGEST_QUOTE_CHARACTERS, QuoteError};
use crate::report::{ReportSubject, receivers};
use leptos::prelude::*;

/// The identifier of the dialog's element.
pub(super) const DIALOG: &str = "report-dialog";

/// The identifier of what describes the dialog, in every step of it.
pub(super) const ABOUT: &str = "report-about";

/// The dialog. It opens by any [`super::report_button`], by Ctrl+Enter or Cmd+Enter on a selection, and by the
/// button beside a selection on a touch screen. One is enough for a page.
///
/// `subject` is what a report by keys or touch is about: the page shown now. Until the dialog is opened about
/// something else it holds the form about that page, so that a pressed page has it before the program is there.
/// `base` is the site's base path, for an endpoint beside the site.
pub fn report_dialog(subject: Signal<ReportSubject>, receivers: ReportReceivers, base: &str) -> Piece {
    let (desk, words) = (use_desk(), use_words());
    let endpoint = receivers::endpoint(&receivers, base);
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
    let steps = changing(
        // A page that comes before the browser has told of the closing does not open the dialog again.
        move || match desk.opening.get() {
            Some(opening) => (true, opening),
            None => (false, Opening { subject: subject.get(), quote: Ok(None) }),
        },
        move |(asked, opening)| {
            let given = Given { opening, endpoint: endpoint.clone(), email: receivers.email.clone() };
            let state = FormState::new(desk, words, given, asked);
            if asked {
                // Runs when the steps are in the page.
                Effect::new(move || {
                    focused.set_value(focus::open_dialog(DIALOG));
                    state.focus_first();
                });
            }
            steps(state)
        },
    );
    let dialog = element("dialog")
        .set("id", DIALOG)
        .class("report-dialog")
        .set("data-bug-dialog", "")
        .set("aria-labelledby", HEADING)
        .set("aria-describedby", ABOUT)
        .on("close", closed)
        .child(steps);
    vec![dialog.into(), touch_button(desk, words, subject)].into()
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
fn steps(state: FormState) -> Piece {
    let words = state.words;
    let heading = following(move || {
        let preview = state.step.with(|step| matches!(step, Step::Preview(_)));
        words.text(if preview { Message::ReportPreview } else { Message::ReportTitle })
    });
    let step = changing(
        move || state.step.get(),
        move |step| match step {
            Step::Unquotable(error) => unquotable(words, error).into(),
            Step::Form => form(state).into(),
            Step::Preview(report) => preview(state, report),
            Step::OnItsWay(entry) => outcome(state, &entry).into(),
            Step::Unstored(entry) => unstored(state, entry).into(),
        },
    );
    let close = element("button")
        .set("type", "button")
        .class("report-close")
        .set("aria-label", words.text(Message::ReportClose))
        .child(element("span").set("aria-hidden", "true").text("×"));
    let close = closes_dialog(close);
    let heading = element("h2").set("id", HEADING).set("tabindex", "-1").child(heading);
    let head = element("header").class("report-head").child(heading).child(close);
    vec![head.into(), step].into()
}

/// Has a button close the dialog: by HTML's invoker commands before the program is there, then by the program.
pub(super) fn closes_dialog(button: Element) -> Element {
    button.set("commandfor", DIALOG).set("command", "close").on("click", |event| {
        event.prevent_default();
        focus::close_dialog(DIALOG);
    })
}

/// Says why the selection cannot be quoted.
fn unquotable(words: Words, error: QuoteError) -> Element {
    let text = match error {
        QuoteError::TooLong { .. } => words.count(Message::ReportTooLong, LONGEST_QUOTE_CHARACTERS),
        QuoteError::Empty | QuoteError::OutsideText => words.text(Message::ReportKeyboardHint),
    };
    let line = element("p").set("id", ABOUT).text(text);
    boxed("report-result").child(line).child(boxed("report-actions").child(close_button(words)))
}
