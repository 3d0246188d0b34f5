//! The front and the sections: what they list, how one goes from page to page, and addresses that last.

use serde_json::{Value, json};

use crate::layout::{read_to_the_end, shifts, watch_shifts};
use crate::support::newsroom::{article, settings};
use crate::support::{Answer, Content, Device, Fallback, Page, Site, in_browser};

/// Five articles, oldest first; with two on an index page there are three pages.
const HEADLINES: [&str; 5] = ["First snow", "Second wind", "Third rail", "Fourth estate", "Fifth column"];

fn path(number: usize) -> String {
    let section = if number.is_multiple_of(2) { "learn" } else { "politics" };
    format!("/{section}/story-{number}/")
}

fn content() -> Content {
    let mut settings = settings();
    // Three stories on the front, so that others are on older pages.
    settings["front"] = json!([{"block": "lead"}, {"block": "row", "stories": 2}]);
    HEADLINES.iter().enumerate().fold(Content::new(&settings), |content, (index, headline)| {
        let published = format!("2026-03-0{}T09:00:00+05:00", index + 1);
        let mut article = article("en", &path(index), headline, &published);
        article["associations"] = json!([{
            "name": "lead",
            "type": "picture",
            "descriptions": [{"role": "alt", "value": "A plain"}],
            "renditions": [{"name": "600", "href": "/media/plain.svg", "contentType": "image/svg+xml", "width": 600, "height": 400}]
        }]);
        content.article(&article)
    })
    .file("media/plain.svg", crate::support::newsroom::DRAWING.as_bytes())
}

fn site() -> Site {
    content().serve(Fallback::NotFoundPage)
}

fn headlines(page: &Page) -> Vec<String> {
    page.texts("main h2 a")
}

fn wait_for_headlines(page: &Page, expected: &[&str]) {
    page.wait(&format!("for the list {expected:?}"), || headlines(page) == expected);
}

/// The page that stays when links are followed, to be told from one that was loaded anew.
fn mark(page: &Page) {
    page.run("window.sameDocument = true", Vec::new());
}

fn is_marked(page: &Page) -> bool {
    page.value("window.sameDocument === true") == json!(true)
}

fn focus_is_on_heading(page: &Page) {
    page.wait_until("document.activeElement === document.querySelector('main h1')");
}

#[test]
fn the_front_lists_articles_with_picture_headline_lead_and_time() {
    let site = site();
    in_browser(Device::Desktop, |page| {
        page.open(&site.url("/"));
        wait_for_headlines(page, &["Fifth column", "Fourth estate", "Third rail"]);
        assert_eq!(page.title(), "The Test Gazette");
        assert_eq!(page.count("main .card img"), 3);
        assert_eq!(page.text("main .card-lead"), "Fifth column: the short of it.");
        assert_eq!(page.text("main .card time"), "5 March 2026");
    });
}

#[test]
fn paging_links_lead_to_every_article_and_back() {
    let site = site();
    in_browser(Device::Desktop, |page| {
        page.open(&site.url("/"));
        wait_for_headlines(page, &["Fifth column", "Fourth estate", "Third rail"]);
        mark(page);
        page.click_named("Older articles");
        wait_for_headlines(page, &["Second wind", "First snow"]);
        assert_eq!(page.path(), "/page/1/");
        assert_eq!(page.texts("nav[aria-label=Pages] a"), ["Newer articles"]);
        focus_is_on_heading(page);
        page.click_named("Newer articles");
        wait_for_headlines(page, &["Fifth column", "Fourth estate", "Third rail"]);
        assert_eq!(page.path(), "/");
        assert!(is_marked(page), "the router followed the links");
    });
}

