//! Pressed topics, people, standing pages and addresses that articles had before.

use crate::press_newsroom::Newsroom;
use serde_json::{Value, json};

/// Articles with topics and people, in two languages.
fn newsroom(name: &str) -> Newsroom {
    let newsroom = Newsroom::new(name);
    newsroom.site(|site| {
        site["topics"] = json!([
            { "slug": "cranes", "name": { "en": "Cranes", "ru": "Краны" }, "description": { "en": "All that lifts." } }
        ]);
        site["people"] = json!([{
            "slug": "aigul", "name": { "en": "Aigul Bek", "ru": "Айгуль Бек" }, "role": { "en": "Reporter" },
            "picture": "/media/aigul.webp", "links": [{ "name": "Mastodon", "url": "https://social.example/@aigul" }]
        }]);
    });
    newsroom.write("content/media/aigul.webp", "a picture");
    newsroom.article("one", "/learn/one/", 1, |article| {
        article["subjects"] = json!([{ "name": "Cranes" }, { "name": "Old ports" }]);
        article["x"]["credits"] =
            json!([{ "role": "writer", "name": "Aigul Bek" }, { "role": "editor", "name": "Timur S." }]);
    });
    newsroom.article("two", "/learn/two/", 2, |article| {
        article["subjects"] = json!([{ "name": "Cranes" }]);
        article["by"] = json!("Aigul Bek and others");
    });
    newsroom.article("three", "/ru/learn/three/", 3, |article| {
        article["places"] = json!([{ "name": "Краны" }]);
        article["x"]["credits"] = json!([{ "role": "writer", "name": "Айгуль Бек" }]);
    });
    newsroom
}

#[test]
fn topics_and_people_have_lists_of_their_articles_in_every_edition_that_names_them() {
    let newsroom = newsroom("topics-and-people");
    newsroom.press().is_clean();
    assert_eq!(newsroom.listed("data/en/topics/cranes/latest.json"), ["/learn/two/", "/learn/one/"]);
    assert_eq!(newsroom.listed("data/ru/topics/cranes/latest.json"), ["/ru/learn/three/"]);
    assert_eq!(newsroom.listed("data/en/topics/old-ports/latest.json"), ["/learn/one/"]);
    assert_eq!(
        newsroom.listed("data/en/people/aigul/latest.json"),
        ["/learn/one/"],
        "a plain byline names nobody alone"
    );
    assert_eq!(newsroom.listed("data/en/people/timur-s/latest.json"), ["/learn/one/"]);
    assert_eq!(newsroom.json("data/ru/people/aigul/latest.json")["about"]["name"], "Айгуль Бек");
    assert!(!newsroom.has("topics/краны/index.html"), "a topic with a slug has no second address");
    let feed = newsroom.json("topics/cranes/feed.json");
    assert_eq!(
        (&feed["title"], &feed["description"]),
        (&json!("Cranes · The Harbour"), &json!("All that lifts."))
    );

    let page = newsroom.read("topics/cranes/index.html");
    for expected in [
        "<title>Cranes · The Harbour</title>",
        "<meta name=\"description\" content=\"All that lifts.\">",
        "hreflang=\"ru\" href=\"https://harbour.example/ru/topics/cranes/\"",
        "<h1 class=\"list-heading\" tabindex=\"-1\">Cranes</h1>",
    ] {
        assert!(page.contains(expected), "{expected} is not in {page}");
    }
    let alone = newsroom.read("topics/old-ports/index.html");
    assert!(!alone.contains("rel=\"alternate\" hreflang"), "the other edition has no such topic");
    let person = newsroom.read("people/aigul/index.html");
    for expected in ["src=\"/media/aigul.webp\"", ">Reporter<", "href=\"https://social.example/@aigul\""] {
        assert!(person.contains(expected), "{expected} is not in {person}");
    }
    let article = newsroom.read("learn/one/index.html");
    for link in ["/topics/cranes/", "/topics/old-ports/", "/people/aigul/", "/people/timur-s/"] {
        assert!(article.contains(&format!("href=\"{link}\"")), "the article leads to {link}");
    }
}

#[test]
fn no_article_and_no_section_takes_the_place_of_a_topic() {
    let newsroom = newsroom("topics-taken");
    newsroom.article("thief", "/topics/cranes/", 4, |_| {});
    newsroom.site(|site| site["sections"] = json!([{ "slug": "people", "name": "People" }]));
    let pressing = newsroom.press();
    pressing.says(
        1,
        &[
            "thief.json:",
            "expected an address of its own, found /topics/cranes/, where a list of articles is",
            "a section with another slug",
        ],
    );
}

#[test]
fn a_standing_page_has_no_date_and_is_in_no_list() {
    let newsroom = newsroom("standing");
    newsroom.article("about", "/about/", 5, |article| {
        article["x"]["standing"] = json!(true);
        article.as_object_mut().expect("an object").remove("firstCreated");
    });
    let pressing = newsroom.press();
    pressing.is_clean();
    assert!(pressing.summary.contains("articles 4,"), "{}", pressing.summary);
    assert_eq!(newsroom.listed("data/en/latest.json"), ["/learn/two/", "/learn/one/"]);
    let feed = newsroom.json("feed.json");
    let titles: Vec<&Value> =
        feed["items"].as_array().expect("items").iter().map(|item| &item["title"]).collect();
    assert!(!titles.contains(&&json!("Headline of about")), "{titles:?}");
    let page = newsroom.read("about/index.html");
    assert!(page.contains("Text of about.") && !page.contains("<time"), "{page}");
}

#[test]
fn an_address_that_an_article_had_before_leads_to_it() {
    let newsroom = newsroom("aliases");
    newsroom.article("moved", "/learn/moved/", 6, |article| {
        article["x"]["aliases"] = json!(["/old/place/", "/learn/one/", "/ru/learn/three/"]);
    });
    let pressing = newsroom.press();
    pressing.says(0, &["moved.json", "expected a former address that is free, found /learn/one/"]);
    let page = newsroom.read("old/place/index.html");
    assert!(
        page.contains("content=\"0; url=/learn/moved/\"")
            && page.contains("rel=\"canonical\" href=\"https://harbour.example/learn/moved/\"")
    );
    assert!(page.contains("rel=\"icon\" href=\"data:,\""), "and has browsers ask for no other icon");
    assert_eq!(newsroom.json("old/place/article.json")["x"]["moved"], "/learn/moved/");
    assert!(newsroom.read("learn/one/index.html").contains("Text of one."), "what is there now stays");
}
