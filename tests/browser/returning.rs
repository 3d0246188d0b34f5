//! What changed in an article since the reader read it, on a later visit.

use std::fs;

use serde_json::{Value, json};

use crate::comfort::{HEADLINE, PATH, pier, site_of};
use crate::steps::until;
use crate::support::newsroom::{article, settings};
use crate::support::{Answer, Content, Device, Page, Site, in_browser};

/// What is remembered of the article at `path`; null where nothing is.
pub(crate) fn remembered(path: &str) -> String {
    format!("localStorage.getItem('broadsheet:read:/:{path}')")
}

/// Opens the article at `path` and waits until it counts as read.
fn read(page: &Page, site: &Site, path: &str) {
    page.open(&site.url(path));
    page.wait_until(&remembered(path));
}

/// Has the host give out the page and the document of `article` at `path` as if it had been pressed anew.
fn publish(site: &Site, path: &str, article: &Value) {
    give_out(site, path, Content::new(&settings()).article(article));
}

/// Has the host give out the page and the document at `path` as `content` has them.
pub(crate) fn give_out(site: &Site, path: &str, content: Content) {
    content.pressed(|out| {
        for (name, kind) in [("", "text/html; charset=utf-8"), ("article.json", "application/json")] {
            let file = out.join(&path[1..]).join(if name.is_empty() { "index.html" } else { name });
            let body = fs::read(file).expect("a pressed file");
            site.answer(&[path, name].concat(), Answer::new(200, kind, body));
        }
    });
}

/// The marks of the paragraphs, as far as they are shown.
fn marks(page: &Page) -> Value {
    let mark = "it => it.closest('[data-marked]') && it.dataset.change || ''";
    page.value(&format!("[...document.querySelectorAll('.body > p:not(.correction)')].map({mark})"))
}

const OFFER: &str = ".newer-offer .foot-bar";

#[test]
fn what_changed_since_the_last_visit_is_offered_marked_and_told_once() {
    let first = pier("<p>One.</p><p>Two.</p><p>Three.</p><p>Four.</p>");
    let mut second = pier("<p>One.</p><p>Two, or so.</p><p>Four.</p><p>Five.</p>");
    second["versionCreated"] = json!("2026-10-06T09:00:00+05:00");
    second["headlines"][0]["value"] = json!("The old pier");
    // What stands between the blocks is no block.
    second["x"]["corrections"] = json!([{"text": "It was not 1.", "quote": "One."}]);
    let site = site_of(&first);
    in_browser(Device::Phone, |page| {
        read(page, &site, PATH);
        let document = format!("{PATH}article.json");
        let asked = || site.paths().iter().filter(|path| **path == document).count();
        page.wait("for the first look", || asked() == 1);
        let first_time = page.value(&remembered(PATH));
        page.reload();
        page.wait("for the look after the reload", || asked() == 2);
        // Read again: the time is another, and an offer would be there with it.
        page.wait_until(&format!("{} !== '{}'", remembered(PATH), first_time.as_str().unwrap_or_default()));
        assert_eq!(page.count(OFFER), 0, "nothing has changed");

        publish(&site, PATH, &second);
        page.reload();
        page.wait_for(OFFER);
        assert!(page.text(OFFER).starts_with("This article has changed since you read it on "));
        assert_eq!(marks(page), json!(["", "", "", ""]), "nothing changes under the reader's eyes");
        // A reload loses nothing.
        page.reload();
        page.wait_for(OFFER);
        page.click_named("Show what is new");
        until(page, "document.querySelector('[data-change]')");
        assert_eq!(marks(page), json!(["", "Changed", "", "New"]));
        let told = "The headline has changed. What is new or changed is marked. Something has been taken out. Hide the marks";
        assert_eq!(page.text(".newer-offer"), told);
        page.wait_until("document.activeElement === document.querySelector('main h1')");
        page.click_named("Hide the marks");
        page.wait_until("!document.querySelector('.newer, [data-marked]')");
        let once = format!("!{}.includes('\\n')", remembered(PATH));
        page.wait_until(&once);
    });
}

