//! The words of the report's components.

use crate::locale::{Locale, Message};
use crate::report::annotation::{Meaning, Part};
use crate::report::draft::{FieldError, LONGEST_COMMENT, LONGEST_CORRECTION, Mistake};
use leptos::prelude::*;

/// The edition's words.
#[derive(Clone, Copy)]
pub(super) struct Words(StoredValue<Locale>);

/// The words of the locale in context; English where a page has none.
pub(super) fn use_words() -> Words {
    Words(StoredValue::new(use_context().unwrap_or_else(|| Locale::for_reader(Vec::new()))))
}

impl Words {
    /// A message.
    pub fn text(self, message: Message) -> String {
        self.0.with_value(|locale| locale.text(message))
    }

    /// A message with a value.
    pub fn with(self, message: Message, name: &str, value: &str) -> String {
        self.0.with_value(|locale| locale.with(message, &[(name, value)]))
    }

    /// A message with a number.
    pub fn count(self, message: Message, count: usize) -> String {
        self.0.with_value(|locale| locale.count(message, count as u64, &[]))
    }

    /// "in 5 minutes", rounded up.
    pub fn in_milliseconds(self, milliseconds: i64) -> String {
        let seconds = u64::try_from(milliseconds / 1000 + 1).unwrap_or(1);
        self.0.with_value(|locale| locale.wait(seconds))
    }

    /// The name of a kind of mistake.
    pub fn mistake(self, mistake: Mistake) -> String {
        self.text(match mistake {
            Mistake::Typing => Message::ReportKindTypo,
            Mistake::Fact => Message::ReportKindFact,
            Mistake::Broken => Message::ReportKindBroken,
            Mistake::Other => Message::ReportKindOther,
        })
    }

    /// What is wrong with a field.
    pub fn error(self, error: FieldError) -> String {
        match error {
            FieldError::MistakeMissing => self.text(Message::ReportFieldRequired),
            FieldError::NothingSaid => self.text(Message::ReportNeedsText),
            FieldError::CorrectionTooLong => self.count(Message::ReportTooLong, LONGEST_CORRECTION),
            FieldError::CommentTooLong => self.count(Message::ReportTooLong, LONGEST_COMMENT),
            FieldError::EmailInvalid => self.text(Message::ReportEmailWrong),
        }
    }

    /// What a part of a report is called, and its value in the reader's words. Parts that mean nothing to
    /// readers are called what the report calls them.
    pub fn part(self, part: &Part) -> (String, String) {
        let name = match &part.meaning {
            Meaning::Quote => self.text(Message::ReportSelectedWords),
            Meaning::Before => "prefix".to_owned(),
            Meaning::After => "suffix".to_owned(),
            Meaning::Correction => self.text(Message::ReportCorrection),
            Meaning::Comment => self.text(Message::ReportComment),
            Meaning::Mistake(_) => self.text(Message::ReportKind),
            Meaning::Email => self.text(Message::ReportEmail),
            Meaning::Address => self.text(Message::ReportAddress),
            Meaning::Headline => self.text(Message::ReportArticle),
            Meaning::Version => self.text(Message::ReportVersion),
            Meaning::Article => "schema:identifier".to_owned(),
            Meaning::Created => "created".to_owned(),
            Meaning::Identifier => "id".to_owned(),
            Meaning::Technical(path) => path.clone(),
        };
        let value = match part.meaning {
            Meaning::Mistake(Some(mistake)) => self.mistake(mistake),
            Meaning::Email => part.value.strip_prefix("mailto:").unwrap_or(&part.value).to_owned(),
            _ => part.value.clone(),
        };
        (name, value)
    }
}
