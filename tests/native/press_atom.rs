//! The feeds with whole texts, as feed readers read them.

use feed_rs::{
    model::{Entry, Feed},
    parser,
};
use serde_json::{Value, json};

use crate::press_newsroom::Newsroom;

/// A newsroom on a host and under a path, whose clocks are those of Almaty.
pub fn newsroom(name: &str) -> Newsroom {
    let newsroom = Newsroom::new(name);
    newsroom.site(|site| {
        site["url"] = json!("https://harbour.example");
        site["base_path"] = json!("/news/");
        site["editions"][0]["time_zone"] = json!("Asia/Almaty");
        site["people"] = json!([{ "slug": "aigul", "name": "Aigul Temirbek" }]);
    });
    newsroom
}

/// A feed of the site, parsed.
pub fn parsed(newsroom: &Newsroom, file: &str) -> Feed {
    let text = newsroom.read(file);
    parser::parse(text.as_bytes()).unwrap_or_else(|error| panic!("{file}: {error}\n{text}"))
}

/// The text of the first item of a feed, which is the same in both formats.
fn text_of(newsroom: &Newsroom, folder: &str) -> String {
    let atom = parsed(newsroom, &format!("{folder}feed.xml"));
    let text = atom.entries[0].content.as_ref().and_then(|content| content.body.clone()).expect("a text");
    let json = newsroom.json(&format!("{folder}feed.json"));
    assert_eq!(json["items"][0]["content_html"], json!(text), "both formats");
    text
}

/// An article with all that an item says.
pub fn fill(article: &mut Value) {
    article["headlines"] = json!([
        { "role": "main", "value": "The old crane & <its> end" }, { "role": "subhead", "value": "It was loved" }
    ]);
    article["descriptions"] = json!([{ "role": "lead", "value": "It lifted its last container." }]);
    article["versionCreated"] = json!("2024-05-02T08:00:00Z");
    article["subjects"] = json!([{ "name": "Cranes" }]);
    article["associations"] = json!([{
        "name": "lead", "type": "picture",
        "descriptions": [
            { "role": "alt", "value": "A crane at dawn" }, { "role": "caption", "value": "The crane in 1931." },
            { "role": "creditline", "value": "©The Harbour" }
        ],
        "renditions": [
            { "href": "/media/crane-480.webp", "width": 480, "height": 270 },
            { "href": "/media/crane 1300.webp", "width": 1300, "height": 731 }
        ]
    }]);
    article["x"]["credits"] = json!([
        { "role": "reporter", "name": "Aigul Temirbek" }, { "role": "writer", "name": "Dana Omarova" },
        { "role": "editor", "name": "Sofia Renn" }
    ]);
    article["x"]["corrections"] =
        json!([{ "date": "2024-05-03T00:00:00Z", "text": "Built in 1931, not 1932." }]);
}

/// A feed reader takes from an item what [`fill`] put into the article.
pub fn is_filled(entry: &Entry) {
    assert_eq!(entry.title.as_ref().expect("a title").content, "The old crane & <its> end");
    assert_eq!(entry.links[0].href, "https://harbour.example/news/politics/a/");
    assert_eq!(entry.published.expect("a time").to_rfc3339(), "2024-05-01T08:00:00+00:00");
    assert_eq!(entry.updated.expect("a time").to_rfc3339(), "2024-05-02T08:00:00+00:00");
    let authors: Vec<_> = entry.authors.iter().map(|one| (one.name.as_str(), one.uri.as_deref())).collect();
    assert_eq!(
        authors,
        [
            ("Aigul Temirbek", Some("https://harbour.example/news/people/aigul/")),
            ("Dana Omarova", Some("https://harbour.example/news/people/dana-omarova/")),
        ]
    );
    assert_eq!(entry.categories.iter().map(|tag| tag.term.as_str()).collect::<Vec<_>>(), ["Cranes"]);
    assert_eq!(entry.summary.as_ref().expect("a lead").content, "It lifted its last container.");
}

