//! What is larger than the box it is in, and is moved there.

/// Moves what was enlarged in the element `id` so that its middle is in the middle, or, where a pointer was at
/// `pointer`, so that what was under it still is.
#[cfg(target_arch = "wasm32")]
pub fn to_enlarged(id: &str, pointer: Option<(i32, i32)>) {
    let document = web_sys::window().and_then(|window| window.document());
    let Some(place) = document.and_then(|document| document.get_element_by_id(id)) else { return };
    let (width, height) = (f64::from(place.client_width()), f64::from(place.client_height()));
    let (inner_width, inner_height) = (f64::from(place.scroll_width()), f64::from(place.scroll_height()));
    // The whole of it was in the box before, and touched it at two sides.
    let scale = (inner_width / width).max(inner_height / height);
    let seen = place.get_bounding_client_rect();
    let (right, down) = pointer.map_or((0.0, 0.0), |(left, top)| {
        let middle = (seen.left() + width / 2.0, seen.top() + height / 2.0);
        (f64::from(left) - middle.0, f64::from(top) - middle.1)
    });
    let at = |size: f64, inner: f64, way: f64| {
        #[expect(clippy::cast_possible_truncation, reason = "a pixel of a screen")]
        let at = ((inner - size) / 2.0 + way * (scale - 1.0)) as i32;
        at
    };
    place.set_scroll_left(at(width, inner_width, right));
    place.set_scroll_top(at(height, inner_height, down));
}

/// Moves what is in the element `id` along with a pointer that went so far to the right and down.
#[cfg(target_arch = "wasm32")]
pub fn move_by(id: &str, (right, down): (i32, i32)) {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(place) = document.and_then(|document| document.get_element_by_id(id)) {
        place.set_scroll_left(place.scroll_left() - right);
        place.set_scroll_top(place.scroll_top() - down);
    }
}

/// Nothing is larger than its box natively.
#[cfg(not(target_arch = "wasm32"))]
pub fn move_by(_id: &str, _way: (i32, i32)) {}

/// Nothing is larger than its box natively.
#[cfg(not(target_arch = "wasm32"))]
pub fn to_enlarged(_id: &str, _pointer: Option<(i32, i32)>) {}
