//! A slip in the file of an article that stands on the site: its last good version stays, and `--strict` publishes nothing.

use std::{collections::BTreeMap, fs};

use crate::press_newsroom::{Newsroom, Pressing};
use serde_json::{Value, json};

/// What is said where the version of before stays.
const STAYS: &str = "stays on the site";

/// A newsroom of two articles that are published: `a` with a note of its editors and an article to read next, and `b`.
fn newsroom(name: &str) -> Newsroom {
    let newsroom = Newsroom::new(&format!("slip-{name}"));
    newsroom.article("a", "/politics/a/", 2, |article| {
        article["edNote"] = json!("a note");
        article["associations"] = json!([{ "name": "next", "type": "text", "uri": "urn:harbour:b",
            "headlines": [{ "role": "main", "value": "Read b" }], "x": { "url": "/politics/b/" } }]);
    });
    newsroom.article("b", "/politics/b/", 3, |_| {});
    newsroom.press().is_clean();
    newsroom
}

fn path(name: &str) -> String {
    format!("content/articles/{name}.json")
}

fn is_unchanged(pressing: &Pressing) {
    assert!(pressing.summary.contains("files written 0,") && pressing.summary.contains("removed 0."));
}

#[test]
fn a_published_article_with_a_slip_stays_as_it_was() {
    let newsroom = newsroom("comma");
    let before = newsroom.tree("out");
    newsroom.slip("a");
    // The file is looked at again each time, and the site is as it was.
    for _ in 0..2 {
        let pressing = newsroom.press();
        pressing.says(
            1,
            &[
                "articles/a.json:",
                "left out: expected valid JSON",
                "the version of 2024-05-02T08:00:00Z",
                STAYS,
            ],
        );
        assert!(
            pressing.summary.contains("articles 2, held back 0, left out 1 (1 stays as it was),"),
            "{pressing:?}"
        );
        is_unchanged(&pressing);
        assert_eq!(newsroom.tree("out"), before);
    }
    // Without a slip it is what its file says.
    newsroom.article("a", "/politics/a/", 2, |article| article["headlines"][0]["value"] = json!("Mended"));
    newsroom.press().is_clean();
    assert!(newsroom.read("politics/a/index.html").contains("Mended"));
    // And where the file is deleted, the article is gone.
    newsroom.slip("a");
    newsroom.press().says(1, &[STAYS]);
    fs::remove_file(newsroom.path(&path("a"))).expect("removed");
    newsroom.press();
    assert!(newsroom.read("politics/a/index.html").contains("Article not available"));
}

#[test]
fn what_stays_is_drawn_with_the_settings_and_the_other_articles_of_now() {
    let newsroom = newsroom("settings");
    newsroom.slip("a");
    newsroom.press().says(1, &[STAYS]);
    newsroom.site(|site| site["name"] = json!({ "en": "The Other Harbour" }));
    newsroom.article("c", "/politics/c/", 4, |_| {});
    newsroom.press().says(1, &[STAYS]);
    let page = newsroom.read("politics/a/index.html");
    assert!(page.contains("The Other Harbour") && page.contains("Text of a."), "{page}");
    assert_eq!(
        newsroom.listed("data/en/politics/latest.json"),
        ["/politics/c/", "/politics/b/", "/politics/a/"]
    );
    assert!(newsroom.read("feed.json").contains("Text of a."));
    assert!(!newsroom.read("politics/a/article.json").contains("a note"));
}

#[test]
fn every_fault_that_leaves_a_file_out_leaves_the_article_as_it_was() {
    let newsroom = newsroom("kinds");
    let before = newsroom.tree("out");
    let whole = fs::read(newsroom.path(&path("b"))).expect("the article");
    let text = String::from_utf8(whole.clone()).expect("text");
    for (what, bytes) in [
        ("expected text in UTF-8", [whole.as_slice(), &[0xff]].concat()),
        ("expected an article in IPTC ninjs", b"[1]".to_vec()),
        ("expected valid JSON", Vec::new()),
        ("where a list of articles is", text.replace("/politics/b/", "/politics/").into_bytes()),
        (
            "where content/articles/a.json is already",
            text.replace("/politics/b/", "/politics/a/").into_bytes(),
        ),
    ] {
        fs::write(newsroom.path(&path("b")), bytes).expect("written");
        newsroom.press().says(1, &["articles/b.json:", what, STAYS]);
        assert_eq!(newsroom.tree("out"), before, "{what}");
    }
}

