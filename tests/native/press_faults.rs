//! `broadsheet press` on content with faults, and on folders it must not touch.

use std::fs;

use crate::press_newsroom::Newsroom;
use serde_json::json;

#[test]
fn a_broken_article_is_named_with_its_place_and_left_out_alone() {
    let newsroom = Newsroom::new("broken");
    newsroom.article("good", "/politics/good/", 1, |_| {});
    newsroom.write("content/articles/comma.json", "{\n  \"uri\": \"urn:x\"\n  \"type\": \"text\"\n}");
    newsroom.write("content/articles/list.json", "[1, 2]");
    fs::write(newsroom.path("content/articles/bytes.json"), [b'{', b'\n', 0xff]).expect("written");
    let pressing = newsroom.press();
    pressing.says(
        1,
        &[
            "content/articles/comma.json:3:3: left out: expected valid JSON",
            "content/articles/list.json:1:1: left out: expected an article in IPTC ninjs, found",
            "content/articles/bytes.json:2:1: left out: expected text in UTF-8, found other bytes",
        ],
    );
    assert!(
        pressing.summary.contains("articles 1,") && pressing.summary.contains("left out 3,"),
        "{pressing:?}"
    );
    assert_eq!(newsroom.listed("data/en/latest.json"), ["/politics/good/"]);
    assert!(newsroom.has("politics/good/article.json"));
}

#[cfg(unix)]
#[test]
fn an_article_that_cannot_be_read_leaves_the_old_site() {
    use std::os::unix::net::UnixListener;
    let newsroom = Newsroom::new("unreadable");
    newsroom.article("e", "/politics/e/", 5, |_| {});
    newsroom.press_without_copies().is_clean();
    let before = newsroom.tree("out");
    let path = newsroom.path("content/articles/e.json");
    fs::remove_file(&path).expect("removed");
    // It is there, and nobody can read it as a file, not even root.
    let Ok(_socket) = UnixListener::bind(&path) else {
        eprintln!("skipped: the folder's name is too long for a socket");
        return;
    };
    newsroom.press_without_copies().says(2, &["could not read", "e.json", "the site in out stays as it was"]);
    assert_eq!(newsroom.tree("out"), before);
    let report = newsroom.check(&[]);
    assert!(report.status == Some(1) && report.summary.contains("file-unreadable"), "{report:?}");
}

#[test]
fn a_fault_inside_an_article_is_a_warning_at_its_line() {
    let newsroom = Newsroom::new("warning");
    newsroom.article("a", "/politics/a/", 1, |article| article["expires"] = json!("next week"));
    let text = fs::read_to_string(newsroom.path("content/articles/a.json")).expect("it is there");
    let (before, _) = text.split_once("\"next week\"").expect("the fault");
    let line = before.lines().count();
    let place = format!("content/articles/a.json:{line}:14: warning: expected");
    newsroom.press().says(0, &[&place, "(/expires)"]);
    assert!(newsroom.has("politics/a/article.json"));
}

#[test]
fn two_articles_at_one_address_are_both_named_and_the_second_is_left_out() {
    let newsroom = Newsroom::new("twice");
    newsroom.article("first", "/politics/a/", 1, |_| {});
    newsroom.article("second", "/politics/a/", 2, |_| {});
    let words = ["content/articles/second.json:", "left out:", "/politics/a/", "content/articles/first.json"];
    newsroom.press().says(1, &words);
    assert!(newsroom.read("politics/a/article.json").contains("Text of first"));
    assert_eq!(newsroom.listed("data/en/latest.json"), ["/politics/a/"]);
}

#[test]
fn an_article_cannot_take_the_address_of_a_list_or_lie_outside_the_editions() {
    let newsroom = Newsroom::new("addresses-taken");
    newsroom.article("list", "/learn/politics/", 1, |_| {});
    newsroom.press().says(1, &["list.json:", "where a list of articles is (/x/url)"]);
    newsroom.site(|site| site["editions"] = json!([{ "language": "ru", "path": "/ru/" }]));
    newsroom.article("list", "/learn/a/", 1, |_| {});
    newsroom.press().says(1, &["expected an address in an edition (/ru/), found /learn/a/"]);
}

