//! The comforts of reading: corrections, contents, sharing, saving, the size of the text, listening, newer versions.

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::steps::{follow, tab_to, text, until};
use crate::support::newsroom::{article, settings};
use crate::support::{Answer, Content, Device, Fallback, Page, Site, in_browser};

const PATH: &str = "/learn/pier/";
const HEADLINE: &str = "The pier";
const TIME: &str = "2026-10-05T09:00:00+05:00";

/// An article at [`PATH`] with this body.
fn pier(html: &str) -> Value {
    let mut pier = article("en", PATH, HEADLINE, TIME);
    pier["bodies"][0]["value"] = json!(html);
    pier
}

/// An article of three parts that takes some minutes.
fn long_article() -> Value {
    let words = format!("<p>{}</p>", "Planks and nails. ".repeat(110));
    pier(&format!("<h2>Planks</h2>{words}<h2>Желдер</h2>{words}<h2>Nails</h2>{words}"))
}

fn site_of(article: &Value) -> Site {
    Content::new(&settings()).article(article).serve(Fallback::NotFoundPage)
}

fn on_pier(article: &Value, device: Device, test: impl FnOnce(&Page, &Site)) {
    let site = site_of(article);
    in_browser(device, |page| {
        page.open(&site.url(PATH));
        page.wait_for_heading(HEADLINE);
        test(page, &site);
    });
}

/// Has a script run before those of every page.
fn before_each_page(page: &Page, script: &str) {
    page.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({"source": script}));
}

fn without_script(page: &Page) {
    page.devtools("Emulation.setScriptExecutionDisabled", &json!({"value": true}));
}

#[test]
fn a_correction_is_named_at_the_top_and_stands_where_it_belongs() {
    let mut corrected = pier("<p>It is long.</p><p>It was built in 1977.</p><p>It stands.</p>");
    corrected["x"]["corrections"] = json!([
        {"date": "2014-07-04T10:00:00+06:00", "text": "It was not 1978.", "quote": "built in 1977"},
        {"text": "The builder’s name was misspelt."}
    ]);
    on_pier(&corrected, Device::Phone, |page, _| {
        assert_eq!(page.texts(".dates .corrected"), ["Corrected 4 July 2014", "Corrected"]);
        let before = "document.querySelector('[role=note]').previousElementSibling.textContent";
        assert_eq!(text(page, before), "It was built in 1977.");
        assert_eq!(page.text("[role=note]"), "Corrected 4 July 2014. It was not 1978.");
        assert_eq!(page.texts("section[aria-label=Corrections] li"), ["The builder’s name was misspelt."]);
        for target in [".dates [href='#correction-1']", ".dates [href='#correction-2']"] {
            page.click(target);
            page.wait_until("document.querySelector(':target')?.checkVisibility()");
        }
        assert_eq!(page.text(":target"), "The builder’s name was misspelt.");
    });
}

#[test]
fn a_long_article_says_how_long_it_takes_and_lists_its_parts() {
    on_pier(&long_article(), Device::Phone, |page, site| {
        assert_eq!(page.text(".dates .reading-time"), "5 min read");
        assert_eq!(page.texts("nav[aria-label='In this article'] li"), ["Planks", "Желдер", "Nails"]);
        tab_to(page, "it.tagName === 'SUMMARY' && it.innerText === 'In this article'");
        page.press(Key::Enter);
        tab_to(page, "it.innerText === 'Желдер'");
        page.press(Key::Enter);
        page.wait_until("document.querySelector('h2:target')?.innerText === 'Желдер'");
        let at_top = "Math.abs(document.querySelector(':target').getBoundingClientRect().top) < 60";
        page.wait_until(at_top);
        // A link to a part from elsewhere leads there, too, although the page is drawn by the program.
        page.open(&site.url("/"));
        follow(page, &format!("{PATH}#part-желдер"));
        page.wait_for_heading(HEADLINE);
        page.wait_until("Math.abs(document.getElementById('part-желдер').getBoundingClientRect().top) < 60");
    });
    on_pier(&pier("<h2>One</h2><h2>Two</h2><h2>Three</h2>"), Device::Phone, |page, _| {
        assert_eq!(page.text(".dates .reading-time"), "1 min read");
        assert_eq!(page.count("nav[aria-label='In this article']"), 0, "a short article lists nothing");
    });
}

