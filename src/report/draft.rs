//! What a reader has filled in so far.

use super::quote::TextQuoteSelector;
use serde_json::{Value, json};

/// The longest correction, in characters.
pub const LONGEST_CORRECTION: usize = 2_000;
/// The longest comment, in characters.
pub const LONGEST_COMMENT: usize = 4_000;
/// The longest e-mail address, in bytes (RFC 5321 §4.5.3.1.3).
pub const LONGEST_EMAIL: usize = 254;

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mistake {
    /// A letter, a comma, a word out of place.
    Typing,
    /// Something that is not so.
    Fact,
    /// Something on the page that does not work.
    Broken,
    /// None of these.
    Other,
}

impl Mistake {
    /// All kinds, in the order the form offers them.
    pub const ALL: [Self; 4] = [Self::Typing, Self::Fact, Self::Broken, Self::Other];

    /// Its name in a report: the value of the tagging body.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Typing => "typing-error",
            Self::Fact => "wrong-fact",
            Self::Broken => "broken",
            Self::Other => "other",
        }
    }

    /// The kind of that name.
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mistake| mistake.tag() == tag)
    }
}

/// A report before it is one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// The words it is about; `None` when it is about the page.
    pub quote: Option<TextQuoteSelector>,
    /// What is wrong.
    pub mistake: Option<Mistake>,
    /// What the words should be. Starts as the quoted words.
    pub correction: String,
    /// What else the reader says.
    pub comment: String,
    /// Where the reader wants an answer, or empty.
    pub email: String,
}

/// A part of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// What is wrong.
    Mistake,
    /// What the words should be.
    Correction,
    /// What else there is to say.
    Comment,
    /// Where to answer.
    Email,
}

/// Why a draft is not a report yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldError {
    /// No kind of mistake is chosen.
    MistakeMissing,
    /// Nothing is corrected and nothing is said: nobody could tell what is wrong.
    NothingSaid,
    /// The correction is over [`LONGEST_CORRECTION`].
    CorrectionTooLong,
    /// The comment is over [`LONGEST_COMMENT`].
    CommentTooLong,
    /// It is not an e-mail address.
    EmailInvalid,
}

impl FieldError {
    /// Where the form shows it. `quoted` tells whether the form has a field for the correction.
    pub fn field(self, quoted: bool) -> Field {
        match self {
            Self::MistakeMissing => Field::Mistake,
            Self::NothingSaid if quoted => Field::Correction,
            Self::NothingSaid | Self::CommentTooLong => Field::Comment,
            Self::CorrectionTooLong => Field::Correction,
            Self::EmailInvalid => Field::Email,
        }
    }
}

impl Draft {
    /// A fresh draft about `quote`, or about the page.
    pub fn new(quote: Option<TextQuoteSelector>) -> Self {
        let correction = quote.as_ref().map(|quote| quote.exact.clone()).unwrap_or_default();
        // Whoever selects words has most likely found a typing error; the choice is one key away.
        let mistake = quote.as_ref().map(|_| Mistake::Typing);
        Self { quote, mistake, correction, ..Self::default() }
    }

    /// As it is stored.
    pub(super) fn to_value(&self) -> Value {
        json!({
            "quote": self.quote.as_ref().map(TextQuoteSelector::to_value),
            "mistake": self.mistake.map(Mistake::tag),
            "correction": self.correction,
            "comment": self.comment,
            "email": self.email,
        })
    }

    /// As it was stored; what is missing or strange is as if it were not filled in.
    pub(super) fn from_value(value: &Value) -> Self {
        let text = |name: &str| value.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        Self {
            quote: value.get("quote").and_then(TextQuoteSelector::from_value),
            mistake: Mistake::from_tag(&text("mistake")),
            correction: text("correction"),
            comment: text("comment"),
            email: text("email"),
        }
    }

    /// The correction, where it changes the quoted words.
    pub fn changed_correction(&self) -> Option<&str> {
        let quote = self.quote.as_ref()?;
        let correction = self.correction.trim();
        (correction != quote.exact).then_some(correction)
    }

