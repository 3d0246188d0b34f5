//! `broadsheet press`, run as a newsroom runs it.

use std::{fs, io::Read, path::Path};

use crate::press_newsroom::Newsroom;
use flate2::read::GzDecoder;
use serde_json::json;

#[test]
fn pages_are_numbered_from_the_oldest_and_list_the_newest_first() {
    let newsroom = Newsroom::new("numbering");
    for (name, day) in [("c", 3), ("a", 1), ("e", 5), ("b", 2), ("d", 4)] {
        newsroom.article(name, &format!("/politics/{name}/"), day, |_| {});
    }
    newsroom.press().is_clean();
    assert_eq!(newsroom.listed("data/en/page-1.json"), ["/politics/b/", "/politics/a/"]);
    assert_eq!(newsroom.listed("data/en/page-2.json"), ["/politics/d/", "/politics/c/"]);
    assert_eq!(newsroom.listed("data/en/page-3.json"), ["/politics/e/"]);
    // The newest page holds one article, so the page before it comes along.
    let latest = "data/en/politics/latest.json";
    assert_eq!(newsroom.listed(latest), ["/politics/e/", "/politics/d/", "/politics/c/"]);
    let latest = newsroom.json(latest);
    assert_eq!((&latest["pages"], &latest["first"]), (&json!(3), &json!(2)));
    assert_eq!(newsroom.json("data/en/page-1.json")["pages"], json!(null));
}

#[test]
fn a_full_page_never_changes_when_articles_are_added() {
    let newsroom = Newsroom::new("full-pages");
    let tides = |article: &mut serde_json::Value| article["subjects"] = json!([{ "name": "Tides" }]);
    for (name, day) in [("a", 1), ("b", 2), ("c", 3)] {
        newsroom.article(name, &format!("/politics/{name}/"), day, tides);
    }
    newsroom.press().is_clean();
    let full = newsroom.read("data/en/politics/page-1.json");
    let unfinished = newsroom.read("data/en/politics/page-2.json");
    let topic = newsroom.read("data/en/topics/tides/page-1.json");
    // The newest articles write the topic in another way, and its first page does as they do.
    for (name, day) in [("d", 4), ("e", 5)] {
        newsroom.article(name, &format!("/politics/{name}/"), day, |article| {
            article["subjects"] = json!([{ "name": "TIDES" }]);
        });
    }
    newsroom.press().is_clean();
    assert_eq!(newsroom.read("data/en/politics/page-1.json"), full);
    assert_eq!(newsroom.read("data/en/topics/tides/page-1.json"), topic);
    assert_eq!(newsroom.json("data/en/topics/tides/latest.json")["about"]["name"], json!("TIDES"));
    assert_ne!(newsroom.read("data/en/politics/page-2.json"), unfinished);
    let latest = newsroom.json("data/en/politics/latest.json");
    assert_eq!((&latest["pages"], &latest["first"]), (&json!(3), &json!(2)));
}

#[test]
fn a_whole_newest_page_stands_alone_and_an_empty_list_is_a_list() {
    let newsroom = Newsroom::new("whole-page");
    for (name, day) in [("a", 1), ("b", 2), ("c", 3), ("d", 4)] {
        newsroom.article(name, &format!("/politics/{name}/"), day, |_| {});
    }
    newsroom.press().is_clean();
    assert_eq!(newsroom.listed("data/en/politics/latest.json"), ["/politics/d/", "/politics/c/"]);
    assert_eq!(newsroom.json("data/en/politics/latest.json")["first"], json!(2));
    assert_eq!(newsroom.json("data/ru/latest.json"), json!({ "pages": 0, "first": 1, "items": [] }));
    assert!(newsroom.has("ru/learn/politics/index.html") && !newsroom.has("data/ru/page-1.json"));
}

