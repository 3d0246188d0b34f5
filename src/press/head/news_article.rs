//! An article in the words of schema.org.

use serde_json::{Value, json};

use super::{
    Whose,
    describe::Described,
    sharing::is_author,
    structured::{publisher, web_site},
};
use crate::{
    model::{Address, Article, Correction, Credit, Picture, Role, one_line, plain_text},
    naming,
    press::{
        byline::{is_agency, name_of},
        outside::{moment, object, shown, web_address},
    },
};

/// The article, as a `NewsArticle`; a standing page, and what has no time, as an `Article`.
pub(super) fn news_article(whose: Whose, article: &Article, page: &Described) -> Value {
    let summary = &article.summary;
    let address = whose.address(&summary.path);
    let language = summary.language.as_ref().unwrap_or(&whose.edition.language);
    let time = |at| moment(at, whose.edition);
    let published = summary.published.or(summary.modified);
    // News without a time is none.
    let kind = if article.standing || published.is_none() { "Article" } else { "NewsArticle" };
    // Schema.org has people for editors; an agency took part.
    let is_editor = |credit: &Credit| credit.role == Role::Editor && !is_agency(name_of(credit));
    object([
        ("@type", json!(kind)),
        ("@id", json!(format!("{address}#article"))),
        ("url", json!(address)),
        ("mainEntityOfPage", json!({ "@type": "WebPage", "@id": address })),
        ("headline", json!(page.name)),
        ("alternativeHeadline", json!(article.subtitle)),
        ("description", json!(page.description)),
        ("inLanguage", json!(language.as_str())),
        ("datePublished", json!(published.map(time))),
        ("dateModified", json!(summary.modified.or(published).map(time))),
        ("author", authors(whose, article)),
        ("editor", people(whose, article, is_editor)),
        ("contributor", people(whose, article, |credit| !is_author(credit) && !is_editor(credit))),
        ("publisher", publisher(whose)),
        ("image", json!(summary.picture.as_ref().and_then(|picture| image(whose, picture)))),
        ("articleSection", json!(summary.section)),
        ("keywords", some(article.subjects.iter().map(|subject| json!(subject.name)).collect())),
        ("correction", some(article.corrections.iter().map(|note| correction(whose, note)).collect())),
        ("isPartOf", web_site(whose)),
    ])
}

/// Who is named as author; where nobody is, whose text it is, be it an agency or the newsroom.
fn authors(whose: Whose, article: &Article) -> Value {
    let named = people(whose, article, is_author);
    if !named.is_null() {
        return named;
    }
    let sources = article.sources.iter();
    match some(sources.map(|name| json!({ "@type": "Organization", "name": name })).collect()) {
        Value::Null => publisher(whose),
        sources => sources,
    }
}

/// The people whose credits `fit`, each once.
fn people(whose: Whose, article: &Article, fit: impl Fn(&Credit) -> bool) -> Value {
    let credits = naming::credits(whose.site, whose.edition, &article.credits);
    let mut named: Vec<&Credit> = Vec::new();
    for credit in credits.iter().filter(|credit| fit(credit) && !credit.name.trim().is_empty()) {
        if !named.iter().any(|known| name_of(known) == name_of(credit)) {
            named.push(credit);
        }
    }
    some(named.into_iter().map(|credit| person(whose, credit)).collect())
}

fn person(whose: Whose, credit: &Credit) -> Value {
    let address = |address: &Option<Address>| web_address(whose.site, address.as_ref()?);
    let (page, portrait) = (address(&credit.address), address(&credit.portrait));
    let name = name_of(credit);
    let kind = if is_agency(name) { "Organization" } else { "Person" };
    object([("@type", json!(kind)), ("name", json!(name)), ("url", json!(page)), ("image", json!(portrait))])
}

fn image(whose: Whose, picture: &Picture) -> Option<Value> {
    let shown = shown(whose.site, picture)?;
    let said = |words: String| Some(words).filter(|words| !words.is_empty());
    Some(object([
        ("@type", json!("ImageObject")),
        ("url", json!(shown.address)),
        ("contentUrl", json!(shown.address)),
        ("width", json!(shown.size.map(|(width, _)| width))),
        ("height", json!(shown.size.map(|(_, height)| height))),
        ("caption", json!(said(one_line(&plain_text(&picture.caption))))),
        ("creditText", json!(said(picture.credit.clone()))),
    ]))
}

fn correction(whose: Whose, correction: &Correction) -> Value {
    object([
        ("@type", json!("CorrectionComment")),
        ("text", json!(correction.text)),
        ("datePublished", json!(correction.date.map(|at| moment(at, whose.edition)))),
    ])
}

/// The values, or none where there are none.
fn some(values: Vec<Value>) -> Value {
    if values.is_empty() { Value::Null } else { Value::Array(values) }
}
