//! Pictures and other files of articles that readers may not read.

use serde_json::{Value, json};

use crate::press_newsroom::Newsroom;

/// When the embargo is over.
const LATER: [&str; 2] = ["--now", "2024-07-02T00:00:00Z"];

fn picture(href: &str) -> Value {
    json!({ "name": href, "type": "picture", "renditions": [{ "href": href, "width": 480, "height": 320 }] })
}

/// A newsroom with an article that readers may read, and one that is to come, with files of its own and shared ones.
fn newsroom(name: &str) -> Newsroom {
    let newsroom = Newsroom::new(name);
    newsroom.site(|site| {
        site["people"] = json!([{ "slug": "ann", "name": "Ann", "picture": "/media/ann.webp" }]);
        site["footer"] = json!([{ "name": "Prices", "url": "/media/prices.pdf" }]);
    });
    for file in ["both.webp", "ann.webp", "prices.pdf", "of-nobody.webp", "minister/resigns.webp"] {
        newsroom.write(&format!("content/media/{file}"), "a picture");
    }
    let drawing = format!("<svg xmlns='http://www.w3.org/2000/svg'>{}</svg>", "<g/>".repeat(400));
    newsroom.write("content/media/minister/plan.svg", &drawing);
    newsroom.write("content/media/minister-letter.pdf", "a letter");
    newsroom.write("content/terms.html", "terms");
    newsroom.article("a", "/politics/a/", 1, |article| {
        article["associations"] = json!([picture("/media/both.webp")]);
    });
    newsroom.article("b", "/politics/b/", 2, |article| {
        article["embargoedUntil"] = json!("2024-07-01T00:00:00Z");
        let pictures = ["/media/minister/resigns.webp", "/media/minister/plan.svg", "/media/both.webp"];
        article["associations"] = pictures.iter().map(|href| picture(href)).collect();
        article["x"]["credits"] = json!([{ "role": "writer", "name": "Ann", "picture": "/media/ann.webp" }]);
        article["bodies"][0]["value"] = json!(
            "<p><a href='/media/minister-letter.pdf'>The letter</a>, <a href='/media/prices.pdf'>prices</a>, \
             <a href='/terms.html'>terms</a></p>"
        );
    });
    newsroom
}

const OWN: [&str; 4] = [
    "media/minister/resigns.webp",
    "media/minister/plan.svg",
    "media/minister/plan.svg.gz",
    "media/minister-letter.pdf",
];

/// Demands that nothing that is published or remembered tells of the article that is to come.
fn tells_nothing(newsroom: &Newsroom) {
    for folder in ["out", ".out.broadsheet"] {
        for (file, bytes) in newsroom.tree(folder) {
            let told = format!("{} {}", file.display(), String::from_utf8_lossy(&bytes));
            assert!(!told.contains("minister"), "{} tells", file.display());
        }
    }
    assert!(!newsroom.path("out/media/minister").exists());
}

#[test]
fn files_that_only_an_article_to_come_names_come_with_it_and_go_with_it() {
    let newsroom = newsroom("held-files");
    for _ in 0..2 {
        newsroom.press().is_whole();
        tells_nothing(&newsroom);
        for file in ["both.webp", "ann.webp", "prices.pdf", "of-nobody.webp"] {
            assert!(newsroom.has(&format!("media/{file}")), "{file} belongs to others too, or to nobody");
        }
        assert!(newsroom.has("terms.html"), "a page belongs to the site");
    }
    newsroom.run("content", "app", "out", &LATER).is_whole();
    OWN.iter().for_each(|file| assert!(newsroom.has(file), "{file}"));
    // What was pressed in steps is what is pressed at once.
    let at_once = self::newsroom("held-files-at-once");
    at_once.run("content", "app", "out", &LATER).is_whole();
    assert_eq!(newsroom.tree("out"), at_once.tree("out"));

    newsroom.press().is_whole();
    tells_nothing(&newsroom);
    let again = newsroom.press();
    assert!(again.summary.contains("files written 0,") && again.summary.contains("removed 0."), "{again:?}");
}

#[test]
fn a_file_of_an_article_that_was_taken_back_goes_when_nobody_else_shows_it() {
    let newsroom = newsroom("held-files-back");
    newsroom.article("b", "/politics/b/", 2, |article| {
        article["associations"] = json!([picture("/media/own.webp")])
    });
    newsroom.write("content/media/own.webp", "a picture");
    newsroom.press().is_whole();
    assert!(newsroom.has("media/own.webp") && newsroom.has("media/minister/plan.svg"));
    newsroom.article("b", "/politics/b/", 2, |article| {
        article["pubStatus"] = json!("canceled");
        article["associations"] = json!([picture("/media/own.webp")]);
    });
    newsroom.press().is_whole();
    assert!(!newsroom.has("media/own.webp") && newsroom.has("media/both.webp"));
    newsroom.article("a", "/politics/a/", 1, |article| {
        article["associations"] = json!([picture("/media/own.webp")])
    });
    newsroom.press().is_whole();
    assert!(newsroom.has("media/own.webp"));
}
