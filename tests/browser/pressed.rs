//! Pages that were pressed: read without the program, taken over by it, and kept to their policy.

use serde_json::json;

use crate::editions;
use crate::support::newsroom::{article, settings};
use crate::support::site::app_file;
use crate::support::{Answer, Content, Device, Fallback, Page, Site, in_browser};

pub const ARTICLE: &str = "/learn/language/every-kind-of-block/";

/// An article with a film and a sound.
const FILM: &str = "/science/the-dune-that-sings/";

/// Run before anything of a page: notes what the policy forbids, and every node that comes or goes.
const WATCH: &str = "
    window.broken = [];
    window.changes = [];
    addEventListener('securitypolicyviolation', event => broken.push(event.violatedDirective));
    addEventListener('DOMContentLoaded', () => {
        window.first = { heading: document.querySelector('h1'), all: [...document.body.querySelectorAll('*')] };
        new MutationObserver(list => list.forEach(change => {
            const nodes = [...change.addedNodes, ...change.removedNodes];
            changes.push(...nodes.map(node => `${change.target.nodeName}: ${node.nodeName} ${node.textContent}`));
        })).observe(document.body, { childList: true, subtree: true });
    });";

fn watch(page: &Page) {
    page.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": WATCH }));
}

/// The file of the program, as the host names it.
pub fn program() -> String {
    app_file("app-", "_bg.wasm")
}

/// The demo newsroom while the program is on its way, and the program's file, to let it come.
fn demo_without_program() -> (Site, String) {
    let (site, program) = (Site::demo(), program());
    site.answer(&program, Answer::held());
    (site, program)
}

/// Opens the page, and sees that the program takes over every node of it.
fn keeps_its_nodes(page: &Page, site: &Site, path: &str) {
    page.open(&site.url(path));
    // Effects of the first drawing are over when the form says what it does with the program.
    page.wait_until("document.querySelector('dialog [type=submit]').textContent !== ''");
    assert_eq!(page.value("first.heading === document.querySelector('h1')"), json!(true), "{path}");
    assert_eq!(page.value("first.all.every(element => element.isConnected)"), json!(true), "{path}");
    // Only the reader's device knows what is saved on it: there one paragraph comes, and its words.
    let told = page.texts("main .list-empty").concat();
    let expected = match path.ends_with("/saved/") {
        true => json!([format!("MAIN: P {told}"), format!("P: #text {told}")]),
        false => json!([]),
    };
    assert_eq!(page.value("changes"), expected, "nodes that came or went on {path}");
    assert_eq!(page.value("broken"), json!([]), "what the policy forbids on {path}");
    let said = page.unannounced();
    assert!(said.is_empty(), "in the console on {path}: {said:#?}");
}

#[test]
fn every_kind_of_page_keeps_its_nodes_when_the_program_comes() {
    let (site, arabic) = (Site::demo(), editions::site());
    in_browser(Device::Phone, |page| {
        page.expect_in_console("404");
        watch(page);
        for path in [
            "/",
            "/learn/",
            "/page/1/",
            ARTICLE,
            FILM,
            "/ru/",
            "/kk/learn/politics/kazakhstan-mexico-embassy/",
            "/topics/almaty/",
            "/people/aigul-temirbek/",
            "/ru/people/leila-yusupova/",
            "/people/",
            "/kk/topics/",
            "/ru/about/",
            "/imprint/",
            "/kk/search/",
            "/saved/",
            "/no/such/page/",
            "/topics/nope/",
            "/page/99/",
        ] {
            keeps_its_nodes(page, &site, path);
        }
        for path in ["/ar/", "/ar/learn/", "/ar/learn/bridge/", "/ar/saved/"] {
            keeps_its_nodes(page, &arabic, path);
        }
    });
}

#[test]
fn an_article_that_grew_old_since_it_was_pressed_says_so_in_a_node_that_was_there() {
    let site = Content::new(&settings())
        .article(&article("en", "/learn/pier/", "The pier", "2990-10-05T09:00:00Z"))
        .serve(Fallback::NotFoundPage);
    in_browser(Device::Phone, |page| {
        watch(page);
        let clock = "const now = Date.parse('2995-10-06T09:00:00Z'); Date.now = () => now;";
        page.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": clock }));
        page.open(&site.url("/learn/pier/"));
        page.wait_until("document.querySelector('.age-note')?.textContent.includes('5 years')");
        assert_eq!(page.value("document.querySelector('.age-note').checkVisibility()"), json!(true));
        assert_eq!(page.value("first.all.includes(document.querySelector('.age-note'))"), json!(true));
        let words = "P: #text This article is more than 5 years old";
        assert_eq!(page.value("changes"), json!([words]), "nodes that came or went");
    });
}

#[test]
fn what_was_written_before_the_program_came_is_kept() {
    let (site, program) = demo_without_program();
    in_browser(Device::Desktop, |page| {
        page.visit(&site.url(ARTICLE));
        page.click_named("Found a bug?");
        page.wait_until("document.querySelector('#report-dialog').open");
        page.click("dialog [type=radio]");
        page.click("#report-comment");
        page.press("The third paragraph contradicts the first.");
        site.restore(&program);
        page.wait_for_program();
        let kept = page.value(
            "[document.querySelector('#report-dialog').open, document.querySelector('dialog [type=radio]').checked, \
              document.querySelector('#report-comment').value]",
        );
        assert_eq!(kept, json!([true, true, "The third paragraph contradicts the first."]));
        // It is part of the report, not only of the page.
        page.click_named("Look before sending");
        page.wait_until("document.querySelector('dialog dl')?.textContent.includes('contradicts the first')");
    });
}

