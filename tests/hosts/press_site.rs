//! A small newsroom, pressed, in a folder that a server's own user may read.

// Other tests use more of it.
#[allow(dead_code)]
#[path = "../press_newsroom/mod.rs"]
mod press_newsroom;

use std::{
    env, fs,
    path::{Path, PathBuf},
    process,
    sync::atomic::{AtomicUsize, Ordering},
};

use press_newsroom::{Newsroom, PAGE};
use serde_json::json;

/// The app's files with a hash in their names.
pub const HASHED: [&str; 3] =
    ["app-0123456789abcdef.js", "app-0123456789abcdef_bg.wasm", "broadsheet-0123456789abcde.css"];

/// A pressed site, and room for a server's own files; both go away with it.
pub struct PressedSite {
    /// A folder that is this site's own.
    pub room: PathBuf,
    /// The folder that the server shows; the site lies in it where its base path says.
    pub root: PathBuf,
    /// The folder of the site itself.
    pub site: PathBuf,
}

impl PressedSite {
    /// Presses the newsroom for `base`, and moves the site to where it is at that path.
    #[allow(dead_code, reason = "browser tests press content of their own")]
    pub fn new(base: &str) -> Self {
        let newsroom = newsroom(&format!("hosts-{}", next_number()), base);
        newsroom.press().is_clean();
        Self::of(&newsroom.path("out"), base)
    }

    /// Copies a site that was pressed for `base` to where it is at that path.
    pub fn of(pressed: &Path, base: &str) -> Self {
        let room = env::temp_dir().join(format!("broadsheet-hosts-{}-{}", process::id(), next_number()));
        let root = room.join("root");
        let site = root.join(base.trim_matches('/'));
        copy(pressed, &site);
        Self { room, root, site }
    }
}

impl Drop for PressedSite {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.room);
    }
}

/// Another number for each folder of this process.
fn next_number() -> usize {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    NEXT.fetch_add(1, Ordering::Relaxed)
}

fn newsroom(name: &str, base: &str) -> Newsroom {
    let newsroom = Newsroom::new(name);
    newsroom.site(|site| {
        site["base_path"] = json!(base);
        site["sections"] =
            json!([{ "slug": "politics", "name": "Politics" }, { "slug": "қала", "name": "Қала" }]);
    });
    let long = |word: &str| format!("{word} of the harbour. ").repeat(60);
    newsroom.write("app/index.html", &PAGE.replace("No<", &format!("{}<", long("The page"))));
    for file in HASHED {
        newsroom.write(&format!("app/{file}"), &long(file));
    }
    for (name, url) in [("pier", "/politics/pier/"), ("street", "/ru/қала/көше/")] {
        newsroom.article(name, url, 1, |article| {
            article["bodies"][0]["value"] = json!(format!("<p>{}</p>", long(name)));
        });
    }
    newsroom.write("content/media/pier.svg", &format!("<svg><desc>{}</desc></svg>", long("A pier")));
    newsroom.write("content/media/dot.png", "not much of a picture");
    newsroom.write("content/app.webmanifest", &json!({ "name": long("The app") }).to_string());
    newsroom.write("content/tides.txt", &long("The tides"));
    newsroom
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder can be made");
    for entry in fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a file can be copied");
        }
    }
}
