//! The size of an article's text, remembered on the device.

use crate::components::use_locale;
use crate::locale::Message;
use crate::piece::{Element, element};
use crate::platform::document;
use crate::theme;

/// A choice of four, which lies unseen over its sign: a sign is as narrow in every language.
pub(super) fn text_size() -> Element {
    let locale = use_locale();
    let options = [
        ("small", Message::TextSmall),
        ("", Message::TextNormal),
        ("large", Message::TextLarge),
        ("largest", Message::TextLargest),
    ];
    let options = options.map(|(size, message)| {
        let option = element("option").set("value", size).flag("selected", size.is_empty());
        option.text(locale.text(message))
    });
    let select = element("select")
        .class("text-size")
        // What the browser filled in from an earlier visit would look like a choice.
        .set("autocomplete", "off")
        .set("aria-label", locale.text(Message::TextSize))
        .children(options)
        .drawn(|select| match document::field_value(select) {
            unchosen if unchosen.is_empty() => document::set_field_value(select, &theme::stored_size()),
            // The reader was here before the program.
            size => theme::choose_size(&size),
        })
        .on("change", |event| theme::choose_size(&document::value_of(&event)));
    let sign = element("span").set("aria-hidden", "true").text("Aa");
    element("span").class("button size needs-script").child(sign).child(select)
}
