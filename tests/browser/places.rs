//! Topics, people, standing pages, former addresses, and the way from edition to edition, as a reader goes.

use serde_json::{Value, json};

use crate::steps::{follow, tab_to, text, until};
use crate::support::newsroom::{DRAWING, article, settings};
use crate::support::{Content, Device, Fallback, Page, Site, in_browser};
use thirtyfour::Key;

pub(crate) const PUBLISHED: &str = "2026-03-08T09:00:00+05:00";

/// A newsroom with a topic and a person that all editions know, and articles of which one is translated.
pub(crate) fn site() -> Site {
    let mut settings = settings();
    settings["topics"] = json!([{
        "slug": "bridges", "name": {"en": "Bridges", "ru": "Мосты", "kk": "Көпірлер"},
        "description": {"en": "Over water and over roads."}
    }]);
    settings["people"] = json!([{
        "slug": "assel", "name": {"en": "Assel Ray", "ru": "Асель Рай"}, "role": {"en": "Reporter"},
        "description": {"en": "Has crossed most of them."}, "picture": "/media/assel.svg",
        "links": [{"name": "Mastodon", "url": "https://social.example/@assel"}]
    }]);
    let about = |document: &mut Value, topic: &str, name: &str| {
        document["subjects"] = json!([{"name": topic}, {"name": "Köprü"}]);
        document["x"]["credits"] = json!([{"role": "writer", "name": name}]);
    };
    let mut english = article("en", "/learn/bridge/", "A bridge opens", PUBLISHED);
    about(&mut english, "Bridges", "Assel Ray");
    english["x"]["translations"] = json!([{"language": "ru", "url": "/ru/learn/most/"}]);
    english["x"]["aliases"] = json!(["/old/bridge.html"]);
    let mut russian = article("ru", "/ru/learn/most/", "Открыли мост", PUBLISHED);
    about(&mut russian, "Мосты", "Асель Рай");
    russian["x"]["translations"] = json!([{"language": "en", "url": "/learn/bridge/"}]);
    let mut imprint = article("en", "/imprint/", "Imprint", PUBLISHED);
    imprint["x"]["standing"] = json!(true);
    let content = Content::new(&settings).file("media/assel.svg", DRAWING.as_bytes());
    let kazakh = article("kk", "/kk/learn/kopir/", "Көпір ашылды", PUBLISHED);
    [english, russian, imprint, kazakh].iter().fold(content, Content::article).serve(Fallback::NotFoundPage)
}

fn crumbs(page: &Page) -> Vec<String> {
    page.texts("main nav li")
}

#[test]
fn a_tag_leads_to_its_topic_and_a_byline_to_the_person() {
    let site = site();
    in_browser(Device::Phone, |page| {
        page.expect_in_console("Failed to load resource");
        page.open(&site.url("/learn/bridge/"));
        page.wait_for_heading("A bridge opens");
        page.run("window.sameDocument = true", Vec::new());
        page.click_named("Bridges");
        page.wait_for_heading("Bridges");
        assert_eq!(page.path(), "/topics/bridges/");
        assert_eq!(page.title(), "Bridges · The Test Gazette");
        assert_eq!(crumbs(page), ["Front page", "Topics", "Bridges"]);
        assert_eq!(page.texts("main h2 a"), ["A bridge opens"]);
        assert!(page.text("main").contains("Over water and over roads."));
        assert_eq!(switch(page), json!(["/", "/ru/topics/bridges/", "/kk/"]));
        assert_eq!(text(page, "document.activeElement.tagName"), "H1", "the focus goes to the heading");

        page.back();
        page.wait_for_heading("A bridge opens");
        page.click_named("Assel Ray");
        page.wait_for_heading("Assel Ray");
        assert_eq!(page.path(), "/people/assel/");
        for words in ["Reporter", "Has crossed most of them."] {
            assert!(page.text("main").contains(words), "{words}");
        }
        until(page, "document.querySelector('main header img').naturalWidth > 0");
        assert_eq!(page.attribute("main header a", "href").as_deref(), Some("https://social.example/@assel"));
        assert_eq!(page.texts("main h2 a"), ["A bridge opens"]);
        assert_eq!(page.value("window.sameDocument"), json!(true));

        // Past all people, who are in the order of the alphabet, and from edition to edition.
        page.click_named("People");
        page.wait_for_heading("People");
        assert_eq!(
            (page.path(), page.title()),
            ("/people/".to_owned(), "People · The Test Gazette".to_owned())
        );
        assert_eq!(crumbs(page), ["Front page", "People"]);
        assert_eq!(page.texts("main h2 a"), ["Assel Ray"]);
        assert_eq!(switch(page), json!(["/", "/ru/people/", "/kk/"]));
        assert_eq!(text(page, "document.activeElement.tagName"), "H1");
        page.click_named("Assel Ray");
        page.wait_for_heading("Assel Ray");
        assert_eq!(page.value("window.sameDocument"), json!(true));

        // A topic that nobody set up goes by its name, in whatever letters.
        follow(page, "/topics/köprü/");
        page.wait_for_heading("Köprü");
        page.reload();
        page.wait_for_heading("Köprü");
        follow(page, "/topics/no-such/");
        page.wait_for_heading("Page not found");
    });
}