#[test]
fn sections_list_what_their_breadcrumbs_and_addresses_say_and_parents_list_their_children() {
    let newsroom = Newsroom::new("sections");
    newsroom.article("a", "/learn/politics/a/", 1, |article| {
        article["x"]["sections"] = json!([
            { "name": "Main", "url": "/" }, { "name": "Learn", "url": "/learn/" },
            { "name": "Politics", "url": "/learn/politics/" }, { "name": "Politics", "url": "/politics/" }
        ]);
    });
    newsroom.article("b", "/politics/b/", 2, |_| {});
    newsroom.article("c", "/about/c/", 3, |article| {
        article["x"]["sections"] = json!([{ "name": "Politics", "url": "/learn/politics/" }]);
    });
    newsroom.press().says(0, &["articles/c.json:", "found /about/c/: nothing is at /about/ (/x/url)"]);
    let listed = |list: &str| newsroom.listed(&format!("data/en/{list}latest.json"));
    assert_eq!(listed("learn/politics/"), ["/about/c/", "/learn/politics/a/"]);
    assert_eq!(listed("learn/"), ["/about/c/", "/learn/politics/a/"]);
    assert_eq!(listed("politics/"), ["/politics/b/", "/learn/politics/a/"]);
    assert_eq!(listed(""), ["/about/c/", "/politics/b/", "/learn/politics/a/"]);
}

#[test]
fn editions_are_told_apart_by_address_and_a_wrong_language_is_said() {
    let newsroom = Newsroom::new("editions");
    newsroom.article("a", "/politics/a/", 1, |_| {});
    newsroom.article("b", "/ru/politics/b/", 2, |_| {});
    newsroom.article("c", "/ru/politics/c/", 3, |article| article["language"] = json!("kk"));
    let pressing = newsroom.press();
    pressing.says(0, &["content/articles/c.json:", "warning: expected ru", "found kk (/language)"]);
    assert_eq!(newsroom.listed("data/en/latest.json"), ["/politics/a/"]);
    assert_eq!(newsroom.listed("data/ru/politics/latest.json"), ["/ru/politics/c/", "/ru/politics/b/"]);
    assert!(newsroom.read("ru/politics/b/index.html").contains("<html lang=\"ru\" dir=\"ltr\">"));
    assert!(newsroom.read("ru/politics/b/index.html").contains("· Гавань</title>"));
    assert!(newsroom.read("index.html").contains("<title>The Harbour</title>"));
    // So does the page for what is not there.
    assert!(newsroom.read("404.html").contains("<html lang=\"en\""));
    assert!(newsroom.read("ru/404.html").contains("<html lang=\"ru\""));
    assert!(newsroom.read("_redirects").contains("/ru/* /ru/404.html 404\n"));
}

#[test]
fn the_page_is_at_every_address_and_the_document_is_as_it_was_written() {
    let newsroom = Newsroom::new("addresses");
    for (name, day) in [("a", 1), ("b", 2), ("c", 3)] {
        newsroom.article(name, &format!("/politics/{name}/"), day, |_| {});
    }
    newsroom.write("content/media/pier.svg", "<svg/>");
    newsroom.press().is_clean();
    for file in
        ["index.html", "404.html", "page/2/index.html", "politics/index.html", "politics/a/index.html"]
    {
        assert!(newsroom.read(file).contains("id=\"broadsheet-site\">{"), "{file}");
    }
    let source = fs::read_to_string(newsroom.path("content/articles/a.json")).expect("it is there");
    assert_eq!(newsroom.read("politics/a/article.json"), source);
    assert_eq!(newsroom.read("media/pier.svg"), "<svg/>");
    assert!(newsroom.has("site.json") && newsroom.has("app-1.js") && !newsroom.has("articles/a.json"));
}

#[test]
fn the_base_path_is_written_into_the_page_and_can_change_later() {
    let newsroom = Newsroom::new("base-path");
    newsroom.write("content/favicon.svg", "<svg/>");
    newsroom.article("a", "/politics/a/", 1, |_| {});
    newsroom.site(|site| site["base_path"] = json!("/news/"));
    newsroom.press().is_clean();
    let page = newsroom.read("politics/a/index.html");
    for part in [
        "<meta name=\"broadsheet-base\" content=\"/news/\">",
        "href=\"/news/favicon.svg\"",
        "src=\"/news/start-app-1.js\"",
    ] {
        assert!(page.contains(part), "{part} in {page}");
    }
    // A site that was pressed can serve as the app of another; nothing of the first newsroom goes with it.
    newsroom.site(|site| site["base_path"] = json!("/paper/"));
    newsroom.press_folders("content", "out", "second").is_clean();
    let second = fs::read_to_string(newsroom.path("second/index.html")).expect("it is there");
    assert!(second.contains("src=\"/paper/start-app-1.js\"") && !second.contains("/news/"), "{second}");
    assert_eq!(second.matches("id=\"broadsheet-site\"").count(), 1);
}

