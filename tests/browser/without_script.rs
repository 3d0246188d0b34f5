//! Every place of the demo newsroom in a browser that runs no scripts: what is there, and where it leads on.

use serde_json::json;
use thirtyfour::Key;

use crate::comfort::without_script;
use crate::steps::{text, until};
use crate::support::newsroom::{article, settings};
use crate::support::{Answer, Content, Device, Fallback, Page, Site, in_browser};

/// An edition: where it is, and what it says where nothing is found.
const EDITIONS: [(&str, &str); 3] =
    [("/", "Page not found"), ("/ru/", "Страница не найдена"), ("/kk/", "Бет табылмады")];

/// A reader's journey through one edition.
struct Journey<'a> {
    page: &'a Page,
    site: &'a Site,
    root: &'static str,
}

impl Journey<'_> {
    fn place(&self, place: &str) -> String {
        format!("{}{place}", self.root)
    }

    fn visit(&self, place: &str) {
        self.page.visit(&self.site.url(&self.place(place)));
    }

    /// Follows the first of the links that match. By a key: above it, pictures and blocks come into view and take their room.
    fn take(&self, links: &str) {
        self.page.run("document.querySelector(arguments[0]).focus()", vec![json!(links)]);
        self.page.press(Key::Enter);
    }

    /// Follows the first of the links that match to a page whose heading is the link's words.
    fn follow(&self, links: &str) {
        let name = self.page.text(links);
        self.take(links);
        self.page.wait_for_heading(&name);
    }

    fn pages_of_the_front(&self) {
        let page = self.page;
        self.visit("");
        let newest = page.text("main h2 a");
        self.take(".pager a[rel=next]");
        page.wait_until("/\\/page\\/\\d+\\/$/.test(location.pathname)");
        until(page, "document.querySelector('main h2 a')");
        assert_ne!(page.text("main h2 a"), newest, "older stories");
        // The first of two ways leads past those between to the newest.
        self.take(".pager a");
        page.wait_until(&format!("location.pathname === '{}'", self.root));
        assert_eq!(page.text("main h2 a"), newest);
    }

    fn topics_and_people(&self) {
        let page = self.page;
        self.visit("topics/almaty/");
        assert_eq!(page.count(".list-description"), 1);
        self.follow("main h2 a");
        self.take(".subjects a[href$='/topics/almaty/']");
        page.wait_until(&format!("location.pathname === '{}'", self.place("topics/almaty/")));
        self.visit("people/");
        self.follow("main h2 a");
        assert!(page.path().starts_with(&self.place("people/")), "{}", page.path());
        self.follow("main h2 a");
        page.wait_for("article .body p");
    }

    fn standing_page_and_none(&self, not_found: &str) {
        let page = self.page;
        self.visit("about/");
        assert!(page.count("article .body p") > 0);
        assert_eq!(page.count("main time"), 0);
        // A host gives the edition's own page for what is not there.
        let file = format!("{}404.html", &self.root[1..]);
        let own = Answer::new(404, "text/html; charset=utf-8", self.site.read(&file));
        self.site.answer(&self.place("no/such/"), own);
        self.visit("no/such/");
        assert_eq!(page.text("main h1"), not_found);
        assert!(page.count("main section h3 a") > 3, "the latest are listed");
        self.follow("main section h3 a");
    }

    /// A former address leads on by itself, and what is said in a sound and a film unfolds.
    fn moved_article(&self) {
        let page = self.page;
        self.visit("science/singing-sand/");
        page.wait_until(&format!("location.pathname === '{}'", self.place("science/the-dune-that-sings/")));
        until(page, "document.querySelector('article .transcript summary')");
        let seen = "document.querySelector('.transcript p').checkVisibility()";
        assert_eq!(page.value(seen), json!(false));
        page.click(".transcript summary");
        until(page, seen);
        let players = "[...document.querySelectorAll('audio, video')].every(it => it.controls)";
        assert_eq!(page.value(players), json!(true), "they are started by the browser's own buttons");
    }
}

#[test]
fn without_scripts_every_place_is_there_and_leads_on() {
    let site = Site::demo();
    in_browser(Device::Phone, |page| {
        page.expect_in_console("Failed to load resource");
        without_script(page);
        for (root, not_found) in EDITIONS {
            let journey = Journey { page, site: &site, root };
            journey.pages_of_the_front();
            journey.topics_and_people();
            journey.standing_page_and_none(not_found);
            journey.moved_article();
            let language = if root == "/" { "en" } else { root.trim_matches('/') };
            assert_eq!(text(page, "document.documentElement.lang"), language);
        }
    });
    let asked = site.paths();
    assert!(!asked.iter().any(|path| path.ends_with(".wasm")), "a script has run: {asked:?}");
}

/// A newsroom with one article and a desk that takes reports.
fn with_desk() -> Site {
    let mut settings = settings();
    settings["report"] = json!({ "endpoint": "/desk" });
    let pier = article("en", PIER, "The pier", "2026-10-05T09:00:00Z");
    let site = Content::new(&settings).article(&pier).serve(Fallback::NotFoundPage);
    site.answer("/desk", Answer::new(200, "text/plain", "Thank you."));
    site
}

const PIER: &str = "/learn/pier/";

/// Whether the form of the report is in sight.
const FORM: &str = "document.querySelector('#report-dialog form').checkVisibility()";

/// Fills in the form that is in sight, and sees that the desk gets it.
fn report(page: &Page, site: &Site, comment: &str) {
    page.click("dialog [type=radio]");
    page.click("#report-comment");
    page.press(comment);
    page.click_named("Send");
    page.wait("for the desk", || !site.posts("/desk").is_empty());
    page.wait_until("location.pathname === '/desk'");
    let [post] = &site.posts("/desk")[..] else { panic!("one report is sent: {:?}", site.posts("/desk")) };
    for part in [
        &format!("report-comment={comment}"),
        "report-address=https%3A%2F%2Fgazette.example%2Flearn%2Fpier%2F",
    ] {
        assert!(post.text().contains(part), "{part} in {}", post.text());
    }
}

/// Opens the article without scripts, brings the form into sight as `open` does, and sends a report.
fn reports(open: impl FnOnce(&Page)) {
    let site = with_desk();
    in_browser(Device::Phone, |page| {
        // Of the desk's own page, which has no icon.
        page.expect_in_console("favicon.ico");
        without_script(page);
        page.visit(&site.url(PIER));
        assert_eq!(page.value(FORM), json!(false), "nobody opened it");
        open(page);
        report(page, &site, "biult");
    });
}

#[test]
fn without_scripts_the_button_opens_the_report_and_the_form_reaches_the_desk() {
    reports(|page| {
        page.click_named("Found a bug?");
        until(page, "document.querySelector('#report-dialog').matches(':modal')");
        assert_eq!(page.value(FORM), json!(true));
        page.click_named("Cancel");
        until(page, "!document.querySelector('#report-dialog').open");
        page.click_named("Found a bug?");
        until(page, FORM);
    });
}

#[test]
fn without_scripts_and_commands_a_link_leads_to_the_report() {
    reports(|page| {
        page.click_named("Report form");
        until(page, "location.hash === '#report-dialog'");
        until(page, FORM);
        assert_eq!(
            page.value("document.querySelector('#report-dialog').open"),
            json!(false),
            "it is in the page"
        );
    });
}
