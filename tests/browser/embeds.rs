//! What other sites have to show: nothing of it loads before the reader says so, and that can be taken back.

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::steps::{follow, tab_to, until};
use crate::support::{Content, Device, Fallback, Page, Site, in_browser, newsroom};

pub(crate) const FILM: &str = "/films/film/";
const OTHER_FILM: &str = "/films/other/";
const NO_FILM: &str = "/films/none/";
const POST: &str = "/films/post/";
const MORE: &str = "/films/more/";

/// Requests for other hosts, frames among them.
const ELSEWHERE: &str = "performance.getEntriesByType('resource').map(it => it.name)\
    .filter(it => new URL(it).origin !== location.origin).length";

fn article(path: &str, headline: &str, body: &str) -> Value {
    let mut article = newsroom::article("en", path, headline, "2026-10-05T09:00:00+05:00");
    article["bodies"] = json!([{ "role": "main", "contentType": "text/html", "value": body }]);
    article
}

fn site() -> Site {
    let film = "<p>Before.</p><iframe src='https://www.youtube.com/watch?v=aqz-KE-bpKQ' title='The opening'></iframe>\
        <p>After.</p><iframe src='https://charts.example/7' title='Prices'></iframe>\
        <iframe src='https://unknown.example/7' title='Unknown'></iframe>";
    let more = "<iframe src='https://t.me/gazette_example/42'></iframe>\
        <iframe src='https://open.spotify.com/embed/episode/4rOoJ6Egrf8K2IrywzwOMk'></iframe>\
        <iframe src='https://www.openstreetmap.org/export/embed.html?bbox=1%2C2%2C3%2C4'></iframe>\
        <iframe src='https://soundcloud.com/gazette/steppe-wind'></iframe>\
        <iframe src='https://charts.example/7' title='Prices'></iframe>";
    let other = "<p>Before.</p><iframe src='https://youtu.be/abcdefghijk'></iframe>";
    let post = "<p>Before.</p><blockquote class='twitter-tweet'><p lang='ru'>Мост открыт.</p>— Dana \
        <a href='https://twitter.com/dana/status/20'>May 1</a></blockquote>\
        <script async src='https://platform.twitter.com/widgets.js'></script>";
    let mut settings = newsroom::settings();
    settings["embeds"] = json!({ "allow": ["charts.example"] });
    Content::new(&settings)
        .article(&article(FILM, "The film", film))
        .article(&article(OTHER_FILM, "Another film", other))
        .article(&article(MORE, "More of others", more))
        .article(&article(NO_FILM, "No film", "<p>Words.</p>"))
        .article(&article(POST, "The post", post))
        .serve(Fallback::NotFoundPage)
}

fn in_film_house(test: impl FnOnce(&Page, &Site)) {
    in_film_house_on(Device::Desktop, test);
}

/// Runs a test whose frames lead nowhere: the browser says so in the console.
pub(crate) fn in_film_house_on(device: Device, test: impl FnOnce(&Page, &Site)) {
    let site = site();
    in_browser(device, |page| {
        // No test asks another host for anything.
        let hosts =
            ["youtube", "twitter", "charts.example", "//t.me", "spotify", "openstreetmap", "soundcloud"];
        let blocked = json!({ "urls": hosts.map(|host| format!("*{host}*")) });
        page.devtools("Network.enable", &json!({}));
        page.devtools("Network.setBlockedURLs", &blocked);
        page.expect_in_console("ERR_BLOCKED_BY_CLIENT");
        let note = "addEventListener('securitypolicyviolation', it => { window.refused = it.blockedURI; });";
        page.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": note }));
        test(page, &site);
        assert_eq!(page.value("window.refused"), Value::Null, "the policy refused something");
    });
}

fn open(page: &Page, site: &Site, path: &str) {
    page.open(&site.url(path));
    until(page, "document.querySelector('[data-embed=asking], [data-embed=shown]')");
}

