//! The languages the user interface speaks. To add one: write its message file, and a line here.

use super::{
    pattern::{self, Pattern},
    plural::PluralRule,
};
use std::sync::OnceLock;

/// What is known of a language beside its messages.
pub(super) struct Speech {
    /// The primary language tag.
    pub tag: &'static str,
    /// The texts of its message file: see `build.rs`.
    pub texts: &'static str,
    /// What the file says, once it was read: the press makes a locale for every page.
    patterns: OnceLock<Vec<Option<Pattern>>>,
    /// How it counts.
    pub rule: PluralRule,
    /// What parts the thousands of a number.
    pub thousands: &'static str,
    /// What parts the whole of a number from its tenths.
    pub decimal: &'static str,
}

/// A space that does not break the line.
const NO_BREAK_SPACE: &str = "\u{a0}";

/// English comes first: it stands in for every language that is not here.
pub(super) static LANGUAGES: [Speech; 4] = [
    Speech {
        patterns: OnceLock::new(),
        tag: "en",
        texts: include_str!(concat!(env!("OUT_DIR"), "/en.txt")),
        rule: PluralRule::OneOther,
        thousands: ",",
        decimal: ".",
    },
    Speech {
        patterns: OnceLock::new(),
        tag: "ru",
        texts: include_str!(concat!(env!("OUT_DIR"), "/ru.txt")),
        rule: PluralRule::EastSlavic,
        thousands: NO_BREAK_SPACE,
        decimal: ",",
    },
    Speech {
        patterns: OnceLock::new(),
        tag: "kk",
        texts: include_str!(concat!(env!("OUT_DIR"), "/kk.txt")),
        rule: PluralRule::OneOther,
        thousands: NO_BREAK_SPACE,
        decimal: ",",
    },
    // Western digits, as the news sites of most Arab countries write them.
    Speech {
        patterns: OnceLock::new(),
        tag: "ar",
        texts: include_str!(concat!(env!("OUT_DIR"), "/ar.txt")),
        rule: PluralRule::Arabic,
        thousands: ",",
        decimal: ".",
    },
];

impl Speech {
    /// Whether there are words in the language with that primary tag.
    pub(super) fn is_known(primary: &str) -> bool {
        LANGUAGES.iter().any(|speech| speech.tag == primary)
    }

    /// What is known of the language with that primary tag, else of English.
    pub(super) fn of(primary: &str) -> &'static Self {
        LANGUAGES.iter().find(|speech| speech.tag == primary).unwrap_or(&LANGUAGES[0])
    }

    /// Its messages, by `Message as usize`. `None` where the file lacks one, which the tests rule out.
    pub(super) fn patterns(&self) -> &[Option<Pattern>] {
        self.patterns.get_or_init(|| pattern::read_texts(self.texts))
    }
}
