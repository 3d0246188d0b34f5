//! The viewer of an article's pictures: what opens it, how one goes through them, and how one is back where one was.

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::steps::{tab_to, until};
use crate::support::{Content, Device, Fallback, Page, Site, in_browser, newsroom};

pub const PICTURES: &str = "/pictures/three/";
const ARABIC: &str = "/ar/pictures/three/";

fn article(language: &str, path: &str, headline: &str) -> Value {
    let figure = |name: &str| {
        format!(
            "<figure><img src='/media/{name}.svg' width='1200' height='800' alt='Seen: {name}'>\
             <figcaption>About {name}. <cite>©Desk</cite></figcaption></figure>"
        )
    };
    let body = format!(
        "<p>Before.</p>{}<p>Between.</p><a href='/elsewhere/'><img src='/media/two.svg' alt='Linked'></a>\
         <div class='gallery'>{}{}</div><p>After.</p>",
        figure("one"),
        figure("two"),
        figure("three")
    );
    let mut article = newsroom::article(language, path, headline, "2026-10-05T09:00:00+05:00");
    article["bodies"] = json!([{ "role": "main", "contentType": "text/html", "value": body }]);
    article
}

pub fn site() -> Site {
    let mut settings = newsroom::settings();
    settings["editions"] = json!([
        { "language": "en", "label": "English", "path": "/", "time_zone": "UTC" },
        { "language": "ar", "label": "العربية", "path": "/ar/", "time_zone": "UTC" },
    ]);
    let drawing = newsroom::DRAWING.as_bytes();
    Content::new(&settings)
        .file("media/one.svg", drawing)
        .file("media/two.svg", drawing)
        .file("media/three.svg", drawing)
        .article(&article("en", PICTURES, "Three pictures"))
        .article(&article("ar", ARABIC, "ثلاث صور"))
        .serve(Fallback::NotFoundPage)
}

pub fn open(page: &Page, site: &Site, path: &str) {
    page.open(&site.url(path));
    until(page, "document.querySelector('article .picture-link')");
}

pub fn is_open(page: &Page, place: &str) {
    until(
        page,
        &format!("document.querySelector('#viewer[open] [role=status]').innerText.startsWith('{place}')"),
    );
}

pub(crate) fn is_closed(page: &Page) {
    until(page, "!document.querySelector('#viewer[open]') && location.hash === ''");
}

/// Which picture the viewer shows.
pub(crate) fn shown(page: &Page) -> String {
    page.attribute("#viewer img", "src").unwrap_or_default()
}

#[test]
fn the_keyboard_opens_goes_through_and_closes() {
    let site = site();
    in_browser(Device::Desktop, |page| {
        open(page, &site, PICTURES);
        tab_to(page, "it.id === 'picture-2'");
        page.press(Key::Enter);
        is_open(page, "2 of 3");
        assert_eq!(page.value("location.hash"), json!("#picture-2"));
        assert_eq!(shown(page), "/media/two.svg");
        assert_eq!(page.text("#viewer .caption"), "Caption: About two.");
        assert_eq!(page.text("#viewer .credit"), "Picture credit: ©Desk");
        assert_eq!(
            page.value("document.querySelector('#viewer').contains(document.activeElement)"),
            json!(true)
        );
        page.press(Key::Right);
        is_open(page, "3 of 3");
        assert_eq!(page.value("location.hash"), json!("#picture-3"));
        page.press(Key::Left);
        page.press(Key::Left);
        is_open(page, "1 of 3");
        tab_to(page, "it.ariaLabel === 'Next picture'");
        page.press(Key::Enter);
        is_open(page, "2 of 3");
        page.press(Key::Escape);
        is_closed(page);
        until(page, "document.activeElement.id === 'picture-2'");
        assert_eq!(page.path(), PICTURES);
    });
}

