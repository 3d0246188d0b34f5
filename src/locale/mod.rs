//! The words of the user interface: messages, plurals, lists, dates, bylines.
//!
//! A [`Locale`] is made from an edition and handed to the components. Its words come from the message
//! files under `messages/`, one a language, which a translator edits without knowing Rust (the head
//! of `messages/en.ftl` explains them); a newsroom replaces single ones in `site.json`. Why they are
//! read by a hundred lines of our own: decision record 2.
//!
//! Dates come from the same files, in the edition's time zone; browsers know no Kazakh months.

mod age;
mod byline;
mod dates;
mod languages;
#[macro_use]
mod message_list;
mod message;
mod numbers;
mod pattern;
mod plural;
#[cfg(test)]
mod tests;

pub use byline::{BylinePart, without_opening};
pub use message::Message;
pub use plural::{Category, PluralRule};

use crate::model::{Direction, Edition, Language, SitePath};
use languages::Speech;
use pattern::{Pattern, Piece};
use std::borrow::Cow;
use std::sync::Arc;

/// An edition's language, time zone and words. Cheap to clone.
#[derive(Clone)]
pub struct Locale(Arc<Inner>);

struct Inner {
    language: Language,
    zone: String,
    speech: &'static Speech,
    /// By `Message as usize`. `None` where a message file lacks one, which the tests rule out.
    patterns: Cow<'static, [Option<Pattern>]>,
}

/// A message of an edition's own that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OverrideProblem {
    /// There is no message of that name.
    UnknownName(String),
    /// Its text is a choice by number that cannot be read.
    Unreadable(Message),
    /// It has a placeholder that this message has no value for.
    UnknownPlaceholder(Message, String),
}

impl Locale {
    /// The locale of an edition.
    ///
    /// A language without a message file gets English words, but its own tag and direction. Messages of
    /// the edition's own that cannot be used are left out; [`Locale::problems`] names them.
    pub fn new(edition: &Edition) -> Self {
        let speech = Speech::of(&edition.language.primary());
        let mut patterns = Cow::Borrowed(speech.patterns());
        for (name, text) in &edition.messages {
            if let Some(pattern) = Pattern::parse(text) {
                put(patterns.to_mut(), name, pattern);
            }
        }
        let (language, zone) = (edition.language.clone(), edition.time_zone.clone());
        Self(Arc::new(Inner { language, zone, speech, patterns }))
    }

    /// The locale of a page without an edition: the first of the reader's languages that there are words for, else
    /// English; times in UTC.
    pub fn for_reader(languages: Vec<Language>) -> Self {
        let known = |language: &Language| Speech::is_known(&language.primary());
        let language = languages.into_iter().find(known).unwrap_or_else(Language::english);
        let (label, path, time_zone) = (String::new(), SitePath::root(), "UTC".to_owned());
        Self::new(&Edition { language, label, path, time_zone, messages: Vec::new() })
    }

    /// What is wrong with an edition's own messages.
    pub fn problems(edition: &Edition) -> Vec<OverrideProblem> {
        let plain = Self::new(&Edition { messages: Vec::new(), ..edition.clone() });
        edition.messages.iter().filter_map(|(name, text)| plain.problem(name, text)).collect()
    }

    fn problem(&self, name: &str, text: &str) -> Option<OverrideProblem> {
        let Some(message) = Message::parse(name) else {
            return Some(OverrideProblem::UnknownName(name.to_owned()));
        };
        let Some(pattern) = Pattern::parse(text) else {
            return Some(OverrideProblem::Unreadable(message));
        };
        let mut known = self.pattern(message).map(pattern::placeholders).unwrap_or_default();
        if message == Message::Date {
            known.extend(dates::DAYS.map(str::to_owned));
        }
        let strange = pattern::placeholders(&pattern).into_iter().find(|name| !known.contains(name))?;
        Some(OverrideProblem::UnknownPlaceholder(message, strange))
    }

    /// The edition's language.
    pub fn language(&self) -> &Language {
        &self.0.language
    }

    /// Which way its lines run.
    pub fn direction(&self) -> Direction {
        self.0.language.direction()
    }

