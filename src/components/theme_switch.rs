//! Light, dark, or as the system has it.

use super::use_edition;
use crate::locale::Message;
use crate::piece::{Piece, element};
use crate::platform::document;
use crate::theme::{self, ThemeChoice};

/// A choice of three that is remembered on the device.
pub fn theme_switch() -> Piece {
    let locale = use_edition().locale;
    let options = [
        (ThemeChoice::System, Message::ThemeAuto),
        (ThemeChoice::Light, Message::ThemeLight),
        (ThemeChoice::Dark, Message::ThemeDark),
    ];
    let options = options
        .map(|(choice, message)| element("option").set("value", choice.as_str()).text(locale.text(message)));
    let select = element("select")
        .children(options)
        .drawn(|select| document::set_field_value(select, theme::stored().as_str()))
        .on("change", |event| {
            let choice = ThemeChoice::parse(&document::value_of(&event));
            theme::store(choice);
            document::set_choice(theme::ATTRIBUTE, choice.attribute());
        });
    element("label")
        .class("theme")
        .child(element("span").class("visually-hidden").text(locale.text(Message::Theme)))
        .child(select)
        .into()
}
