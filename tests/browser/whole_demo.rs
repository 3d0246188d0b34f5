//! Every page of the demo newsroom, and every link.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::json;

use crate::support::site::dist;
use crate::support::{Device, Site, in_browser};

#[test]
fn every_link_of_the_site_leads_to_a_page() {
    let site = Site::demo();
    in_browser(Device::Desktop, |page| {
        page.open(&site.url("/"));
        let told = page.run_async(
            "const done = arguments[arguments.length - 1]; (async () => {
                const seen = new Set(['/']), waiting = ['/'], bad = [];
                while (waiting.length) {
                    const path = waiting.pop(), answer = await fetch(path);
                    if (answer.status !== 200) { bad.push(`${path}: ${answer.status}`); continue; }
                    if (!answer.headers.get('content-type').startsWith('text/html')) continue;
                    const page = new DOMParser().parseFromString(
                        (await answer.text()).replace(/<style>[^]*?<.style>/g, ''), 'text/html');
                    for (const link of page.querySelectorAll('a[href], link[href], img[src]')) {
                        const url = new URL(link.getAttribute('href') ?? link.getAttribute('src'),
                            new URL(path, location));
                        const inside = url.origin === location.origin ? url.pathname
                            : url.hostname === 'courier.example' ? url.pathname : null;
                        if (inside && !seen.has(inside)) { seen.add(inside); waiting.push(inside); }
                    }
                }
                return { seen: seen.size, bad };
            })().then(done, error => done({ seen: 0, bad: [String(error)] }));",
            Vec::new(),
        );
        assert_eq!(told["bad"], json!([]), "addresses that answer otherwise than 200");
        assert!(told["seen"].as_u64() > Some(100), "{told}");
    });
}

#[test]
fn every_page_of_the_demo_is_finished() {
    let pages = pages_of(&dist());
    assert!(pages.len() > 60, "{}", pages.len());
    for page in &pages {
        let html = std::fs::read_to_string(page).expect("a page");
        for script in html.split("<script").skip(1) {
            let tag = script.split('>').next().unwrap_or_default();
            let is_data = ["application/json", "application/ld+json"]
                .iter()
                .any(|kind| tag.contains(&format!(" type=\"{kind}\"")));
            assert!(is_data || tag.contains(" src=\"/"), "a script in {}: {tag}", page.display());
        }
        // Where an article was before: all that it does is lead on.
        if html.contains("http-equiv=\"refresh\"") {
            continue;
        }
        for wanted in ["<title>", "Content-Security-Policy", "<h1", "application/ld+json"] {
            // What is not there, and what only the reader's browser knows, is nothing to machines.
            let is_nothing =
                ["404.html", "saved/index.html", "search/index.html"].iter().any(|name| page.ends_with(name));
            let is_fine = is_nothing && wanted == "application/ld+json";
            assert!(html.contains(wanted) || is_fine, "{wanted} in {}", page.display());
        }
        assert!(!html.contains(" style=\"") && !html.contains(" onclick="), "{}", page.display());
    }
}

fn pages_of(folder: &Path) -> BTreeSet<std::path::PathBuf> {
    let mut pages = BTreeSet::new();
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            pages.extend(pages_of(&path));
        } else if path.ends_with("index.html") || path.ends_with("404.html") {
            pages.insert(path);
        }
    }
    pages
}
