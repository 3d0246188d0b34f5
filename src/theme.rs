//! Light or dark, and the size of the text: what the reader chose; and what the newsroom's colours are.

use crate::model::Theme;
use crate::platform::document;
use crate::platform::storage::{LocalStorage, Storage};

/// What the reader chose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ThemeChoice {
    /// As the system has it.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

const KEY: &str = "broadsheet:theme";

/// The attribute of the page that says it to the style.
const ATTRIBUTE: &str = "data-theme";

/// The size of an article's text that the reader chose: `small`, `large`, `largest`; empty as it is. The style knows the
/// words, as `data-size`.
const SIZE_KEY: &str = "broadsheet:size";
const SIZE_ATTRIBUTE: &str = "data-size";

impl ThemeChoice {
    /// The word it is stored as.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// Reads the word; anything unknown means the system's.
    pub fn parse(word: &str) -> Self {
        match word {
            "light" => Self::Light,
            "dark" => Self::Dark,
            _ => Self::System,
        }
    }

    /// The value of the page's `data-theme`, which the style reads.
    pub fn attribute(self) -> Option<&'static str> {
        (self != Self::System).then_some(self.as_str())
    }
}

/// What was chosen on this device; where storage is closed, since the page was loaded.
pub fn stored() -> ThemeChoice {
    ThemeChoice::parse(&kept(KEY, ATTRIBUTE))
}

/// What is kept under `key`, and the page says in `attribute`.
fn kept(key: &str, attribute: &str) -> String {
    let stored = LocalStorage.get(key).ok().flatten();
    stored.or_else(|| document::choice(attribute)).unwrap_or_default()
}

/// Puts the choice on the page, and remembers it. Where storage is closed it holds until the page is left.
pub fn choose(choice: ThemeChoice) {
    document::set_choice(ATTRIBUTE, choice.attribute());
    let _ = match choice {
        ThemeChoice::System => LocalStorage.remove(KEY),
        chosen => LocalStorage.set(KEY, chosen.as_str()),
    };
}

/// The size of an article's text that was chosen, in the same way.
pub fn stored_size() -> String {
    kept(SIZE_KEY, SIZE_ATTRIBUTE)
}

/// Shows articles in this size, and remembers it. Where storage is closed it holds until the page is left.
pub fn choose_size(size: &str) {
    apply_size(size);
    let _ = if size.is_empty() { LocalStorage.remove(SIZE_KEY) } else { LocalStorage.set(SIZE_KEY, size) };
}

fn apply_size(size: &str) {
    document::set_choice(SIZE_ATTRIBUTE, Some(size).filter(|size| !size.is_empty()));
}

/// Puts the stored choice and the newsroom's colours on the page.
pub fn apply(theme: &Theme) {
    document::set_choice(ATTRIBUTE, stored().attribute());
    apply_size(&stored_size());
    for (name, value) in properties(theme) {
        document::set_property(name, value);
    }
}

/// The newsroom's colours as custom properties of the page.
pub fn properties(theme: &Theme) -> Vec<(&'static str, &str)> {
    let light = theme.accent.as_deref();
    let dark = theme.accent_dark.as_deref().or(light);
    let named = [("--accent-light", light), ("--accent-dark", dark)];
    named.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
}
