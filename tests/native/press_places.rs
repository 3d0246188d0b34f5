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
fn a_plain_byline_that_is_a_persons_name_leads_to_them() {
    let newsroom = newsroom("plain-byline");
    newsroom.article("four", "/learn/four/", 4, |article| article["by"] = json!(" Aigul Bek"));
    newsroom.press().is_clean();
    assert_eq!(newsroom.listed("data/en/people/aigul/latest.json"), ["/learn/four/", "/learn/one/"]);
    assert!(newsroom.read("learn/four/index.html").contains("href=\"/people/aigul/\""));
    assert!(!newsroom.has("people/aigul-bek-and-others/index.html"));
}

#[test]
fn a_person_whom_only_articles_name_has_the_newest_portrait_of_theirs() {
    let newsroom = newsroom("portraits");
    for (name, day, picture) in
        [("four", 4, Some("/media/then.webp")), ("five", 5, Some("/media/now.webp")), ("six", 6, None)]
    {
        newsroom.article(name, &format!("/learn/{name}/"), day, |article| {
            article["x"]["credits"] = json!([{ "role": "writer", "name": "Dana Om", "picture": picture }]);
        });
    }
    ["then", "now"]
        .iter()
        .for_each(|name| newsroom.write(&format!("content/media/{name}.webp"), "a picture"));
    newsroom.press().is_clean();
    let page = newsroom.read("people/dana-om/index.html");
    assert!(page.contains("src=\"/media/now.webp\"") && !page.contains("src=\"/media/then.webp\""), "{page}");
    let numbered = newsroom.json("data/en/people/dana-om/page-1.json");
    assert_eq!(
        numbered["about"],
        json!({ "name": "Dana Om" }),
        "a full page does not change with a later portrait"
    );
    // What the site says of a person comes first.
    newsroom.article("seven", "/learn/seven/", 7, |article| {
        article["x"]["credits"] =
            json!([{ "role": "writer", "name": "Aigul Bek", "picture": "/media/now.webp" }]);
    });
    newsroom.press().is_clean();
    assert!(newsroom.read("people/aigul/index.html").contains("src=\"/media/aigul.webp\""));
}

