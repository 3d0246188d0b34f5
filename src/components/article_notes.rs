//! What stands around an article's text: corrections, sources, subjects, translations, further reading.

use leptos::prelude::*;

use super::use_edition;
use crate::locale::Message;
use crate::model::{Correction, Related, Subject, Translation};

/// What was wrong in the article before.
#[component]
pub fn Corrections(corrections: Vec<Correction>) -> impl IntoView {
    let locale = use_edition().locale;
    (!corrections.is_empty()).then(|| {
        let items = corrections.into_iter().map(|correction| {
            let date = correction.date.map(|date| {
                view! { <time datetime=date.to_string()>{locale.date(date)}</time> ": " }
            });
            view! { <li>{date}{correction.text}</li> }
        });
        let items = items.collect_view();
        view! {
            <section class="corrections" aria-label=locale.text(Message::Corrections)>
                <h2>{locale.text(Message::Corrections)}</h2>
                <ul>{items}</ul>
            </section>
        }
    })
}

/// Where the text comes from, such as an agency.
#[component]
pub fn TextSources(sources: Vec<String>) -> impl IntoView {
    let locale = use_edition().locale;
    (!sources.is_empty())
        .then(|| view! { <p class="sources">{locale.with(Message::Sources, &[("names", &locale.list(&sources))])}</p> })
}

/// What the article is about.
#[component]
pub fn Subjects(subjects: Vec<Subject>) -> impl IntoView {
    let locale = use_edition().locale;
    (!subjects.is_empty()).then(|| {
        let label = locale.text(Message::Subjects);
        let items = subjects.into_iter().map(|subject| view! { <li>{subject.name}</li> }).collect_view();
        view! { <ul class="subjects" aria-label=label>{items}</ul> }
    })
}

/// The same article in other languages.
#[component]
pub fn Translations(translations: Vec<Translation>) -> impl IntoView {
    let edition = use_edition();
    let locale = edition.locale.clone();
    let links = translations.into_iter().filter_map(move |translation| {
        let other =
            edition.site.editions.iter().find(|other| other.language.same_language(&translation.language))?;
        let language = translation.language.to_string();
        Some(view! {
            <li>
                <a href=edition.href(&translation.path) hreflang=language.clone() lang=language>
                    {other.label.clone()}
                </a>
            </li>
        })
    });
    let links: Vec<_> = links.collect();
    (!links.is_empty()).then(|| {
        view! {
            <div class="translations">
                <span id="translations-label">{locale.text(Message::Translations)}</span>
                <ul aria-labelledby="translations-label">{links}</ul>
            </div>
        }
    })
}

/// Articles to read next.
#[component]
pub fn RelatedArticles(related: Vec<Related>) -> impl IntoView {
    let edition = use_edition();
    let label = edition.locale.text(Message::Related);
    (!related.is_empty()).then(|| {
        let items = related
            .into_iter()
            .map(|article| view! { <li><a href=edition.href(&article.path)>{article.headline}</a></li> })
            .collect_view();
        view! {
            <aside class="related" data-related="" aria-labelledby="related-label">
                <h2 id="related-label">{label}</h2>
                <ul>{items}</ul>
            </aside>
        }
    })
}
