//! `broadsheet check` on a newsroom with every fault: each is found once, at the words that are wrong.

mod found;

use std::fs;

pub use found::{assert_found, at_place, newsroom, picture, png, report};
use serde_json::{Value, json};

#[test]
fn a_newsroom_without_faults_is_told_so() {
    let newsroom = newsroom("check-clean");
    let said = newsroom.check(&["--strict"]);
    assert!(said.status == Some(0) && said.messages.is_empty(), "{said:?}");
    assert!(said.summary.starts_with("Checked articles 2 in "), "{said:?}");
    assert!(said.summary.ends_with("errors 0, warnings 0, notes 0.\n"), "{said:?}");
}

#[test]
fn every_fault_of_pictures_is_found_once_where_it_is() {
    let newsroom = newsroom("check-pictures");
    fs::write(newsroom.path("content/media/huge.png"), png(8000, 4000)).expect("written");
    newsroom.write("content/media/text.png", "no picture");
    newsroom.article("a", "/politics/a/", 2, |article| {
        let mut lead = picture("quay.png", 640, 400);
        lead["descriptions"] = json!([]);
        let mut unsized_one = picture("gone.png", 1, 1);
        unsized_one["renditions"] = json!([{ "name": "file", "href": "/media/gone.png" }]);
        article["associations"] =
            json!([lead, unsized_one, picture("huge.png", 8000, 4000), picture("text.png", 10, 10)]);
        article["bodies"][0]["value"] = json!(
            "<figure><img src='/media/quay.png?x' width=320 height=240><figcaption>Noon</figcaption></figure>\
             <p><img src='/media/quay.png?y' alt=\"\" width=32 height=24></p>"
        );
    });
    let file = "articles/a.json";
    assert_found(
        &newsroom,
        &[
            (file, "alt-missing", "{"),
            (file, "caption-missing", "{"),
            (file, "credit-missing", "{"),
            (file, "picture-size-wrong", "\"/media/quay.png\""),
            (file, "picture-unsized", "\"/media/gone.png\""),
            (file, "file-missing", "\"/media/gone.png\""),
            (file, "picture-oversized", "\"/media/huge.png\""),
            (file, "picture-unreadable", "\"/media/text.png\""),
            (file, "alt-missing", "/media/quay.png?x'"),
            (file, "credit-missing", "/media/quay.png?x'"),
            (file, "caption-missing", "/media/quay.png?y'"),
            (file, "credit-missing", "/media/quay.png?y'"),
        ],
    );
}

#[test]
fn films_and_sounds_want_a_caption_and_a_credit_as_pictures_do() {
    let newsroom = newsroom("check-media");
    for file in ["a.mp4", "b.mp3", "c.mp4", "d.mp3"] {
        newsroom.write(&format!("content/media/{file}"), "a film or a sound");
    }
    newsroom.article("a", "/politics/a/", 2, |article| {
        let item = |kind: &str, file: &str, descriptions: Value| {
            json!({ "name": file, "uri": format!("urn:media:{file}"), "type": kind, "descriptions": descriptions,
                "headlines": [{ "value": "The bridge" }],
                "renditions": [{ "name": "file", "href": format!("/media/{file}"), "contentType": format!("{kind}/x") }] })
        };
        let said = json!([
            { "role": "caption", "value": "The bridge opens." }, { "role": "creditline", "value": "© Harbour" }
        ]);
        article["associations"] = json!([item("video", "a.mp4", json!([])), item("audio", "b.mp3", said)]);
        article["bodies"][0]["value"] = json!(
            "<figure><video src='/media/c.mp4'></video><figcaption>Noon <cite>© Harbour</cite></figcaption></figure>\
             <p>Words.</p><audio src='/media/d.mp3'></audio>"
        );
    });
    let file = "articles/a.json";
    assert_found(
        &newsroom,
        &[
            (file, "caption-missing", "{"),
            (file, "credit-missing", "{"),
            (file, "caption-missing", "/media/d.mp3'"),
            (file, "credit-missing", "/media/d.mp3'"),
        ],
    );
}

