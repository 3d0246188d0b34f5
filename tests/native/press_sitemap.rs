//! What `broadsheet press` writes for search engines.

use quick_xml::{
    Reader,
    events::{BytesStart, Event},
};
use serde_json::json;

use crate::press_newsroom::Newsroom;

/// Every element of a document with its words, in order; the document has to be well-formed.
fn elements(text: &str) -> Vec<(String, String)> {
    let mut reader = Reader::from_str(text);
    let mut found: Vec<(String, String)> = Vec::new();
    let mut open = Vec::new();
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{error}: {text}")) {
            Event::Start(start) => {
                open.push(found.len());
                found.push((name_of(&start), String::new()));
            }
            Event::Empty(empty) => found.push((name_of(&empty), String::new())),
            Event::Text(words) => {
                if let Some(at) = open.last() {
                    found[*at].1.push_str(&words.decode().expect("text"));
                }
            }
            Event::GeneralRef(name) => {
                let at = open.last().expect("an element");
                found[*at].1.push_str(&format!("&{};", name.decode().expect("a name")));
            }
            Event::End(_) => drop(open.pop()),
            Event::Eof => return found,
            _ => {}
        }
    }
}

/// The name of an element, whose attributes have to be well-formed too.
fn name_of(start: &BytesStart) -> String {
    start.attributes().for_each(|attribute| drop(attribute.expect("an attribute")));
    String::from_utf8(start.name().as_ref().to_vec()).expect("UTF-8")
}

/// The words of every element of a name.
fn all(text: &str, name: &str) -> Vec<String> {
    elements(text).into_iter().filter(|(found, _)| found == name).map(|(_, words)| words).collect()
}

fn newsroom(name: &str) -> Newsroom {
    let newsroom = Newsroom::new(name);
    newsroom.site(|site| {
        site["base_path"] = json!("/news/");
        site["editions"][0]["time_zone"] = json!("Asia/Almaty");
    });
    newsroom
}

const HOST: &str = "https://harbour.example/news/";

#[test]
fn the_index_leads_to_every_page_that_may_be_kept_and_to_no_other() {
    let newsroom = newsroom("sitemap");
    newsroom
        .article("b", "/politics/b/", 3, |article| article["versionCreated"] = json!("2024-05-09T00:00:00Z"));
    newsroom.article("a", "/politics/a&b/", 1, |article| {
        article["x"]["translations"] = json!([{ "language": "ru", "url": "/ru/politics/a/" }]);
    });
    newsroom.article("c", "/ru/politics/a/", 2, |article| {
        article["x"]["translations"] = json!([{ "language": "en", "url": "/politics/a&b/" }]);
    });
    newsroom.article("d", "/politics/d/", 4, |article| article["pubStatus"] = json!("withheld"));
    newsroom.article("e", "/imprint/", 4, |article| {
        article.as_object_mut().expect("a document").remove("firstCreated");
        article["x"]["standing"] = json!(true);
    });
    newsroom.press().is_clean();
    let index = newsroom.read("sitemap.xml");
    assert_eq!(
        all(&index, "loc"),
        ["sitemap-pages-1.xml", "sitemap-1.xml"].map(|file| format!("{HOST}{file}"))
    );
    assert_eq!(all(&index, "lastmod"), ["2024-05-09T00:00:00Z"; 2]);
    let articles = newsroom.read("sitemap-1.xml");
    let oldest_first = ["politics/a&amp;b/", "ru/politics/a/", "politics/b/"];
    assert_eq!(all(&articles, "loc"), oldest_first.map(|path| format!("{HOST}{path}")));
    assert_eq!(all(&articles, "lastmod").last().map(String::as_str), Some("2024-05-09T00:00:00Z"));
    let pages = all(&newsroom.read("sitemap-pages-1.xml"), "loc");
    assert_eq!(
        pages,
        ["", "politics/", "ru/", "ru/politics/", "imprint/"].map(|path| format!("{HOST}{path}"))
    );
}

#[test]
fn the_end_of_an_embargo_is_a_change_to_search_engines_and_feed_readers() {
    let newsroom = newsroom("sitemap-embargo");
    newsroom.article("a", "/politics/a/", 1, |article| {
        article["versionCreated"] = json!("2024-05-02T00:00:00Z");
        article["embargoedUntil"] = json!("2024-05-20T10:00:00Z");
    });
    newsroom.press().is_clean();
    assert_eq!(all(&newsroom.read("sitemap-1.xml"), "lastmod"), ["2024-05-20T10:00:00Z"]);
    let updated = all(&newsroom.read("feed.xml"), "updated");
    assert!(!updated.is_empty() && updated.iter().all(|at| at == "2024-05-20T15:00:00+05:00"), "{updated:?}");
}

#[test]
fn sitemap_and_page_name_the_same_versions() {
    let newsroom = newsroom("sitemap-versions");
    newsroom.article("a", "/politics/a/", 1, |article| {
        article["x"]["translations"] = json!([{ "language": "ru", "url": "/ru/politics/a/" }]);
    });
    newsroom.article("c", "/ru/politics/a/", 2, |_| {});
    newsroom
        .press()
        .says(0, &["articles/a.json:", "expected /ru/politics/a/ to name this article as its translation"]);
    for (sitemap, page) in [
        ("sitemap-1.xml", "politics/a/index.html"),
        ("sitemap-pages-1.xml", "index.html"),
        ("sitemap-pages-1.xml", "ru/politics/index.html"),
    ] {
        let page = newsroom.read(page);
        let named: Vec<String> = page
            .lines()
            .filter_map(|line| line.strip_prefix("<link rel=\"alternate\" hreflang="))
            .map(|rest| rest.trim_end_matches('>').to_owned())
            .collect();
        assert_eq!(named.len(), 3, "{named:?}");
        let start = page
            .lines()
            .find_map(|line| line.strip_prefix("<link rel=\"canonical\" href=\""))
            .expect("an address");
        let sitemap = newsroom.read(sitemap);
        let own =
            sitemap.lines().find(|line| line.contains(&format!("<loc>{}<", start.trim_end_matches("\">"))));
        let own = own.unwrap_or_else(|| panic!("{start} is not in {sitemap}"));
        for version in named {
            let link = format!("<xhtml:link rel=\"alternate\" hreflang={version}/>");
            assert!(own.contains(&link), "no {link} in {own}");
        }
    }
}

