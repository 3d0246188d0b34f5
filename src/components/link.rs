//! Links in content.

use leptos::prelude::*;

use super::{EditionContext, use_edition};
use crate::locale::Message;
use crate::model::Address;

/// Where a link of a newsroom's leads.
enum Target {
    /// A page of this site, which the router opens without loading anything anew.
    Page(String),
    /// A file of this site.
    File(String),
    /// Another site.
    Foreign(String),
    /// A mail or telephone program.
    Program(String),
}

/// A link to wherever the newsroom says: links that leave the site are marked and give the other side no
/// handle on this window.
#[component]
pub fn ContentLink(address: Address, children: Children) -> AnyView {
    let edition = use_edition();
    match target(&address, &edition) {
        Target::Page(href) => view! { <a href=href>{children()}</a> }.into_any(),
        Target::File(href) => view! { <a href=href rel="external">{children()}</a> }.into_any(),
        Target::Program(href) => view! { <a href=href>{children()}</a> }.into_any(),
        Target::Foreign(href) => view! {
            <a class="foreign" href=href rel="external noopener noreferrer">
                {children()}
                <span class="visually-hidden">" "{edition.locale.text(Message::ExternalLink)}</span>
            </a>
        }
        .into_any(),
    }
}

fn target(address: &Address, edition: &EditionContext) -> Target {
    let own_host = edition.site.url.as_deref().and_then(|url| Address::parse(url).ok());
    let own_host = own_host.as_ref().and_then(Address::host);
    match address.host() {
        Some(host) if Some(host) == own_host => {
            let path = address.as_str().split_once(host).map_or("/", |(_, path)| path);
            local(path.to_owned())
        }
        Some(_) => Target::Foreign(address.to_string()),
        None if address.is_relative() => local(edition.resolve(address)),
        None => Target::Program(address.to_string()),
    }
}

fn local(href: String) -> Target {
    let path = href.split(['?', '#']).next().unwrap_or_default();
    let is_file = path.rsplit('/').next().is_some_and(|name| name.contains('.') && !name.ends_with(".html"));
    if is_file { Target::File(href) } else { Target::Page(href) }
}
