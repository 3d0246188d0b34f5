//! A picture that two fingers have enlarged, as phones do it.

use serde_json::json;

use crate::steps::until;
use crate::support::{Device, Page, in_browser};
use crate::viewer::{PICTURES, is_open, open, site};

/// One finger that goes from the right to the left.
fn swipe(page: &Page) {
    for (kind, x) in [("touchStart", 300), ("touchMove", 250), ("touchMove", 200), ("touchMove", 120)] {
        let points = json!([{ "x": x, "y": 400 }]);
        page.devtools("Input.dispatchTouchEvent", &json!({ "type": kind, "touchPoints": points }));
    }
    page.devtools("Input.dispatchTouchEvent", &json!({ "type": "touchEnd", "touchPoints": [] }));
}

/// What two fingers make of the page: so many times its size.
fn pinch(page: &Page, times: f64) {
    page.devtools("Emulation.setPageScaleFactor", &json!({ "pageScaleFactor": times }));
}

#[test]
fn what_two_fingers_enlarged_one_finger_moves_and_does_not_turn() {
    let site = site();
    in_browser(Device::Phone, |page| {
        open(page, &site, PICTURES);
        page.click("#picture-1");
        is_open(page, "1 of 3");
        pinch(page, 2.0);
        until(page, "visualViewport.scale > 1.5");
        let left = "visualViewport.offsetLeft";
        let before = page.value(left).as_f64().unwrap_or_default();
        swipe(page);
        until(page, &format!("{left} > {before} + 20"));
        is_open(page, "1 of 3");
        assert_eq!(page.value("location.hash"), json!("#picture-1"), "that was no swipe");
        pinch(page, 1.0);
        until(page, "visualViewport.scale < 1.01");
        until(page, "!document.documentElement.hasAttribute('data-pinched')");
        swipe(page);
        is_open(page, "2 of 3");
    });
}
