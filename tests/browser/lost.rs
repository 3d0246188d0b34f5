//! Addresses of nothing, and of what is not the program's to show.

use serde_json::json;

use crate::places::{PUBLISHED, site};
use crate::steps::follow;
use crate::support::newsroom::{article, settings};
use crate::support::{Content, Device, Fallback, in_browser};

#[test]
fn whoever_is_lost_is_shown_the_latest() {
    let site = site();
    in_browser(Device::Desktop, |page| {
        page.expect_in_console("Failed to load resource");
        page.open(&site.url("/no/such/page/"));
        page.wait_for_heading("Page not found");
        assert_eq!(page.texts("main h3 a"), ["A bridge opens"], "the standing page is no news");
        page.click_named("A bridge opens");
        page.wait_for_heading("A bridge opens");
        follow(page, "/ru/net/takoy/");
        page.wait_for_heading("Страница не найдена");
        page.wait("for the latest", || page.texts("main h3 a") == ["Открыли мост"]);
        // Many hosts have one page for all that is not there, which is drawn in the words of the first edition.
        page.open(&site.url("/kk/mundai/bet/zhok/"));
        page.wait_for_heading("Бет табылмады");
        // Where the site has no search, there is no box and no link for it, and no place.
        assert_eq!(page.count("[role=search], input[type=search], .search-link"), 0);
        page.open(&site.url("/search/"));
        page.wait_for_heading("Page not found");
        assert_eq!(page.count("[role=search], input[type=search], .search-link"), 0);
        page.back();
        page.wait_for_heading("Бет табылмады");
        assert_eq!(page.texts("header nav [aria-current=true]"), ["Қазақша"]);
        // What is said and what is offered begin at one edge.
        let edges =
            "['h1', '#latest-label'].map(it => document.querySelector(it).getBoundingClientRect().left)";
        let edges = page.value(edges);
        assert_eq!(edges[0], edges[1]);
    });
}

#[test]
fn a_page_of_the_newsrooms_own_is_the_hosts_to_show() {
    let mut article = article("en", "/learn/well/", "A deep well", PUBLISHED);
    article["bodies"][0]["value"] =
        json!("<p><a href='/about/'>Who we are</a> <a href='/learn/nothing/'>Nothing</a></p>");
    let own = b"<!doctype html><meta charset=utf-8><link rel=icon href=/favicon.svg><title>Us</title><h1>About us</h1>";
    let content = Content::new(&settings()).article(&article).file("about/index.html", own);
    let site = content.serve(Fallback::NotFoundPage);
    in_browser(Device::Desktop, |page| {
        page.expect_in_console("Failed to load resource");
        page.open(&site.url("/learn/well/"));
        page.click_named("Who we are");
        page.wait_until("document.querySelector('h1').textContent === 'About us'");
        assert_eq!(page.path(), "/about/");
        page.back();
        page.wait_for_program();
        page.wait_for_heading("A deep well");
        page.click_named("Nothing");
        // What is nowhere is asked of the host once.
        page.wait_for_heading("Page not found");
        page.wait_for_program();
        page.wait_for("main h3 a");
        assert_eq!(site.paths().iter().filter(|path| *path == "/learn/nothing/").count(), 1);
    });
}
