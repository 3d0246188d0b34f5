//! The page around the component tree: its title, language, settings and embedded data.

use crate::model::{Direction, Language};
use crate::piece::{DomElement, Event};

/// What is known of a document without fetching it, from the page the reader opened or from the press.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AtHand {
    /// Its text.
    Text(String),
    /// That the host had none when it answered with this page.
    Missing,
    /// Nothing.
    Unknown,
}

/// What the press made of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageKind {
    /// The page of the address it lies at, finished.
    Page,
    /// The page for every address that the host knows nothing of.
    Missing,
}

/// The name of the `<meta>` that says the kind.
pub const PAGE_KIND: &str = "broadsheet-pressed";

impl PageKind {
    /// The word for it in the page.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Missing => "missing",
        }
    }
}

#[cfg(target_arch = "wasm32")]
mod browser {
    use super::*;
    use wasm_bindgen::JsCast;

    fn document() -> Option<web_sys::Document> {
        web_sys::window()?.document()
    }

    /// The element that everything is drawn in.
    pub fn body() -> Option<DomElement> {
        document()?.body().map(Into::into)
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

    /// What the page holds of the document at `address`: a pressed page has its documents in elements named after
    /// their addresses.
    pub fn at_hand(address: &str) -> AtHand {
        match embedded(address) {
            Some(text) => AtHand::Text(text),
            None if page_kind() == Some(PageKind::Missing) => AtHand::Missing,
            None => AtHand::Unknown,
        }
    }

    /// What kind of page the press made this one.
    pub fn page_kind() -> Option<PageKind> {
        match meta(PAGE_KIND)?.as_str() {
            "page" => Some(PageKind::Page),
            "missing" => Some(PageKind::Missing),
            _ => None,
        }
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

    /// Sets `data-theme` on the page, or another attribute of what the reader chose, or takes it away.
    pub fn set_choice(name: &str, choice: Option<&str>) {
        if let Some(root) = document().and_then(|document| document.document_element()) {
            let _ = match choice {
                Some(choice) => root.set_attribute(name, choice),
                None => root.remove_attribute(name),
            };
        }
    }

    /// What the page says that the reader chose.
    pub fn choice(name: &str) -> Option<String> {
        document()?.document_element()?.get_attribute(name)
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

    /// Sets a custom property (`--…`) of one element.
    pub fn set_property_of(element: &DomElement, name: &str, value: &str) {
        if let Some(element) = element.dyn_ref::<web_sys::HtmlElement>() {
            let _ = element.style().set_property(name, value);
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
        // The address has letters of most scripts encoded.
        let target = fragment.strip_prefix('#').and_then(|id| js_sys::decode_uri_component(id).ok());
        let target = target.map(String::from).filter(|id| !id.is_empty());
        if let Some(element) = target.and_then(|id| document()?.get_element_by_id(&id)) {
            element.scroll_into_view();
        }
    }

    /// What a field of a form holds.
    pub fn field_value(field: &DomElement) -> String {
        if let Some(field) = field.dyn_ref::<web_sys::HtmlTextAreaElement>() {
            return field.value();
        }
        if let Some(field) = field.dyn_ref::<web_sys::HtmlSelectElement>() {
            return field.value();
        }
        field.dyn_ref::<web_sys::HtmlInputElement>().map(|field| field.value()).unwrap_or_default()
    }

    /// Fills a field of a form.
    pub fn set_field_value(field: &DomElement, value: &str) {
        if let Some(field) = field.dyn_ref::<web_sys::HtmlTextAreaElement>() {
            field.set_value(value);
        } else if let Some(field) = field.dyn_ref::<web_sys::HtmlSelectElement>() {
            field.set_value(value);
        } else if let Some(field) = field.dyn_ref::<web_sys::HtmlInputElement>() {
            field.set_value(value);
        }
    }

    /// Whether a radio button is chosen.
    pub fn is_checked(field: &DomElement) -> bool {
        field.dyn_ref::<web_sys::HtmlInputElement>().is_some_and(|field| field.checked())
    }

    /// Chooses a radio button, unless the reader has chosen another one of its `<fieldset>`.
    pub fn check(field: &DomElement) {
        let chosen = field.closest("fieldset:has(:checked)");
        let field = field.dyn_ref::<web_sys::HtmlInputElement>();
        if let Some(field) = field.filter(|_| !matches!(chosen, Ok(Some(_)))) {
            field.set_checked(true);
        }
    }

    /// What the field holds that an event came from.
    pub fn value_of(event: &Event) -> String {
        let field = event.target().and_then(|target| target.dyn_into::<DomElement>().ok());
        field.map(|field| field_value(&field)).unwrap_or_default()
    }

    /// Whether an `<img>` has been tried and cannot be shown.
    pub fn image_has_failed(image: &DomElement) -> bool {
        image.dyn_ref::<web_sys::HtmlImageElement>().is_some_and(|image| {
            image.complete() && image.natural_width() == 0 && !image.current_src().is_empty()
        })
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
mod native;

#[cfg(not(target_arch = "wasm32"))]
pub use native::*;
