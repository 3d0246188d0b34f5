//! Doing something later.

/// A call to come. Dropping it takes it back.
#[must_use = "dropping a timer stops it"]
pub struct Timer {
    #[cfg(target_arch = "wasm32")]
    _timeout: browser::Timeout,
}

impl Timer {
    /// Takes the call back, as dropping does.
    pub fn stop(self) {}

    /// Lets the call come, whatever becomes of this value.
    pub fn forget(self) {
        // Natively there is nothing to let go of.
        #[cfg(target_arch = "wasm32")]
        std::mem::forget(self);
    }
}

/// Calls `action` after `milliseconds`. Natively it is never called: pages are drawn in no time.
pub fn after(milliseconds: u32, action: impl FnOnce() + 'static) -> Timer {
    #[cfg(target_arch = "wasm32")]
    return Timer { _timeout: browser::Timeout::new(milliseconds, action) };
    #[cfg(not(target_arch = "wasm32"))]
    {
        let _ = (milliseconds, action);
        Timer {}
    }
}

/// Comes back after `milliseconds`; natively at once.
pub async fn sleep(milliseconds: u32) {
    #[cfg(target_arch = "wasm32")]
    browser::sleep(milliseconds).await;
    #[cfg(not(target_arch = "wasm32"))]
    let _ = milliseconds;
}

/// Comes back when what is drawn now has been painted; natively at once. It does so too in a tab in the background, where
/// nothing is painted.
pub async fn painted() {
    #[cfg(target_arch = "wasm32")]
    browser::painted().await;
}

/// Unix milliseconds, by the clock of the machine.
pub fn now_milliseconds() -> i64 {
    #[cfg(target_arch = "wasm32")]
    // The cast drops fractions of a millisecond, and saturates.
    return js_sys::Date::now() as i64;
    #[cfg(not(target_arch = "wasm32"))]
    super::clock::now().unix_seconds().saturating_mul(1000)
}

#[cfg(target_arch = "wasm32")]
mod browser {
    use wasm_bindgen::prelude::*;

    /// After how long nobody waits for a frame any more, in milliseconds.
    const LONGEST_FRAME: i32 = 100;

    pub struct Timeout {
        id: Option<i32>,
        _action: Closure<dyn FnMut()>,
    }

    impl Timeout {
        pub fn new(milliseconds: u32, action: impl FnOnce() + 'static) -> Self {
            let action = Closure::once(action);
            let delay = i32::try_from(milliseconds).unwrap_or(i32::MAX);
            let function = action.as_ref().unchecked_ref();
            let set = |window: web_sys::Window| {
                window.set_timeout_with_callback_and_timeout_and_arguments_0(function, delay).ok()
            };
            Self { id: web_sys::window().and_then(set), _action: action }
        }
    }

    impl Drop for Timeout {
        fn drop(&mut self) {
            if let (Some(window), Some(id)) = (web_sys::window(), self.id) {
                window.clear_timeout_with_handle(id);
            }
        }
    }

    pub async fn painted() {
        let Some(window) = web_sys::window() else { return };
        // One frame draws it; the second comes when that is on its way to the screen.
        for _ in 0..2 {
            let promise = js_sys::Promise::new(&mut |resolve, _| {
                let _ = window.request_animation_frame(&resolve);
                let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, LONGEST_FRAME);
            });
            let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
        }
        sleep(0).await;
    }

    pub async fn sleep(milliseconds: u32) {
        let mut timer = None;
        let promise = js_sys::Promise::new(&mut |resolve, _| {
            timer = Some(Timeout::new(milliseconds, move || {
                // Resolving a promise does not fail.
                let _ = resolve.call0(&JsValue::UNDEFINED);
            }));
        });
        let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
    }
}
