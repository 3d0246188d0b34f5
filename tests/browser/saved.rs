//! Articles saved for later.

use serde_json::json;
use thirtyfour::Key;

use crate::comfort::{HEADLINE, PATH, on_pier, pier, without_script};
use crate::steps::{tab_to, text};
use crate::support::{Device, Site, in_browser};

#[test]
fn an_article_is_saved_listed_offline_exported_and_removed() {
    on_pier(&pier("<p>Text.</p>"), Device::Phone, |page, _| {
        // The look for a newer version of the article may fall into the time without a network.
        page.expect_in_console("ERR_INTERNET_DISCONNECTED");
        let pressed = || page.attribute(".save", "aria-pressed");
        tab_to(page, "it.innerText === 'Save'");
        assert_eq!(pressed().as_deref(), Some("false"));
        page.press(" ");
        page.wait_until("document.querySelector('.save').ariaPressed === 'true'");
        page.set_offline(true);
        page.click_named("Saved articles");
        page.wait_for_heading("Saved articles");
        assert_eq!(page.texts("main h2 a"), [HEADLINE]);
        assert_eq!(page.attribute("main h2 a", "href").as_deref(), Some(PATH));
        page.set_offline(false);
        let catch = "URL.createObjectURL = blob => { blob.text().then(text => { window.exported = text }); return '#' }";
        page.run(catch, Vec::new());
        tab_to(page, "it.innerText === 'Export the list'");
        page.press(Key::Enter);
        page.wait_until("window.exported");
        let exported = page.value("JSON.parse(exported).items.map(item => item.headlines[0].value)");
        assert_eq!(exported, json!([HEADLINE]));
        // The button that removes stands before it.
        while !text(page, "document.activeElement.textContent").starts_with("Remove") {
            page.press_with(Key::Shift, Key::Tab);
        }
        assert_eq!(text(page, "document.activeElement.textContent"), "Remove The pier");
        page.press(Key::Enter);
        page.wait_until("document.querySelector('main [role=status]').innerText.includes('no longer')");
        page.wait_until("document.activeElement === document.querySelector('main h1')");
        assert_eq!(page.count("main h2 a"), 0);
        assert!(page.text("main").contains("You have saved no articles yet."));
    });
}

#[test]
fn what_another_tab_saves_is_seen_and_a_full_storage_is_a_sentence() {
    on_pier(&pier("<p>Text.</p>"), Device::Phone, |page, site| {
        page.wait_until("document.querySelector('.save').ariaPressed === 'false'");
        // A document of its own, as another tab is.
        let other = "const frame = document.createElement('iframe'); frame.hidden = true; \
            document.body.append(frame); frame.contentWindow.localStorage.setItem('broadsheet:saved:/:/learn/pier/', '1\\n{}');";
        page.run(other, Vec::new());
        page.wait_until("document.querySelector('.save').ariaPressed === 'true'");
        page.run("document.querySelector('iframe').remove(); localStorage.clear()", Vec::new());
        page.open(&site.url(PATH));
        let full =
            "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }";
        page.run(full, Vec::new());
        page.click_named("Save");
        page.wait_until("document.querySelector('.tools-told').innerText.includes('no room left')");
        assert_eq!(page.attribute(".save", "aria-pressed").as_deref(), Some("false"));
    });
}

#[test]
fn the_page_of_saved_articles_is_in_every_edition_and_says_what_it_needs() {
    let site = Site::demo();
    in_browser(Device::Phone, |page| {
        without_script(page);
        for (path, name) in [
            ("/saved/", "Saved articles"),
            ("/ru/saved/", "Сохранённые статьи"),
            ("/kk/saved/", "Сақталған мақалалар"),
        ] {
            page.visit(&site.url(path));
            assert_eq!(page.text("main h1"), name);
            assert!(page.text(".saved-script").contains("JavaScript"));
            let shown = page.value("document.querySelector('.saved-script').checkVisibility()");
            assert_eq!(shown, json!(true));
            assert_eq!(page.attribute("meta[name=robots]", "content").as_deref(), Some("noindex"));
            assert_eq!(page.count(&format!("footer a[href='{path}']")), 1);
        }
    });
}
