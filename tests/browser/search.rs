//! The search of the demo newsroom, and of one under a path.

use serde_json::json;
use thirtyfour::Key;

use crate::comfort::without_script;
use crate::steps::{tab_to, text, until};
use crate::support::newsroom::{article, settings};
use crate::support::{Answer, Content, Device, Fallback, Page, Site, in_browser};

/// Waits until there is an answer, and gives what is said of it.
fn told(page: &Page, ends_with: &str) {
    let said = format!("document.querySelector('.search-told').textContent.includes({})", json!(ends_with));
    until(page, &said);
}

/// The headlines that were found.
fn found(page: &Page) -> Vec<String> {
    page.texts(".search-found h2 a")
}

/// The query of the address, decoded.
fn query(page: &Page) -> String {
    text(page, "decodeURIComponent(location.search).replaceAll('+', ' ')")
}

#[test]
fn a_word_from_the_box_leads_to_what_was_found_and_back() {
    let site = Site::demo();
    in_browser(Device::Desktop, |page| {
        page.open(&site.url("/"));
        tab_to(page, "it.name === 'q'");
        page.press("aral");
        page.press(Key::Enter);
        page.wait_for_heading("Search");
        told(page, "2 articles found");
        assert_eq!((page.path().as_str(), query(page).as_str()), ("/search/", "?q=aral"));
        assert_eq!(page.value("document.querySelector('.search-form input').value"), json!("aral"));
        assert!(found(page).contains(&"The dam that brought the fish back".to_owned()));
        let marked = page.texts(".search-found mark");
        assert!(marked.iter().any(|word| word.starts_with("Aral")), "{marked:?}");
        page.click(".search-found h2 a");
        page.wait_for("article h1");
        page.back();
        told(page, "2 articles found");
        page.back();
        until(page, "location.pathname === '/'");
    });
}

#[test]
fn words_are_found_with_the_letters_that_readers_have() {
    let site = Site::demo();
    in_browser(Device::Phone, |page| {
        for (edition, one, other) in [
            ("/ru/", "ещё", "еще"),
            ("/ru/", "новый", "новая"),
            ("/kk/", "теңіз", "тениз"),
            ("/kk/", "Ғарыш", "гарыш"),
        ] {
            let [one, other] = [one, other].map(|words| {
                page.open(&site.url(&format!("{edition}search/?q={words}")));
                until(page, "document.querySelectorAll('.search-found h2 a').length > 0 && document.querySelector('.search-found ol')");
                assert_eq!(page.value("document.querySelector('.search-form input').value"), json!(words));
                let mut found = found(page);
                found.sort();
                (found, text(page, "document.querySelector('.search-told').textContent"))
            });
            assert_eq!(one, other, "{edition}");
        }
    });
}

#[test]
fn results_are_narrowed_and_the_address_says_how() {
    let site = Site::demo();
    in_browser(Device::Desktop, |page| {
        page.open(&site.url("/search/?q=kazakhstan"));
        told(page, "found");
        let all = page.value("Number.parseInt(document.querySelector('.search-told').textContent)");
        let choose = "const [name, value] = arguments; \
            const select = [...document.querySelectorAll('.search-choice')].find(it => it.innerText.startsWith(name)).querySelector('select'); \
            select.value = value ?? select.options[1].value; select.dispatchEvent(new Event('change', { bubbles: true })); \
            return select.selectedOptions[0].textContent.match(/\\((\\d+)\\)/)?.[1]";
        let expected = page.run(choose, vec![json!("Section"), json!(null)]);
        let expected = expected.as_str().expect("a count in the choice").to_owned();
        until(page, &format!("document.querySelector('.search-told').textContent.startsWith('{expected} ')"));
        assert!(query(page).contains("section="), "{}", query(page));
        page.run(choose, vec![json!("Order"), json!("new")]);
        until(page, "location.search.endsWith('sort=new')");
        let newest = "[...document.querySelectorAll('.search-found time')].map(time => time.dateTime)";
        until(page, &format!("(dates => dates.join() === [...dates].sort().reverse().join())({newest})"));
        // The address is all that another reader needs.
        let address = site.url(&format!("/search/{}", text(page, "location.search")));
        page.back();
        page.back();
        until(page, &format!("document.querySelector('.search-told').textContent.startsWith('{all} ')"));
        page.open(&address);
        until(page, &format!("document.querySelector('.search-told').textContent.startsWith('{expected} ')"));
        let chosen = page
            .value("[...document.querySelectorAll('.search-choice select')].map(it => Boolean(it.value))");
        assert_eq!(chosen, json!([true, false, false, true]));
    });
}

#[test]
fn typing_finds_and_leaves_no_steps_behind_and_escape_clears() {
    let site = Site::demo();
    in_browser(Device::Desktop, |page| {
        page.open(&site.url("/"));
        page.open(&site.url("/search/"));
        let steps = page.value("history.length");
        tab_to(page, "it.closest('.search-form') && it.name === 'q'");
        for letters in ["a", "r", "al"] {
            page.press(letters);
        }
        told(page, "2 articles found");
        assert_eq!(page.value("history.length"), steps);
        assert_eq!(query(page), "?q=aral");
        page.press(Key::Escape);
        until(page, "!document.querySelector('.search-told').textContent.trim() && !location.search");
        assert_eq!(page.value("document.activeElement.value"), json!(""));
        assert!(page.text(".search-found").contains("Go on from a section"));
    });
}

