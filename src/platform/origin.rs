//! Where the page is from.

/// Whether `origin`, a scheme and a host, is the page's own. Never natively.
pub fn is_own(origin: &str) -> bool {
    #[cfg(target_arch = "wasm32")]
    return web_sys::window().and_then(|window| window.location().origin().ok()).as_deref() == Some(origin);
    #[cfg(not(target_arch = "wasm32"))]
    {
        let _ = origin;
        false
    }
}
