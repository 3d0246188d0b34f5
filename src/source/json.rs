//! A JSON document that knows, at each place, what its JSON Pointer is, and notes what is wrong there.

use std::borrow::Cow;
use std::cell::RefCell;

use serde_json::Value;

use super::dates;
use super::error::{Problem, SourceError, SourceErrorKind};
use crate::model::{Address, Instant, Language, SitePath};
use crate::platform::NOTES_PROBLEMS;

/// How much of an unfit value a problem quotes, in characters.
const QUOTE_LENGTH: usize = 60;

/// What is expected of a language.
pub(super) const LANGUAGE_TAG: &str = "a language tag, such as kk or ru-KZ";

/// Where problems are gathered while a document is read.
#[derive(Default)]
pub(super) struct Problems(RefCell<Vec<Problem>>);

/// A value in a document, and where it is.
#[derive(Clone)]
pub(super) struct Place<'a> {
    value: &'a Value,
    pointer: String,
    problems: &'a Problems,
}

/// A name as a JSON Pointer has it between two slashes (RFC 6901).
pub(crate) fn pointer_token(name: &str) -> Cow<'_, str> {
    if name.contains(['~', '/']) {
        Cow::Owned(name.replace('~', "~0").replace('/', "~1"))
    } else {
        Cow::Borrowed(name)
    }
}

/// Parses a document; a byte order mark before it is forgiven.
pub(crate) fn parse(json: &str) -> Result<Value, SourceError> {
    serde_json::from_str(json.trim_start_matches('\u{feff}')).map_err(|error| SourceError {
        kind: SourceErrorKind::Syntax { line: error.line(), column: error.column(), message: cause(&error) },
    })
}

/// What the parser says, without the place, which is told apart.
fn cause(error: &serde_json::Error) -> String {
    let message = error.to_string();
    message.rsplit_once(" at line ").map_or(message.clone(), |(cause, _)| cause.to_owned())
}

/// The error for a document that is JSON, but no such thing.
pub(super) fn wrong_format(expected: &'static str, value: &Value) -> SourceError {
    SourceError { kind: SourceErrorKind::Format { expected, found: describe(value) } }
}

/// A value in a few words, for a problem's `found`.
fn describe(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(flag) => flag.to_string(),
        Value::Number(number) => format!("the number {number}"),
        Value::String(text) => quote(text),
        Value::Array(items) => format!("an array of {}", items.len()),
        Value::Object(members) if members.is_empty() => "an empty object".to_owned(),
        Value::Object(members) => {
            let names: Vec<&str> = members.keys().take(6).map(String::as_str).collect();
            format!("an object with {}", shorten(&names.join(", ")))
        }
    }
}

fn quote(text: &str) -> String {
    format!("\"{}\"", shorten(text))
}

