//! A report that was begun at an earlier visit, and goes on before the program is there.

use serde_json::json;
use thirtyfour::Key;

use crate::pressed::{ARTICLE, program};
use crate::support::{Answer, Device, Page, Site, in_browser};

/// What stands in the comment of the report, and whether the form says that something was kept.
const COMMENT: &str = "[document.querySelector('#report-comment').value, \
    document.querySelector('#report-dialog').innerText.includes('Here is what you wrote before.')]";

#[test]
fn what_was_kept_of_an_earlier_visit_is_joined_to_what_was_written_before_the_program_came() {
    let program = program();
    let write = |page: &Page, kind: usize, words: &str| {
        page.click_named("Found a bug?");
        page.wait_until("document.querySelector('#report-dialog').open");
        page.click(&format!("#report-kind-{kind}"));
        page.click("#report-comment");
        page.press(words);
    };
    let both_visits = |page: &Page, kept: usize, chosen: usize| {
        let site = Site::demo();
        page.open(&site.url(ARTICLE));
        write(page, kept, "The first table lacks a row.");
        page.press(Key::Escape);
        page.wait_until("!document.querySelector('#report-dialog').open");
        site.answer(&program, Answer::held());
        page.visit(&site.url(ARTICLE));
        write(page, chosen, "The map is of another town.");
        assert_eq!(page.value(COMMENT), json!(["The map is of another town.", false]));
        site.restore(&program);
        page.wait_for_program();
        let both = "The first table lacks a row.\n\nThe map is of another town.";
        page.wait_until(&format!("{COMMENT}[1]"));
        assert_eq!(page.value(COMMENT), json!([both, true]));
        // Of two choices the later one counts, on the page and in the report.
        let chosen = format!("document.querySelector('#report-kind-{chosen}').checked");
        assert_eq!(page.value(&chosen), json!(true));
        page.click_named("Look before sending");
        page.wait_until("document.querySelector('dialog dl')?.textContent.includes('another town')");
        page.click_named("Back");
        page.wait_until(&chosen);
        page.click_named("Start afresh");
        page.wait_until(&format!("!{COMMENT}[1]"));
        assert_eq!(page.value(COMMENT), json!(["", false]));
    };
    in_browser(Device::Desktop, |page| both_visits(page, 3, 0));
    in_browser(Device::Desktop, |page| both_visits(page, 0, 3));
}
