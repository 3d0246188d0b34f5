//! What every page tells machines, against what schema.org and search engines ask of it.

mod asked;

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde_json::{Value, json};

use crate::press_newsroom::Newsroom;
use asked::check_page;

/// All pages of a folder, with their paths in it.
fn pages(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    let found = entries.flat_map(|path| match path.is_dir() {
        true => pages(&path),
        false => Some(path).filter(|path| path.ends_with("index.html")).into_iter().collect(),
    });
    found.collect()
}

/// Checks every page of a pressed site. Returns how many of each kind there are, a kind by its first type but `WebSite`.
fn check_site(newsroom: &Newsroom) -> std::collections::BTreeMap<String, usize> {
    let (mut faults, mut kinds) = (Vec::new(), std::collections::BTreeMap::new());
    for page in pages(&newsroom.path("out")) {
        let text = fs::read_to_string(&page).expect("a page");
        let types = check_page(&text, &page.display().to_string(), &mut faults);
        let is_kept = !text.contains("<meta name=\"robots\" content=\"noindex\">");
        assert_eq!(is_kept, !types.is_empty(), "{} says what it is, if it is kept", page.display());
        if let Some(kind) = types.into_iter().find(|kind| kind != "WebSite") {
            *kinds.entry(kind).or_default() += 1;
        }
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
    kinds
}

#[test]
fn every_page_of_a_newsroom_says_what_it_is() {
    let newsroom = Newsroom::new("structured");
    newsroom.site(|site| {
        site["logo"] = json!("/media/mark.png");
        site["people"] = json!([{
            "slug": "aigul", "name": "Aigul Bek", "role": "Reporter", "description": "Writes.",
            "picture": "/media/қ a.png", "links": [{ "name": "Elsewhere", "url": "https://elsewhere.example/@a" }]
        }]);
    });
    newsroom.write("content/media/mark.png", "");
    newsroom.article("plain", "/politics/plain/", 1, |_| {});
    newsroom.article("bare", "/learn/bare/", 2, |article| {
        article["headlines"] = json!([]);
        article["bodies"] = json!([]);
    });
    newsroom.article("full", "/learn/politics/қала/", 3, |article| {
        article["versionCreated"] = json!("2024-05-02T08:00:00Z");
        article["subjects"] = json!([{ "name": "Cranes" }, { "name": "Ports" }]);
        article["x"]["credits"] = json!([
            { "role": "reporter", "name": "Aigul Bek" }, { "role": "editor", "name": "Sofia Renn" },
            { "role": "photographer", "name": "Timur", "url": "mailto:timur@harbour.example" }
        ]);
        article["x"]["corrections"] = json!([{ "text": "It was so." }]);
        article["associations"] = json!([{ "name": "lead", "type": "picture", "renditions": [
            { "href": "/media/a b.webp", "width": 960, "height": 540 }, { "href": "/media/c.webp" }
        ] }]);
    });
    newsroom.article("agency", "/ru/politics/agency/", 4, |article| {
        article["infosources"] = json!([{ "name": "TASS" }])
    });
    newsroom.article("imprint", "/imprint/", 5, |article| {
        article["x"]["standing"] = json!(true);
        article.as_object_mut().expect("a document").remove("firstCreated");
    });
    newsroom.article("gone", "/politics/gone/", 6, |article| article["pubStatus"] = json!("canceled"));
    newsroom.press().says(0, &[]);
    let kinds = check_site(&newsroom);
    for (kind, count) in [("NewsArticle", 4), ("Article", 1), ("ProfilePage", 2)] {
        assert_eq!(kinds.get(kind), Some(&count), "{kind} in {kinds:?}");
    }
    let full = newsroom.read("learn/politics/қала/index.html");
    for asked in [
        "\"image\":{\"@type\":\"ImageObject\"",
        "\"url\":\"https://harbour.example/people/aigul/\"",
        "\"logo\":{",
    ] {
        assert!(full.contains(asked), "no {asked} in {full}");
    }
    let profile = newsroom.read("people/aigul/index.html");
    for said in [
        "\"jobTitle\":\"Reporter\"",
        "\"sameAs\":[\"https://elsewhere.example/@a\"]",
        "/media/%D2%9B%20a.png",
    ] {
        assert!(profile.contains(said), "no {said} in {profile}");
    }
}

#[test]
fn every_page_of_the_demo_says_what_it_is() {
    let newsroom = Newsroom::new("structured-demo");
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("public");
    newsroom.run(content.to_str().expect("a path"), "app", "out", &["--no-compress"]).says(0, &[]);
    let kinds = check_site(&newsroom);
    for kind in ["NewsArticle", "Article", "CollectionPage", "ProfilePage"] {
        assert!(kinds.get(kind).is_some_and(|count| *count > 1), "{kind} in {kinds:?}");
    }
}

#[test]
fn the_check_finds_what_is_wrong() {
    let page = |data: Value| {
        let graph = json!({ "@context": "https://schema.org", "@graph": [data] });
        let mut faults = Vec::new();
        check_page(&format!("<script type=\"application/ld+json\">{graph}</script>"), "page", &mut faults);
        faults
    };
    let organization =
        json!({ "@type": "NewsMediaOrganization", "@id": "/#p", "name": "", "url": "https://a.kz/қ" });
    assert_eq!(page(organization).len(), 3);
    let steps = json!({ "@type": "BreadcrumbList", "itemListElement": [
        { "@type": "ListItem", "position": 0, "name": "A", "item": "https://a.kz/" },
        { "@type": "ListItem", "position": 2, "name": "B", "item": "/b/" }
    ] });
    assert_eq!(page(steps).len(), 2);
    assert_eq!(
        page(json!({ "@type": "CorrectionComment", "datePublished": "2024-05-01", "test": 1 })).len(),
        3
    );
    assert_eq!(page(json!({ "@type": "Recipe" })).len(), 1);
}
