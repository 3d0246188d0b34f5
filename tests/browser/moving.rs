//! From page to page: what is fetched before it is asked for, and what is shown before it is here.

use serde_json::json;

use crate::pressed::program;
use crate::steps::follow;
use crate::support::{Answer, Device, Page, Site, in_browser};

/// The article that leads the front.
pub(crate) struct Leading {
    path: String,
    /// The path of its document.
    pub document: String,
    pub headline: String,
}

/// Opens the front of the demo newsroom.
pub(crate) fn front(page: &Page, site: &Site) -> Leading {
    page.open(&site.url("/"));
    let path = page.attribute("main h2 a", "href").expect("the first headline is a link");
    Leading { document: format!("{path}article.json"), path, headline: page.text("main h2 a") }
}

#[test]
fn an_article_is_fetched_when_the_pointer_rests_on_its_link() {
    let site = Site::demo();
    in_browser(Device::Desktop, |page| {
        let Leading { document, headline, .. } = front(page, &site);
        assert!(!site.paths().contains(&document), "it is fetched before anybody comes near");
        page.hover("main h2 a");
        page.wait("for the document", || site.paths().contains(&document));
        page.click("main h2 a");
        page.wait_for_heading(&headline);
        page.wait_for("article .body p");
        let times = site.paths().iter().filter(|path| **path == document).count();
        assert_eq!(times, 1, "requests for the document");
    });
}

#[test]
fn an_article_that_could_not_be_fetched_beforehand_is_asked_for_again() {
    let site = Site::demo();
    in_browser(Device::Desktop, |page| {
        let Leading { document, headline, .. } = front(page, &site);
        page.expect_in_console("503");
        site.answer_once(&document, [Answer::status(503)]);
        page.hover("main h2 a");
        page.wait("for the document", || site.paths().contains(&document));
        page.click("main h2 a");
        page.wait_for_heading(&headline);
        page.wait_for("article .body p");
    });
}

#[test]
fn headline_lead_and_picture_are_there_while_the_article_is_on_its_way() {
    let site = Site::demo();
    in_browser(Device::Phone, |page| {
        let Leading { path, document, headline } = front(page, &site);
        site.answer(&document, Answer::held());
        page.click("main h2 a");
        page.wait_for_heading(&headline);
        assert_eq!(page.path(), path);
        assert_eq!(page.attribute("article", "aria-busy").as_deref(), Some("true"));
        assert_eq!(page.count("article .lead"), 1);
        assert!(page.title().starts_with(&headline), "{} while it is on its way", page.title());
        page.wait_until("document.querySelector('article figure img').naturalWidth > 0");
        let place = "Math.round(document.querySelector('article h1').getBoundingClientRect().top)";
        let before = page.value(place);
        site.restore(&document);
        page.wait_for("article .body p");
        assert_eq!(page.attribute("article", "aria-busy"), None);
        assert_eq!(page.value(place), before, "the headline has moved");
        page.wait_until("document.activeElement === document.querySelector('article h1')");
        assert!(page.title().starts_with(&headline), "{}", page.title());
    });
}

#[test]
fn articles_in_view_are_fetched_once_the_reader_has_come_to_rest_and_those_below_are_not() {
    let site = Site::demo();
    in_browser(Device::Phone, |page| {
        front(page, &site);
        let places = "Array.from(document.querySelectorAll('main .card-headline a'), link => \
            [link.pathname + 'article.json', link.getBoundingClientRect().top < innerHeight])";
        let links = page.value(places);
        let links: Vec<(&str, bool)> = links
            .as_array()
            .into_iter()
            .flatten()
            .map(|link| (link[0].as_str().expect("a path"), link[1] == json!(true)))
            .collect();
        let in_view: Vec<&str> = links.iter().filter(|(_, seen)| *seen).map(|(path, _)| *path).collect();
        let (last, is_seen) = *links.last().expect("links");
        assert!(!in_view.is_empty() && !is_seen, "a phone shows some of the front: {links:?}");
        let asked = |path: &str| site.paths().iter().any(|asked| asked == path);
        page.wait("for what is in view", || in_view.iter().all(|path| asked(path)));
        assert!(!asked(last), "what is far below was fetched");
        page.run("document.querySelectorAll('main .card-headline a').forEach((link, at, all) => at + 1 === all.length && link.scrollIntoView())", Vec::new());
        page.wait("for what has come into view", || asked(last));
    });
}

#[test]
fn what_is_on_its_way_is_broken_off_when_the_reader_leaves() {
    let site = Site::demo();
    in_browser(Device::Desktop, |page| {
        let watch = "window.signals = {}; const real = window.fetch; \
            window.fetch = (request, options) => { \
                signals[new URL(request.url ?? request, location).pathname] = options?.signal ?? request.signal; \
                return real(request, options); };";
        page.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": watch }));
        let Leading { path, document, .. } = front(page, &site);
        site.answer(&document, Answer::held());
        follow(page, &path);
        page.wait_until(&format!("signals['{document}']"));
        page.wait_until("document.querySelector('article[aria-busy]')");
        page.click_named("Learn");
        page.wait_for_heading("Learn");
        assert_eq!(page.value(&format!("signals['{document}'].aborted")), json!(true));
        site.restore(&document);
        page.back();
        page.back();
        page.wait_until("location.pathname === '/'");
        page.forward();
        page.wait_for("article .body p");
    });
}

