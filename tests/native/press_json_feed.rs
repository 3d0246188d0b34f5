//! The JSON Feeds, and what both formats have in common, as feed readers read them.

use feed_rs::model::{Entry, FeedType};
use serde_json::json;

use crate::press_atom::{fill, is_filled, newsroom, parsed};

/// The text of an item, as a feed reader takes it.
fn content(entry: &Entry) -> String {
    entry.content.as_ref().and_then(|content| content.body.clone()).expect("a text")
}

#[test]
fn a_reader_of_a_json_feed_gets_title_dates_authors_and_the_picture() {
    let newsroom = newsroom("json-feed");
    newsroom.article("a", "/politics/a/", 1, fill);
    newsroom.article("b", "/politics/b/", 3, |_| {});
    newsroom.press();
    let feed = parsed(&newsroom, "politics/feed.json");
    assert_eq!(feed.feed_type, FeedType::JSON);
    assert_eq!(feed.title.expect("a title").content, "Politics · The Harbour");
    assert_eq!(feed.language.as_deref(), Some("en"));
    let links: Vec<_> = feed.links.iter().map(|link| link.href.as_str()).collect();
    for link in ["", "feed.json"] {
        let link = format!("https://harbour.example/news/politics/{link}");
        assert!(links.contains(&link.as_str()), "no {link} in {links:?}");
    }
    let ids: Vec<_> = feed.entries.iter().map(|entry| entry.id.as_str()).collect();
    assert_eq!(ids, ["urn:harbour:b", "urn:harbour:a"]);
    let entry = &feed.entries[1];
    is_filled(entry);
    // The reader takes no notice of `image`, which is the same picture.
    let picture = "https://harbour.example/news/media/crane%201300.webp";
    assert!(content(entry).contains(&format!("<img src=\"{picture}\"")), "{}", content(entry));
    assert_eq!(newsroom.json("politics/feed.json")["items"][1]["image"], json!(picture));
    let atom = parsed(&newsroom, "politics/feed.xml");
    assert_eq!(content(entry), content(&atom.entries[1]), "the text of both formats");
}

#[test]
fn topics_and_people_have_feeds_of_their_articles_in_both_formats() {
    let newsroom = newsroom("feed-lists");
    newsroom.article("a", "/politics/a/", 1, fill);
    newsroom.article("b", "/politics/b/", 3, |_| {});
    newsroom.article("c", "/learn/c/", 4, |article| article["subjects"] = json!([{ "name": "Cranes" }]));
    newsroom.press();
    for (list, title, ids) in [
        ("topics/cranes/", "Cranes · The Harbour", vec!["urn:harbour:c", "urn:harbour:a"]),
        ("people/aigul/", "Aigul Temirbek · The Harbour", vec!["urn:harbour:a"]),
        ("people/sofia-renn/", "Sofia Renn · The Harbour", vec!["urn:harbour:a"]),
    ] {
        for file in ["feed.xml", "feed.json"] {
            let feed = parsed(&newsroom, &format!("{list}{file}"));
            assert_eq!(feed.title.expect("a title").content, title, "{list}{file}");
            let found: Vec<_> = feed.entries.iter().map(|entry| entry.id.as_str()).collect();
            assert_eq!(found, ids, "{list}{file}");
            let home = format!("https://harbour.example/news/{list}");
            assert!(feed.links.iter().any(|link| link.href == home), "{list}{file}: {:?}", feed.links);
            let text = feed.entries.last().map(content).expect("an item");
            assert!(text.contains("Text of a."), "{list}{file}: {text}");
        }
    }
}

#[test]
fn the_pictures_of_a_gallery_keep_their_captions_and_credits_in_both_formats() {
    let newsroom = newsroom("feed-gallery");
    newsroom.article("a", "/politics/a/", 1, |article| {
        article["bodies"][0]["value"] = json!(
            "<figure class='wp-block-gallery'>\
             <figure><img src='/media/one.webp' alt='One'><figcaption>The quay <cite>© Ann Quay</cite></figcaption></figure>\
             <figure><img src='/media/two.webp' alt='Two'><figcaption>The pier <cite>© Bo Pier</cite></figcaption></figure>\
             <figcaption>Two views</figcaption></figure>"
        );
    });
    newsroom.press();
    for file in ["feed.xml", "feed.json"] {
        let feed = parsed(&newsroom, file);
        let text = content(&feed.entries[0]);
        for said in [
            "https://harbour.example/news/media/one.webp",
            "<figcaption>The quay <small>© Ann Quay</small></figcaption>",
            "https://harbour.example/news/media/two.webp",
            "<figcaption>The pier <small>© Bo Pier</small></figcaption>",
            "Two views",
        ] {
            assert!(text.contains(said), "no {said} in {file}: {text}");
        }
    }
}
