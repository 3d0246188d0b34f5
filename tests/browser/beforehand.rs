//! What is fetched before it is asked for: where a finger comes near, and never where the reader saves data;
//! and what is shown at once.

use serde_json::json;

use crate::arriving::TIMERS;
use crate::comfort::before_each_page;
use crate::moving::{Leading, front};
use crate::support::{Answer, Device, Page, Site, in_browser};

/// Lays a finger on the first headline.
fn touch(page: &Page) {
    page.run("document.querySelector('main h2 a').scrollIntoView({ block: 'center' })", Vec::new());
    let place = page.value(
        "(box => ({ x: box.left + 5, y: box.top + 5 }))(document.querySelector('main h2 a').getClientRects()[0])",
    );
    let finger = json!({ "type": "touchStart", "touchPoints": [place] });
    page.devtools("Input.dispatchTouchEvent", &finger);
}

/// Has nobody come to rest for long enough.
const NEVER_STILL: &str = "const usual = window.setTimeout; \
    window.setTimeout = (act, time, ...rest) => time === 1500 ? 0 : usual(act, time, ...rest);";

/// Whether the program means to look for links once the reader has come to rest.
const WILL_LOOK: &str = "timers.includes(1500)";

#[test]
fn an_article_is_fetched_when_a_finger_touches_its_link() {
    let site = Site::demo();
    in_browser(Device::Phone, |page| {
        // Not because it is in view for long.
        before_each_page(page, &format!("{NEVER_STILL}{TIMERS}"));
        let Leading { document, .. } = front(page, &site);
        assert_eq!(page.value(WILL_LOOK), json!(true));
        assert!(!site.paths().contains(&document), "it is fetched before anybody comes near");
        touch(page);
        page.wait("for the document, with the finger still on the link", || site.paths().contains(&document));
        assert_eq!(page.path(), "/");
        page.devtools("Input.dispatchTouchEvent", &json!({ "type": "touchEnd", "touchPoints": [] }));
    });
}

#[test]
fn nothing_is_fetched_beforehand_where_the_reader_saves_data_or_has_a_slow_line() {
    for (device, connection) in [
        (Device::Desktop, "{ saveData: true }"),
        (Device::Desktop, "{ effectiveType: '2g' }"),
        (Device::Phone, "{ saveData: true }"),
    ] {
        let site = Site::demo();
        in_browser(device, |page| {
            let saving =
                format!("Object.defineProperty(navigator, 'connection', {{ value: {connection} }});{TIMERS}");
            before_each_page(page, &saving);
            let Leading { document, headline, .. } = front(page, &site);
            site.answer(&document, Answer::held());
            page.run("document.querySelector('main h2 a').focus()", Vec::new());
            if device == Device::Phone {
                touch(page);
                // A finger that comes off the screen elsewhere follows no link.
                page.devtools(
                    "Input.dispatchTouchEvent",
                    &json!({ "type": "touchCancel", "touchPoints": [] }),
                );
            } else {
                page.hover("main h2 a");
                page.hover("main h1");
            }
            assert_eq!(page.value(WILL_LOOK), json!(false), "nor for links in view");
            // What comes after would have been asked for later.
            page.click_named("Learn");
            page.wait_for_heading("Learn");
            assert!(!site.paths().contains(&document), "{headline} was fetched");
        });
    }
}

/// Counts the frames from the click on until the page's heading reads as the headline, and looks at the picture then.
const COUNT_FRAMES: &str = "const headline = arguments[0];
    addEventListener('click', event => {
        let frames = 0;
        const look = () => {
            frames += 1;
            if (document.querySelector('main h1').textContent.trim() !== headline) return requestAnimationFrame(look);
            const picture = document.querySelector('article figure img').naturalWidth > 0;
            window.painted = { frames, picture, time: performance.now() - event.timeStamp };
        };
        requestAnimationFrame(look);
    }, { capture: true, once: true });";

#[test]
fn headline_and_picture_are_painted_in_the_next_frame() {
    let site = Site::demo();
    for device in [Device::Phone, Device::Desktop] {
        in_browser(device, |page| {
            front(page, &site);
            // As hosts do, other than that of the tests: a browser may keep pictures.
            let picture = page.value("new URL(document.querySelector('main .card img').currentSrc).pathname");
            let picture = picture.as_str().expect("a path");
            let file = std::fs::read(site.folder().join(&picture[1..])).expect("a picture");
            site.answer(
                picture,
                Answer::new(200, "image/webp", file).header("Cache-Control", "max-age=3600"),
            );
            let Leading { document, headline, .. } = front(page, &site);
            site.answer(&document, Answer::held());
            page.wait_until("document.querySelector('main .card img').naturalWidth > 0");
            page.run(COUNT_FRAMES, vec![json!(headline)]);
            page.click("main h2 a");
            page.wait_until("window.painted");
            let painted = page.value("painted");
            assert!((1..=2).contains(&painted["frames"].as_u64().unwrap_or_default()), "{painted}");
            assert_eq!(painted["picture"], json!(true), "{painted}");
            site.restore(&document);
        });
    }
}
