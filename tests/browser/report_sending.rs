//! What becomes of reports on their way to the desk, whatever the way does to them.

use crate::desk::{Desk, Fate};
use crate::steps::{select, tab_to, text, until};
use crate::support::{Device, Page, in_browser};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};
use thirtyfour::Key;

const OUTCOME: &str = "document.querySelector('dialog .report-outcome')?.innerText";

/// How many reports are in the browser's storage.
const KEPT: &str = "Object.keys(localStorage).filter(it => it.startsWith('broadsheet.report.queue.')).length";

/// What the browser writes into the console about requests that fail, which these tests make happen.
const FAILED_REQUEST: &str = "Failed to load resource";

/// Writes a report that says `comment`, and goes on to its preview.
fn write(page: &Page, comment: &str) {
    until(page, "document.querySelector('article h1') && !document.querySelector('dialog[open]')");
    select(page, "article", "ferries dock");
    page.press_with(Key::Control, Key::Enter);
    until(page, "document.activeElement.id === 'report-correction'");
    tab_to(page, "it.id === 'report-comment'");
    page.press(comment);
    tab_to(page, "it.innerText === 'Look before sending'");
    page.press(Key::Enter);
    until(page, "document.activeElement.innerText === 'Your report'");
}

/// Writes a report and sends it; the dialog stays open at what became of it.
fn send(page: &Page, comment: &str) {
    write(page, comment);
    tab_to(page, "it.innerText === 'Send'");
    page.press(Key::Enter);
    until(page, OUTCOME);
}

/// Waits until the report is tried, and gives what the reader is told.
fn told(page: &Page) -> String {
    until(page, &format!("{OUTCOME} !== 'Sending…'"));
    text(page, OUTCOME)
}

fn close(page: &Page) {
    page.press(Key::Escape);
    until(page, "!document.querySelector('dialog[open]')");
}

fn comment(report: &Value) -> String {
    let bodies = report["body"].as_array().into_iter().flatten();
    let comment =
        bodies.filter(|body| body["purpose"] == "commenting").filter_map(|body| body["value"].as_str());
    comment.collect()
}

/// Each report's comment under its identifier; a report that arrived twice is there once.
fn arrived(reports: &[Value]) -> BTreeMap<String, String> {
    let named =
        reports.iter().map(|report| (report["id"].as_str().unwrap_or_default().to_owned(), comment(report)));
    named.collect()
}

#[test]
fn no_report_is_lost_and_none_counts_twice() {
    let desk = Desk::with_endpoint();
    in_browser(Device::Desktop, |page| {
        page.expect_in_console(FAILED_REQUEST);
        desk.open_article(page);
        let bad_luck = [
            Fate::Failed(500),
            Fate::TakenAndDropped,
            Fate::Failed(502),
            Fate::TakenSlowly(Duration::from_millis(700)),
            Fate::Redirected,
            Fate::TakenWithPage,
            Fate::Busy(2),
        ];
        desk.plan(&[bad_luck, bad_luck].concat());
        let mut written = BTreeSet::new();
        for number in 0..12 {
            let comment = format!("Report number {number}");
            send(page, &comment);
            written.insert(comment);
            close(page);
            if number % 5 == 4 {
                page.reload();
            }
        }
        page.reload();
        until(page, &format!("document.querySelector('article h1') && {KEPT} === 0"));
        let arrived = arrived(&desk.taken());
        assert_eq!(arrived.len(), written.len(), "each has one identifier: {arrived:#?}");
        assert_eq!(arrived.into_values().collect::<BTreeSet<_>>(), written);
        assert!(desk.tries() > written.len() + bad_luck.len(), "the way was bad: {} tries", desk.tries());
        until(page, "document.querySelector('.report-status').innerText === ''");
    });
}

