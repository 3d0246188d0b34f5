//! Files and folders of one name: within a pressing, and from one to the next.

use std::fs;

use crate::press_newsroom::{Newsroom, Pressing};
use serde_json::json;

fn newsroom(name: &str) -> Newsroom {
    let newsroom = Newsroom::new(name);
    newsroom.article("a", "/politics/a/", 1, |_| {});
    newsroom
}

fn both(newsroom: &Newsroom) -> [Pressing; 2] {
    [newsroom.press_without_copies(), newsroom.press_without_copies()]
}

#[test]
fn an_address_of_more_folders_than_file_systems_take_is_left_out_alone() {
    for parts in [600, 2_060, 60_000] {
        let newsroom = newsroom(&format!("deep-{parts}"));
        newsroom.article("b", &format!("/politics/{}", "b/".repeat(parts)), 2, |_| {});
        newsroom.press_without_copies().says(
            1,
            &["content/articles/b.json:", "left out: expected an address of at most 1000 bytes", "(/x/url)"],
        );
        assert!(newsroom.has("politics/a/index.html"));
        assert!(newsroom.check(&[]).summary.contains("address-unfit"));
    }
}

#[test]
fn an_article_at_the_address_of_a_file_is_left_out_alone() {
    for (number, (address, owner)) in [
        ("/site.json/", "the site's own file site.json"),
        ("/404.html/", "the site's own file 404.html"),
        ("/app.html/deep/", "the site's own file app.html"),
        ("/broadsheet-press.json/", "the site's own file broadsheet-press.json"),
        ("/app-1.js/", "a file of the app"),
        ("/media/pier.webp/", "content/media/pier.webp"),
        ("/politics/a/article.json/", "the site's own file article.json"),
        ("/politics/index.html/b/", "the site's own file index.html"),
        ("/data/en/latest.json/", "the site's own file latest.json"),
    ]
    .into_iter()
    .enumerate()
    {
        let newsroom = newsroom(&format!("at-a-file-{number}"));
        newsroom.write("content/media/pier.webp", "a picture");
        newsroom.article("b", address, 2, |_| {});
        for pressing in both(&newsroom) {
            pressing.says(1, &["content/articles/b.json:", "left out:", owner, "(/x/url)"]);
        }
        assert!(newsroom.has("404.html") && newsroom.has("hosts/nginx.conf"));
        assert_eq!(newsroom.listed("data/en/latest.json"), ["/politics/a/"]);
    }
}

#[test]
fn check_says_the_same() {
    let newsroom = newsroom("at-a-file-checked");
    newsroom.article("b", "/404.html/", 2, |_| {});
    let report = newsroom.check(&[]).summary;
    assert!(report.contains("address-unfit") && report.contains("the site's own file 404.html"), "{report}");
}

#[test]
fn check_tells_of_a_file_of_the_content_that_is_in_the_way_as_the_press_does() {
    for (number, (address, file)) in [
        ("/media/pier.webp/", "media/pier.webp"),
        ("/politics/b/today/", "politics/b"),
        ("/politics/b/", "politics/b/article.json"),
    ]
    .into_iter()
    .enumerate()
    {
        let newsroom = newsroom(&format!("file-in-the-way-{number}"));
        newsroom.write(&format!("content/{file}"), "{}");
        // A folder of the press's own holds no file of the content, and so none is in the way.
        newsroom.write("content/data/of", "a file");
        newsroom.article("c", "/data/of/harbours/", 2, |_| {});
        newsroom.article("b", address, 2, |_| {});
        let said = newsroom.press();
        let expected =
            format!("expected an address of its own, found {address}, where content/{file} is already");
        said.says(1, &[&expected, "content/articles/b.json:"]);
        let report = newsroom.check(&[]).summary;
        assert!(report.contains(&format!("error[address-taken]: {expected} (/x/url)")), "{report}");
        assert_eq!(report.matches("address-taken").count(), 1, "{report}");
    }
}

#[test]
fn what_the_press_can_do_without_stands_aside() {
    let newsroom = newsroom("at-an-offer");
    for (name, address) in [("b", "/robots.txt/"), ("c", "/hosts/nginx.conf/"), ("d", "/data/of/harbours/")] {
        newsroom.article(name, address, 2, |_| {});
    }
    both(&newsroom).iter().for_each(Pressing::is_whole);
    assert!(newsroom.read("robots.txt/index.html").contains("Text of b."));
    assert!(newsroom.read("hosts/nginx.conf/index.html").contains("Text of c."));
    assert!(newsroom.read("data/of/harbours/index.html").contains("Text of d."));
}

