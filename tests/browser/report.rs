//! The report dialog, as readers meet it: by keyboard alone, on a selection, on a touch screen.

use crate::desk::{self, Desk};
use crate::steps::{follow, select, tab_to, text, until};
use crate::support::{Device, Page, in_browser};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use thirtyfour::Key;

const OPEN: &str = "document.querySelector('#report-dialog').open && document.querySelector('#report-dialog').contains(document.activeElement)";
const CLOSED: &str = "!document.querySelector('dialog[open]')";

/// The name that the focused field goes by, as a screen reader says it.
const FOCUSED_NAME: &str =
    "(it => it.ariaLabel || it.labels?.[0]?.innerText || it.innerText)(document.activeElement)";

/// What stands in the comment.
const COMMENT: &str = "document.getElementById('report-comment').value";

/// The texts of the preview's values.
const SHOWN: &str = "[...document.querySelectorAll('dialog dd')].map(it => it.textContent)";

/// Tabs to the button, and opens the dialog with it.
fn open_by_button(page: &Page) {
    tab_to(page, "it.innerText === 'Found a bug?'");
    page.press(Key::Enter);
    until(page, OPEN);
}

/// Selects `words` in the article, and opens the dialog about them.
fn open_about(page: &Page, words: &str) {
    select(page, "article", words);
    page.press_with(Key::Control, Key::Enter);
    until(page, OPEN);
    until(page, "document.activeElement.id === 'report-correction'");
}

fn close(page: &Page) {
    page.press(Key::Escape);
    // The browser tells of it with the next frame; the focus and the selection of before come back then.
    until(page, &format!("{CLOSED} && !document.querySelector('dialog mark')"));
}

/// Goes on from the form, and opens the part of the preview that is for machines.
fn preview(page: &Page) {
    tab_to(page, "it.innerText === 'Look before sending'");
    page.press(Key::Enter);
    until(page, "document.activeElement.innerText === 'Your report'");
    tab_to(page, "it.innerText === 'JSON'");
    page.press(Key::Enter);
    until(page, "document.querySelector('dialog details').open");
}

/// Every value in `json` that is no object or list, as text.
fn values(json: &Value, found: &mut BTreeSet<String>) {
    match json {
        Value::Object(map) => map.values().for_each(|value| values(value, found)),
        Value::Array(list) => list.iter().for_each(|value| values(value, found)),
        Value::String(text) => drop(found.insert(text.clone())),
        Value::Null | Value::Bool(_) | Value::Number(_) => drop(found.insert(json.to_string())),
    }
}

