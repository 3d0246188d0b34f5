//! Where the reader's system sets the colours: what was told by colour, shade or shadow is told by lines.

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::comfort::before_each_page;
use crate::listening::VOICE;
use crate::steps::until;
use crate::support::{Answer, Device, Page, Site, in_browser};

const ARTICLE: &str = "/learn/language/every-kind-of-block/";

/// What looks like words although it is a link or a button. A shadow or a background would not be drawn.
const PLAIN: &str = "Array.from(document.querySelectorAll('a[href], button, select, summary.button, textarea, input'))
    .filter(it => it.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !it.closest('.visually-hidden'))
    .filter(it => {
        const style = getComputedStyle(it);
        const hasLine = style.borderTopStyle !== 'none' && parseFloat(style.borderTopWidth) >= 1
            && style.borderTopColor !== style.backgroundColor || style.textDecorationLine.includes('underline');
        if (!it.matches('a')) return !hasLine && style.appearance !== 'auto';
        return !hasLine && style.color === getComputedStyle(document.querySelector('p')).color;
    }).map(it => it.outerHTML.slice(0, 90))";

/// The line around what has the focus: its own, or that of the card or sign which it is the whole of. Within films and sounds it
/// is the browser's own.
const OUTLINE: &str = "(it => {
        if (it.matches('audio, video')) return true;
        const style = getComputedStyle(it.closest('.card:has(.card-headline a:focus-visible), .size') ?? it);
        return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && style.outlineColor !== 'rgba(0, 0, 0, 0)';
    })(document.activeElement)";

fn set_colours(page: &Page, scheme: &str) {
    let features = json!([
        { "name": "forced-colors", "value": "active" },
        { "name": "prefers-color-scheme", "value": scheme },
    ]);
    page.devtools("Emulation.setEmulatedMedia", &json!({ "features": features }));
}

/// Presses Tab until the focus leaves the page; gives the stops that no line shows.
fn stops_without_outline(page: &Page) -> Vec<String> {
    let mut unseen = Vec::new();
    for _ in 0..150 {
        page.press(Key::Tab);
        if page.value("document.activeElement === document.body") == json!(true) {
            return unseen;
        }
        if page.value(OUTLINE) != json!(true) {
            unseen.push(page.value("document.activeElement.outerHTML.slice(0, 90)").to_string());
        }
    }
    panic!("the focus does not leave the page");
}

/// How the link to a section is marked, as far as it is drawn here.
fn mark(page: &Page, section: &str) -> Value {
    let script = "const style = getComputedStyle(document.querySelector(`.sections a[href='${arguments[0]}']`)); \
        return [style.textDecorationLine, style.borderBottomWidth, style.outlineStyle]";
    page.run(script, vec![json!(section)])
}

#[test]
fn links_buttons_and_the_focus_are_seen_in_the_systems_colours() {
    let site = Site::demo();
    in_browser(Device::Desktop, |page| {
        for (address, scheme) in [
            ("/", "dark"),
            ("/economy/", "light"),
            (ARTICLE, "dark"),
            ("/topics/almaty/", "light"),
            ("/people/aigul-temirbek/", "dark"),
            ("/people/", "light"),
            ("/saved/", "dark"),
            ("/search/?q=steppe", "light"),
        ] {
            set_colours(page, scheme);
            page.open(&site.url(address));
            page.wait_for("main h1");
            assert_eq!(page.value("matchMedia('(forced-colors: active)').matches"), json!(true));
            assert_eq!(page.value(PLAIN), json!([]), "{address} has what looks like words");
            assert_eq!(
                stops_without_outline(page),
                [""; 0],
                "{address} has stops that do not show the focus"
            );
            let pictures = "Array.from(document.querySelectorAll('main img')).filter(it => \
                it.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && it.clientHeight > 20).length";
            let fewest = match address {
                "/" | "/economy/" | ARTICLE => 2,
                "/saved/" | "/search/?q=steppe" => 0,
                _ => 1,
            };
            assert!(page.value(pictures).as_u64() >= Some(fewest), "{address} has lost its pictures");
        }
    });
}

#[test]
fn the_section_of_the_page_is_marked_in_the_systems_colours() {
    let site = Site::demo();
    in_browser(Device::Phone, |page| {
        set_colours(page, "dark");
        page.open(&site.url("/economy/"));
        page.wait_for_heading("Economy");
        assert_ne!(mark(page, "/economy/"), mark(page, "/culture/"), "nothing says where the reader is");
        let row = "getComputedStyle(document.querySelector('.sections ul')).backgroundImage";
        assert_eq!(page.value(row), json!("none"), "shades of our own lie on the system's ground");
    });
}

