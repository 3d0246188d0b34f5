//! The second part of the program.
//!
//! `make dist` takes the program apart (scripts/program/): the first part draws what a reader sees first, and
//! is all that a page waits for that was not pressed. The rest comes behind it. What is in the rest is called
//! through stubs, which ask here first. A program in one piece, as under development, has no stubs, and asks
//! nothing.

use leptos::prelude::{ArcRwSignal, Effect, Get};

#[cfg(target_arch = "wasm32")]
use browser::HERE;

/// Does `action` when the rest is here: at once where nothing is awaited. What nobody sees at once, such as a
/// timer, waits in this way, so that it does not call for the rest while that is on its way.
pub fn when_here(action: impl FnOnce() + 'static) {
    let Some(is_here) = awaited() else { return action() };
    let mut action = Some(action);
    Effect::new(move || {
        if is_here.get()
            && let Some(action) = action.take()
        {
            action();
        }
    });
}

/// Whether the rest is here by now, where it is still awaited. `None` where nothing is awaited: natively, in
/// a program of one piece, and on a pressed page, which has time for all of it.
#[cfg(target_arch = "wasm32")]
pub fn awaited() -> Option<ArcRwSignal<bool>> {
    let is_awaited = browser::comes_in_parts() && super::document::page_kind().is_none();
    is_awaited.then(|| HERE.with(Clone::clone))
}

/// Natively the program is all there.
#[cfg(not(target_arch = "wasm32"))]
pub fn awaited() -> Option<ArcRwSignal<bool>> {
    None
}

/// Comes back when the program can begin: where a pressed page brings both parts, when both are in place.
#[cfg(target_arch = "wasm32")]
pub async fn placed() {
    if let Some(promise) = browser::promise_of_placing() {
        // It does not fail; where the rest cannot be put in place, the page stays as it was pressed.
        let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
    }
}

#[cfg(target_arch = "wasm32")]
mod browser {
    use std::sync::atomic::{AtomicBool, Ordering};

    use js_sys::{Promise, Reflect};
    use leptos::prelude::{ArcRwSignal, Set};
    use wasm_bindgen::JsCast;
    use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

    static IS_HERE: AtomicBool = AtomicBool::new(false);

    thread_local! {
        pub static HERE: ArcRwSignal<bool> = ArcRwSignal::new(false);
    }

    #[wasm_bindgen]
    extern "C" {
        /// Puts the rest into the table that both parts share: scripts/start.js. It has come by then as a
        /// rule; where it has not, this waits for it.
        #[wasm_bindgen(js_name = broadsheetRest)]
        fn bring(first: &JsValue);
    }

    /// Sees to it that the rest is there. Stubs call this, so nothing that it calls may be in the rest
    /// itself: it calls next to nothing.
    #[wasm_bindgen]
    pub fn broadsheet_rest() {
        if !IS_HERE.load(Ordering::Relaxed) {
            bring(&wasm_bindgen::exports());
            IS_HERE.store(true, Ordering::Relaxed);
        }
    }

    /// Has everything drawn that waited for the rest: scripts/start.js calls this when it is there.
    #[wasm_bindgen]
    pub fn broadsheet_draw_rest() {
        HERE.with(|here| here.set(true));
    }

    /// Whether there is a rest at all.
    pub fn comes_in_parts() -> bool {
        let window = web_sys::window();
        window.is_some_and(|window| Reflect::has(&window, &"broadsheetRest".into()) == Ok(true))
    }

    /// What scripts/start.js says so by.
    pub fn promise_of_placing() -> Option<Promise> {
        let window = web_sys::window()?;
        Reflect::get(&window, &"broadsheetPlaced".into()).ok()?.dyn_into().ok()
    }
}