#[test]
fn a_busy_desk_is_given_the_time_it_asks_for() {
    let desk = Desk::with_endpoint();
    in_browser(Device::Desktop, |page| {
        page.expect_in_console(FAILED_REQUEST);
        desk.open_article(page);
        desk.plan(&[Fate::Busy(4)]);
        send(page, "Busy");
        let said = told(page);
        let failed = Instant::now();
        assert!(said.starts_with("The report could not be sent. It is kept here"), "{said}");
        assert!(said.contains(" in 4 seconds") || said.contains(" in 5 seconds"), "{said}");
        let hurry = "[...document.querySelectorAll('button')].some(it => it.innerText === 'Send now')";
        assert_eq!(page.value(hurry), json!(false), "no button that does nothing");
        // Coming back does not shorten the pause that a server asked for.
        page.reload();
        until(
            page,
            "document.querySelector('.report-status').innerText.includes('1 report is waiting to be sent')",
        );
        page.wait("for the second try", || desk.tries() == 2);
        // Our own first pause is two seconds at most.
        let pause = failed.elapsed();
        assert!(pause > Duration::from_secs(3), "{pause:?}");
        until(page, &format!("{KEPT} === 0"));
    });
}

#[test]
fn a_reader_need_not_wait_for_a_desk_that_only_failed() {
    let desk = Desk::with_endpoint();
    in_browser(Device::Desktop, |page| {
        page.expect_in_console(FAILED_REQUEST);
        desk.open_article(page);
        // After that many failures the pause is longer than anybody would wait here.
        desk.plan(&[Fate::Failed(500); 6]);
        send(page, "In a hurry");
        told(page);
        close(page);
        page.wait("for the last try", || {
            page.run("document.querySelector('.report-status button')?.click()", Vec::new());
            desk.tries() > 6
        });
        until(page, &format!("{KEPT} === 0"));
        assert_eq!(arrived(&desk.taken()).into_values().collect::<Vec<_>>(), ["In a hurry"]);
    });
}

#[test]
fn a_refused_report_is_kept_for_the_reader_to_carry() {
    let desk = Desk::with_endpoint();
    in_browser(Device::Desktop, |page| {
        page.expect_in_console(FAILED_REQUEST);
        desk.open_article(page);
        desk.plan(&[Fate::Failed(403)]);
        send(page, "Refused");
        let said = told(page);
        assert!(
            said.contains("did not accept the report (403)") && said.contains("It is kept here"),
            "{said}"
        );
        for way in ["Copy the report", "Download the report"] {
            tab_to(page, &format!("it.innerText === '{way}'"));
        }
        page.reload();
        until(page, "document.querySelector('.report-status').innerText.includes('(403)')");
        assert_eq!(page.value(KEPT), json!(1));
        assert_eq!(desk.tries(), 1, "a no is not asked for twice");
    });
}

#[test]
fn a_page_of_html_with_a_yes_is_a_yes_and_a_redirection_is_none() {
    let desk = Desk::with_endpoint();
    in_browser(Device::Desktop, |page| {
        page.expect_in_console(FAILED_REQUEST);
        desk.open_article(page);
        desk.plan(&[Fate::TakenWithPage, Fate::Redirected]);
        send(page, "Thanked with a page");
        assert!(told(page).contains("The newsroom has your report"));
        assert_eq!(page.value(KEPT), json!(0));
        close(page);

        send(page, "Led astray");
        let said = told(page);
        assert!(said.starts_with("The report could not be sent. It is kept here"), "{said}");
        assert_eq!(page.value(KEPT), json!(1));
        until(page, &format!("{OUTCOME}.includes('The newsroom has your report')"));
        assert_eq!(page.value(KEPT), json!(0));
        assert_eq!(arrived(&desk.taken()).len(), 2);
    });
}

#[test]
fn a_report_written_offline_goes_when_there_is_a_connection() {
    let desk = Desk::with_endpoint();
    in_browser(Device::Desktop, |page| {
        page.expect_in_console(FAILED_REQUEST);
        desk.open_article(page);
        page.set_offline(true);
        send(page, "From the steppe");
        assert_eq!(told(page), "Your report is stored in this browser and will be sent when you are online.");
        close(page);
        assert_eq!(desk.tries(), 0);
        page.set_offline(false);
        until(page, &format!("{KEPT} === 0"));
        let taken = desk.taken();
        assert_eq!(taken.iter().map(comment).collect::<Vec<_>>(), ["From the steppe"]);
    });
}