#[test]
fn nothing_is_asked_elsewhere_before_the_button() {
    in_film_house(|page, site| {
        open(page, site, FILM);
        assert_eq!(page.count("iframe"), 0);
        assert_eq!(page.value(ELSEWHERE), json!(0));
        let names: Vec<String> = [
            "figure[aria-label='Embedded from YouTube']",
            "figure[aria-label='Embedded from charts.example']",
        ]
        .iter()
        .map(|figure| page.text(&format!("{figure} .embed-note")))
        .collect();
        assert!(names[0].contains("YouTube learns your address"), "{names:?}");
        assert!(names[1].contains("charts.example"), "{names:?}");
        // What nobody allows is a link.
        assert_eq!(page.text("a[href='https://unknown.example/7']"), "UnknownOpen on unknown.example");
    });
}

#[test]
fn the_keyboard_shows_an_embed_and_goes_past_it() {
    in_film_house(|page, site| {
        open(page, site, FILM);
        let height = "document.querySelector('.embed-box').getBoundingClientRect().height";
        let before = page.value(height);
        tab_to(page, "it.innerText === 'Show'");
        page.press(Key::Enter);
        page.wait_for(".embed-box iframe");
        until(page, "document.activeElement.innerText === 'Skip past the embed'");
        assert_eq!(page.value(height), before, "the box has changed its height");
        let attribute = |name| page.attribute("iframe", name).unwrap_or_default();
        assert_eq!(attribute("src"), "https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ");
        assert_eq!(attribute("title"), "The opening");
        assert!(!attribute("sandbox").contains("allow-top-navigation"), "{}", attribute("sandbox"));
        assert_eq!(page.count("iframe"), 1, "the other one waits");
        page.press(Key::Enter);
        until(page, "document.activeElement.matches('.embed-foot')");
        assert_eq!(page.path(), FILM);
        // The link to the original is there whatever becomes of the frame.
        assert_eq!(
            page.text(".embed-foot a[href='https://www.youtube.com/watch?v=aqz-KE-bpKQ']"),
            "Watch on YouTube"
        );
        page.reload();
        until(page, "document.querySelector('[data-embed=asking]')");
        assert_eq!(page.count("iframe"), 0, "once is not always");
    });
}

#[test]
fn always_is_remembered_for_the_provider_and_taken_back() {
    in_film_house(|page, site| {
        open(page, site, FILM);
        tab_to(page, "it.innerText === 'Show'");
        tab_to(page, "it.type === 'checkbox'");
        page.press(" ");
        page.press_with(Key::Shift, Key::Tab);
        page.press_with(Key::Shift, Key::Tab);
        page.press(Key::Enter);
        page.wait_for("iframe");
        // In another article, without a new page.
        follow(page, &site.url(OTHER_FILM));
        page.wait_for_heading("Another film");
        page.wait_for("iframe[src='https://www.youtube-nocookie.com/embed/abcdefghijk']");
        // And on a new page, where only this provider's is shown, and the focus stays where the browser has it.
        open(page, site, FILM);
        page.wait_for("iframe");
        assert_eq!(page.count("iframe"), 1);
        assert_eq!(page.value("document.activeElement.tagName"), json!("BODY"));
        page.click_named("Stop showing embeds from YouTube");
        until(page, "!document.querySelector('iframe')");
        until(page, "document.activeElement.innerText === 'Show'");
        // Another site of this host keeps its own.
        page.run("localStorage.setItem('broadsheet:embeds:/other/YouTube', 'always')", Vec::new());
        page.reload();
        until(page, "document.querySelector('[data-embed=asking]')");
        assert_eq!(page.count("iframe"), 0);
    });
}

#[test]
fn a_reader_who_comes_from_another_page_may_see_the_frame() {
    in_film_house(|page, site| {
        page.open(&site.url(NO_FILM));
        page.wait_for_heading("No film");
        follow(page, &site.url(FILM));
        page.wait_for_heading("The film");
        until(page, "document.querySelector('[data-embed=asking]')");
        page.click_named("Show");
        page.wait_for("iframe");
        // A policy that refuses says so before the frame has loaded.
        page.wait_until("window.refused || performance.getEntriesByType('resource').length");
        let policy =
            page.attribute("meta[http-equiv='Content-Security-Policy']", "content").unwrap_or_default();
        let frames = policy.split("; ").find(|part| part.starts_with("frame-src")).unwrap_or_default();
        let hosts = [
            "charts.example",
            "open.spotify.com",
            "platform.twitter.com",
            "t.me",
            "w.soundcloud.com",
            "www.openstreetmap.org",
            "www.youtube-nocookie.com",
        ];
        assert_eq!(frames, format!("frame-src https://{}", hosts.join(" https://")), "those of all articles");
    });
}

