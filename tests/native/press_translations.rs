//! Which editions articles are in, and their translations.

use crate::press_newsroom::Newsroom;
use serde_json::json;

#[test]
fn translations_that_readers_may_not_read_are_no_versions() {
    let in_two = |name: &str| {
        let newsroom = Newsroom::new(name);
        newsroom.article("a", "/politics/a/", 1, |article| {
            article["x"]["translations"] = json!([
                { "language": "ru", "url": "/ru/politics/a/" },
                { "language": "kk", "url": "/ru/nowhere/" }
            ]);
        });
        newsroom.article("b", "/ru/politics/a/", 2, |article| {
            article["embargoedUntil"] = json!("2024-07-01T00:00:00Z");
            article["x"]["translations"] = json!([{ "language": "en", "url": "/politics/a/" }]);
        });
        newsroom
    };
    let files = ["politics/a/index.html", "sitemap-1.xml"];
    let newsroom = in_two("translation-later");
    newsroom.press().is_whole();
    for file in files {
        let text = newsroom.read(file);
        assert!(
            !text.contains("rel=\"alternate\" hreflang")
                && !text.contains("href=\"https://harbour.example/ru/politics/a/\""),
            "{file}: {text}"
        );
    }
    // Nor is the way to it on the page, or in what the program draws that from.
    let memory = newsroom.tree(".out.broadsheet").into_iter();
    let memory =
        memory.filter(|(file, _)| file.parent().is_some_and(|folder| folder.ends_with(".out.broadsheet")));
    let memory: Vec<String> = memory.map(|(_, bytes)| String::from_utf8_lossy(&bytes).into_owned()).collect();
    let article = ["politics/a/index.html", "politics/a/article.json"].map(|file| newsroom.read(file));
    for text in article.iter().chain(&memory) {
        assert!(!text.contains("ru/politics/a") && !text.contains("ru/nowhere"), "{text}");
    }
    assert!(memory.iter().any(|text| text.contains("politics/a")), "it remembers the article itself");
    let page = newsroom.read("politics/a/index.html");
    assert!(page.contains("Русский") && page.contains("href=\"/ru/\""), "{page}");
    let again = newsroom.press();
    assert!(again.summary.contains("files written 0,"), "{again:?}");
    let later = ["--now", "2024-07-02T00:00:00Z"];
    newsroom.run("content", "app", "out", &later).is_whole();
    for file in files {
        let text = newsroom.read(file);
        assert!(
            text.contains("hreflang=\"ru\" href=\"https://harbour.example/ru/politics/a/\""),
            "{file}: {text}"
        );
        assert!(!text.contains("hreflang=\"kk\""), "{file}: {text}");
    }
    assert!(newsroom.read("politics/a/index.html").contains(" href=\"/ru/politics/a/\""));
    assert_eq!(
        newsroom.json("politics/a/article.json")["x"]["translations"],
        json!([{ "language": "ru", "url": "/ru/politics/a/" }])
    );
    let anew = in_two("translation-anew");
    anew.run("content", "app", "out", &later).is_whole();
    assert_eq!(newsroom.tree("out"), anew.tree("out"));
    // And it is as before when the other one goes.
    newsroom.press().is_whole();
    assert!(!newsroom.read("politics/a/index.html").contains("/ru/politics/a/"));
    assert_eq!(newsroom.json("politics/a/article.json")["x"]["translations"], json!([]));
    let anew = in_two("translation-gone");
    anew.press().is_whole();
    assert_eq!(newsroom.tree("out"), anew.tree("out"));
}

#[test]
fn a_translation_is_known_by_its_place_where_two_editions_are_in_one_language() {
    let newsroom = Newsroom::new("translation-of-one-language");
    newsroom.site(|site| site["editions"][1]["language"] = json!("en-KZ"));
    newsroom.article("a", "/politics/a/", 1, |article| {
        article["x"]["translations"] = json!({ "language": "en", "url": "/ru/politics/a/" });
    });
    newsroom.article("b", "/ru/politics/a/", 2, |article| article["pubStatus"] = json!("withheld"));
    newsroom.press();
    for file in ["politics/a/index.html", "politics/a/article.json"] {
        assert!(!newsroom.read(file).contains("/ru/politics/a/"), "{file}");
    }
    newsroom.article("b", "/ru/politics/a/", 2, |_| {});
    newsroom.press();
    let page = newsroom.read("politics/a/index.html");
    assert!(page.contains(" href=\"/ru/politics/a/\""), "{page}");
    // To search engines, a page is in a language once.
    assert!(!page.contains("rel=\"alternate\" hreflang"), "{page}");
}