#[test]
fn a_full_page_keeps_its_number() {
    let site = site();
    in_browser(Device::Desktop, |page| {
        page.open(&site.url("/page/2/"));
        wait_for_headlines(page, &["Fourth estate", "Third rail"]);
        assert_eq!(page.text("main h1"), "Latest, page 2");
        page.wait_until("document.querySelectorAll('nav[aria-label=Pages] a').length === 2");
        assert_eq!(page.texts("nav[aria-label=Pages] a"), ["Newer articles", "Older articles"]);
        assert_eq!(page.attribute("nav[aria-label=Pages] a", "href").as_deref(), Some("/"));
        // Whoever asks for a page that the list has not got is told so.
        page.expect_in_console("/data/en/page-9.json");
        page.expect_in_console("/page/9/");
        page.open(&site.url("/page/9/"));
        page.wait_for_heading("Page not found");
    });
}

#[test]
fn a_section_lists_its_own_and_is_marked_in_the_menu() {
    let site = site();
    in_browser(Device::Desktop, |page| {
        page.open(&site.url("/"));
        page.wait_for("main h2 a");
        page.click("nav[aria-label=Sections] a[href='/politics/']");
        wait_for_headlines(page, &["Fourth estate", "Second wind"]);
        assert_eq!(page.text("main h1"), "Politics");
        assert_eq!(page.title(), "Politics · The Test Gazette");
        assert_eq!(page.texts("nav[aria-label=Sections] [aria-current=page]"), ["Politics"]);
        assert_eq!(page.texts("nav[aria-label='You are here'] li"), ["Front page", "Politics"]);
        focus_is_on_heading(page);
    });
}

#[test]
fn a_section_without_articles_says_so() {
    let site = site();
    in_browser(Device::Desktop, |page| {
        page.open(&site.url("/learn/politics/"));
        page.wait_for_heading("Politics");
        assert_eq!(page.text("main .list-empty"), "There are no articles here yet.");
    });
}

#[test]
fn back_and_forward_show_what_was_there() {
    let site = site();
    in_browser(Device::Phone, |page| {
        page.open(&site.url("/"));
        page.wait_for("main h2 a");
        mark(page);
        page.click_named("Fourth estate");
        page.wait_for_heading("Fourth estate");
        focus_is_on_heading(page);
        assert_eq!(page.title(), "Fourth estate · The Test Gazette");
        page.back();
        wait_for_headlines(page, &["Fifth column", "Fourth estate", "Third rail"]);
        assert_eq!((page.path(), page.title()), ("/".to_owned(), "The Test Gazette".to_owned()));
        page.forward();
        page.wait_for_heading("Fourth estate");
        assert_eq!(page.path(), path(3));
        assert!(is_marked(page));
        let documents = site.paths().into_iter().filter(|asked| *asked == format!("{}article.json", path(3)));
        assert_eq!(documents.count(), 1, "what was read is kept");
    });
}

#[test]
fn deep_links_survive_a_reload_on_a_host_with_a_fallback() {
    for fallback in [Fallback::NotFoundPage, Fallback::Pages, Fallback::Everything] {
        let site = content().serve_root_page_only(fallback);
        in_browser(Device::Phone, |page| {
            if fallback == Fallback::NotFoundPage {
                // The page comes with the status 404, and the browser says so.
                page.expect_in_console("404");
            }
            for (address, heading) in [
                (path(3), "Fourth estate"),
                ("/politics/".to_owned(), "Politics"),
                ("/page/1/".to_owned(), "Latest, page 1"),
            ] {
                page.open(&site.url(&address));
                page.wait_for_heading(heading);
                page.reload();
                page.wait_for_heading(heading);
                assert_eq!(page.path(), address);
            }
        });
    }
}

#[test]
fn an_address_of_nothing_has_a_page_that_leads_on() {
    let site = site();
    in_browser(Device::Phone, |page| {
        page.expect_in_console("404");
        page.open(&site.url("/nowhere/at/all/"));
        page.wait_for_heading("Page not found");
        assert_eq!(page.title(), "Page not found · The Test Gazette");
        page.click_named("Go to the front page");
        wait_for_headlines(page, &["Fifth column", "Fourth estate", "Third rail"]);
        focus_is_on_heading(page);
        page.back();
        page.wait_for_heading("Page not found");
        assert_eq!(page.path(), "/nowhere/at/all/", "the reader is still on the site");
        page.forward();
        wait_for_headlines(page, &["Fifth column", "Fourth estate", "Third rail"]);
    });
}

