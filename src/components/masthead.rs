//! The newsroom's name, the sections, and the choice of edition and theme.

use leptos::prelude::*;

use super::theme_switch::ThemeSwitch;
use super::{EditionContext, use_edition};
use crate::locale::Message;
use crate::model::{Section, SitePath};

/// The head of every page. `path` is the place the reader is at.
#[component]
pub fn Masthead(#[prop(into)] path: Signal<SitePath>) -> impl IntoView {
    let edition = use_edition();
    let front = edition.href(&edition.edition().path);
    let logo = edition.site.logo.as_ref().map(|logo| {
        view! { <img class="masthead-mark" src=edition.resolve(logo) alt="" width="40" height="40"/> }
    });
    view! {
        <header class="masthead">
            <div class="masthead-bar">
                <a class="masthead-name" href=front>{logo}<span>{edition.site_name()}</span></a>
                <div class="masthead-tools">
                    <EditionSwitch/>
                    <ThemeSwitch/>
                </div>
            </div>
            <SectionNavigation path=path/>
        </header>
    }
}

/// The other editions, each in its own language.
#[component]
fn EditionSwitch() -> impl IntoView {
    let edition = use_edition();
    let links = edition.site.editions.iter().enumerate().map(|(index, other)| {
        let language = other.language.to_string();
        let here = (index == edition.index).then_some("true");
        view! {
            <li>
                <a href=edition.href(&other.path) lang=language.clone() hreflang=language aria-current=here>
                    {other.label.clone()}
                </a>
            </li>
        }
    });
    let links = links.collect_view();
    (edition.site.editions.len() > 1).then(|| {
        view! { <nav class="editions" aria-label=edition.locale.text(Message::Editions)><ul>{links}</ul></nav> }
    })
}

/// The top sections, and below the one the reader is in, its own.
#[component]
fn SectionNavigation(path: Signal<SitePath>) -> impl IntoView {
    let edition = use_edition();
    let root = edition.edition().path.clone();
    let label = edition.locale.text(Message::MainMenu);
    let top = section_links(&edition, &edition.site.sections, &root, path);
    let inner = move || {
        let path = path.get();
        let open = edition.site.sections.iter().find(|section| root.join(&section.slug).contains(&path));
        let open = open.filter(|section| !section.sections.is_empty())?;
        let links = section_links(&edition, &open.sections, &root.join(&open.slug), Signal::stored(path));
        Some(view! { <ul class="subsections">{links}</ul> })
    };
    view! { <nav class="sections" aria-label=label><ul>{top}</ul>{inner}</nav> }
}

fn section_links(
    edition: &EditionContext,
    sections: &[Section],
    parent: &SitePath,
    path: Signal<SitePath>,
) -> AnyView {
    let links = sections.iter().map(|section| {
        let place = parent.join(&section.slug);
        let href = edition.href(&place);
        // `page` where the reader is on the section itself, `true` where they are inside it.
        let here = move || {
            path.with(|path| match path {
                path if *path == place => Some("page"),
                path if place.contains(path) => Some("true"),
                _ => None,
            })
        };
        view! { <li><a href=href aria-current=here>{edition.section_name(section)}</a></li> }
    });
    links.collect_view().into_any()
}