#[test]
fn a_reader_of_atom_gets_title_dates_authors_and_the_picture() {
    let newsroom = newsroom("atom");
    newsroom.article("a", "/politics/a/", 1, fill);
    newsroom.article("b", "/politics/b/", 3, |_| {});
    newsroom.press();
    let feed = parsed(&newsroom, "politics/feed.xml");
    assert_eq!(feed.title.expect("a title").content, "Politics · The Harbour");
    assert_eq!(feed.id, "https://harbour.example/news/politics/");
    assert_eq!(feed.updated.expect("a time").to_rfc3339(), "2024-05-03T08:00:00+00:00");
    assert_eq!(feed.language.as_deref(), Some("en"));
    let links: Vec<_> = feed.links.iter().map(|link| (link.rel.as_deref(), link.href.as_str())).collect();
    assert!(links.contains(&(Some("self"), "https://harbour.example/news/politics/feed.xml")), "{links:?}");
    assert_eq!(
        feed.entries.iter().map(|entry| entry.id.as_str()).collect::<Vec<_>>(),
        ["urn:harbour:b", "urn:harbour:a"]
    );
    let entry = &feed.entries[1];
    is_filled(entry);
    let media = &entry.media[0];
    let file = &media.content[0];
    assert_eq!(
        file.url.as_ref().map(|url| url.as_str()),
        Some("https://harbour.example/news/media/crane%201300.webp")
    );
    assert_eq!((file.width, file.height), (Some(1300), Some(731)));
    assert_eq!(media.description.as_ref().map(|words| words.content.as_str()), Some("The crane in 1931."));
    assert_eq!(media.credits[0].entity, "©The Harbour");
    // The times are those of the newsroom's clocks.
    assert!(newsroom.read("politics/feed.xml").contains("<published>2024-05-01T13:00:00+05:00</published>"));
}

#[test]
fn the_text_is_the_whole_article_with_whole_addresses() {
    let newsroom = newsroom("feed-text");
    newsroom.article("a", "/politics/a/", 1, |article| {
        fill(article);
        article["bodies"] = json!([{ "contentType": "text/html", "value":
            "<p>It lifted its last container.</p><p>A <em>long</em> way, <a href='/learn/x/'>here</a>, \
             <a href='#part-numbers'>below</a> and <a href='mailto:desk@harbour.example'>by post</a>.</p>\
             <h2>Numbers</h2><ul><li>One</li><li>Two</li></ul>\
             <figure><img src='/media/port.webp' alt='The port' width='1200' height='800'><figcaption>A port</figcaption></figure>\
             <blockquote cite='/learn/y/'><p>So it goes.</p></blockquote>\
             <table><tr><th>Year</th><td colspan='2'>1931</td></tr></table>\
             <iframe src='https://www.youtube.com/embed/abcdefghijk' title='The film'></iframe><hr><pre>a  b</pre>" }]);
    });
    newsroom.press();
    let text = text_of(&newsroom, "");
    for part in [
        "<p><strong>It was loved</strong></p><p>It lifted its last container.</p><figure>",
        "<img src=\"https://harbour.example/news/media/crane%201300.webp\" alt=\"A crane at dawn\" width=\"1300\" height=\"731\"/>",
        "<figcaption>The crane in 1931. <small>©The Harbour</small></figcaption></figure><p>A <em>long</em> way,",
        "<a href=\"https://harbour.example/news/learn/x/\">here</a>",
        "<a href=\"https://harbour.example/news/politics/a/#part-numbers\">below</a>",
        "<a href=\"mailto:desk@harbour.example\">by post</a>",
        "<h2>Numbers</h2><ul><li>One</li><li>Two</li></ul>",
        "<img src=\"https://harbour.example/news/media/port.webp\" alt=\"The port\" width=\"1200\" height=\"800\"/>",
        "<blockquote cite=\"https://harbour.example/news/learn/y/\"><p>So it goes.</p></blockquote>",
        "<th>Year</th><td colspan=\"2\">1931</td>",
        ">The film · Watch on YouTube</a></p><hr/>",
        "<pre>\na  b</pre>",
        "<h2>Corrections</h2><ul><li>",
        "Built in 1931, not 1932.</li></ul>",
    ] {
        assert!(text.contains(part), "no {part}\nin {text}");
    }
    assert_eq!(text.matches("It lifted its last container.").count(), 1, "the lead is said once");
    assert!(!text.contains("<iframe") && !text.contains("=\"/"), "{text}");
}