#[test]
fn the_way_back_closes_it_and_stays_on_the_page() {
    let site = site();
    in_browser(Device::Desktop, |page| {
        page.open(&site.url("/"));
        open(page, &site, PICTURES);
        page.click("#picture-1");
        is_open(page, "1 of 3");
        page.press(Key::Right);
        is_open(page, "2 of 3");
        page.back();
        is_closed(page);
        assert_eq!(page.path(), PICTURES);
        page.forward();
        is_open(page, "2 of 3");
        page.click(".viewer-close");
        is_closed(page);
        until(page, "document.activeElement.id === 'picture-2'");
    });
}

#[test]
fn an_address_with_a_picture_opens_it() {
    let site = site();
    in_browser(Device::Desktop, |page| {
        page.open(&site.url(&format!("{PICTURES}#picture-3")));
        is_open(page, "3 of 3");
        page.back();
        is_closed(page);
        assert_eq!(page.path(), PICTURES);
        page.open(&site.url(&format!("{PICTURES}?a#picture-9")));
        page.wait_for_heading("Three pictures");
        page.wait_for("#picture-3");
        assert_eq!(page.count("#viewer[open]"), 0, "there is no ninth");
    });
}

#[test]
fn arrows_follow_the_direction_of_the_page() {
    let site = site();
    in_browser(Device::Desktop, |page| {
        open(page, &site, ARABIC);
        page.click("#picture-1");
        is_open(page, "1 ");
        page.press(Key::Left);
        is_open(page, "2 ");
        page.press(Key::Right);
        is_open(page, "1 ");
    });
}

#[test]
fn a_double_click_and_a_button_enlarge_and_a_finger_turns() {
    let site = site();
    in_browser(Device::Phone, |page| {
        open(page, &site, PICTURES);
        page.click("#picture-1");
        is_open(page, "1 of 3");
        let width = "document.querySelector('#viewer img').getBoundingClientRect().width";
        let before = page.value(width).as_f64().unwrap_or_default();
        page.click(".viewer-zoom");
        until(page, &format!("{width} > {before} * 2"));
        assert_eq!(page.attribute(".viewer-zoom", "aria-pressed").as_deref(), Some("true"));
        let middle = "(it => it.scrollLeft > 0 && Math.abs(it.scrollLeft * 2 - it.scrollWidth + it.clientWidth) <= 2)\
            (document.querySelector('.viewer-picture'))";
        until(page, middle);
        let double = "document.querySelector('.viewer-picture').dispatchEvent(new MouseEvent('dblclick', { bubbles: true }))";
        page.run(double, Vec::new());
        until(page, &format!("{width} === {before}"));
        for (kind, x) in [("touchStart", 300), ("touchMove", 200), ("touchMove", 120)] {
            let points = json!([{ "x": x, "y": 400 }]);
            page.devtools("Input.dispatchTouchEvent", &json!({ "type": kind, "touchPoints": points }));
        }
        page.devtools("Input.dispatchTouchEvent", &json!({ "type": "touchEnd", "touchPoints": [] }));
        is_open(page, "2 of 3");
    });
}

#[test]
fn the_picture_that_was_seen_last_is_in_view_afterwards() {
    const LONG: &str = "/pictures/far/";
    let mut far = article("en", LONG, "Far between");
    let body =
        far["bodies"][0]["value"].as_str().unwrap_or_default().replace("Between.", &"Between. ".repeat(2000));
    far["bodies"][0]["value"] = json!(body);
    let mut settings = newsroom::settings();
    settings["editions"] = json!([{ "language": "en", "label": "English", "path": "/" }]);
    let drawing = newsroom::DRAWING.as_bytes();
    let names = ["media/one.svg", "media/two.svg", "media/three.svg"];
    let content = names.iter().fold(Content::new(&settings), |content, name| content.file(name, drawing));
    let site = content.article(&far).serve(Fallback::NotFoundPage);
    let in_view = "(it => it.id === 'picture-3' && it.getBoundingClientRect().top < innerHeight \
        && it.getBoundingClientRect().bottom > 0)(document.activeElement)";
    in_browser(Device::Desktop, |page| {
        open(page, &site, LONG);
        page.run("scrollTo(0, 100)", Vec::new());
        page.wait_until("history.state === 100");
        page.click("#picture-1");
        is_open(page, "1 of 3");
        page.press(Key::Left);
        is_open(page, "3 of 3");
        page.press(Key::Escape);
        is_closed(page);
        until(page, in_view);
        page.click("#picture-3");
        is_open(page, "3 of 3");
    });
}

