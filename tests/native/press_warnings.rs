//! What `broadsheet press` says of content that it can publish, but that is not as an editor meant it.

use crate::press_newsroom::Newsroom;
use serde_json::json;

#[test]
fn an_article_without_a_headline_or_a_uri_is_told_what_that_costs() {
    let newsroom = Newsroom::new("nameless");
    newsroom.article("a", "/ru/politics/a/", 1, |article| article["headlines"] = json!([]));
    newsroom.article("b", "/politics/b/", 1, |article| article["uri"] = json!(" "));
    let pressing = newsroom.press();
    pressing.says(
        0,
        &[
            "content/articles/a.json:6:16: warning: expected a headline, found none: \
             readers see “Без заголовка” (/headlines)",
            "content/articles/b.json:1:1: warning: expected a uri, the same in every version of the article, \
             found none: reports and feeds know the article by its address alone",
        ],
    );
    assert!(!pressing.messages.contains("()"), "{pressing:?}");
}

#[test]
fn two_articles_with_one_uri_are_both_named() {
    let newsroom = Newsroom::new("one-uri");
    newsroom.article("a", "/politics/a/", 1, |_| {});
    newsroom.article("b", "/politics/b/", 2, |article| article["uri"] = json!("urn:harbour:a"));
    let words =
        ["content/articles/b.json:", "warning: expected a uri of its own, found urn:harbour:a, which"];
    newsroom.press().says(0, &words);
    newsroom.press().says(0, &["content/articles/a.json has too", "(/uri)"]);
    assert!(newsroom.has("politics/b/index.html"));
}

#[test]
fn files_that_are_named_and_not_there_are_warnings_at_their_place() {
    let newsroom = Newsroom::new("missing-files");
    newsroom.site(|site| {
        site["url"] = json!("https://harbour.example");
        site["logo"] = json!("media/mark.svg");
    });
    newsroom.write("content/media/a b.webp", "a picture");
    newsroom.write("content/tides.pdf", "a document");
    newsroom.article("v1.html", "/politics/v1.html/", 2, |_| {});
    newsroom.article("a", "/politics/a/", 1, |article| {
        article["associations"] = json!([{ "name": "lead", "type": "picture", "renditions": [
            { "href": "/media/a%20b.webp" },
            { "href": "https://harbour.example/media/gone.webp?x=1" },
            { "href": "https://elsewhere.example/media/b.webp" }
        ] }]);
        article["bodies"][0]["value"] = json!(
            "<p><a href='/tides.pdf'>There</a>, <a href='/plan.pdf'>not there</a>, <a href='/politics/'>list</a>, \
             <a href='/politics/v1.html'>page</a>, <a href='/feed.json'>feed</a></p><img src='/media/c.png'>"
        );
    });
    let pressing = newsroom.press();
    pressing.says(
        0,
        &[
            "content/site.json:1:",
            "warning: expected the file media/mark.svg in the content folder, found none (/logo)",
            "expected the file media/gone.webp in the content folder, found none (/associations/0/renditions/1/href)",
            "expected the file plan.pdf in the content folder, found none (/bodies/0/value)",
            "expected the file media/c.png in the content folder, found none (/bodies/0/value)",
        ],
    );
    let lacking = pressing.messages.lines().filter(|line| line.contains("expected the file")).count();
    assert_eq!(lacking, 4, "{pressing:?}");
}

#[test]
fn the_language_of_an_edition_is_a_tag() {
    let newsroom = Newsroom::new("language-tag");
    for (language, found) in [("english", "\"english\""), ("en glish", "\"en glish\"")] {
        newsroom.site(|site| site["editions"][1]["language"] = json!(language));
        let expected =
            format!("expected a language tag, such as kk or ru-KZ, found {found} (/editions/1/language)");
        newsroom.press().says(2, &["content/site.json:1:", &expected]);
        assert!(!newsroom.path("out").exists());
    }
}