#[test]
fn news_are_of_the_last_two_days_before_the_pressing() {
    let newsroom = newsroom("sitemap-news");
    // The pressing is of the first of June.
    for (name, created) in [
        ("old", "2024-05-29T23:59:59Z"),
        ("a", "2024-05-30T00:00:00Z"),
        ("b", "2024-05-31T23:00:00Z"),
        ("later", "2024-06-02T00:00:00Z"),
    ] {
        newsroom.article(name, &format!("/politics/{name}/"), 1, |article| {
            article["firstCreated"] = json!(created);
            article["headlines"][0]["value"] = json!(format!("{name} <&>"));
        });
    }
    newsroom.article("held", "/politics/held/", 31, |article| article["pubStatus"] = json!("withheld"));
    newsroom.article("until", "/politics/until/", 1, |article| {
        article["embargoedUntil"] = json!("2024-05-31T10:00:00Z")
    });
    newsroom.article("standing", "/imprint/", 31, |article| article["x"]["standing"] = json!(true));
    newsroom.article("untitled", "/politics/untitled/", 31, |article| article["headlines"] = json!([]));
    newsroom.press();
    let news = newsroom.read("sitemap-news.xml");
    assert_eq!(
        all(&news, "loc"),
        ["politics/b/", "politics/until/", "politics/a/"].map(|path| format!("{HOST}{path}"))
    );
    assert_eq!(all(&news, "news:title")[0], "b &lt;&amp;&gt;");
    assert_eq!(all(&news, "news:publication_date")[0], "2024-06-01T04:00:00+05:00");
    assert_eq!((&*all(&news, "news:name")[0], &*all(&news, "news:language")[0]), ("The Harbour", "en"));
}

#[test]
fn robots_are_told_of_the_sitemaps_unless_the_newsroom_says_otherwise() {
    let newsroom = newsroom("robots");
    newsroom.article("today", "/politics/today/", 31, |_| {});
    newsroom.press().is_clean();
    let robots = newsroom.read("robots.txt");
    for line in [
        "User-agent: *",
        "Disallow: /news/saved/",
        "Disallow: /news/ru/saved/",
        "Sitemap: https://harbour.example/news/sitemap.xml",
        "Sitemap: https://harbour.example/news/sitemap-news.xml",
    ] {
        assert!(robots.lines().any(|own| own == line), "no {line:?} in {robots}");
    }
    // Two days later, nothing is news.
    newsroom.run("content", "app", "out", &["--now", "2024-06-03T00:00:00Z"]).is_clean();
    assert!(!newsroom.has("sitemap-news.xml") && !newsroom.read("robots.txt").contains("news.xml"));
    newsroom.write("content/robots.txt", "User-agent: *\nDisallow: /\n");
    newsroom.write("content/sitemap.xml", "<urlset/>");
    newsroom.press().is_clean();
    assert_eq!(newsroom.read("robots.txt"), "User-agent: *\nDisallow: /\n");
    assert_eq!(newsroom.read("sitemap.xml"), "<urlset/>");
    assert!(!newsroom.has("sitemap-pages-1.xml"), "nobody would find it");
}

#[test]
fn a_site_that_does_not_know_its_address_has_no_sitemap_and_its_editor_is_told() {
    let newsroom = Newsroom::new("sitemap-nowhere");
    newsroom.site(|site| drop(site.as_object_mut().expect("settings").remove("url")));
    newsroom.article("a", "/politics/a/", 1, |_| {});
    newsroom.press().says(0, &["site.json", "warning: expected `url`, the public address of the site"]);
    assert!(!newsroom.has("sitemap.xml") && !newsroom.has("sitemap-news.xml"));
    assert!(!newsroom.read("robots.txt").contains("Sitemap"));
}

#[test]
fn icons_of_pixels_are_named_with_their_size() {
    let newsroom = newsroom("manifest-icons");
    newsroom.site(|site| {
        site["base_path"] = json!("/news/");
        site["logo"] = json!("/media/mark.png");
    });
    let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\xc0\0\0\0\xc0".to_vec();
    newsroom.write("content/media/mark.png", "");
    for file in ["icon-192.png", "media/mark.png"] {
        std::fs::write(newsroom.path("content").join(file), &png).expect("a file can be written");
    }
    png[19] = 0;
    png[18] = 2;
    std::fs::write(newsroom.path("content/icon-maskable-512.png"), &png).expect("a file can be written");
    newsroom.write("content/icon-512.png", "no picture at all");
    newsroom.press().is_clean();
    assert_eq!(
        newsroom.json("manifest.webmanifest")["icons"],
        json!([
            { "src": "/news/icon-192.png", "type": "image/png", "sizes": "192x192", "purpose": "any" },
            { "src": "/news/icon-maskable-512.png", "type": "image/png", "sizes": "512x192", "purpose": "maskable" },
            { "src": "/news/media/mark.png", "type": "image/png", "sizes": "192x192" }
        ])
    );
}
