//! What the head of a page says to machines about it.

#[cfg(target_arch = "wasm32")]
use std::sync::atomic::{AtomicBool, Ordering};

/// What the head of a pressed page says of that page alone (`press::head`); its title is set by itself.
#[cfg(target_arch = "wasm32")]
const OWN: &str = "head>:is([rel=canonical],[rel=alternate],[rel=prev],[rel=next],[property],[name=author],\
    [name=description],[name=robots],[name^=twitter],[type='application/ld+json'])";

/// Whether the head is one that was begun anew, and nobody has said yet what the page is about.
#[cfg(target_arch = "wasm32")]
static WANTS_WORDS: AtomicBool = AtomicBool::new(false);

/// Says that the page is now the one at `address`, or one that machines may not keep. What was said of the page before
/// goes: of this one the program knows less, and what is false is worse than nothing.
#[cfg(target_arch = "wasm32")]
pub fn begin_anew(address: Option<&str>) {
    remove(OWN);
    match address {
        Some(address) => add("link", [("rel", "canonical"), ("href", address)]),
        None => add_robots(),
    }
    WANTS_WORDS.store(address.is_some(), Ordering::Relaxed);
}

/// Says what the page is about, where its head was begun anew.
#[cfg(target_arch = "wasm32")]
pub fn describe(words: impl FnOnce() -> Option<String>) {
    if WANTS_WORDS.swap(false, Ordering::Relaxed) {
        // It may have come at the second try.
        remove("head>[name=robots]");
        if let Some(words) = words() {
            add("meta", [("name", "description"), ("content", &words)]);
        }
    }
}

/// Says that machines may not keep the page, where its head was begun anew: what it is about is not there.
#[cfg(target_arch = "wasm32")]
pub fn leave_out() {
    if WANTS_WORDS.load(Ordering::Relaxed) {
        add_robots();
    }
}

#[cfg(target_arch = "wasm32")]
fn add_robots() {
    add("meta", [("name", "robots"), ("content", "noindex")]);
}

/// Removes what `selector` matches.
#[cfg(target_arch = "wasm32")]
fn remove(selector: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    while let Some(Ok(Some(old))) = document.as_ref().map(|document| document.query_selector(selector)) {
        old.remove();
    }
}

/// Adds an element to the head. Attributes of valid names, and an element that takes others: none of it can fail.
#[cfg(target_arch = "wasm32")]
fn add(name: &str, attributes: [(&str, &str); 2]) {
    let document = web_sys::window().and_then(|window| window.document());
    let made =
        document.and_then(|it| it.create_element(name).ok().zip(it.query_selector("head").ok().flatten()));
    if let Some((made, head)) = made {
        for (name, value) in attributes {
            let _ = made.set_attribute(name, value);
        }
        let _ = head.append_child(&made);
    }
}

/// Natively the press writes the head.
#[cfg(not(target_arch = "wasm32"))]
pub fn begin_anew(_address: Option<&str>) {}

/// Natively the press writes the head.
#[cfg(not(target_arch = "wasm32"))]
pub fn describe(_words: impl FnOnce() -> Option<String>) {}

/// Natively the press writes the head.
#[cfg(not(target_arch = "wasm32"))]
pub fn leave_out() {}
