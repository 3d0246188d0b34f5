//! The way to a page, where its document does not give it.

use crate::components::EditionContext;
use crate::locale::Message;
use crate::model::{Crumb, SitePath};

/// The front of the edition, then the sections of `slugs` that the site has.
pub fn section_crumbs(edition: &EditionContext, slugs: &[String]) -> Vec<Crumb> {
    let front = edition.edition().path.clone();
    let mut crumbs = vec![Crumb { name: edition.locale.text(Message::FrontPage), path: front.clone() }];
    let slugs: Vec<&str> = slugs.iter().map(String::as_str).collect();
    let mut path = front;
    for section in edition.site.section_chain(&slugs).unwrap_or_default() {
        path = path.join(&section.slug);
        crumbs.push(Crumb { name: edition.section_name(section), path: path.clone() });
    }
    crumbs
}

/// The way to the article at `path`: its address's leading parts, as far as they are sections.
pub fn article_crumbs(edition: &EditionContext, path: &SitePath) -> Vec<Crumb> {
    let depth = edition.edition().path.parts().count();
    let parts: Vec<&str> = path.parts().skip(depth).collect();
    let known =
        (0..=parts.len()).rev().find(|&length| edition.site.section_chain(&parts[..length]).is_some());
    let slugs: Vec<String> = parts[..known.unwrap_or(0)].iter().map(|&part| part.to_owned()).collect();
    section_crumbs(edition, &slugs)
}
