//! Going from page to page with a transition (CSS View Transitions), where the browser has them.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Window;

use super::timer;

/// Calls `change`, which has the page drawn anew. The browser fades from what was to what is, unless the reader wants no
/// motion.
pub fn with_transition(window: &Window, change: impl FnOnce() + 'static) {
    let still = window.match_media("(prefers-reduced-motion: reduce)").ok().flatten();
    let start = window.document().and_then(|document| {
        let start = js_sys::Reflect::get(&document, &"startViewTransition".into()).ok()?;
        Some((document, start.dyn_into::<js_sys::Function>().ok()?))
    });
    match start.filter(|_| still.is_none_or(|still| !still.matches())) {
        None => change(),
        Some((document, start)) => {
            let draw = Closure::once_into_js(move || {
                change();
                // What follows the change is drawn before the next turn of the event loop.
                wasm_bindgen_futures::future_to_promise(async {
                    timer::sleep(0).await;
                    Ok(JsValue::UNDEFINED)
                })
            });
            // The browser calls `draw` even where it shows no transition.
            let Ok(transition) = start.call1(&document, &draw) else { return };
            // It is no fault where the next page comes before the fade is over.
            let ready =
                js_sys::Reflect::get(&transition, &"ready".into()).map(js_sys::Promise::<JsValue>::from);
            if let Ok(ready) = ready {
                super::task::spawn(async move { drop(wasm_bindgen_futures::JsFuture::from(ready).await) });
            }
        }
    }
}
