//! Links of the page, and the events that happen on them.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, HtmlAnchorElement, MouseEvent, Window};

/// Whether the link leads to a place of this host below the base path.
pub(super) fn leads_within(link: &HtmlAnchorElement, base: &str) -> bool {
    let origin = web_sys::window().and_then(|window| window.location().origin().ok());
    origin.is_some_and(|origin| link.origin() == origin) && link.pathname().starts_with(base)
}

/// The link that a plain click asks to open here, if it is one.
pub(super) fn followed(event: &Event) -> Option<HtmlAnchorElement> {
    let click: &MouseEvent = event.dyn_ref()?;
    let plain = click.button() == 0
        && !(click.meta_key() || click.ctrl_key() || click.shift_key() || click.alt_key());
    if event.default_prevented() || !plain {
        return None;
    }
    link_of(event)
}

/// The link below an event, unless it leads out of the app.
pub(super) fn link_of(event: &Event) -> Option<HtmlAnchorElement> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let link: HtmlAnchorElement = target.closest("a[href]").ok()??.dyn_into().ok()?;
    let elsewhere = !matches!(link.target().as_str(), "" | "_self")
        || link.has_attribute("download")
        || link.rel().split_ascii_whitespace().any(|word| word == "external");
    (!elsewhere).then_some(link)
}

/// Listens for as long as the page is open.
pub(super) fn listen(window: &Window, name: &str, act: impl FnMut(Event) + 'static) {
    let act = Closure::<dyn FnMut(Event)>::new(act).into_js_value();
    let _ = window.add_event_listener_with_callback(name, act.unchecked_ref());
}
