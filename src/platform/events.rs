//! What happens in the browser outside any one component. Natively nothing does.

/// An event of the page.
pub type Event = leptos::web_sys::Event;

/// Something that happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Happening {
    /// The browser has a connection again.
    Online,
    /// Another tab changed what is stored.
    StorageChanged,
    /// The reader went back or forward, or to another place of the page.
    AddressChanged,
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
        Happening::AddressChanged => (window.into(), "popstate"),
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

/// The key of an event of the keyboard, such as `ArrowLeft`; `None` while another key is held that changes it.
#[cfg(target_arch = "wasm32")]
pub fn plain_key(event: &Event) -> Option<String> {
    use wasm_bindgen::JsCast;
    let event: &web_sys::KeyboardEvent = event.dyn_ref()?;
    let key = event.key();
    // Many keyboards have a plus with Shift alone.
    let shifted = event.shift_key() && key != "+";
    let changed = event.alt_key() || event.ctrl_key() || event.meta_key() || shifted;
    (!changed).then_some(key)
}

/// Whether a click asks for another tab or window.
#[cfg(target_arch = "wasm32")]
pub fn opens_elsewhere(click: &Event) -> bool {
    use wasm_bindgen::JsCast;
    click.dyn_ref::<web_sys::MouseEvent>().is_some_and(|click| {
        click.button() != 0 || click.alt_key() || click.ctrl_key() || click.meta_key() || click.shift_key()
    })
}

/// Where the pointer of an event is, from the left and the upper edge of the window.
#[cfg(target_arch = "wasm32")]
pub fn pointer(event: &Event) -> Option<(i32, i32)> {
    use wasm_bindgen::JsCast;
    event.dyn_ref::<web_sys::MouseEvent>().map(|event| (event.client_x(), event.client_y()))
}

/// Whether the pointer of an event is the mouse, or the first of the fingers on the screen.
#[cfg(target_arch = "wasm32")]
pub fn is_first_pointer(event: &Event) -> bool {
    js_sys::Reflect::get(event, &"isPrimary".into()).is_ok_and(|first| first.is_truthy())
}

/// Whether the pointer of an event is the mouse, with its main button down and no other.
#[cfg(target_arch = "wasm32")]
pub fn is_held_by_mouse(event: &Event) -> bool {
    use wasm_bindgen::JsCast;
    let is_held = event.dyn_ref::<web_sys::MouseEvent>().is_some_and(|event| event.buttons() == 1);
    is_held && js_sys::Reflect::get(event, &"pointerType".into()).is_ok_and(|kind| kind == "mouse")
}

/// Whether the box is checked that an event came from.
#[cfg(target_arch = "wasm32")]
pub fn is_checked(event: &Event) -> bool {
    use wasm_bindgen::JsCast;
    let field = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
    field.is_some_and(|field| field.checked())
}

/// There are no boxes natively.
#[cfg(not(target_arch = "wasm32"))]
pub fn is_checked(_event: &Event) -> bool {
    false
}

/// There are no keys natively.
#[cfg(not(target_arch = "wasm32"))]
pub fn plain_key(_event: &Event) -> Option<String> {
    None
}

/// There are no clicks natively.
#[cfg(not(target_arch = "wasm32"))]
pub fn opens_elsewhere(_click: &Event) -> bool {
    false
}

/// There is no pointer natively.
#[cfg(not(target_arch = "wasm32"))]
pub fn pointer(_event: &Event) -> Option<(i32, i32)> {
    None
}

/// There is no pointer natively.
#[cfg(not(target_arch = "wasm32"))]
pub fn is_held_by_mouse(_event: &Event) -> bool {
    false
}

/// There is no pointer natively.
#[cfg(not(target_arch = "wasm32"))]
pub fn is_first_pointer(_event: &Event) -> bool {
    false
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

/// Whether the reader is still at the top of the page: they have neither scrolled nor led the keyboard into it. Natively
/// nobody is.
pub fn page_is_untouched() -> bool {
    #[cfg(target_arch = "wasm32")]
    return web_sys::window().is_some_and(|window| {
        let inside = window.document().and_then(|it| it.query_selector("main :focus:not(h1)").ok().flatten());
        inside.is_none() && window.scroll_y().is_ok_and(|position| position < 1.0)
    });
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
