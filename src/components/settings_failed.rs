//! What is shown when the site's settings cannot be read, and so nothing else is known.

use leptos::prelude::*;

use super::Explanation;
use crate::locale::{Locale, Message};
use crate::model::{Edition, Language, SitePath};
use crate::platform::document;
use crate::store::Failure;

/// A sentence in the first of the reader's own languages, and a way to try again.
#[component]
pub fn SettingsFailed(failure: Failure, languages: Vec<Language>) -> impl IntoView {
    let known = ["en", "ru", "kk", "ar"];
    let language = languages
        .into_iter()
        .find(|language| known.contains(&language.primary().as_str()))
        .or_else(|| Language::parse("en"));
    let locale = language.map(|language| {
        document::set_language(&language, language.direction());
        Locale::new(&Edition {
            language,
            label: String::new(),
            path: SitePath::root(),
            time_zone: "UTC".to_owned(),
            messages: Vec::new(),
        })
    })?;
    let cause = Explanation::of_failure(&failure, &locale);
    document::set_title(&cause.heading);
    Some(view! {
        <main class="failure">
            <h1>{cause.heading}</h1>
            <p>{locale.text(Message::SiteUnreadable)}</p>
            <p>{cause.sentence}</p>
            {cause.detail.map(|detail| view! { <p class="failure-detail">{detail}</p> })}
            <button type="button" class="button button-primary" on:click=move |_| document::reload()>
                {locale.text(Message::Reload)}
            </button>
        </main>
    })
}
