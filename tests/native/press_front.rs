//! The front that `broadsheet press` arranges.

use crate::press_newsroom::Newsroom;
use serde_json::{Value, json};

/// The blocks of a front: what each is, and the last parts of the addresses of its stories.
fn front(newsroom: &Newsroom, file: &str) -> Vec<String> {
    let page = newsroom.json(file);
    let blocks = page["front"].as_array().expect("a front").iter().map(|block| {
        let stories = block["items"].as_array().expect("stories").iter().map(|item| {
            let address = item["x"]["url"].as_str().expect("an address");
            address.trim_end_matches('/').rsplit('/').next().unwrap_or_default().to_owned()
        });
        let section = block["section"].as_str().map(|section| format!(" {section}")).unwrap_or_default();
        let more = if block["more"] == true { " +" } else { "" };
        let kind = block["block"].as_str().expect("a kind");
        format!("{kind}{section}: {}{more}", stories.collect::<Vec<_>>().join(" "))
    });
    blocks.collect()
}

/// A newsroom with an article for each name: those in `politics` first, the newest last.
fn newsroom(name: &str, politics: &[&str], learn: &[&str]) -> Newsroom {
    let newsroom = Newsroom::new(name);
    let named =
        politics.iter().map(|name| ("politics", name)).chain(learn.iter().map(|name| ("learn", name)));
    for (day, (section, name)) in (1..).zip(named) {
        newsroom.article(name, &format!("/{section}/{name}/"), day, |_| {});
    }
    newsroom
}

fn arrange(newsroom: &Newsroom, front: Value) {
    newsroom.site(|site| site["front"] = front);
}

#[test]
fn a_front_that_nobody_arranged_has_a_lead_a_row_sections_and_the_rest() {
    let newsroom =
        newsroom("front-usual", &["p1", "p2", "p3", "p4", "p5", "p6", "p7"], &["l1", "l2", "l3", "l4", "l5"]);
    newsroom.press().is_clean();
    let expected = ["lead: l5", "row: l4 l3 l2", "section politics: p7 p6 p5 p4 +", "latest: l1 p3 p2 p1"];
    assert_eq!(front(&newsroom, "data/en/latest.json"), expected);
    let page = newsroom.json("data/en/latest.json");
    assert_eq!((&page["first"], &page["items"]), (&json!(1), &json!([])), "nothing is left for older pages");
    // The other edition has no story, and no front.
    assert_eq!(newsroom.json("data/ru/latest.json")["front"], json!(null));
}

#[test]
fn the_newsroom_arranges_blocks_and_no_story_stands_twice() {
    let newsroom = newsroom("front-own", &["p1", "p2", "p3"], &["l1", "l2", "l3"]);
    newsroom.article("q", "/learn/politics/q/", 20, |_| {});
    arrange(
        &newsroom,
        json!([
            { "block": "latest", "stories": 1 },
            { "block": "section", "section": "learn/politics" },
            { "block": "section", "section": "/politics/", "stories": 2 },
            { "block": "row", "stories": 2, "articles": ["/learn/l1/"] },
            { "block": "lead" },
            { "block": "section", "section": "learn" },
            { "block": "latest" }
        ]),
    );
    newsroom.press().is_clean();
    let expected = ["latest: q", "section politics: p3 p2 +", "row: l1 l3", "lead: l2", "latest: p1"];
    assert_eq!(front(&newsroom, "data/en/latest.json"), expected);
}

#[test]
fn urgency_goes_before_time_among_recent_articles_only() {
    let newsroom = Newsroom::new("front-urgency");
    for (name, day, urgency) in [
        ("old", 1, json!(1)),
        ("a", 8, json!(null)),
        ("b", 9, json!(2)),
        ("c", 10, json!(6)),
        ("d", 10, json!(4)),
    ] {
        newsroom.article(name, &format!("/politics/{name}/"), day, |article| article["urgency"] = urgency);
    }
    arrange(&newsroom, json!([{ "block": "lead" }, { "block": "row", "stories": 2 }, { "block": "latest" }]));
    newsroom.press().is_clean();
    assert_eq!(front(&newsroom, "data/en/latest.json"), ["lead: b", "row: d a", "latest: c old"]);
    newsroom.article("b", "/politics/b/", 9, |article| article["urgency"] = json!(12));
    newsroom
        .press()
        .says(0, &["articles/b.json:", "expected an urgency from 1, the most urgent, to 9", "(/urgency)"]);
    assert_eq!(
        front(&newsroom, "data/en/latest.json")[0],
        "lead: d",
        "what is no urgency counts as the usual one"
    );
}

