//! The question what is wrong.

use super::field::error_line;
use super::form_state::FormState;
use crate::locale::Message;
use crate::piece::{Element, element};
use crate::platform::document;
use crate::report::draft::{Field, Mistake};

/// One choice of four.
pub(super) fn kind_field(state: FormState) -> Element {
    let chosen = state.draft().mistake;
    let choices = (0..).zip(Mistake::ALL).map(|(index, mistake)| choice(state, index, mistake, chosen));
    element("fieldset")
        .class("report-field")
        .set("id", "report-kind")
        .set("aria-describedby", "report-kind-error")
        .child(element("legend").text(state.words.text(Message::ReportKind)))
        .child(element("div").class("report-choices").children(choices))
        .child(error_line(state, Field::Mistake))
}

fn choice(state: FormState, index: u8, mistake: Mistake, chosen: Option<Mistake>) -> Element {
    let choose = move || state.edit(|draft| draft.mistake = Some(mistake));
    let button = element("input")
        .set("type", "radio")
        .set("name", "report-kind")
        .set("id", format!("report-kind-{index}"))
        .set("value", mistake.tag())
        .drawn(move |button| {
            // On a pressed page readers may have chosen before the program was there.
            if document::is_checked(button) {
                choose();
            } else if chosen == Some(mistake) {
                document::check(button);
            }
        })
        .on("change", move |_| choose());
    element("label").class("report-choice").child(button).text(" ").text(state.words.mistake(mistake))
}