    /// Whether the reader has put in nothing at all.
    pub fn is_untouched(&self) -> bool {
        *self == Self::new(self.quote.clone())
    }

    /// Whether there is nothing in it that tells what is wrong.
    fn says_nothing(&self) -> bool {
        self.changed_correction().is_none() && self.comment.trim().is_empty()
    }

    /// What is missing or wrong, in the order of the form; empty when it can be sent.
    pub fn errors(&self) -> Vec<FieldError> {
        let mut errors = Vec::new();
        if self.mistake.is_none() {
            errors.push(FieldError::MistakeMissing);
        }
        if self.says_nothing() {
            errors.push(FieldError::NothingSaid);
        }
        if self.quote.is_some() && self.correction.chars().count() > LONGEST_CORRECTION {
            errors.push(FieldError::CorrectionTooLong);
        }
        if self.comment.chars().count() > LONGEST_COMMENT {
            errors.push(FieldError::CommentTooLong);
        }
        let email = self.email.trim();
        if !email.is_empty() && !is_email(email) {
            errors.push(FieldError::EmailInvalid);
        }
        errors
    }
}

/// Whether `address` is what HTML calls a valid e-mail address, letters of other scripts allowed on both
/// sides as internationalised addresses have them (RFC 6531).
fn is_email(address: &str) -> bool {
    let Some((local, domain)) = address.rsplit_once('@') else { return false };
    let local_fits = |c: char| c.is_alphanumeric() || ".!#$%&'*+/=?^_`{|}~-".contains(c);
    let label_fits = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_alphanumeric() || c == '-')
    };
    address.len() <= LONGEST_EMAIL
        && !local.is_empty()
        && local.chars().all(local_fits)
        && domain.split('.').all(label_fits)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quoted() -> Draft {
        Draft::new(Some(TextQuoteSelector {
            exact: "an apple".into(),
            prefix: String::new(),
            suffix: ".".into(),
        }))
    }

    #[test]
    fn a_fresh_draft_says_nothing_yet() {
        assert_eq!(quoted().errors(), [FieldError::NothingSaid]);
        assert_eq!(Draft::new(None).errors(), [FieldError::MistakeMissing, FieldError::NothingSaid]);
        assert_eq!(FieldError::NothingSaid.field(true), Field::Correction);
        assert_eq!(FieldError::NothingSaid.field(false), Field::Comment);
    }

    #[test]
    fn a_correction_or_a_comment_is_enough() {
        assert_eq!(Draft { correction: "apples".into(), ..quoted() }.errors(), []);
        assert_eq!(Draft { correction: String::new(), ..quoted() }.errors(), [], "the words are to go");
        assert_eq!(Draft { comment: "It was in May.".into(), ..quoted() }.errors(), []);
        let page =
            Draft { mistake: Some(Mistake::Broken), comment: "No pictures.".into(), ..Draft::new(None) };
        assert_eq!(page.errors(), []);
        assert_eq!(Draft { comment: " \n".into(), ..quoted() }.errors(), [FieldError::NothingSaid]);
    }

    #[test]
    fn texts_without_end_are_refused() {
        let long = Draft {
            correction: "ә".repeat(LONGEST_CORRECTION + 1),
            comment: "ә".repeat(LONGEST_COMMENT + 1),
            ..quoted()
        };
        assert_eq!(long.errors(), [FieldError::CorrectionTooLong, FieldError::CommentTooLong]);
    }

    #[test]
    fn an_address_is_optional_but_must_be_one() {
        let with = |email: &str| Draft { email: email.into(), comment: "x".into(), ..quoted() }.errors();
        for good in ["", "  ", "a@b.kz", " a.b+c@xn--80a.kz ", "әлия@пошта.қаз"] {
            assert_eq!(with(good), [], "{good}");
        }
        for bad in ["a", "@b.kz", "a@", "a@b..kz", "a b@c.kz", "a@-b.kz", "a@b.kz\nBcc: x@y.kz"] {
            assert_eq!(with(bad), [FieldError::EmailInvalid], "{bad}");
        }
    }
}
