//! What else comforts a reader, in every edition, on a phone and on a desktop: when an article was changed, what to read next,
//! a film with its words, a file, the size of the text, pictures from near, embeds for good, and what was saved and read.

use broadsheet::locale::{Locale, Message};
use broadsheet::source::ninjs::read_article;
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::comfort::before_each_page;
use crate::comforts_everywhere::{ARABIC, ENGLISH, KAZAKH, RUSSIAN, Words};
use crate::four_editions::{all_editions, locale};
use crate::returning::{give_out, remembered};
use crate::steps::until;
use crate::support::newsroom::{DRAWING, article};
use crate::support::{Content, Device, Fallback, Page, Site, in_browser};

const PUBLISHED: &str = "2026-03-08T09:00:00+05:00";
const CHANGED: &str = "2026-03-10T17:30:00+05:00";
/// How large the file is that is offered, in bytes.
const SIZE: u16 = 34_000;

fn path(words: &Words, place: &str) -> String {
    format!("{}learn/{place}/", words.root)
}

/// The article, which tells `change` at its beginning.
fn bridge(words: &Words, change: &str) -> Value {
    let language = if words.root == "/" { "en" } else { words.root.trim_matches('/') };
    let mut bridge = article(language, &path(words, "bridge"), words.headline, PUBLISHED);
    bridge["versionCreated"] = json!(CHANGED);
    let [one, two, three] = words.parts;
    let picture = |name: &str| {
        format!("<figure><img src='/media/{name}.svg' width='1200' height='800' alt='1'></figure>")
    };
    let body = format!(
        "<p>{} {change}</p><p>{}</p>{}{}<figure><video poster='/media/one.svg' width='1280' height='720'>\
         <source src='/media/film.mp4' type='video/mp4'><track kind='captions' srclang='{language}' src='/media/film.vtt'>\
         </video><figcaption>{one}</figcaption></figure><details data-transcript><p>{two}</p></details>\
         <div class='wp-block-file'><a href='/media/plan.pdf'>{three}</a></div>\
         <iframe src='https://www.youtube.com/watch?v=aqz-KE-bpKQ' title='{one}'></iframe>\
         <iframe src='https://youtu.be/abcdefghijk' title='{two}'></iframe>",
        words.headline,
        format!("{} {}. ", words.headline, one).repeat(150),
        picture("one"),
        picture("two")
    );
    bridge["bodies"][0]["value"] = json!(body);
    bridge["associations"] = json!([{
        "name": "next", "type": "text", "uri": format!("urn:gazette:{language}:{}", path(words, "ferry")),
        "headlines": [{"role": "main", "value": two}], "x": {"url": path(words, "ferry")},
    }]);
    bridge
}

fn content(words: &Words, bridge: &Value) -> Content {
    let language = bridge["language"].as_str().unwrap_or_default();
    Content::new(&all_editions())
        .article(bridge)
        .article(&article(language, &path(words, "ferry"), words.parts[1], PUBLISHED))
        .file("media/one.svg", DRAWING.as_bytes())
        .file("media/two.svg", DRAWING.as_bytes())
        .file("media/film.mp4", b"")
        .file("media/film.vtt", b"WEBVTT\n")
        .file("media/plan.pdf", &vec![b' '; usize::from(SIZE)])
}

/// Has an article count as read at once, and not after two seconds.
const READS_QUICKLY: &str = "const usual = window.setTimeout; \
    window.setTimeout = (act, time, ...rest) => usual(act, time === 2000 ? 0 : time, ...rest);";

/// A reader's journey, in the words of one edition.
struct Journey<'a> {
    page: &'a Page,
    site: &'a Site,
    words: &'a Words,
    locale: &'a Locale,
}

