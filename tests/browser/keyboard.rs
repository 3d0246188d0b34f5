//! The keyboard alone: in which order it goes, and that it gets everywhere.

use broadsheet::locale::Message;
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::editions;
use crate::four_editions::locale;
use crate::steps::tab_to;
use crate::support::{Device, Page, Site, in_browser};

const ARTICLE: &str = "/learn/language/every-kind-of-block/";

/// Gives everything that a keyboard should reach a number, and tells how many there are.
fn number_the_stops(page: &Page) -> u64 {
    let script = "let count = 0; \
        for (const element of document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex=\"0\"]')) \
            if (element.checkVisibility({visibilityProperty: true}) && !element.disabled && !element.closest('dialog:not([open])')) \
                element.dataset.testStop = count++; \
        return count";
    page.run(script, Vec::new()).as_u64().expect("a number")
}

/// Presses Tab until the focus leaves the page; gives each stop: its number, and whether it shows the focus, as the browser's
/// own controls of films and sounds do by themselves.
fn walk(page: &Page, bound: u64) -> Vec<Value> {
    let mut stops = Vec::new();
    for _ in 0..bound {
        page.press(Key::Tab);
        let stop = page.value(
            "(element => element === document.body ? null : { \
                number: Number(element.dataset.testStop ?? -1), \
                name: `${element.nodeName} ${element.textContent.trim().slice(0, 40)}`, \
                shows: element.matches('audio, video') || [element, element.closest('.card')].some(it => it && (style => style.outlineStyle !== 'none' \
                    && style.outlineWidth !== '0px' || style.boxShadow !== 'none')(getComputedStyle(it))) })(document.activeElement)",
        );
        if stop.is_null() {
            return stops;
        }
        stops.push(stop);
    }
    panic!("the focus does not leave the page after {bound} steps: {stops:?}");
}

#[test]
fn the_first_stop_skips_to_the_content() {
    let site = Site::demo();
    in_browser(Device::Desktop, |page| {
        page.open(&site.url(ARTICLE));
        page.wait_for("article .body p");
        page.press(Key::Tab);
        assert_eq!(page.value("document.activeElement.textContent.trim()"), json!("Skip to content"));
        let place = page.value("(box => box.top >= 0 && box.left >= 0 && box.height > 10)(document.activeElement.getBoundingClientRect())");
        assert_eq!(place, json!(true), "the skip link is seen when it has the focus");
        page.press(Key::Enter);
        page.wait_until("document.activeElement.id === 'content'");
        assert_eq!(page.path(), ARTICLE);
        page.press(Key::Tab);
        let inside = page.value("document.querySelector('main').contains(document.activeElement)");
        assert_eq!(inside, json!(true), "the next stop is in the content");
    });
}

#[test]
fn every_link_and_button_of_an_article_is_reached_and_shows_the_focus() {
    let site = Site::demo();
    in_browser(Device::Desktop, |page| {
        page.open(&site.url(ARTICLE));
        page.wait_for("article .body p");
        let count = number_the_stops(page);
        let stops = walk(page, count + 20);
        let numbers: Vec<u64> = stops.iter().filter_map(|stop| stop["number"].as_u64()).collect();
        let missed: Vec<u64> = (0..count).filter(|number| !numbers.contains(number)).collect();
        assert_eq!(missed, [0; 0], "stops that Tab does not reach, of {stops:#?}");
        assert!(numbers.is_sorted(), "the order is that of the page: {stops:#?}");
        let unseen: Vec<&Value> = stops.iter().filter(|stop| stop["shows"] != json!(true)).collect();
        assert!(unseen.is_empty(), "stops that do not show the focus: {unseen:#?}");
    });
}

#[test]
fn the_enter_key_follows_a_link_and_the_focus_goes_to_the_headline() {
    let site = Site::demo();
    in_browser(Device::Desktop, |page| {
        page.open(&site.url("/"));
        page.wait_for("main h2 a");
        let headline = page.text("main h2 a");
        page.run("document.querySelector('main h2 a').focus()", Vec::new());
        page.press(Key::Enter);
        page.wait_for_heading(&headline);
        page.wait_until("document.activeElement === document.querySelector('main h1')");
    });
}

/// The colour of the page's ground, and that of its words.
const COLOURS: &str =
    "[getComputedStyle(document.documentElement).backgroundColor, getComputedStyle(document.body).color]";

