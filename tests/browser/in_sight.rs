//! What a reader looks for is in sight, and in the order in which it is said.

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::desk::Desk;
use crate::steps::{select, tab_to, text, until};
use crate::support::{Content, Device, Fallback, Page, in_browser, newsroom};

const CLOSED: &str = "!document.querySelector('dialog[open]')";
const WORDS: &str = "the first loaves are cool";

/// Opens the dialog about words far down the article, which are in the middle of the window.
fn report_from_below(page: &Page) {
    page.run("document.querySelector('.body').style.paddingBlockEnd = '200vh'", Vec::new());
    page.run("document.querySelector('main').focus({ preventScroll: true })", Vec::new());
    page.run("document.querySelector('.body p:last-child').scrollIntoView({ block: 'center' })", Vec::new());
    select(page, "article", WORDS);
    page.press_with(Key::Control, Key::Enter);
    until(page, "document.activeElement.id === 'report-correction'");
}

#[test]
fn after_the_dialog_the_reader_is_where_the_words_are() {
    let desk = Desk::with_endpoint();
    for device in [Device::Desktop, Device::Phone] {
        in_browser(device, |page| {
            desk.open_article(page);
            report_from_below(page);
            let before = page.value("scrollY");
            assert_ne!(before, json!(0));
            page.press(Key::Escape);
            until(page, CLOSED);
            until(page, "document.activeElement.tagName === 'P'");
            assert!(text(page, "document.activeElement.innerText").contains(WORDS));
            assert_eq!(text(page, "String(getSelection())"), WORDS, "the words are selected as before");
            assert_eq!(page.value("scrollY"), before, "nothing has scrolled");
            // The same words may be reported at once, and Tab goes on from them.
            page.press_with(Key::Control, Key::Enter);
            until(page, "document.activeElement.id === 'report-correction'");
            page.press(Key::Escape);
            until(page, CLOSED);
            page.press(Key::Tab);
            let is_below = "document.querySelector('.body').compareDocumentPosition(document.activeElement) \
                & Node.DOCUMENT_POSITION_FOLLOWING";
            assert_ne!(page.value(is_below), json!(0), "{}", text(page, "document.activeElement.outerHTML"));
        });
    }
}

#[test]
fn the_context_of_reported_words_is_the_block_they_stand_in() {
    let desk = Desk::with_endpoint();
    in_browser(Device::Desktop, |page| {
        desk.open_article(page);
        for (words, block) in [
            ("The ferry keeps its own", "The ferry keeps its own time"),
            ("biult in 1911", "pier there was biult in 1911, and"),
        ] {
            select(page, "article", words);
            page.press_with(Key::Control, Key::Enter);
            until(page, "document.activeElement.id === 'report-correction'");
            let context = text(page, "document.querySelector('dialog mark').parentElement.textContent");
            assert!(context.contains(block), "{context}");
            for beside in ["2026", "October", "min", "Nobody on the island"] {
                assert!(!context.contains(beside), "{beside} stands beside it: {context}");
            }
            page.press(Key::Escape);
            until(page, CLOSED);
        }
    });
}

