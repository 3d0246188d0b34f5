//! Fetching documents.

/// What a server answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Response {
    /// The HTTP status.
    pub status: u16,
    /// The `Content-Type` header, empty where there is none.
    pub content_type: String,
    /// The body.
    pub body: String,
}

/// Why no answer came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FetchError {
    /// The device has no network.
    Offline,
    /// There is a network, but the server was not reached, or broke off.
    Unreachable,
    /// No answer came in [`TIMEOUT_MILLISECONDS`].
    TimedOut,
}

/// How long a document may take.
pub const TIMEOUT_MILLISECONDS: u32 = 20_000;

/// Fetches the text at `address`, or takes what the page's start has begun to fetch.
#[cfg(target_arch = "wasm32")]
pub async fn get(address: &str) -> Result<Response, FetchError> {
    if let Some(response) = begun(address).await {
        return Ok(response);
    }
    fetch(address, web_sys::RequestCache::Default).await
}

/// Fetches the text at `address`, asking the host even where the browser has it.
#[cfg(target_arch = "wasm32")]
pub async fn get_anew(address: &str) -> Result<Response, FetchError> {
    fetch(address, web_sys::RequestCache::NoCache).await
}

/// The answer that `scripts/start.js` has asked for while the program was on its way; each can be had once.
#[cfg(target_arch = "wasm32")]
async fn begun(address: &str) -> Option<Response> {
    use wasm_bindgen::JsCast;
    let window = web_sys::window()?;
    let begun = js_sys::Reflect::get(&window, &"broadsheetBegun".into()).ok()?;
    let address_is = |begun: &wasm_bindgen::JsValue| {
        js_sys::Reflect::get(begun, &"address".into()).ok()?.as_string().filter(|own| own == address)
    };
    address_is(&begun)?;
    let _ = js_sys::Reflect::delete_property(&window, &"broadsheetBegun".into());
    let promise: js_sys::Promise = js_sys::Reflect::get(&begun, &"answer".into()).ok()?.dyn_into().ok()?;
    let answer = wasm_bindgen_futures::JsFuture::from(promise).await.ok()?;
    let text = |name: &str| js_sys::Reflect::get(&answer, &name.into()).ok()?.as_string();
    let status = js_sys::Reflect::get(&answer, &"status".into()).ok()?.as_f64()?;
    // A status has three digits.
    Some(Response { status: status as u16, content_type: text("type")?, body: text("body")? })
}

#[cfg(target_arch = "wasm32")]
async fn fetch(address: &str, cache: web_sys::RequestCache) -> Result<Response, FetchError> {
    // `AbortSignal.timeout` would do in one call, but throws where a browser is older than it.
    let controller = web_sys::AbortController::new().map_err(|_| FetchError::Unreachable)?;
    let signal = controller.signal();
    let _timer = super::timer::after(TIMEOUT_MILLISECONDS, move || controller.abort());
    let response = gloo_net::http::Request::get(address)
        .cache(cache)
        .abort_signal(Some(&signal))
        .send()
        .await
        .map_err(|_| failure(&signal))?;
    let content_type = response.headers().get("content-type").unwrap_or_default();
    let body = response.text().await.map_err(|_| failure(&signal))?;
    Ok(Response { status: response.status(), content_type, body })
}

#[cfg(target_arch = "wasm32")]
fn failure(signal: &web_sys::AbortSignal) -> FetchError {
    let online = web_sys::window().is_none_or(|window| window.navigator().on_line());
    match (signal.aborted(), online) {
        (true, _) => FetchError::TimedOut,
        (false, true) => FetchError::Unreachable,
        (false, false) => FetchError::Offline,
    }
}

/// Natively pages are drawn from documents that were read beforehand; nothing is fetched.
#[cfg(not(target_arch = "wasm32"))]
pub async fn get(_address: &str) -> Result<Response, FetchError> {
    Err(FetchError::Unreachable)
}

/// Nothing is fetched natively.
#[cfg(not(target_arch = "wasm32"))]
pub async fn get_anew(_address: &str) -> Result<Response, FetchError> {
    Err(FetchError::Unreachable)
}
