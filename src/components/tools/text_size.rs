//! The size of an article's text, remembered on the device.

use crate::components::use_edition;
use crate::locale::Message;
use crate::piece::{Element, element};
use crate::platform::document;
use crate::theme;

/// A choice of four.
pub(super) fn text_size() -> Element {
    let locale = use_edition().locale;
    let options = [
        ("small", Message::TextSmall),
        ("", Message::TextNormal),
        ("large", Message::TextLarge),
        ("largest", Message::TextLargest),
    ];
    let options =
        options.map(|(size, message)| element("option").set("value", size).text(locale.text(message)));
    element("select")
        .class("text-size needs-script")
        .set("aria-label", locale.text(Message::TextSize))
        .children(options)
        .drawn(|select| document::set_field_value(select, &theme::stored_size()))
        .on("change", |event| theme::choose_size(&document::value_of(&event)))
}
