//! Work that goes on while the page is shown.

use std::future::Future;

/// Prepares the event loop for [`spawn`] and for signals. Once, before anything else.
#[cfg(target_arch = "wasm32")]
pub fn begin() {
    // It fails only where it has been done.
    let _ = any_spawner::Executor::init_wasm_bindgen();
}

/// Runs `future` on the browser's event loop.
#[cfg(target_arch = "wasm32")]
pub fn spawn(future: impl Future<Output = ()> + 'static) {
    wasm_bindgen_futures::spawn_local(future);
}

/// Natively a page is drawn once from what is there, so nothing is left to do.
#[cfg(not(target_arch = "wasm32"))]
pub fn spawn(_future: impl Future<Output = ()> + 'static) {}
