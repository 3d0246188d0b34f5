//! A small newsroom, pressed for these tests.

#[path = "../press_newsroom/mod.rs"]
mod press_newsroom;

use std::sync::atomic::{AtomicUsize, Ordering};

use press_newsroom::{Newsroom, PAGE};
use serde_json::json;

use super::press_site::PressedSite;

/// The app's files with a hash in their names.
pub const HASHED: [&str; 3] =
    ["app-0123456789abcdef.js", "app-0123456789abcdef_bg.wasm", "broadsheet-0123456789abcde.css"];

/// Presses the newsroom for `base`, and moves the site to where it is at that path.
pub fn pressed(base: &str) -> PressedSite {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    let newsroom = newsroom(&format!("hosts-{}", NEXT.fetch_add(1, Ordering::Relaxed)), base);
    newsroom.press().is_clean();
    PressedSite::of(&newsroom.path("out"), base)
}

fn newsroom(name: &str, base: &str) -> Newsroom {
    let newsroom = Newsroom::new(name);
    newsroom.site(|site| {
        site["base_path"] = json!(base);
        // An edition within another one, with letters that addresses encode.
        let inner = json!({ "language": "kk", "label": "Қазақша", "path": "/ru/қаз/", "time_zone": "UTC" });
        site["editions"].as_array_mut().expect("the editions").push(inner);
        site["withdrawn"] = json!({ "redirect": { "en": "/politics/pier/" } });
        site["sections"] =
            json!([{ "slug": "politics", "name": "Politics" }, { "slug": "қала", "name": "Қала" }]);
    });
    let long = |word: &str| format!("{word} of the harbour. ").repeat(60);
    newsroom.write("app/index.html", &PAGE.replace("No<", &format!("{}<", long("The page"))));
    for file in HASHED {
        newsroom.write(&format!("app/{file}"), &long(file));
    }
    for (name, url) in
        [("pier", "/politics/pier/"), ("street", "/ru/қала/көше/"), ("node", "/ru/қала/node.js/")]
    {
        newsroom.article(name, url, 1, |article| {
            article["bodies"][0]["value"] = json!(format!("<p>{}</p>", long(name)));
        });
    }
    // Withdrawn: the English ones lead on, the Russian ones are gone.
    for (name, url) in [("sunk", "/politics/sunk/"), ("drained", "/ru/қала/су.1/")] {
        newsroom.article(name, url, 2, |article| article["pubStatus"] = json!("canceled"));
    }
    newsroom.write("content/media/pier.svg", &format!("<svg><desc>{}</desc></svg>", long("A pier")));
    newsroom.write("content/media/dot.png", "not much of a picture");
    newsroom.write("content/app.webmanifest", &json!({ "name": long("The app") }).to_string());
    newsroom.write("content/tides.txt", &long("The tides"));
    newsroom.write("content/media/film.vtt", &format!("WEBVTT\n\n{}", long("00:01.000 --> 00:02.000\n")));
    newsroom
}