fn shorten(text: &str) -> String {
    match text.char_indices().nth(QUOTE_LENGTH) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

impl Problems {
    /// What was gathered, in the order it was met.
    pub(super) fn into_inner(self) -> Vec<Problem> {
        self.0.into_inner()
    }
}

impl<'a> Place<'a> {
    /// The document itself.
    pub(super) fn root(value: &'a Value, problems: &'a Problems) -> Self {
        Self { value, pointer: String::new(), problems }
    }

    /// Where it is, as a JSON Pointer.
    pub(super) fn pointer(&self) -> &str {
        &self.pointer
    }

    /// The raw value.
    pub(super) fn value(&self) -> &'a Value {
        self.value
    }

    /// Whether it is an object.
    pub(super) fn is_object(&self) -> bool {
        self.value.is_object()
    }

    /// Notes that something else should be here; quotes what is.
    #[inline]
    pub(super) fn unfit(&self, expected: &str) {
        if NOTES_PROBLEMS {
            self.note(expected, describe(self.value));
        }
    }

    /// Notes that something else should be here.
    #[inline]
    pub(super) fn note(&self, expected: &str, found: String) {
        if !NOTES_PROBLEMS {
            return;
        }
        self.problems.0.borrow_mut().push(Problem {
            pointer: self.pointer.clone(),
            expected: expected.to_owned(),
            found,
        });
    }

    fn child(&self, segment: &str, value: &'a Value) -> Self {
        if !NOTES_PROBLEMS {
            return Self { value, pointer: String::new(), problems: self.problems };
        }
        let mut pointer = String::with_capacity(self.pointer.len() + 1 + segment.len());
        pointer.push_str(&self.pointer);
        pointer.push('/');
        pointer.push_str(&pointer_token(segment));
        Self { value, pointer, problems: self.problems }
    }

    /// The member `name`, or the same in lower case (ninjs before 3.0); `null` counts as missing.
    pub(super) fn member(&self, name: &str) -> Option<Self> {
        let members = self.value.as_object()?;
        let find = |name: &str| members.get_key_value(name).filter(|(_, value)| !value.is_null());
        let (name, value) = find(name).or_else(|| find(&name.to_ascii_lowercase()))?;
        Some(self.child(name, value))
    }

    /// The first of `names` that is there.
    pub(super) fn first_member(&self, names: &[&str]) -> Option<Self> {
        names.iter().find_map(|name| self.member(name))
    }

    /// All members that are not `null`.
    pub(super) fn members(&self) -> Vec<(&'a str, Self)> {
        let members = self.value.as_object().into_iter().flatten();
        let there = members.filter(|(_, value)| !value.is_null());
        there.map(|(name, value)| (name.as_str(), self.child(name, value))).collect()
    }

    /// The entries of a list, each with its name where the list is an object (ninjs 1.x).
    ///
    /// A single object where a list should be counts as a list of one; anything else is a problem. What is no object
    /// among named entries is an entry all the same, so that whoever reads them can say what is wrong with it.
    pub(super) fn named_items(&self) -> Vec<(Option<&'a str>, Self)> {
        match self.value {
            Value::Array(items) => {
                let there = items.iter().enumerate().filter(|(_, item)| !item.is_null());
                there.map(|(index, item)| (None, self.child(&index.to_string(), item))).collect()
            }
            Value::Object(members) if are_named(members) => {
                self.members().into_iter().map(|(name, place)| (Some(name), place)).collect()
            }
            Value::Object(_) => vec![(None, self.clone())],
            Value::Null => Vec::new(),
            Value::Bool(_) | Value::Number(_) | Value::String(_) => {
                self.unfit("a list");
                Vec::new()
            }
        }
    }

    /// The entries of a list, without names.
    pub(super) fn items(&self) -> Vec<Self> {
        self.named_items().into_iter().map(|(_, place)| place).collect()
    }

    /// The entries of the list `name`, if there is one.
    pub(super) fn list(&self, names: &[&str]) -> Vec<Self> {
        self.first_member(names).map(|list| list.items()).unwrap_or_default()
    }

    /// A text, trimmed; a number counts as its digits. Nothing when it is blank, a problem when it is no text.
    pub(super) fn text(&self) -> Option<String> {
        match self.value {
            Value::String(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
            Value::Number(number) => Some(number.to_string()),
            Value::Null => None,
            Value::Bool(_) | Value::Array(_) | Value::Object(_) => {
                self.unfit("a text");
                None
            }
        }
    }

    /// The text of the member `name`.
    pub(super) fn text_of(&self, name: &str) -> Option<String> {
        self.member(name)?.text()
    }

    /// A moment, or a problem.
    pub(super) fn date(&self) -> Option<Instant> {
        let date = dates::parse(&self.text()?);
        if date.is_none() {
            self.unfit("a date and time as RFC 3339 writes it, such as 2014-07-04T10:43:00+06:00");
        }
        date
    }

    /// A safe address, or a problem.
    pub(super) fn address(&self) -> Option<Address> {
        match Address::parse(&self.text()?) {
            Ok(address) => Some(address),
            Err(error) => {
                self.unfit(&format!("a safe address ({error})"));
                None
            }
        }
    }

    /// A place on this site, or a problem.
    pub(super) fn path(&self) -> Option<SitePath> {
        let path = SitePath::parse(&self.text()?);
        if path.is_none() {
            self.unfit("an address on this site without `..`, such as /learn/politics/");
        }
        path
    }

    /// A language tag, or a problem.
    pub(super) fn language(&self) -> Option<Language> {
        let language = Language::parse(&self.text()?);
        if language.is_none() {
            self.unfit(LANGUAGE_TAG);
        }
        language
    }

    /// A whole number from 0, also written as digits in a text; or a problem.
    pub(super) fn count(&self) -> Option<u32> {
        let count = match self.value {
            Value::Number(number) => number
                .as_u64()
                .and_then(|number| u32::try_from(number).ok())
                .or_else(|| rounded(&number.to_string())),
            Value::String(text) => text.trim().parse().ok(),
            Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => None,
        };
        if count.is_none() {
            self.unfit("a whole number from 0");
        }
        count
    }
}

/// Whether the members of an object are entries by their names, and not what belongs to a single one.
fn are_named(members: &serde_json::Map<String, Value>) -> bool {
    let own = ["uri", "type", "name", "href", "role", "value", "text", "url", "slug", "language"];
    let is_one = own.iter().any(|name| members.get(*name).is_some_and(|value| value.is_string()));
    let mut entries = members.values().filter(|value| !value.is_null());
    !is_one && (entries.clone().any(Value::is_object) || entries.next().is_none())
}

/// A decimal fraction from 0, such as `640.5`, rounded. Not through `f64`, whose parser brings 12 kB of tables.
fn rounded(number: &str) -> Option<u32> {
    let (whole, fraction) = number.split_once('.')?;
    let half = fraction.bytes().next().is_some_and(|digit| digit >= b'5');
    let digits = fraction.bytes().all(|digit| digit.is_ascii_digit());
    whole.parse::<u32>().ok().filter(|_| digits)?.checked_add(u32::from(half))
}
