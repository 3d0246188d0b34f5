//! The address bar: where the reader is, and their way from page to page without loading each anew.

/// The address of the page, and how it changes. Cheap to clone.
#[derive(Clone)]
pub struct Navigation(
    #[cfg(target_arch = "wasm32")] std::sync::Arc<browser::Watched>,
    #[cfg(not(target_arch = "wasm32"))] String,
);

/// The whole address of the page, without its fragment. Natively there is none.
pub fn address() -> String {
    #[cfg(target_arch = "wasm32")]
    let address = web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    #[cfg(not(target_arch = "wasm32"))]
    let address = String::new();
    address.split('#').next().unwrap_or_default().to_owned()
}

#[cfg(not(target_arch = "wasm32"))]
mod native;

#[cfg(target_arch = "wasm32")]
mod browser;