#[test]
fn posts_sounds_maps_and_allowed_hosts_are_asked_about_and_shown_one_by_one() {
    in_film_house(|page, site| {
        open(page, site, MORE);
        assert_eq!(page.value(ELSEWHERE), json!(0));
        let expected = [
            ("Telegram", "https://t.me/gazette_example/42?embed=1"),
            ("Spotify", "https://open.spotify.com/embed/episode/4rOoJ6Egrf8K2IrywzwOMk"),
            ("OpenStreetMap", "https://www.openstreetmap.org/export/embed.html?bbox=1%2C2%2C3%2C4"),
            (
                "SoundCloud",
                "https://w.soundcloud.com/player/?url=https%3A%2F%2Fsoundcloud.com%2Fgazette%2Fsteppe-wind",
            ),
            ("charts.example", "https://charts.example/7"),
        ];
        for (index, (provider, frame)) in expected.into_iter().enumerate() {
            let figure = format!("figure[aria-label='Embedded from {provider}']");
            let note = page.text(&format!("{figure} .embed-note"));
            assert!(note.contains(&format!("{provider} learns your address")), "{note}");
            page.click(&format!("{figure} button.embed-choice"));
            page.wait_for(&format!("{figure} iframe"));
            assert_eq!(page.attribute(&format!("{figure} iframe"), "src").as_deref(), Some(frame));
            assert_eq!(page.count("iframe"), index + 1, "each is asked about by itself");
        }
        // A policy that refuses says so, and the end of this test looks for it.
        page.wait_until("window.refused || performance.getEntriesByType('resource').length");
    });
}

#[test]
fn without_the_program_there_are_the_sentence_and_the_link() {
    in_film_house(|page, site| {
        page.devtools("Emulation.setScriptExecutionDisabled", &json!({ "value": true }));
        page.visit(&site.url(FILM));
        assert_eq!(page.count(".embed-box .embed-note"), 2);
        let seen = "[...document.querySelectorAll('.embed-box :is(button, label)')].filter(it => it.checkVisibility({ visibilityProperty: true })).length";
        assert_eq!(page.value(seen), json!(0));
        let link = "document.querySelector('.embed-foot a').checkVisibility({ visibilityProperty: true })";
        assert_eq!(page.value(link), json!(true));
    });
}

#[test]
fn a_post_is_read_here_and_asked_for_there_when_the_reader_says_so() {
    in_film_house(|page, site| {
        open(page, site, POST);
        assert_eq!(page.text(".embed-box .embed-words"), "Мост открыт.— Dana May 1 (another site)");
        assert_eq!(page.attribute(".embed-words p", "lang"), None);
        assert_eq!(page.count(".embed-words [lang=ru]"), 1);
        assert_eq!(page.value(ELSEWHERE), json!(0));
        assert_eq!(page.count("script[src*=twitter]"), 0);
        page.click_named("Show");
        page.wait_for("iframe[src='https://platform.twitter.com/embed/Tweet.html?dnt=true&id=20']");
    });
}

#[test]
fn what_is_always_shown_is_listed_with_the_saved_articles_and_taken_back_there() {
    in_film_house(|page, site| {
        page.open(&site.url("/saved/"));
        let keep = "for (const name of ['YouTube', 'charts.example', 'below/YouTube']) \
            localStorage.setItem('broadsheet:embeds:/' + name, 'always')";
        page.run(keep, Vec::new());
        page.reload();
        page.wait_for(".kept-here");
        let buttons = ["Stop showing embeds from YouTube", "Stop showing embeds from charts.example"];
        assert_eq!(page.texts(".kept-here button"), buttons);
        page.click_named("Stop showing embeds from YouTube");
        until(page, "document.querySelectorAll('.kept-here button').length === 1");
        until(page, "document.activeElement === document.querySelector('main h1')");
        open(page, site, FILM);
        page.wait_for("iframe[src='https://charts.example/7']");
        assert_eq!(page.count("iframe"), 1);
    });
}
