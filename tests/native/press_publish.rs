//! How a pressed site takes the place of the one before: all at once, with only what changed written, and never half.

use std::{
    fs::{self, File},
    time::SystemTime,
};

use serde_json::json;

use crate::press_newsroom::Newsroom;

/// When a file of the site was written.
pub fn written(newsroom: &Newsroom, file: &str) -> SystemTime {
    let about = fs::metadata(newsroom.path("out").join(file)).expect(file);
    about.modified().expect("the system tells times")
}

/// A newsroom with five articles, each of which fills a page of its lists with another.
pub fn of_five(name: &str) -> Newsroom {
    let newsroom = Newsroom::new(name);
    for (day, article) in (1..).zip(["a", "b", "c", "d", "e"]) {
        newsroom.article(article, &format!("/politics/{article}/"), day, |_| {});
    }
    newsroom
}

#[test]
fn only_what_changed_is_written_and_the_rest_keeps_its_time() {
    let newsroom = of_five("incremental");
    newsroom.press().is_clean();
    let same = [
        "politics/a/index.html",
        "politics/a/index.html.br",
        "data/en/politics/page-1.json",
        "app-1.js",
        "about.txt",
    ];
    newsroom.write("content/about.txt", "About us");
    newsroom.press().is_clean();
    let before = same.map(|file| written(&newsroom, file));
    let changed = ["politics/e/index.html", "politics/e/article.json", "politics/index.html", "feed.xml"];
    let changed_before = changed.map(|file| written(&newsroom, file));
    newsroom.article("e", "/politics/e/", 5, |article| {
        article["headlines"][0]["value"] = json!("Another headline");
    });
    newsroom.press().is_clean();
    assert_eq!(same.map(|file| written(&newsroom, file)), before);
    for (file, before) in changed.iter().zip(changed_before) {
        assert!(written(&newsroom, file) > before, "{file}");
        assert!(newsroom.read(file).contains("Another headline"), "{file}");
    }
    // What there is now is what there would be if it had been pressed at once.
    let anew = of_five("incremental-anew");
    anew.write("content/about.txt", "About us");
    anew.article("e", "/politics/e/", 5, |article| {
        article["headlines"][0]["value"] = json!("Another headline");
    });
    anew.press().is_clean();
    assert_eq!(newsroom.tree("out"), anew.tree("out"));
}

#[test]
fn settings_and_time_change_pages_that_were_pressed_before() {
    let newsroom = of_five("settings-change");
    newsroom.article("later", "/politics/later/", 6, |article| {
        article["embargoedUntil"] = json!("2024-07-01T00:00:00Z");
    });
    newsroom.press().is_clean();
    assert!(!newsroom.read("politics/index.html").contains("Headline of later"));
    newsroom.run("content", "app", "out", &["--now", "2026-07-02T00:00:00Z"]).is_clean();
    assert!(newsroom.read("politics/index.html").contains("Headline of later"));
    assert!(newsroom.read("politics/a/index.html").contains("2 years old"), "the note on its age");
    newsroom.site(|site| site["name"]["en"] = json!("The Lighthouse"));
    newsroom.press().is_clean();
    assert!(newsroom.read("politics/a/index.html").contains("The Lighthouse"));
}

#[test]
fn findings_of_articles_that_did_not_change_are_told_again() {
    let newsroom = of_five("findings-again");
    newsroom.article("f", "/politics/f/", 6, |article| {
        article["expires"] = json!("next week");
        article["bodies"][0]["value"] = json!("<p><img src=\"/media/pier.webp\" alt=\"The pier\"></p>");
    });
    let words = ["f.json:", "warning: expected a date", "expected the file media/pier.webp"];
    newsroom.press().says(0, &words);
    newsroom.press().says(0, &words);
    newsroom.write("content/media/pier.webp", "a picture");
    let mended = newsroom.press();
    assert!(!mended.messages.contains("pier.webp") && mended.messages.contains("a date"), "{mended:?}");
    fs::remove_file(newsroom.path("content/media/pier.webp")).expect("removed");
    newsroom.press().says(0, &words);
}