#[test]
fn an_edition_whose_path_or_language_is_taken_is_told_by_which() {
    let newsroom = Newsroom::new("taken-edition");
    newsroom.site(|site| {
        site["editions"] = json!([
            { "language": "en" }, { "language": "kk" }, { "language": "en", "path": "/en/" }
        ]);
    });
    newsroom.press().says(
        0,
        &[
            "found the path /, which the edition en has (/editions/1)",
            "found the language en, which the edition at / has (/editions/2)",
        ],
    );
}

#[test]
fn dates_that_do_not_do_what_they_seem_to_are_told_once() {
    let newsroom = Newsroom::new("dates");
    newsroom.article("a-later", "/politics/a/", 1, |a| a["x"]["published"] = json!("2024-06-01T00:00:01Z"));
    newsroom.article("b-embargo", "/politics/b/", 1, |article| {
        article["x"]["published"] = json!("2024-07-01T00:00:00Z");
        article["embargoedUntil"] = json!("2024-07-01T00:00:00Z");
    });
    newsroom.article("c-bad-embargo", "/politics/c/", 1, |a| a["embargoedUntil"] = json!("Monday"));
    newsroom.article("d-empty-embargo", "/politics/d/", 1, |a| a["embargoedUntil"] = json!(""));
    newsroom.article("e-bad", "/politics/e/", 1, |article| {
        article["x"]["published"] = json!("Monday");
        article["firstCreated"] = json!(null);
    });
    let pressing = newsroom.press();
    pressing.says(
        0,
        &[
            "a-later.json:20:18: warning: expected a time of publication that has come, found 2024-06-01T00:00:01Z: \
             the article is published all the same; `embargoedUntil` holds one back (/x/published)",
            "c-bad-embargo.json:",
            // An empty field is as good as none, which may not be what was meant.
            "d-empty-embargo.json:21:21: warning: expected a time, found \"\": the article is published as if it had no \
             embargo (/embargoedUntil)",
            "e-bad.json:20:18: warning: expected a date and time as RFC 3339 writes it, such as \
             2014-07-04T10:43:00+06:00, found \"Monday\": its page has no date, and lists show it as their oldest article \
             (/x/published)",
        ],
    );
    assert_eq!(pressing.messages.lines().count(), 4, "{pressing:?}");
    assert!(newsroom.read("politics/d/article.json").contains("Text of"));
}

#[test]
fn a_date_of_publication_that_cannot_be_read_is_told_once_and_as_it_stands() {
    let newsroom = Newsroom::new("unreadable-date");
    for (name, published) in [("a-word", json!("Monday")), ("b-blank", json!(" ")), ("c-list", json!([2024]))]
    {
        newsroom.article(name, &format!("/politics/{name}/"), 1, |article| {
            article["x"]["published"] = published;
            article["firstCreated"] = json!("2024-07-01T00:00:00Z");
        });
    }
    let pressing = newsroom.press();
    pressing.says(
        0,
        &["a-word.json:20:18: warning: expected a date and time", "found \"Monday\" (/x/published)"],
    );
    pressing.says(0, &["c-list.json:", "found an array of 1 (/x/published)"]);
    // A blank is as if nothing stood there: the next field counts, and that time has not come.
    pressing.says(
        0,
        &["b-blank.json:5:19: warning: expected a time of publication that has come", "(/firstCreated)"],
    );
    assert_eq!(pressing.messages.lines().count(), 3, "{pressing:?}");
}

