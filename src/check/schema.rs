//! The JSON Schemas of articles and of `site.json`, compiled once. Nothing is fetched, here and in a text editor: what ours
//! takes over from IPTC's stands in it.

use std::{path::Path, sync::LazyLock};

use jsonschema::{ValidationError, Validator, error::ValidationErrorKind};
use serde_json::Value;

use super::{Finding, subject::Subject};
use crate::source::json::pointer_token;

/// How much of a value a message quotes, in characters.
const QUOTE_LENGTH: usize = 40;

/// Fields of ninjs before 3.0, which the schema does not know and the reader does.
const FORMER_FIELDS: [&str; 9] = [
    "headline",
    "byline",
    "body_xhtml",
    "body_html",
    "body_text",
    "versioncreated",
    "firstcreated",
    "pubstatus",
    "description_text",
];

/// Names of fields before ninjs 3.0, and what 3.1 has in their place. A name with a low line at its end stands for all that
/// begin so.
const NAMES_OF_TODAY: [(&str, &str); 30] = [
    ("headline", "headlines"),
    ("headline_", "headlines"),
    ("byline", "by"),
    ("body_", "bodies"),
    ("description_", "descriptions"),
    ("versioncreated", "versionCreated"),
    ("firstcreated", "firstCreated"),
    ("contentcreated", "contentCreated"),
    ("pubstatus", "pubStatus"),
    ("embargoed", "embargoedUntil"),
    ("subject", "subjects"),
    ("person", "people"),
    ("place", "places"),
    ("organisation", "organisations"),
    ("event", "events"),
    ("object", "objects"),
    ("genre", "genres"),
    ("infosource", "infoSources"),
    ("infosources", "infoSources"),
    ("trustindicator", "trustIndicators"),
    ("trustindicators", "trustIndicators"),
    ("copyrightholder", "copyrightHolder"),
    ("copyrightnotice", "copyrightNotice"),
    ("usageterms", "usageTerms"),
    ("rightsinfo", "rightsInfo"),
    ("ednote", "edNote"),
    ("altids", "altIds"),
    ("representationtype", "representationType"),
    ("digitalsourcetype", "digitalSourceType"),
    ("mimetype", "contentType"),
];

/// What the end of an embargo was called before ninjs 3.0; the reader takes it where the name of today is not there, and
/// an article that says no version may have it.
const FORMER_EMBARGO: &str = "/embargoed";

struct Schemas {
    article: Validator,
    site: Validator,
}

/// `None` if one of our own schemas does not compile, which a test would tell.
static SCHEMAS: LazyLock<Option<Schemas>> = LazyLock::new(|| {
    let schema = |text: &str| serde_json::from_str::<Value>(text).ok();
    let article = schema(include_str!("../../public/schema/article.json"))?;
    let site = schema(include_str!("../../public/schema/site.json"))?;
    let compiled = |schema: &Value| jsonschema::options().build(schema).ok();
    Some(Schemas { article: compiled(&article)?, site: compiled(&site)? })
});

/// What an article has that its schema does not allow, and the readers have not named. Articles in ninjs before 3.0 have
/// schemas of their own, and are not held to this one.
pub(super) fn of_article(subject: &Subject) -> Vec<Finding> {
    let Some(schemas) = SCHEMAS.as_ref().filter(|_| is_current(subject.document)) else { return Vec::new() };
    let errors = schemas.article.iter_errors(subject.document);
    let of_today = &subject.document["embargoedUntil"];
    let is_read_embargo = (of_today.is_null()
        || of_today.as_str().is_some_and(|text| text.trim().is_empty()))
        && version_of(subject.document).is_none();
    let told = |pointer: &str| {
        // Rules of their own speak of these.
        matches!(pointer, "/uri" | "/headlines")
            || (pointer == FORMER_EMBARGO && is_read_embargo)
            || subject.problems.iter().any(|problem| problem.pointer == pointer)
    };
    // In our own object there is nothing of ninjs.
    let today = |pointer: &str, name: &str| name_of_today(name).filter(|_| !pointer.contains("/x/"));
    findings(errors, subject.file, subject.text, &told, &today)
}

