//! Articles to read next: what there is to tell of them is in the documents and pages of those that name them.

use serde_json::{Value, json};

use crate::press_newsroom::Newsroom;
use broadsheet::source::ninjs::read_article;

/// A picture whose file is at `href`.
fn picture(href: &str) -> Value {
    json!([{
        "name": "lead", "uri": "urn:harbour:picture", "type": "picture",
        "descriptions": [{ "role": "alt", "value": "A ferry" }],
        "renditions": [{ "name": "480", "href": href, "width": 480, "height": 320 }],
    }])
}

/// A newsroom whose article `a` names `b` and `c`, in this order; `change` alters what it says of them.
fn newsroom(name: &str, change: impl FnOnce(&mut Value)) -> Newsroom {
    let newsroom = Newsroom::new(name);
    newsroom.write("content/media/b.webp", "");
    newsroom.write("content/media/own.webp", "");
    name_others(&newsroom, change);
    target(&newsroom, |_| {});
    newsroom
        .article("c", "/politics/c/", 3, |article| article["embargoedUntil"] = json!("2099-01-01T00:00:00Z"));
    newsroom
}

fn name_others(newsroom: &Newsroom, change: impl FnOnce(&mut Value)) {
    newsroom.article("a", "/politics/a/", 1, |article| {
        let related = |name: &str, words: &str| {
            json!({
                "name": name, "type": "text", "uri": format!("urn:harbour:{name}"),
                "headlines": [{ "role": "main", "value": words }], "x": { "url": format!("/politics/{name}/") },
            })
        };
        article["associations"] = json!([related("b", "In our words"), related("c", "It is to come")]);
        article["edNote"] = json!("Not for readers");
        change(&mut article["associations"]);
    });
}

fn target(newsroom: &Newsroom, change: impl FnOnce(&mut Value)) {
    newsroom.article("b", "/politics/b/", 2, |article| {
        article["descriptions"] = json!([{ "role": "lead", "value": "The lead of b." }]);
        article["associations"] = picture("/media/b.webp");
        change(article);
    });
}

/// What the document of `a` tells of others: the words of each, its lead, when it was published, its picture.
fn told(newsroom: &Newsroom) -> Vec<[String; 4]> {
    let article = read_article(&newsroom.read("politics/a/article.json")).expect("a document").value;
    let related = article.related.iter().map(|related| {
        let picture = related.picture.as_ref().and_then(|picture| picture.widest());
        [
            related.headline.clone(),
            related.lead.clone().unwrap_or_default(),
            related.published.map(|time| time.to_string()).unwrap_or_default(),
            picture.map(|rendition| rendition.address.to_string()).unwrap_or_default(),
        ]
    });
    related.collect()
}

fn of_b(lead: &str, picture: &str) -> [String; 4] {
    ["In our words", lead, "2024-05-02T08:00:00Z", picture].map(str::to_owned)
}

/// One that readers may not read yet, of which nothing is told but what `a` says itself.
fn of_c() -> [String; 4] {
    ["It is to come", "", "", ""].map(str::to_owned)
}

#[test]
fn documents_and_pages_tell_of_others_what_those_say_and_nothing_that_is_held_back() {
    let newsroom = newsroom("related-told", |_| {});
    newsroom.press().is_whole();
    assert_eq!(told(&newsroom), [of_b("The lead of b.", "/media/b.webp"), of_c()]);
    let page = newsroom.read("politics/a/index.html");
    let (_, related) = page.split_once("data-related").expect("a part of the page");
    let (related, _) = related.split_once("</aside>").expect("its end");
    assert!(related.contains("src=\"/media/b.webp\""), "{related}");
    assert!(related.contains("datetime=\"2024-05-02T08:00:00Z\""), "{related}");
    assert!(related.contains("<a href=\"/politics/b/\">In our words</a>"), "{related}");
    assert!(related.contains("<a href=\"/politics/c/\">It is to come</a>"), "{related}");
    for file in ["politics/a/article.json", "politics/a/index.html"] {
        assert!(!newsroom.read(file).contains("Not for readers"), "{file}");
    }
}

#[test]
fn what_an_article_says_of_another_itself_stays() {
    let newsroom = newsroom("related-own", |others| {
        others[0]["descriptions"] = json!([{ "role": "lead", "value": "Why to read it." }]);
        others[0]["renditions"] =
            json!([{ "name": "own", "href": "/media/own.webp", "width": 300, "height": 200 }]);
    });
    newsroom.press().is_whole();
    assert_eq!(told(&newsroom)[0], of_b("Why to read it.", "/media/own.webp"));
}

