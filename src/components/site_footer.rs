//! The foot of every page, and the links to follow the newsroom.

use leptos::prelude::*;

use super::use_edition;
use crate::locale::Message;

/// Where to follow the newsroom: "Join Telegram" and its like, from `site.json`.
#[component]
pub fn FollowLinks() -> impl IntoView {
    let edition = use_edition();
    let language = edition.edition().language.clone();
    let links = edition.site.follow.iter().map(|link| {
        let href = edition.resolve(&link.address);
        let name = link.name.get(&language).to_owned();
        view! { <li><a href=href rel="external noopener noreferrer">{name}</a></li> }
    });
    let links = links.collect_view();
    (!edition.site.follow.is_empty())
        .then(|| view! { <ul class="follow" aria-label=edition.locale.text(Message::Follow)>{links}</ul> })
}

/// The foot of every page.
#[component]
pub fn SiteFooter() -> impl IntoView {
    let edition = use_edition();
    view! {
        <footer class="site-footer">
            <a class="site-footer-name" href=edition.href(&edition.edition().path)>{edition.site_name()}</a>
            <FollowLinks/>
        </footer>
    }
}
