//! The way from the front to the page.

use leptos::prelude::*;

use super::use_edition;
use crate::locale::Message;
use crate::model::Crumb;

/// The way to the page as an ordered list of links (WAI-ARIA breadcrumb pattern).
///
/// `current` is the page itself where the way does not end with it: on an article, whose headline
/// follows anyway, it is said to screen readers only. Where the last crumb is the page, `current` is
/// `None` and that crumb is marked. Separators are drawn by the style.
#[component]
pub fn Breadcrumbs(crumbs: Vec<Crumb>, current: Option<String>) -> impl IntoView {
    let edition = use_edition();
    let last = crumbs.len().saturating_sub(1);
    let ends_here = current.is_none();
    let items = crumbs
        .into_iter()
        .enumerate()
        .map(|(index, crumb)| {
            let here = (ends_here && index == last).then_some("page");
            view! { <li><a href=edition.href(&crumb.path) aria-current=here>{crumb.name}</a></li> }
        })
        .collect_view();
    let current =
        current.map(|name| view! { <span class="visually-hidden" aria-current="page">{name}</span> });
    view! {
        <nav class="breadcrumbs" aria-label=edition.locale.text(Message::Breadcrumbs)>
            <ol>{items}</ol>
            {current}
        </nav>
    }
}
