//! From page to page: what is fetched before it is asked for, and what is shown before it is here.

use serde_json::json;

use crate::support::{Answer, Device, Page, Site, in_browser};

/// The article that leads the front.
struct Leading {
    path: String,
    /// The path of its document.
    document: String,
    headline: String,
}

/// Opens the front of the demo newsroom.
fn front(page: &Page, site: &Site) -> Leading {
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
fn nothing_is_fetched_beforehand_where_the_reader_saves_data() {
    let site = Site::demo();
    in_browser(Device::Desktop, |page| {
        let saving = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } });";
        page.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": saving }));
        let Leading { document, headline, .. } = front(page, &site);
        site.answer(&document, Answer::held());
        page.run("document.querySelector('main h2 a').focus()", Vec::new());
        page.hover("main h2 a");
        page.hover("main h1");
        // What comes after would have been asked for later.
        page.click_named("Learn");
        page.wait_for_heading("Learn");
        assert!(!site.paths().contains(&document), "{headline} was fetched");
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
