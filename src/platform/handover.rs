//! Giving a text to the reader: on the clipboard, or as a file.

/// Why the reader did not get it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandoverError(pub String);

/// Puts `text` on the clipboard.
///
/// Where the clipboard interface is missing or refuses (pages not served over HTTPS), the old way is tried:
/// a text field of `parent` selected and copied. `parent` is the identifier of an element that may hold it: in an
/// open modal dialog nothing outside it can be selected.
#[cfg(target_arch = "wasm32")]
pub async fn copy(text: &str, parent: &str) -> Result<(), HandoverError> {
    if browser::copy_by_clipboard(text).await.is_some() {
        return Ok(());
    }
    browser::copy_by_field(text, parent).ok_or_else(|| HandoverError("the browser copied nothing".into()))
}

/// Offers `text` as a file called `name`, of this media type.
#[cfg(target_arch = "wasm32")]
pub fn download(name: &str, media_type: &str, text: &str) -> Result<(), HandoverError> {
    browser::download(name, media_type, text).map_err(|_| HandoverError("the browser made no file".into()))
}

/// Hands an address on by the system's own way (Web Share). Says whether there is one. Where the system refuses after
/// all, `refused` is called.
#[cfg(target_arch = "wasm32")]
pub fn share(title: &str, address: &str, refused: impl FnOnce() + 'static) -> bool {
    browser::share(title, address, refused).is_some()
}

/// There is no clipboard natively.
#[cfg(not(target_arch = "wasm32"))]
pub async fn copy(_text: &str, _parent: &str) -> Result<(), HandoverError> {
    Err(HandoverError("there is no clipboard here".into()))
}

/// There is nobody to share with natively.
#[cfg(not(target_arch = "wasm32"))]
pub fn share(_title: &str, _address: &str, _refused: impl FnOnce() + 'static) -> bool {
    false
}

/// There are no downloads natively.
#[cfg(not(target_arch = "wasm32"))]
pub fn download(_name: &str, _media_type: &str, _text: &str) -> Result<(), HandoverError> {
    Err(HandoverError("there is nobody to take a file here".into()))
}

#[cfg(target_arch = "wasm32")]
mod browser {
    use js_sys::{Array, Function, Promise, Reflect};
    use wasm_bindgen::prelude::*;

    fn call(object: &JsValue, name: &str, arguments: &[JsValue]) -> Option<JsValue> {
        let function: Function = Reflect::get(object, &name.into()).ok()?.dyn_into().ok()?;
        function.apply(object, &arguments.iter().collect::<Array>()).ok()
    }

    pub async fn copy_by_clipboard(text: &str) -> Option<()> {
        let navigator = web_sys::window()?.navigator();
        let clipboard = Reflect::get(&navigator, &"clipboard".into()).ok()?;
        let written: Promise = call(&clipboard, "writeText", &[text.into()])?.dyn_into().ok()?;
        wasm_bindgen_futures::JsFuture::from(written).await.ok().map(drop)
    }

    pub fn share(title: &str, address: &str, refused: impl FnOnce() + 'static) -> Option<()> {
        let data = js_sys::Object::new();
        for (name, value) in [("title", title), ("url", address)] {
            Reflect::set(&data, &name.into(), &value.into()).ok()?;
        }
        let shared: Promise =
            call(&web_sys::window()?.navigator(), "share", &[data.into()])?.dyn_into().ok()?;
        crate::platform::task::spawn(async move {
            let Err(error) = wasm_bindgen_futures::JsFuture::from(shared).await else { return };
            let name = Reflect::get(&error, &"name".into()).ok().and_then(|name| name.as_string());
            // A reader who thinks better of it is no failure.
            if name.as_deref() != Some("AbortError") {
                refused();
            }
        });
        Some(())
    }

    pub fn copy_by_field(text: &str, parent: &str) -> Option<()> {
        let document = web_sys::window()?.document()?;
        let parent = document.get_element_by_id(parent)?;
        let focused = document.active_element();
        let field: web_sys::HtmlTextAreaElement =
            document.create_element("textarea").ok()?.dyn_into().ok()?;
        field.set_value(text);
        parent.append_child(&field).ok()?;
        field.select();
        let copied = call(&document, "execCommand", &["copy".into()]).is_some_and(|done| done.is_truthy());
        field.remove();
        if let Some(focused) = focused.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
            let _ = focused.focus();
        }
        copied.then_some(())
    }

    pub fn download(name: &str, media_type: &str, text: &str) -> Result<(), JsValue> {
        let document = web_sys::window().and_then(|window| window.document()).ok_or("no document")?;
        let settings = web_sys::BlobPropertyBag::new();
        settings.set_type(media_type);
        let parts = Array::of1(&text.into());
        let blob = web_sys::Blob::new_with_str_sequence_and_options(&parts, &settings)?;
        let address = web_sys::Url::create_object_url_with_blob(&blob)?;
        let link: web_sys::HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
        link.set_href(&address);
        link.set_download(name);
        link.click();
        // Safari reads the address after the click has returned.
        let revoke = move || drop(web_sys::Url::revoke_object_url(&address));
        crate::platform::timer::after(60_000, revoke).forget();
        Ok(())
    }
}
