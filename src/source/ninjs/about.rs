//! What an index page says its list is about.

use serde_json::{Value, json};

use crate::model::About;
use crate::source::json::Place;

/// Reads what [`write_about`] writes.
pub(super) fn about(page: &Place<'_>) -> Option<About> {
    let place = page.member("about")?;
    let link = |link: &Place<'_>| link.text_of("name").zip(link.member("url").and_then(|url| url.address()));
    Some(About {
        name: place.text_of("name")?,
        role: place.text_of("role"),
        description: place.text_of("description"),
        picture: place.member("picture").and_then(|picture| picture.address()),
        links: place.list(&["links"]).iter().filter_map(link).collect(),
    })
}

/// A topic or a person as the member `about` of an index page. What is not known is not there.
pub fn write_about(about: &About) -> Value {
    let links = about.links.iter().map(|(name, url)| json!({ "name": name, "url": url.as_str() }));
    let links = Some(links.collect::<Vec<Value>>()).filter(|links| !links.is_empty());
    let mut value = json!({ "name": about.name });
    let known = [
        ("role", about.role.as_ref().map(|role| json!(role))),
        ("description", about.description.as_ref().map(|description| json!(description))),
        ("picture", about.picture.as_ref().map(|picture| json!(picture.as_str()))),
        ("links", links.map(Value::Array)),
    ];
    if let Some(members) = value.as_object_mut() {
        members.extend(known.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))));
    }
    value
}
