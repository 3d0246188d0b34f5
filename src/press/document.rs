//! The documents of articles, as readers' browsers get them.

use std::borrow::Cow;

use serde_json::{Value, json};

use crate::model::{Article, PublicationStatus, SitePath};

/// The document without `edNote`, which editors write for each other. A document without one stays as it was written.
pub(super) fn without_notes(text: &str) -> Cow<'_, str> {
    if text.contains("edNote")
        && let Ok(Value::Object(mut document)) = serde_json::from_str(text)
        && document.remove("edNote").is_some()
    {
        return Cow::Owned(format!("{}\n", Value::Object(document)));
    }
    Cow::Borrowed(text)
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
