//! Articles that were published and are deleted from the content.

use std::fs;

use crate::press_newsroom::Newsroom;
use serde_json::{Value, json};

const RECORD: &str = "broadsheet-press.json";

/// A newsroom with three articles, of which `gone` was published, and one that leads readers on.
fn newsroom(name: &str) -> Newsroom {
    let newsroom = Newsroom::new(name);
    newsroom.article("corrections", "/corrections/", 1, |article| article["x"]["standing"] = json!(true));
    newsroom.article("a", "/politics/a/", 2, |_| {});
    newsroom.article("gone", "/politics/gone/", 3, |_| {});
    newsroom
}

fn delete(newsroom: &Newsroom, name: &str) {
    fs::remove_file(newsroom.path(&format!("content/articles/{name}.json"))).expect("removed");
}

/// Whether hosts say of an address that it is gone, and the page says so too.
fn is_gone(newsroom: &Newsroom, place: &str) -> bool {
    let rule = |file: &str, rule: &str| newsroom.read(file).contains(rule);
    let told = [
        newsroom.has(&format!("{place}/.gone")) && rule(".htaccess", "%{REQUEST_FILENAME}.gone -f"),
        rule(
            "hosts/nginx.conf",
            &format!("location = \"/{place}/\" {{ error_page 410 \"/{place}/index.html\""),
        ),
        rule("hosts/Caddyfile", &format!("/{place}/")),
        newsroom.has(&format!("{place}/index.html"))
            && newsroom.read(&format!("{place}/index.html")).contains("Article not available"),
        newsroom.has(&format!("{place}/article.json"))
            && newsroom.json(&format!("{place}/article.json"))["pubStatus"] == "canceled",
    ];
    assert!(told.iter().all(|one| *one == told[0]), "half gone: {place} {told:?}");
    told[0]
}

/// Whether nothing of the site or of the settings for hosts is about a place.
fn is_nowhere(newsroom: &Newsroom, word: &str) -> bool {
    newsroom.tree("out").iter().all(|(file, bytes)| {
        let is_told = bytes.windows(word.len()).any(|window| window == word.as_bytes());
        !is_told && !file.to_string_lossy().contains(word)
    })
}

#[test]
fn a_deleted_article_is_gone_for_good_and_hosts_say_so() {
    let newsroom = newsroom("deleted");
    newsroom.press().is_clean();
    assert!(!is_gone(&newsroom, "politics/gone"));
    delete(&newsroom, "gone");
    let pressing = newsroom.press();
    pressing.is_clean();
    assert!(pressing.summary.contains("articles 2, held back 0,"), "{pressing:?}");
    assert!(is_gone(&newsroom, "politics/gone"));
    assert_eq!(newsroom.listed("data/en/latest.json"), ["/politics/a/"]);
    let page = newsroom.read("politics/gone/index.html");
    assert!(page.contains("noindex") && !page.contains("Headline of gone"), "{page}");
    for file in ["sitemap-1.xml", "feed.json", "politics/gone/article.json", "index.html"] {
        assert!(!newsroom.read(file).contains("of gone"), "{file}");
    }
    let again = newsroom.press();
    assert!(again.summary.contains("files written 0,") && again.summary.contains("removed 0."), "{again:?}");
    // Later pressings know it from the site itself.
    for day in [4, 5] {
        newsroom.article("b", "/politics/b/", day, |_| {});
        newsroom.press().is_clean();
        assert!(is_gone(&newsroom, "politics/gone"), "day {day}");
        newsroom.forget();
    }
    // And when it comes back, it is there.
    newsroom.article("gone", "/politics/gone/", 3, |_| {});
    newsroom.press().is_clean();
    assert!(!is_gone(&newsroom, "politics/gone"));
    assert!(newsroom.read("politics/gone/index.html").contains("Text of gone."));
}

#[test]
fn what_is_deleted_after_the_memory_is_known_from_the_site() {
    let newsroom = newsroom("deleted-forgotten");
    newsroom.press().is_clean();
    delete(&newsroom, "gone");
    newsroom.forget();
    newsroom.press().is_clean();
    assert!(is_gone(&newsroom, "politics/gone"));
}

#[test]
fn a_deleted_article_leads_on_where_the_site_says_so() {
    let newsroom = newsroom("deleted-redirect");
    newsroom.site(|site| site["withdrawn"] = json!({ "redirect": "/corrections/" }));
    newsroom.press().is_clean();
    delete(&newsroom, "gone");
    newsroom.press().is_clean();
    assert_eq!(newsroom.json("politics/gone/article.json")["x"]["moved"], "/corrections/");
    assert!(newsroom.read("politics/gone/index.html").contains("content=\"0; url=/corrections/\""));
    for file in ["_redirects", "hosts/nginx.conf", "hosts/Caddyfile"] {
        let text = newsroom.read(file);
        assert!(text.contains("politics/gone/") && text.contains("/corrections/"), "{file}: {text}");
    }
    assert!(
        newsroom.has("politics/gone/.gone")
            && newsroom.read(".htaccess").contains("\"/corrections/\" [R=302")
    );
}

#[test]
fn what_is_cancelled_first_and_deleted_later_stays_gone() {
    let newsroom = newsroom("deleted-cancelled");
    newsroom.press().is_clean();
    newsroom.article("gone", "/politics/gone/", 3, |article| article["pubStatus"] = json!("canceled"));
    newsroom.press().is_clean();
    assert!(is_gone(&newsroom, "politics/gone"));
    delete(&newsroom, "gone");
    for _ in 0..2 {
        newsroom.press().is_clean();
        assert!(is_gone(&newsroom, "politics/gone"));
    }
}