#[test]
fn words_selected_before_the_program_came_stay_selected() {
    let (site, program) = demo_without_program();
    in_browser(Device::Desktop, |page| {
        page.visit(&site.url(ARTICLE));
        page.run(
            "getSelection().selectAllChildren(document.querySelector('.body p')); \
             window.selectedBefore = String(getSelection())",
            Vec::new(),
        );
        site.restore(&program);
        page.wait_for_program();
        let words = page.value("selectedBefore").as_str().unwrap_or_default().to_owned();
        assert!(words.len() > 20, "{words}");
        assert_eq!(page.value("String(getSelection())"), json!(words));
    });
}

#[test]
fn without_a_program_everything_is_there_and_every_link_leads_on() {
    let (site, _) = demo_without_program();
    in_browser(Device::Phone, |page| {
        page.visit(&site.url("/"));
        assert!(page.count("main h2 a") > 3, "the front lists articles");
        page.click("main h2 a");
        page.wait_until("location.pathname !== '/' && document.querySelector('article h1')");
        assert!(page.count("article .body p") > 1 && page.count("figure figcaption") > 0);
        page.wait_until("document.querySelector('figure img').naturalWidth > 0");
        page.click(".breadcrumbs a");
        page.wait_until("location.pathname === '/'");
        page.click_named("Русский");
        page.wait_until("document.documentElement.lang === 'ru' && document.querySelector('main h2 a')");
    });
}

#[test]
fn without_a_program_a_report_reaches_the_desk_as_a_plain_form() {
    let mut settings = settings();
    settings["report"] = json!({"endpoint": "/desk"});
    let content =
        Content::new(&settings).article(&article("en", "/learn/pier/", "The pier", "2026-10-05T09:00:00Z"));
    let site = content.serve(Fallback::NotFoundPage);
    site.answer(&program(), Answer::held());
    site.answer("/desk", Answer::new(200, "text/plain", "Thank you."));
    in_browser(Device::Phone, |page| {
        // Of the desk's own page, which has no icon.
        page.expect_in_console("favicon.ico");
        page.visit(&site.url("/learn/pier/"));
        page.click_named("Found a bug?");
        page.wait_until("document.querySelector('#report-dialog').open");
        page.click("dialog [type=radio]");
        page.click("#report-comment");
        page.press("biult");
        page.click_named("Send");
        page.wait_until("location.pathname === '/desk'");
    });
    let posts = site.posts("/desk");
    let body = posts.first().map(|post| String::from_utf8_lossy(&post.body).into_owned()).unwrap_or_default();
    assert_eq!(posts.len(), 1);
    for part in [
        "report-comment=biult",
        "report-kind=",
        "report-address=https%3A%2F%2Fgazette.example%2Flearn%2Fpier%2F",
    ] {
        assert!(body.contains(part), "{part} in {body}");
    }
}

#[test]
fn dates_of_lists_that_come_later_are_drawn_with_the_offsets_of_the_page() {
    let content =
        Content::new(&settings()).article(&article("en", "/learn/pier/", "The pier", "2025-03-08T09:00:00Z"));
    let site = content.serve(Fallback::NotFoundPage);
    let front = site.read("index.html");
    let (offsets, moved) = ("253402128000 18000\">", "253402128000 39600\">");
    assert_eq!(front.matches(offsets).count(), 1, "five hours east of UTC, to the end of time");
    in_browser(Device::Desktop, |page| {
        for (front, time) in [(front.clone(), "14:00"), (front.replace(offsets, moved), "20:00")] {
            site.answer("/", Answer::new(200, "text/html; charset=utf-8", front));
            page.open(&site.url("/"));
            page.click_named("Learn");
            page.wait_for_heading("Learn");
            page.wait_until(&format!("document.querySelector('main time')?.title.includes('{time}')"));
        }
    });
    let fetched = site.paths().iter().filter(|path| path.starts_with("/data/en/learn/latest.json")).count();
    assert_eq!(fetched, 2, "the list was in neither page");
}

#[test]
fn a_newer_article_on_the_host_is_offered_and_not_swapped() {
    let path = "/learn/pier/";
    let content =
        Content::new(&settings()).article(&article("en", path, "The pier", "2026-10-05T09:00:00+05:00"));
    let site = content.serve(Fallback::NotFoundPage);
    let mut newer = article("en", path, "The pier is mended", "2026-10-05T09:00:00+05:00");
    newer["versionCreated"] = json!("2026-10-06T09:00:00+05:00");
    in_browser(Device::Phone, |page| {
        site.answer(&format!("{path}article.json"), Answer::json(newer.to_string()));
        page.open(&site.url(path));
        page.wait_for(".newer button");
        assert_eq!(page.text("article h1"), "The pier", "nothing changes under the reader's eyes");
        assert!(page.text("[role=status] .newer").contains("newer version"));
        page.click(".newer button");
        page.wait_for_heading("The pier is mended");
        page.wait_until("document.activeElement === document.querySelector('main h1')");
        assert!(!page.text("[role=status].newer-offer").contains("newer version"));
        assert!(page.title().starts_with("The pier is mended"), "{}", page.title());
    });
}

#[test]
fn an_article_that_came_after_the_pages_were_pressed_is_shown_in_place_of_not_found() {
    let site = Content::new(&settings()).serve(Fallback::NotFoundPage);
    let document = article("en", "/learn/late/", "Late news", "2026-10-05T09:00:00+05:00");
    site.answer("/learn/late/article.json", Answer::json(document.to_string()));
    in_browser(Device::Phone, |page| {
        page.expect_in_console("404");
        page.open(&site.url("/learn/late/"));
        page.wait_for_heading("Late news");
    });
}