#[test]
fn what_is_not_found_and_what_does_not_come_is_said() {
    let site = Site::demo();
    in_browser(Device::Phone, |page| {
        page.open(&site.url("/search/?q=qqzzxx"));
        told(page, "Nothing was found");
        until(page, "document.querySelectorAll('.search-found h3 a').length > 2");
        let entry = "/data/en/search/search.js";
        site.answer(entry, Answer::status(500));
        page.expect_in_console("500");
        page.expect_in_console("search.js");
        page.open(&site.url("/search/?q=aral"));
        told(page, "could not be reached");
        site.restore(entry);
        page.click_named("Try again");
        told(page, "2 articles found");
    });
}

#[test]
fn more_comes_in_place_of_the_button() {
    let site = Site::demo();
    in_browser(Device::Desktop, |page| {
        page.open(&site.url("/search/?q=the"));
        told(page, "found");
        until(page, "document.querySelectorAll('.search-found h2 a').length === 10");
        tab_to(page, "it.innerText === 'Show more'");
        page.press(Key::Enter);
        until(page, "document.querySelectorAll('.search-found h2 a').length > 10");
        until(page, "document.activeElement.id === 'results-10'");
        let found = found(page);
        let unique: std::collections::BTreeSet<&String> = found.iter().collect();
        assert_eq!(unique.len(), found.len(), "no article comes twice");
        // The way back leads to all that was shown, and to the place in it.
        page.run("document.getElementById('results-14').scrollIntoView({ behavior: 'instant' })", Vec::new());
        page.wait_until("Math.abs(history.state - scrollY) < 1 && scrollY > 0");
        let before = page.value("scrollY").as_f64().expect("a number");
        page.click("#results-14 h2 a");
        page.wait_for("article h1");
        page.back();
        until(page, &format!("document.querySelectorAll('.search-found h2 a').length === {}", found.len()));
        page.wait_until(&format!("Math.abs(scrollY - {before}) <= 2"));
    });
}

#[test]
fn without_the_program_the_box_leads_to_a_page_that_says_so() {
    let site = Site::demo();
    in_browser(Device::Desktop, |page| {
        without_script(page);
        page.visit(&site.url("/kk/"));
        page.click(".masthead-search input");
        page.press("теңіз");
        page.press(Key::Enter);
        until(page, "location.pathname === '/kk/search/'");
        assert_eq!(query(page), "?q=теңіз");
        assert!(page.text("main").contains("JavaScript"));
        let sections =
            page.value("[...document.querySelectorAll('.search-sections a')].map(link => link.pathname)");
        assert!(
            sections.as_array().is_some_and(|sections| sections.contains(&json!("/kk/science/"))),
            "{sections}"
        );
        assert_eq!(page.value("document.querySelector('.search-filters').checkVisibility()"), json!(false));
    });
}

#[test]
fn a_page_that_is_not_there_offers_the_search() {
    let site = Site::demo();
    in_browser(Device::Phone, |page| {
        page.expect_in_console("404");
        page.open(&site.url("/no/such/page/"));
        tab_to(page, "it.closest('.lost-search') && it.name === 'q'");
        page.press("aral");
        page.press(Key::Enter);
        told(page, "2 articles found");
    });
}

#[test]
fn a_site_under_a_path_is_searched_below_it() {
    let mut settings = settings();
    settings["base_path"] = json!("/news/");
    settings["search"] = json!(true);
    let well = article("en", "/learn/well/", "A deep well", "2026-03-08T09:00:00+05:00");
    let site = Content::new(&settings).article(&well).serve(Fallback::Pages);
    in_browser(Device::Desktop, |page| {
        page.open(&site.url("/news/search/?q=well"));
        told(page, "1 article found");
        assert_eq!(found(page), ["A deep well"]);
        page.open(&site.url("/news/ru/search/?q=well"));
        told(page, "Ничего не нашлось");
        let outside: Vec<String> =
            site.paths().into_iter().filter(|path| !path.starts_with("/news/")).collect();
        assert_eq!(outside, [""; 0], "requests that leave the path");
    });
}

#[test]
fn nothing_of_the_search_comes_before_its_page() {
    let site = Site::demo();
    in_browser(Device::Phone, |page| {
        page.open(&site.url("/"));
        let asked: Vec<String> = site
            .paths()
            .into_iter()
            .filter(|path| path.contains("/search/") && path.contains("data"))
            .collect();
        assert_eq!(asked, [""; 0]);
        page.open(&site.url("/search/"));
        until(page, "document.querySelector('.search-choice select').options.length > 2");
        // What a slip is mended by only somebody fetches who has made one.
        assert!(!site.paths().iter().any(|path| path.contains("words.json")));
    });
}
