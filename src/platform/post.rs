//! Sending a text to an address and learning what became of it.

use std::fmt;

/// What a server answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The `Retry-After` field, where the server let the page see it: across origins that takes
    /// `Access-Control-Expose-Headers: Retry-After`.
    pub retry_after: Option<String>,
}

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PostError {
    /// The server sent the request elsewhere. It was not followed: the page at its end, such as a login
    /// form, would answer 200 without anybody having taken the text.
    Redirected,
    /// Nothing came within the time allowed. The server may have taken the text all the same.
    TimedOut,
    /// No connection, no permission (CORS), or the connection broke. The server may have taken the text.
    Unreachable(String),
}

impl fmt::Display for PostError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Redirected => formatter.write_str("the server sent the request elsewhere"),
            Self::TimedOut => formatter.write_str("the server did not answer in time"),
            Self::Unreachable(cause) => write!(formatter, "the server could not be reached: {cause}"),
        }
    }
}

impl std::error::Error for PostError {}

#[cfg(target_arch = "wasm32")]
pub use browser::post_json;

#[cfg(target_arch = "wasm32")]
mod browser {
    use super::{Answer, PostError};
    use wasm_bindgen::{JsCast, JsValue};
    use wasm_bindgen_futures::JsFuture;
    use web_sys::{
        AbortController, ReferrerPolicy, RequestCache, RequestCredentials, RequestInit, RequestMode,
    };
    use web_sys::{RequestRedirect, Response, ResponseType};

    /// POSTs `body` as `application/json`, without cookies, without a referrer, without following redirects;
    /// gives up after `patience` milliseconds.
    pub async fn post_json(address: &str, body: &str, patience: u32) -> Result<Answer, PostError> {
        let window = web_sys::window().ok_or_else(|| PostError::Unreachable("no window".into()))?;
        let controller = AbortController::new().map_err(unreachable)?;
        let settings = settings(body, &controller)?;
        let abort = controller.clone();
        let timer = crate::platform::timer::after(patience, move || abort.abort());
        let fetched = JsFuture::from(window.fetch_with_str_and_init(address, &settings)).await;
        drop(timer);
        let response: Response = match fetched {
            Ok(response) => response.dyn_into().map_err(unreachable)?,
            Err(_) if controller.signal().aborted() => return Err(PostError::TimedOut),
            Err(cause) => return Err(unreachable(cause)),
        };
        if response.type_() == ResponseType::Opaqueredirect {
            return Err(PostError::Redirected);
        }
        let retry_after = response.headers().get("retry-after").ok().flatten();
        Ok(Answer { status: response.status(), retry_after })
    }

    fn settings(body: &str, controller: &AbortController) -> Result<RequestInit, PostError> {
        let headers = web_sys::Headers::new().map_err(unreachable)?;
        headers.set("content-type", "application/json").map_err(unreachable)?;
        let settings = RequestInit::new();
        settings.set_method("POST");
        settings.set_headers(&headers);
        settings.set_body(&JsValue::from_str(body));
        settings.set_mode(RequestMode::Cors);
        settings.set_credentials(RequestCredentials::Omit);
        settings.set_referrer_policy(ReferrerPolicy::NoReferrer);
        settings.set_redirect(RequestRedirect::Manual);
        settings.set_cache(RequestCache::NoStore);
        settings.set_signal(Some(&controller.signal()));
        Ok(settings)
    }

    fn unreachable(cause: JsValue) -> PostError {
        let message = cause.dyn_ref::<js_sys::Error>().map(|error| String::from(error.message()));
        PostError::Unreachable(message.unwrap_or_default())
    }
}

/// Natively nothing is sent: reports are written in a browser.
#[cfg(not(target_arch = "wasm32"))]
pub async fn post_json(_address: &str, _body: &str, _patience: u32) -> Result<Answer, PostError> {
    Err(PostError::Unreachable("reports are sent from a browser".into()))
}