#[test]
fn settings_cannot_end_the_script_they_are_embedded_in() {
    let newsroom = Newsroom::new("escaping");
    let name = "</script><script>alert(1)</script><!--";
    newsroom.site(|site| site["name"] = json!(name));
    newsroom.press().is_clean();
    let page = newsroom.read("index.html");
    // Comments that the press writes are empty.
    assert!(!page.contains("<script>alert") && !page.replace("<!---->", "").contains("<!--"), "{page}");
    let (_, rest) = page.split_once("id=\"broadsheet-site\">").expect("the settings");
    let (settings, _) = rest.split_once("</script>").expect("their end");
    let settings: serde_json::Value = serde_json::from_str(settings).expect("JSON");
    assert_eq!(settings["name"], json!(name));
}

#[test]
fn a_site_that_cannot_be_pressed_is_a_sentence_and_status_2() {
    let newsroom = Newsroom::new("refused");
    newsroom.press_folders("nowhere", "app", "out").says(2, &["there is no content folder nowhere"]);
    newsroom
        .press_folders("content", "nowhere", "out")
        .says(2, &["no index.html in nowhere: run `make dist` or `trunk build` first"]);
    newsroom.press_folders("content", "app", "content/out").says(2, &["lies in the content folder content"]);
    newsroom.press_folders("content", "app", ".").says(2, &["lies in the output folder ."]);
    newsroom.write("content/site.json", "{\n  \"name\": }");
    newsroom.press().says(2, &["content/site.json:2:11: expected valid JSON"]);
    fs::remove_file(newsroom.path("content/site.json")).expect("removed");
    newsroom.press().says(2, &["no site.json in content"]);
    newsroom.site(|_| {});
    newsroom.write("app/index.html", "<html><head><title>Other</title></head></html>");
    newsroom.press().says(2, &["app/index.html is not the page of a built Broadsheet app"]);
    assert!(!newsroom.has("index.html"));
}

#[test]
fn files_of_the_content_cannot_replace_files_of_the_site() {
    let newsroom = Newsroom::new("reserved");
    newsroom.write("content/index.html", "mine");
    newsroom.write("content/app-1.js", "mine");
    newsroom.write("content/data/en/latest.json", "mine");
    newsroom.write("content/about/index.html", "about us");
    let pressing = newsroom.press();
    pressing
        .says(1, &["content/index.html: left out", "content/app-1.js: left out", "latest.json: left out"]);
    assert_eq!(newsroom.read("app-1.js"), "export default 1");
    assert_eq!(newsroom.read("about/index.html"), "about us");
}

#[cfg(unix)]
#[test]
fn nothing_is_read_or_written_through_a_symbolic_link() {
    use std::os::unix::fs::symlink;
    let newsroom = Newsroom::new("symlinks");
    newsroom.article("a", "/politics/a/", 1, |_| {});
    newsroom.write("elsewhere/secret.txt", "secret");
    symlink(newsroom.path("elsewhere"), newsroom.path("content/media")).expect("a link");
    newsroom.press().says(1, &["content/media: left out: expected a file or folder, found a symbolic link"]);
    assert!(!newsroom.has("media/secret.txt"));

    fs::remove_file(newsroom.path("content/media")).expect("removed");
    fs::remove_dir_all(newsroom.path("out/politics")).expect("removed");
    symlink(newsroom.path("elsewhere"), newsroom.path("out/politics")).expect("a link");
    newsroom.press().says(2, &["out/politics is a symbolic link; nothing is written through one"]);
    assert!(!newsroom.path("elsewhere/a").exists());
}

