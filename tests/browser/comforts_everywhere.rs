//! The comforts of reading in every edition, from right to left as well, on a phone and on a desktop: one article that has
//! them all, and one journey past them.

use broadsheet::locale::{Locale, Message};
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::base_path::links_outside;
use crate::comfort::before_each_page;
use crate::four_editions::{all_editions, locale};
use crate::listening::VOICE;
use crate::steps::until;
use crate::support::newsroom::{self, article};
use crate::support::{Answer, Content, Device, Fallback, Page, Site, in_browser};

const PUBLISHED: &str = "2026-03-08T09:00:00+05:00";

/// A headline, the names of three parts, and a word that is said in the text again and again.
pub(crate) struct Words {
    pub root: &'static str,
    pub headline: &'static str,
    pub parts: [&'static str; 3],
    pub word: &'static str,
}

pub(crate) const ENGLISH: Words =
    Words { root: "/", headline: "A bridge opens", parts: ["Pillars", "Cables", "Tolls"], word: "river" };
pub(crate) const RUSSIAN: Words =
    Words {
        root: "/ru/", headline: "Открыли мост", parts: ["Опоры", "Тросы", "Плата"], word: "река"
    };
pub(crate) const KAZAKH: Words =
    Words {
        root: "/kk/", headline: "Көпір ашылды", parts: ["Тіректер", "Арқандар", "Ақысы"], word: "өзен"
    };
pub(crate) const ARABIC: Words =
    Words {
        root: "/ar/", headline: "افتتاح الجسر", parts: ["الأعمدة", "الكابلات", "الرسوم"], word: "نهر"
    };

pub(crate) fn long_article(words: &Words) -> Value {
    let language = if words.root == "/" { "en" } else { words.root.trim_matches('/') };
    let path = format!("{}learn/bridge/", words.root);
    let mut document = article(language, &path, words.headline, PUBLISHED);
    let text = format!("<p>{}</p>", format!("{} {}. ", words.headline, words.word).repeat(90));
    let picture = |name: &str| {
        format!("<figure><img src='/media/{name}.svg' width='1200' height='800' alt='1'></figure>")
    };
    let [one, two, three] = words.parts;
    let body = format!(
        "<h2>{one}</h2><p>1977</p><p>8 + 9</p>{text}{}<h2>{two}</h2>{text}{}<h2>{three}</h2>{text}\
         <iframe src='https://www.youtube.com/watch?v=aqz-KE-bpKQ' title='{one}'></iframe>",
        picture("one"),
        picture("two")
    );
    document["bodies"][0]["value"] = json!(body);
    document["x"]["corrections"] = json!([{"date": PUBLISHED, "text": three, "quote": "1977"}]);
    document
}

/// A reader's journey, in the words of one edition.
struct Journey<'a> {
    page: &'a Page,
    site: &'a Site,
    words: &'a Words,
    locale: &'a Locale,
    device: Device,
    /// Where the site lies on its host.
    base: &'a str,
}

