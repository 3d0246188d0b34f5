//! The program comes in two parts where a page is not pressed: what a reader sees first waits for the first one only.

use serde_json::json;

use crate::support::site::app_file;
use crate::support::{Answer, Device, Fallback, Page, Site, in_browser};

/// What the demo newsroom has of each kind: address, and what is there once it is drawn.
const PAGES: [(&str, &str); 6] = [
    ("/", ".front-block h2 a"),
    ("/ru/learn/politics/", "main .card a"),
    ("/learn/politics/kazakhstan-mexico-embassy/", "[data-article-body] p"),
    ("/kk/science/the-dune-that-sings/", "[data-article-body] p"),
    ("/learn/language/every-kind-of-block/", "[data-article-body] table"),
    ("/nothing-here/", "main .failure h1"),
];

const ARTICLE: &str = "/learn/politics/kazakhstan-mexico-embassy/";

/// The demo newsroom on a host that has the app's own page alone, and the file of the program's second part.
fn demo() -> (Site, String) {
    let site = Site::demo_behind(Fallback::Pages);
    site.hold_pages_back();
    (site, app_file("rest-", ".wasm"))
}

#[test]
fn pages_are_drawn_without_the_second_part() {
    let (site, rest) = demo();
    // Whatever asked for it would wait for ever, and the page with it.
    site.answer(&rest, Answer::held());
    in_browser(Device::Phone, |page| {
        page.expect_in_console("404");
        for (path, drawn) in PAGES {
            page.visit(&site.url(path));
            page.wait_for(drawn);
            assert_eq!(page.count("dialog"), 0, "{path}: what is not seen at first waits");
        }
    });
}

/// Opens an article whose second part is on its way, and presses "Found a bug?".
fn report_early(page: &Page, site: &Site) {
    page.visit(&site.url(ARTICLE));
    page.wait_for("[data-article-body] p");
    // Again, as nothing seems to come of it.
    page.click("[data-bug-open]");
    page.click("[data-bug-open]");
    assert_eq!(page.count("dialog"), 0);
}

#[test]
fn who_is_quicker_than_the_second_part_gets_the_dialog_when_it_comes() {
    let (site, rest) = demo();
    site.answer(&rest, Answer::held());
    in_browser(Device::Desktop, |page| {
        report_early(page, &site);
        site.restore(&rest);
        page.wait_for("#report-dialog[open] form");
    });
}

#[test]
fn a_second_part_that_cannot_be_had_for_a_while_stops_nothing() {
    let (site, rest) = demo();
    site.answer_once(&rest, [Answer::status(503), Answer::status(503)]);
    in_browser(Device::Desktop, |page| {
        page.expect_in_console("503");
        page.visit(&site.url("/"));
        page.wait_for(".front-block h2 a");
        let asked = || site.paths().iter().filter(|path| **path == rest).count();
        page.wait("the second part is asked for again, and again", || asked() == 3);
        // What the page does when the reader has come to rest at it needs the second part.
        page.wait("articles in view are asked for", || {
            site.paths().iter().any(|path| path.ends_with("/article.json"))
        });
        assert_eq!(asked(), 3, "no timer asked for it by itself");
    });
}

#[test]
fn who_needs_the_second_part_before_its_time_waits_for_it_alone() {
    let (site, rest) = demo();
    // The page asks again after a second, and the reader is quicker.
    site.answer_once(&rest, [Answer::status(503)]);
    in_browser(Device::Desktop, |page| {
        page.expect_in_console("503");
        page.visit(&site.url(ARTICLE));
        page.wait_for("[data-article-body] p");
        page.click(".save");
        assert_eq!(page.attribute(".save", "aria-pressed").as_deref(), Some("true"));
        page.wait_for("#report-dialog form");
        assert_eq!(site.paths().iter().filter(|path| **path == rest).count(), 2, "it came once");
    });
}

#[test]
fn a_second_part_that_is_needed_as_the_program_begins_is_drawn_all_the_same() {
    let (site, rest) = demo();
    in_browser(Device::Desktop, |page| {
        // The program asks for this first. Whatever is drawn then may need a function of the second part.
        let early = "let exports, placed;
            const own = WebAssembly.instantiateStreaming;
            WebAssembly.instantiateStreaming = async (...what) => {
                const made = await own.apply(WebAssembly, what);
                exports = made.instance.exports;
                return made;
            };
            Object.defineProperty(window, 'broadsheetPlaced', {
                set(promise) { placed = promise },
                get() { exports.broadsheet_rest(); return placed },
            });";
        page.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({"source": early}));
        page.visit(&site.url(ARTICLE));
        page.wait_for("#report-dialog form");
        assert_eq!(site.paths().iter().filter(|path| **path == rest).count(), 1, "it came once");
    });
}
