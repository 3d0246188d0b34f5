//! One tab at a time: the Web Locks API.

/// A lock this tab holds. Dropping it lets the next tab have it.
pub struct Lock {
    #[cfg(target_arch = "wasm32")]
    release: js_sys::Function,
}

#[cfg(target_arch = "wasm32")]
impl Drop for Lock {
    fn drop(&mut self) {
        // Resolving a promise does not fail.
        let _ = self.release.call0(&wasm_bindgen::JsValue::UNDEFINED);
    }
}

/// Waits until this tab alone holds the lock `name`. `None` where the browser has no locks: pages that are
/// not served over HTTPS, and old browsers. A tab that is closed lets go of its locks.
#[cfg(target_arch = "wasm32")]
pub async fn lock(name: &str) -> Option<Lock> {
    use js_sys::{Function, Promise, Reflect};
    use wasm_bindgen::prelude::*;

    // Called by name: web-sys has these only behind its flag for unstable interfaces.
    let navigator = web_sys::window()?.navigator();
    let locks = Reflect::get(&navigator, &"locks".into()).ok().filter(|locks| !locks.is_undefined())?;
    let request: Function = Reflect::get(&locks, &"request".into()).ok()?.dyn_into().ok()?;

    let mut release = None;
    let until_released = Promise::new(&mut |resolve, _| release = Some(resolve));
    let mut settle = None;
    let settled = Promise::new(&mut |resolve, _| settle = Some(resolve));
    let (release, settle) = (release?, settle?);

    let granted = {
        let settle = settle.clone();
        Closure::once_into_js(move |_lock: JsValue| -> Promise {
            let _ = settle.call1(&JsValue::UNDEFINED, &JsValue::TRUE);
            until_released
        })
    };
    let requested: Promise = request.call2(&locks, &name.into(), &granted).ok()?.dyn_into().ok()?;
    // Refused, in an origin that may not lock: the waiting below must end all the same.
    let refused = Closure::once(move |_: JsValue| {
        let _ = settle.call1(&JsValue::UNDEFINED, &JsValue::FALSE);
    });
    let _ = requested.catch(&refused);
    let granted = wasm_bindgen_futures::JsFuture::from(settled).await.ok()?;
    refused.forget();
    granted.is_truthy().then_some(Lock { release })
}

/// There are no tabs natively, and so no locks.
#[cfg(not(target_arch = "wasm32"))]
pub async fn lock(_name: &str) -> Option<Lock> {
    None
}
