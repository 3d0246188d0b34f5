//! The documents of articles, as readers' browsers get them.

use std::borrow::Cow;

use serde_json::{Map, Value, json};

use crate::model::{Article, PublicationStatus, SitePath};

/// The name of what editors write for each other.
const NOTE: &str = "ednote";

/// The document without `edNote`, which editors write for each other, wherever in it one is. A document without one stays
/// as it was written.
pub(super) fn without_notes(text: &str) -> Cow<'_, str> {
    if may_have_note(text)
        && let Ok(mut document) = crate::source::json::parse(text)
        && remove_notes(&mut document)
    {
        return Cow::Owned(format!("{document}\n"));
    }
    Cow::Borrowed(text)
}

/// Whether it is worth looking closer: most documents have no note, and are not parsed for it. A name may be written with
/// escapes, of which Latin letters are few in any text.
fn may_have_note(text: &str) -> bool {
    let named = |bytes: &[u8]| bytes[2] | 0x20 == b'n' && bytes.eq_ignore_ascii_case(NOTE.as_bytes());
    let escaped = |bytes: &[u8]| matches!(bytes, [b'\\', b'u', b'0', b'0', b'4'..=b'7', _]);
    text.as_bytes().windows(NOTE.len()).any(|bytes| named(bytes) || escaped(bytes))
}

/// Removes the notes in `value`, and says whether there were any.
pub(super) fn remove_notes(value: &mut Value) -> bool {
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

/// The document with the address in it that its file leaves to its language: browsers are not told of it otherwise.
pub(super) fn settled(text: String, path: Option<&SitePath>) -> String {
    let Some(path) = path else { return text };
    let Ok(mut document) = crate::source::json::parse(&text) else { return text };
    let Some(fields) = document.as_object_mut() else { return text };
    put_place(fields, path);
    format!("{document}\n")
}

/// Writes into what a document says of an article where that is. To many tools nothing is null, so that is no `x`.
pub(super) fn put_place(article: &mut Map<String, Value>, path: &SitePath) {
    let x = article.entry("x").or_insert(Value::Null);
    if x.is_null() {
        *x = json!({});
    }
    if let Some(x) = x.as_object_mut() {
        x.insert("url".to_owned(), json!(path.as_str()));
    }
}

/// What readers' browsers are told of an article they may not read now: enough to say why, and none of its text.
pub(super) fn stub(article: &Article) -> String {
    let status = match article.status {
        PublicationStatus::Usable => "usable",
        PublicationStatus::Withheld => "withheld",
        PublicationStatus::Canceled => "canceled",
    };
    let mut document = json!({
        "standard": { "name": "ninjs", "version": "3.1" },
        "uri": article.summary.id,
        "type": "text",
        "representationType": "incomplete",
        "pubStatus": status,
        "x": { "url": article.summary.path.as_str() },
    });
    let known = [
        ("language", article.summary.language.as_ref().map(ToString::to_string)),
        ("embargoedUntil", article.embargoed_until.map(|instant| instant.to_string())),
        ("expires", article.expires.map(|instant| instant.to_string())),
    ];
    if let Some(fields) = document.as_object_mut() {
        for (name, value) in known {
            fields.extend(value.map(|value| (name.to_owned(), json!(value))));
        }
    }
    format!("{document}\n")
}

/// Whether a text is what the press told readers' browsers of an article at `address` that they might not read.
pub(super) fn is_stub(text: &str, address: &str) -> bool {
    let Ok(document) = serde_json::from_str::<Value>(text) else { return false };
    let place = document["x"]["url"].as_str().and_then(SitePath::parse);
    // Nobody else writes documents of nothing but this.
    let known = [
        "standard",
        "uri",
        "type",
        "representationType",
        "pubStatus",
        "x",
        "language",
        "embargoedUntil",
        "expires",
    ];
    document["representationType"] == "incomplete"
        && document
            .as_object()
            .is_some_and(|fields| fields.keys().all(|field| known.contains(&field.as_str())))
        && place.is_some_and(|place| place.as_str().trim_matches('/') == address)
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
