//! What happens in the browser outside any one component. Natively nothing does.

/// Something that happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Happening {
    /// The browser has a connection again.
    Online,
    /// Another tab changed what is stored.
    StorageChanged,
    /// The reader selected other words, or none.
    SelectionChanged,
    /// The page is seen again, or hidden.
    Seen,
    /// The reader comes back to the window.
    Focused,
    /// The page is left.
    Leaving,
    /// The browser has other voices than before.
    VoicesChanged,
}

/// A wish to be told. Dropping it ends it.
#[must_use = "dropping a listener ends it"]
pub struct Listener {
    #[cfg(target_arch = "wasm32")]
    target: web_sys::EventTarget,
    #[cfg(target_arch = "wasm32")]
    name: &'static str,
    #[cfg(target_arch = "wasm32")]
    action: wasm_bindgen::closure::Closure<dyn FnMut()>,
}

impl Listener {
    /// Listens as long as the page lives.
    pub fn keep(self) {
        // Natively there is nothing to let go of.
        #[cfg(target_arch = "wasm32")]
        std::mem::forget(self);
    }
}

/// Calls `action` whenever it happens. `None` where there is nothing to listen to.
#[cfg(target_arch = "wasm32")]
pub fn listen(happening: Happening, action: impl FnMut() + 'static) -> Option<Listener> {
    use wasm_bindgen::JsCast;
    let window = web_sys::window()?;
    let (target, name): (web_sys::EventTarget, _) = match happening {
        Happening::Online => (window.into(), "online"),
        Happening::StorageChanged => (window.into(), "storage"),
        Happening::SelectionChanged => (window.document()?.into(), "selectionchange"),
        Happening::Seen => (window.document()?.into(), "visibilitychange"),
        Happening::Focused => (window.into(), "focus"),
        Happening::Leaving => (window.into(), "pagehide"),
        Happening::VoicesChanged => (window.speech_synthesis().ok()?.into(), "voiceschanged"),
    };
    let action = wasm_bindgen::closure::Closure::<dyn FnMut()>::new(action);
    target.add_event_listener_with_callback(name, action.as_ref().unchecked_ref()).ok()?;
    Some(Listener { target, name, action })
}

/// Nothing happens natively.
#[cfg(not(target_arch = "wasm32"))]
pub fn listen(_happening: Happening, _action: impl FnMut() + 'static) -> Option<Listener> {
    None
}

/// Whether the reader can see the page: it is not behind another. Natively nobody does.
pub fn page_is_seen() -> bool {
    #[cfg(target_arch = "wasm32")]
    return web_sys::window().and_then(|window| window.document()).is_some_and(|document| !document.hidden());
    #[cfg(not(target_arch = "wasm32"))]
    false
}

#[cfg(target_arch = "wasm32")]
impl Drop for Listener {
    fn drop(&mut self) {
        use wasm_bindgen::JsCast;
        let action = self.action.as_ref().unchecked_ref();
        // There is nothing to do where it cannot be removed: it ends with the page.
        let _ = self.target.remove_event_listener_with_callback(self.name, action);
    }
}
