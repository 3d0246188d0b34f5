//! What pages are called, and the way to them, where their documents do not say.
//!
//! It needs the site's settings and an edition's words only, so that the browser and the press say the same.

mod listed;

pub use listed::{Named, about, credits, lists_of, topic_place};

use crate::locale::{Locale, Message};
use crate::model::{
    About, Address, Article, Availability, Crumb, Edition, Section, Site, SitePath, Summary, Verb,
    provider_of,
};
use crate::route::{ListKind, ListPlace, PEOPLE};

/// The title of a page: what it shows, then whose it is. A page without a name of its own is the site itself.
pub fn title(page: &str, site_name: &str) -> String {
    match page {
        "" => site_name.to_owned(),
        page => format!("{page} · {site_name}"),
    }
}

/// The headline of an article, or the words for one that has none.
pub fn headline(summary: &Summary, locale: &Locale) -> String {
    match summary.headline.as_str() {
        "" => locale.text(Message::Untitled),
        headline => headline.to_owned(),
    }
}

/// What a link to something that the page does not show says of it: what there is to do, and where. What has no host is
/// the site's own.
pub fn embed_label(address: &Address, locale: &Locale, site_name: &str) -> String {
    let host = address.host().unwrap_or(site_name);
    let (provider, verb) = provider_of(address).unwrap_or((host, Verb::Open));
    let message = match verb {
        Verb::Watch => Message::EmbedWatch,
        Verb::Listen => Message::EmbedListen,
        Verb::Open => Message::EmbedOpen,
    };
    locale.with(message, &[("provider", provider)])
}

/// What the page says in place of an article that readers may not see now; `None` where they may.
pub fn refusal(availability: Availability) -> Option<Message> {
    match availability {
        Availability::Published => None,
        Availability::Embargoed(_) | Availability::AboutToAppear => Some(Message::EmbargoedTitle),
        Availability::Withdrawn => Some(Message::WithdrawnTitle),
    }
}

/// The sections on the way to that of a list, outermost first, itself included; none where it is of something else.
pub fn chain_of<'a>(site: &'a Site, place: &ListPlace) -> Vec<&'a Section> {
    let slugs: Vec<&str> = place.parts.iter().map(String::as_str).collect();
    site.section_chain(&slugs).unwrap_or_default()
}

/// The section of a list; `None` where it is of something else.
pub fn section_of<'a>(site: &'a Site, place: &ListPlace) -> Option<&'a Section> {
    chain_of(site, place).last().copied()
}

/// What a list is called, with its page number where it has one. Of a topic or a person its document knows more.
pub fn list_name(
    site: &Site,
    edition: &Edition,
    locale: &Locale,
    place: &ListPlace,
    about: Option<&About>,
) -> String {
    let name = match (about, section_of(site, place), place.parts.last()) {
        (Some(about), _, _) => about.name.clone(),
        (None, Some(section), _) => section.name.get(&edition.language).to_owned(),
        (None, None, Some(slug)) => match place.kind() {
            ListKind::Names if slug == PEOPLE => locale.text(Message::People),
            ListKind::Names => locale.text(Message::Subjects),
            _ => slug.clone(),
        },
        (None, None, None) => locale.text(Message::Latest),
    };
    match place.page {
        Some(number) => {
            locale.with(Message::TitleWithPage, &[("title", &name), ("number", &number.to_string())])
        }
        None => name,
    }
}

/// The front of the edition, then the sections of `slugs` that the site has.
fn section_crumbs(site: &Site, edition: &Edition, locale: &Locale, slugs: &[&str]) -> Vec<Crumb> {
    let mut path = edition.path.clone();
    let mut crumbs =
        vec![Crumb { name: locale.text(Message::FrontPage), path: path.clone(), elsewhere: None }];
    for section in site.section_chain(slugs).unwrap_or_default() {
        path = path.join(&section.slug);
        let name = section.name.get(&edition.language).to_owned();
        crumbs.push(Crumb { name, path: path.clone(), elsewhere: None });
    }
    crumbs
}

/// What a list is about, in a sentence or two, where the newsroom says so.
pub fn list_description(
    site: &Site,
    edition: &Edition,
    place: &ListPlace,
    about: Option<&About>,
) -> Option<String> {
    let section = section_of(site, place).map(|section| section.description.get(&edition.language));
    let description = about.and_then(|about| about.description.as_deref()).or(section)?;
    Some(description.to_owned()).filter(|description| !description.is_empty())
}

/// The way to a list: the front of the edition, then its sections; or all topics or people, and the one itself.
pub fn list_crumbs(
    site: &Site,
    edition: &Edition,
    locale: &Locale,
    place: &ListPlace,
    about: Option<&About>,
) -> Vec<Crumb> {
    let slugs: Vec<&str> = place.parts.iter().map(String::as_str).collect();
    let mut crumbs = section_crumbs(site, edition, locale, &slugs);
    // Sections are on the way already.
    let rest = if crumbs.len() > 1 { &[] } else { place.parts.as_slice() };
    for depth in 1..=rest.len() {
        let step = ListPlace { parts: rest.iter().take(depth).cloned().collect(), page: None };
        let name = list_name(site, edition, locale, &step, about.filter(|_| depth == rest.len()));
        crumbs.push(Crumb { name, path: step.path(&edition.path), elsewhere: None });
    }
    crumbs
}

/// The way to an article: what its document says, else what its address does. The same place twice is one step.
pub fn crumbs_of(site: &Site, edition: &Edition, locale: &Locale, article: &Article) -> Vec<Crumb> {
    let mut way: Vec<Crumb> = Vec::new();
    for crumb in &article.breadcrumbs {
        let mut crumb = crumb.clone();
        if let Some(place) = place_here(site, &crumb) {
            (crumb.path, crumb.elsewhere) = (place, None);
        }
        if !way.iter().any(|known| known.path == crumb.path && known.elsewhere == crumb.elsewhere) {
            way.push(crumb);
        }
    }
    if way.is_empty() { article_crumbs(site, edition, locale, &article.summary.path) } else { way }
}

/// The place on this site that a crumb leads to, whose document may name the site's own host; `None` where it leads
/// elsewhere, be it on that host beside the site.
pub fn place_here(site: &Site, crumb: &Crumb) -> Option<SitePath> {
    let Some(address) = &crumb.elsewhere else { return Some(crumb.path.clone()) };
    let own = Address::parse(site.url.as_deref()?).ok()?;
    let base = SitePath::parse(&site.base_path)?;
    let rest = crumb.path.as_str().strip_prefix(base.as_str())?;
    (own.host() == address.host()).then(|| SitePath::root().join(rest))
}

/// The way to the article at `path`: its address's leading parts, as far as they are sections.
pub fn article_crumbs(site: &Site, edition: &Edition, locale: &Locale, path: &SitePath) -> Vec<Crumb> {
    let depth = edition.path.parts().count();
    let mut slugs: Vec<&str> = path.parts().skip(depth).collect();
    while !slugs.is_empty() && site.section_chain(&slugs).is_none() {
        slugs.pop();
    }
    section_crumbs(site, edition, locale, &slugs)
}
