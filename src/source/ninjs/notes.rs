//! What editors write for each other in a document, which readers' browsers do not get.

use std::borrow::Cow;

use memchr::memchr2_iter;
use serde_json::Value;

use crate::source::json;

/// The name of what editors write for each other.
const NOTE: &str = "ednote";

/// The document without `edNote`, which editors write for each other, wherever in it one is. A document without one stays
/// as it was written.
pub(crate) fn without_notes(text: &str) -> Cow<'_, str> {
    if may_have_note(text)
        && let Ok(mut document) = json::parse(text)
        && remove_notes(&mut document)
    {
        return Cow::Owned(format!("{document}\n"));
    }
    Cow::Borrowed(text)
}

/// Whether it is worth looking closer: most documents have no note, and are not parsed for it. A name may be written with
/// escapes, of which Latin letters are few in any text.
fn may_have_note(text: &str) -> bool {
    let bytes = text.as_bytes();
    let named =
        |name: &[u8]| name.get(..NOTE.len()).is_some_and(|name| name.eq_ignore_ascii_case(NOTE.as_bytes()));
    let escaped = |rest: &[u8]| matches!(rest, [b'\\', b'u', b'0', b'0', b'4'..=b'7', ..]);
    memchr2_iter(b'"', b'\\', bytes).any(|at| named(&bytes[at + 1..]) || escaped(&bytes[at..]))
}

/// Removes the notes in `value`, and says whether there were any.
pub(crate) fn remove_notes(value: &mut Value) -> bool {
    let mut any = false;
    match value {
        Value::Object(members) => {
            members.retain(|name, member| {
                let is_note = name.eq_ignore_ascii_case(NOTE);
                any |= is_note || remove_notes(member);
                !is_note
            });
        }
        Value::Array(items) => items.iter_mut().for_each(|item| any |= remove_notes(item)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
    any
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_go_from_everywhere_and_other_documents_stay_as_they_were_written() {
        for document in [
            r#"{"edNote":"SECRET","a":1}"#,
            r#"{"a":{"b":[{"ednote":"SECRET","c":2}]}}"#,
            r#"{"a":[[{"edN\u006fte":"SECRET"}]]}"#,
            r#"{"\u0045dNote":{"x":"SECRET"},"associations":{"EDNOTE":null}}"#,
            "\u{feff}{\"edNote\":\"SECRET\"}",
        ] {
            let published = without_notes(document);
            let value: Value = serde_json::from_str(&published).expect("JSON");
            assert!(!published.contains("SECRET") && value.is_object(), "{published}");
        }
        for document in [
            "{\n \"a\": \"\\u043f, edNote is a word\"\n}",
            r#"{"\u0061": "\\u006f", "edNotes": 1.0}"#,
            "{ \"a\": [ 1 ] }",
        ] {
            assert!(matches!(without_notes(document), Cow::Borrowed(same) if same == document), "{document}");
        }
    }
}