#[test]
fn the_arrows_go_on_after_a_click_on_the_picture_or_its_words() {
    let site = site();
    in_browser(Device::Desktop, |page| {
        open(page, &site, PICTURES);
        page.click("#picture-1");
        is_open(page, "1 of 3");
        page.click(".viewer-picture");
        page.press(Key::Right);
        is_open(page, "2 of 3");
        page.click("#viewer .caption");
        page.press(Key::Right);
        is_open(page, "3 of 3");
    });
}

/// What the mouse does at a place, and with which button.
pub fn mouse(page: &Page, kind: &str, (x, y): (i32, i32), button: &str) {
    let event = json!({ "type": kind, "x": x, "y": y, "button": button, "clickCount": 1 });
    page.devtools("Input.dispatchMouseEvent", &event);
}

/// Presses the mouse at one place and lets it go at another.
fn drag(page: &Page, from: (i32, i32), to: (i32, i32)) {
    for (kind, at) in [("mousePressed", from), ("mouseMoved", to), ("mouseReleased", to)] {
        mouse(page, kind, at, "left");
    }
}

#[test]
fn what_ends_beside_the_picture_or_goes_up_and_down_is_no_swipe_and_the_next_one_is() {
    let site = site();
    in_browser(Device::Desktop, |page| {
        open(page, &site, PICTURES);
        page.click("#picture-1");
        is_open(page, "1 of 3");
        drag(page, (700, 400), (600, 10));
        drag(page, (700, 400), (500, 420));
        is_open(page, "2 of 3");
        drag(page, (700, 300), (640, 500));
        drag(page, (700, 400), (500, 420));
        is_open(page, "3 of 3");
    });
}

#[test]
fn the_keyboard_enlarges_and_a_larger_file_is_asked_for() {
    let drawing = newsroom::DRAWING.as_bytes();
    let tall = "<figure><img src='/media/tall-300.svg' srcset='/media/tall-300.svg 300w, /media/tall-3000.svg 3000w' \
        width='300' height='1500' alt='A tower'></figure>";
    let mut article = newsroom::article("en", PICTURES, "A tower", "2026-10-05T09:00:00+05:00");
    article["bodies"] = json!([{ "role": "main", "contentType": "text/html", "value": tall }]);
    let site = Content::new(&newsroom::settings())
        .file("media/tall-300.svg", drawing)
        .file("media/tall-3000.svg", drawing)
        .article(&article)
        .serve(Fallback::NotFoundPage);
    in_browser(Device::Phone, |page| {
        open(page, &site, PICTURES);
        page.click("#picture-1");
        is_open(page, "1 of 1");
        let shape =
            "(it => [it.width, it.height])(document.querySelector('#viewer img').getBoundingClientRect())";
        let before = page.value(shape);
        let sizes = "document.querySelector('#viewer img').sizes";
        assert_eq!(page.value(sizes), json!("100vw"));
        page.press("+");
        until(page, "document.querySelector('.viewer-zoom').ariaPressed === 'true'");
        until(page, &format!("{sizes} === '250vw'"));
        let grown = |side: usize| {
            let side_of = |shape: &Value| shape[side].as_f64().unwrap_or_default();
            side_of(&page.value(shape)) / side_of(&before)
        };
        for side in [0, 1] {
            assert!((2.4..2.6).contains(&grown(side)), "side {side} has grown {} times", grown(side));
        }
        page.press("0");
        until(page, "document.querySelector('.viewer-zoom').ariaPressed === 'false'");
        page.press("=");
        until(page, "document.querySelector('.viewer-zoom').ariaPressed === 'true'");
        page.press("-");
        until(page, "document.querySelector('.viewer-zoom').ariaPressed === 'false'");
    });
}