impl Journey<'_> {
    fn text(&self, message: Message) -> String {
        self.locale.text(message)
    }

    /// A place of this edition, as it is on the host.
    fn place(&self, place: &str) -> String {
        [self.base, &self.words.root[1..], place].concat()
    }

    fn path(&self) -> String {
        self.place("learn/bridge/")
    }

    fn mirrored(&self) -> bool {
        self.page.attribute("html", "dir").as_deref() == Some("rtl")
    }

    /// Waits until the element that matches says the message.
    fn says(&self, selector: &str, message: Message) {
        let told = self.text(message);
        self.page.wait(&format!("for “{told}”"), || self.page.texts(selector).contains(&told));
    }

    fn contents_and_corrections(&self) {
        let Self { page, words, .. } = self;
        assert_eq!(page.text(".contents summary"), self.text(Message::Contents));
        page.click(".contents summary");
        page.click_named(words.parts[1]);
        let part = format!("document.querySelector('h2:target')?.innerText === '{}'", words.parts[1]);
        page.wait_until(&part);
        let stands = "document.querySelector('[role=note]').previousElementSibling.textContent";
        assert_eq!(page.value(stands), json!("1977"));
        assert!(page.text("[role=note]").contains(words.parts[2]));
        page.click(".dates [href='#correction-1']");
        page.wait_until("document.querySelector('.correction:target')?.checkVisibility()");
        // The dates, the contents and the note begin where the words of this language do.
        let side = if self.mirrored() { "right" } else { "left" };
        let edges = format!(
            "['.contents', '.body h2', '[role=note]'].map(it => document.querySelector(it).getBoundingClientRect().{side}) \
                .every((edge, index, edges) => Math.abs(edge - edges[0]) < 1)"
        );
        assert_eq!(page.value(&edges), json!(true), "what begins at one edge");
    }

    fn embed(&self) {
        let page = self.page;
        assert_eq!(page.count("iframe"), 0, "nothing loads before the reader says so");
        assert!(page.text(".embed-note").contains("YouTube"));
        page.click_named(&self.text(Message::EmbedShow));
        page.wait_for(".embed-box iframe");
        let skip = self.text(Message::EmbedSkip);
        until(page, &format!("document.activeElement.innerText === '{skip}'"));
    }

    /// The way onward is to the left where words run to the left: for keys, arrows on the screen, and fingers.
    fn viewer(&self) {
        let page = self.page;
        let shows = |picture: &str| {
            until(
                page,
                &format!("document.querySelector('#viewer[open] img').src.endsWith('{picture}.svg')"),
            );
        };
        page.click("#picture-1");
        shows("one");
        assert_eq!(page.attribute(".viewer-close", "aria-label"), Some(self.text(Message::ViewerClose)));
        let (onward, back) = if self.mirrored() { (Key::Left, Key::Right) } else { (Key::Right, Key::Left) };
        page.press(onward);
        shows("two");
        page.press(back);
        shows("one");
        let next = "(it => it.left + it.right > innerWidth)(document.querySelector('.viewer-next').getBoundingClientRect())";
        assert_eq!(page.value(next), json!(!self.mirrored()), "where the arrow onward stands");
        // The sign itself is mirrored by the browser, which knows it as one of a pair.
        let arrow = "(it => [it.content, it.direction])(getComputedStyle(document.querySelector('.viewer-next'), '::before'))";
        let direction = if self.mirrored() { "rtl" } else { "ltr" };
        assert_eq!(page.value(arrow), json!(["\"›\" / \"\"", direction]), "the sign of the arrow onward");
        if self.device == Device::Phone {
            let [from, over, to] = if self.mirrored() { [100, 200, 300] } else { [300, 200, 100] };
            for (kind, x) in [("touchStart", from), ("touchMove", over), ("touchMove", to)] {
                let points = json!([{ "x": x, "y": 400 }]);
                page.devtools("Input.dispatchTouchEvent", &json!({ "type": kind, "touchPoints": points }));
            }
            page.devtools("Input.dispatchTouchEvent", &json!({ "type": "touchEnd", "touchPoints": [] }));
        } else {
            page.click(".viewer-next");
        }
        shows("two");
        page.press(Key::Escape);
        until(page, "!document.querySelector('#viewer[open]') && document.activeElement.id === 'picture-2'");
    }

    fn share_and_listen(&self) {
        let page = self.page;
        page.run("Navigator.prototype.share = undefined", Vec::new());
        page.run("navigator.clipboard.writeText = async text => { window.copied = text }", Vec::new());
        page.click(".share summary");
        page.click_named(&self.text(Message::ShareCopy));
        self.says(".share [role=status]", Message::ShareCopied);
        assert_eq!(page.value("new URL(copied).pathname"), json!(self.path()));
        page.run("addVoice(document.documentElement.lang)", Vec::new());
        page.wait_until("document.getElementById('listen').checkVisibility({visibilityProperty: true})");
        page.click_named(&self.text(Message::Listen));
        let spoken =
            format!("document.querySelector('[data-spoken]')?.innerText === '{}'", self.words.headline);
        page.wait_until(&spoken);
        page.click_named(&self.text(Message::ListenStop));
        page.wait_until("!document.querySelector('[data-spoken]')");
    }

    fn newer_version(&self) {
        let Self { page, site, words, .. } = self;
        let document = format!("{}article.json", self.path());
        page.wait("for the first look", || site.paths().contains(&document));
        let mut newer = long_article(words);
        newer["versionCreated"] = json!("2026-10-06T09:00:00+05:00");
        let body = newer["bodies"][0]["value"].as_str().unwrap_or_default().replace("8 + 9", "8 + 9 + 10");
        newer["bodies"][0]["value"] = json!(body);
        site.answer(&document, Answer::json(newer.to_string()));
        page.run("const now = Date.now; Date.now = () => now() + 61000", Vec::new());
        page.run("window.dispatchEvent(new Event('focus'))", Vec::new());
        page.wait_for(".newer button");
        assert!(page.text(".newer").contains(&self.text(Message::NewerVersion)));
        page.click_named(&self.text(Message::NewerShow));
        page.wait_until("document.querySelector('.body').innerText.includes('8 + 9 + 10')");
        let mark =
            page.value("getComputedStyle(document.querySelector('[data-change]'), '::before').content");
        assert!(
            mark.as_str().is_some_and(|mark| mark.contains(&self.text(Message::ChangeChanged))),
            "{mark}"
        );
        page.click_named(&self.text(Message::NewerHide));
        page.wait_until("!document.querySelector('.newer')");
    }

    fn saved(&self) {
        let Self { page, words, .. } = self;
        page.click_named(&self.text(Message::Save));
        page.wait_until("document.querySelector('.save').ariaPressed === 'true'");
        page.click_named(&self.text(Message::Saved));
        page.wait_for_heading(&self.text(Message::Saved));
        assert_eq!(page.texts("main h2 a"), [words.headline]);
        page.run("document.querySelector('.saved-remove, main li button').click()", Vec::new());
        self.says("main p", Message::SavedNone);
    }

    fn search(&self) {
        let Self { page, words, .. } = self;
        if self.device == Device::Phone {
            page.click_named(&self.text(Message::Search));
            page.wait_for_heading(&self.text(Message::Search));
            page.click("main input[type=search]");
        } else {
            page.click(".masthead input[type=search]");
        }
        page.press(words.word);
        page.press(Key::Enter);
        page.wait("for what was found", || page.texts("main h2 a") == [words.headline]);
        assert_eq!(page.path(), self.place("search/"));
        let marks = page.texts("main mark");
        assert!(marks.iter().any(|mark| mark.to_lowercase().contains(words.word)), "{marks:?}");
    }
}