/// The colours that are chosen, and what is stored of that.
const CHOSEN: &str =
    "[document.documentElement.dataset.theme ?? '', localStorage.getItem('broadsheet:theme') ?? '']";

#[test]
fn dark_and_light_are_chosen_by_the_keyboard_and_stay_chosen() {
    for device in [Device::Desktop, Device::Phone] {
        let site = Site::demo();
        in_browser(device, |page| {
            let light = json!({ "features": [{ "name": "prefers-color-scheme", "value": "light" }] });
            page.devtools("Emulation.setEmulatedMedia", &light);
            page.open(&site.url("/"));
            let systems = page.value(COLOURS);
            tab_to(page, "it.matches('.theme select')");
            page.press(Key::End);
            page.wait_until("document.documentElement.dataset.theme === 'dark'");
            page.wait_until(&format!("{COLOURS}.every((colour, at) => colour !== {systems}[at])"));
            let dark = page.value(COLOURS);
            page.reload();
            assert_eq!(page.value(COLOURS), dark, "the choice is forgotten");
            assert_eq!(page.value(CHOSEN), json!(["dark", "dark"]));
            if device == Device::Phone {
                // A finger on the sign opens the choice.
                page.click(".theme");
                page.wait_until("document.activeElement.matches('.theme select')");
                page.press(Key::Escape);
            } else {
                tab_to(page, "it.matches('.theme select')");
            }
            page.press(Key::Home);
            page.wait_until(&format!("{COLOURS}.join() === {systems}.join()"));
            assert_eq!(page.value(CHOSEN), json!(["", ""]));
        });
    }
}

#[test]
fn dark_is_chosen_in_the_words_of_every_edition() {
    let site = editions::site();
    in_browser(Device::Phone, |page| {
        let light = json!({ "features": [{ "name": "prefers-color-scheme", "value": "light" }] });
        page.devtools("Emulation.setEmulatedMedia", &light);
        for root in ["/ru/", "/kk/", "/ar/"] {
            let locale = locale(root);
            page.open(&site.url(root));
            let systems = page.value(COLOURS);
            assert_eq!(page.text(".theme .visually-hidden"), locale.text(Message::Theme));
            let words = [Message::ThemeAuto, Message::ThemeLight, Message::ThemeDark];
            assert_eq!(page.texts(".theme option"), words.map(|message| locale.text(message)));
            tab_to(page, "it.matches('.theme select')");
            page.press(Key::End);
            page.wait_until(&format!("{COLOURS}.every((colour, at) => colour !== {systems}[at])"));
            page.reload();
            let chosen = page.value("document.querySelector('.theme select').selectedOptions[0].textContent");
            assert_eq!(chosen, json!(locale.text(Message::ThemeDark)), "{root}");
            assert_eq!(page.value(CHOSEN), json!(["dark", "dark"]));
            tab_to(page, "it.matches('.theme select')");
            page.press(Key::Home);
            page.wait_until(&format!("{COLOURS}.join() === {systems}.join()"));
            assert_eq!(page.value(CHOSEN), json!(["", ""]));
        }
    });
}

#[test]
fn who_has_chosen_nothing_gets_the_colours_of_the_system() {
    let site = Site::demo();
    in_browser(Device::Phone, |page| {
        let prefer = |scheme: &str| {
            let features = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
            page.devtools("Emulation.setEmulatedMedia", &features);
        };
        for path in ["/", ARTICLE] {
            prefer("light");
            page.open(&site.url(path));
            let light = page.value(COLOURS);
            prefer("dark");
            page.wait_until(&format!("{COLOURS}.every((colour, at) => colour !== {light}[at])"));
            let dark = page.value(COLOURS);
            // The page comes in those colours, too, and not only to them.
            page.reload();
            assert_eq!(page.value(COLOURS), dark, "{path}");
            let brightness =
                "colour => colour.match(/[\\d.]+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0)";
            let is_dark = |colours: &Value| {
                page.value(&format!("(([ground, ink]) => ground < ink)({colours}.map({brightness}))"))
            };
            assert_eq!(
                (is_dark(&light), is_dark(&dark)),
                (json!(false), json!(true)),
                "{light} and {dark} on {path}"
            );
            assert_eq!(page.value(CHOSEN), json!(["", ""]), "{path}");
        }
    });
}
