//! The lists of all topics, and of all people, that the articles of an edition name.
//!
//! They are in the order of the alphabet, so that readers find a name; so a new one moves those behind it, and the pages that
//! they stand on are written anew. An article that names nobody new changes none of them.

use super::{alphabet, lists::List};
use crate::{
    locale::Locale,
    model::{About, Picture, Rendition, Site, SitePath, Summary},
    naming,
    route::{ListKind, ListPlace, PEOPLE, TOPICS},
    source::ninjs::write_summary,
};

/// How many names a page has: they are short, and looked through rather than read.
pub(crate) const SIZE: usize = 120;

/// The lists of the names that `lists` of the edition of index `edition` are about; none where there are no names.
pub(super) fn lists<'a>(site: &Site, edition: usize, lists: &[List<'a>]) -> Vec<List<'a>> {
    let Some(settings) = site.editions.get(edition) else { return Vec::new() };
    let kinds = [(TOPICS, ListKind::Topic), (PEOPLE, ListKind::Person)];
    let lists = kinds.into_iter().filter_map(|(first, kind)| {
        let own = lists.iter().filter(|list| list.edition == edition && list.place.kind() == kind);
        let own = own.filter_map(|list| Some((list.about.as_ref()?, list.place.path(&settings.path))));
        let mut names: Vec<_> =
            own.map(|(about, path)| (alphabet::order(&about.name), path, about)).collect();
        names.sort_by(|one, other| (&one.0, &one.1).cmp(&(&other.0, &other.1)));
        let names: Vec<String> = names.into_iter().map(|(_, path, about)| item(path, about)).collect();
        let place = ListPlace { parts: vec![first.to_owned()], page: None };
        let name = naming::list_name(site, settings, &Locale::new(settings), &place, None);
        let about = About { name, ..About::default() };
        (!names.is_empty()).then(|| List::of_names(edition, place, about, site, (names, SIZE)))
    });
    lists.collect()
}

/// A topic or a person at `path` as the item of a list, which browsers draw as they do an article.
fn item(path: SitePath, about: &About) -> String {
    let picture = about
        .picture
        .clone()
        .map(|address| Picture { renditions: vec![Rendition { address, size: None }], ..Picture::default() });
    let summary = Summary {
        id: path.to_string(),
        path,
        headline: about.name.clone(),
        section: about.role.clone(),
        lead: about.description.clone(),
        picture,
        ..Summary::default()
    };
    write_summary(&summary).to_string()
}