#[test]
fn every_fault_of_an_article_by_itself_is_found_once_where_it_is() {
    let newsroom = newsroom("check-article");
    newsroom.article("a", "/politics/a/", 2, |article| {
        article["language"] = json!("ru");
        article["firstCreated"] = json!("2024-05-02T08:00:00");
        article["x"]["published"] = json!("2024-06-02T08:00:00Z");
        article["x"]["sections"] =
            json!([{ "name": "Politics", "url": "/politics/" }, { "name": "Again", "url": "politics" }]);
        article["x"]["credits"] = json!([{ "name": "Ann Quay" }, { "role": "editor", "name": "Bo" }]);
        article["colour"] = json!("red");
        article["urgency"] = json!(5.5);
        article["bodies"][0]["value"] = json!(
            "<p onclick=\"go()\">a</p>\n<script src='x.js'>go()</script><a href='javascript:go()'>b</a>\
             <iframe src=\"https://frames.example/a\"></iframe>"
        );
    });
    newsroom.article("b", "/politics/b/", 3, |article| {
        article["by"] = json!("Ann Quay and others");
        article["headlines"] = json!([]);
        article["firstCreated"] = json!(null);
        article["pubStatus"] = json!("perhaps");
    });
    let (a, b) = ("articles/a.json", "articles/b.json");
    assert_found(
        &newsroom,
        &[
            (a, "language-differs", "\"ru\""),
            (a, "date-without-offset", "\"2024-05-02T08:00:00\""),
            (a, "published-in-future", "\"2024-06-02T08:00:00Z\""),
            (a, "crumb-repeated", "\"politics\""),
            (a, "schema-invalid", "\"politics\""),
            (a, "credit-untyped", "{"),
            (a, "field-unknown", "\"red\""),
            (a, "schema-invalid", "5.5"),
            (a, "markup-dropped", "onclick=\\\"go()\\\""),
            (a, "markup-dropped", "<script src='x.js'>"),
            (a, "markup-dropped", "href='javascript:go()'"),
            (a, "embed-not-allowed", "https://frames.example/a"),
            (b, "credit-untyped", "\"Ann Quay and others\""),
            (b, "headline-missing", "[]"),
            (b, "published-missing", "{"),
            (b, "schema-invalid", "null"),
            (b, "value-unfit", "\"perhaps\""),
        ],
    );
}