#[test]
fn an_address_stays_with_the_article_that_has_it() {
    let newsroom = newsroom("address");
    let before = newsroom.tree("out");
    // In the order of files, this one comes first.
    let text = fs::read_to_string(newsroom.path(&path("a"))).expect("the article");
    newsroom.write(&path("a"), &text.replace("\"url\": \"/politics/a/\"", "\"url\": \"/politics/b/\""));
    newsroom.press().says(1, &["articles/a.json:", "where content/articles/b.json is already", STAYS]);
    assert_eq!(newsroom.tree("out"), before);
    // It is the same where the other has a slip of its own, and for an article that is new.
    newsroom.slip("b");
    newsroom.article("0", "/politics/b/", 4, |_| {});
    newsroom.press().says(1, &["articles/a.json:", "articles/0.json:", "articles/b.json:"]);
    assert_eq!(newsroom.tree("out"), before);
    // Two that change places have no fault.
    fs::remove_file(newsroom.path(&path("0"))).expect("removed");
    newsroom.article("a", "/politics/b/", 2, |_| {});
    newsroom.article("b", "/politics/a/", 3, |_| {});
    newsroom.press().is_clean();
    assert!(newsroom.read("politics/b/index.html").contains("Text of a."));
    assert!(newsroom.read("politics/a/index.html").contains("Text of b."));
    // Nor has one that comes where another was.
    fs::remove_file(newsroom.path(&path("b"))).expect("removed");
    newsroom.article("0", "/politics/a/", 4, |_| {});
    newsroom.press().is_clean();
    assert!(newsroom.read("politics/a/index.html").contains("Text of 0."));
}

#[test]
fn what_readers_may_not_see_any_more_does_not_stay() {
    let newsroom = newsroom("hidden");
    newsroom.article("b", "/politics/b/", 3, |article| article["pubStatus"] = json!("withheld"));
    newsroom.press();
    newsroom.slip("b");
    let pressing = newsroom.press();
    pressing.says(1, &["articles/b.json:"]);
    assert!(!pressing.messages.contains(STAYS), "{pressing:?}");
    assert!(!newsroom.has("politics/b/index.html"));
    // One that was never published is left out, too.
    newsroom.article("c", "/politics/c/", 3, |_| {});
    newsroom.slip("c");
    let pressing = newsroom.press();
    assert!(pressing.status == Some(1) && !pressing.messages.contains(STAYS), "{pressing:?}");
}

#[test]
fn an_expiry_comes_for_what_stays() {
    let newsroom = newsroom("expiry");
    newsroom.article("b", "/politics/b/", 3, |article| article["expires"] = json!("2024-07-01T00:00:00Z"));
    newsroom.press().is_whole();
    newsroom.slip("b");
    newsroom.press().says(1, &["articles/b.json:", STAYS]);
    let late = newsroom.run("content", "app", "out", &["--now", "2024-07-02T00:00:00Z"]);
    assert!(late.status == Some(1) && !late.messages.contains(STAYS), "{late:?}");
    for _ in 0..2 {
        assert!(newsroom.read("politics/b/index.html").contains("Article not available"));
        newsroom.run("content", "app", "out", &["--now", "2024-07-02T00:00:00Z"]);
    }
}

#[test]
fn strict_publishes_nothing_where_a_file_would_be_left_out() {
    let newsroom = newsroom("strict");
    let strict = || newsroom.run("content", "app", "out", &["--strict"]);
    strict().is_clean();
    let before = newsroom.tree("out");
    newsroom.article("c", "/politics/c/", 4, |_| {});
    newsroom.slip("a");
    let words = [
        "articles/a.json:",
        "left out: expected valid JSON",
        "nothing is published",
        "the site in out stays as it was",
    ];
    strict().says(2, &words);
    assert_eq!(newsroom.tree("out"), before);
    // A warning keeps nothing back.
    newsroom.article("a", "/politics/a/", 2, |article| article["expires"] = json!("next week"));
    strict().says(0, &["warning: expected"]);
    assert!(newsroom.has("politics/c/index.html"));
    // Where nothing is yet, nothing is written.
    newsroom.slip("a");
    newsroom.run("content", "app", "elsewhere", &["--strict"]).says(2, &["nothing is published"]);
    assert!(!newsroom.path("elsewhere").exists());
}

#[test]
fn without_a_memory_the_file_itself_tells_which_article_it_was() {
    let newsroom = newsroom("forgotten");
    newsroom.slip("a");
    // What it names beside its own place is another article's.
    let text = fs::read_to_string(newsroom.path(&path("a"))).expect("the article");
    assert!(text.contains("/politics/b/") && text.contains("urn:harbour:b"));
    newsroom.forget();
    newsroom.article("0", "/learn/0/", 4, |article| article["x"]["translations"] = json!([]));
    newsroom.slip("0");
    let pressing = newsroom.press();
    pressing.says(1, &["articles/0.json:", "articles/a.json:", STAYS]);
    assert_eq!(pressing.messages.matches(STAYS).count(), 1, "{pressing:?}");
    for name in ["a", "b"] {
        assert!(newsroom.read(&format!("politics/{name}/index.html")).contains(&format!("Text of {name}.")));
    }
}