#[test]
fn an_article_without_an_address_is_in_the_edition_of_its_language() {
    let newsroom = Newsroom::new("places-by-language");
    let unplaced = |language: &'static str, headline: &'static str| {
        move |article: &mut serde_json::Value| {
            article["language"] = json!(language);
            article["headlines"][0]["value"] = json!(headline);
            article.as_object_mut().expect("an object").remove("x");
        }
    };
    newsroom.article("a", "", 1, unplaced("ru-KZ", "Мост открыт"));
    newsroom.article("b", "", 2, unplaced("en", "The bridge is open"));
    newsroom.article("c", "", 3, unplaced("kk", "Көпір ашық"));
    newsroom.article("d", "", 4, |article| {
        article["language"] = json!("ru");
        article["x"] = json!({ "sections": [{ "name": "Politics", "url": "/politics/" }] });
    });
    newsroom.article("e", "/politics/e/", 4, |article| article["language"] = json!("ru"));
    newsroom.press();
    let at = |list: &str| newsroom.listed(list);
    // Lists and documents have addresses as they are asked for.
    let asked_for = "/ru/%D0%BC%D0%BE%D1%81%D1%82-%D0%BE%D1%82%D0%BA%D1%80%D1%8B%D1%82/";
    assert_eq!(at("data/ru/latest.json"), [asked_for]);
    // Its document says so too: browsers know nothing of the files.
    assert_eq!(newsroom.json("ru/мост-открыт/article.json")["x"]["url"], json!(asked_for));
    let page = newsroom.read("ru/мост-открыт/index.html");
    let canonical = format!("<link rel=\"canonical\" href=\"https://harbour.example{asked_for}\"");
    assert!(page.contains(&canonical), "{page}");
    let english = at("data/en/latest.json");
    for place in ["/the-bridge-is-open/", "/politics/headline-of-d/", "/politics/e/"] {
        assert!(english.iter().any(|known| known == place), "{place} in {english:?}");
    }
    assert!(!newsroom.has("ru/the-bridge-is-open/index.html"));
    // The next pressing, which remembers them, leaves everything where it is.
    let before = newsroom.tree("out");
    newsroom.press();
    assert_eq!(newsroom.tree("out"), before);
}

#[test]
fn a_translation_is_reached_by_an_address_that_it_had_before() {
    let newsroom = Newsroom::new("translation-moved");
    newsroom.article("a", "/politics/a/", 1, |article| {
        article["x"]["translations"] = json!([{ "language": "ru", "url": "/ru/old/a/" }]);
    });
    newsroom.article("b", "/ru/politics/a/", 2, |article| article["x"]["aliases"] = json!(["/ru/old/a/"]));
    newsroom.press();
    for file in ["politics/a/index.html", "politics/a/article.json"] {
        assert!(newsroom.read(file).contains("/ru/old/a/"), "{file}");
    }
    assert!(newsroom.press().summary.contains("files written 0,"));
    // Where it leads nowhere, it is not named.
    newsroom.article("b", "/ru/politics/a/", 2, |article| {
        article["x"]["aliases"] = json!(["/ru/old/a/"]);
        article["pubStatus"] = json!("withheld");
    });
    newsroom.press();
    assert!(!newsroom.read("politics/a/article.json").contains("/ru/old/a/"));
}

#[test]
fn an_address_that_is_taken_is_told_at_its_place_where_the_language_gave_it() {
    let newsroom = Newsroom::new("places-by-language-taken");
    for name in ["a", "b"] {
        newsroom.article(name, "", 1, |article| {
            article["language"] = json!("ru");
            article["headlines"][0]["value"] = json!("Мост открыт");
            article.as_object_mut().expect("an object").remove("x");
        });
    }
    let pressing = newsroom.press();
    let place =
        pressing.messages.lines().find_map(|line| line.split_once("articles/b.json:")).expect("a fault").1;
    let column = place.split(':').nth(1).and_then(|column| column.parse::<usize>().ok());
    // The file has a field a line; the text that is published has all in one.
    assert!(column.is_some_and(|column| column < 80), "{place}");
}