impl Journey<'_> {
    fn text(&self, message: Message) -> String {
        self.locale.text(message)
    }

    fn open(&self, fragment: &str) {
        self.page.open(&self.site.url(&format!("{}{fragment}", path(self.words, "bridge"))));
        self.page.wait_for_heading(self.words.headline);
    }

    /// The address of a picture opens it; it is enlarged by its button and by a key.
    fn picture_from_near(&self) {
        let page = self.page;
        self.open("#picture-2");
        until(page, "document.querySelector('#viewer[open] img').src.endsWith('two.svg')");
        let place = self.locale.with(Message::ViewerPlace, &[("number", "2"), ("count", "2")]);
        let told = page.text("#viewer [role=status]");
        assert!(told.starts_with(&place), "{told}");
        assert_eq!(page.attribute(".viewer-zoom", "aria-label"), Some(self.text(Message::ViewerZoom)));
        let width = "document.querySelector('#viewer img').getBoundingClientRect().width";
        until(page, &format!("{width} > 0"));
        let before = page.value(width).as_f64().expect("a width");
        page.click(".viewer-zoom");
        until(page, &format!("document.querySelector('[data-zoomed]') && {width} > 1.2 * {before}"));
        page.click(".viewer-zoom");
        until(page, &format!("!document.querySelector('[data-zoomed]') && {width} <= {before}"));
        page.press("+");
        until(page, &format!("document.querySelector('[data-zoomed]') && {width} > 1.2 * {before}"));
        page.press(Key::Escape);
        until(page, "!document.querySelector('#viewer[open]') && document.activeElement.id === 'picture-2'");
    }

    fn dates_and_what_is_next(&self) {
        let Self { page, words, locale, .. } = self;
        let changed =
            read_article(&bridge(words, "").to_string()).expect("an article").value.summary.modified;
        let changed = locale.date_time(changed.expect("a time"));
        assert_eq!(page.text(".updated"), locale.with(Message::Updated, &[("date", &changed)]));
        let told = page.text(".reading-time");
        let digits: String = told.chars().filter(char::is_ascii_digit).collect();
        let minutes = digits.parse().expect("a number of minutes");
        assert_eq!(told, locale.count(Message::ReadingTime, minutes, &[]));
        assert!(minutes > 1, "{told}");
        assert_eq!(page.text("[data-related] h2"), self.text(Message::Related));
        page.click("[data-related] a");
        page.wait_for_heading(words.parts[1]);
        assert_eq!(page.path(), path(words, "ferry"));
        page.back();
        page.wait_for_heading(words.headline);
        page.wait_for("article .body video");
    }

    fn film_and_file(&self) {
        let Self { page, words, .. } = self;
        let [caption, said, file] = words.parts;
        assert_eq!(page.text(".media .caption"), format!("{} {caption}", self.text(Message::MediaCaption)));
        assert_eq!(page.attribute("video", "aria-label"), Some(self.text(Message::MediaVideo)));
        assert_eq!(page.value("document.querySelector('video').textTracks[0].kind"), json!("captions"));
        assert_eq!(page.text(".transcript summary"), self.text(Message::Transcript));
        page.click(".transcript summary");
        until(page, "document.querySelector('.transcript p').checkVisibility()");
        assert_eq!(page.text(".transcript p"), said);
        let size = self.locale.bytes(u64::from(SIZE));
        assert_eq!(page.text(".file"), format!("{file} (PDF) {size}"));
    }

    fn size_of_text(&self) {
        let page = self.page;
        let size = "parseFloat(getComputedStyle(document.querySelector('.body p')).fontSize)";
        let normal = page.value(size).as_f64().expect("a size");
        assert_eq!(page.attribute(".text-size", "aria-label"), Some(self.text(Message::TextSize)));
        page.run("document.querySelector('.text-size').focus()", Vec::new());
        page.press(Key::End);
        until(page, "document.documentElement.dataset.size === 'largest'");
        page.reload();
        until(page, "document.querySelector('.text-size').value === 'largest'");
        assert!(page.value(size).as_f64() > Some(1.3 * normal), "the text is still the largest");
        let chosen = page.value("document.querySelector('.text-size').selectedOptions[0].textContent");
        assert_eq!(chosen, json!(self.text(Message::TextLargest)));
        let widths = page.value("(root => root.scrollWidth - root.clientWidth)(document.documentElement)");
        assert_eq!(widths, json!(0), "nothing sticks out");
    }

    /// Every embed of a provider at once, on the next visit too, until the reader takes that back.
    fn embeds_for_good(&self) {
        let page = self.page;
        let policy = page.attribute("meta[http-equiv='Content-Security-Policy']", "content");
        let policy = policy.unwrap_or_default();
        let frames = policy.split("; ").find(|part| part.starts_with("frame-src")).unwrap_or_default();
        assert_eq!(frames, "frame-src https://www.youtube-nocookie.com", "in {policy}");
        assert_eq!(page.count("iframe"), 0, "nothing loads before the reader says so");
        let with = |message| self.locale.with(message, &[("provider", "YouTube")]);
        assert_eq!(page.text(".embed-keep label"), with(Message::EmbedAlways));
        page.click(".embed-keep input");
        page.click_named(&self.text(Message::EmbedShow));
        until(page, "document.querySelectorAll('.embed-box iframe').length === 2");
        page.reload();
        until(page, "document.querySelectorAll('.embed-box iframe').length === 2");
        page.click_named(&with(Message::EmbedStop));
        until(page, "!document.querySelector('iframe')");
    }

    fn sharing(&self) {
        let Self { page, words, .. } = self;
        page.run("Navigator.prototype.share = async data => { window.shared = data }", Vec::new());
        page.click(".share summary");
        page.wait_until("window.shared");
        let address = format!("https://gazette.example{}", path(words, "bridge"));
        let shared = page.value("[shared.title, shared.url, document.querySelector('.share').open]");
        assert_eq!(shared, json!([words.headline, address, false]));
        page.run("Navigator.prototype.share = undefined", Vec::new());
        page.click(".share summary");
        page.wait_until("document.querySelector('.share').open");
        let links = page.texts(".share a");
        assert_eq!(links.len(), 6);
        assert_eq!(links.last(), Some(&self.text(Message::ShareEmail)));
        page.press(Key::Escape);
        page.wait_until("!document.querySelector('.share').open");
    }

    fn saved_and_exported(&self) {
        let Self { page, words, .. } = self;
        page.click_named(&self.text(Message::Save));
        page.wait_until("document.querySelector('.save').ariaPressed === 'true'");
        // Before the reader goes on, the article counts as read.
        page.wait_until(&remembered(&path(words, "bridge")));
        page.click_named(&self.text(Message::Saved));
        page.wait_for_heading(&self.text(Message::Saved));
        let catch = "URL.createObjectURL = blob => { blob.text().then(text => { window.exported = text }); return '#' }";
        page.run(catch, Vec::new());
        page.click_named(&self.text(Message::SavedExport));
        page.wait_until("window.exported");
        let exported = page.value("JSON.parse(exported).items.map(item => item.headlines[0].value)");
        assert_eq!(exported, json!([words.headline]));
        assert_eq!(page.text(".kept-here h2"), self.text(Message::KeptHere));
    }

    fn what_is_new_since(&self) {
        let Self { page, words, locale, .. } = self;
        let mut newer = bridge(words, words.word);
        newer["versionCreated"] = json!("2026-10-06T09:00:00+05:00");
        give_out(self.site, &path(words, "bridge"), content(words, &newer));
        self.open("");
        page.wait_for(".newer-offer .foot-bar");
        let told = locale.with(Message::NewerSince, &[("date", "\n")]);
        let (before, _) = told.split_once('\n').expect("a place for the date");
        let offer = page.text(".newer-offer");
        assert!(offer.starts_with(before.trim_end()), "{offer}");
        assert_eq!(page.count("[data-change]"), 0, "nothing is marked before the reader says so");
        page.click_named(&self.text(Message::NewerSinceShow));
        until(page, "document.querySelector('[data-marked] [data-change]')");
        let changed = self.text(Message::ChangeChanged);
        let marks = page
            .value("[...document.querySelectorAll('.body > [data-change]')].map(it => it.dataset.change)");
        assert_eq!(marks, json!([changed]));
        let seen =
            page.value("getComputedStyle(document.querySelector('[data-change]'), '::before').content");
        assert!(seen.as_str().is_some_and(|seen| seen.contains(&changed)), "{seen}");
    }
}