#[test]
fn pages_fade_into_each_other_unless_the_reader_wants_no_motion() {
    let site = Site::demo();
    in_browser(Device::Desktop, |page| {
        let count = "window.transitions = 0; const start = Document.prototype.startViewTransition; \
            Document.prototype.startViewTransition = function (draw) { transitions += 1; return start.call(this, draw); };";
        page.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": count }));
        let Leading { headline, .. } = front(page, &site);
        page.click("main h2 a");
        page.wait_for_heading(&headline);
        assert_eq!(page.value("transitions"), json!(0), "a headline does not wait for pictures of two pages");
        page.back();
        page.wait_for_heading("The Steppe Courier");
        page.click_named("Learn");
        page.wait_for_heading("Learn");
        assert_eq!(page.value("transitions"), json!(2));
        let still = json!({ "features": [{ "name": "prefers-reduced-motion", "value": "reduce" }] });
        page.devtools("Emulation.setEmulatedMedia", &still);
        page.back();
        page.wait_for_heading("The Steppe Courier");
        assert_eq!(page.value("transitions"), json!(2));
    });
}

/// How far the page is scrolled.
fn scrolled(page: &Page) -> i64 {
    page.value("Math.round(scrollY)").as_i64().expect("a number")
}

fn scroll_to(page: &Page, place: i64) {
    page.run("window.scrollTo(0, arguments[0])", vec![json!(place)]);
    assert_eq!(scrolled(page), place, "the page is long enough");
    page.wait_until(&format!("history.state === {place}"));
}

#[test]
fn the_ways_back_and_forward_lead_to_where_the_reader_was() {
    for device in [Device::Phone, Device::Desktop] {
        goes_back_and_forward(device);
    }
}

fn goes_back_and_forward(device: Device) {
    const LONG: &str = "/learn/language/every-kind-of-block/";
    let site = Site::demo();
    in_browser(device, |page| {
        page.open(&site.url("/"));
        follow(page, LONG);
        page.wait_for("article .body table");
        page.wait_until(&format!("location.pathname === '{LONG}'"));
        scroll_to(page, 3000);
        // To a page that is shorter than that.
        follow(page, "/about/");
        page.wait_for_heading("About the Courier");
        page.wait("for the top of the page", || scrolled(page) == 0);
        page.back();
        page.wait_until(&format!("location.pathname === '{LONG}'"));
        page.wait("for the place", || scrolled(page) == 3000);
        scroll_to(page, 2000);
        page.back();
        page.wait_until(&format!("location.pathname !== '{LONG}'"));
        page.forward();
        page.wait("for the place", || scrolled(page) == 2000);
        // The way back of a page that was loaded anew, whose neighbour has to be fetched first.
        follow(page, "/about/");
        page.wait_for_heading("About the Courier");
        page.reload();
        page.wait_for_heading("About the Courier");
        page.back();
        page.wait_until(&format!("location.pathname === '{LONG}'"));
        page.wait("for the place", || scrolled(page) == 2000);
        // The same from a place that is far down itself, which the browser would keep in sight.
        page.open(&site.url("/"));
        scroll_to(page, 2000);
        follow(page, LONG);
        page.wait_for("article .body table");
        scroll_to(page, 1500);
        page.reload();
        page.wait_for_style();
        page.wait_for_program();
        page.back();
        page.wait_for_heading("The Steppe Courier");
        page.wait("for the place on the front", || scrolled(page) == 2000);
    });
}

#[test]
fn links_lead_from_page_to_page_before_the_program_is_there_and_it_takes_over_where_the_reader_is() {
    let site = Site::demo();
    let program = program();
    site.answer(&program, Answer::held());
    in_browser(Device::Phone, |page| {
        page.visit(&site.url("/"));
        page.run("window.sameDocument = true", Vec::new());
        let path = page.attribute("main h2 a", "href").expect("the first headline is a link");
        let headline = page.text("main h2 a");
        site.answer(&path, Answer::held());
        page.click("main h2 a");
        // Before the page is here.
        page.wait_for_heading(&headline);
        assert_eq!(page.attribute("main article", "aria-busy").as_deref(), Some("true"));
        assert_eq!(page.path(), path);
        site.restore(&path);
        page.wait_for("article .body p");
        page.wait_until("document.activeElement === document.querySelector('article h1')");
        assert!(page.title().starts_with(&headline), "{}", page.title());
        page.run("window.headlineBefore = document.querySelector('article h1')", Vec::new());
        site.restore(&program);
        page.wait_until("document.querySelector('dialog [type=submit]').textContent !== ''");
        assert_eq!(page.value("sameDocument"), json!(true), "the page was loaded anew");
        assert_eq!(page.value("headlineBefore === document.querySelector('article h1')"), json!(true));
        page.click_named("Learn");
        page.wait_for_heading("Learn");
        assert_eq!(page.value("sameDocument"), json!(true), "the program followed no link");
    });
}

#[test]
fn the_way_back_before_the_program_is_there_leads_to_the_page_before() {
    let site = Site::demo();
    site.answer(&program(), Answer::held());
    in_browser(Device::Phone, |page| {
        page.visit(&site.url("/"));
        page.click("main h2 a");
        page.wait_for("article .body p");
        page.back();
        page.wait_until("location.pathname === '/' && document.querySelectorAll('main h2 a').length > 3");
    });
}
