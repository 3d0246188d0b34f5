//! The voice of the reader's browser (Web Speech API). Natively there is none.

/// Something that is being said. To be kept until it has ended.
pub struct Said(
    #[cfg(target_arch = "wasm32")]
    #[expect(dead_code, reason = "kept alive")]
    browser::Utterance,
);

#[cfg(target_arch = "wasm32")]
mod browser {
    use super::Said;
    use crate::model::Language;
    use wasm_bindgen::closure::Closure;
    use wasm_bindgen::{JsCast, JsValue};
    use web_sys::{SpeechSynthesis, SpeechSynthesisUtterance};

    pub type Utterance = SpeechSynthesisUtterance;

    fn synthesis() -> Option<SpeechSynthesis> {
        // Where a browser has none, the property is missing.
        let window = web_sys::window()?;
        let there = js_sys::Reflect::get(&window, &"speechSynthesis".into()).ok()?;
        there.is_object().then(|| window.speech_synthesis().ok()).flatten()
    }

    /// Whether there is a voice for texts in `language`.
    pub fn has_voice(language: &Language) -> bool {
        let speaks = |voice: JsValue| {
            let tag = js_sys::Reflect::get(&voice, &"lang".into()).ok()?.as_string()?;
            // Android writes en_US.
            Some(Language::parse(&tag.replace('_', "-"))?.same_language(language))
        };
        synthesis()
            .is_some_and(|synthesis| synthesis.get_voices().iter().any(|voice| speaks(voice) == Some(true)))
    }

    /// Says `text`, and calls `ended` with whether it could be said. `None` where there is no voice at all.
    pub fn say(text: &str, language: &Language, ended: impl FnOnce(bool) + 'static) -> Option<Said> {
        let synthesis = synthesis()?;
        let utterance = SpeechSynthesisUtterance::new_with_text(text).ok()?;
        utterance.set_lang(language.as_str());
        // Only the event of a failure says what went wrong.
        let ended = Closure::once_into_js(move |event: JsValue| {
            ended(!js_sys::Reflect::has(&event, &"error".into()).unwrap_or(false));
        });
        utterance.set_onend(Some(ended.unchecked_ref()));
        utterance.set_onerror(Some(ended.unchecked_ref()));
        synthesis.speak(&utterance);
        Some(Said(utterance))
    }

    /// Ends all that is being said.
    pub fn cancel() {
        if let Some(synthesis) = synthesis() {
            synthesis.cancel();
        }
    }

    /// Marks the part of the article that is being said: headline, lead, and the blocks of the body, counted from 0.
    pub fn mark(index: Option<usize>) {
        let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
        if let Ok(Some(before)) = document.query_selector("[data-spoken]") {
            let _ = before.remove_attribute("data-spoken");
        }
        let parts = ".article h1, .article .lead, [data-article-body] > :not(.correction)";
        let Some(index) = index.and_then(|index| u32::try_from(index).ok()) else { return };
        let part = document.query_selector_all(parts).ok().and_then(|parts| parts.get(index));
        if let Some(part) = part.and_then(|part| part.dyn_into::<web_sys::Element>().ok()) {
            let _ = part.set_attribute("data-spoken", "");
        }
    }
}

#[cfg(target_arch = "wasm32")]
pub use browser::{cancel, has_voice, mark, say};

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use super::Said;
    use crate::model::Language;

    /// Never natively.
    pub fn has_voice(_language: &Language) -> bool {
        false
    }

    /// Nothing is said natively.
    pub fn say(_text: &str, _language: &Language, _ended: impl FnOnce(bool) + 'static) -> Option<Said> {
        None
    }

    /// Nothing is said natively.
    pub fn cancel() {}

    /// Nothing is said natively.
    pub fn mark(_index: Option<usize>) {}
}

#[cfg(not(target_arch = "wasm32"))]
pub use native::{cancel, has_voice, mark, say};