#[test]
fn a_reload_while_the_desk_thinks_loses_nothing() {
    let desk = Desk::with_endpoint();
    in_browser(Device::Desktop, |page| {
        page.expect_in_console(FAILED_REQUEST);
        desk.open_article(page);
        // The desk takes it, and answers when the reader has gone.
        desk.plan(&[Fate::TakenSlowly(Duration::from_secs(2))]);
        send(page, "Impatient");
        page.wait("for the report to be on its way", || desk.tries() == 1);
        page.reload();
        until(page, &format!("document.querySelector('article h1') && {KEPT} === 0"));
        assert_eq!(desk.tries(), 2, "nobody told the browser that it had arrived");
        let arrived = arrived(&desk.taken());
        assert_eq!(arrived.into_values().collect::<Vec<_>>(), ["Impatient"], "once by its identifier");
    });
}

#[test]
fn a_report_goes_without_cookies_and_without_saying_where_from() {
    let desk = Desk::with_endpoint();
    in_browser(Device::Desktop, |page| {
        desk.open_article(page);
        page.run("document.cookie = 'reader=1'", Vec::new());
        send(page, "Nothing else");
        assert!(told(page).contains("The newsroom has your report"));
        assert_eq!(desk.last_headers(), (Some("application/json".to_owned()), None));
    });
}

#[test]
fn without_an_endpoint_the_reader_carries_the_report() {
    let desk = Desk::with_email();
    let folder = std::env::temp_dir().join(format!("broadsheet-reports-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder for downloads");
    in_browser(Device::Desktop, |page| {
        let allowed = json!({ "behavior": "allow", "downloadPath": folder });
        page.devtools("Browser.setDownloadBehavior", &allowed);
        desk.open_article(page);
        write(page, "Carried by hand");
        let send = "[...document.querySelectorAll('dialog button')].some(it => it.innerText === 'Send')";
        assert_eq!(page.value(send), json!(false), "there is nowhere to send it to");

        let letter =
            "[...document.querySelectorAll('dialog a')].find(it => it.innerText === 'Send by e-mail').href";
        let letter = text(page, &format!("decodeURIComponent({letter})"));
        assert!(letter.starts_with("mailto:desk@courier.example?subject=Mistake in"), "{letter}");
        assert!(letter.contains("ferries dock") && letter.contains("Carried by hand"), "{letter}");
        assert_eq!(page.count(".report-short"), 0, "all of it is in the letter");

        tab_to(page, "it.innerText === 'Copy the report'");
        page.press(Key::Enter);
        until(page, "document.querySelector('#report-dialog').innerText.includes('Copied.')");
        tab_to(page, "it.innerText === 'Download the report'");
        page.press(Key::Enter);
        page.wait("for the download", || !downloaded(&folder).is_empty());
        let comments: Vec<String> = downloaded(&folder).iter().map(comment).collect();
        assert_eq!(comments, ["Carried by hand"]);
        assert_eq!(desk.tries(), 0);
    });
    fs::remove_dir_all(&folder).expect("the folder goes again");
}

#[test]
fn a_letter_without_room_for_all_of_a_report_says_so() {
    let desk = Desk::with_email();
    in_browser(Device::Desktop, |page| {
        desk.open_article(page);
        // Six bytes a letter.
        write(page, &"Пристань построили позже. ".repeat(20));
        assert_eq!(
            page.text(".report-short"),
            "It does not all fit into this letter: copy the report, and paste it there."
        );
    });
}

/// The reports in `folder`; a file that is still being written is none yet.
fn downloaded(folder: &Path) -> Vec<Value> {
    let files = fs::read_dir(folder).expect("the folder for downloads").filter_map(Result::ok);
    // Until it is whole, the browser keeps a second file with another ending beside it.
    let is_report = |name: &str| name.starts_with("report-") && name.ends_with(".json");
    let named = files.filter(|file| is_report(&file.file_name().to_string_lossy()));
    let texts = named.filter_map(|file| fs::read_to_string(file.path()).ok());
    texts.filter_map(|text| serde_json::from_str(&text).ok()).collect()
}