#[test]
fn a_desk_with_a_letter_box_alone_has_it_as_the_way_on() {
    let desk = Desk::with_email();
    in_browser(Device::Phone, |page| {
        desk.open_article(page);
        select(page, "article", "biult in 1911");
        page.press_with(Key::Control, Key::Enter);
        until(page, "document.activeElement.id === 'report-correction'");
        page.press_with(Key::Control, Key::Home);
        page.press_with(Key::Shift, Key::End);
        page.press("built in 1911");
        tab_to(page, "it.innerText === 'Look before sending'");
        page.press(Key::Enter);
        until(page, "document.activeElement.innerText === 'Your report'");
        let ways = "[...document.querySelectorAll('dialog :is(a, button)')].filter(it => { \
            const box = it.getBoundingClientRect(); \
            const seen = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2); \
            return it.contains(seen); }).map(it => it.innerText)";
        let ways = page.value(ways);
        let ways: Vec<&str> = ways.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        assert!(ways.contains(&"Back") && ways.contains(&"Send by e-mail"), "in sight: {ways:?}");
        assert_eq!(page.value("document.querySelectorAll('dialog [href^=mailto]').length"), json!(1));
        let letter = text(page, "decodeURIComponent(document.querySelector('dialog [href^=mailto]').href)");
        let at = |words: &str| letter.find(words).unwrap_or_else(|| panic!("no {words:?} in {letter}"));
        let order = [
            at("https://harbour.example/harbour/ferry/"),
            at("[biult in 1911]"),
            at("built in 1911\r\n"),
            at("urn:uuid:"),
        ];
        assert!(order.is_sorted(), "{letter}");
        assert!(!letter.contains("schema:") && !letter.contains("created"), "{letter}");
    });
}

#[test]
fn the_caption_of_a_wide_table_stays_while_the_table_goes_by() {
    let cells = |name: &str| format!("<{name}>A word and 1,234,567</{name}>").repeat(12);
    let body = format!(
        "<p>Before.</p><table><caption>A caption that is as long as those that newsrooms write above their tables, \
         with what is counted and since when.</caption><thead><tr>{}</tr></thead><tbody><tr>{}</tr></tbody></table>",
        cells("th"),
        cells("td")
    );
    let mut article = newsroom::article("en", "/a/", "A wide table", "2026-10-05T09:00:00+05:00");
    article["bodies"] = json!([{ "role": "main", "contentType": "text/html", "value": body }]);
    let site = Content::new(&newsroom::settings()).article(&article).serve(Fallback::NotFoundPage);
    for device in [Device::Phone, Device::Desktop] {
        in_browser(device, |page| {
            page.open(&site.url("/a/"));
            page.wait_for(".table-frame caption");
            let frame = "document.querySelector('.table-frame')";
            assert_eq!(page.value(&format!("{frame}.scrollWidth > {frame}.clientWidth + 100")), json!(true));
            for left in [0, 80, 10_000] {
                page.run(&format!("{frame}.scrollLeft = {left}"), Vec::new());
                // A range around the words, because the box may be wider than what is read.
                let is_seen = "(() => { const range = document.createRange(); \
                    range.selectNodeContents(document.querySelector('caption')); \
                    const [words, frame] = [range, document.querySelector('.table-frame')].map(it => it.getBoundingClientRect()); \
                    return words.left >= frame.left - 1 && words.right <= frame.right + 1; })()";
                assert_eq!(page.value(is_seen), json!(true), "{left} pixels along");
            }
        });
    }
}

#[test]
fn what_stands_under_a_headline_is_said_in_the_order_in_which_it_is_seen() {
    let mut article = newsroom::article("en", "/a/", "An old story", "2016-10-05T09:00:00+05:00");
    article["versionCreated"] = json!("2017-10-05T09:00:00+05:00");
    article["x"]["credits"] = json!([{ "role": "reporter", "name": "Assel Ray" }]);
    let site = Content::new(&newsroom::settings()).article(&article).serve(Fallback::NotFoundPage);
    for device in [Device::Phone, Device::Desktop] {
        in_browser(device, |page| {
            page.open(&site.url("/a/"));
            page.wait_for(".dates .age-note");
            let places = page.value(
                "[...document.querySelectorAll('.dates > *')].map(it => it.getBoundingClientRect()) \
                 .map(it => [Math.round(it.top / 8), Math.round(it.left)])",
            );
            let places: Vec<Vec<i64>> = serde_json::from_value(places).expect("places");
            assert!(places.len() >= 4 && places.is_sorted(), "from the top, and from the left: {places:?}");
            assert_eq!(page.texts(".dates > *")[0], "Reporting by Assel Ray");
        });
    }
}
