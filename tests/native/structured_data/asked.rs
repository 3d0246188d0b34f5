//! What schema.org and search engines ask of structured data, by table, and what is wrong with that of a page.

use serde_json::{Value, json};

/// What a field has to be.
#[derive(Clone, Copy, Debug)]
enum Form {
    /// Words.
    Words,
    /// A whole address of the web.
    Address,
    /// A time with its offset from UTC.
    Time,
    /// A language tag.
    Language,
    /// A number from 1.
    Count,
    /// Steps or entries, whose positions count from 1.
    Steps,
    /// Articles that are named only: what each is called, and where it is.
    Parts,
    /// One of these things, or several, or the whole address of one.
    Thing(&'static [&'static str]),
}
use Form::{Address, Count, Language, Parts, Steps, Thing, Time, Words};

/// A field: its name, what it has to be, and whether it has to be there.
type Field = (&'static str, Form, bool);

const MAKERS: &[&str] = &["Person", "Organization", "NewsMediaOrganization"];
const PICTURE: &[&str] = &["ImageObject"];
const PUBLISHER: &[&str] = &["NewsMediaOrganization", "Organization"];
const SITE: &[&str] = &["WebSite"];
const ENTRIES: &[&str] = &["ItemList"];

/// What is asked of an article, of news or not.
const ARTICLE: &[Field] = &[
    ("@id", Address, true),
    ("url", Address, true),
    ("headline", Words, true),
    ("alternativeHeadline", Words, false),
    ("description", Words, false),
    ("inLanguage", Language, true),
    ("author", Thing(MAKERS), true),
    ("editor", Thing(&["Person"]), false),
    ("contributor", Thing(MAKERS), false),
    ("publisher", Thing(PUBLISHER), true),
    ("mainEntityOfPage", Thing(&["WebPage"]), true),
    ("image", Thing(PICTURE), false),
    ("isPartOf", Thing(SITE), true),
    ("articleSection", Words, false),
    ("keywords", Words, false),
    ("correction", Thing(&["CorrectionComment"]), false),
];

/// What is asked of news beyond that.
const NEWS: &[Field] = &[("datePublished", Time, true), ("dateModified", Time, true)];

/// What is asked of a page that collects.
const COLLECTION: &[Field] = &[
    ("@id", Address, true),
    ("url", Address, true),
    ("name", Words, true),
    ("description", Words, false),
    ("inLanguage", Language, true),
    ("isPartOf", Thing(SITE), true),
];

/// The fields of each type that the site speaks of. A field that is in no table is a mistake.
fn fields(kind: &str) -> Option<Vec<Field>> {
    let with = |fields: &[Field], more: &[Field]| Some([fields, more].concat());
    match kind {
        "NewsArticle" => with(ARTICLE, NEWS),
        "Article" => with(ARTICLE, &[("datePublished", Time, false), ("dateModified", Time, false)]),
        "CollectionPage" => with(COLLECTION, &[("mainEntity", Thing(ENTRIES), true)]),
        "ProfilePage" => with(
            COLLECTION,
            &[("mainEntity", Thing(&["Person", "Organization"]), true), ("hasPart", Parts, true)],
        ),
        "BreadcrumbList" => with(&[("itemListElement", Steps, true)], &[]),
        "ItemList" => with(
            &[
                ("itemListElement", Steps, true),
                ("numberOfItems", Words, true),
                ("itemListOrder", Address, false),
            ],
            &[],
        ),
        "Person" => with(
            &[
                ("@id", Address, false),
                ("name", Words, true),
                ("url", Address, false),
                ("jobTitle", Words, false),
                ("description", Words, false),
                ("image", Address, false),
                ("sameAs", Address, false),
                ("worksFor", Thing(PUBLISHER), false),
            ],
            &[],
        ),
        "Organization" => with(
            &[
                ("@id", Address, false),
                ("name", Words, true),
                ("url", Address, false),
                ("description", Words, false),
                ("image", Address, false),
                ("sameAs", Address, false),
            ],
            &[],
        ),
        "NewsMediaOrganization" => with(
            &[
                ("@id", Address, true),
                ("name", Words, true),
                ("url", Address, true),
                ("logo", Thing(PICTURE), false),
            ],
            &[],
        ),
        "ImageObject" => with(
            &[
                ("url", Address, true),
                ("contentUrl", Address, true),
                ("width", Count, false),
                ("height", Count, false),
                ("caption", Words, false),
                ("creditText", Words, false),
            ],
            &[],
        ),
        "WebSite" => with(
            &[
                ("@id", Address, true),
                ("name", Words, true),
                ("url", Address, true),
                ("inLanguage", Language, true),
                ("publisher", Thing(PUBLISHER), true),
            ],
            &[],
        ),
        "WebPage" => with(&[("@id", Address, true)], &[]),
        "CorrectionComment" => with(&[("text", Words, true), ("datePublished", Time, false)], &[]),
        _ => None,
    }
}

/// Adds what is wrong with a thing, which stands at `place`.
fn check_thing(thing: &Value, kinds: Option<&[&str]>, place: &str, faults: &mut Vec<String>) {
    let kind = thing["@type"].as_str().unwrap_or_default();
    if kinds.is_some_and(|kinds| !kinds.contains(&kind)) {
        return faults.push(format!("{place} is {kind:?}, none of {kinds:?}"));
    }
    let Some(fields) = fields(kind) else { return faults.push(format!("{place} is the unknown {kind:?}")) };
    for (name, form, required) in &fields {
        match &thing[name] {
            Value::Null if *required => faults.push(format!("{place} has no {name}")),
            Value::Null => {}
            value => check(value, *form, &format!("{place}.{name}"), faults),
        }
    }
    for name in thing.as_object().into_iter().flatten().map(|(name, _)| name) {
        if name != "@type" && fields.iter().all(|(known, _, _)| known != name) {
            faults.push(format!("{place} has {name}, which is in no table"));
        }
    }
}

fn check(value: &Value, form: Form, place: &str, faults: &mut Vec<String>) {
    if let (Value::Array(values), false) = (value, matches!(form, Steps)) {
        if values.is_empty() {
            faults.push(format!("{place} is empty"));
        }
        return values.iter().for_each(|value| check(value, form, place, faults));
    }
    let text = value.as_str().unwrap_or_default();
    let text_of = |name: &str| value[name].as_str().unwrap_or_default();
    let fits = match form {
        Thing(kinds) => return check_thing(value, Some(kinds), place, faults),
        Steps => return check_steps(value, place, faults),
        Parts => {
            value["@type"] == "Article"
                && is_address(text_of("url"))
                && !text_of("headline").trim().is_empty()
        }
        Words => value.is_number() || !text.trim().is_empty(),
        Address => is_address(text),
        Time => is_time(text),
        Language => text.split('-').all(|part| (2..=8).contains(&part.len())),
        Count => value.as_u64().is_some_and(|count| count > 0),
    };
    if !fits {
        faults.push(format!("{place} is no {form:?}: {value}"));
    }
}

/// Steps count from 1, have names, and lead somewhere: by `item` on the way to a page, by `url` in a list.
fn check_steps(steps: &Value, place: &str, faults: &mut Vec<String>) {
    for (number, step) in (1..).zip(steps.as_array().into_iter().flatten()) {
        let place = format!("{place}[{number}]");
        if step["@type"] != "ListItem" || step["position"] != json!(number) {
            faults.push(format!("{place} is no entry {number}: {step}"));
        }
        let address = step["item"].as_str().or(step["url"].as_str()).unwrap_or_default();
        if !is_address(address) || step["name"].as_str().is_none_or(str::is_empty) {
            faults.push(format!("{place} has no name or no whole address: {step}"));
        }
    }
}

fn is_address(text: &str) -> bool {
    let host = text.strip_prefix("https://").or(text.strip_prefix("http://"));
    host.is_some_and(|rest| rest.contains('.')) && text.bytes().all(|byte| byte.is_ascii_graphic())
}

/// `2024-05-01T13:00:00+05:00`, or with `Z`.
fn is_time(text: &str) -> bool {
    let shape: String = text.chars().map(|one| if one.is_ascii_digit() { '0' } else { one }).collect();
    ["0000-00-00T00:00:00Z", "0000-00-00T00:00:00+00:00", "0000-00-00T00:00:00-00:00"].contains(&&*shape)
}

/// Checks the data of a page; returns the types of its graph.
pub fn check_page(page: &str, place: &str, faults: &mut Vec<String>) -> Vec<String> {
    const START: &str = "<script type=\"application/ld+json\">";
    let data = page.split_once(START).and_then(|(_, rest)| rest.split_once("</script>"));
    let Some((data, _)) = data else { return Vec::new() };
    let data: Value = serde_json::from_str(data).expect("valid JSON");
    assert_eq!(data["@context"], "https://schema.org", "{place}");
    let things = data["@graph"].as_array().expect("a graph");
    things.iter().for_each(|thing| check_thing(thing, None, place, faults));
    things.iter().map(|thing| thing["@type"].as_str().unwrap_or_default().to_owned()).collect()
}
