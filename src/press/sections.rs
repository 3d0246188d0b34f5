//! The sections that a site has, and those that an article is listed in.

use crate::{
    model::{Article, Section, Site, SitePath},
    naming,
    route::ListPlace,
};

/// The sections of the site, each by its slugs, parents before their children.
pub(super) fn places(site: &Site) -> Vec<Vec<String>> {
    let mut places = Vec::new();
    push(&site.sections, &[], &mut places);
    places
}

fn push(sections: &[Section], parent: &[String], places: &mut Vec<Vec<String>>) {
    for section in sections {
        let slugs: Vec<String> = parent.iter().chain([&section.slug]).cloned().collect();
        places.push(slugs.clone());
        push(&section.sections, &slugs, places);
    }
}

/// The sections an article is listed in: those its breadcrumbs lead through, those its own address lies in, and
/// the sections around these.
pub(crate) fn sections_of(site: &Site, edition: usize, article: &Article) -> Vec<Vec<String>> {
    let Some(edition) = site.editions.get(edition) else { return Vec::new() };
    let mut places = places(site);
    let crumbs = article.breadcrumbs.iter().filter_map(|crumb| naming::place_here(site, crumb));
    let crumbs: Vec<SitePath> = crumbs.collect();
    places.retain(|slugs| {
        let section = ListPlace { parts: slugs.clone(), page: None }.path(&edition.path);
        section.contains(&article.summary.path) || crumbs.iter().any(|place| section.contains(place))
    });
    places
}