    /// The edition's time zone, as its settings name it.
    pub fn time_zone(&self) -> &str {
        &self.0.zone
    }

    /// A message that needs no value.
    pub fn text(&self, message: Message) -> String {
        self.with(message, &[])
    }

    /// A message with values for its placeholders, by name.
    ///
    /// A value that runs the other way than the locale is isolated (Unicode FSI and PDI), so that it does not
    /// turn the words around it. A placeholder without a value shows its name.
    pub fn with(&self, message: Message, values: &[(&str, &str)]) -> String {
        self.fill(self.form(message, 0), values)
    }

    /// A message in the form for `count`, which is the value of its placeholder `count`.
    pub fn count(&self, message: Message, count: u64, values: &[(&str, &str)]) -> String {
        let number = self.number(count);
        let mut all = vec![("count", number.as_str())];
        all.extend_from_slice(values);
        self.fill(self.form(message, count), &all)
    }

    /// "A", "A and B", "A, B and C".
    pub fn list(&self, items: &[String]) -> String {
        let mut text = String::new();
        for (index, item) in items.iter().enumerate() {
            if index > 0 {
                text.push_str(self.between(separator(index, items.len())));
            }
            self.push_isolated(item, &mut text);
        }
        text
    }

    /// What stands between `{ $before }` and `{ $after }` in a joining message.
    fn between(&self, message: Message) -> &str {
        let mut texts = pattern::pieces(self.form(message, 0)).filter_map(|piece| match piece {
            Piece::Text(text) => Some(text),
            Piece::Placeholder(_) => None,
        });
        texts.next().unwrap_or(" ")
    }

    fn pattern(&self, message: Message) -> Option<&Pattern> {
        self.0.patterns.get(message as usize)?.as_ref()
    }

    /// The form for `count`, placeholders and all.
    fn form(&self, message: Message, count: u64) -> &str {
        self.pattern(message).map_or(message.name(), |pattern| pattern.form(self.0.speech.rule, count))
    }

    fn fill(&self, form: &str, values: &[(&str, &str)]) -> String {
        let mut text = String::with_capacity(form.len());
        for piece in pattern::pieces(form) {
            match piece {
                Piece::Text(words) => text.push_str(words),
                Piece::Placeholder(name) => match values.iter().find(|(known, _)| *known == name) {
                    Some((_, value)) => self.push_isolated(value, &mut text),
                    None => text.push_str(name),
                },
            }
        }
        text
    }

    /// Adds a value, isolated when it holds letters that run the other way.
    fn push_isolated(&self, value: &str, text: &mut String) {
        let right_to_left = |letter: char| matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fefc}');
        // Latin to Armenian: what an Arabic page is likely to quote. Not `is_alphabetic`, which brings its tables.
        let left_to_right =
            |letter: char| letter.is_ascii_alphabetic() || matches!(letter, '\u{c0}'..='\u{58f}');
        let strange = match self.direction() {
            Direction::LeftToRight => value.chars().any(right_to_left),
            Direction::RightToLeft => value.chars().any(left_to_right),
        };
        if strange {
            text.push(FIRST_STRONG_ISOLATE);
            text.push_str(value);
            text.push(POP_DIRECTIONAL_ISOLATE);
        } else {
            text.push_str(value);
        }
    }
}

/// Starts a text whose direction is its own (UAX #9).
const FIRST_STRONG_ISOLATE: char = '\u{2068}';
/// Ends it.
const POP_DIRECTIONAL_ISOLATE: char = '\u{2069}';

/// Two locales are equal when one is a clone of the other.
impl PartialEq for Locale {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

fn put(patterns: &mut [Option<Pattern>], name: &str, pattern: Pattern) {
    let place = Message::parse(name).and_then(|message| patterns.get_mut(message as usize));
    if let Some(place) = place {
        *place = Some(pattern);
    }
}

/// What joins item `index` of `length` to the one before it.
fn separator(index: usize, length: usize) -> Message {
    match (index, length) {
        (1, 2) => Message::ListTwo,
        _ if index + 1 == length => Message::ListLast,
        _ => Message::ListMiddle,
    }
}
