//! Hearing an article.

use serde_json::json;
use thirtyfour::Key;

use crate::comfort::{PATH, before_each_page, pier, site_of};
use crate::steps::{follow, tab_to, text};
use crate::support::{Device, in_browser};

/// A voice that says nothing aloud: what it is given is in `said`, and `finish()` ends what it says.
pub const VOICE: &str = "
    window.said = []; window.stopped = 0;
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text } };
    const voices = [];
    const synthesis = new EventTarget();
    Object.assign(synthesis, {
        getVoices: () => voices,
        speak: it => { said.push(`${it.lang}: ${it.text.trim()}`); window.finish = () => it.onend(); window.fail = () => it.onerror({ error: 'network' }) },
        cancel: () => { window.stopped++ },
    });
    window.addVoice = lang => { voices.push({ lang }); synthesis.dispatchEvent(new Event('voiceschanged')) };
    Object.defineProperty(window, 'speechSynthesis', { value: synthesis });";

/// Whether the button that begins is seen.
const IS_OFFERED: &str = "document.getElementById('listen').checkVisibility({visibilityProperty: true})";

#[test]
fn an_article_is_read_block_by_block_where_there_is_a_voice() {
    let site = site_of(&pier("<p>One.</p><hr><p>Two.</p>"));
    in_browser(Device::Phone, |page| {
        before_each_page(page, VOICE);
        page.open(&site.url(PATH));
        page.run("addVoice('ru-RU')", Vec::new());
        assert_eq!(page.value(IS_OFFERED), json!(false), "no voice speaks English");
        let top = page.value("document.querySelector('.body').getBoundingClientRect().top");
        page.run("addVoice('en_GB')", Vec::new());
        page.wait_until(IS_OFFERED);
        assert_eq!(
            page.value("document.querySelector('.body').getBoundingClientRect().top"),
            top,
            "nothing moves"
        );
        tab_to(page, "it.innerText === 'Listen'");
        page.press(Key::Enter);
        let spoken = "document.querySelector('[data-spoken]')?.innerText";
        page.wait_until(&format!("{spoken} === 'The pier'"));
        page.run("finish()", Vec::new());
        page.run("finish()", Vec::new());
        page.wait_until(&format!("{spoken} === 'One.'"));
        page.press(Key::Tab);
        assert_eq!(text(page, "document.activeElement.innerText"), "Pause");
        page.press(Key::Enter);
        page.wait_until("document.activeElement.innerText === 'Go on'");
        page.run("finish()", Vec::new());
        assert_eq!(text(page, spoken), "One.", "the end of what was broken off goes nowhere");
        page.press(Key::Enter);
        page.run("finish()", Vec::new());
        page.wait_until(&format!("{spoken} === 'Two.'"));
        let said = ["The pier", "The pier: the short of it.", "One.", "One.", "Two."];
        assert_eq!(page.value("said"), json!(said.map(|words| format!("en: {words}"))));
        tab_to(page, "it.innerText === 'Stop'");
        page.press(Key::Enter);
        page.wait_until("document.activeElement.id === 'listen' && !document.querySelector('[data-spoken]')");
        page.press(Key::Enter);
        page.wait_until("document.querySelector('[data-spoken]')");
        let stopped = page.value("stopped").as_u64();
        follow(page, "/");
        page.wait_until("location.pathname === '/'");
        page.wait("for the voice to stop", || page.value("stopped").as_u64() > stopped);
    });
}

#[test]
fn a_long_block_is_read_in_parts_of_whole_sentences() {
    let sentences = "The pier stands on larch. ".repeat(12);
    let site = site_of(&pier(&format!("<p>{sentences}</p><p>Two.</p>")));
    in_browser(Device::Phone, |page| {
        before_each_page(page, VOICE);
        page.open(&site.url(PATH));
        page.run("addVoice('en-GB')", Vec::new());
        page.wait_until(IS_OFFERED);
        page.click_named("Listen");
        let spoken = "document.querySelector('[data-spoken]')?.innerText";
        page.wait_until("said.length === 1");
        // Headline, lead, both parts of the long block, the short one.
        for said in 2..=5 {
            page.run("finish()", Vec::new());
            page.wait_until(&format!("said.length === {said}"));
            let is_long = page.value(&format!("{spoken}.startsWith('The pier stands')"));
            assert_eq!(is_long, json!(said == 3 || said == 4), "part {said}");
        }
        let part = ["The pier stands on larch."; 6].join(" ");
        assert_eq!(
            page.value("said.slice(2)"),
            json!([format!("en: {part}"), format!("en: {part}"), "en: Two.".to_owned()])
        );
    });
}

#[test]
fn a_voice_that_fails_says_so_and_the_keyboard_finds_its_place_again() {
    let site = site_of(&pier("<p>One.</p>"));
    in_browser(Device::Phone, |page| {
        before_each_page(page, VOICE);
        page.open(&site.url(PATH));
        page.wait_for_program();
        page.run("addVoice('en-GB')", Vec::new());
        page.wait_until(IS_OFFERED);
        tab_to(page, "it.innerText === 'Listen'");
        page.press(Key::Enter);
        page.wait_until("document.querySelector('.listen-bar')");
        tab_to(page, "it.innerText === 'Pause'");
        page.run("fail()", Vec::new());
        page.wait_until(
            "document.querySelector('.tools-told').innerText === 'Your browser could not read this aloud.'",
        );
        page.wait_until(
            "document.activeElement.id === 'listen' && !document.querySelector('.listen-bar, [data-spoken]')",
        );
        assert_eq!(page.value("said.length"), json!(1), "the other parts would fail in the same way");
        // At the end of the text, too.
        page.press(Key::Enter);
        page.wait_until("said.length === 2 && !document.querySelector('.tools-told').innerText");
        tab_to(page, "it.innerText === 'Pause'");
        for said in 3..=4 {
            page.run("finish()", Vec::new());
            page.wait_until(&format!("said.length === {said}"));
        }
        page.run("finish()", Vec::new());
        page.wait_until("document.activeElement.id === 'listen' && !document.querySelector('.listen-bar')");
    });
}
