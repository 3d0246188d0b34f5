//! The words of the report's components.

use crate::locale::{Locale, Message};
use crate::model::{Edition, Language, SitePath};
use crate::report::annotation::{Meaning, Part};
use crate::report::draft::{FieldError, LONGEST_COMMENT, LONGEST_CORRECTION, Mistake};
use leptos::prelude::*;

/// The edition's words, as they are now.
#[derive(Clone, Copy)]
pub(super) struct Words(Signal<Locale>);

/// The locale in context: a signal of one, or one that never changes. English where a page has none.
pub(super) fn use_words() -> Words {
    let changing = use_context::<Signal<Locale>>();
    let locale = changing.or_else(|| use_context::<Locale>().map(Signal::stored));
    Words(locale.unwrap_or_else(|| Signal::stored(english())))
}

fn english() -> Locale {
    let language = Language::parse("en").or_else(|| Language::parse("und"));
    Locale::new(&Edition {
        language: language.unwrap_or_else(|| unreachable!("`en` is a language tag")),
        label: String::new(),
        path: SitePath::root(),
        time_zone: "UTC".to_owned(),
        messages: Vec::new(),
    })
}

impl Words {
    /// A message, now and whenever the edition changes.
    pub fn text(self, message: Message) -> Signal<String> {
        Signal::derive(move || self.0.with(|locale| locale.text(message)))
    }

    /// A message, as it is now.
    pub fn now(self, message: Message) -> String {
        self.0.with(|locale| locale.text(message))
    }

    /// A message with a value, as it is now.
    pub fn with(self, message: Message, name: &str, value: &str) -> String {
        self.0.with(|locale| locale.with(message, &[(name, value)]))
    }

    /// A message with a number, as it is now.
    pub fn count(self, message: Message, count: usize) -> String {
        self.0.with(|locale| locale.count(message, count as u64, &[]))
    }

    /// "in 5 minutes", rounded up.
    pub fn in_milliseconds(self, milliseconds: i64) -> String {
        let seconds = usize::try_from(milliseconds / 1000 + 1).unwrap_or(1);
        match seconds {
            0..60 => self.count(Message::InSeconds, seconds),
            60..3600 => self.count(Message::InMinutes, seconds.div_ceil(60)),
            _ => self.count(Message::InHours, seconds.div_ceil(3600)),
        }
    }

    /// The name of a kind of mistake.
    pub fn mistake(self, mistake: Mistake) -> String {
        self.now(match mistake {
            Mistake::Typing => Message::ReportKindTypo,
            Mistake::Fact => Message::ReportKindFact,
            Mistake::Broken => Message::ReportKindBroken,
            Mistake::Other => Message::ReportKindOther,
        })
    }

    /// What is wrong with a field.
    pub fn error(self, error: FieldError) -> String {
        match error {
            FieldError::MistakeMissing => self.now(Message::ReportFieldRequired),
            FieldError::NothingSaid => self.now(Message::ReportNeedsText),
            FieldError::CorrectionTooLong => self.count(Message::ReportTooLong, LONGEST_CORRECTION),
            FieldError::CommentTooLong => self.count(Message::ReportTooLong, LONGEST_COMMENT),
            FieldError::EmailInvalid => self.now(Message::ReportEmailWrong),
        }
    }

    /// What a part of a report is called, and its value in the reader's words. Parts that mean nothing to
    /// readers are called what the report calls them.
    pub fn part(self, part: &Part) -> (String, String) {
        let name = match &part.meaning {
            Meaning::Quote => self.now(Message::ReportSelectedWords),
            Meaning::Before => "prefix".to_owned(),
            Meaning::After => "suffix".to_owned(),
            Meaning::Correction => self.now(Message::ReportCorrection),
            Meaning::Comment => self.now(Message::ReportComment),
            Meaning::Mistake(_) => self.now(Message::ReportKind),
            Meaning::Email => self.now(Message::ReportEmail),
            Meaning::Address => self.now(Message::ReportAddress),
            Meaning::Headline => self.now(Message::ReportArticle),
            Meaning::Version => self.now(Message::ReportVersion),
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
