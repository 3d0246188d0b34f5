//! What every page tells machines, against what schema.org and search engines ask of it.

mod asked;

use std::{
    collections::BTreeMap,
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
fn check_site(newsroom: &Newsroom) -> BTreeMap<String, usize> {
    let (faults, kinds) = faults_and_kinds(newsroom);
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
    kinds
}

/// What is wrong on the pages of a pressed site, and how many of each kind there are.
fn faults_and_kinds(newsroom: &Newsroom) -> (Vec<String>, BTreeMap<String, usize>) {
    let (mut faults, mut kinds) = (Vec::new(), BTreeMap::new());
    let settings = newsroom.json("site.json");
    let editions = settings["editions"].as_array().expect("editions").iter();
    let paths = editions.map(|edition| edition["path"].as_str().expect("a path").trim_matches('/'));
    let fronts: Vec<PathBuf> = paths.map(|path| newsroom.path("out").join(path).join("index.html")).collect();
    for page in pages(&newsroom.path("out")) {
        let text = fs::read_to_string(&page).expect("a page");
        let place = page.display();
        let types = check_page(&text, &place.to_string(), &mut faults);
        let is_kept = !text.contains("<meta name=\"robots\" content=\"noindex\">");
        if is_kept == types.is_empty() {
            faults.push(format!("{place} says what it is, though it is not kept, or the other way round"));
        }
        // There is a way to every page but the fronts.
        let has_way = types.iter().any(|kind| kind == "BreadcrumbList");
        if is_kept && has_way == fronts.contains(&page) {
            faults.push(format!("{place} is a front and tells a way to it, or is none and tells none"));
        }
        if let Some(kind) = types.into_iter().find(|kind| kind != "WebSite") {
            *kinds.entry(kind).or_default() += 1;
        }
    }
    (faults, kinds)
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
            { "role": "editor", "name": "Reuters" },
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
    newsroom.article("undated", "/politics/undated/", 5, |article| {
        article.as_object_mut().expect("a document").remove("firstCreated");
    });
    newsroom.article("gone", "/politics/gone/", 6, |article| article["pubStatus"] = json!("canceled"));
    newsroom.press().says(0, &[]);
    let kinds = check_site(&newsroom);
    for (kind, count) in [("NewsArticle", 4), ("Article", 2), ("ProfilePage", 3)] {
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
    let named = |page: &str, said: &str| newsroom.read(page).contains(said);
    let agency = "\"contributor\":[{\"@type\":\"Organization\",\"name\":\"Reuters\"";
    assert!(named("learn/politics/қала/index.html", agency), "an agency is no editor: {full}");
    // Only whom the newsroom names as its own works for it, and an agency is nobody's employee.
    for (page, kind, works_here) in [
        ("people/aigul/index.html", "\"@type\":\"Person\"", true),
        ("people/sofia-renn/index.html", "\"@type\":\"Person\"", false),
        ("people/reuters/index.html", "\"@type\":\"Organization\"", false),
    ] {
        assert!(named(page, kind) && named(page, "\"hasPart\":[{\"@type\":\"Article\""), "{page}");
        assert_eq!(named(page, "\"worksFor\""), works_here, "{page}");
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
fn numbered_pages_of_a_person_collect_and_the_newest_alone_is_the_profile() {
    let newsroom = Newsroom::new("structured-person");
    for day in 1..=5 {
        newsroom.article(&format!("a{day}"), &format!("/politics/a{day}/"), day, |article| {
            article["x"]["credits"] = json!([{ "role": "writer", "name": "Ann Quay" }]);
        });
    }
    newsroom.press().is_clean();
    check_site(&newsroom);
    let kinds = |page: &str| {
        let mut faults = Vec::new();
        let kinds = check_page(&newsroom.read(page), page, &mut faults);
        assert!(faults.is_empty(), "{faults:?}");
        kinds
    };
    assert_eq!(kinds("people/ann-quay/index.html"), ["ProfilePage", "BreadcrumbList"]);
    for page in ["people/ann-quay/page/1/index.html", "people/ann-quay/page/2/index.html"] {
        assert_eq!(kinds(page), ["CollectionPage", "BreadcrumbList"], "{page}");
        let text = newsroom.read(page);
        assert!(
            text.contains("\"name\":\"Ann Quay\",\"item\":\"https://harbour.example/people/ann-quay/\""),
            "{text}"
        );
    }
}

#[test]
fn a_page_that_has_lost_its_way_is_found() {
    let newsroom = Newsroom::new("structured-lost");
    newsroom.article("a", "/politics/a/", 1, |_| {});
    newsroom.press().is_clean();
    check_site(&newsroom);
    for page in ["politics/a/index.html", "politics/index.html"] {
        let text = newsroom.read(page);
        let start = text.find(",{\"@type\":\"BreadcrumbList\"").expect("a way");
        let end = text[start..].find("]}]}</script>").expect("the end of the graph") + start + 2;
        newsroom.write(&format!("out/{page}"), &format!("{}{}", &text[..start], &text[end..]));
        let (faults, _) = faults_and_kinds(&newsroom);
        assert!(faults.len() == 1 && faults[0].contains(page), "{faults:?}");
        newsroom.write(&format!("out/{page}"), &text);
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
