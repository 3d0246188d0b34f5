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
    /// Nobody waits for it any more: [`leave_all_but`].
    Left,
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
    let _running = running::Running::new(address, &controller);
    let late = std::rc::Rc::new(std::cell::Cell::new(false));
    let is_late = late.clone();
    let _timer = super::timer::after(TIMEOUT_MILLISECONDS, move || {
        late.set(true);
        controller.abort();
    });
    let request = gloo_net::http::Request::get(address).cache(cache).abort_signal(Some(&signal)).send();
    let answer = async {
        let response = request.await?;
        let content_type = response.headers().get("content-type").unwrap_or_default();
        Ok::<_, gloo_net::Error>(Response {
            status: response.status(),
            content_type,
            body: response.text().await?,
        })
    };
    answer.await.map_err(|_| {
        let online = web_sys::window().is_none_or(|window| window.navigator().on_line());
        match (signal.aborted(), is_late.get(), online) {
            (true, true, _) => FetchError::TimedOut,
            (true, false, _) => FetchError::Left,
            (false, _, true) => FetchError::Unreachable,
            (false, _, false) => FetchError::Offline,
        }
    })
}

/// Whether the reader has asked for little to be fetched (Save Data API), or is on a line that carries little.
#[cfg(target_arch = "wasm32")]
pub fn saves_data() -> bool {
    use wasm_bindgen::JsValue;
    let get = |object: &JsValue, name: &str| js_sys::Reflect::get(object, &name.into()).ok();
    let navigator = web_sys::window().map(|window| window.navigator());
    let connection = navigator.and_then(|navigator| get(&navigator, "connection"));
    let Some(connection) = connection.filter(JsValue::is_object) else { return false };
    let is_slow = |kind: JsValue| kind.as_string().is_some_and(|kind| kind.ends_with("2g"));
    get(&connection, "saveData").is_some_and(|saves| saves.is_truthy())
        || get(&connection, "effectiveType").is_some_and(is_slow)
}

/// Breaks off what is being fetched but for the documents at `addresses`: the reader has left what it was for.
#[cfg(target_arch = "wasm32")]
pub fn leave_all_but(addresses: &[String]) {
    running::leave_all_but(addresses);
}

#[cfg(target_arch = "wasm32")]
mod running {
    use std::cell::RefCell;

    use web_sys::AbortController;

    thread_local! {
        static RUNNING: RefCell<Vec<(String, AbortController)>> = const { RefCell::new(Vec::new()) };
    }

    /// A fetch that is going on, for as long as this is there.
    pub struct Running(AbortController);

    impl Running {
        pub fn new(address: &str, controller: &AbortController) -> Self {
            RUNNING.with_borrow_mut(|running| running.push((address.to_owned(), controller.clone())));
            Self(controller.clone())
        }
    }

    impl Drop for Running {
        fn drop(&mut self) {
            RUNNING.with_borrow_mut(|running| running.retain(|(_, controller)| *controller != self.0));
        }
    }

    pub fn leave_all_but(addresses: &[String]) {
        // What breaking off sets going may fetch something else.
        let running = RUNNING.with_borrow(Clone::clone);
        for (_, controller) in running.iter().filter(|(address, _)| !addresses.contains(address)) {
            controller.abort();
        }
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

/// Nobody is asking.
#[cfg(not(target_arch = "wasm32"))]
pub fn saves_data() -> bool {
    false
}

/// Nothing is being fetched.
#[cfg(not(target_arch = "wasm32"))]
pub fn leave_all_but(_addresses: &[String]) {}
