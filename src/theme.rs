//! Light or dark: what the reader chose, and what the newsroom's colours are.

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

/// What was chosen on this device. Where storage is closed, nothing was.
pub fn stored() -> ThemeChoice {
    LocalStorage.get(KEY).ok().flatten().map_or(ThemeChoice::System, |word| ThemeChoice::parse(&word))
}

/// Remembers the choice. Where storage is closed it holds until the page is left.
pub fn store(choice: ThemeChoice) {
    let _ = match choice {
        ThemeChoice::System => LocalStorage.remove(KEY),
        chosen => LocalStorage.set(KEY, chosen.as_str()),
    };
}

/// Puts the stored choice and the newsroom's colours on the page.
pub fn apply(theme: &Theme) {
    document::set_theme(stored().attribute());
    if let Some(accent) = &theme.accent {
        document::set_property("--accent-light", accent);
    }
    if let Some(accent) = theme.accent_dark.as_ref().or(theme.accent.as_ref()) {
        document::set_property("--accent-dark", accent);
    }
}