/// On a host where the site lies at `base`.
fn everything_is_there(words: &Words, device: Device, base: &str) {
    let drawing = newsroom::DRAWING.as_bytes();
    let locale = locale(words.root);
    let mut settings = all_editions();
    settings["base_path"] = json!(base);
    let content = Content::new(&settings).article(&long_article(words));
    let site =
        content.file("media/one.svg", drawing).file("media/two.svg", drawing).serve(Fallback::NotFoundPage);
    in_browser(device, |page| {
        page.devtools("Network.enable", &json!({}));
        page.devtools("Network.setBlockedURLs", &json!({ "urls": ["*youtube*"] }));
        page.expect_in_console("ERR_BLOCKED_BY_CLIENT");
        before_each_page(page, VOICE);
        let journey = Journey { page, site: &site, words, locale: &locale, device, base };
        page.open(&site.url(&journey.path()));
        page.wait_for_heading(words.headline);
        journey.newer_version();
        journey.contents_and_corrections();
        journey.viewer();
        journey.embed();
        journey.share_and_listen();
        let widths = page.value("(root => root.scrollWidth - root.clientWidth)(document.documentElement)");
        assert_eq!(widths, json!(0), "nothing sticks out of the page");
        assert_eq!(links_outside(page, base), json!([]), "of the article");
        journey.saved();
        journey.search();
        assert_eq!(links_outside(page, base), json!([]), "of the search");
    });
    let outside: Vec<String> = site.paths().into_iter().filter(|path| !path.starts_with(base)).collect();
    assert_eq!(outside, [""; 0], "requests that leave the path");
}

#[test]
fn every_comfort_is_there_in_english() {
    everything_is_there(&ENGLISH, Device::Phone, "/");
    everything_is_there(&ENGLISH, Device::Desktop, "/");
}

#[test]
fn every_comfort_is_there_in_russian() {
    everything_is_there(&RUSSIAN, Device::Phone, "/");
    everything_is_there(&RUSSIAN, Device::Desktop, "/");
}

#[test]
fn every_comfort_is_there_in_kazakh_and_under_a_path() {
    everything_is_there(&KAZAKH, Device::Phone, "/news/");
    everything_is_there(&KAZAKH, Device::Desktop, "/");
}

#[test]
fn every_comfort_is_there_from_right_to_left() {
    everything_is_there(&ARABIC, Device::Phone, "/");
    everything_is_there(&ARABIC, Device::Desktop, "/");
}
