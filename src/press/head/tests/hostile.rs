//! Texts that try to be markup, in every place of a head.

use serde_json::Value;

use super::*;
use crate::model::{
    Address, Correction, Credit, Inline, Localized, Picture, Rendition, Role, Subject as Topic, one_line,
};

/// Ends of elements and comments, both quotes, a line separator, character references.
const HOSTILE: &str = "</title></script><script>alert(1)</script>\"'> --><!-- <img src=x onerror=alert(1)>\u{2028}&lt;&amp \\u003c";

fn hostile_site() -> Site {
    let mut site = site();
    let hostile = || Localized(vec![(String::new(), HOSTILE.to_owned())]);
    (site.name, site.sections[0].name, site.sections[0].description) = (hostile(), hostile(), hostile());
    site.logo = Address::parse("/media/\"><script>alert(1)</script>.png").ok();
    site
}

fn hostile_article() -> Article {
    let hostile = || HOSTILE.to_owned();
    let mut article = article();
    let summary = &mut article.summary;
    (summary.headline, summary.lead, summary.section) = (hostile(), Some(hostile()), Some(hostile()));
    summary.path = SitePath::parse("/learn/\"><script>alert(1)/").expect("a path");
    let address =
        Address::parse("https://pictures.example/\"><script>alert(1)</script>").expect("an address");
    summary.picture = Some(Picture {
        alt: hostile(),
        caption: vec![Inline::Text(hostile())],
        credit: hostile(),
        renditions: vec![Rendition { address: address.clone(), size: Some((1200, 630)) }],
        ..Picture::default()
    });
    let credit = |role| Credit {
        role,
        name: hostile(),
        address: Some(address.clone()),
        portrait: Some(address.clone()),
    };
    article.credits = vec![credit(Role::Writer), credit(Role::Editor), credit(Role::Other(hostile()))];
    article.subtitle = Some(hostile());
    article.subjects = vec![Topic { name: hostile(), id: None }];
    article.corrections = vec![Correction { date: None, text: hostile(), quote: Some(hostile()) }];
    article.breadcrumbs.iter_mut().for_each(|crumb| crumb.name = hostile());
    article
}

#[test]
fn hostile_words_are_only_words_and_come_back_as_they_were() {
    let head = head_of(&hostile_site(), 0, &Subject::Article(&hostile_article()));
    assert_eq!(head.title(), format!("{HOSTILE} · {HOSTILE}"));
    assert_eq!(head.meta("description"), one_line(HOSTILE));
    for name in ["og:title", "og:site_name", "og:image:alt", "article:section", "article:tag", "author"] {
        assert_eq!(head.meta(name), HOSTILE, "{name}");
    }
    let data = head.data("NewsArticle");
    for pointer in [
        "/headline",
        "/alternativeHeadline",
        "/articleSection",
        "/author/0/name",
        "/editor/0/name",
        "/contributor/0/name",
        "/keywords/0",
        "/correction/0/text",
        "/image/creditText",
        "/publisher/name",
        "/isPartOf/name",
    ] {
        assert_eq!(data.pointer(pointer), Some(&Value::from(HOSTILE)), "{pointer}");
    }
    assert_eq!(data["image"]["caption"], one_line(HOSTILE));
    assert_eq!(head.data("BreadcrumbList")["itemListElement"][0]["name"], HOSTILE);
}

#[test]
fn hostile_names_of_sections_and_notes_are_only_words() {
    let site = hostile_site();
    let place = ListPlace { parts: vec!["learn".to_owned()], page: None };
    let page = IndexPage {
        pages: None,
        first: 1,
        newest_first: None,
        translations: Vec::new(),
        about: None,
        items: vec![hostile_article().summary],
        front: Vec::new(),
    };
    let crumbs = [Crumb { name: HOSTILE.to_owned(), path: SitePath::root(), elsewhere: None }];
    let list = Subject::List {
        place: &place,
        editions: &[0],
        name: HOSTILE,
        page: &page,
        latest_first: None,
        crumbs: &crumbs,
    };
    let head = head_of(&site, 0, &list);
    assert_eq!(head.title(), format!("{HOSTILE} · {HOSTILE}"));
    let collection = head.data("CollectionPage");
    assert_eq!(collection["mainEntity"]["itemListElement"][0]["name"], HOSTILE);
    assert_eq!(collection["name"], HOSTILE);
    let feed = head.links("alternate").into_iter().find(|link| link.get("hreflang").is_none());
    assert_eq!(feed.and_then(|feed| feed.get("title")), Some(&*format!("{HOSTILE} · {HOSTILE}")));
    let note = head_of(&site, 0, &Subject::Note { title: HOSTILE, path: &SitePath::root() });
    assert_eq!(note.title(), format!("{HOSTILE} · {HOSTILE}"));
    let missing = head_of(&site, 0, &Subject::NotFound);
    assert!(missing.title().ends_with(HOSTILE));
    assert!(note.graph().is_empty() && missing.graph().is_empty(), "no script at all");
}

#[test]
fn every_address_is_whole_and_of_the_web() {
    let mut article = hostile_article();
    let odd = |raw| Address::parse(raw).expect("an address");
    article.credits[0].address = Some(odd("mailto:a@harbour.example"));
    article.credits[1].address = Some(odd("tel:+7700"));
    for raw in ["javascript:alert(1)", "data:text/html,x", "java\nscript:alert(1)"] {
        assert!(Address::parse(raw).is_err(), "{raw} is no address of the model in the first place");
    }
    let head = head_of(&hostile_site(), 0, &Subject::Article(&article));
    let mut addresses: Vec<String> = Vec::new();
    let links = head.0.iter().filter(|element| element.get("rel") != Some("manifest"));
    addresses.extend(links.filter_map(|element| element.get("href")).map(str::to_owned));
    addresses.extend(["og:url", "og:image", "twitter:image"].map(|name| head.meta(name).to_owned()));
    head.graph().iter().for_each(|node| addresses_in(node, &mut addresses));
    assert!(addresses.len() > 20, "{addresses:?}");
    for address in addresses {
        assert!(address.starts_with("https://") && !address.contains(['<', '>', '"', ' ']), "{address}");
    }
    assert_eq!(head.data("NewsArticle")["author"][0].get("url"), None);
}

fn addresses_in(value: &Value, addresses: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                let is_address = ["@id", "url", "contentUrl", "item", "logo"].contains(&name.as_str());
                match value.as_str().filter(|_| is_address) {
                    Some(address) => addresses.push(address.to_owned()),
                    None => addresses_in(value, addresses),
                }
            }
        }
        Value::Array(values) => values.iter().for_each(|value| addresses_in(value, addresses)),
        _ => {}
    }
}

#[test]
fn what_the_desk_says_to_itself_stays_there_and_nothing_runs() {
    let site = site();
    let text = head(&site, 0, &Locale::new(&site.editions[0]), &Subject::Article(&article()));
    assert!(!text.contains("not before nine"), "{text}");
    assert!(!text.contains("http-equiv") && !text.contains("text/javascript"), "{text}");
}
