//! The comforts of reading: corrections, contents, sharing, the size of the text, newer versions.

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::returning::remembered;
use crate::steps::{follow, tab_to, text, until};
use crate::support::newsroom::{article, settings};
use crate::support::{Answer, Content, Device, Fallback, Page, Site, in_browser};

pub const PATH: &str = "/learn/pier/";
pub const HEADLINE: &str = "The pier";
pub const TIME: &str = "2026-10-05T09:00:00+05:00";

/// An article at [`PATH`] with this body.
pub fn pier(html: &str) -> Value {
    let mut pier = article("en", PATH, HEADLINE, TIME);
    pier["bodies"][0]["value"] = json!(html);
    pier
}

/// An article of three parts that takes some minutes.
fn long_article() -> Value {
    let words = format!("<p>{}</p>", "Planks and nails. ".repeat(110));
    pier(&format!("<h2>Planks</h2>{words}<h2>Желдер</h2>{words}<h2>Nails</h2>{words}"))
}

pub fn site_of(article: &Value) -> Site {
    Content::new(&settings()).article(article).serve(Fallback::NotFoundPage)
}

pub fn on_pier(article: &Value, device: Device, test: impl FnOnce(&Page, &Site)) {
    let site = site_of(article);
    in_browser(device, |page| {
        page.open(&site.url(PATH));
        page.wait_for_heading(HEADLINE);
        test(page, &site);
    });
}

/// Has a script run before those of every page.
pub fn before_each_page(page: &Page, script: &str) {
    page.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({"source": script}));
}

pub fn without_script(page: &Page) {
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
        assert_eq!(page.texts(".dates .corrected"), ["Corrected 4 July 2014"]);
        let before = "document.querySelector('[role=note]').previousElementSibling.textContent";
        assert_eq!(text(page, before), "It was built in 1977.");
        assert_eq!(page.text("[role=note]"), "Corrected 4 July 2014. It was not 1978.");
        // What has no place in the text stands above it.
        assert_eq!(page.texts("section[aria-label=Corrections] li"), ["The builder’s name was misspelt."]);
        let above = "document.querySelector('section[aria-label=Corrections]') \
            .compareDocumentPosition(document.querySelector('.body')) & Node.DOCUMENT_POSITION_FOLLOWING";
        assert_ne!(page.value(above), json!(0));
        page.click(".dates [href='#correction-1']");
        page.wait_until("document.querySelector(':target')?.checkVisibility()");
        assert_eq!(page.text(":target"), "Corrected 4 July 2014. It was not 1978.");
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

/// The ways to share: what each is called, its address as the service documents it, and what the article's address and its
/// headline are called there.
const WAYS: [(&str, &str, &str, Option<&str>); 6] = [
    ("Telegram", "https://t.me/share/url", "url", Some("text")),
    ("WhatsApp", "https://wa.me/", "text", None),
    ("VK", "https://vk.com/share.php", "url", Some("title")),
    ("X", "https://x.com/intent/post", "url", Some("text")),
    ("Facebook", "https://www.facebook.com/sharer/sharer.php", "u", None),
    ("E-mail", "mailto:", "body", Some("subject")),
];

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
        let links =
            page.value("[...document.querySelectorAll('.share a')].map(it => [it.innerText, it.href])");
        let links = links.as_array().cloned().unwrap_or_default();
        assert_eq!(links.len(), WAYS.len(), "{links:?}");
        for (link, (name, place, parameter, headline)) in links.iter().zip(WAYS) {
            assert_eq!(link[0], json!(name));
            let href = link[1].as_str().unwrap_or_default();
            let (begin, query) = href.split_once('?').unwrap_or_default();
            assert_eq!(begin, place);
            let mut expected = vec![format!("{parameter}={address}")];
            expected.extend(headline.map(|parameter| format!("{parameter}=The%20pier")));
            assert_eq!(query.split('&').collect::<Vec<_>>(), expected, "{name}");
        }
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
        // Said again, it is heard again: what was said goes, and comes anew.
        let hear = "window.heard = []; const told = document.querySelector('.share [role=status]'); \
            new MutationObserver(() => heard.push(told.textContent)) \
                .observe(told, { childList: true, characterData: true, subtree: true })";
        page.run(hear, Vec::new());
        page.press(Key::Enter);
        page.wait_until("heard.length === 2");
        assert_eq!(page.value("heard"), json!(["", "Link copied."]));
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
        let refuse =
            "Navigator.prototype.share = async () => { throw new DOMException('no', 'NotAllowedError') }";
        page.run(refuse, Vec::new());
        page.click(".share summary");
        page.wait_until("document.querySelector('.share').open");
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
        // The program takes scrolling into its own hands.
        let watch = "new MutationObserver(() => {
            if (document.documentElement?.dataset.size) window.restoration ??= history.scrollRestoration;
        }).observe(document, { attributes: true, subtree: true })";
        before_each_page(page, watch);
        page.reload();
        assert_eq!(
            page.value("window.restoration"),
            json!("auto"),
            "the size is there before the program is"
        );
        assert_eq!(page.value(size).as_f64(), Some(largest));
        assert_eq!(page.value("document.querySelector('.text-size').value"), json!("largest"));
        let widths = page.value("document.documentElement.scrollWidth - innerWidth");
        assert_eq!(widths, json!(0), "nothing sticks out");
        page.run("const it = document.querySelector('.text-size'); it.value = ''; it.dispatchEvent(new Event('change'))", Vec::new());
        page.wait_until("!document.documentElement.dataset.size && !localStorage.getItem('broadsheet:size')");
    });
}