#[test]
fn what_somebody_changed_or_removed_in_the_site_is_mended() {
    let newsroom = of_five("mended");
    newsroom.press().is_clean();
    let whole = newsroom.tree("out");
    newsroom.write("out/politics/a/index.html", "changed by hand");
    fs::remove_dir_all(newsroom.path("out/politics/b")).expect("removed");
    fs::remove_file(newsroom.path("out/index.html")).expect("removed");
    newsroom.press().is_clean();
    assert_eq!(newsroom.tree("out"), whole);
    // Nor does it matter if what the press remembers is gone, or is none.
    newsroom.write(".out.broadsheet/memory", "nonsense");
    newsroom.press().is_clean();
    fs::remove_dir_all(newsroom.path(".out.broadsheet")).expect("removed");
    newsroom.press().is_clean();
    assert_eq!(newsroom.tree("out"), whole);
}

#[test]
fn files_of_others_stay_wherever_they_lie_and_go_when_their_owner_removes_them() {
    let newsroom = of_five("others");
    newsroom.press().is_clean();
    let own =
        ["CNAME", "politics/a/plan.pdf", ".git/config", ".well-known/security.txt", "uploads/deep/a.txt"];
    for file in own {
        newsroom.write(&format!("out/{file}"), "not of the press");
    }
    for day in [6, 7, 8] {
        newsroom.article("more", "/politics/more/", day, |_| {});
        newsroom.press().is_clean();
        assert!(own.iter().all(|file| newsroom.read(file) == "not of the press"), "day {day}");
    }
    newsroom.write("out/CNAME", "changed by its owner");
    fs::remove_file(newsroom.path("out/politics/a/plan.pdf")).expect("removed");
    newsroom.article("more", "/politics/more/", 9, |_| {});
    newsroom.press().is_clean();
    assert_eq!(newsroom.read("CNAME"), "changed by its owner");
    assert!(!newsroom.has("politics/a/plan.pdf") && newsroom.has("politics/a/index.html"));
}

#[test]
fn nothing_is_remembered_of_what_readers_may_not_see() {
    let newsroom = of_five("not-remembered");
    newsroom.article("secret", "/politics/the-secret/", 6, |article| {
        article["embargoedUntil"] = json!("2024-07-01T00:00:00Z");
    });
    newsroom.press().is_clean();
    assert!(newsroom.has("politics/the-secret/index.html"));
    let tells = |words: &str| {
        let files = fs::read_dir(newsroom.path(".out.broadsheet")).expect("it remembers").flatten();
        let files = files.filter(|entry| entry.path().is_file());
        let mut bytes = files.map(|entry| fs::read(entry.path()).expect("a file"));
        bytes.any(|bytes| bytes.windows(words.len()).any(|window| window == words.as_bytes()))
    };
    assert!(tells("politics/a/index.html") && tells("Headline of a"));
    assert!(!tells("the-secret") && !tells("Headline of secret"));
    // What readers may see no longer is forgotten.
    newsroom.article("a", "/politics/a/", 1, |article| article["pubStatus"] = json!("withheld"));
    newsroom.press().is_clean();
    assert!(!tells("politics/a/index.html") && !tells("Headline of a") && tells("Headline of b"));
    fs::remove_file(newsroom.path("content/articles/secret.json")).expect("removed");
    newsroom.press().is_clean();
    assert!(!newsroom.has("politics/the-secret/index.html") && !tells("the-secret"));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let rights = fs::metadata(newsroom.path(".out.broadsheet")).expect("it is there").permissions();
        assert_eq!(rights.mode() & 0o077, 0, "for its owner alone");
    }
}

#[test]
fn two_pressings_into_one_folder_do_not_meet() {
    let newsroom = of_five("two-at-once");
    newsroom.press().is_clean();
    let lock = File::open(newsroom.path(".out.broadsheet/lock")).expect("there is a lock");
    lock.lock().expect("it is free");
    newsroom.press().says(2, &["another pressing into", "is under way"]);
    drop(lock);
    newsroom.press().is_clean();
}
