//! The address bar: where the reader is, and their way from page to page.

/// The address of the page, and how it changes. Cheap to clone.
#[derive(Clone)]
pub struct Navigation {
    #[cfg(target_arch = "wasm32")]
    location: Option<leptos_router::location::BrowserUrl>,
    #[cfg(not(target_arch = "wasm32"))]
    path: String,
}

#[cfg(target_arch = "wasm32")]
mod browser {
    use super::Navigation;
    use leptos::prelude::With;
    use leptos_router::location::{BrowserUrl, LocationProvider};

    impl Navigation {
        /// Follows links below the base path `base`, and the ways back and forward, without loading pages anew.
        ///
        /// `leptos_router` decides which clicks are followed, and keeps the history. Its routes are not used: the
        /// sections of a site are not known when this is compiled.
        pub fn begin(base: &str) -> Self {
            // Without a location this is no window with an address, and no link is followed in it.
            let location = BrowserUrl::new().ok();
            if let Some(location) = &location {
                location.init(Some(base.trim_end_matches('/').to_owned().into()));
            }
            Self { location }
        }

        /// The path of the address, percent-encoded as it stands there. A signal behind it is read.
        pub fn path(&self) -> String {
            let location = self.location.as_ref();
            location.map(|location| location.as_url().with(|url| url.path().to_owned())).unwrap_or_default()
        }

        /// Says that the page is drawn, so that its address is shown and the page scrolled.
        pub fn arrived(&self) {
            if let Some(location) = &self.location {
                location.ready_to_complete();
            }
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl Navigation {
    /// A page that is pressed is at one place.
    pub fn at(path: &str) -> Self {
        Self { path: path.to_owned() }
    }

    /// The path of the address, percent-encoded.
    pub fn path(&self) -> String {
        self.path.clone()
    }

    /// Nobody waits for it.
    pub fn arrived(&self) {}
}
