//! What the head of a page says to machines about it.

/// What the head of a pressed page says of that page alone (`press::head`); its title is set by itself.
#[cfg(target_arch = "wasm32")]
const OWN: &str = "head>:is([rel=canonical],[rel=alternate],[rel=prev],[rel=next],[property],[name=author],\
    [name=description],[name=robots],[name^=twitter],[type='application/ld+json'])";

/// Says that the page is now the one at `address`. What was said of the page before goes: of this one the program knows
/// less, and what is false is worse than nothing.
#[cfg(target_arch = "wasm32")]
pub fn begin_anew(address: &str) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    while let Ok(Some(old)) = document.query_selector(OWN) {
        old.remove();
    }
    if let (Ok(link), Ok(Some(head))) = (document.create_element("link"), document.query_selector("head")) {
        // Attributes of valid names, and an element that takes others: none of it can fail.
        let _ = link.set_attribute("rel", "canonical");
        let _ = link.set_attribute("href", address);
        let _ = head.append_child(&link);
    }
}

/// Natively the press writes the head.
#[cfg(not(target_arch = "wasm32"))]
pub fn begin_anew(_address: &str) {}
