//! What `broadsheet press` writes for feed readers and home screens.

use crate::press_newsroom::Newsroom;
use serde_json::{Value, json};

fn newsroom(name: &str) -> Newsroom {
    let newsroom = Newsroom::new(name);
    newsroom.site(|site| {
        site["url"] = json!("https://harbour.example");
        site["base_path"] = json!("/news/");
        site["logo"] = json!("/media/mark.png");
        site["theme"] = json!({ "accent": "#9c2f14" });
        site["sections"][1]["description"] = json!("How things work.");
        site["editions"][0]["time_zone"] = json!("Asia/Almaty");
    });
    newsroom.write("content/media/mark.png", "a picture");
    newsroom
}

fn titles(feed: &Value) -> Vec<&str> {
    let items = feed["items"].as_array().expect("items").iter();
    items.map(|item| item["title"].as_str().unwrap_or_default()).collect()
}

#[test]
fn every_front_and_section_has_a_feed_of_its_newest_articles() {
    let newsroom = newsroom("feeds");
    newsroom.article("a", "/learn/politics/a/", 1, |_| {});
    newsroom.article("b", "/politics/b/", 3, |_| {});
    newsroom.article("c", "/ru/learn/c/", 2, |_| {});
    newsroom.article("d", "/politics/d/", 4, |article| article["pubStatus"] = json!("withheld"));
    newsroom.press().is_clean();
    assert_eq!(titles(&newsroom.json("feed.json")), ["Headline of b", "Headline of a"]);
    assert_eq!(
        newsroom.listed("data/en/latest.json"),
        ["/politics/b/", "/learn/politics/a/"],
        "as the list does"
    );
    assert_eq!(titles(&newsroom.json("learn/feed.json")), ["Headline of a"]);
    assert_eq!(titles(&newsroom.json("ru/learn/feed.json")), ["Headline of c"]);
    assert_eq!(titles(&newsroom.json("ru/politics/feed.json")), [""; 0]);
    for (file, title, home, language) in [
        ("feed.json", "The Harbour", "https://harbour.example/news/", "en"),
        ("learn/feed.json", "Learn · The Harbour", "https://harbour.example/news/learn/", "en"),
        ("ru/learn/feed.json", "Learn · Гавань", "https://harbour.example/news/ru/learn/", "ru"),
    ] {
        let feed = newsroom.json(file);
        assert_eq!(feed["version"], "https://jsonfeed.org/version/1.1");
        assert_eq!((&feed["title"], &feed["home_page_url"]), (&json!(title), &json!(home)), "{file}");
        assert_eq!(feed["feed_url"], json!(format!("{home}feed.json")));
        assert_eq!(
            (&feed["language"], &feed["icon"]),
            (&json!(language), &json!("https://harbour.example/news/media/mark.png"))
        );
    }
    assert_eq!(newsroom.json("learn/feed.json")["description"], "How things work.");
}

#[test]
fn an_item_says_what_a_list_says() {
    let newsroom = newsroom("feed-item");
    newsroom.article("a", "/politics/a/", 1, |article| {
        article["descriptions"] = json!([{ "role": "lead", "value": "</script> & \"lead\"" }]);
        article["versionCreated"] = json!("2024-05-02T08:00:00Z");
        article["associations"] = json!([{ "name": "lead", "type": "picture", "renditions": [
            { "href": "/media/a 1.webp", "width": 960, "height": 540 }
        ] }]);
    });
    newsroom.article("b", "/politics/b/", 2, |article| article["headlines"] = json!([]));
    newsroom.press().says(0, &[]);
    let feed = newsroom.json("politics/feed.json");
    assert_eq!(
        feed["items"][1],
        json!({
            "id": "urn:harbour:a",
            "url": "https://harbour.example/news/politics/a/",
            "title": "Headline of a",
            "summary": "</script> & \"lead\"",
            "content_html": "<p>&lt;/script&gt; &amp; \"lead\"</p><figure>\
                <img src=\"https://harbour.example/news/media/a%201.webp\" alt=\"\" width=\"960\" height=\"540\"/>\
                </figure><p>Text of a.</p>",
            "image": "https://harbour.example/news/media/a%201.webp",
            "date_published": "2024-05-01T13:00:00+05:00",
            "date_modified": "2024-05-02T13:00:00+05:00",
            "language": "en",
            "tags": [],
        })
    );
    let untitled = &feed["items"][0];
    assert!(untitled.get("title").is_none() && untitled["content_html"] == "<p>Text of b.</p>", "{untitled}");
}

#[test]
fn a_feed_does_not_grow_with_the_archive_and_pressing_again_changes_nothing() {
    let newsroom = newsroom("feed-length");
    for day in 1..=31 {
        newsroom.article(&format!("a{day}"), &format!("/politics/a{day}/"), day, |_| {});
    }
    newsroom.press().is_clean();
    assert_eq!(newsroom.json("feed.json")["items"].as_array().map(Vec::len), Some(30));
    assert!(newsroom.press().summary.contains("files written 0,"));
}

#[test]
fn the_manifest_names_the_site_and_its_icons() {
    let newsroom = newsroom("manifest");
    newsroom.write("content/favicon.svg", "<svg/>");
    newsroom.press().is_clean();
    let manifest = newsroom.json("manifest.webmanifest");
    for (name, value) in [
        ("name", json!("The Harbour")),
        ("short_name", json!("The Harbour")),
        ("start_url", json!("/news/")),
        ("scope", json!("/news/")),
        ("display", json!("minimal-ui")),
        ("theme_color", json!("#9c2f14")),
        ("lang", json!("en")),
        ("dir", json!("ltr")),
    ] {
        assert_eq!(manifest[name], value, "{name}");
    }
    assert_eq!(
        manifest["icons"][0],
        json!({ "src": "/news/favicon.svg", "type": "image/svg+xml", "sizes": "any" })
    );
    assert_eq!(manifest["icons"][1], json!({ "src": "/news/media/mark.png" }));
}

#[test]
fn files_and_addresses_of_the_newsroom_come_before_feeds_and_manifest() {
    let newsroom = newsroom("own-feed");
    newsroom.write("content/feed.json", "{\"mine\": true}");
    newsroom.write("content/manifest.webmanifest", "{\"mine\": true}");
    newsroom.article("a", "/politics/feed.json/", 1, |_| {});
    newsroom.press().is_clean();
    assert_eq!(newsroom.json("feed.json")["mine"], json!(true));
    assert_eq!(newsroom.json("manifest.webmanifest")["mine"], json!(true));
    assert!(newsroom.has("politics/feed.json/index.html") && newsroom.has("learn/feed.json"));
}
