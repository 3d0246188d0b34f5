//! Heads of fronts and sections.

use serde_json::json;

use super::*;
use crate::naming;

fn list_head(site: &Site, edition: usize, place: &ListPlace, first: u32, latest_first: Option<u32>) -> Head {
    let locale = Locale::new(&site.editions[edition]);
    let name = naming::list_name(site, &site.editions[edition], &locale, place, None);
    let crumbs = naming::list_crumbs(site, &site.editions[edition], &locale, place, None);
    let page = IndexPage {
        pages: None,
        first,
        newest_first: None,
        translations: Vec::new(),
        about: None,
        items: vec![article().summary],
        front: Vec::new(),
    };
    let editions: Vec<usize> = (0..site.editions.len()).collect();
    let (name, page, crumbs, editions) = (&name, &page, &crumbs, &editions);
    head_of(site, edition, &Subject::List { place, editions, name, page, latest_first, crumbs })
}

fn place(parts: &[&str]) -> ListPlace {
    ListPlace { parts: parts.iter().map(|&slug| slug.to_owned()).collect(), page: None }
}

#[test]
fn the_front_is_the_site_and_a_list_of_its_newest() {
    let head = list_head(&site(), 0, &place(&[]), 3, Some(3));
    assert_eq!(head.title(), "The Harbour");
    assert_eq!((head.meta("og:type"), head.meta("og:title")), ("website", "The Harbour"));
    assert_eq!(head.meta("og:image"), "https://harbour.example/news/media/mark.png");
    assert_eq!(head.meta("twitter:card"), "summary");
    assert!(head.metas("og:image:width").is_empty(), "nobody knows how large the mark is");
    let measured = Site { logo_size: Some((240, 120)), ..site() };
    let measured = list_head(&measured, 0, &place(&[]), 3, Some(3));
    assert_eq!((measured.meta("og:image:width"), measured.meta("og:image:height")), ("240", "120"));
    let front = "https://harbour.example/news/";
    assert_eq!(head.addresses("canonical"), [front]);
    assert_eq!(head.data("WebSite")["url"], front);
    let items = head.data("CollectionPage")["mainEntity"]["itemListElement"].clone();
    assert_eq!(items[0]["position"], json!(1));
    assert_eq!(items[0]["url"], "https://harbour.example/news/learn/politics/crane/");
    assert!(
        head.graph().iter().all(|node| node["@type"] != "BreadcrumbList"),
        "there is no way to the front"
    );
}

#[test]
fn a_section_is_the_same_place_in_every_edition() {
    let (english, russian) =
        ("https://harbour.example/news/learn/", "https://harbour.example/news/ru/learn/");
    let one = list_head(&site(), 0, &place(&["learn"]), 1, Some(1));
    let other = list_head(&site(), 1, &place(&["learn"]), 1, Some(1));
    assert_eq!(one.versions(), [("en", english), ("ru-KZ", russian), ("x-default", english)]);
    assert_eq!(other.versions(), [("ru-KZ", russian), ("en", english), ("x-default", english)]);
    assert_eq!(other.title(), "Учиться · Гавань");
    assert_eq!(other.meta("description"), "Как всё устроено.");
    assert_eq!(other.meta("og:locale"), "ru_KZ");
    assert_eq!(
        one.feeds(),
        [
            ("application/atom+xml", "https://harbour.example/news/learn/feed.xml", "Learn · The Harbour"),
            ("application/feed+json", "https://harbour.example/news/learn/feed.json", "Learn · The Harbour"),
        ]
    );
    assert!(one.graph().iter().all(|node| node["@type"] != "WebSite"));
}

#[test]
fn numbered_pages_lead_to_the_newer_and_the_older() {
    let section = place(&["learn"]);
    let address = |page: &str| format!("https://harbour.example/news/learn/{page}");
    let newest = list_head(&site(), 0, &section, 4, Some(4));
    assert!(newest.links("prev").is_empty());
    assert_eq!(newest.addresses("next"), [address("page/3/")]);
    let third = list_head(&site(), 0, &section.at(3), 3, Some(4));
    assert_eq!(
        (third.addresses("prev"), third.addresses("next")),
        (vec![&*address("")], vec![&*address("page/2/")])
    );
    assert_eq!(third.title(), "Learn, page 3 · The Harbour");
    assert_eq!(third.addresses("canonical"), [address("page/3/")]);
    assert!(third.versions().is_empty(), "page 3 of another edition holds other articles");
    let oldest = list_head(&site(), 0, &section.at(1), 1, Some(4));
    assert_eq!(oldest.addresses("prev"), [address("page/2/")]);
    assert!(oldest.links("next").is_empty());
}

#[test]
fn the_way_to_a_list_ends_with_its_page() {
    let names = |place: &ListPlace| {
        let way = list_head(&site(), 0, place, 1, None).data("BreadcrumbList");
        let steps = way["itemListElement"].as_array().expect("steps").clone();
        steps.iter().map(|step| step["name"].as_str().unwrap_or_default().to_owned()).collect::<Vec<_>>()
    };
    let section = place(&["learn", "politics"]);
    assert_eq!(names(&section)[1..], ["Learn", "Politics"]);
    assert_eq!(names(&section.at(1))[1..], ["Learn", "Politics", "Politics, page 1"]);
}

#[test]
fn a_site_that_does_not_know_its_address_names_paths() {
    let site = Site { url: None, ..site() };
    let head = list_head(&site, 1, &place(&["learn"]), 1, Some(1));
    assert_eq!(head.addresses("canonical"), ["/news/ru/learn/"]);
    assert_eq!(head.data("CollectionPage")["url"], "/news/ru/learn/");
    assert_eq!(head.meta("og:image"), "/news/media/mark.png");
}