#[test]
fn without_script_the_parts_and_the_ways_to_share_open_by_themselves() {
    let site = site_of(&long_article());
    in_browser(Device::Phone, |page| {
        without_script(page);
        page.visit(&site.url(PATH));
        for (opener, within) in [(".contents summary", ".contents a"), (".share summary", ".share a")] {
            page.click(opener);
            let shown = format!("document.querySelector('{within}').checkVisibility()");
            page.wait(&format!("for {within}"), || page.value(&shown) == json!(true));
        }
        let address = "https%3A%2F%2Fgazette.example%2Flearn%2Fpier%2F";
        let hrefs = page.value("[...document.querySelectorAll('.share a')].map(link => link.href)");
        let hrefs: Vec<&str> = hrefs.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        assert_eq!(hrefs.len(), 6);
        assert!(hrefs.iter().all(|href| href.contains(address)), "{hrefs:?}");
        for tool in ["Save", "Listen", "Copy link"] {
            let shown = format!(
                "[...document.querySelectorAll('button')].some(it => it.textContent === '{tool}' && it.checkVisibility())"
            );
            assert_eq!(page.value(&shown), json!(false), "{tool} needs the program");
        }
    });
}

#[test]
fn a_link_is_copied_and_escape_leads_back() {
    on_pier(&pier("<p>Text.</p>"), Device::Desktop, |page, _| {
        page.run("navigator.clipboard.writeText = async text => { window.copied = text }", Vec::new());
        page.run("Navigator.prototype.share = undefined", Vec::new());
        tab_to(page, "it.innerText === 'Share'");
        page.press(Key::Enter);
        tab_to(page, "it.innerText === 'Copy link'");
        page.press(Key::Enter);
        page.wait_until("document.querySelector('.share [role=status]').innerText === 'Link copied.'");
        assert_eq!(text(page, "window.copied"), "https://gazette.example/learn/pier/");
        page.press(Key::Escape);
        page.wait_until("!document.querySelector('.share').open");
        assert_eq!(text(page, "document.activeElement.innerText"), "Share");
        // The focus that goes elsewhere closes it, too.
        page.press(Key::Enter);
        page.wait_until("document.querySelector('.share').open");
        tab_to(page, "it.innerText === 'Save'");
        page.wait_until("!document.querySelector('.share').open");
    });
}

#[test]
fn the_systems_sheet_is_used_where_there_is_one() {
    on_pier(&pier("<p>Text.</p>"), Device::Phone, |page, _| {
        let script = "Navigator.prototype.share = async data => { window.shared = data }";
        page.run(script, Vec::new());
        page.click(".share summary");
        page.wait_until("window.shared");
        let shared = page.value("[shared.title, shared.url, document.querySelector('.share').open]");
        assert_eq!(shared, json!([HEADLINE, "https://gazette.example/learn/pier/", false]));
    });
}

#[test]
fn an_article_is_saved_listed_offline_exported_and_removed() {
    on_pier(&pier("<p>Text.</p>"), Device::Phone, |page, _| {
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
        page.click_named("Export the list");
        page.wait_until("window.exported");
        let exported = page.value("JSON.parse(exported).items.map(item => item.headlines[0].value)");
        assert_eq!(exported, json!([HEADLINE]));
        tab_to(page, "it.innerText.startsWith('Remove')");
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
            document.body.append(frame); frame.contentWindow.localStorage.setItem('broadsheet:saved:/learn/pier/', '1\\n{}');";
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
            assert_eq!(page.attribute(".saved-link", "href").as_deref(), Some(path));
        }
    });
}

#[test]
fn the_size_of_the_text_is_remembered_and_there_from_the_start() {
    on_pier(&pier("<p>Text.</p>"), Device::Phone, |page, _| {
        let size = "parseFloat(getComputedStyle(document.querySelector('.body p')).fontSize)";
        let normal = page.value(size).as_f64().expect("a size");
        tab_to(page, "it.ariaLabel === 'Text size'");
        page.press(Key::End);
        page.wait_until("document.documentElement.dataset.size === 'largest'");
        let largest = page.value(size).as_f64().expect("a size");
        assert!(largest > 1.3 * normal, "{normal} to {largest}");
        before_each_page(
            page,
            "document.addEventListener('DOMContentLoaded', () => { window.program = history.scrollRestoration })",
        );
        page.reload();
        assert_eq!(page.value(size).as_f64(), Some(largest));
        assert_eq!(page.value("document.querySelector('.text-size').value"), json!("largest"));
        let widths = page.value("document.documentElement.scrollWidth - innerWidth");
        assert_eq!(widths, json!(0), "nothing sticks out");
        page.run("const it = document.querySelector('.text-size'); it.value = ''; it.dispatchEvent(new Event('change'))", Vec::new());
        page.wait_until("!document.documentElement.dataset.size && !localStorage.getItem('broadsheet:size')");
    });
}