#[test]
fn a_folder_with_other_peoples_files_is_not_pressed_into() {
    let newsroom = Newsroom::new("not-ours");
    newsroom.write("out/letters.txt", "mine");
    let refusal =
        "the output folder out holds files that the press did not write: name a new or empty folder";
    newsroom.press().says(2, &[refusal]);
    let names: Vec<_> = fs::read_dir(newsroom.path("out")).expect("it is there").collect();
    assert!(names.len() == 1, "{names:?}");

    // An empty folder will do, also when it is a repository; what comes into a pressed one later stays there.
    fs::remove_file(newsroom.path("out/letters.txt")).expect("removed");
    newsroom.write("out/.git/config", "");
    newsroom.press().is_clean();
    newsroom.write("out/letters.txt", "mine");
    newsroom.press().is_clean();
    assert_eq!(newsroom.read("letters.txt"), "mine");
}

#[test]
fn a_pressing_that_broke_off_can_be_repeated() {
    let newsroom = Newsroom::new("broke-off");
    newsroom.write("out/app-1.js/keep.txt", "in the way of the app");
    newsroom.write("out/broadsheet-press.json", "{\"app\":[],\"files\":[]}");
    newsroom.press().says(2, &["could not"]);
    fs::remove_dir_all(newsroom.path("out/app-1.js")).expect("removed");
    newsroom.press().is_clean();
}

#[test]
fn a_pressing_that_fails_leaves_everything_as_it_was() {
    for (out, place) in [("out", "in a folder of its own"), ("app", "where the app lies")] {
        let newsroom = Newsroom::new("broke-off-first");
        newsroom.article("a", "/politics/a/", 1, |_| {});
        // In the way of the very last page.
        newsroom.write(&format!("{out}/404.html/keep.txt"), "");
        if out == "out" {
            newsroom.write("out/broadsheet-press.json", "{\"app\":[],\"files\":[]}");
        }
        let before = newsroom.tree(out);
        let words = format!("the site in {out} stays as it was");
        let cause =
            if out == "out" { "could not" } else { "two parts of the site would be the file 404.html" };
        newsroom.press_folders("content", "app", out).says(2, &[cause, &words]);
        assert_eq!(newsroom.tree(out), before, "{place}");

        fs::remove_dir_all(newsroom.path(&format!("{out}/404.html"))).expect("removed");
        newsroom.press_folders("content", "app", out).is_clean();
        // What there is now is what there would be if nothing had happened.
        let newer = Newsroom::new("broke-off-never");
        newer.article("a", "/politics/a/", 1, |_| {});
        newer.press_folders("content", "app", out).is_clean();
        assert_eq!(newsroom.tree(out), newer.tree(out), "{place}");
    }
}

#[test]
fn what_is_left_of_a_file_by_file_replacement_goes_away() {
    let newsroom = Newsroom::new("broke-off-at-once");
    newsroom.write("out/.broadsheet-unfinished", "{\"app\":");
    newsroom.press().is_clean();
    assert!(!newsroom.has(".broadsheet-unfinished"));
}

#[test]
fn a_folder_that_is_neither_app_nor_pressed_stays_as_it_is_when_it_is_named_twice() {
    let newsroom = Newsroom::new("other-page");
    newsroom.write("blog/index.html", "<html><head><title>My blog</title></head></html>");
    newsroom.press_folders("content", "blog", "blog").says(2, &["is not the page of a built Broadsheet app"]);
    assert!(!newsroom.path("blog/site.json").exists());
}

#[test]
fn a_development_build_is_warned_of_unless_it_is_pressed_where_it_lies() {
    let newsroom = Newsroom::new("development");
    let page = crate::press_newsroom::PAGE.replace("</body>", "<script>reload()</script></body>");
    newsroom.write("app/index.html", &page);
    let warning = "the app in app is a development build: large, and without settings for hosts; \
                   run `make dist` and press again";
    newsroom.press().says(0, &[warning]);
    assert!(newsroom.has("index.html") && !newsroom.has("hosts/nginx.conf"));
    newsroom.press_folders("content", "app", "app").is_clean();
}
