//! The address bar of a browser.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use leptos::prelude::{ArcRwSignal, Get, GetUntracked, Set};
use wasm_bindgen::JsValue;
use web_sys::{Event, ScrollRestoration, UrlSearchParams, Window};

use super::{Navigation, address};
use crate::platform::link::{followed, leads_within, listen};
use crate::platform::{near::watch_for_links, rest, scroll, transition::with_transition};

/// The event that says that the program follows links from now on.
const FOLLOWS: &str = "broadsheet-follows";

pub struct Watched {
    path: ArcRwSignal<String>,
    /// What stands behind the `?` of the address, with it.
    query: ArcRwSignal<String>,
    coming: Mutex<Coming>,
    /// The address that the host is asked for once the reader is back at the page before.
    leaving: Mutex<Option<String>>,
    /// Whether the page at hand was gone back or forward to.
    returned: AtomicBool,
    /// Whether the entry of the page at hand was added to the history by this program.
    pushed: AtomicBool,
}

/// What is still to be done when the page that the reader asked for is drawn.
#[derive(Default)]
enum Coming {
    #[default]
    Nothing,
    /// A link was followed, to this address.
    Address(String),
    /// The reader went back or forward, to a page that was scrolled so far.
    Scrolled(f64),
}

impl Navigation {
    /// Where the reader is now.
    pub fn here() -> Self {
        let path = web_sys::window().as_ref().map(pathname).unwrap_or_default();
        let query = ArcRwSignal::new(search());
        Self(Arc::new(Watched {
            path: ArcRwSignal::new(path),
            query,
            coming: Mutex::default(),
            leaving: Mutex::default(),
            returned: AtomicBool::default(),
            pushed: AtomicBool::default(),
        }))
    }

    /// From now on follows links below the base path `base`, and the ways back and forward. `near` is told the path of
    /// a link that the reader seems about to follow. `fades` says whether the way to a path may take the time of a
    /// transition: the browser first takes pictures of both pages.
    pub fn follow(&self, base: &str, near: impl Fn(&str) + 'static, fades: impl Fn(&str) -> bool + 'static) {
        let Some(window) = web_sys::window() else { return };
        // The browser would scroll before the page is drawn; only where it loads one anew it knows better.
        restore_scroll(&window, ScrollRestoration::Manual);
        listen(&window, "pagehide", |_| {
            if let Some(window) = web_sys::window() {
                restore_scroll(&window, ScrollRestoration::Auto);
            }
        });
        let (for_base, for_click, for_way) = (base.to_owned(), self.0.clone(), self.0.clone());
        let for_return = self.0.clone();
        // A page that the browser kept whole is shown again: it may have been left for one of the host's own.
        listen(&window, "pageshow", move |_| for_return.come_back());
        scroll::watch(&window);
        listen(&window, "click", move |event| for_click.follow(&event, &for_base, &fades));
        listen(&window, "popstate", move |_| for_way.go());
        let (for_links, base) = (window.clone(), base.to_owned());
        rest::when_here(move || watch_for_links(&for_links, &base, near));
        // The reader may have gone back while the page was taken over.
        if pathname(&window) != self.0.path.get_untracked() {
            self.0.go();
        }
        // Or have followed a link, which scripts/links.js keeps until now.
        if let Ok(event) = Event::new(FOLLOWS) {
            let _ = window.dispatch_event(&event);
        }
    }

    /// The path of the address, percent-encoded as it stands there. A signal behind it is read.
    pub fn path(&self) -> String {
        self.0.path.get()
    }

    /// The value of `name` in the query of the address. A signal behind it is read.
    pub fn query(&self, name: &str) -> Option<String> {
        UrlSearchParams::new_with_str(&self.0.query.get()).ok()?.get(name)
    }

    /// Has the address ask for `pairs`, at the same place. The way back leads to what it asked for before, unless
    /// that was only on the way to this.
    pub fn ask(&self, pairs: &[(&str, &str)], on_the_way: bool) {
        let Some(history) = web_sys::window().and_then(|window| window.history().ok()) else { return };
        let query = query_of(pairs);
        if query == search() {
            return;
        }
        // An address without a query is named by its path.
        let address = if query.is_empty() { self.0.path.get_untracked() } else { query };
        let _ = match on_the_way {
            true => history.replace_state_with_url(&JsValue::NULL, "", Some(&address)),
            false => history.push_state_with_url(&JsValue::NULL, "", Some(&address)),
        };
        self.0.query.set(search());
    }

    /// Goes to the place at `path`, percent-encoded, and asks it for `pairs`.
    pub fn visit(&self, path: String, pairs: &[(&str, &str)]) {
        if let Some(window) = web_sys::window() {
            scroll::remember(&window);
        }
        self.0.expect(Coming::Address(format!("{path}{}", query_of(pairs))));
        self.0.path.set(path);
    }

    /// Whether the reader came to the page by going back or forward.
    pub fn has_returned(&self) -> bool {
        self.0.returned.load(Ordering::Relaxed)
    }