#[test]
fn every_fault_among_articles_is_found_once_where_it_is() {
    let newsroom = newsroom("check-among");
    newsroom.site(|site| {
        site["follow"] = json!([{ "name": "Us", "url": "/nowhere-to-follow/" }]);
        site["footer"] = json!([{ "name": "Good", "url": "/politics/good/" }]);
        site["people"] = json!([{ "slug": "ann-quay", "name": "Ann Quay", "picture": "/media/ann.png" }]);
        site["colour"] = json!("red");
    });
    newsroom.article("a", "/weather/a/", 2, |article| {
        article["bodies"][0]["value"] = json!("<p><a href='/politics/nothing/?a=1&amp;b=2'>a</a></p>");
        article["associations"] = json!([
            { "name": "r1", "type": "text", "uri": "urn:harbour:other",
              "headlines": [{ "value": "Other" }], "x": { "url": "/politics/good/" } },
            { "name": "r2", "type": "text", "uri": "urn:harbour:gone",
              "headlines": [{ "value": "Gone" }], "x": { "url": "/politics/gone/" } }
        ]);
        article["x"]["sections"] = json!([{ "name": "Sea", "url": "/sea/" }]);
        article["x"]["aliases"] = json!(["/politics/good/"]);
        article["x"]["translations"] = json!([
            { "language": "ru", "url": "/ru/politics/good/" }, { "language": "kk", "url": "/kk/a/" }
        ]);
    });
    newsroom.article("b", "/politics/b/", 2, |article| article["uri"] = json!("urn:harbour:a"));
    newsroom.article("c", "/politics/b/", 2, |_| {});
    newsroom.article("d", "/learn/politics/", 2, |_| {});
    newsroom.write("content/articles/e.json", "{\n\"uri\": 1,,\n}");
    newsroom.write("content/articles/f.json", "[1]");
    newsroom.write("content/data/mine.json", "{}");
    let (a, site) = ("articles/a.json", "site.json");
    let report = report(&newsroom);
    assert_eq!((&report["errors"], &report["articles"]), (&json!(5), &json!(8)), "{report:#}");
    // A file as a whole has no place.
    fs::remove_dir_all(newsroom.path("content/data")).expect("removed");
    assert_found(
        &newsroom,
        &[
            (a, "section-unknown", "\"/weather/a/\""),
            (a, "section-unknown", "\"/sea/\""),
            (a, "link-broken", "/politics/nothing/?a=1&amp;b=2'"),
            (a, "related-differs", "\"/politics/good/\""),
            (a, "related-missing", "\"/politics/gone/\""),
            (a, "alias-taken", "\"/politics/good/\""),
            (a, "translation-one-way", "\"/ru/politics/good/\""),
            (a, "translation-missing", "\"/kk/a/\""),
            ("articles/b.json", "uri-taken", "\"urn:harbour:a\""),
            ("articles/c.json", "address-taken", "\"/politics/b/\""),
            ("articles/d.json", "address-unfit", "\"/learn/politics/\""),
            ("articles/e.json", "json-invalid", ","),
            ("articles/f.json", "format-unknown", "[1]"),
            (site, "link-broken", "\"/nowhere-to-follow/\""),
            (site, "file-missing", "\"/media/ann.png\""),
            (site, "field-unknown", "\"red\""),
        ],
    );
}

#[test]
fn a_translation_is_in_the_language_that_is_named() {
    let newsroom = newsroom("check-tongues");
    newsroom.article("good", "/politics/good/", 1, |article| {
        article["x"]["translations"] = json!([{ "language": "kk", "url": "/ru/politics/good/" }]);
        article["x"]["aliases"] = json!(["/politics/was-good/"]);
        article["subjects"] = json!([{ "name": "Tides" }]);
    });
    assert_found(&newsroom, &[("articles/good.json", "translation-differs", "\"/ru/politics/good/\"")]);
}

#[test]
fn addresses_below_a_base_path_and_whole_ones_are_of_this_site() {
    let newsroom = newsroom("check-base");
    newsroom.site(|site| {
        site["url"] = json!("https://harbour.example");
        site["base_path"] = json!("/news/");
    });
    newsroom.article("a", "/politics/a/", 2, |article| {
        article["bodies"][0]["value"] = json!(
            "<p><a href='https://harbour.example/news/politics/good/'>a</a>\
             <a href='https://harbour.example/news/politics/bad/'>b</a><a href='https://harbour.example/shop/'>c</a></p>"
        );
    });
    assert_found(
        &newsroom,
        &[("articles/a.json", "link-broken", "https://harbour.example/news/politics/bad/'")],
    );
}

#[test]
fn what_the_press_makes_is_no_missing_file() {
    let newsroom = newsroom("made");
    let made =
        ["feed.xml", "feed.json", "sitemap.xml", "sitemap-news.xml", "robots.txt", "manifest.webmanifest"];
    let links: String = made.iter().map(|file| format!("<a href=\"/{file}\">{file}</a> ")).collect();
    newsroom.article("links", "/politics/links/", 2, |article| {
        article["bodies"] = json!([{ "contentType": "text/html", "value": format!("<p>{links}</p>") }]);
    });
    newsroom.article("today", "/politics/today/", 31, |_| {});
    let report = report(&newsroom);
    let told: Vec<&Value> = report["findings"]
        .as_array()
        .expect("findings")
        .iter()
        .filter(|finding| finding["code"] == "file-missing")
        .collect();
    assert!(told.is_empty(), "{told:?}");
    newsroom.press();
    for file in made {
        assert!(newsroom.has(file), "the press makes no {file}");
    }
}
