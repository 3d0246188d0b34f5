//! Where a page is in other languages.

use serde_json::{Value, json};

use super::{Subject, Tags, Whose};
use crate::{
    model::{Article, Edition, Language, Site, SitePath},
    route::ListPlace,
};

/// A page in one language.
#[derive(Clone, Debug, serde::Deserialize, serde::Serialize)]
pub(in crate::press) struct Version {
    /// The language.
    pub language: Language,
    /// Where it is.
    pub path: SitePath,
}

impl Version {
    /// It as documents name the versions of what they hold.
    pub(in crate::press) fn as_translation(&self) -> Value {
        json!({ "language": self.language.as_str(), "url": self.path.as_str() })
    }
}

/// The page in its own language, first, and in every other that it is known to be in.
pub(super) fn versions(whose: Whose, subject: &Subject) -> Vec<Version> {
    match subject {
        Subject::Article(article) => of_article(whose.edition, article),
        Subject::List { place, editions, .. } => of_list(whose.site, whose.edition, place, editions),
        Subject::Note { .. } | Subject::NotFound => Vec::new(),
    }
}

/// The versions of an article of `edition`, each once; there may be several in one language.
pub(in crate::press) fn of_article(edition: &Edition, article: &Article) -> Vec<Version> {
    let language = article.summary.language.as_ref().unwrap_or(&edition.language).clone();
    let mut versions = vec![Version { language, path: article.summary.path.clone() }];
    for translation in &article.translations {
        if !versions.iter().any(|known| known.path == translation.path) {
            let (language, path) = (translation.language.clone(), translation.path.clone());
            versions.push(Version { language, path });
        }
    }
    versions
}

/// The versions of a list of `edition`, which the `editions` of these numbers have.
///
/// A numbered page has no others: page 3 of two editions holds different articles, and one of them may not be there.
pub(in crate::press) fn of_list(
    site: &Site,
    edition: &Edition,
    place: &ListPlace,
    editions: &[usize],
) -> Vec<Version> {
    if place.page.is_some() {
        return Vec::new();
    }
    let version =
        |edition: &Edition| Version { path: place.path(&edition.path), language: edition.language.clone() };
    let others = editions.iter().filter_map(|index| site.editions.get(*index));
    let others = others.filter(|other| other.language != edition.language);
    [edition].into_iter().chain(others).map(version).collect()
}

/// The first version in each language.
pub(super) fn one_a_language(versions: &[Version]) -> Vec<&Version> {
    let mut first: Vec<&Version> = Vec::new();
    for version in versions {
        if !first.iter().any(|known| known.language == version.language) {
            first.push(version);
        }
    }
    first
}

/// What each version is called in links to it, with the one for all other languages. A page that is in one language only
/// has none.
///
/// The version for other languages is that of the first edition there is one in, so that all versions name the same.
pub(in crate::press) fn alternates<'v>(site: &Site, versions: &'v [Version]) -> Vec<(&'v str, &'v SitePath)> {
    let versions = one_a_language(versions);
    if versions.len() < 2 {
        return Vec::new();
    }
    let named = versions.iter().map(|version| (version.language.as_str(), &version.path));
    let for_others = versions.iter().min_by_key(|version| (site.edition_of(&version.path), &version.path));
    named.chain(for_others.map(|version| ("x-default", &version.path))).collect()
}

/// Writes a link to each version, itself included.
pub(super) fn push(whose: Whose, subject: &Subject, tags: &mut Tags) {
    for (language, path) in alternates(whose.site, &versions(whose, subject)) {
        tags.link(&[("rel", "alternate"), ("hreflang", language), ("href", &whose.address(path))]);
    }
}
