//! What a page is to machines, in the words of schema.org.

use serde_json::{Value, json};

use super::{Subject, Tags, Whose, describe::Described, news_article, profile};
use crate::{
    model::{Crumb, IndexPage, SitePath},
    naming,
    press::outside::{object, web_address},
    route::{ListKind, ListPlace},
};

/// Writes everything about the page as one graph. Pages that search engines may not keep have none.
pub(super) fn push(whose: Whose, subject: &Subject, page: &Described, tags: &mut Tags) {
    let mut graph = Vec::new();
    match subject {
        Subject::Article(article) => {
            graph.push(news_article::news_article(whose, article, page));
            let way = naming::crumbs_of(whose.site, whose.edition, whose.locale, article);
            graph.extend(breadcrumbs(whose, &way, page));
        }
        Subject::List { place, page: shown, crumbs, .. } => {
            if place.parts.is_empty() {
                graph.push(web_site(whose));
            }
            graph.push(match (&shown.about, place.kind(), place.page) {
                (Some(about), ListKind::Person, None) => profile::profile(whose, place, about, shown, page),
                _ => collection(whose, place, shown, page),
            });
            graph.extend(breadcrumbs(whose, crumbs, page));
        }
        Subject::Note { .. } | Subject::NotFound => return,
    }
    tags.data(&json!({ "@context": "https://schema.org", "@graph": graph }));
}

/// The site, in the edition's language.
pub(super) fn web_site(whose: Whose) -> Value {
    let front = whose.address(&whose.edition.path);
    object([
        ("@type", json!("WebSite")),
        ("@id", json!(format!("{front}#website"))),
        ("name", json!(whose.site_name())),
        ("url", json!(front)),
        ("inLanguage", json!(whose.edition.language.as_str())),
        ("publisher", publisher(whose)),
    ])
}

/// The newsroom.
pub(super) fn publisher(whose: Whose) -> Value {
    let front = whose.address(&SitePath::root());
    let logo = whose.site.logo.as_ref().and_then(|logo| web_address(whose.site, logo));
    object([
        ("@type", json!("NewsMediaOrganization")),
        ("@id", json!(format!("{front}#publisher"))),
        ("name", json!(whose.site_name())),
        ("url", json!(front)),
        ("logo", json!(logo.map(|logo| json!({ "@type": "ImageObject", "url": logo, "contentUrl": logo })))),
    ])
}

/// A list, with the articles or names it shows in their order.
fn collection(whose: Whose, place: &ListPlace, shown: &IndexPage, page: &Described) -> Value {
    let mut items = item_list(whose, shown);
    if place.kind() == ListKind::Names {
        items["itemListOrder"] = json!("https://schema.org/ItemListOrderAscending");
    }
    list_page(whose, place, page, "CollectionPage", [("mainEntity", items)])
}

/// A page of a list, which schema.org calls a `kind`, with what else is to be said of that.
pub(super) fn list_page(
    whose: Whose,
    place: &ListPlace,
    page: &Described,
    kind: &str,
    more: impl IntoIterator<Item = (&'static str, Value)>,
) -> Value {
    let address = whose.address(&place.path(&whose.edition.path));
    let common = [
        ("@type", json!(kind)),
        ("@id", json!(address)),
        ("url", json!(address)),
        ("name", json!(page.name)),
        ("description", json!(page.description)),
        ("inLanguage", json!(whose.edition.language.as_str())),
        ("isPartOf", web_site(whose)),
    ];
    object(common.into_iter().chain(more))
}

/// The articles that a list shows, in their order.
fn item_list(whose: Whose, shown: &IndexPage) -> Value {
    let items: Vec<Value> = shown
        .items
        .iter()
        .enumerate()
        .map(|(index, summary)| {
            json!({
                "@type": "ListItem",
                "position": index + 1,
                "url": whose.address(&summary.path),
                "name": naming::headline(summary, whose.locale),
            })
        })
        .collect();
    // An arranged front is in an order of its editors' own.
    let order = match shown.front.is_empty() {
        true => "https://schema.org/ItemListOrderDescending",
        false => "https://schema.org/ItemListUnordered",
    };
    json!({
        "@type": "ItemList",
        "itemListOrder": order,
        "numberOfItems": items.len(),
        "itemListElement": items,
    })
}

/// The way to the page, which ends with the page itself. On the front there is no way to go.
fn breadcrumbs(whose: Whose, way: &[Crumb], page: &Described) -> Option<Value> {
    let path = page.path.clone()?;
    let ends_here = way.last().is_some_and(|last| last.path == path);
    let own = (!ends_here).then(|| Crumb { name: page.name.clone(), path, elsewhere: None });
    let items: Vec<Value> = way
        .iter()
        .chain(&own)
        .enumerate()
        .map(|(index, crumb)| {
            let elsewhere = crumb.elsewhere.as_ref().and_then(|address| web_address(whose.site, address));
            let address = elsewhere.unwrap_or_else(|| whose.address(&crumb.path));
            json!({ "@type": "ListItem", "position": index + 1, "name": crumb.name, "item": address })
        })
        .collect();
    (items.len() > 1).then(|| json!({ "@type": "BreadcrumbList", "itemListElement": items }))
}
