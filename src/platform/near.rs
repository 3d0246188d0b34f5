//! Links that the reader seems about to follow.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlAnchorElement, Window};

use super::fetch::saves_data;
use super::link::{leads_within, link_of, listen};
use super::timer;

/// How long the pointer has to rest on a link, in milliseconds: on its way to somewhere it crosses many.
const REST: u32 = 65;

/// How long the reader has to rest at a part of a page until the articles it leads to are thought of.
const STILL: u32 = 1_500;

/// How many of the links in view are told at once.
const MOST: usize = 6;

/// Tells `near` the path of a link below `base` when the pointer rests on it, or a finger or the focus is on it; and,
/// once the reader has come to rest, of the links in view. Not where the reader saves data.
pub fn watch_for_links(window: &Window, base: &str, near: impl Fn(&str) + 'static) {
    if saves_data() {
        return;
    }
    let near: Rc<dyn Fn(&str)> = Rc::new(near);
    for name in ["pointerover", "touchstart", "focusin"] {
        let (near, base) = (near.clone(), base.to_owned());
        // Whatever the pointer comes to next takes the call back.
        let mut rest = None;
        listen(window, name, move |event| {
            rest.take();
            let Some(link) = link_of(&event).filter(|link| leads_within(link, &base)) else { return };
            let (near, path) = (near.clone(), link.pathname());
            match name {
                "pointerover" => rest = Some(timer::after(REST, move || near(&path))),
                _ => near(&path),
            }
        });
    }
    let base: Rc<str> = base.into();
    let still = Rc::new(Cell::new(None));
    for name in ["scroll", "click", "popstate"] {
        let (near, base, still) = (near.clone(), base.clone(), still.clone());
        listen(window, name, move |_: Event| still.set(Some(when_still(&near, &base))));
    }
    still.set(Some(when_still(&near, &base)));
}

/// Tells the links in view to `near` after a while.
fn when_still(near: &Rc<dyn Fn(&str)>, base: &Rc<str>) -> timer::Timer {
    let (near, base) = (near.clone(), base.clone());
    timer::after(STILL, move || {
        for path in in_view(&base).into_iter().take(MOST) {
            near(&path);
        }
    })
}

/// The paths of the articles in view that lead to a place below `base`.
fn in_view(base: &str) -> Vec<String> {
    let Some(window) = web_sys::window() else { return Vec::new() };
    let height = window.inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    let links =
        window.document().and_then(|document| document.query_selector_all("main .card-headline>a").ok());
    let Some(links) = links else { return Vec::new() };
    let links =
        (0..links.length()).filter_map(|index| links.get(index)?.dyn_into::<HtmlAnchorElement>().ok());
    let seen = |link: &HtmlAnchorElement| {
        let place = link.unchecked_ref::<Element>().get_bounding_client_rect();
        place.bottom() > 0.0 && place.top() < height && leads_within(link, base)
    };
    links.filter(seen).map(|link| link.pathname()).collect()
}