#[test]
fn the_dialog_and_the_viewer_are_seen_in_the_systems_colours() {
    let site = Site::demo();
    in_browser(Device::Desktop, |page| {
        set_colours(page, "dark");
        page.open(&site.url(ARTICLE));
        page.wait_for("article h1");
        page.click_named("Found a bug?");
        page.wait_for(".report-dialog[open] form");
        assert_eq!(page.value(PLAIN), json!([]), "the report dialog has what looks like words");
        page.run("document.querySelector('.report-dialog').close()", Vec::new());
        page.run("document.querySelector('#picture-1').click()", Vec::new());
        page.wait_for("#viewer[open] img");
        assert_eq!(page.value(PLAIN), json!([]), "the viewer has what looks like words");
        page.press(Key::Tab);
        assert_eq!(page.value(OUTLINE), json!(true), "the focus is seen in the viewer");
    });
}

/// How what matches is drawn, as far as the system's colours let it be.
fn drawn(page: &Page, selector: &str) -> Value {
    let script = "const it = document.querySelector(arguments[0]); return ['', '::before', '::after'].map(part => { \
        const style = getComputedStyle(it, part); return [style.content, style.color, style.backgroundColor, style.borderTopWidth, \
            style.borderTopStyle, style.borderTopColor, style.outlineStyle, style.textDecorationLine, style.forcedColorAdjust]; })";
    page.run(script, vec![json!(selector)])
}

#[test]
fn what_opens_in_an_article_on_a_phone_is_seen_in_the_systems_colours() {
    let site = Site::demo();
    in_browser(Device::Phone, |page| {
        set_colours(page, "dark");
        page.open(&site.url(ARTICLE));
        page.wait_for(".embed-keep input");
        page.run("Navigator.prototype.share = undefined", Vec::new());
        assert_eq!(stops_without_outline(page), [""; 0], "stops that do not show the focus");
        let (contents, save) = (".contents summary", ".save");
        page.click(contents);
        until(page, "document.querySelector('.contents a').checkVisibility()");
        page.click(".embed-keep input");
        until(page, "document.querySelector('.embed-keep input').checked");
        let box_of_it = "getComputedStyle(document.querySelector('.embed-keep input')).appearance";
        assert_eq!(
            page.value(box_of_it),
            json!("auto"),
            "the browser draws the check in the system's colours"
        );
        // With the pointer and the focus on it either way.
        let pressed = ["true", "false"].map(|pressed| {
            page.click(save);
            until(page, &format!("document.querySelector('.save').ariaPressed === '{pressed}'"));
            drawn(page, save)
        });
        assert_ne!(pressed[0], pressed[1], "nothing says that it is saved");
        page.click(".share summary");
        until(page, "document.querySelector('.share').open");
        assert_eq!(page.value(PLAIN), json!([]), "what is open has what looks like words");
    });
}

#[test]
fn the_bars_are_seen_in_the_systems_colours() {
    let site = Site::demo();
    in_browser(Device::Phone, |page| {
        set_colours(page, "light");
        before_each_page(page, VOICE);
        page.open(&site.url(ARTICLE));
        page.run("localStorage.setItem('broadsheet:edition', 'kk')", Vec::new());
        page.open(&site.url(ARTICLE));
        // Each begins with a line: its ground is that of the page.
        let is_seen = |bar: &str| {
            page.wait_for(bar);
            let line = format!(
                "(it => [it.borderTopStyle, it.borderTopWidth])(getComputedStyle(document.querySelector('{bar}')))"
            );
            assert_eq!(page.value(&line), json!(["solid", "1px"]), "{bar}");
            assert_eq!(page.value(PLAIN), json!([]), "{bar} has what looks like words");
        };
        is_seen(".edition-offer .foot-bar");
        let document = format!("{ARTICLE}article.json");
        let newer = site.read(&document[1..]);
        let mut newer: Value = serde_json::from_str(&newer).expect("a document");
        newer["versionCreated"] = json!("2026-11-30T09:00:00Z");
        site.answer(&document, Answer::json(newer.to_string()));
        page.reload();
        is_seen(".newer");
        page.run("addVoice('en-GB')", Vec::new());
        until(page, "document.getElementById('listen').checkVisibility({ visibilityProperty: true })");
        page.run("document.getElementById('listen').click()", Vec::new());
        is_seen(".listen-bar");
        page.press(Key::Tab);
        assert_eq!(page.value(OUTLINE), json!(true), "the focus is seen in the bar");
    });
}
