//! Asking the index that lies beside the site.

/// That the index could not be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SearchError;

/// Asks the module at `address`, which is loaded when it is asked for the first time. `request` and the answer are JSON.
///
/// Only a script can import a module, so the page's start (`scripts/start.js`) does.
#[cfg(target_arch = "wasm32")]
pub async fn ask(address: &str, request: &str) -> Result<String, SearchError> {
    use wasm_bindgen::JsCast;
    let answer = async {
        let window = web_sys::window()?;
        let ask = js_sys::Reflect::get(&window, &"broadsheetAsk".into()).ok()?;
        let ask: js_sys::Function = ask.dyn_into().ok()?;
        let promise = ask.call2(&window, &address.into(), &request.into()).ok()?;
        let promise: js_sys::Promise = promise.dyn_into().ok()?;
        wasm_bindgen_futures::JsFuture::from(promise).await.ok()?.as_string()
    };
    answer.await.ok_or(SearchError)
}

/// Natively there is nobody to search.
#[cfg(not(target_arch = "wasm32"))]
pub async fn ask(_address: &str, _request: &str) -> Result<String, SearchError> {
    Err(SearchError)
}