/// What `site.json` has that its schema does not allow; `told` are the places that were named already.
pub(super) fn of_site(
    file: &Path,
    text: &str,
    document: &Value,
    told: &dyn Fn(&str) -> bool,
) -> Vec<Finding> {
    let Some(schemas) = SCHEMAS.as_ref() else { return Vec::new() };
    // What is wrong inside what is left out as a whole is of no use to anybody.
    let told = |pointer: &str| {
        told(pointer)
            || pointer.rsplit_once('/').is_some_and(|(around, _)| !around.is_empty() && told(around))
    };
    findings(schemas.site.iter_errors(document), file, text, &told, &|_, _| None)
}

/// Whether an article is in the ninjs of today: as it says itself, else by its fields.
fn is_current(document: &Value) -> bool {
    match version_of(document) {
        Some(version) => version.trim().starts_with('3'),
        None => FORMER_FIELDS.iter().all(|field| document.get(field).is_none()),
    }
}

/// The version of ninjs that an article says it is in.
fn version_of(document: &Value) -> Option<&str> {
    document.pointer("/standard/version").and_then(Value::as_str)
}

/// What ninjs 3.1 calls a field with a former name.
fn name_of_today(name: &str) -> Option<&'static str> {
    let is_it = |former: &str| name == former || (former.ends_with('_') && name.starts_with(former));
    NAMES_OF_TODAY.into_iter().find(|(former, _)| is_it(former)).map(|(_, today)| today)
}

fn findings<'a>(
    errors: impl Iterator<Item = ValidationError<'a>>,
    file: &Path,
    text: &str,
    told: &dyn Fn(&str) -> bool,
    today: Names,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    for error in errors {
        let pointer = error.instance_path().as_str();
        for (code, pointer, message, help) in faults(&error, pointer, today) {
            if !told(&pointer) {
                findings.push(Finding::warning(file, code, message).at(text, &pointer).helped(help));
            }
        }
    }
    findings
}

/// What a field that the schema does not know, at a pointer and by its name, is called today.
type Names<'a> = &'a dyn Fn(&str, &str) -> Option<&'static str>;

type Fault = (&'static str, String, String, &'static str);

/// What an error says, at which place: unknown fields one by one.
fn faults(error: &ValidationError, pointer: &str, today: Names) -> Vec<Fault> {
    let below = |name: &str| format!("{pointer}/{}", pointer_token(name));
    let value = shortened(&error.instance().to_string());
    let here = |message: String| {
        vec![(
            "schema-invalid",
            pointer.to_owned(),
            message,
            "look the field up in the table of README.md, or have an editor that knows JSON Schema complete it",
        )]
    };
    match error.kind() {
        ValidationErrorKind::AdditionalProperties { unexpected }
        | ValidationErrorKind::UnevaluatedProperties { unexpected } => unexpected
            .iter()
            .map(|name| match today(&below(name), name) {
                Some(today) => {
                    let message = format!("expected `{today}`, as ninjs 3.1 calls it, found `{name}`");
                    let help = "give it the name and the form of ninjs 3.1, as an editor that knows JSON Schema shows them";
                    ("field-unknown", below(name), message, help)
                }
                None => {
                    let message = format!("expected a field that the schema knows, found `{name}`");
                    ("field-unknown", below(name), message, "correct its name, or remove it: nothing reads it")
                }
            })
            .collect(),
        ValidationErrorKind::Required { property } => {
            let name = property.as_str().unwrap_or_default();
            let message = format!("expected the field `{name}`, found none");
            vec![("field-missing", below(name), message, "add the field")]
        }
        ValidationErrorKind::Type { .. } => {
            here(format!("expected a value of another type, found {value}: {}", error.masked_with("it")))
        }
        ValidationErrorKind::Enum { options } => {
            here(format!("expected one of {}, found {value}", shortened_to(&options.to_string(), 160)))
        }
        ValidationErrorKind::Pattern { pattern } => {
            here(format!("expected a text of the form {pattern}, found {value}"))
        }
        _ => here(format!("expected what the schema asks for, found {value}: {}", error.masked_with("it"))),
    }
}

fn shortened(text: &str) -> String {
    shortened_to(text, QUOTE_LENGTH)
}

fn shortened_to(text: &str, length: usize) -> String {
    match text.char_indices().nth(length) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_schemas_compile_and_lack_nothing_that_would_have_to_be_fetched() {
        assert!(SCHEMAS.is_some());
    }
}
