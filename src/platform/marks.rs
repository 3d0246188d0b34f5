//! Marks on what is drawn already.

/// Sets an attribute of the elements that match `selector`, in order: each gets its value, or stays as it is.
#[cfg(target_arch = "wasm32")]
pub fn set_each(selector: &str, name: &str, values: impl Iterator<Item = Option<String>>) {
    use crate::piece::DomElement;
    use wasm_bindgen::JsCast;
    let document = web_sys::window().and_then(|window| window.document());
    let Some(found) = document.and_then(|document| document.query_selector_all(selector).ok()) else {
        return;
    };
    for (index, value) in (0..).zip(values) {
        let element = found.get(index).and_then(|node| node.dyn_into::<DomElement>().ok());
        if let (Some(element), Some(value)) = (element, value) {
            // Setting an attribute of a valid name cannot fail.
            let _ = element.set_attribute(name, &value);
        }
    }
}

/// Nothing is drawn natively.
#[cfg(not(target_arch = "wasm32"))]
pub fn set_each(_selector: &str, _name: &str, _values: impl Iterator<Item = Option<String>>) {}