#[test]
fn a_newsroom_without_an_icon_asks_for_none_and_one_with_wrong_words_is_told() {
    let newsroom = Newsroom::new("icon");
    newsroom.article("a", "/politics/a/", 1, |_| {});
    newsroom.press().is_clean();
    assert!(newsroom.read("index.html").contains("<link rel=\"icon\" href=\"data:,\">"));
    newsroom.site(|site| {
        site["editions"][0]["time_zone"] = json!("Asia/Almata");
        site["editions"][0]["messages"] = json!({"retri": "Again"});
    });
    newsroom.press().says(0, &["site.json", "Asia/Almata", "`retri`"]);
}

#[test]
fn what_readers_may_not_see_is_a_note_without_text_and_in_no_list() {
    let newsroom = Newsroom::new("embargo");
    newsroom.article("later", "/politics/later/", 1, |article| {
        article["embargoedUntil"] = json!("2024-06-02T00:00:00Z");
    });
    newsroom.article("held", "/politics/held/", 2, |article| article["pubStatus"] = json!("withheld"));
    newsroom.article("gone", "/politics/gone/", 3, |article| article["pubStatus"] = json!("canceled"));
    newsroom
        .article("old", "/politics/old/", 4, |article| article["expires"] = json!("2024-05-20T00:00:00Z"));
    newsroom.article("lifted", "/politics/lifted/", 5, |article| {
        article["embargoedUntil"] = json!("2024-05-31T00:00:00Z");
    });
    newsroom.press().is_clean();
    assert_eq!(newsroom.listed("data/en/latest.json"), ["/politics/lifted/"]);
    for (name, was_public) in [("later", false), ("held", false), ("gone", true), ("old", true)] {
        let note = newsroom.read(&format!("politics/{name}/article.json"));
        assert!(!note.contains("Text of") && !note.contains("Headline"), "{note}");
        let is_recorded = newsroom.read("broadsheet-press.json").contains(name);
        assert_eq!(is_recorded, was_public, "the public record on {name}");
        assert!(newsroom.has(&format!("politics/{name}/index.html")));
    }
    let note = newsroom.json("politics/later/article.json");
    assert_eq!(note["embargoedUntil"], json!("2024-06-02T00:00:00Z"));
    assert_eq!(note["uri"], json!("urn:harbour:later"));
    assert_eq!(newsroom.json("politics/gone/article.json")["pubStatus"], json!("canceled"));
}

#[test]
fn foreign_letters_work_in_files_addresses_and_sections() {
    let newsroom = Newsroom::new("foreign letters қала");
    newsroom.site(|site| site["sections"] = json!([{ "slug": "қала", "name": "Қала" }]));
    newsroom.article("мақала 1", "/ru/%D2%9B%D0%B0%D0%BB%D0%B0/көше/", 1, |_| {});
    newsroom.write("content/media/сурет.svg", "<svg/>");
    newsroom.press().is_clean();
    assert!(newsroom.has("ru/қала/көше/article.json") && newsroom.has("media/сурет.svg"));
    assert_eq!(newsroom.json("data/ru/қала/latest.json")["pages"], json!(1));
}

#[test]
fn pressing_twice_changes_nothing_and_what_is_deleted_goes_away() {
    let newsroom = Newsroom::new("twice-the-same");
    newsroom.article("a", "/politics/a/", 1, |_| {});
    newsroom.article("b", "/politics/b/", 2, |_| {});
    newsroom.write("content/media/pier.svg", "<svg/>");
    newsroom.press().is_clean();
    let again = newsroom.press();
    assert!(again.summary.contains("files written 0,") && again.summary.contains("removed 0."), "{again:?}");
    newsroom.write("out/robots.txt", "the host's own file");
    fs::remove_file(newsroom.path("content/articles/b.json")).expect("removed");
    fs::remove_file(newsroom.path("content/media/pier.svg")).expect("removed");
    newsroom.press().is_clean();
    assert!(!newsroom.path("out/media").exists() && newsroom.has("politics/a/article.json"));
    assert!(!newsroom.read("politics/b/article.json").contains("Text of b"));
    assert_eq!(newsroom.listed("data/en/latest.json"), ["/politics/a/"]);
    assert!(newsroom.has("robots.txt"), "what the press did not write stays");
}

/// Whether a file of a site is a text that servers send compressed.
fn is_text(file: &Path) -> bool {
    let endings = ["html", "css", "js", "json", "svg", "wasm", "xml", "txt", "webmanifest", "vtt"];
    // What is for servers themselves is sent to nobody.
    file.extension().is_some_and(|ending| endings.iter().any(|text| ending == *text))
        && file != Path::new("out/broadsheet-press.json")
}