fn texts(list: &Value) -> BTreeSet<String> {
    list.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

#[test]
fn the_dialog_works_by_keyboard_alone() {
    let desk = Desk::with_endpoint();
    in_browser(Device::Desktop, |page| {
        desk.open_article(page);
        open_by_button(page);
        let name = "document.getElementById(document.querySelector('#report-dialog').getAttribute('aria-labelledby')).innerText";
        assert_eq!(text(page, name), "Report a mistake");
        until(page, "document.activeElement.type === 'radio'");
        page.press(" ");
        page.press(Key::Down);
        assert_eq!(text(page, FOCUSED_NAME).trim(), "A wrong fact");
        for (label, words) in [
            ("Comment", "The pier is older."),
            ("Your e-mail, if you would like an answer (optional)", "reader@courier.example"),
        ] {
            page.press(Key::Tab);
            assert_eq!(text(page, FOCUSED_NAME), label);
            page.press(words);
        }
        preview(page);
        let shown = texts(&page.value(SHOWN));
        assert!(desk.taken().is_empty(), "nothing is sent before the reader says so");
        tab_to(page, "it.innerText === 'Send'");
        page.press(Key::Enter);
        until(
            page,
            "document.querySelector('#report-dialog').innerText.includes('The newsroom has your report')",
        );

        let [sent] = &desk.taken()[..] else { panic!("one report is sent: {:?}", desk.taken()) };
        let mut in_it = BTreeSet::new();
        values(sent, &mut in_it);
        let hidden: Vec<_> = in_it.difference(&shown).collect();
        assert!(hidden.is_empty(), "the preview did not show {hidden:?}");
        let made_up: Vec<_> = shown.difference(&in_it).map(String::as_str).collect();
        assert_eq!(made_up, ["A wrong fact", "reader@courier.example"], "said in the reader's own words");
        assert_eq!(sent["motivation"], "editing");

        close(page);
        assert_eq!(text(page, "document.activeElement.innerText"), "Found a bug?");
    });
}

#[test]
fn the_selected_words_are_quoted_in_their_context() {
    let desk = Desk::with_endpoint();
    in_browser(Device::Desktop, |page| {
        desk.open_article(page);
        page.press_with(Key::Control, Key::Enter);
        assert_eq!(page.value(CLOSED), json!(true), "the keys mean nothing where nothing is selected");

        open_about(page, "was biult in 1911");
        assert_eq!(text(page, "document.querySelector('dialog mark').innerText"), "was biult in 1911");
        page.press_with(Key::Control, Key::Home);
        page.press_with(Key::Shift, Key::End);
        page.press("was built in 1911");
        preview(page);
        let change = "[...document.querySelectorAll('dialog :is(ins, del)')].map(it => it.tagName + ' ' + it.innerText)";
        let change = page.value(change).to_string();
        assert!(
            change.contains("DEL") && change.contains("INS"),
            "the correction is shown as a difference: {change}"
        );
        tab_to(page, "it.innerText === 'Send'");
        page.press(Key::Enter);
        until(
            page,
            "document.querySelector('#report-dialog').innerText.includes('The newsroom has your report')",
        );
        let [sent] = &desk.taken()[..] else { panic!("one report is sent: {:?}", desk.taken()) };
        let selector = &sent["target"]["selector"];
        assert_eq!(selector["type"], "TextQuoteSelector");
        assert_eq!(selector["exact"], "was biult in 1911");
        assert_eq!(selector["prefix"], "dock twice a week and at no other time. The wooden pier there ");
        assert_eq!(selector["suffix"], ", and has been mended so often since that little of the first");
        assert_eq!(sent["target"]["source"]["schema:identifier"], desk::ARTICLE_ID);
        assert_eq!(sent["target"]["source"]["schema:version"], "7");
    });
}

#[test]
fn the_context_of_an_articles_first_words_is_the_article() {
    let desk = Desk::with_endpoint();
    in_browser(Device::Desktop, |page| {
        desk.open_article(page);
        let first = page.text("[data-article-body] p");
        let first: Vec<&str> = first.split(' ').take(3).collect();
        open_about(page, &first.join(" "));
        let context = text(page, "document.querySelector('dialog mark').parentElement.innerText");
        assert!(context.contains(&first.join(" ")), "{context}");
        for tool in ["Larger text", "Share", "Report form"] {
            assert!(!context.contains(tool), "{tool} is a tool and no part of the article: {context}");
        }
    });
}

#[test]
fn the_keys_belong_to_text_fields_and_a_long_selection_is_refused() {
    let desk = Desk::with_endpoint();
    in_browser(Device::Desktop, |page| {
        desk.open_article(page);
        page.run("document.querySelector('article').append(document.createElement('input'))", Vec::new());
        page.run("document.querySelector('article input').focus()", Vec::new());
        select(page, "article", "ferries dock");
        for held in [Key::Control, Key::Meta] {
            page.press_with(held, Key::Enter);
            assert_eq!(page.value(CLOSED), json!(true));
        }
        assert_eq!(text(page, "document.activeElement.nodeName + getSelection()"), "INPUTferries dock");
        // Text that can be edited is a text field; the same text that cannot is none. On a Mac the key is another one.
        for (editable, open, held) in [(true, false, Key::Control), (false, true, Key::Meta)] {
            let make = format!("document.querySelector('article p:not(.lead)').contentEditable = {editable}");
            page.value(&make);
            if editable {
                page.value("document.querySelector('article [contenteditable=true]').focus()");
            } else {
                page.value("document.activeElement.blur()");
            }
            select(page, "article", "ferries dock");
            page.press_with(held, Key::Enter);
            if open {
                until(page, OPEN);
            }
            assert_eq!(page.value("!!document.querySelector('dialog[open]')"), json!(open));
        }
        close(page);

        let long = "getSelection().selectAllChildren([...document.querySelectorAll('article p')].find(it => it.innerText.length > 500))";
        page.value(long);
        page.press_with(Key::Control, Key::Enter);
        until(page, OPEN);
        let said = text(page, "document.querySelector('#report-dialog').innerText");
        assert!(said.contains("Too long: at most 500 characters."), "{said}");
        assert_eq!(page.value("!!document.querySelector('dialog form')"), json!(false));
        tab_to(page, "it.innerText === 'Close'");
        page.press(Key::Enter);
        until(page, CLOSED);
    });
}

/// Opens the dialog, and writes the beginning of a comment.
fn begin(page: &Page) {
    open_by_button(page);
    tab_to(page, "it.id === 'report-comment'");
    page.press("Half a thought");
}

fn go_to_the_other_article(page: &Page) {
    follow(page, desk::OTHER_ARTICLE);
    until(page, "document.querySelector('article h1')?.innerText === 'The market moves indoors'");
}

#[test]
fn a_draft_survives_cancel_and_reload_and_another_page() {
    let desk = Desk::with_endpoint();
    in_browser(Device::Desktop, |page| {
        desk.open_article(page);
        begin(page);
        close(page);

        let again = |page: &Page| {
            open_by_button(page);
            let said = text(page, "document.querySelector('#report-dialog').innerText");
            assert!(said.contains("Here is what you wrote before."), "{said}");
            assert_eq!(text(page, COMMENT), "Half a thought");
            close(page);
        };
        again(page);
        page.reload();
        again(page);

        go_to_the_other_article(page);
        open_by_button(page);
        assert_eq!(text(page, COMMENT), "", "another page, another draft");
        close(page);
        assert!(desk.taken().is_empty());
    });
}

#[test]
fn a_dialog_that_was_closed_stays_so_when_another_page_comes_before_its_event() {
    let desk = Desk::with_endpoint();
    in_browser(Device::Desktop, |page| {
        desk.open_article(page);
        begin(page);
        // Browsers tell of a closing with the next frame. Here that frame comes when the test lets it.
        page.value(
            "window.untold = new Promise(tell => addEventListener('close', event => {
                event.stopImmediatePropagation();
                tell(event.target);
            }, { capture: true, once: true })), true",
        );
        close(page);
        go_to_the_other_article(page);
        until(page, "document.activeElement.matches('h1')");
        assert_eq!(page.value(CLOSED), json!(true), "nobody opened it");
        page.value("untold.then(dialog => dialog.dispatchEvent(new Event('close')))");
        open_by_button(page);
        assert_eq!(text(page, COMMENT), "", "the dialog is about the page that came");
        close(page);
    });
}

#[test]
fn a_finger_gets_a_button_beside_the_selection() {
    let desk = Desk::with_endpoint();
    in_browser(Device::Phone, |page| {
        desk.open_article(page);
        assert_eq!(
            page.value("matchMedia('(pointer: coarse)').matches"),
            json!(true),
            "the phone has a touch screen"
        );
        let button =
            "[...document.querySelectorAll('button')].find(it => it.innerText === 'Report a mistake here')";
        assert_eq!(page.value(&format!("!!{button}")), json!(false));
        select(page, "article", "was biult in 1911");
        until(page, button);
        let beside = format!(
            "(it => {{ const a = it.getBoundingClientRect(), b = getSelection().getRangeAt(0).getBoundingClientRect();
                return a.left >= 0 && a.right <= innerWidth && a.height >= 24 && Math.abs(a.top - b.bottom) < 80; }})({button})"
        );
        assert_eq!(page.value(&beside), json!(true), "it stands beside the selection and is large enough");
        page.click_named("Report a mistake here");
        until(page, OPEN);
        assert_eq!(text(page, "document.querySelector('dialog mark').innerText"), "was biult in 1911");
        close(page);
        page.value("getSelection().removeAllRanges()");
        until(page, &format!("!{button}"));
    });
}