#[test]
fn a_file_of_the_content_where_a_folder_is_is_left_out_alone() {
    let newsroom = newsroom("file-at-a-folder");
    newsroom.write("content/media", "a file");
    newsroom.write("app/media/a.txt", "in a folder of that name");
    newsroom.write("content/404.html/b.txt", "in a folder where a file is");
    for pressing in both(&newsroom) {
        pressing.says(1, &["content/media: left out:", "404.html/b.txt: left out:"]);
    }
    assert!(newsroom.has("media/a.txt") && newsroom.has("404.html"));
}

#[test]
fn a_file_becomes_a_folder_and_a_folder_a_file() {
    let newsroom = newsroom("file-and-folder");
    let whole = |newsroom: &Newsroom| {
        newsroom.press().is_clean();
        let mut tree = newsroom.tree("out");
        // What is gone is remembered there.
        tree.retain(|file, _| !file.ends_with("broadsheet-press.json"));
        tree
    };
    newsroom.write("content/about", &"About us. ".repeat(100));
    newsroom.write("content/plan/deep/a.txt", "a plan");
    newsroom.write("content/plan/b.txt", "another plan");
    let first = whole(&newsroom);

    fs::remove_file(newsroom.path("content/about")).expect("removed");
    fs::remove_dir_all(newsroom.path("content/plan")).expect("removed");
    newsroom.article("about", "/about/", 2, |article| article["x"]["standing"] = json!(true));
    newsroom.write("content/plan", "the whole plan");
    let second = whole(&newsroom);
    assert!(newsroom.read("about/index.html").contains("Text of about."));
    assert_eq!(newsroom.read("plan"), "the whole plan");
    assert_eq!(whole(&newsroom), second);

    fs::remove_file(newsroom.path("content/articles/about.json")).expect("removed");
    fs::remove_file(newsroom.path("content/plan")).expect("removed");
    newsroom.write("content/about", &"About us. ".repeat(100));
    newsroom.write("content/plan/deep/a.txt", "a plan");
    newsroom.write("content/plan/b.txt", "another plan");
    assert_eq!(whole(&newsroom), first);
}

#[test]
fn a_secret_that_is_deleted_makes_room_too() {
    let newsroom = newsroom("secret-and-file");
    newsroom.article("b", "/plan/", 2, |article| article["embargoedUntil"] = json!("2025-01-01T00:00:00Z"));
    newsroom.press().is_clean();
    fs::remove_file(newsroom.path("content/articles/b.json")).expect("removed");
    newsroom.write("content/plan", "a plan");
    newsroom.press().is_clean();
    assert_eq!(newsroom.read("plan"), "a plan");
}

#[test]
fn what_somebody_else_put_in_the_way_stays_and_so_does_the_site() {
    let newsroom = newsroom("not-ours-in-the-way");
    newsroom.press().is_clean();
    newsroom.write("out/plan/letters.txt", "mine");
    newsroom.write("out/about", "mine");
    newsroom.write("content/plan", "a plan");
    newsroom.press().says(2, &["could not write", "plan", "stays as it was"]);
    fs::remove_file(newsroom.path("content/plan")).expect("removed");
    newsroom.article("b", "/about/", 2, |_| {});
    newsroom.press().says(2, &["could not create", "about", "stays as it was"]);
    assert_eq!((newsroom.read("plan/letters.txt"), newsroom.read("about")), ("mine".into(), "mine".into()));
}

#[test]
fn a_place_beside_the_site_that_is_taken_ends_the_pressing() {
    let newsroom = newsroom("beside-taken");
    newsroom.press().is_clean();
    let before = newsroom.tree("out");
    fs::remove_dir_all(newsroom.path(".out.broadsheet")).expect("removed");
    newsroom.write(".out.broadsheet", "somebody's file");
    newsroom.article("a", "/politics/a/", 2, |_| {});
    newsroom.press().says(2, &["could not make a folder beside", "the site in out stays as it was"]);
    assert_eq!(newsroom.tree("out"), before);
}
