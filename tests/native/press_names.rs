//! The pages of all topics and of all people of an edition.

use crate::{press_newsroom::Newsroom, press_publish::written};
use serde_json::{Value, json};

fn named(topics: &[&str], people: &[&str]) -> impl Fn(&mut Value) {
    let topics = topics.iter().map(|name| json!({ "name": name })).collect::<Value>();
    let people = people.iter().map(|name| json!({ "role": "writer", "name": name })).collect::<Value>();
    move |article| {
        article["subjects"] = topics.clone();
        article["x"]["credits"] = people.clone();
    }
}

fn newsroom(name: &str) -> Newsroom {
    let newsroom = Newsroom::new(name);
    newsroom.site(|site| {
        site["people"] = json!([{
            "slug": "aigul", "name": { "en": "Aigul Bek", "ru": "Айгуль Бек" }, "role": { "en": "Reporter" },
            "description": { "en": "Writes of ships." }, "picture": "/media/aigul.webp"
        }]);
    });
    newsroom.write("content/media/aigul.webp", "a picture");
    newsroom.article("one", "/learn/one/", 1, named(&["Old ports", "Cranes"], &["Timur S.", "Aigul Bek"]));
    newsroom.article(
        "two",
        "/ru/learn/two/",
        2,
        named(&[], &["Ёла Яр", "Эдуард Ли", "Зоя Ли", "Айгуль Бек"]),
    );
    newsroom
}

#[test]
fn all_topics_and_people_of_an_edition_have_a_page_in_the_order_of_the_alphabet() {
    let newsroom = newsroom("names");
    newsroom.press().is_clean();
    assert_eq!(newsroom.listed("data/en/people/latest.json"), ["/people/aigul/", "/people/timur-s/"]);
    assert_eq!(newsroom.listed("data/en/topics/latest.json"), ["/topics/cranes/", "/topics/old-ports/"]);
    let russian = newsroom.json("data/ru/people/latest.json");
    let names: Vec<_> = russian["items"].as_array().expect("items").iter().collect();
    let names: Vec<_> = names.iter().map(|item| item["headlines"][0]["value"].as_str()).collect();
    assert_eq!(names, ["Айгуль Бек", "Ёла Яр", "Зоя Ли", "Эдуард Ли"].map(Some));
    assert!(!newsroom.has("ru/topics/index.html"), "no article in Russian has a topic");

    let page = newsroom.read("people/index.html");
    for expected in [
        "<title>People · The Harbour</title>",
        "<meta name=\"description\" content=\"Aigul Bek · Timur S.\">",
        "<link rel=\"canonical\" href=\"https://harbour.example/people/\">",
        "hreflang=\"ru\" href=\"https://harbour.example/ru/people/\"",
        ">People</h1>",
        "src=\"/media/aigul.webp\"",
        ">Reporter</p>",
        ">Writes of ships.</p>",
        "ItemListOrderAscending",
    ] {
        assert!(page.contains(expected), "{expected} is not in {page}");
    }
    assert!(!page.contains("people/feed.") && !newsroom.has("people/feed.xml"), "names have no feed");
    assert!(
        !newsroom.read("topics/index.html").contains("rel=\"alternate\" hreflang"),
        "the other edition has no topics"
    );
    let person = newsroom.read("ru/people/aigul/index.html");
    assert!(
        person.contains("<a href=\"/ru/people/\">Люди</a>"),
        "the way to a person leads past all: {person}"
    );
    assert!(newsroom.read("topics/cranes/index.html").contains("<a href=\"/topics/\">Topics</a>"));
    assert!(newsroom.read("sitemap-pages-1.xml").contains("<loc>https://harbour.example/ru/people/</loc>"));
}

#[test]
fn many_names_are_on_pages_that_lead_to_each_other() {
    let newsroom = Newsroom::new("many-names");
    let names: Vec<String> = (100..350).map(|number| format!("Pier {number}")).collect();
    let topics: Vec<&str> = names.iter().map(String::as_str).collect();
    newsroom.article("one", "/learn/one/", 1, named(&topics, &[]));
    newsroom.press().is_clean();
    let pages =
        ["latest", "page-2", "page-3"].map(|page| newsroom.listed(&format!("data/en/topics/{page}.json")));
    assert_eq!(pages.each_ref().map(Vec::len), [120, 120, 10]);
    assert_eq!((pages[0][0].as_str(), pages[2][9].as_str()), ("/topics/pier-100/", "/topics/pier-349/"));
    assert!(!newsroom.has("topics/page/1/index.html") && !newsroom.has("topics/page/4/index.html"));
    let leads = |file: &str, relation: &str, to: &str, words: &str| {
        let link = format!("<a href=\"{to}\" rel=\"{relation}\">{words}</a>");
        assert!(newsroom.read(file).contains(&link), "{file} has no {link}");
    };
    leads("topics/index.html", "next", "/topics/page/2/", "Topics, page 2");
    leads("topics/page/2/index.html", "prev", "/topics/", "Topics");
    leads("topics/page/2/index.html", "next", "/topics/page/3/", "Topics, page 3");
    leads("topics/page/3/index.html", "prev", "/topics/page/2/", "Topics, page 2");
    assert!(!newsroom.read("topics/page/3/index.html").contains("rel=\"next\""));
    assert!(newsroom.read("topics/page/3/index.html").contains("content=\"Topics, page 3: Pier 340"));
}

#[test]
fn names_are_written_anew_when_somebody_new_is_named_and_not_before() {
    let newsroom = newsroom("new-names");
    newsroom.press().is_clean();
    let times =
        || ["people", "ru/people", "topics"].map(|place| written(&newsroom, &format!("{place}/index.html")));
    let before = times();
    newsroom.article("three", "/learn/three/", 3, named(&["Cranes"], &["Aigul Bek"]));
    newsroom.press().is_clean();
    assert_eq!(times(), before, "nobody new");
    newsroom.article("four", "/learn/four/", 4, named(&["Cranes"], &["Zarina K."]));
    newsroom.press().is_clean();
    assert_eq!(times()[1..], before[1..], "nobody new there");
    assert_eq!(
        newsroom.listed("data/en/people/latest.json").last().map(String::as_str),
        Some("/people/zarina-k/")
    );
    assert!(times()[0] > before[0]);
}

#[test]
fn all_names_are_a_place_on_the_way_to_an_article_where_there_are_any() {
    let newsroom = newsroom("ways-to-names");
    newsroom.article("below", "/topics/cranes/today/", 3, named(&["Cranes"], &[]));
    newsroom.check(&[]).is_whole();
    assert!(!newsroom.check(&[]).summary.contains("/topics/"), "{:?}", newsroom.check(&[]));
    newsroom.article("nowhere", "/ru/topics/cranes/today/", 3, |_| {});
    assert!(newsroom.check(&[]).summary.contains("/ru/topics/"), "no article in Russian has a topic");
}