#[test]
fn compressed_copies_come_and_go_with_their_files_and_the_record_does_not_name_them() {
    let newsroom = Newsroom::new("copies");
    let long = |word: &str| json!(format!("<p>{}</p>", format!("{word} of the harbour. ").repeat(60)));
    newsroom.article("a", "/politics/a/", 1, |article| article["bodies"][0]["value"] = long("Mist"));
    newsroom.write("content/short.txt", "short");
    newsroom.write("content/media/film.vtt", "WEBVTT\n");
    newsroom.press().is_clean();
    let copies = ["politics/a/article.json.br", "politics/a/article.json.gz", "index.html.br", "404.html.gz"];
    assert!(copies.iter().all(|copy| newsroom.has(copy)));
    for (file, _) in newsroom.tree("out").into_iter().filter(|(file, _)| is_text(file)) {
        let copies = [".br", ".gz"].map(|ending| newsroom.path(&format!("{}{ending}", file.display())));
        assert!(copies.iter().all(|copy| copy.exists()), "{} has no copies", file.display());
    }
    assert!(!newsroom.read("broadsheet-press.json").contains(".br\""));
    let again = newsroom.press();
    assert!(again.summary.contains("files written 0,") && again.summary.contains("removed 0."), "{again:?}");
    // A copy that is not of its file is mended, and an article that readers may no longer see leaves none.
    let good = fs::read(newsroom.path("out/ru/index.html.br")).expect("it is there");
    newsroom.write("out/ru/index.html.br", "damaged");
    newsroom.article("a", "/politics/a/", 1, |article| article["pubStatus"] = json!("withheld"));
    newsroom.press().is_clean();
    assert_eq!(fs::read(newsroom.path("out/ru/index.html.br")).expect("it is there"), good);
    let mut told = String::new();
    let copy = fs::File::open(newsroom.path("out/politics/a/article.json.gz")).expect("it is there");
    GzDecoder::new(copy).read_to_string(&mut told).expect("it unpacks");
    assert!(told.contains("withheld") && !told.contains("Mist"), "{told}");
    assert!(!newsroom.read("broadsheet-press.json").contains("politics/a/"));
    newsroom.press_without_copies().is_clean();
    assert!(!newsroom.has("politics/a/index.html.br") && !newsroom.has("index.html.gz"));
}

#[test]
fn the_newsrooms_own_files_for_web_servers_win() {
    let newsroom = Newsroom::new("own-hosts");
    newsroom.write("content/_headers", "/*\n  X-Own: yes\n");
    newsroom.write("content/.htaccess", "# ours");
    // An earlier pressing, of a development build, made no settings for hosts.
    newsroom.write("out/broadsheet-press.json", r#"{ "app": [], "files": [] }"#);
    newsroom.write("out/_redirects", "# put here by hand");
    newsroom.press().says(0, &["_redirects: warning: is not of the press's making"]);
    newsroom.press().says(0, &["_redirects: warning: is not of the press's making"]);
    assert_eq!(newsroom.read("_headers"), "/*\n  X-Own: yes\n");
    assert_eq!(
        (newsroom.read(".htaccess"), newsroom.read("_redirects")),
        ("# ours".into(), "# put here by hand".into())
    );
    fs::remove_file(newsroom.path("content/.htaccess")).expect("removed");
    fs::remove_file(newsroom.path("out/_redirects")).expect("removed");
    newsroom.press().is_clean();
    assert!(newsroom.read(".htaccess").contains("ErrorDocument 404 /404.html"));
    assert!(newsroom.read("_redirects").contains("404.html") && newsroom.has("hosts/nginx.conf"));
}

#[test]
fn the_app_can_be_pressed_into_its_own_folder() {
    let newsroom = Newsroom::new("in-place");
    newsroom.article("a", "/politics/a/", 1, |_| {});
    newsroom.press_folders("content", "app", "app").is_clean();
    newsroom.press_folders("content", "app", "app").is_clean();
    assert!(newsroom.path("app/politics/a/article.json").is_file());
    // The newsroom that was pressed in is not taken for a part of the app.
    fs::remove_file(newsroom.path("content/articles/a.json")).expect("removed");
    newsroom.press_folders("content", "app", "out").is_clean();
    assert!(newsroom.has("app-1.js") && !newsroom.has("politics/a/article.json"));
}
