//! What a visit costs a reader does not depend on how many articles the newsroom has.
//!
//! `BROADSHEET_VISIT_ARTICLES` says how many the large newsroom has, and `BROADSHEET_COMMAND` which command presses it:
//! `make bench-press` takes 100,000 and the release build.

use std::collections::BTreeSet;
use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::json;
use tempfile::TempDir;

use crate::steps::until;
use crate::support::newsroom::article;
use crate::support::site::dist;
use crate::support::{Device, Page, Site, in_browser};

const SMALL: u32 = 100;
/// So many that lists, feeds and sitemaps are long, and so few that the development build presses them in seconds.
const USUAL: u32 = 500;
/// How much more or less the large newsroom may send, in hundredths: for a page, and for a search.
const TOLERANCE: u64 = 5;
const TOLERANCE_OF_SEARCH: u64 = 20;

/// Where everything is that a search asks for.
const INDEX: &str = "/data/en/search/";

/// What a reader opens: the front, an article, and the tenth page of a section, which both newsrooms have.
const PAGES: [(&str, &str); 3] =
    [("the front", "/"), ("an article", "/news/story-000050/"), ("the tenth page", "/news/page/10/")];

/// A newsroom of so many articles, pressed. Its articles differ by their numbers alone.
fn pressed(articles: u32) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let content = folder.path().join("content");
    let settings = json!({
        "name": "The Daily Number",
        "url": "https://number.example",
        "page_size": 10,
        "search": true,
        "editions": [{"language": "en", "label": "English", "path": "/", "time_zone": "UTC"}],
        "sections": [{"slug": "news", "name": "News"}]
    });
    fs::create_dir_all(content.join("articles")).expect("a folder for the content");
    fs::write(content.join("site.json"), settings.to_string()).expect("the settings");
    for number in 1..=articles {
        fs::write(content.join(format!("articles/{number}.json")), story(number)).expect("an article");
    }
    press(&content, &folder.path().join("site"));
    folder
}

fn story(number: u32) -> String {
    // A minute each, from the first of January 2020 on.
    let (day, minute) = (number / 1440, number % 1440);
    let (year, month, day) = (2020 + day / 336, 1 + day / 28 % 12, 1 + day % 28);
    let published = format!("{year}-{month:02}-{day:02}T{:02}:{:02}:00Z", minute / 60, minute % 60);
    let path = format!("/news/story-{number:06}/");
    let mut story =
        article("en", &path, &format!("What was counted under the number {number:06}"), &published);
    // As many topics and writers as a large newsroom has, a tenth of them in the small one.
    let topic = format!("Topic {:03}", number % 200);
    story["subjects"] = json!([{"uri": format!("tag:{topic}"), "name": topic}]);
    story["x"]["credits"] = json!([{"role": "reporter", "name": format!("Writer {:02}", number % 50)}]);
    story.to_string()
}

fn press(content: &Path, out: &Path) {
    let command = env::var_os("BROADSHEET_COMMAND");
    let command = command.unwrap_or_else(|| OsString::from(env!("CARGO_BIN_EXE_broadsheet")));
    let mut order = Command::new(command);
    order.arg("press").arg(content).arg("--app").arg(dist()).arg("--out").arg(out).arg("--no-compress");
    let done = order.output().expect("the command runs");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
}

/// What was fetched to open a page and have the program take it over.
struct Cost {
    /// The bytes of the page itself.
    page: u64,
    /// The bytes of everything.
    all: u64,
    /// How many addresses they came from.
    addresses: u64,
}

impl Cost {
    fn of(page: &Page, site: &Site, path: &str) -> Self {
        page.open(&site.url(path));
        // When the browser has nothing to do, whatever the page wanted by itself has been asked for.
        let script = "const done = arguments[0];
            requestIdleCallback(() => {
                const [page] = performance.getEntriesByType('navigation');
                const others = performance.getEntriesByType('resource');
                const all = others.reduce((sum, entry) => sum + entry.encodedBodySize, page.encodedBodySize);
                done([page.encodedBodySize, all, 1 + others.length]);
            });";
        let said = page.run_async(script, Vec::new());
        let [page, all, addresses] = [0, 1, 2].map(|index| said[index].as_u64().expect("a count"));
        Self { page, all, addresses }
    }
}

/// The bytes of what a search for a word that every article has asks for, beside the page.
fn cost_of_search(page: &Page, site: &Site) -> u64 {
    let before = site.paths().len();
    page.open(&site.url("/search/?q=counted"));
    until(page, "document.querySelectorAll('.search-found h2 a').length > 5");
    let asked: BTreeSet<String> = site.paths().into_iter().skip(before).collect();
    let asked = asked.iter().filter(|path| path.starts_with(INDEX));
    let file =
        |path: &str| site.folder().join(path.split('?').next().unwrap_or(path).trim_start_matches('/'));
    asked.map(|path| fs::metadata(file(path)).expect("a file of the index").len()).sum()
}

fn is_near(one: u64, other: u64, tolerance: u64) -> bool {
    one.abs_diff(other) <= one * tolerance / 100
}

#[test]
fn a_visit_costs_the_same_in_a_newsroom_of_any_size() {
    let many = env::var("BROADSHEET_VISIT_ARTICLES").map_or(USUAL, |count| count.parse().expect("a count"));
    let folders = [pressed(SMALL), pressed(many)];
    let [small, large] = folders.each_ref().map(|folder| Site::of(&folder.path().join("site")));
    in_browser(Device::Phone, |page| {
        for (name, path) in PAGES {
            let [few, all] = [&small, &large].map(|site| Cost::of(page, site, path));
            let said = format!(
                "{name}: {} bytes, {} with all else from {} addresses, in a newsroom of {SMALL}; \
                 {}, {} and {} in one of {many}",
                few.page, few.all, few.addresses, all.page, all.all, all.addresses
            );
            println!("{said}");
            // A page, its style, its program: what is counted is a visit, and no error.
            assert!(few.page > 10_000 && few.all > 100_000 && few.addresses > 2, "{said}");
            // The program is most of it, and hides what a page says of the whole newsroom.
            let are_near = |few, all| is_near(few, all, TOLERANCE);
            assert!(are_near(few.page, all.page) && are_near(few.all, all.all), "{said}");
            assert_eq!(few.addresses, all.addresses, "{said}");
        }
        let [few, all] = [&small, &large].map(|site| cost_of_search(page, site));
        let said = format!("a search: {few} bytes in a newsroom of {SMALL}, {all} in one of {many}");
        println!("{said}");
        assert!(few > 50_000 && is_near(few, all, TOLERANCE_OF_SEARCH), "{said}");
    });
}
