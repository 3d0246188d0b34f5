//! The page around the component tree: its title, language, settings and embedded data.

use crate::model::{Direction, Language};

#[cfg(target_arch = "wasm32")]
mod browser {
    use super::*;
    use wasm_bindgen::JsCast;

    fn document() -> Option<web_sys::Document> {
        web_sys::window()?.document()
    }

    /// Sets the page's title.
    pub fn set_title(title: &str) {
        if let Some(document) = document() {
            document.set_title(title);
        }
    }

    /// Declares the page's language and direction.
    pub fn set_language(language: &Language, direction: Direction) {
        if let Some(root) = document().and_then(|document| document.document_element()) {
            // Setting an attribute of a valid name cannot fail.
            let _ = root.set_attribute("lang", language.as_str());
            let _ = root.set_attribute("dir", direction.as_str());
        }
    }

    /// The text of the element `id`, such as a `<script type="application/json">`.
    pub fn embedded(id: &str) -> Option<String> {
        document()?.get_element_by_id(id)?.text_content()
    }

    /// The `content` of `<meta name="…">`.
    pub fn meta(name: &str) -> Option<String> {
        document()?.query_selector(&format!("meta[name='{name}']")).ok()??.get_attribute("content")
    }

    /// The languages the reader's browser asks for, best first.
    pub fn preferred_languages() -> Vec<Language> {
        let Some(window) = web_sys::window() else { return Vec::new() };
        let languages = window.navigator().languages();
        languages.iter().filter_map(|tag| Language::parse(&tag.as_string()?)).collect()
    }

    /// Sets `data-theme` on the page, or takes it away.
    pub fn set_theme(theme: Option<&str>) {
        if let Some(root) = document().and_then(|document| document.document_element()) {
            let _ = match theme {
                Some(theme) => root.set_attribute("data-theme", theme),
                None => root.remove_attribute("data-theme"),
            };
        }
    }

    /// Sets a custom property (`--…`) of the whole page.
    pub fn set_property(name: &str, value: &str) {
        let root = document()
            .and_then(|document| document.document_element())
            .and_then(|root| root.dyn_into::<web_sys::HtmlElement>().ok());
        if let Some(root) = root {
            let _ = root.style().set_property(name, value);
        }
    }

    /// Moves the focus to the page's headline, so that a screen reader goes on from there.
    pub fn focus_headline() {
        let heading = document()
            .and_then(|document| document.query_selector("main h1").ok().flatten())
            .and_then(|heading| heading.dyn_into::<web_sys::HtmlElement>().ok());
        if let Some(heading) = heading {
            let options = web_sys::FocusOptions::new();
            options.set_prevent_scroll(true);
            let _ = heading.focus_with_options(&options);
        }
    }

    /// Scrolls to the element that the address's fragment names, if it is there.
    pub fn scroll_to_fragment() {
        let Some(window) = web_sys::window() else { return };
        let fragment = window.location().hash().unwrap_or_default();
        let target = fragment.strip_prefix('#').filter(|id| !id.is_empty());
        if let Some(element) = target.and_then(|id| document()?.get_element_by_id(id)) {
            element.scroll_into_view();
        }
    }

    /// Loads the page again.
    pub fn reload() {
        if let Some(window) = web_sys::window() {
            let _ = window.location().reload();
        }
    }
}

#[cfg(target_arch = "wasm32")]
pub use browser::*;

/// Natively there is no page to change: the press writes the head itself, from the same values.
#[cfg(not(target_arch = "wasm32"))]
mod native {
    use super::*;

    /// Nothing to set.
    pub fn set_title(_title: &str) {}

    /// Nothing to declare.
    pub fn set_language(_language: &Language, _direction: Direction) {}

    /// Nothing is embedded.
    pub fn embedded(_id: &str) -> Option<String> {
        None
    }

    /// There is no head to look in.
    pub fn meta(_name: &str) -> Option<String> {
        None
    }

    /// Nobody is asking.
    pub fn preferred_languages() -> Vec<Language> {
        Vec::new()
    }

    /// Nothing to set.
    pub fn set_theme(_theme: Option<&str>) {}

    /// Nothing to set.
    pub fn set_property(_name: &str, _value: &str) {}

    /// Nothing has the focus.
    pub fn focus_headline() {}

    /// Nothing scrolls.
    pub fn scroll_to_fragment() {}

    /// Nothing to load.
    pub fn reload() {}
}

#[cfg(not(target_arch = "wasm32"))]
pub use native::*;
