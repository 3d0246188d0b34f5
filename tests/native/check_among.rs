//! What `broadsheet check` and the press say of articles among others: links, sections, related articles, translations.

use serde_json::{Value, json};

use crate::check_faults::{assert_found, newsroom};

fn linking(to: &[&str]) -> Value {
    let links: String = to.iter().map(|to| format!("<a href='{to}'>x</a> ")).collect();
    json!(format!("<p>{links}</p>"))
}

#[test]
fn what_readers_do_not_see_is_no_place_to_lead_to() {
    let newsroom = newsroom("check-hidden");
    let later = "2030-01-01T00:00:00Z";
    newsroom
        .article("withheld", "/politics/withheld/", 1, |article| article["pubStatus"] = json!("withheld"));
    newsroom
        .article("canceled", "/politics/canceled/", 1, |article| article["pubStatus"] = json!("canceled"));
    let waiting = |article: &mut Value| {
        article["embargoedUntil"] = json!(later);
        article["bodies"][0]["value"] = linking(&["/politics/withheld/"]);
    };
    newsroom.article("waiting", "/politics/waiting/", 1, waiting);
    newsroom.article("a", "/politics/a/", 2, |article| {
        article["bodies"][0]["value"] =
            linking(&["/politics/withheld/", "/politics/canceled/", "/politics/good/"]);
        article["associations"] = json!([{ "name": "r", "type": "text", "uri": "urn:harbour:waiting",
            "headlines": [{ "value": "Soon" }], "x": { "url": "/politics/waiting/" } }]);
        article["x"]["translations"] = json!([{ "language": "ru", "url": "/ru/politics/a/" }]);
    });
    newsroom.article("a-ru", "/ru/politics/a/", 2, |article| {
        article["pubStatus"] = json!("withheld");
        article["x"]["translations"] = json!([{ "language": "en", "url": "/politics/a/" }]);
    });
    newsroom.site(|site| site["footer"] = json!([{ "name": "Soon", "url": "/politics/waiting/" }]));
    let a = "articles/a.json";
    assert_found(
        &newsroom,
        &[
            (a, "link-hidden", "/politics/withheld/"),
            (a, "link-hidden", "/politics/canceled/"),
            (a, "related-hidden", "\"/politics/waiting/\""),
            (a, "translation-hidden", "\"/ru/politics/a/\""),
            ("site.json", "link-hidden", "\"/politics/waiting/\""),
        ],
    );
}

#[test]
fn a_related_article_that_is_named_by_its_uri_alone_is_looked_for() {
    let newsroom = newsroom("check-named");
    newsroom.article("a", "/politics/a/", 2, |article| {
        article["associations"] = json!([
            { "name": "r1", "type": "text", "uri": "urn:harbour:good", "headlines": [{ "value": "Good" }] },
            { "name": "r2", "type": "text", "uri": "urn:harbour:nobody", "headlines": [{ "value": "Nobody" }] }
        ]);
    });
    newsroom.article("b", "/politics/b/", 2, |article| {
        article["associations"] = json!([
            { "name": "r1", "type": "text", "uri": "urn:harbour:held", "headlines": [{ "value": "Held" }] },
        ]);
    });
    newsroom.article("held", "/politics/held/", 2, |article| article["pubStatus"] = json!("withheld"));
    // The first one leads to where the article with its uri is.
    let found = [("articles/a.json", "related-missing", "{"), ("articles/b.json", "related-hidden", "{")];
    assert_found(&newsroom, &found);
    let pressed = newsroom.press();
    assert!(
        pressed.messages.contains("urn:harbour:nobody") && !pressed.messages.contains("urn:harbour:good"),
        "{pressed:?}"
    );
}

#[test]
fn every_step_of_an_address_is_a_section_or_a_page() {
    let newsroom = newsroom("check-steps");
    newsroom.article("a", "/learn/typo/a/", 2, |_| {});
    newsroom.article("b", "/politics/2024/05/b/", 2, |_| {});
    newsroom.article("c", "/politics/good/more/", 2, |_| {});
    assert_found(&newsroom, &[("articles/a.json", "section-unknown", "\"/learn/typo/a/\"")]);
}

