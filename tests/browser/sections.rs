//! The row of sections on a phone, with the program and without it.

use serde_json::{Value, json};

use crate::comfort::without_script;
use crate::support::{Device, Page, Site, in_browser};

/// Swipes the row of sections to its end with a finger.
fn swipe(page: &Page) {
    let top =
        "(box => box.top + box.height / 2)(document.querySelector('.sections ul').getBoundingClientRect())";
    let y = page.value(top);
    let touch = |kind: &str, points: Value| {
        page.devtools("Input.dispatchTouchEvent", &json!({"type": kind, "touchPoints": points}));
    };
    touch("touchStart", json!([{"x": 340, "y": y}]));
    for step in 1..=30 {
        touch("touchMove", json!([{"x": 340 - 10 * step, "y": y}]));
    }
    touch("touchEnd", json!([]));
}

/// The sections of the first row of which no part is off the screen.
fn seen(page: &Page) -> Value {
    page.value(
        "Array.from(document.querySelectorAll('.sections > ul:first-child a')).filter(it => { \
            const box = it.getBoundingClientRect(); return box.left >= 0 && box.right <= innerWidth; \
         }).map(it => it.innerText)",
    )
}

fn has_section(seen: &Value, name: &str) -> bool {
    seen.as_array().is_some_and(|seen| seen.contains(&json!(name)))
}

fn the_row_is_of_use(page: &Page, site: &Site) {
    page.visit(&site.url("/"));
    page.wait_for_heading("The Steppe Courier");
    let sizes = page.value(
        "Array.from(document.querySelectorAll('.sections a'), it => it.getBoundingClientRect().height)",
    );
    let sizes: Vec<f64> = sizes.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
    assert!(sizes.len() == 6 && sizes.iter().all(|height| *height >= 44.0), "for a finger: {sizes:?}");
    let row = page.value("document.querySelector('.sections ul').clientHeight");
    assert!(row.as_f64().is_some_and(|height| height < 60.0), "one row: {row}");
    let before = seen(page);
    assert!(has_section(&before, "Learn") && !has_section(&before, "Regions"), "{before}");
    swipe(page);
    page.wait("for the last section", || has_section(&seen(page), "Regions"));
    page.click_named("Regions");
    page.wait_for_heading("Regions");
    assert_eq!(page.path(), "/regions/");
    // On the section's own page the row begins where the reader is, and says so.
    page.wait("for the section of the page", || has_section(&seen(page), "Regions"));
    assert_eq!(page.texts(".sections [aria-current=page]"), ["Regions"]);
    page.click_named("Economy");
    page.wait_for_heading("Economy");
    page.click(".subsections a[href='/economy/transport/']");
    page.wait_for_heading("Transport");
    assert_eq!(page.texts(".sections [aria-current=true]"), ["Economy"]);
    assert_eq!(page.texts(".sections [aria-current=page]"), ["Transport"]);
    let widths = page.value("(root => root.scrollWidth - root.clientWidth)(document.documentElement)");
    assert_eq!(widths, json!(0), "the row scrolls, not the page");
}

#[test]
fn the_sections_are_of_use_on_a_phone() {
    let site = Site::demo();
    in_browser(Device::Phone, |page| the_row_is_of_use(page, &site));
}

#[test]
fn the_sections_are_of_use_on_a_phone_without_script() {
    let site = Site::demo();
    in_browser(Device::Phone, |page| {
        without_script(page);
        the_row_is_of_use(page, &site);
    });
}