#[test]
fn the_offer_is_closed_for_good_and_what_was_taken_out_is_told() {
    let site = site_of(&pier("<p>One.</p><p>Two.</p>"));
    in_browser(Device::Desktop, |page| {
        read(page, &site, PATH);
        publish(&site, PATH, &pier("<p>One.</p>"));
        page.reload();
        page.wait_for(OFFER);
        page.click_named("Show what is new");
        until(page, "document.querySelector('.newer')?.innerText.startsWith('Something')");
        assert_eq!(page.text(".newer-offer"), "Something has been taken out. Hide the marks");

        publish(&site, PATH, &pier("<p>One.</p><p>Zwei.</p>"));
        page.reload();
        page.wait_for(OFFER);
        page.click_named("Close");
        page.wait_until("!document.querySelector('.newer')");
        let settled = page.value(&remembered(PATH));
        page.reload();
        // Read again: the time is another.
        page.wait_until(&format!("{} !== '{}'", remembered(PATH), settled.as_str().unwrap_or_default()));
        assert_eq!(page.count(".newer"), 0);
    });
}

#[test]
fn a_reader_of_another_edition_is_told_in_its_language_when_coming_by_a_link() {
    let path = "/ru/learn/pier/";
    let pier = |html: &str| {
        let mut pier = article("ru", path, "Причал", "2026-10-05T09:00:00+05:00");
        pier["bodies"][0]["value"] = json!(html);
        pier
    };
    let site = site_of(&pier("<p>Раз.</p>"));
    in_browser(Device::Phone, |page| {
        read(page, &site, path);
        publish(&site, path, &pier("<p>Раз.</p><p>Два.</p>"));
        page.open(&site.url("/ru/"));
        page.click(".card-headline a");
        page.wait_for_heading("Причал");
        page.wait_for(OFFER);
        assert!(page.text(OFFER).starts_with("Статья изменилась с тех пор, как вы её читали ("));
        page.click_named("Показать новое");
        until(page, "document.querySelector('[data-change]')");
        assert_eq!(marks(page), json!(["", "Новое"]));
    });
}

#[test]
fn what_was_read_is_forgotten_on_the_page_of_saved_articles() {
    let site = site_of(&pier("<p>One.</p>"));
    in_browser(Device::Phone, |page| {
        page.open(&site.url("/saved/"));
        page.wait_until("document.querySelector('main .list-empty')");
        assert_eq!(page.count(".kept-here"), 0, "there is nothing to forget");
        read(page, &site, PATH);
        page.open(&site.url("/saved/"));
        page.wait_for(".kept-here");
        page.click_named("Forget what I have read");
        page.wait_until("!document.querySelector('.kept-here')");
        page.wait_until("document.querySelector('main').innerText.includes('It is no longer kept.')");
        assert_eq!(page.value(&remembered(PATH)), Value::Null);
    });
}

#[test]
fn where_storage_is_closed_nothing_is_offered_and_nothing_breaks() {
    let site = site_of(&pier("<p>One.</p>"));
    in_browser(Device::Phone, |page| {
        let closed = "Object.defineProperty(window, 'localStorage', \
            { get() { throw new DOMException('closed', 'SecurityError') } })";
        crate::comfort::before_each_page(page, closed);
        page.open(&site.url(PATH));
        page.wait_for_heading(HEADLINE);
        let document = format!("{PATH}article.json");
        page.wait("for the look for a newer version", || site.paths().contains(&document));
        // A version that is on the host is offered all the same: that takes no storage.
        publish(&site, PATH, &pier("<p>One.</p><p>Two.</p>"));
        page.run("const now = Date.now; Date.now = () => now() + 61000", Vec::new());
        page.run("window.dispatchEvent(new Event('focus'))", Vec::new());
        page.wait_for(".newer");
        let told = page.text(".newer");
        assert!(told.starts_with("There is a newer version"), "nothing is told of what was read: {told}");
        page.open(&site.url("/saved/"));
        page.wait_until("document.querySelector('main .list-empty')");
        assert_eq!(page.count(".kept-here"), 0);
    });
}
