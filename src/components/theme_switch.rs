//! Light, dark, or as the system has it.

use super::use_locale;
use crate::locale::Message;
use crate::piece::{Piece, element};
use crate::platform::document;
use crate::theme::{self, ThemeChoice};

/// A choice of three that is remembered on the device.
pub fn theme_switch() -> Piece {
    let locale = use_locale();
    let options = [
        (ThemeChoice::System, Message::ThemeAuto),
        (ThemeChoice::Light, Message::ThemeLight),
        (ThemeChoice::Dark, Message::ThemeDark),
    ];
    let options = options
        .map(|(choice, message)| element("option").set("value", choice.as_str()).text(locale.text(message)));
    // What the browser filled in from an earlier visit would look like a choice.
    let select = element("select")
        .set("autocomplete", "off")
        .children(options)
        .drawn(|select| match ThemeChoice::parse(&document::field_value(select)) {
            ThemeChoice::System => document::set_field_value(select, theme::stored().as_str()),
            // The reader was here before the program.
            chosen => theme::choose(chosen),
        })
        .on("change", |event| theme::choose(ThemeChoice::parse(&document::value_of(&event))));
    element("label")
        .class("theme")
        .child(element("span").class("visually-hidden").text(locale.text(Message::Theme)))
        .child(select)
        .into()
}