#[test]
fn a_topics_newest_page_says_which_editions_have_it() {
    let newsroom = newsroom("topics-elsewhere");
    newsroom.press().is_clean();
    let newest = newsroom.json("data/en/topics/cranes/latest.json");
    assert_eq!(newest["translations"], json!([{ "language": "ru", "url": "/ru/topics/cranes/" }]));
    assert_eq!(
        newsroom.json("data/en/topics/cranes/page-1.json")["translations"],
        json!(null),
        "a full page stays as it is"
    );
    assert_eq!(newsroom.json("data/en/topics/old-ports/latest.json")["translations"], json!(null));
    assert_eq!(
        newsroom.json("data/en/learn/latest.json")["translations"],
        json!(null),
        "sections are in every edition"
    );
    // The switch of a pressed page leads there.
    assert!(
        newsroom
            .read("topics/cranes/index.html")
            .contains("<a lang=\"ru\" hreflang=\"ru\" data-short=\"Рус\" href=\"/ru/topics/cranes/\"")
    );
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
fn every_standing_page_has_a_title_a_description_and_a_feed_of_its_edition() {
    let newsroom = newsroom("standing-heads");
    let pages = [("about", "/about/", "Who we are."), ("imprint", "/ru/imprint/", "Who answers for it.")];
    for (name, path, lead) in pages {
        newsroom.article(name, path, 5, |article| {
            article["x"]["standing"] = json!(true);
            article["descriptions"] = json!([{ "role": "lead", "value": lead }]);
        });
    }
    newsroom.press().is_clean();
    for ((name, path, lead), (site, root)) in
        pages.into_iter().zip([("The Harbour", "/"), ("Гавань", "/ru/")])
    {
        let page = newsroom.read(&format!("{}index.html", &path[1..]));
        let head = &page[..page.find("</head>").expect("a head")];
        for expected in [
            format!("<title>Headline of {name} · {site}</title>"),
            format!("<meta name=\"description\" content=\"{lead}\">"),
            format!(
                "<link rel=\"alternate\" type=\"application/atom+xml\" href=\"https://harbour.example{root}feed.xml\""
            ),
        ] {
            assert_eq!(head.matches(&expected).count(), 1, "{expected} in {head}");
        }
        let foot = &page[page.find("<footer").expect("a foot")..];
        assert!(
            foot.contains(&format!("href=\"{root}feed.xml\"")),
            "the link to the feed that a reader sees"
        );
    }
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
    assert!(page.contains("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "));
    assert_eq!(newsroom.json("old/place/article.json")["x"]["moved"], "/learn/moved/");
    assert!(newsroom.read("learn/one/index.html").contains("Text of one."), "what is there now stays");
}

/// The part of a page that is not around it.
fn main_part(page: &str) -> &str {
    let from = page.find("<main").expect("a main part");
    &page[from..page.find("</main>").expect("its end")]
}

#[test]
fn sections_of_the_third_level_and_below_are_reached_from_those_around_them() {
    let newsroom = Newsroom::new("deep-sections");
    newsroom.site(|site| {
        site["sections"] = json!([{ "slug": "coast", "name": "Coast", "sections": [
            { "slug": "north", "name": "North", "sections": [
                { "slug": "capes", "name": "Capes", "sections": [{ "slug": "lights", "name": "Lights" }] },
                { "slug": "bays", "name": "Bays" }
            ] },
            { "slug": "south", "name": "South" }
        ] }]);
    });
    for number in 1..=3 {
        newsroom.article(&format!("bay-{number}"), &format!("/coast/north/bays/{number}/"), number, |_| {});
    }
    newsroom.press().is_clean();
    let page = |place: &str| newsroom.read(&format!("{place}index.html"));
    let leads = |place: &str, to: &str| main_part(&page(place)).contains(&format!("<a href=\"{to}\">"));
    assert!(leads("coast/north/", "/coast/north/capes/") && leads("coast/north/", "/coast/north/bays/"));
    assert!(leads("ru/coast/north/", "/ru/coast/north/capes/"));
    assert!(leads("coast/north/capes/", "/coast/north/capes/lights/"));
    // One without sections inside leads to those beside it, its numbered pages too, and says which it is.
    for place in ["coast/north/bays/", "coast/north/bays/page/1/"] {
        assert!(leads(place, "/coast/north/capes/"), "{place}");
    }
    let here = "<a href=\"/coast/north/bays/\" aria-current=\"page\">Bays</a>";
    assert!(main_part(&page("coast/north/bays/")).contains(here));
    // The masthead has the first two levels.
    assert!(!main_part(&page("coast/")).contains("<nav class=\"sections"));
    assert!(!main_part(&page("coast/south/")).contains("<nav class=\"sections"));
}

#[test]
fn a_numbered_page_says_what_its_list_is_what_is_on_it_and_where_the_feed_is() {
    let newsroom = newsroom("numbered-pages");
    newsroom.site(|site| {
        site["page_size"] = json!(1);
        site["sections"] = json!([{ "slug": "learn", "name": "Learn", "description": "How things work." }]);
    });
    newsroom.press().is_clean();
    let page = newsroom.read("learn/page/1/index.html");
    assert!(
        page.contains("<meta name=\"description\" content=\"Learn, page 1: Headline of one\">"),
        "{page}"
    );
    assert!(main_part(&page).contains(">How things work.</p>"));
    assert!(main_part(&page).contains("href=\"/learn/feed.xml\""));
    // A list that the newsroom says nothing of is described by its stories.
    let front = newsroom.read("index.html");
    assert!(front.contains("<meta name=\"description\" content=\"Headline of two · Headline of one\">"));
}

#[test]
fn the_foot_of_a_page_leads_to_the_sections_and_to_both_feeds() {
    let newsroom = newsroom("foot");
    newsroom.press().is_clean();
    for (page, root) in [("learn/one/index.html", "/"), ("ru/index.html", "/ru/")] {
        let page = newsroom.read(page);
        let foot = &page[page.find("<footer").expect("a foot")..];
        for file in ["politics/", "learn/", "feed.xml", "feed.json"] {
            assert!(foot.contains(&format!("href=\"{root}{file}\"")), "{root}{file} is not in {foot}");
        }
    }
}
