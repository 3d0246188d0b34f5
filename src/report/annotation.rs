//! A draft as a W3C Web Annotation, <https://www.w3.org/TR/annotation-model/>.
//!
//! [`annotation`] makes the only thing that is ever sent, and [`parts`] lists every value in it for the
//! preview, from that same JSON. What `parts` does not list is not sent.

use super::draft::{Draft, Mistake};
use super::subject::ReportSubject;
use crate::model::Instant;
use serde_json::{Map, Value, json};

/// The JSON-LD context of Web Annotations.
pub const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";

/// A random identifier: a version 4 UUID (RFC 9562 §5.4) as a URN, made of sixteen random bytes.
pub fn identifier(mut random: [u8; 16]) -> String {
    random[6] = (random[6] & 0x0f) | 0x40;
    random[8] = (random[8] & 0x3f) | 0x80;
    let mut urn = "urn:uuid:".to_owned();
    for (index, byte) in random.iter().enumerate() {
        if matches!(index, 4 | 6 | 8 | 10) {
            urn.push('-');
        }
        urn.push_str(&format!("{byte:02x}"));
    }
    urn
}

/// The annotation that reports `draft` about `subject`.
///
/// `id` comes from [`identifier`]; receivers count two annotations with one id once.
pub fn annotation(draft: &Draft, subject: &ReportSubject, id: &str, created: Instant) -> Value {
    let mut report = Map::new();
    report.insert("@context".into(), CONTEXT.into());
    report.insert("id".into(), id.into());
    report.insert("type".into(), "Annotation".into());
    report.insert("motivation".into(), "editing".into());
    report.insert("created".into(), created.to_string().into());
    report.insert("target".into(), target(draft, subject));
    report.insert("body".into(), bodies(draft, subject).into());
    let email = draft.email.trim();
    if !email.is_empty() {
        // The model gives an agent's address as an IRI.
        report.insert("creator".into(), json!({ "type": "Person", "email": format!("mailto:{email}") }));
    }
    Value::Object(report)
}

/// The page, and the words in it. `schema` is a prefix the annotation context defines.
fn target(draft: &Draft, subject: &ReportSubject) -> Value {
    let mut source = Map::new();
    source.insert("id".into(), subject.url.as_str().into());
    source.insert("type".into(), "Text".into());
    let described = [
        ("schema:identifier", subject.id.as_deref()),
        ("schema:version", subject.version.as_deref()),
        ("schema:headline", Some(subject.headline.as_str()).filter(|headline| !headline.is_empty())),
        ("language", subject.language.as_ref().map(|language| language.as_str())),
    ];
    for (name, value) in described {
        if let Some(value) = value {
            source.insert(name.into(), value.into());
        }
    }
    let mut target = Map::new();
    target.insert("type".into(), "SpecificResource".into());
    target.insert("source".into(), source.into());
    if let Some(quote) = &draft.quote {
        let selector = json!({
            "type": "TextQuoteSelector", "exact": quote.exact, "prefix": quote.prefix, "suffix": quote.suffix,
        });
        target.insert("selector".into(), selector);
    }
    target.into()
}

fn bodies(draft: &Draft, subject: &ReportSubject) -> Vec<Value> {
    let mut bodies = Vec::new();
    if let Some(correction) = draft.changed_correction() {
        let mut body = text_body("editing", correction);
        if let (Value::Object(body), Some(language)) = (&mut body, &subject.language) {
            body.insert("language".into(), language.as_str().into());
        }
        bodies.push(body);
    }
    let comment = draft.comment.trim();
    if !comment.is_empty() {
        bodies.push(text_body("commenting", comment));
    }
    if let Some(mistake) = draft.mistake {
        bodies.push(json!({ "type": "TextualBody", "purpose": "tagging", "value": mistake.tag() }));
    }
    bodies
}

fn text_body(purpose: &str, value: &str) -> Value {
    json!({ "type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": value })
}

/// What a value in a report means to its reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// The quoted words.
    Quote,
    /// The words before them.
    Before,
    /// The words after them.
    After,
    /// What the words should be.
    Correction,
    /// What the reader says.
    Comment,
    /// What is wrong; `None` for a kind this version does not know.
    Mistake(Option<Mistake>),
    /// The reader's e-mail address.
    Email,
    /// The page's address.
    Address,
    /// The article's headline.
    Headline,
    /// The article's identifier.
    Article,
    /// The article's version.
    Version,
    /// When the report was made.
    Created,
    /// The report's own identifier.
    Identifier,
    /// Something only machines care for; holds the way to it: `target.selector.type`.
    Technical(String),
}

/// One value of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// What it means.
    pub meaning: Meaning,
    /// The value, exactly as it is sent.
    pub value: String,
}

/// Every value in `report`, those for readers first.
pub fn parts(report: &Value) -> Vec<Part> {
    let mut parts = Vec::new();
    walk(report, "", None, &mut parts);
    // Into their order one by one: a sort would be the larger part of this module in the browser.
    let mut ordered: Vec<Part> = Vec::new();
    for part in parts {
        let rank = rank(&part.meaning);
        let place = ordered.partition_point(|other| self::rank(&other.meaning) <= rank);
        ordered.insert(place, part);
    }
    ordered
}

fn walk(value: &Value, path: &str, purpose: Option<&str>, parts: &mut Vec<Part>) {
    match value {
        Value::Object(fields) => {
            let purpose = fields.get("purpose").and_then(Value::as_str).or(purpose);
            for (name, field) in fields {
                let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                walk(field, &path, purpose, parts);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| walk(item, path, purpose, parts)),
        Value::String(text) => {
            parts.push(Part { meaning: meaning(path, purpose, text), value: text.clone() });
        }
        other => parts.push(Part { meaning: Meaning::Technical(path.to_owned()), value: other.to_string() }),
    }
}

fn meaning(path: &str, purpose: Option<&str>, value: &str) -> Meaning {
    match (path, purpose) {
        ("target.selector.exact", _) => Meaning::Quote,
        ("target.selector.prefix", _) => Meaning::Before,
        ("target.selector.suffix", _) => Meaning::After,
        ("body.value", Some("editing")) => Meaning::Correction,
        ("body.value", Some("commenting")) => Meaning::Comment,
        ("body.value", Some("tagging")) => Meaning::Mistake(Mistake::from_tag(value)),
        ("creator.email", _) => Meaning::Email,
        ("target.source.id", _) => Meaning::Address,
        ("target.source.schema:headline", _) => Meaning::Headline,
        ("target.source.schema:identifier", _) => Meaning::Article,
        ("target.source.schema:version", _) => Meaning::Version,
        ("created", _) => Meaning::Created,
        ("id", _) => Meaning::Identifier,
        _ => Meaning::Technical(path.to_owned()),
    }
}

fn rank(meaning: &Meaning) -> u8 {
    match meaning {
        Meaning::Mistake(_) => 0,
        Meaning::Before => 1,
        Meaning::Quote => 2,
        Meaning::After => 3,
        Meaning::Correction => 4,
        Meaning::Comment => 5,
        Meaning::Email => 6,
        Meaning::Headline => 7,
        Meaning::Address => 8,
        Meaning::Article => 9,
        Meaning::Version => 10,
        Meaning::Created => 11,
        Meaning::Identifier => 12,
        Meaning::Technical(_) => 13,
    }
}

#[cfg(test)]
#[path = "annotation_tests.rs"]
mod tests;