/// A voice that says nothing aloud: what it is given is in `said`, and `finish()` ends what it says.
const VOICE: &str = "
    window.said = []; window.stopped = 0;
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text } };
    const voices = [];
    const synthesis = new EventTarget();
    Object.assign(synthesis, {
        getVoices: () => voices,
        speak: it => { said.push(`${it.lang}: ${it.text.trim()}`); window.finish = () => it.onend() },
        cancel: () => { window.stopped++ },
    });
    window.addVoice = lang => { voices.push({ lang }); synthesis.dispatchEvent(new Event('voiceschanged')) };
    Object.defineProperty(window, 'speechSynthesis', { value: synthesis });";

#[test]
fn an_article_is_read_block_by_block_where_there_is_a_voice() {
    let site = site_of(&pier("<p>One.</p><hr><p>Two.</p>"));
    in_browser(Device::Phone, |page| {
        before_each_page(page, VOICE);
        page.open(&site.url(PATH));
        let visible = "document.getElementById('listen').checkVisibility({visibilityProperty: true})";
        page.run("addVoice('ru-RU')", Vec::new());
        assert_eq!(page.value(visible), json!(false), "no voice speaks English");
        let top = page.value("document.querySelector('.body').getBoundingClientRect().top");
        page.run("addVoice('en_GB')", Vec::new());
        page.wait_until(visible);
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
fn what_is_newer_is_noticed_on_return_and_marked() {
    let site = site_of(&pier("<p>One.</p><p>Two.</p>"));
    let mut newer = pier("<p>One.</p><p>Two, or so.</p><p>Three.</p>");
    newer["versionCreated"] = json!("2026-10-06T09:00:00+05:00");
    let document = format!("{PATH}article.json");
    let asked = || site.paths().iter().filter(|path| **path == document).count();
    in_browser(Device::Phone, |page| {
        page.open(&site.url(PATH));
        page.wait("for the first look", || asked() == 1);
        site.answer(&document, Answer::json(newer.to_string()));
        let come_back =
            "window.dispatchEvent(new Event('focus')); document.dispatchEvent(new Event('visibilitychange'))";
        page.run(come_back, Vec::new());
        page.run("const now = Date.now; Date.now = () => now() + 61000", Vec::new());
        page.run(come_back, Vec::new());
        page.wait_for(".newer button");
        assert_eq!(asked(), 2, "at most once a minute");
        assert_eq!(page.texts(".body p"), ["One.", "Two."], "nothing changes under the reader's eyes");
        page.click_named("Show it");
        page.wait_until("document.querySelectorAll('.body p').length === 3");
        let marks = "[...document.querySelectorAll('.body > p')].map(it => it.dataset.change ?? '')";
        assert_eq!(page.value(marks), json!(["", "Changed", "New"]));
        let shown = "getComputedStyle(document.querySelector('[data-change]'), '::before').content";
        assert!(text(page, shown).contains("Changed"), "{}", text(page, shown));
        page.click_named("Hide the marks");
        page.wait_until("document.activeElement === document.querySelector('main h1')");
        assert_eq!(text(page, shown), "none");
        assert_eq!(page.count(".newer"), 0);
    });
}

#[test]
fn the_tools_fit_a_phone_in_every_direction() {
    let mut settings = settings();
    settings["editions"] = json!([
        {"language": "ar", "label": "العربية", "path": "/"}, {"language": "ru", "label": "Русский", "path": "/ru/"},
        {"language": "kk", "label": "Қазақша", "path": "/kk/"}
    ]);
    let content = [("ar", "/learn/a/"), ("ru", "/ru/learn/a/"), ("kk", "/kk/learn/a/")]
        .iter()
        .fold(Content::new(&settings), |content, (language, path)| {
            content.article(&article(language, path, "Заголовок", TIME))
        });
    let site = content.serve(Fallback::NotFoundPage);
    in_browser(Device::NarrowPhone, |page| {
        page.run("Navigator.prototype.share = undefined", Vec::new());
        for path in ["/learn/a/", "/ru/learn/a/", "/kk/learn/a/"] {
            page.open(&site.url(path));
            page.run("Navigator.prototype.share = undefined", Vec::new());
            page.click(".share summary");
            page.wait_until("document.querySelector('.share').open");
            let out = page.value(
                "[...document.querySelectorAll('.tools *')].filter(it => { const box = it.getBoundingClientRect(); \
                    return box.right > innerWidth + 0.5 || box.left < -0.5 }).map(it => it.outerHTML.slice(0, 80))",
            );
            assert_eq!(out, json!([]), "what sticks out on {path}");
            let low = page.value(
                "[...document.querySelectorAll('.tools > * > summary, .tools > button, .tools > .size')] \
                    .filter(it => it.getBoundingClientRect().height < 44).map(it => it.textContent)",
            );
            assert_eq!(low, json!([]), "what is hard to touch on {path}");
            until(page, "document.documentElement.scrollWidth <= innerWidth");
        }
    });
}
