//! What a document says of other articles and of its own place, told anew when it is published.

use serde_json::{Map, Value};

use crate::{model::SitePath, source::json};

/// The document with the address in it that its file leaves to its language: browsers are not told of it otherwise.
pub(crate) fn with_place(text: String, path: Option<&SitePath>) -> String {
    let Some(path) = path else { return text };
    let Ok(mut document) = json::parse(&text) else { return text };
    let Some(fields) = document.as_object_mut() else { return text };
    put_place(fields, path);
    format!("{document}\n")
}

/// Writes into what a document says of an article where that is. To many tools nothing is null, so that is no `x`.
pub(crate) fn put_place(article: &mut Map<String, Value>, path: &SitePath) {
    let x = article.entry("x").or_insert(Value::Null);
    if x.is_null() {
        *x = Value::Object(Map::new());
    }
    if let Some(x) = x.as_object_mut() {
        x.insert("url".to_owned(), Value::String(path.under("/")));
    }
}

/// What a document says of other articles.
pub(crate) fn others(document: &mut Value) -> impl Iterator<Item = &mut Map<String, Value>> {
    let entries: Vec<&mut Value> = match document.get_mut("associations") {
        Some(Value::Array(entries)) => entries.iter_mut().collect(),
        Some(Value::Object(entries)) => entries.values_mut().collect(),
        _ => Vec::new(),
    };
    entries.into_iter().filter_map(Value::as_object_mut).filter(|entry| {
        let kind = entry.get("type").and_then(Value::as_str);
        !matches!(kind, Some("picture" | "graphic" | "video" | "audio"))
    })
}

/// Where the article is that an entry is about, if that says so.
pub(crate) fn place_of(entry: &Map<String, Value>) -> Option<SitePath> {
    SitePath::parse(entry.get("x")?.get("url")?.as_str()?)
}

/// The document of an article that was published, without what it may have been told of others: those say now what there is to
/// tell of them, and readers may not read them any more. What it said of that kind itself goes with it, for nobody can tell the two
/// apart.
pub(crate) fn untold(text: String) -> String {
    let Ok(mut document) = json::parse(&text) else { return text };
    let mut any = false;
    let mut forget = |map: &mut Map<String, Value>, told: &[&str]| {
        let count = map.len();
        map.retain(|name, _| !told.contains(&name.as_str()));
        any |= map.len() < count;
    };
    for entry in others(&mut document).filter(|entry| place_of(entry).is_some()) {
        forget(entry, &["language", "versionCreated", "descriptions", "associations"]);
        if let Some(Value::Object(x)) = entry.get_mut("x") {
            forget(x, &["published", "section"]);
        }
    }
    if any { format!("{document}\n") } else { text }
}

/// Adds to what an article says of another what that says itself, where it says nothing of the kind.
pub(crate) fn tell(entry: &mut Map<String, Value>, mut item: Map<String, Value>) {
    // Older ninjs has names in lower case.
    fn says(map: &Map<String, Value>, name: &str) -> bool {
        map.iter().any(|(key, value)| key.eq_ignore_ascii_case(name) && !value.is_null())
    }
    let dated = says(entry, "versionCreated")
        || says(entry, "firstCreated")
        || entry.get("x").and_then(Value::as_object).is_some_and(|x| says(x, "published"));
    let described = entry.keys().any(|name| name.starts_with("description"));
    let pictured = says(entry, "associations") || says(entry, "renditions");
    for (name, is_said) in [
        ("language", says(entry, "language")),
        ("versionCreated", dated),
        ("descriptions", described),
        ("associations", pictured),
    ] {
        if let Some(value) = item.remove(name).filter(|_| !is_said) {
            entry.insert(name.to_owned(), value);
        }
    }
    if let (Some(Value::Object(x)), Some(Value::Object(mut theirs))) = (entry.get_mut("x"), item.remove("x"))
    {
        for (name, is_said) in [("published", dated), ("section", says(x, "section"))] {
            if let Some(value) = theirs.remove(name).filter(|_| !is_said) {
                x.insert(name.to_owned(), value);
            }
        }
    }
}

/// The identifier of the article that an entry of a document is about, where it does not say where that is.
pub(crate) fn identifier_alone(entry: &Map<String, Value>) -> Option<&str> {
    let place = entry.get("x").and_then(|x| x.get("url"));
    let uri = entry.get("uri").and_then(Value::as_str).unwrap_or_default().trim();
    place.is_none_or(Value::is_null).then_some(uri)
}

/// Drops the translations from a document whose places `is_closed` says readers cannot read, and says whether it names any.
pub(crate) fn drop_translations(document: &mut Value, is_closed: impl Fn(&SitePath) -> bool) -> bool {
    let Some(translations) = document.pointer_mut("/x/translations") else { return false };
    let is_closed = |translation: &Value| {
        let path = translation["url"].as_str().and_then(|url| SitePath::parse(url.trim()));
        path.is_some_and(|path| is_closed(&path))
    };
    match translations {
        Value::Array(entries) => entries.retain(|entry| !is_closed(entry)),
        // The one that there is, or several by their names.
        one if is_closed(one) => *one = Value::Null,
        Value::Object(entries) => entries.retain(|_, entry| !is_closed(entry)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
    true
}