#[test]
fn hostile_words_are_only_words_and_what_xml_forbids_is_dropped() {
    const HOSTILE: &str = "]]></content><script>alert(1)</script> & \"'\u{1}\u{8}\u{fffe} \u{1f600}";
    let newsroom = newsroom("feed-hostile");
    newsroom.article("a", "/politics/a/", 1, |article| {
        article["uri"] = json!("no identifier <anywhere>");
        article["headlines"] = json!([{ "role": "main", "value": HOSTILE }]);
        article["descriptions"] = json!([{ "role": "lead", "value": HOSTILE }]);
        article["subjects"] = json!([{ "name": HOSTILE }]);
        article["by"] = json!(HOSTILE);
        article["bodies"] = json!([{ "contentType": "text/html", "value":
            "<p onclick='x()'>\u{1}\u{fffe}&lt;script>alert(2)&lt;/script></p><img src='javascript:alert(3)' alt='\"><b>'>\
             <a href='java\u{1}script:alert(4)'>a</a>" }]);
    });
    newsroom.press();
    let feed = parsed(&newsroom, "feed.xml");
    let entry = &feed.entries[0];
    let words = "]]></content><script>alert(1)</script> & \"' \u{1f600}";
    let title = &entry.title.as_ref().expect("a title").content;
    assert_eq!(title, words);
    assert_eq!(entry.categories[0].term, words);
    assert_eq!(entry.id, "https://harbour.example/news/politics/a/", "an identifier that is none elsewhere");
    let text = text_of(&newsroom, "");
    assert!(
        !text.contains("<script") && !text.contains("onclick") && !text.contains("javascript:"),
        "{text}"
    );
    assert!(text.contains("&lt;script&gt;alert(2)&lt;/script&gt;"), "{text}");
}

#[test]
fn an_article_without_dates_and_a_list_without_articles_are_feeds_too() {
    let newsroom = newsroom("feed-undated");
    newsroom.article("a", "/politics/a/", 1, |article| {
        article.as_object_mut().expect("a document").remove("firstCreated");
        article["headlines"] = json!([]);
    });
    newsroom.press();
    let feed = parsed(&newsroom, "feed.xml");
    let entry = &feed.entries[0];
    assert_eq!(entry.updated.expect("a time").timestamp(), 0);
    assert!(entry.published.is_none());
    assert!(!entry.title.as_ref().expect("a title").content.is_empty());
    assert!(parsed(&newsroom, "ru/learn/feed.xml").entries.is_empty());
}

#[test]
fn what_readers_may_not_see_and_what_stands_by_itself_is_in_no_feed() {
    let newsroom = newsroom("feed-hidden");
    newsroom.article("a", "/politics/a/", 1, |article| article["pubStatus"] = json!("canceled"));
    newsroom
        .article("b", "/politics/b/", 2, |article| article["embargoedUntil"] = json!("2030-01-01T00:00:00Z"));
    newsroom.article("c", "/imprint/", 3, |article| article["x"]["standing"] = json!(true));
    newsroom.article("d", "/politics/d/", 4, |_| {});
    newsroom.press();
    for file in ["feed.xml", "feed.json", "politics/feed.xml"] {
        let text = newsroom.read(file);
        assert!(text.contains("Text of d."), "{file}");
        for hidden in ["of a", "of b", "of c"] {
            assert!(!text.contains(hidden), "{hidden} in {file}");
        }
    }
}