/// Where the links of the edition switch lead.
fn switch(page: &Page) -> Value {
    page.value("Array.from(document.querySelectorAll('header nav a[hreflang]'), link => link.pathname)")
}

#[test]
fn the_edition_switch_leads_to_the_topic_in_the_editions_that_have_it() {
    let site = site();
    for is_pressed in [true, false] {
        if !is_pressed {
            site.hold_pages_back();
        }
        in_browser(Device::Desktop, |page| {
            page.open(&site.url("/ru/topics/bridges/"));
            page.wait_for_heading("Мосты");
            assert_eq!(switch(page), json!(["/topics/bridges/", "/ru/", "/kk/"]));
            if !is_pressed {
                // The edition that was chosen last is offered; the offer goes with the edition that is left.
                page.wait_for(".edition-offer a");
            }
            page.click_named("English");
            page.wait_for_heading("Bridges");
            page.click_named("Қазақша");
            page.wait_for("[lang=kk] main h1");
            assert_eq!(page.path(), "/kk/", "where the edition has no such topic");
            // Whoever cuts an address finds all of its kind.
            page.open(&site.url("/ru/topics/"));
            page.wait_for_heading("Темы");
            assert_eq!(page.texts("main h2 a"), ["Köprü", "Мосты"]);
        });
    }
    let asked = site.paths();
    assert!(
        !asked.iter().any(|path| path.contains("topics") && path.ends_with("/article.json")),
        "{asked:?}"
    );
}

#[test]
fn the_edition_switch_leads_to_the_topic_from_its_older_pages_too() {
    let mut settings = settings();
    let name = json!({"en": "Bridges", "ru": "Мосты", "kk": "Көпірлер"});
    settings["topics"] = json!([{"slug": "bridges", "name": name}]);
    let about = |path: &str, language: &str, topic: &str| {
        let mut article = article(language, path, path, PUBLISHED);
        article["subjects"] = json!([{"name": topic}]);
        article
    };
    let english =
        ["/learn/a/", "/learn/b/", "/learn/c/", "/learn/d/"].map(|path| about(path, "en", "Bridges"));
    let content = Content::new(&settings).article(&about("/ru/learn/most/", "ru", "Мосты"));
    let site = english.iter().fold(content, Content::article).serve(Fallback::NotFoundPage);
    let expected = json!(["/", "/ru/topics/bridges/", "/kk/"]);
    in_browser(Device::Desktop, |page| {
        page.open(&site.url("/topics/bridges/page/1/"));
        page.wait("for the topic in the other edition", || switch(page) == expected);
        follow(page, "/topics/bridges/");
        page.wait_for_heading("Bridges");
        follow(page, "/topics/bridges/page/1/");
        page.wait_until("location.pathname === '/topics/bridges/page/1/'");
        page.wait("for the topic in the other edition", || switch(page) == expected);
    });
}

