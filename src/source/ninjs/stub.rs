//! Documents at addresses where no article is to be read: it has moved, was withdrawn, or is held back.

use serde_json::{Value, json};

use crate::model::{Article, PublicationStatus, SitePath};

/// What is at `path`, where the article `id` was that is at `to` now, or whose readers are led there.
pub(crate) fn write_leading(id: &str, path: &SitePath, to: &SitePath) -> String {
    let mut document = stub(id, path);
    document["x"]["moved"] = json!(to.under("/"));
    format!("{document}\n")
}

/// What is at `path`, where an article was of which nothing more is known than that: it was cancelled.
pub(crate) fn write_withdrawn(path: &SitePath) -> String {
    let mut document = stub(path.as_str(), path);
    document["pubStatus"] = json!(status_name(PublicationStatus::Canceled));
    format!("{document}\n")
}

/// What readers' browsers are told of an article they may not read now: enough to say why, and none of its text.
pub(crate) fn write_held_back(article: &Article) -> String {
    let summary = &article.summary;
    let mut document = stub(&summary.id, &summary.path);
    document["pubStatus"] = json!(status_name(article.status));
    let known = [
        ("language", summary.language.as_ref().map(ToString::to_string)),
        ("embargoedUntil", article.embargoed_until.map(|instant| instant.to_string())),
        ("expires", article.expires.map(|instant| instant.to_string())),
    ];
    for (name, value) in known {
        if let Some(value) = value {
            document[name] = json!(value);
        }
    }
    format!("{document}\n")
}

/// Whether a text is one of these documents, and of an article at `address`: percent-decoded, without the slashes around it.
pub(crate) fn tells_of_no_article(text: &str, address: &str) -> bool {
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

fn stub(id: &str, path: &SitePath) -> Value {
    json!({
        "standard": { "name": "ninjs", "version": "3.1" },
        "uri": id,
        "type": "text",
        "representationType": "incomplete",
        "x": { "url": path.under("/") },
    })
}

fn status_name(status: PublicationStatus) -> &'static str {
    match status {
        PublicationStatus::Usable => "usable",
        PublicationStatus::Withheld => "withheld",
        PublicationStatus::Canceled => "canceled",
    }
}
