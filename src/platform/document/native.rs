//! The same where there is no page around the tree.

use super::*;

/// Nothing to set.
pub fn set_title(_title: &str) {}

/// Nothing to declare.
pub fn set_language(_language: &Language, _direction: Direction) {}

/// Nothing is embedded.
pub fn embedded(_id: &str) -> Option<String> {
    None
}

/// Nothing is at hand.
pub fn at_hand(_address: &str) -> AtHand {
    AtHand::Unknown
}

/// No page is there yet.
pub fn page_kind() -> Option<PageKind> {
    None
}

/// There is no head to look in.
pub fn meta(_name: &str) -> Option<String> {
    None
}

/// Nobody is asking.
pub fn preferred_languages() -> Vec<Language> {
    Vec::new()
}

/// Nothing to set.
pub fn set_choice(_name: &str, _choice: Option<&str>) {}

/// Nothing was chosen.
pub fn choice(_name: &str) -> Option<String> {
    None
}

/// Nothing to set.
pub fn set_property(_name: &str, _value: &str) {}

/// Nothing to set.
pub fn set_property_of(_element: &DomElement, _name: &str, _value: &str) {}

/// Nothing has the focus.
pub fn focus_headline() {}

/// Nothing scrolls.
pub fn scroll_to_fragment() {}

/// Nobody has written anything.
pub fn field_value(_field: &DomElement) -> String {
    String::new()
}

/// Nothing to fill.
pub fn set_field_value(_field: &DomElement, _value: &str) {}

/// Nobody has chosen anything.
pub fn is_checked(_field: &DomElement) -> bool {
    false
}

/// Nothing to choose.
pub fn check(_field: &DomElement) {}

/// There are no events.
pub fn value_of(_event: &Event) -> String {
    String::new()
}

/// Nothing is loaded.
pub fn image_has_failed(_image: &DomElement) -> bool {
    false
}

/// Nothing to load.
pub fn reload() {}