    /// Goes to the place at `path`, percent-encoded, instead of the one that the reader asked for.
    pub fn replace(&self, path: &str) {
        if let Some(window) = web_sys::window()
            && let Ok(history) = window.history()
        {
            // The part of the page that was asked for is a part of that place, too.
            let address = path.to_owned() + &window.location().hash().unwrap_or_default();
            let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&address));
        }
        self.0.path.set(path.to_owned());
    }

    /// Has the browser load the page that the reader asked for anew: the host may know one that the program does not.
    pub fn load_anew(&self) {
        let Some(window) = web_sys::window() else { return };
        let _ = match self.0.expect(Coming::Nothing) {
            Coming::Address(address) => window.location().assign(&address),
            // Loaded where it stands, it would count as one with the page before, which the way back would not
            // load then: so back first, and from there.
            Coming::Nothing if self.0.pushed.load(Ordering::Relaxed) => {
                *self.0.leaving.lock().unwrap_or_else(PoisonError::into_inner) = Some(address());
                window.history().and_then(|history| history.back())
            }
            // Before an entry that was there already may be none of this site.
            Coming::Nothing | Coming::Scrolled(_) => window.location().replace(&address()),
        };
    }

    /// Says that the page is drawn, so that its address is shown and the page scrolled.
    pub fn arrived(&self) {
        let Some(window) = web_sys::window() else { return };
        match self.0.expect(Coming::Nothing) {
            Coming::Nothing => {}
            Coming::Address(address) => {
                self.0.pushed.store(true, Ordering::Relaxed);
                if let Ok(history) = window.history() {
                    let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&address));
                }
                window.scroll_to_with_x_and_y(0.0, 0.0);
            }
            Coming::Scrolled(position) => {
                self.0.pushed.store(false, Ordering::Relaxed);
                scroll::restore(window, position);
            }
        }
        self.0.look_at_query();
    }
}

impl Watched {
    /// Tells whoever watches the query, if it is another one.
    fn look_at_query(&self) {
        let query = search();
        if query != self.query.get_untracked() {
            self.query.set(query);
        }
    }

    /// Sets what is to be done, and gives back what was.
    fn expect(&self, coming: Coming) -> Coming {
        if !matches!(coming, Coming::Nothing) {
            self.returned.store(matches!(coming, Coming::Scrolled(_)), Ordering::Relaxed);
        }
        let mut place = self.coming.lock().unwrap_or_else(PoisonError::into_inner);
        std::mem::replace(&mut place, coming)
    }

    /// Follows a click on a link to a page of this site; every other click is the browser's.
    fn follow(&self, event: &Event, base: &str, fades: &dyn Fn(&str) -> bool) {
        let (Some(window), Some(link)) = (web_sys::window(), followed(event)) else { return };
        let (location, path) = (window.location(), link.pathname());
        if !leads_within(&link, base) {
            return;
        }
        let here = path == pathname(&window) && link.search() == location.search().unwrap_or_default();
        if here && !link.hash().is_empty() {
            return;
        }
        event.prevent_default();
        if here {
            // Once more: what is shown may have become old.
            self.returned.store(false, Ordering::Relaxed);
            self.path.set(path);
            return window.scroll_to_with_x_and_y(0.0, 0.0);
        }
        // Before anything is drawn: the next page may be shorter.
        scroll::remember(&window);
        self.expect(Coming::Address(link.href()));
        if !fades(&path) {
            return self.path.set(path);
        }
        let to = self.path.clone();
        with_transition(&window, move || to.set(path));
    }

    /// The page is shown again, as it was left.
    fn come_back(&self) {
        let Some(window) = web_sys::window() else { return };
        restore_scroll(&window, ScrollRestoration::Manual);
        if pathname(&window) != self.path.get_untracked() {
            self.go();
        }
    }

    /// Goes where the reader went by the browser's own ways.
    fn go(&self) {
        let Some(window) = web_sys::window() else { return };
        if let Some(address) = self.leaving.lock().unwrap_or_else(PoisonError::into_inner).take() {
            let _ = window.location().assign(&address);
            return;
        }
        let path = pathname(&window);
        let position = window.history().ok().and_then(|history| scroll::remembered(&history));
        if path == self.path.get_untracked() {
            self.look_at_query();
            // Who comes back before the other page is drawn does not want its place any more.
            let was_leaving = !matches!(self.expect(Coming::Nothing), Coming::Nothing);
            // A link to another part of the page has no position yet, and the browser goes there.
            if let Some(position) = position {
                if was_leaving {
                    self.expect(Coming::Scrolled(position));
                }
                scroll::restore(window, position);
            }
            return;
        }
        self.expect(Coming::Scrolled(position.unwrap_or(0.0)));
        let to = self.path.clone();
        // They may have gone further meanwhile.
        with_transition(&window, move || to.set(web_sys::window().as_ref().map_or(path, pathname)));
    }
}

fn restore_scroll(window: &Window, way: ScrollRestoration) {
    if let Ok(history) = window.history() {
        let _ = history.set_scroll_restoration(way);
    }
}

fn search() -> String {
    web_sys::window().and_then(|window| window.location().search().ok()).unwrap_or_default()
}

/// A query with its `?`; empty where there are no pairs.
fn query_of(pairs: &[(&str, &str)]) -> String {
    let Ok(query) = UrlSearchParams::new() else { return String::new() };
    for (name, value) in pairs {
        query.append(name, value);
    }
    if pairs.is_empty() { String::new() } else { format!("?{}", String::from(query.to_string())) }
}

fn pathname(window: &Window) -> String {
    window.location().pathname().unwrap_or_default()
}
