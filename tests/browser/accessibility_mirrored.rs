//! No page that runs from right to left breaks a rule of axe-core either: in light and dark, on a phone and on a desktop.

use broadsheet::locale::{Locale, Message};
use thirtyfour::Key;

use crate::accessibility::{Inspection, LOOKS, inspect};
use crate::comforts_everywhere::{ARABIC, long_article};
use crate::editions;
use crate::four_editions::{self, all_editions, locale};
use crate::steps::{tab_to, until};
use crate::support::newsroom::DRAWING;
use crate::support::{Content, Fallback, Site, in_browser};

#[test]
fn no_rule_is_broken_from_right_to_left() {
    for (device, look) in LOOKS {
        let site = editions::site();
        in_browser(device, |page| {
            page.expect_in_console("Failed to load resource");
            inspect(page, &site, look, |inspection| {
                for path in ["/ar/", "/ar/learn/", "/ar/no/such/"] {
                    inspection.open(path, "document.documentElement.dir === 'rtl'");
                    inspection.page.wait_for("main a");
                    inspection.inspect(path);
                }
                inspection.viewer("/ar/learn/bridge/");
            });
        });
    }
}

#[test]
fn no_rule_is_broken_in_lists_from_right_to_left() {
    let site = four_editions::site();
    for (device, look) in LOOKS {
        in_browser(device, |page| {
            inspect(page, &site, look, |inspection| {
                let places = ["/ar/topics/bridges/", "/ar/people/assel/", "/ar/topics/", "/ar/learn/page/1/"];
                for path in places {
                    inspection.open(path, "document.querySelectorAll('main h2 a').length > 0");
                    inspection.inspect(path);
                }
                inspection.open("/ar/imprint/", "document.querySelector('article h1')");
                inspection.inspect("a standing page");
            });
        });
    }
}

fn article_site() -> Site {
    let drawing = DRAWING.as_bytes();
    let content = Content::new(&all_editions()).article(&long_article(&ARABIC));
    content.file("media/one.svg", drawing).file("media/two.svg", drawing).serve(Fallback::NotFoundPage)
}

/// Presses the key where the element is that reads as the message does.
fn press_on(inspection: &Inspection<'_>, locale: &Locale, message: Message, key: Key) {
    tab_to(inspection.page, &format!("it.innerText === '{}'", locale.text(message)));
    inspection.page.press(key);
}

fn comforts(inspection: &mut Inspection<'_>, locale: &Locale) {
    let page = inspection.page;
    inspection.open("/ar/learn/bridge/", "document.querySelector('article h1')");
    page.run("Navigator.prototype.share = undefined", Vec::new());
    press_on(inspection, locale, Message::Share, Key::Enter);
    until(page, "document.querySelector('.share').open");
    inspection.inspect("the ways to share");
    press_on(inspection, locale, Message::Save, Key::Enter);
    until(page, "document.activeElement.ariaPressed === 'true'");
    press_on(inspection, locale, Message::Contents, Key::Enter);
    until(page, "document.querySelector('.contents a').checkVisibility()");
    inspection.inspect("a saved article, and its parts");
}

fn dialog(inspection: &mut Inspection<'_>, locale: &Locale) {
    let page = inspection.page;
    press_on(inspection, locale, Message::ReportOpen, Key::Enter);
    until(page, "document.activeElement.type === 'radio'");
    inspection.inspect("the report dialog's form");
    press_on(inspection, locale, Message::ReportToPreview, Key::Enter);
    until(page, "document.querySelector('dialog [role=alert]:not(:empty)')");
    inspection.inspect("the form with something missing");
    page.click("dialog [type=radio]");
    page.click("#report-comment");
    page.press(ARABIC.word);
    press_on(inspection, locale, Message::ReportToPreview, Key::Enter);
    until(page, &format!("document.activeElement.innerText === '{}'", locale.text(Message::ReportPreview)));
    inspection.inspect("the report's preview");
}

#[test]
fn no_rule_is_broken_by_what_opens_from_right_to_left() {
    let locale = locale(ARABIC.root);
    for (device, look) in LOOKS {
        // Of its own, since what is saved is the site's.
        let site = article_site();
        in_browser(device, |page| {
            inspect(page, &site, look, |inspection| {
                comforts(inspection, &locale);
                dialog(inspection, &locale);
                inspection.open("/ar/saved/", "document.querySelector('main h2 a')");
                inspection.inspect("the saved articles");
                let search = format!("/ar/search/?q={}", ARABIC.word);
                inspection.open(&search, "document.querySelector('.search-found mark')");
                inspection.inspect("what was found");
            });
        });
    }
}