#[test]
fn links_that_no_rule_looked_at_are_seen() {
    let newsroom = newsroom("check-unseen");
    newsroom.site(|site| {
        site["url"] = json!("https://harbour.example");
        site["page_size"] = json!(1);
    });
    newsroom.article("a", "/politics/a/", 2, |article| {
        article["bodies"][0]["value"] = linking(&[
            "../nothing/",
            "//harbour.example/yyy/",
            "http://harbour.example/zzz/",
            "//harbour.example/politics/good/",
            "//elsewhere.example/yyy/",
            "/politics/page/2/",
            "/politics/page/3/",
            "/topics/tides/page/1/",
            "/topics/tides/page/2/",
            "/page/2/",
            "/page/99/",
        ]);
    });
    let a = "articles/a.json";
    assert_found(
        &newsroom,
        &[
            (a, "link-broken", "../nothing/"),
            (a, "link-broken", "//harbour.example/yyy/"),
            (a, "link-broken", "http://harbour.example/zzz/"),
            (a, "link-broken", "/politics/page/3/"),
            (a, "link-broken", "/topics/tides/page/2/"),
            (a, "link-broken", "/page/99/"),
        ],
    );
}

#[test]
fn the_press_tells_the_same_of_articles_among_others_whether_it_reads_them_again_or_not() {
    let newsroom = newsroom("press-among");
    newsroom.article("a", "/politics/a/", 2, |article| {
        article["bodies"][0]["value"] = linking(&["/politics/b/", "/politics/good/", "/topics/tides/"]);
        article["x"]["translations"] = json!([{ "language": "ru", "url": "/ru/politics/b/" }]);
    });
    let broken = "expected a link to a page of this site, found /politics/b/, where nothing is";
    let missing = "expected an article in ru at /ru/politics/b/, found none";
    for _ in 0..2 {
        let pressing = newsroom.press();
        pressing.says(0, &[broken, missing]);
        assert_eq!(pressing.messages.lines().count(), 2, "{pressing:?}");
    }
    let back = json!([{ "language": "en", "url": "/politics/a/" }]);
    newsroom.article("b", "/politics/b/", 2, |_| {});
    newsroom.article("b-ru", "/ru/politics/b/", 2, |article| article["x"]["translations"] = back);
    newsroom.press().is_clean();
    newsroom.press().is_clean();
    newsroom.article("b", "/politics/b/", 2, |article| article["pubStatus"] = json!("withheld"));
    let hidden = "expected a link to a page that readers can see, found /politics/b/, which is held back";
    newsroom.press().says(0, &[hidden]);
    newsroom.article("b-ru", "/ru/politics/b/", 2, |_| {});
    newsroom.press().says(0, &[hidden, "expected /ru/politics/b/ to name this article as its translation"]);
}

#[test]
fn a_translation_that_waits_is_told_as_that_and_not_asked_to_point_back() {
    let newsroom = newsroom("check-translation-waits");
    let to = |language: &'static str, url: &'static str| {
        move |article: &mut Value| {
            article["x"]["translations"] = json!([{ "language": language, "url": url }])
        }
    };
    let held = |article: &mut Value| article["pubStatus"] = json!("withheld");
    newsroom.article("a", "/politics/a/", 2, to("ru", "/ru/politics/a/"));
    newsroom.article("a-ru", "/ru/politics/a/", 2, held);
    let hidden = ("articles/a.json", "translation-hidden", "\"/ru/politics/a/\"");
    assert_found(&newsroom, &[hidden]);
    newsroom
        .press()
        .says(0, &["expected a translation that readers can see, found /ru/politics/a/, which is held back"]);
    // What readers see does not have to name what waits.
    newsroom.article("a", "/politics/a/", 2, |_| {});
    newsroom.article("a-ru", "/ru/politics/a/", 2, |article| {
        held(article);
        to("en", "/politics/a/")(article);
    });
    assert_found(&newsroom, &[]);
    newsroom.press().is_clean();
    // Two that wait may wait for the same moment.
    newsroom.article("a", "/politics/a/", 2, held);
    assert_found(&newsroom, &[("articles/a-ru.json", "translation-one-way", "\"/politics/a/\"")]);
}

#[test]
fn two_articles_that_come_to_one_address_by_their_headlines_are_told_what_helps() {
    let newsroom = newsroom("check-one-headline");
    for name in ["a", "b"] {
        newsroom.article(name, "", 2, |article| {
            article["headlines"][0]["value"] = json!("Strike");
            article.as_object_mut().expect("an object").remove("x");
        });
    }
    let said = newsroom.check(&[]).summary;
    assert!(
        said.contains("found /strike/") && said.contains("give one of the two another `x.url`"),
        "{said}"
    );
    assert!(said.contains("its address follows from its section and its headline"), "{said}");
}
