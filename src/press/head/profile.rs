//! The page of somebody who writes for the site, in the words of schema.org.

use serde_json::{Value, json};

use super::{
    Whose,
    describe::Described,
    structured::{item_list, list_page, publisher},
};
use crate::{
    model::{About, IndexPage},
    press::outside::{object, web_address},
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
    let address = whose.address(&place.path(&whose.edition.path));
    let more = [("mainEntity", person(whose, &address, about)), ("hasPart", item_list(whose, shown))];
    list_page(whose, place, page, "ProfilePage", more)
}

fn person(whose: Whose, address: &str, about: &About) -> Value {
    let picture = about.picture.as_ref().and_then(|picture| web_address(whose.site, picture));
    let elsewhere = about.links.iter().filter_map(|(_, address)| web_address(whose.site, address));
    let elsewhere: Vec<String> = elsewhere.collect();
    object([
        ("@type", json!("Person")),
        ("@id", json!(format!("{address}#person"))),
        ("url", json!(address)),
        ("name", json!(about.name)),
        ("jobTitle", json!(about.role)),
        ("description", json!(about.description)),
        ("image", json!(picture)),
        ("sameAs", if elsewhere.is_empty() { Value::Null } else { json!(elsewhere) }),
        ("worksFor", publisher(whose)),
    ])
}
