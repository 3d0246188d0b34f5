//! Where the keyboard is, and modal dialogs.

/// Where the reader was: what had the focus, and what was selected.
#[derive(Default)]
pub struct Focused {
    #[cfg(target_arch = "wasm32")]
    element: Option<web_sys::HtmlElement>,
    #[cfg(target_arch = "wasm32")]
    range: Option<web_sys::Range>,
}

#[cfg(target_arch = "wasm32")]
mod browser {
    use super::Focused;
    use crate::platform::selection;
    use wasm_bindgen::{JsCast, JsValue};
    use web_sys::{Element, Event, HtmlDialogElement, HtmlElement};

    fn document() -> Option<web_sys::Document> {
        web_sys::window()?.document()
    }

    /// The element with this identifier.
    fn by_id<T: JsCast>(id: &str) -> Option<T> {
        document()?.get_element_by_id(id)?.dyn_into().ok()
    }

    fn active() -> Option<HtmlElement> {
        document()?.active_element()?.dyn_into().ok()
    }

    /// Whether keys now go into a text field, or into text that can be edited.
    pub fn in_text_field() -> bool {
        active().is_some_and(|element| {
            element.is_content_editable() || element.matches("input, textarea, select").unwrap_or(false)
        })
    }

    /// Opens the `<dialog>` with this identifier as a modal one; says where the reader was. Nothing changes where
    /// it is open already.
    pub fn open_dialog(id: &str) -> Focused {
        let element = active().filter(|element| element.tag_name() != "BODY");
        // A copy: some browsers lead the one they gave along with the selection.
        let range = selection::range().and_then(|range| call_with(&range, "cloneRange", &JsValue::UNDEFINED));
        let range = range.map(JsCast::unchecked_into);
        if let Some(dialog) = by_id::<HtmlDialogElement>(id).filter(|dialog| !dialog.open()) {
            let _ = dialog.show_modal();
        }
        Focused { element, range }
    }

    /// Closes the `<dialog>` with this identifier.
    pub fn close_dialog(id: &str) {
        if let Some(dialog) = by_id::<HtmlDialogElement>(id) {
            dialog.close();
        }
    }

    /// Whether any modal dialog is open.
    pub fn dialog_is_open() -> bool {
        document().and_then(|document| document.query_selector("dialog[open]").ok().flatten()).is_some()
    }

    /// Moves the focus to the element with this identifier.
    pub fn focus(id: &str) {
        if let Some(element) = by_id::<HtmlElement>(id) {
            let _ = element.focus();
        }
    }

    /// Moves the focus to the element `id`, if it is within what `selector` names and is about to go.
    pub fn leave(selector: &str, id: &str) {
        let inside =
            document().and_then(|it| it.query_selector(&[selector, " :focus"].concat()).ok().flatten());
        if inside.is_some() {
            focus(id);
        }
    }

    /// Closes the `<details>` that the event came to, if its key is Escape, and leads the focus to its button.
    pub fn close_on_escape(event: &Event) {
        if member(event, "key").and_then(|key| key.as_string()).as_deref() == Some("Escape")
            && let Some(details) = close(event)
            && let Ok(Some(summary)) = details.query_selector("summary")
            && let Some(summary) = summary.dyn_ref::<HtmlElement>()
        {
            let _ = summary.focus();
        }
    }

    /// Closes the `<details>` that the event came to, if the focus goes elsewhere in the page.
    pub fn close_when_left(event: &Event) {
        let goes_to =
            member(event, "relatedTarget").and_then(|target| target.dyn_into::<web_sys::Node>().ok());
        let details = event.current_target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
        if let (Some(details), Some(_)) = (details, &goes_to)
            && !details.contains(goes_to.as_ref())
        {
            close(event);
        }
    }

    /// Scrolls to what the `<details>` that the event came to has opened, as far as it is not in sight.
    pub fn show_opened(event: &Event) {
        let details = event.current_target().and_then(|target| target.dyn_into::<Element>().ok());
        let Some(details) = details.filter(|details| details.has_attribute("open")) else { return };
        let Some(opened) = details.last_element_child() else { return };
        call_with(&opened, "scrollIntoView", &option("block", &"nearest".into()));
    }

