//! How far pages are scrolled, kept with each entry of the history: the browser itself would scroll before a page is
//! drawn.

use std::cell::Cell;

use wasm_bindgen::JsValue;
use web_sys::{History, Window};

use super::timer::{self, Timer};
use super::{document, link::listen, task};

/// How long scrolling has to be over until its end is noted, in milliseconds.
const SETTLED: u32 = 150;

/// The attribute of the page that has everything laid out, be it far from what is in view: what is not has an estimated
/// height, and the same place would be at another story.
const WHOLE: &str = "data-whole";

/// How often, and how many times, a page that is still too short is looked at again.
const PAUSE: u32 = 100;
const TRIES: u32 = 50;

thread_local! {
    /// Whether a page is being scrolled to where it was.
    static RESTORING: Cell<bool> = const { Cell::new(false) };
    static SETTLING: Cell<Option<Timer>> = const { Cell::new(None) };
}

/// From now on notes where the reader has scrolled to.
pub fn watch(window: &Window) {
    listen(window, "scroll", |_| {
        let settled = timer::after(SETTLED, || {
            if let Some(window) = web_sys::window() {
                remember(&window);
            }
        });
        SETTLING.set(Some(settled));
    });
}

/// Notes how far the page is scrolled, for the way back to it.
pub fn remember(window: &Window) {
    SETTLING.set(None);
    let (Ok(history), Ok(position)) = (window.history(), window.scroll_y()) else { return };
    // An entry with a mark of another kind is no place in the text.
    let is_free = history.state().is_ok_and(|state| state.is_null() || state.as_f64().is_some());
    if is_free && !RESTORING.get() {
        let _ = history.replace_state(&JsValue::from_f64(position), "");
    }
}

/// How far the page of the present entry was scrolled, where that is known.
pub fn remembered(history: &History) -> Option<f64> {
    history.state().ok()?.as_f64()
}

/// Scrolls to `position`; where the page is not long enough yet, as soon as it is, unless the reader scrolls
/// themselves meanwhile.
pub fn restore(window: Window, position: f64) {
    RESTORING.set(true);
    document::set_choice(WHOLE, Some(""));
    task::spawn(async move {
        for _ in 0..TRIES {
            window.scroll_to_with_x_and_y(0.0, position);
            let reached = window.scroll_y().unwrap_or(position);
            if (reached - position).abs() < 2.0 {
                break;
            }
            timer::sleep(PAUSE).await;
            if window.scroll_y().is_ok_and(|now| (now - reached).abs() > 2.0) {
                break;
            }
        }
        RESTORING.set(false);
        // Once it has been painted, the browser remembers how high everything is.
        timer::painted().await;
        document::set_choice(WHOLE, None);
    });
}
