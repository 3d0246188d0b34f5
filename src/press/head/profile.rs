//! The page of somebody who writes for the site, in the words of schema.org.

use serde_json::{Value, json};

use super::{
    Whose,
    describe::Described,
    structured::{list_page, publisher},
};
use crate::{
    model::{About, IndexPage},
    naming,
    press::{
        byline::is_agency,
        outside::{object, web_address},
    },
    route::ListPlace,
};

/// The newest page of a person's list, as a `ProfilePage`: who it is, and what they wrote.
pub(super) fn profile(
    whose: Whose,
    place: &ListPlace,
    about: &About,
    shown: &IndexPage,
    page: &Described,
) -> Value {
    let more = [("mainEntity", whom(whose, place, about)), ("hasPart", articles(whose, shown))];
    list_page(whose, place, page, "ProfilePage", more)
}

/// Whom the page is about: a person, or an agency that is named as one.
fn whom(whose: Whose, place: &ListPlace, about: &About) -> Value {
    let address = whose.address(&place.path(&whose.edition.path));
    let picture = about.picture.as_ref().and_then(|picture| web_address(whose.site, picture));
    let elsewhere = about.links.iter().filter_map(|(_, address)| web_address(whose.site, address));
    let elsewhere: Vec<String> = elsewhere.collect();
    let common = [
        ("url", json!(address)),
        ("name", json!(about.name)),
        ("description", json!(about.description)),
        ("image", json!(picture)),
        ("sameAs", if elsewhere.is_empty() { Value::Null } else { json!(elsewhere) }),
    ];
    if is_agency(&about.name) {
        let own = [("@type", json!("Organization")), ("@id", json!(format!("{address}#organization")))];
        return object(own.into_iter().chain(common));
    }
    // Whoever is only named in articles may write for anybody.
    let is_of_the_newsroom =
        place.parts.last().is_some_and(|slug| whose.site.people.iter().any(|one| one.slug == *slug));
    let own = [
        ("@type", json!("Person")),
        ("@id", json!(format!("{address}#person"))),
        ("jobTitle", json!(about.role)),
        ("worksFor", if is_of_the_newsroom { publisher(whose) } else { Value::Null }),
    ];
    object(own.into_iter().chain(common))
}

/// What they wrote, as parts of the page; none where there is nothing.
fn articles(whose: Whose, shown: &IndexPage) -> Value {
    let articles: Vec<Value> = shown
        .items
        .iter()
        .map(|summary| {
            json!({
                "@type": "Article",
                "url": whose.address(&summary.path),
                "headline": naming::headline(summary, whose.locale),
            })
        })
        .collect();
    if articles.is_empty() { Value::Null } else { Value::Array(articles) }
}