    /// Calls a method by its name. What is called seldom is called so: an import of its own would cost every reader more.
    fn call_with(object: &JsValue, name: &str, argument: &JsValue) -> Option<JsValue> {
        let method = js_sys::Reflect::get(object, &name.into()).ok()?;
        method.dyn_into::<js_sys::Function>().ok()?.call1(object, argument).ok()
    }

    /// An object with one member.
    fn option(name: &str, value: &JsValue) -> JsValue {
        let options = js_sys::Object::new();
        let _ = js_sys::Reflect::set(&options, &name.into(), value);
        options.into()
    }

    /// Opens the `<details>` around the element `id`.
    pub fn open_around(id: &str) {
        let details = document().and_then(|document| document.get_element_by_id(id)?.parent_element());
        if let Some(details) = details {
            let _ = details.set_attribute("open", "");
        }
    }

    fn close(event: &Event) -> Option<Element> {
        let details: Element = event.current_target()?.dyn_into().ok()?;
        details.remove_attribute("open").ok()?;
        Some(details)
    }

    fn member(event: &Event, name: &str) -> Option<wasm_bindgen::JsValue> {
        js_sys::Reflect::get(event, &name.into()).ok()
    }

    impl Focused {
        /// Brings the reader back: to what had the focus, and to the words that were selected, which are selected again. Where
        /// the page as a whole had the focus, those words lead: the block around them gets it, and nothing scrolls. Where all
        /// of that has gone, the first element that matches `selector` gets it.
        pub fn restore(self, selector: &str) {
            let block = self.range.as_ref().and_then(selection::block_of);
            let block = block.filter(|block| block.is_connected());
            let is_control = |element: &HtmlElement| {
                element.is_connected() && element.get_attribute("tabindex").as_deref() != Some("-1")
            };
            if let Some(block) = block.filter(|_| !self.element.as_ref().is_some_and(is_control)) {
                // Text takes the focus only where it is told to. Tab goes on from here.
                if !block.has_attribute("tabindex") {
                    let _ = block.set_attribute("tabindex", "-1");
                }
                call_with(&block, "focus", &option("preventScroll", &true.into()));
            } else {
                self.restore_element(selector);
            }
            if let (Some(range), Some(Ok(Some(selection)))) =
                (&self.range, web_sys::window().map(|window| window.get_selection()))
            {
                call_with(&selection, "removeAllRanges", &JsValue::UNDEFINED);
                call_with(&selection, "addRange", range);
            }
        }

        fn restore_element(&self, selector: &str) {
            let here = self.element.clone().filter(|element| element.is_connected());
            let other = || document()?.query_selector(selector).ok()??.dyn_into().ok();
            if let Some(element) = here.or_else(other) {
                let _ = element.focus();
            }
        }
    }
}

#[cfg(target_arch = "wasm32")]
pub use browser::{
    close_dialog, close_on_escape, close_when_left, dialog_is_open, focus, in_text_field, leave, open_around,
    open_dialog, show_opened,
};

#[cfg(not(target_arch = "wasm32"))]
pub use native::{
    close_dialog, close_on_escape, close_when_left, dialog_is_open, focus, in_text_field, leave, open_around,
    open_dialog, show_opened,
};

/// Natively there is no keyboard.
#[cfg(not(target_arch = "wasm32"))]
mod native {
    use super::Focused;
    use crate::platform::events::Event;

    /// Never natively.
    pub fn in_text_field() -> bool {
        false
    }

    /// Nothing opens natively.
    pub fn open_dialog(_id: &str) -> Focused {
        Focused::default()
    }

    /// Nothing closes natively.
    pub fn close_dialog(_id: &str) {}

    /// There are no events natively.
    pub fn close_on_escape(_event: &Event) {}

    /// There are no events natively.
    pub fn close_when_left(_event: &Event) {}

    /// There are no events natively.
    pub fn show_opened(_event: &Event) {}

    /// Nothing opens natively.
    pub fn open_around(_id: &str) {}

    /// Never natively.
    pub fn dialog_is_open() -> bool {
        false
    }

    /// Nothing has the focus natively.
    pub fn focus(_id: &str) {}

    /// Nothing has the focus natively.
    pub fn leave(_selector: &str, _id: &str) {}

    impl Focused {
        /// Nothing has the focus natively.
        pub fn restore(self, _selector: &str) {}
    }
}