#[test]
fn what_readers_never_saw_leaves_nothing() {
    for is_forgotten in [false, true] {
        let newsroom = newsroom("deleted-secret");
        newsroom.article("later", "/politics/the-secret/", 4, |article| {
            article["embargoedUntil"] = json!("2025-01-01T00:00:00Z");
            article["uri"] = json!("urn:harbour:the-secret");
        });
        newsroom.article("held", "/politics/deep/the-secret-two/", 5, |article| {
            article["pubStatus"] = json!("withheld");
        });
        // This one readers saw, and may not even know of any more.
        newsroom.article("seen", "/politics/the-secret-three/", 5, |_| {});
        newsroom.press().is_whole();
        newsroom.article("seen", "/politics/the-secret-three/", 5, |article| {
            article["pubStatus"] = json!("withheld");
        });
        newsroom.press().is_whole();
        assert!(newsroom.has("politics/the-secret/index.html"));
        assert!(!newsroom.read(RECORD).contains("secret"), "{}", newsroom.read(RECORD));
        ["later", "held", "seen"].iter().for_each(|name| delete(&newsroom, name));
        if is_forgotten {
            newsroom.forget();
        }
        let pressing = newsroom.press();
        pressing.is_whole();
        assert!(is_nowhere(&newsroom, "the-secret"), "forgotten: {is_forgotten}");
        assert!(!newsroom.path("out/politics/deep").exists() && !pressing.summary.contains("removed 0."));
        newsroom.press().is_whole();
        assert!(is_nowhere(&newsroom, "the-secret"));
    }
}

#[test]
fn an_address_that_something_else_has_now_is_not_gone() {
    let newsroom = newsroom("deleted-taken");
    newsroom.article("second", "/politics/second/", 4, |_| {});
    newsroom.article("third", "/learn/third/", 4, |_| {});
    newsroom.press().is_clean();
    // Another article, one that moved, and a page that the newsroom brings itself.
    ["gone", "second", "third"].iter().for_each(|name| delete(&newsroom, name));
    newsroom.article("other", "/politics/gone/", 5, |_| {});
    newsroom.article("new", "/politics/new/", 6, |article| {
        article["x"]["aliases"] = json!(["/politics/second/"])
    });
    newsroom.write("content/learn/third/index.html", "our own page");
    newsroom.press().is_clean();
    assert!(newsroom.read("politics/gone/index.html").contains("Text of other."));
    assert!(newsroom.read("politics/second/index.html").contains("content=\"0; url=/politics/new/\""));
    assert_eq!(newsroom.read("learn/third/index.html"), "our own page");
    assert!(!newsroom.read(".htaccess").contains("E=GONE:$1"), "{}", newsroom.read(".htaccess"));
    // When the article that has moved goes too, both of its addresses are gone.
    delete(&newsroom, "new");
    newsroom.press().is_clean();
    assert!(is_gone(&newsroom, "politics/new") && is_gone(&newsroom, "politics/second"));
}

#[test]
fn an_article_that_is_left_out_because_of_a_fault_is_not_gone() {
    for is_forgotten in [false, true] {
        let newsroom = newsroom("deleted-broken");
        newsroom.press().is_clean();
        let whole = fs::read_to_string(newsroom.path("content/articles/gone.json")).expect("an article");
        newsroom.write("content/articles/gone.json", "{ \"uri\": ");
        if is_forgotten {
            newsroom.forget();
        }
        for _ in 0..2 {
            newsroom.press().says(1, &["gone.json"]);
            // Where nothing is remembered, and the file names nothing, it is not known which article is in it.
            assert_eq!(newsroom.has("politics/gone/index.html"), !is_forgotten);
            assert!(!newsroom.has("politics/gone/.gone"), "forgotten: {is_forgotten}");
            newsroom.article("a", "/politics/a/", 7, |_| {});
        }
        // It is known all the while, and gone once it is deleted.
        newsroom.write("content/articles/gone.json", &whole);
        newsroom.press().is_clean();
        newsroom.write("content/articles/gone.json", "{ \"uri\": ");
        newsroom.press().says(1, &["gone.json"]);
        delete(&newsroom, "gone");
        newsroom.press().is_clean();
        assert!(is_gone(&newsroom, "politics/gone"));
    }
}

#[test]
fn the_record_is_no_place_to_smuggle_addresses_in() {
    let newsroom = newsroom("deleted-smuggled");
    newsroom.press().is_clean();
    let mut record: Value = newsroom.json(RECORD);
    record["articles"] =
        json!(["/../outside/", "/politics/", "/404.html/", "/", "/data/en/x.json/", "politics/gone/"]);
    newsroom.write(&format!("out/{RECORD}"), &record.to_string());
    newsroom.press().is_clean();
    assert!(!newsroom.path("outside").exists() && newsroom.has("404.html"));
    assert!(!newsroom.read(".htaccess").contains("E=GONE:$1"));
    assert!(newsroom.read("politics/gone/index.html").contains("Text of gone."));
}

#[test]
fn an_article_that_comes_back_withheld_is_named_nowhere() {
    let newsroom = newsroom("back-withheld");
    newsroom.press().is_clean();
    delete(&newsroom, "gone");
    newsroom.press();
    assert!(newsroom.read(RECORD).contains("/politics/gone/"));
    newsroom.article("gone", "/politics/gone/", 3, |article| article["pubStatus"] = json!("withheld"));
    newsroom.press();
    assert!(!newsroom.read(RECORD).contains("/politics/gone/"));
}
