//! Where a page is in other languages.

use super::{Subject, Tags, Whose};
use crate::model::{Article, Language, SitePath};

/// A page in one language.
pub(super) struct Version {
    /// The language.
    pub language: Language,
    /// Where it is.
    pub path: SitePath,
}

/// The page in its own language, first, and in every other that it is known to be in.
///
/// A numbered page has no others: page 3 of two editions holds different articles, and one of them may not be there.
pub(super) fn versions(whose: Whose, subject: &Subject) -> Vec<Version> {
    let own = whose.edition.language.clone();
    match subject {
        Subject::Article(article) => of_article(whose, article),
        Subject::List { place, editions, .. } if place.page.is_none() => {
            let mut versions = vec![Version { path: place.path(&whose.edition.path), language: own }];
            let others = editions.iter().filter_map(|index| whose.site.editions.get(*index));
            let others = others.filter(|edition| edition.language != whose.edition.language);
            versions.extend(others.map(|edition| Version {
                path: place.path(&edition.path),
                language: edition.language.clone(),
            }));
            versions
        }
        Subject::List { .. } | Subject::Note { .. } | Subject::NotFound => Vec::new(),
    }
}

fn of_article(whose: Whose, article: &Article) -> Vec<Version> {
    let language = article.summary.language.as_ref().unwrap_or(&whose.edition.language).clone();
    let mut versions = vec![Version { language, path: article.summary.path.clone() }];
    for translation in &article.translations {
        let known = versions
            .iter()
            .any(|known| known.language == translation.language || known.path == translation.path);
        if !known {
            let (language, path) = (translation.language.clone(), translation.path.clone());
            versions.push(Version { language, path });
        }
    }
    versions
}

/// Writes a link to each version, itself included, and to the one for all other languages. A page that is in one
/// language only has none.
///
/// The version for other languages is that of the first edition there is one in, so that all versions name the same.
pub(super) fn push(whose: Whose, subject: &Subject, tags: &mut Tags) {
    let versions = versions(whose, subject);
    if versions.len() < 2 {
        return;
    }
    let mut link = |language: &str, path: &SitePath| {
        tags.link(&[("rel", "alternate"), ("hreflang", language), ("href", &whose.address(path))]);
    };
    for version in &versions {
        link(version.language.as_str(), &version.path);
    }
    let for_others =
        versions.iter().min_by_key(|version| (whose.site.edition_of(&version.path), &version.path));
    if let Some(version) = for_others {
        link("x-default", &version.path);
    }
}
