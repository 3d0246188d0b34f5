//! What the report's views are built of, beside elements.

use crate::piece::{Element, element};

/// A paragraph.
pub(super) fn paragraph(class: &'static str, text: String) -> Element {
    element("p").class(class).text(text)
}

/// A button that says `label` and does `press`.
pub(super) fn button(class: &'static str, label: String, press: impl FnMut() + 'static) -> Element {
    element("button").set("type", "button").class(class).text(label).on_click(press)
}

/// A box of this class.
pub(super) fn boxed(class: &'static str) -> Element {
    element("div").class(class)
}

/// The paragraph that describes the dialog, and is spoken when it changes.
pub(super) fn outcome_line(text: impl Fn() -> String + 'static) -> Element {
    let line = element("p").set("id", super::dialog::ABOUT).class("report-outcome").set("role", "status");
    line.child(crate::piece::following(text))
}