#[test]
fn each_edition_takes_the_articles_named_for_it_and_what_is_not_there_is_a_warning() {
    let newsroom = newsroom("front-named", &["p1", "p2"], &["l1", "l2"]);
    newsroom.article("r1", "/ru/politics/r1/", 1, |_| {});
    newsroom.article("r2", "/ru/politics/r2/", 2, |_| {});
    newsroom.article("held", "/politics/held/", 9, |article| article["pubStatus"] = json!("withheld"));
    arrange(
        &newsroom,
        json!([
            { "block": "lead", "articles": ["/politics/p1/", "/ru/politics/r1/"] },
            { "block": "hero" },
            { "block": "row", "stories": 2, "articles": ["/politics/held/", "/politics/p1/", "/politics/p2"] }
        ]),
    );
    let pressing = newsroom.press();
    pressing.says(
        0,
        &[
            "expected a block of the kind lead, row, section or latest, found \"hero\" (/front/1/block)",
            "expected an article that readers can find, found /politics/held/: \
             the front has the next story in its place (/front/2/articles/0)",
            "expected an article that the front does not name yet, found /politics/p1/",
            "(/front/2/articles/1)",
        ],
    );
    assert_eq!(pressing.messages.lines().count(), 3, "{pressing:?}");
    assert_eq!(front(&newsroom, "data/en/latest.json"), ["lead: p1", "row: p2 l2"]);
    assert_eq!(front(&newsroom, "data/ru/latest.json"), ["lead: r1", "row: r2"]);
}

#[test]
fn older_pages_begin_where_the_front_has_not_everything() {
    let newsroom = newsroom("front-older", &["p1", "p2", "p3", "p4", "p5", "p6"], &[]);
    arrange(&newsroom, json!([{ "block": "lead" }, { "block": "row", "stories": 2 }]));
    newsroom.press().is_clean();
    // Six articles, two on a page; p6, p5 and p4 are on the front, so page 2 has one that is not.
    assert_eq!(newsroom.json("data/en/latest.json")["first"], json!(3));
    let page = newsroom.read("index.html");
    assert!(page.contains("href=\"/page/2/\"") && !page.contains("href=\"/page/3/\""), "{page}");
    assert!(
        newsroom.read("page/2/index.html").contains("<link rel=\"prev\" href=\"https://harbour.example/\">")
    );
    newsroom.press().is_clean();
}

#[test]
fn a_front_does_not_grow_with_the_archive() {
    let newsroom = Newsroom::new("front-size");
    let add = |from: usize, to: usize| {
        for number in from..to {
            let name = format!("story-{number:03}");
            newsroom.article(
                &name,
                &format!("/politics/{name}/"),
                u8::try_from(number % 28).unwrap_or(0) + 1,
                |_| {},
            );
        }
    };
    add(0, 40);
    newsroom.press_without_copies().is_clean();
    let length = newsroom.read("data/en/latest.json").len();
    add(40, 120);
    newsroom.press_without_copies().is_clean();
    let later = newsroom.read("data/en/latest.json").len();
    assert!(later < length + 8, "{later} bytes after {length}");
}

#[test]
fn a_story_that_is_to_come_may_be_arranged_and_nothing_that_is_published_names_it() {
    let newsroom = newsroom("front-to-come", &["p1", "p2"], &["l1"]);
    newsroom.article("resigns", "/politics/minister-resigns/", 20, |article| {
        article["embargoedUntil"] = json!("2030-01-01T00:00:00Z");
    });
    arrange(&newsroom, json!([{ "block": "lead", "articles": ["/politics/minister-resigns/"] }]));
    newsroom
        .press_without_copies()
        .says(0, &["found /politics/minister-resigns/: the front has the next story"]);
    let own = newsroom.path("out/politics/minister-resigns");
    for (file, bytes) in newsroom.tree("out") {
        let is_told = String::from_utf8_lossy(&bytes).contains("minister-resigns");
        assert!(
            !is_told || newsroom.path("").join(&file).starts_with(&own),
            "{} tells of it",
            file.display()
        );
    }
    assert_eq!(newsroom.json("site.json")["name"]["en"], "The Harbour", "the rest is for readers");
}