fn all_else_is_there(words: &Words) {
    let locale = locale(words.root);
    for device in [Device::Phone, Device::Desktop] {
        let site = content(words, &bridge(words, "")).serve(Fallback::NotFoundPage);
        in_browser(device, |page| {
            page.devtools("Network.enable", &json!({}));
            page.devtools("Network.setBlockedURLs", &json!({ "urls": ["*youtube*"] }));
            page.expect_in_console("ERR_BLOCKED_BY_CLIENT");
            before_each_page(page, READS_QUICKLY);
            let journey = Journey { page, site: &site, words, locale: &locale };
            journey.picture_from_near();
            journey.dates_and_what_is_next();
            journey.film_and_file();
            journey.size_of_text();
            journey.embeds_for_good();
            journey.sharing();
            journey.saved_and_exported();
            journey.what_is_new_since();
        });
    }
}

#[test]
fn every_other_comfort_is_there_in_english() {
    all_else_is_there(&ENGLISH);
}

#[test]
fn every_other_comfort_is_there_in_russian() {
    all_else_is_there(&RUSSIAN);
}

#[test]
fn every_other_comfort_is_there_in_kazakh() {
    all_else_is_there(&KAZAKH);
}

#[test]
fn every_other_comfort_is_there_from_right_to_left() {
    all_else_is_there(&ARABIC);
}