#[test]
fn the_edition_switch_leads_to_the_translation_or_else_to_the_front() {
    let site = site();
    in_browser(Device::Desktop, |page| {
        page.open(&site.url("/learn/bridge/"));
        page.wait_for_heading("A bridge opens");
        assert_eq!(switch(page), json!(["/", "/ru/learn/most/", "/kk/"]));
        page.click_named("Русский");
        page.wait_for_heading("Открыли мост");
        assert_eq!(switch(page), json!(["/learn/bridge/", "/ru/", "/kk/"]));
        follow(page, "/ru/learn/");
        page.wait_for_heading("Учиться");
        assert_eq!(
            switch(page),
            json!(["/learn/", "/ru/learn/", "/kk/learn/"]),
            "sections are in every edition"
        );
        page.click_named("Қазақша");
        page.wait_for_heading("Білім");
        page.click_named("Көпір ашылды");
        page.wait_for_heading("Көпір ашылды");
        assert_eq!(switch(page), json!(["/", "/ru/", "/kk/"]), "an article of one language");
        follow(page, "/imprint/");
        page.wait_for_heading("Imprint");
        assert_eq!(switch(page), json!(["/", "/ru/", "/kk/"]));
        assert_eq!(page.count(".edition-offer a"), 0, "nothing is offered to whoever came by a link");
    });
}

#[test]
fn the_edition_that_was_chosen_is_offered_and_never_forced() {
    for is_pressed in [true, false] {
        let site = site();
        if !is_pressed {
            site.hold_pages_back();
        }
        in_browser(Device::Phone, |page| {
            page.open(&site.url("/"));
            page.wait_for("main h2 a");
            assert_eq!(page.count(".edition-offer a"), 0, "nobody has chosen yet");
            page.click_named("Русский");
            page.wait_for("html[lang=ru]");
            page.open(&site.url("/learn/bridge/"));
            page.wait_for(".edition-offer a");
            assert_eq!(page.path(), "/learn/bridge/", "the reader stays where they wanted to be");
            assert_eq!(page.texts(".edition-offer a"), ["Читать по-русски"]);
            assert_eq!(page.attribute(".edition-offer a", "href").as_deref(), Some("/ru/learn/most/"));
            tab_to(page, "it.innerText === 'Stay in English'");
            let an_hour_later = format!("Date.now = () => Date.parse('{PUBLISHED}') + 3600000");
            page.run(&an_hour_later, Vec::new());
            page.run("document.dispatchEvent(new Event('visibilitychange'))", Vec::new());
            until(page, "document.querySelector('.published').textContent === '1 hour ago'");
            let focused = text(page, "document.activeElement.innerText");
            assert_eq!(focused, "Stay in English", "the offer stays as it is while time goes by");
            page.press(Key::Enter);
            until(page, "document.querySelector('.edition-offer a') === null");
            until(page, "document.activeElement === document.querySelector('main h1')");
            page.reload();
            page.wait_for_heading("A bridge opens");
            until(page, "document.querySelector('time').textContent");
            assert_eq!(page.count(".edition-offer a"), 0, "and is not asked again");
        });
    }
}

#[test]
fn a_former_address_leads_on_inside_the_site_and_from_outside() {
    let site = site();
    in_browser(Device::Desktop, |page| {
        page.visit(&site.url("/old/bridge.html/"));
        page.wait_for_program();
        page.wait_for_heading("A bridge opens");
        assert_eq!(page.path(), "/learn/bridge/");
        page.open(&site.url("/"));
        page.wait_for("main h2 a");
        page.run("window.sameDocument = true", Vec::new());
        follow(page, "/old/bridge.html");
        page.wait_for_heading("A bridge opens");
        assert_eq!(page.path(), "/learn/bridge/");
        assert_eq!(page.value("window.sameDocument"), json!(true));
        page.back();
        until(page, "location.pathname === '/'");
        page.wait_for_heading("The Test Gazette");
    });
}

#[test]
fn a_standing_page_has_no_date() {
    let site = site();
    in_browser(Device::Desktop, |page| {
        page.open(&site.url("/imprint/"));
        page.wait_for_heading("Imprint");
        assert_eq!(page.count("main time"), 0);
        assert_eq!(crumbs(page), ["Front page"]);
    });
}
