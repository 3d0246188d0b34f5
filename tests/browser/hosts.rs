//! A reader on real web servers, with the settings that the press writes for them: at the root and under a path.
//!
//! A server that is not installed is skipped.

use serde_json::json;
use thirtyfour::Key;

use crate::press_site::PressedSite;
use crate::real_server::Server;
use crate::support::newsroom::{DRAWING, article, crumbs, settings};
use crate::support::{Content, Device, Page, in_browser};

#[test]
fn a_reader_on_nginx() {
    at_both_places(Server::nginx);
}

#[test]
fn a_reader_on_caddy() {
    at_both_places(Server::caddy);
}

#[test]
fn a_reader_on_apache() {
    at_both_places(Server::apache);
}

const WELL: &str = "learn/well/";
const KAZAKH: &str = "kk/%D2%9B%D0%B0%D0%BB%D0%B0/%D0%BA%D3%A9%D1%88%D0%B5/";

fn at_both_places(start: impl Fn(&PressedSite) -> Option<Server>) {
    for base in ["/", "/news/"] {
        let site = content(base).pressed(|folder| PressedSite::of(folder, base));
        let Some(server) = start(&site) else { return };
        let address = format!("http://127.0.0.1:{}{base}", server.port);
        in_browser(Device::Phone, |page| {
            watch_the_policy(page);
            deep_links_are_pages_and_come_to_life(page, &address);
            links_lead_on_and_back(page, &address, base);
            the_report_dialog_opens(page);
            unknown_addresses_say_so(page, &address);
        });
    }
}

fn content(base: &str) -> Content {
    let mut settings = settings();
    settings["base_path"] = json!(base);
    let mut well = article("en", "/learn/well/", "A deep well", "2026-03-08T09:00:00+05:00");
    well["x"]["sections"] = crumbs("/", ["Main", "Learn", "Politics", "Politics"]);
    well["associations"] = json!([{
        "name": "lead",
        "type": "picture",
        "descriptions": [{"role": "alt", "value": "A well"}],
        "renditions": [{"name": "600", "href": "/media/well.svg", "contentType": "image/svg+xml", "width": 600, "height": 400}]
    }]);
    let street = article("kk", "/kk/қала/көше/", "Көше", "2026-03-09T09:00:00+05:00");
    Content::new(&settings).article(&well).article(&street).file("media/well.svg", DRAWING.as_bytes())
}

fn watch_the_policy(page: &Page) {
    let watch = "window.broken = []; addEventListener('securitypolicyviolation', event => broken.push(event.violatedDirective));";
    page.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": watch }));
}

fn the_policy_holds(page: &Page) {
    assert_eq!(page.value("broken"), json!([]), "what the policy forbids on {}", page.path());
}

/// Also without the final slash, and with letters of Kazakh in the address; and after a reload.
fn deep_links_are_pages_and_come_to_life(page: &Page, address: &str) {
    for (path, heading) in [(WELL, "A deep well"), ("learn/well", "A deep well"), (KAZAKH, "Көше")] {
        page.open(&format!("{address}{path}"));
        page.wait_for_heading(heading);
        assert!(page.path().ends_with(&format!("{}/", path.trim_end_matches('/'))), "{}", page.path());
        page.reload();
        page.wait_for_heading(heading);
        the_policy_holds(page);
    }
}

fn links_lead_on_and_back(page: &Page, address: &str, base: &str) {
    page.open(&format!("{address}{WELL}"));
    page.wait_until("document.querySelector('article figure img').naturalWidth > 0");
    page.click(".breadcrumbs li:nth-child(2) a");
    page.wait_for_heading("Learn");
    assert_eq!(page.path(), format!("{base}learn/"));
    page.back();
    page.wait_for_heading("A deep well");
    page.click_named("Қазақша");
    page.wait_until("document.documentElement.lang === 'kk'");
    assert_eq!(page.path(), format!("{base}kk/"));
    page.back();
    page.wait_for_heading("A deep well");
    the_policy_holds(page);
}

fn the_report_dialog_opens(page: &Page) {
    page.click_named("Found a bug?");
    page.wait_for("dialog[open]");
    page.press(Key::Escape);
    page.wait_until("!document.querySelector('dialog[open]')");
    the_policy_holds(page);
}

fn unknown_addresses_say_so(page: &Page, address: &str) {
    page.expect_in_console("404");
    page.open(&format!("{address}nowhere/"));
    page.wait_for_heading("Page not found");
    page.click("main a");
    page.wait_for("main h2 a");
    the_policy_holds(page);
}