#[test]
fn what_its_file_takes_back_does_not_stay_though_the_address_in_it_is_refused() {
    for (number, (field, value, is_gone)) in [
        ("pubStatus", "withheld", false),
        ("embargoedUntil", "2025-01-01T00:00:00Z", false),
        ("pubStatus", "canceled", true),
        ("expires", "2024-05-20T00:00:00Z", true),
    ]
    .into_iter()
    .enumerate()
    {
        // Another article's address, and that of a list.
        for (refused, address) in ["/politics/b/", "/politics/"].into_iter().enumerate() {
            let newsroom = newsroom(&format!("taken-back-{number}-{refused}"));
            newsroom.article("a", address, 2, |article| article[field] = json!(value));
            for _ in 0..2 {
                let pressing = newsroom.press();
                pressing.says(1, &["articles/a.json:", "expected an address of its own"]);
                assert!(!pressing.messages.contains(STAYS), "{field}: {value}, {address}: {pressing:?}");
                assert!(!newsroom.tells("Text of a.") && newsroom.tells("Text of b."));
                if is_gone {
                    let page = newsroom.read("politics/a/index.html");
                    assert!(page.contains("Article not available") && newsroom.has("politics/a/.gone"));
                } else {
                    assert!(!newsroom.tells("politics/a"), "{field}: nobody may know of it");
                }
            }
            is_unchanged(&newsroom.press());
            // With an address of its own it is what its file says.
            newsroom.article("a", "/politics/a/", 2, |_| {});
            newsroom.press().is_clean();
            assert!(newsroom.read("politics/a/index.html").contains("Text of a."));
        }
    }
}

#[test]
fn what_was_left_out_before_and_is_withheld_now_is_named_nowhere() {
    let newsroom = newsroom("left-out-and-withheld");
    // The version of before is gone from the site, and its place is remembered.
    newsroom.slip("a");
    fs::remove_file(newsroom.path("out/politics/a/article.json")).expect("removed");
    let pressing = newsroom.press();
    assert!(pressing.status == Some(1) && !pressing.messages.contains(STAYS), "{pressing:?}");
    newsroom.article("a", "/politics/b/", 2, |article| article["pubStatus"] = json!("withheld"));
    newsroom.press().says(1, &["articles/a.json:"]);
    assert!(!newsroom.tells("politics/a"));
}

#[test]
fn without_a_memory_an_article_is_known_by_its_own_identifier_wherever_in_the_file_that_is() {
    let newsroom = newsroom("forgotten-order");
    // As machines write it: what it names beside itself comes first.
    let text = fs::read_to_string(newsroom.path(&path("a"))).expect("the article");
    let sorted: BTreeMap<String, Value> = serde_json::from_str(&text).expect("an object");
    let sorted = serde_json::to_string_pretty(&sorted).expect("JSON");
    assert!(sorted.find("urn:harbour:b") < sorted.find("urn:harbour:a"), "{sorted}");
    newsroom.write(&path("a"), &sorted);
    newsroom.press().is_clean();
    let before = newsroom.tree("out");
    newsroom.slip("a");
    newsroom.forget();
    newsroom.press().says(1, &["articles/a.json:", STAYS]);
    assert_eq!(newsroom.tree("out"), before);
}

#[test]
fn without_a_memory_an_address_stays_with_the_article_that_has_it() {
    let newsroom = newsroom("forgotten-address");
    let before = newsroom.tree("out");
    // In the order of files, this one comes first.
    newsroom.article("0", "/politics/b/", 4, |_| {});
    newsroom.forget();
    newsroom.press().says(1, &["articles/0.json:", "where content/articles/b.json is already"]);
    assert_eq!(newsroom.tree("out"), before);
    // It is the same where the other has a slip.
    newsroom.slip("b");
    newsroom.forget();
    newsroom.press().says(1, &["articles/0.json:", "articles/b.json:", STAYS]);
    assert_eq!(newsroom.tree("out"), before);
    // And it is the new one's when nobody else is there.
    fs::remove_file(newsroom.path(&path("b"))).expect("removed");
    newsroom.forget();
    newsroom.press().is_whole();
    assert!(newsroom.read("politics/b/index.html").contains("Text of 0."));
}