#[test]
fn a_change_of_one_reaches_those_that_name_it_as_if_all_were_pressed_at_once() {
    let change = |article: &mut Value| {
        article["descriptions"][0]["value"] = json!("Another lead.");
        article["associations"] = picture("/media/own.webp");
    };
    let again = newsroom("related-again", |_| {});
    again.press().is_whole();
    target(&again, change);
    again.press().is_whole();
    assert_eq!(told(&again)[0], of_b("Another lead.", "/media/own.webp"));
    let at_once = newsroom("related-at-once", |_| {});
    target(&at_once, change);
    at_once.press().is_whole();
    assert_eq!(again.tree("out"), at_once.tree("out"));

    // Where it is taken back, nothing of it is told any more.
    target(&again, |article| article["pubStatus"] = json!("withheld"));
    again.press().is_whole();
    let words = ["In our words", "", "", ""].map(str::to_owned);
    assert_eq!(told(&again), [words, of_c()]);
    assert!(!again.read("politics/a/index.html").contains("own.webp"));
}

#[test]
fn a_page_that_is_drawn_anew_tells_the_same_as_its_document() {
    let newsroom = newsroom("related-page", |_| {});
    newsroom.press().is_whole();
    // The article is read anew, and its document is as it was.
    name_others(&newsroom, |_| {});
    newsroom.run("content", "app", "out", &["--now", "2026-07-02T00:00:00Z"]).is_whole();
    let page = newsroom.read("politics/a/index.html");
    assert!(page.contains("2 years old") && page.contains("src=\"/media/b.webp\""));
}

#[test]
fn what_stays_because_of_a_slip_tells_no_more_of_others_than_they_do() {
    let newsroom = newsroom("related-slip", |_| {});
    newsroom.press().is_whole();
    let (before, words) = (newsroom.tree("out"), ["In our words", "", "", ""].map(str::to_owned));
    newsroom.slip("a");
    for _ in 0..2 {
        newsroom.press().says(1, &["articles/a.json:", "stays on the site"]);
        assert_eq!(newsroom.tree("out"), before);
    }
    target(&newsroom, |article| article["descriptions"][0]["value"] = json!("Another lead."));
    newsroom.press().says(1, &["stays on the site"]);
    assert_eq!(told(&newsroom), [of_b("Another lead.", "/media/b.webp"), of_c()]);
    assert!(!newsroom.tells("The lead of b."));
    // Taken back, deleted, and there again.
    let is_told_of_nothing = || {
        newsroom.press().says(1, &["stays on the site"]);
        assert_eq!(told(&newsroom), [words.clone(), of_c()]);
        assert!(!newsroom.tells("lead of b") && !newsroom.tells("media/b.webp"));
        let again = newsroom.press();
        assert!(again.summary.contains("files written 0,"), "{again:?}");
    };
    target(&newsroom, |article| article["pubStatus"] = json!("withheld"));
    is_told_of_nothing();
    target(&newsroom, |_| {});
    newsroom.press().says(1, &["stays on the site"]);
    assert_eq!(newsroom.tree("out"), before);
    target(&newsroom, |article| article["pubStatus"] = json!("canceled"));
    is_told_of_nothing();
}

/// Takes away where the others are, so that they are named by their identifiers alone.
fn without_places(others: &mut Value) {
    for other in others.as_array_mut().expect("a list") {
        let other = other.as_object_mut().expect("an object");
        match other["uri"].as_str() {
            // To many tools nothing is null.
            Some("urn:harbour:b") => other.insert("x".to_owned(), Value::Null),
            _ => other.remove("x"),
        };
    }
}

#[test]
fn one_that_is_named_by_its_identifier_alone_is_found_where_it_is() {
    let newsroom = newsroom("related-by-uri", without_places);
    let pressed = newsroom.press();
    pressed.is_whole();
    assert!(!pressed.messages.contains("urn:harbour:b"), "{pressed:?}");
    // Where `c` will be, which readers may not read yet, nobody is told.
    assert_eq!(told(&newsroom), [of_b("The lead of b.", "/media/b.webp")]);
    let page = newsroom.read("politics/a/index.html");
    let (_, related) = page.split_once("data-related").expect("a part of the page");
    assert!(related.contains("<a href=\"/politics/b/\">In our words</a>"), "{related}");
    assert!(!page.contains("/politics/c/"), "{page}");

    // It is found again where it goes, and the article that names it need not be read for that.
    target(&newsroom, |article| article["x"]["url"] = json!("/learn/b/"));
    newsroom.press().is_whole();
    assert!(newsroom.read("politics/a/index.html").contains("<a href=\"/learn/b/\">In our words</a>"));
    let at_once = self::newsroom("related-by-uri-at-once", without_places);
    target(&at_once, |article| article["x"]["url"] = json!("/learn/b/"));
    at_once.press().is_whole();
    for file in ["politics/a/article.json", "politics/a/index.html"] {
        assert_eq!(newsroom.read(file), at_once.read(file), "{file}");
    }
}
