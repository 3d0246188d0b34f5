//! A reader who has nothing but the Tab and the Enter key goes through the whole site.

use serde_json::json;
use thirtyfour::Key;

use crate::four_editions::{self, words_of};
use crate::steps::{tab_to, text, until};
use crate::support::{Device, Page, Site, in_browser};

/// Whether a reader sees what has the focus: it is on the screen, and a line is around it or the card that it leads from.
const SHOWS: &str = "(it => {
        const style = getComputedStyle(it.closest('.card:has(.card-headline a:focus-visible), .size') ?? it);
        const box = it.getBoundingClientRect();
        return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
            && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    })(document.activeElement)";

/// Goes by Tab to the link called `name` within `within`, whichever spaces it has, seeing each stop on the way, and presses Enter.
fn take(page: &Page, within: &str, name: &str) {
    for _ in 0..60 {
        page.press(Key::Tab);
        if page.value("document.activeElement === document.body") == json!(true) {
            continue; // Past the end of the page, at whose beginning the next step is.
        }
        let stop = text(page, "document.activeElement.outerHTML.slice(0, 90)");
        assert_eq!(page.value(SHOWS), json!(true), "on the way to {name} the focus is not seen on {stop}");
        let script = "const it = document.activeElement; \
            return it.matches(`${arguments[0]} a`) && it.innerText.trim().replaceAll('\u{a0}', ' ') === arguments[1]";
        if page.run(script, vec![json!(within), json!(name)]) == json!(true) {
            page.press(Key::Enter);
            return;
        }
    }
    panic!("the Tab key never led to {name} in {within}");
}

/// Waits for the page of this heading; a reader of it is at its beginning, and a screen reader says it.
fn arrive(page: &Page, heading: &str, path: &str) {
    page.wait_for_heading(heading);
    page.wait_until("document.activeElement === document.querySelector('main h1')");
    assert_eq!(page.path(), path);
}

/// Goes through the edition in this language, to the next one, whose name is `other`, and to its front.
fn travel(language: &str, other: &str, device: Device) {
    let (site, words) = (four_editions::site(), words_of(language));
    in_browser(device, |page| {
        let is_at = |heading: &str, place: &str| arrive(page, heading, &words.place(place));
        page.open(&site.url(words.root));
        page.wait_for("main h2 a");
        page.run("window.sameDocument = true", Vec::new());
        take(page, "nav.sections", words.section);
        is_at(words.section, "learn/");
        take(page, "main", &words.headline(5));
        is_at(&words.headline(5), "learn/bridge-5/");
        take(page, ".subjects", words.topic);
        is_at(words.topic, "topics/bridges/");
        take(page, "main", &words.headline(4));
        is_at(&words.headline(4), "learn/bridge-4/");
        take(page, ".credits", words.person);
        is_at(words.person, "people/assel/");
        take(page, "main", &words.headline(5));
        is_at(&words.headline(5), "learn/bridge-5/");
        take(page, "nav.editions", other);
        let next = words.next();
        arrive(page, &next.headline(5), &next.place("learn/bridge-5/"));
        let name = page.text(".masthead-name");
        take(page, ".masthead-bar", &name);
        arrive(page, &name, next.root);
        assert_eq!(page.value("window.sameDocument"), json!(true), "no step loaded the page anew");
    });
}

#[test]
fn tab_and_enter_lead_through_the_whole_site() {
    travel("en", "Русский", Device::Desktop);
}

#[test]
fn tab_and_enter_lead_through_the_whole_site_in_russian_on_a_narrow_screen() {
    travel("ru", "Қазақша", Device::NarrowPhone);
}

#[test]
fn tab_and_enter_lead_through_the_whole_site_in_kazakh() {
    travel("kk", "العربية", Device::Desktop);
}

#[test]
fn tab_and_enter_lead_through_the_whole_site_from_right_to_left_on_a_narrow_screen() {
    travel("ar", "English", Device::NarrowPhone);
}

/// Goes through the menus and the search of an edition of the demo newsroom.
struct Search {
    edition: &'static str,
    menu: [&'static str; 2],
    search: &'static str,
    words: &'static str,
    headline: &'static str,
}

const RUSSIAN: Search = Search {
    edition: "/ru/",
    menu: ["Экономика", "Транспорт"],
    search: "Поиск",
    words: "метро",
    headline: "Алматинское метро дошло до Сарыарки и Момышулы",
};

const KAZAKH: Search = Search {
    edition: "/kk/",
    menu: ["Экономика", "Көлік"],
    search: "Іздеу",
    words: "метро",
    headline: "Алматы метросы батысқа қарай ұзарды",
};

fn search(device: Device, Search { edition, menu, search, words, headline }: Search) {
    let site = Site::demo();
    in_browser(device, |page| {
        page.open(&site.url(edition));
        page.wait_for("main h2 a");
        let place = |place: &str| format!("{edition}{place}");
        take(page, "nav.sections", menu[0]);
        arrive(page, menu[0], &place("economy/"));
        take(page, ".subsections", menu[1]);
        arrive(page, menu[1], &place("economy/transport/"));
        if device == Device::Desktop {
            tab_to(page, "it.name === 'q'");
        } else {
            take(page, ".masthead-tools", search);
            arrive(page, search, &place("search/"));
            tab_to(page, "it.name === 'q' && it.closest('main') !== null");
        }
        page.press(words);
        page.press(Key::Enter);
        page.wait_for_heading(search);
        until(page, "document.querySelector('.search-found ol')");
        take(page, ".search-found", headline);
        arrive(page, headline, &place("economy/transport/almaty-metro-west/"));
    });
}

#[test]
fn menus_and_search_need_no_mouse_in_russian() {
    search(Device::Desktop, RUSSIAN);
}

#[test]
fn menus_and_search_need_no_mouse_in_kazakh_on_a_narrow_screen() {
    search(Device::NarrowPhone, KAZAKH);
}