#[test]
fn what_is_newer_is_noticed_on_return_and_marked() {
    let site = site_of(&pier("<p>One.</p><p>Two.</p>"));
    let mut newer = pier("<p>One.</p><p>Two, or so.</p><p>Three.</p>");
    newer["versionCreated"] = json!("2026-10-06T09:00:00+05:00");
    let document = format!("{PATH}article.json");
    let asked = || site.paths().iter().filter(|path| **path == document).count();
    // The browser keeps the answer, and asks whether it still holds.
    let first = Answer::json(site.read(&document[1..])).header("ETag", "\"1\"");
    site.answer(&document, first.header("Cache-Control", "no-cache"));
    in_browser(Device::Phone, |page| {
        page.open(&site.url(PATH));
        page.wait("for the first look", || asked() == 1);
        page.wait_until(&remembered(PATH));
        site.answer(&document, Answer::json(newer.to_string()));
        let come_back =
            "window.dispatchEvent(new Event('focus')); document.dispatchEvent(new Event('visibilitychange'))";
        page.run(come_back, Vec::new());
        page.run("const now = Date.now; Date.now = () => now() + 61000", Vec::new());
        page.run(come_back, Vec::new());
        page.wait_for(".newer button");
        assert_eq!(asked(), 2, "at most once a minute");
        let looks = site.requests().into_iter().filter(|request| request.path == document);
        let known: Vec<Option<String>> =
            looks.map(|mut request| request.headers.remove("if-none-match")).collect();
        assert_eq!(known, [None, Some("\"1\"".to_owned())], "what is known need not be sent again");
        assert_eq!(page.texts(".body p"), ["One.", "Two."], "nothing changes under the reader's eyes");
        tab_to(page, "it.innerText === 'Show it'");
        page.press(Key::Enter);
        page.wait_until("document.querySelectorAll('.body p').length === 3");
        let marks = "[...document.querySelectorAll('.body > p')].map(it => it.dataset.change ?? '')";
        assert_eq!(page.value(marks), json!(["", "Changed", "New"]));
        let shown = "getComputedStyle(document.querySelector('[data-change]'), '::before').content";
        assert!(text(page, shown).contains("Changed"), "{}", text(page, shown));
        tab_to(page, "it.innerText === 'Hide the marks'");
        page.press(Key::Enter);
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
