//! Languages and writing directions.

use std::fmt;

/// A language tag (BCP 47), such as `kk`, `ru-KZ` or `ar`. Never empty.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "native", derive(serde::Deserialize, serde::Serialize))]
pub struct Language(String);

/// Which way a line of text runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// As in Kazakh, Russian and English.
    LeftToRight,
    /// As in Arabic and Hebrew.
    RightToLeft,
}

/// The language and direction a piece of text declares for itself, where they differ from its surroundings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tongue {
    /// The language, if declared.
    pub language: Option<Language>,
    /// The direction, if declared.
    pub direction: Option<Direction>,
}

impl Language {
    /// Reads a tag: ASCII letters and digits in parts of at most eight characters, joined by `-` (or `_`,
    /// which becomes `-`). `None` for anything else.
    pub fn parse(tag: &str) -> Option<Self> {
        let tag = tag.trim().replace('_', "-");
        let valid = tag.split('-').all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        }) && tag.starts_with(|first: char| first.is_ascii_alphabetic());
        valid.then_some(Self(tag))
    }

    /// English, which stands in where nothing else is known.
    pub fn english() -> Self {
        Self("en".to_owned())
    }

    /// The whole tag.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The first part in lower case: `ru` of `ru-KZ`.
    pub fn primary(&self) -> String {
        self.0.split('-').next().unwrap_or_default().to_ascii_lowercase()
    }

    /// Whether the two tags name the same language, whatever the region.
    pub fn same_language(&self, other: &Self) -> bool {
        self.primary() == other.primary()
    }

    /// The direction its usual script runs in.
    pub fn direction(&self) -> Direction {
        match self.primary().as_str() {
            "ar" | "arc" | "ckb" | "dv" | "fa" | "he" | "iw" | "ks" | "ps" | "sd" | "ug" | "ur" | "yi" => {
                Direction::RightToLeft
            }
            _ if self.0.split('-').any(|part| part.eq_ignore_ascii_case("arab")) => Direction::RightToLeft,
            _ => Direction::LeftToRight,
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl Direction {
    /// The value of HTML's `dir` attribute.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::LeftToRight => "ltr",
            Self::RightToLeft => "rtl",
        }
    }
}

impl Tongue {
    /// Whether it declares nothing.
    pub fn is_empty(&self) -> bool {
        self.language.is_none() && self.direction.is_none()
    }

    /// The value for a `lang` attribute, if any.
    pub fn lang(&self) -> Option<String> {
        self.language.as_ref().map(ToString::to_string)
    }

    /// The value for a `dir` attribute: the declared direction, else the one of the declared language.
    pub fn dir(&self) -> Option<&'static str> {
        self.direction.or_else(|| self.language.as_ref().map(Language::direction)).map(Direction::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_read_and_told_apart() {
        let tag = Language::parse(" ru_KZ ").expect("a valid tag");
        assert_eq!((tag.as_str(), tag.primary().as_str()), ("ru-KZ", "ru"));
        for bad in ["", "-", "ru-", "englishlanguage", "1a", "kk\"onload"] {
            assert_eq!(Language::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn direction_follows_language_and_script() {
        let direction = |tag: &str| Language::parse(tag).map(|language| language.direction());
        assert_eq!(direction("ar-EG"), Some(Direction::RightToLeft));
        assert_eq!(direction("kk-Arab"), Some(Direction::RightToLeft));
        assert_eq!(direction("kk"), Some(Direction::LeftToRight));
    }
}