#[test]
fn an_embargo_that_cannot_be_read_holds_the_article_back_and_is_told() {
    let newsroom = Newsroom::new("unreadable-embargo");
    // Digits that would be a day long past, were they a text.
    let embargoes = [("a-number", json!(20_240_501)), ("b-word", json!("Monday")), ("c-no", json!(false))];
    for (name, embargo) in embargoes {
        newsroom
            .article(name, &format!("/politics/{name}/"), 1, |article| article["embargoedUntil"] = embargo);
    }
    let pressing = newsroom.press();
    let expected = "warning: expected a date and time in quotation marks, such as \"2014-07-04T10:43:00+06:00\", \
                    without which the article is held back, found";
    for (name, found) in [("a-number", "the number 20240501"), ("b-word", "\"Monday\""), ("c-no", "false")] {
        pressing
            .says(0, &[&format!("content/articles/{name}.json:21:21: {expected} {found} (/embargoedUntil)")]);
        assert!(!newsroom.read(&format!("politics/{name}/article.json")).contains("Text of"), "{name}");
    }
    assert_eq!(pressing.messages.lines().count(), 3, "{pressing:?}");
    assert!(newsroom.listed("data/en/latest.json").is_empty());
}

#[test]
fn findings_are_in_the_order_of_their_places_and_an_empty_file_has_a_first_column() {
    let newsroom = Newsroom::new("order");
    newsroom.write("content/articles/empty.json", "");
    newsroom.write("content/articles/z.txt", "");
    newsroom.write(
        "content/site.json",
        "{\n\"logo\": \"x:\", \"url\": \"https://a.kz\",\n\"page_size\": 0,\n\"editions\": [{\"language\": \"en\", \"path\": 1, \
         \"time_zone\": \"a b\"}, {}],\n\"base_path\": \"..\"\n}",
    );
    let pressing = newsroom.press();
    let places: Vec<_> = pressing.messages.lines().filter_map(|line| line.split(": ").next()).collect();
    let expected = [
        "content/articles/empty.json:1:1",
        "content/articles/z.txt",
        "content/site.json:2:9",
        "content/site.json:3:14",
        "content/site.json:4:57",
        "content/site.json:4:65",
        "content/site.json:5:14",
    ];
    assert_eq!(places, expected, "{pressing:?}");
}

#[test]
fn nothing_that_content_says_is_obeyed_by_a_terminal_or_a_workflow() {
    let newsroom = Newsroom::new("controls");
    newsroom.article("a", "/politics/a/", 1, |article| article["pubStatus"] = json!("\u{1b}[2J\n::error::x"));
    let pressing = newsroom.press();
    pressing.says(0, &["content/articles/a.json:", "found \"", "[2J", "::error::x"]);
    let is_plain = |text: &str| text.lines().count() == 1 && !text.trim_end().contains(char::is_control);
    assert!(is_plain(&pressing.messages), "{pressing:?}");

    // Nor where nothing can be pressed.
    newsroom.site(|site| site["editions"][0]["language"] = json!("\u{1b}]0;x\u{7}\n::error::x"));
    let pressing = newsroom.press();
    pressing.says(2, &["expected a language tag"]);
    assert!(is_plain(&pressing.messages), "{pressing:?}");
}

#[test]
fn addresses_that_some_file_systems_take_for_one_are_warned_of_by_press_and_check() {
    let newsroom = Newsroom::new("alike");
    newsroom.article("a", "/politics/minister/", 1, |_| {});
    newsroom.article("b", "/politics/Minister/", 2, |_| {});
    // The letter й as one sign, and as и with a breve.
    newsroom.article("c", "/ru/politics/\u{439}/", 3, |_| {});
    newsroom.article("d", "/ru/politics/\u{438}\u{306}/", 4, |_| {});
    newsroom.article("e", "/ru/politics/minister/", 5, |_| {});
    for _ in 0..2 {
        let pressing = newsroom.press();
        for (name, first) in [("b", "a"), ("d", "c")] {
            let place =
                format!("content/articles/{name}.json:19:12: warning: expected an address that differs");
            pressing
                .says(0, &[&place, &format!("which content/articles/{first}.json nearly has"), "(/x/url)"]);
        }
        assert_eq!(pressing.messages.lines().count(), 2, "{pressing:?}");
    }
    let report = newsroom.check(&[]).summary;
    assert_eq!(report.matches("warning[address-alike]").count(), 2, "{report}");
    assert!(report.contains("articles/b.json:19:12") && report.contains("articles/d.json:19:12"), "{report}");
}
