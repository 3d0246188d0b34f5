//! The search of the demo newsroom in each of its languages: by choices alone, with slips of the keyboard, and where
//! nothing is found.

use serde_json::json;
use thirtyfour::Key;

use crate::steps::{tab_to, text, until};
use crate::support::page::strings;
use crate::support::{Device, Page, Site, in_browser};

/// An edition: where it is, what its search says where nothing is found, words with a slip, and those that were meant.
type Edition = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

/// The words of headlines and topics first, then one that stands in a text alone.
const EDITIONS: [Edition; 3] = [
    // The first begins with another word that is there, Kazakh, and the second as many do.
    (
        "/",
        "Nothing was found",
        &[("kazakhstn", "Kazakhstan"), ("dombrra", "Dombra"), ("momushuly", "Momyshuly")],
    ),
    ("/ru/", "Ничего не нашлось", &[("Козахстан", "Казахстан"), ("Курмонгазы", "Курмангазы")]),
    ("/kk/", "Ештеңе табылмады", &[("Қазастан", "Қазақстан"), ("Қызолорда", "Қызылорда")]),
];

/// What is said of what was found.
const TOLD: &str = "document.querySelector('.search-told').textContent";

/// The headlines that were found.
const FOUND: &str = "[...document.querySelectorAll('.search-found ol h2 a')].map(it => it.textContent)";

/// The choice of a number: section, author, year, order.
fn choice(number: usize) -> String {
    format!("document.querySelectorAll('.search-choice select')[{number}]")
}

/// How many articles are said to have been found.
fn count(page: &Page) -> String {
    text(page, &format!("{TOLD}.match(/\\d+/)?.[0]"))
}

#[test]
fn a_choice_alone_finds_by_the_keyboard_and_its_link_shows_the_same() {
    let site = Site::demo();
    in_browser(Device::Desktop, |page| {
        for (edition, ..) in EDITIONS {
            page.open(&site.url(&format!("{edition}search/")));
            for (number, name) in ["section", "author", "year"].into_iter().enumerate() {
                let select = choice(number);
                until(page, &format!("{select}.options.length > 2"));
                assert_eq!(text(page, TOLD).trim(), "", "nobody has asked for anything in {edition}");
                tab_to(page, &format!("it === {select}"));
                page.press(Key::Down);
                until(page, &format!("{FOUND}.length > 0 && location.search.startsWith('?{name}=')"));
                let expected =
                    text(page, &format!("{select}.selectedOptions[0].textContent.match(/\\((\\d+)\\)$/)[1]"));
                assert_eq!(count(page), expected, "{name} in {edition}");
                assert_eq!(page.value(&format!("{}.value", choice(3))), json!("new"), "in order of date");
                assert_eq!(
                    page.value(&format!("{}.disabled", choice(3))),
                    json!(true),
                    "nothing fits better"
                );
                let dates = "[...document.querySelectorAll('.search-found ol time')].map(it => it.dateTime)";
                let dates = strings(&page.value(dates));
                assert!(dates.is_sorted_by(|one, next| one >= next), "{name} in {edition}: {dates:?}");
                assert_ne!(text(page, "document.querySelector('.card-lead').textContent"), "");
                let found = page.value(FOUND);
                page.open(&site.url(&format!("{edition}search/{}", text(page, "location.search"))));
                until(page, &format!("JSON.stringify({FOUND}) === {}", json!(found.to_string())));
                tab_to(page, &format!("it === {select}"));
                page.press(Key::Home);
                until(page, "!location.search && !document.querySelector('.search-found ol')");
            }
        }
    });
}

#[test]
fn a_word_with_a_slip_is_mended_at_the_readers_wish() {
    let site = Site::demo();
    in_browser(Device::Phone, |page| {
        let slips =
            |(edition, nothing, slips): Edition| slips.iter().map(move |slip| (edition, nothing, *slip));
        for (edition, nothing, (slip, meant)) in EDITIONS.into_iter().flat_map(slips) {
            page.open(&site.url(&format!("{edition}search/?q={meant}")));
            until(page, &format!("{FOUND}.length > 0"));
            let expected = page.value(FOUND);
            assert_eq!(page.count(".search-meant"), 0, "{meant} is a word");
            page.open(&site.url(&format!("{edition}search/?q={slip}&sort=new")));
            until(page, "document.querySelector('[role=status] .search-meant')");
            assert!(page.text(".search-meant").contains(meant), "{}", page.text(".search-meant"));
            // What only begins as it does is not what anybody looks for.
            assert!(text(page, TOLD).contains(nothing), "{slip}: {}", text(page, TOLD));
            tab_to(page, "it.className === 'search-meant'");
            page.press(Key::Enter);
            until(page, &format!("new URLSearchParams(location.search).get('q') === {}", json!(meant)));
            until(page, "!document.querySelector('.search-meant')");
            assert_eq!(page.value("document.activeElement.localName"), json!("h1"));
            assert_eq!(page.value("document.querySelector('.search-form input').value"), json!(meant));
            page.open(&site.url(&format!("{edition}search/?q={meant}")));
            until(page, &format!("JSON.stringify({FOUND}) === {}", json!(expected.to_string())));
        }
    });
}

#[test]
fn what_is_not_found_is_said_and_the_latest_stories_of_the_edition_come() {
    let site = Site::demo();
    in_browser(Device::Phone, |page| {
        for (edition, nothing, _) in EDITIONS {
            page.open(&site.url(&format!("{edition}search/?q=qqzzxx&section=science")));
            until(page, &format!("{TOLD}.includes({})", json!(nothing)));
            until(page, "document.querySelectorAll('.search-found h3 a').length > 2");
            let paths = "[...document.querySelectorAll('.search-found h3 a')].map(it => it.pathname)";
            let paths = strings(&page.value(paths));
            assert!(paths.iter().all(|path| path.starts_with(edition)), "{paths:?}");
        }
    });
}

#[test]
fn what_has_no_date_is_found_in_any_order() {
    let site = Site::demo();
    in_browser(Device::Desktop, |page| {
        for edition in EDITIONS.map(|(edition, ..)| edition) {
            let found = ["best", "new"].map(|order| {
                page.open(&site.url(&format!("{edition}search/?q=broadsheet&sort={order}")));
                until(page, &format!("{FOUND}.length > 0"));
                count(page)
            });
            assert_eq!(found[0], found[1], "{edition}");
        }
    });
}

#[test]
fn a_found_word_is_marked_without_the_quotation_marks_around_it() {
    let site = Site::demo();
    in_browser(Device::Phone, |page| {
        page.open(&site.url("/kk/search/?q=дала"));
        let marked = "[...document.querySelectorAll('.search-found mark')].map(it => it.textContent)";
        until(page, &format!("{marked}.length > 0"));
        let marked = strings(&page.value(marked));
        assert!(marked.iter().any(|word| word == "Дала"), "{marked:?}");
        let is_bare = |word: &String| word.chars().all(char::is_alphanumeric);
        assert!(marked.iter().all(is_bare), "{marked:?}");
    });
}