#[test]
fn a_list_that_does_not_come_is_tried_again_in_the_same_page() {
    let site = site();
    site.hold_pages_back();
    in_browser(Device::Phone, |page| {
        page.expect_in_console("/data/en/latest.json");
        site.answer_once("/data/en/latest.json", [Answer::status(503), Answer::dropped()]);
        page.open(&site.url("/"));
        page.wait_for_heading("This page could not be shown");
        assert!(page.text("main .failure p").contains("(503)"));
        mark(page);
        page.click_named("Try again");
        page.wait_until(
            "document.querySelector('main .failure')?.textContent.includes('could not be reached')",
        );
        page.click_named("Try again");
        wait_for_headlines(page, &["Fifth column", "Fourth estate", "Third rail"]);
        assert!(is_marked(page));
    });
}

#[test]
fn one_bad_item_does_not_take_down_the_list() {
    let site = site();
    site.hold_pages_back();
    in_browser(Device::Phone, |page| {
        let good =
            json!({"headlines": [{"role": "main", "value": "Still here"}], "x": {"url": "/learn/still/"}});
        let list = json!({"pages": 1, "first": 1, "items": [7, null, {"x": {"url": 3}}, good]});
        site.answer("/data/en/latest.json", Answer::json(list.to_string()));
        page.open(&site.url("/"));
        page.wait_for("main h2 a");
        assert!(headlines(page).contains(&"Still here".to_owned()), "{:?}", headlines(page));
    });
}

/// What stands in place of the missing picture: how wide it is, how much wider than high, and how much room its words take.
const FRAME: &str = "const frame = document.querySelector('main .card-picture .picture-missing');
    const words = new Range();
    words.selectNodeContents(frame);
    const [box, drawn] = [frame, words].map(it => it.getBoundingClientRect());
    return [box.width, box.width / box.height, drawn.width * drawn.height];";

#[test]
fn a_picture_that_is_missing_leaves_its_frame_in_a_list_and_moves_nothing() {
    let mut story = article("en", "/learn/gone/", "Gone with the wind", "2026-03-04T12:00:00+05:00");
    story["associations"] = json!([{
        "name": "lead",
        "type": "picture",
        "descriptions": [{"role": "alt", "value": "A tall house of stone"}],
        "renditions": [{"href": "/media/gone.svg", "contentType": "image/svg+xml", "width": 600, "height": 900}]
    }]);
    let drawing = crate::support::newsroom::DRAWING.as_bytes();
    let site = content().article(&story).file("media/gone.svg", drawing).serve(Fallback::NotFoundPage);
    site.answer("/media/gone.svg", Answer::status(404));
    for device in [Device::Phone, Device::Desktop] {
        in_browser(device, |page| {
            page.expect_in_console("gone.svg");
            watch_shifts(page);
            for address in ["/learn/", "/"] {
                page.open(&site.url(address));
                read_to_the_end(page);
                page.wait_for("main .picture-missing");
                let frame = page.run(FRAME, Vec::new());
                let frame: Vec<f64> =
                    frame.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
                let [width, shape, words] = frame[..] else { panic!("a frame on {address}: {frame:?}") };
                assert!(width > 100.0 && (shape - 1.5).abs() < 0.02, "the frame on {address}: {frame:?}");
                assert!(words < 1.0, "nothing is written over it on {address}: {frame:?}");
                assert_eq!(page.count("main .picture-missing"), 1, "the other pictures are there");
                assert_eq!(shifts(page), json!([]), "what has moved on {address}");
            }
        });
    }
}
