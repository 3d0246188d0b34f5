//! Pictures and other files of articles that readers may not read.

use std::fs;

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

/// What is wrong with an article's file, and the bytes of it that come of its text.
type Fault = (&'static str, fn(&str) -> Vec<u8>);

/// Faults for which a file is left out.
const FAULTS: [Fault; 5] = [
    ("a slip", |text| text.replacen(',', "", 1).into()),
    ("a taken address", |text| text.replace("/politics/b/", "/politics/a/").into()),
    ("an unfit address", |text| text.replace("/politics/b/", "/politics/").into()),
    ("other bytes", |text| [text.as_bytes(), &[0xff]].concat()),
    ("another encoding", |text| text.encode_utf16().flat_map(u16::to_le_bytes).collect()),
];

#[test]
fn files_that_only_a_broken_file_names_come_when_it_is_mended() {
    let at_once = newsroom("held-files-never-broken");
    at_once.run("content", "app", "out", &LATER).is_whole();
    for (number, (fault, broken)) in FAULTS.into_iter().enumerate() {
        for is_first in [true, false] {
            let newsroom = newsroom(&format!("held-files-broken-{number}-{is_first}"));
            let whole = fs::read_to_string(newsroom.path("content/articles/b.json")).expect("the article");
            if !is_first {
                newsroom.press().is_whole();
            }
            fs::write(newsroom.path("content/articles/b.json"), broken(&whole)).expect("written");
            for _ in 0..2 {
                newsroom.press().says(1, &["articles/b.json:", "left out"]);
                println!("{fault}");
                tells_nothing(&newsroom);
                for file in ["both.webp", "ann.webp", "prices.pdf", "of-nobody.webp"] {
                    assert!(newsroom.has(&format!("media/{file}")), "{fault}: {file}");
                }
                assert!(newsroom.has("terms.html"), "{fault}");
            }
            newsroom.write("content/articles/b.json", &whole);
            newsroom.run("content", "app", "out", &LATER).is_whole();
            OWN.iter().for_each(|file| assert!(newsroom.has(file), "{fault}: {file}"));
            assert_eq!(newsroom.tree("out"), at_once.tree("out"), "{fault}");
        }
    }
}

#[test]
fn an_article_that_stays_keeps_its_files_whoever_else_names_them() {
    let newsroom = newsroom("held-files-staying");
    newsroom.press().is_whole();
    let before = newsroom.tree("out");
    newsroom.slip("a");
    for is_forgotten in [false, false, true] {
        if is_forgotten {
            newsroom.forget();
        }
        newsroom.press().says(1, &["articles/a.json:", "stays on the site"]);
        assert_eq!(newsroom.tree("out"), before);
    }
    // A file that it shows now, and did not when it was whole.
    newsroom.article("a", "/politics/a/", 1, |article| {
        article["associations"] = json!([picture("/media/both.webp"), picture("/media/new.webp")]);
    });
    newsroom.write("content/media/new.webp", "a picture");
    newsroom.slip("a");
    newsroom.press().says(1, &["stays on the site"]);
    assert_eq!(newsroom.tree("out"), before);
}

#[test]
fn files_of_an_article_that_expired_stay_away_when_its_file_is_broken() {
    let newsroom = newsroom("held-files-expired");
    newsroom.write("content/media/own.webp", "a picture");
    newsroom.article("c", "/politics/c/", 3, |article| {
        article["expires"] = json!("2024-06-20T00:00:00Z");
        article["associations"] = json!([picture("/media/own.webp")]);
    });
    let later = || newsroom.run("content", "app", "out", &["--now", "2024-06-21T00:00:00Z"]);
    newsroom.press().is_whole();
    newsroom.slip("c");
    newsroom.press().says(1, &["stays on the site"]);
    assert!(newsroom.has("media/own.webp"));
    for _ in 0..2 {
        later();
        assert!(!newsroom.tells("own.webp"));
    }
    newsroom.forget();
    later();
    assert!(!newsroom.tells("own.webp"));
}

#[test]
fn what_a_document_names_is_held_back_whether_or_not_a_page_would_show_it() {
    let packed = ["media/minister/plan.svg.br", "media/minister/plan.svg.gz", "media/minister/packed.csv.br"];
    let own = ["media/minister/film.mp4", "media/minister/master.mov", "media/minister/still-2.webp"];
    let pressed_at = |name: &str, steps: &[&str]| {
        let newsroom = newsroom(name);
        for file in packed.iter().chain(&own).chain(&["media/minister/still.webp", "media/shared.webp"]) {
            newsroom.write(&format!("content/{file}"), "a file");
        }
        newsroom.write("content/.well-known/security.txt", "Contact: mailto:a@b.example");
        newsroom.article("a", "/politics/a/", 1, |article| {
            article["edNote"] = json!("/media/minister-draft.webp");
            article["associations"] = json!([picture("/media/both.webp"), {
                "name": "next", "type": "text", "uri": "urn:harbour:z",
                "headlines": [{ "role": "main", "value": "Read on" }], "x": { "url": "/politics/z/" },
                "associations": [picture("/media/shared.webp"), picture("/media/late.webp")],
            }]);
        });
        newsroom.article("b", "/politics/b/", 2, |article| {
            article["embargoedUntil"] = json!("2024-07-01T00:00:00Z");
            let file = |name: &str| json!({ "href": format!("/media/minister/{name}") });
            let film = ["film.mp4", "master.mov", "still.webp", "still-2.webp"].map(file);
            article["associations"] = json!([
                { "name": "film", "type": "video", "renditions": film },
                picture("/media/shared.webp"),
                picture("/media/late.webp"),
                picture("/media/minister/plan.svg"),
                picture("/media/minister/resigns.webp"),
            ]);
            article["bodies"][0]["value"] = json!(
                "<p><a href='/media/minister/packed.csv'>Figures</a>, <a href='/media/minister-letter.pdf'>a letter</a>, \
                 <a href='/.well-known/security.txt'>safety</a></p>"
            );
        });
        for now in steps {
            newsroom.run("content", "app", "out", &["--now", now]).is_whole();
            newsroom.write("content/media/late.webp", "a picture");
        }
        newsroom
    };
    let (early, late) = ("2024-06-01T00:00:00Z", "2024-07-02T00:00:00Z");
    let newsroom = pressed_at("held-files-named", &[early, early]);
    tells_nothing(&newsroom);
    for file in ["media/shared.webp", "media/late.webp", "media/both.webp", ".well-known/security.txt"] {
        assert!(newsroom.has(file), "{file}");
    }
    // What was pressed in steps is what is pressed at once.
    let in_steps = pressed_at("held-files-named-steps", &[early, early, late, late]);
    own.iter().chain(&packed).for_each(|file| assert!(in_steps.has(file), "{file}"));
    let at_once = pressed_at("held-files-named-at-once", &[]);
    at_once.write("content/media/late.webp", "a picture");
    at_once.run("content", "app", "out", &["--now", late]).is_whole();
    assert_eq!(in_steps.tree("out"), at_once.tree("out"));
}
