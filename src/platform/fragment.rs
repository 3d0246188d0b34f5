//! The part of the address behind the `#`, by which a place on the page is named.

#[cfg(target_arch = "wasm32")]
mod browser {
    use wasm_bindgen::JsValue;

    /// The mark of an entry of the history that [`enter`] made.
    const ENTERED: &str = "entered";

    fn history() -> Option<web_sys::History> {
        web_sys::window()?.history().ok()
    }

    /// The fragment of the address, without its `#`; empty where it has none.
    pub fn fragment() -> String {
        let hash = web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
        hash.strip_prefix('#').unwrap_or_default().to_owned()
    }

    /// Has the address name `fragment`, so that the way back leads to the page without it. Where the address names
    /// one already, from a link of somebody's, the page without it is put before.
    pub fn enter(fragment: &str) {
        let Some(history) = history() else { return };
        if let Some(window) = web_sys::window() {
            // The reader may just have scrolled here.
            crate::platform::scroll::remember(&window);
        }
        let entered = history.state().is_ok_and(|state| state.as_string().as_deref() == Some(ENTERED));
        if entered {
            return change(fragment);
        }
        let location = web_sys::window().map(|window| window.location());
        let here = location.and_then(|here| Some(here.pathname().ok()? + &here.search().ok()?));
        if !self::fragment().is_empty() {
            let _ = history.replace_state_with_url(&JsValue::NULL, "", here.as_deref());
        }
        let address = format!("#{fragment}");
        let _ = history.push_state_with_url(&ENTERED.into(), "", Some(&address));
    }

    /// Has the address name another fragment, in place of the one that [`enter`] put there.
    pub fn change(fragment: &str) {
        if let Some(history) = history() {
            let address = format!("#{fragment}");
            let _ = history.replace_state_with_url(&ENTERED.into(), "", Some(&address));
        }
    }

    /// Goes back to the page without the fragment.
    pub fn leave() {
        if let Some(history) = history() {
            let _ = history.back();
        }
    }
}

#[cfg(target_arch = "wasm32")]
pub use browser::*;

#[cfg(not(target_arch = "wasm32"))]
pub use native::*;

/// Natively a page is whole.
#[cfg(not(target_arch = "wasm32"))]
mod native {
    /// There is none.
    pub fn fragment() -> String {
        String::new()
    }

    /// There is no address to change.
    pub fn enter(_fragment: &str) {}

    /// There is no address to change.
    pub fn change(_fragment: &str) {}

    /// There is no way back.
    pub fn leave() {}
}
