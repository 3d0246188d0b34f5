//! An enlarged picture in the hand of the mouse.

use serde_json::Value;

use crate::steps::until;
use crate::support::{Device, in_browser};
use crate::viewer::{PICTURES, is_open, mouse, open, site};

#[test]
fn an_enlarged_picture_follows_the_mouse_that_holds_it_and_no_other() {
    let site = site();
    in_browser(Device::Desktop, |page| {
        open(page, &site, PICTURES);
        page.click("#picture-1");
        is_open(page, "1 of 3");
        page.click(".viewer-zoom");
        let place = "(it => [it.scrollLeft, it.scrollTop])(document.querySelector('.viewer-picture'))";
        until(page, &format!("{place}[0] > 300"));
        let at = || {
            let place = page.value(place);
            [0, 1].map(|side| place[side].as_f64().unwrap_or_default())
        };
        let [left, top] = at();
        mouse(page, "mouseMoved", (700, 400), "none");
        assert_eq!(at(), [left, top], "nobody holds it");
        mouse(page, "mousePressed", (600, 400), "left");
        mouse(page, "mouseMoved", (560, 430), "left");
        mouse(page, "mouseMoved", (500, 450), "left");
        assert_eq!(at(), [left + 100.0, top - 50.0]);
        mouse(page, "mouseReleased", (500, 450), "left");
        mouse(page, "mouseMoved", (300, 300), "none");
        assert_eq!(at(), [left + 100.0, top - 50.0], "it was let go");
        assert_eq!(page.value("location.hash"), Value::from("#picture-1"), "that was no swipe");
    });
}
