//! What a pressing remembers of where an article leads: enough to know that all of it is still there, without reading the
//! article again. Where something is not, the article is read, and the rules themselves look ([`super::related`]).

use std::{
    collections::HashSet,
    hash::{DefaultHasher, Hash, Hasher},
};

use rayon::prelude::*;
use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};

use super::{
    newsroom::{Facts, Lead, Sight, leads, steps},
    subject::Subject,
};
use crate::model::SitePath;

/// Everything that an article counts on, as numbers: a number is short, and tells nothing.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub(crate) struct Ways(Box<[u64]>);

/// Something to count on.
#[derive(Hash)]
enum Way<'a> {
    /// Readers find something at a place.
    Place(&'a str),
    /// The article at a place has this identifier.
    Identifier(&'a str, &'a str),
    /// The article at the first place names the second one as its translation.
    Translation(&'a str, &'a str),
    /// The article at a place is in this language.
    Language(&'a str, &'a str),
    /// Readers find an article with this identifier.
    Named(&'a str),
}

impl Way<'_> {
    /// Its number: the same in every run of one program, as long as that is what remembers.
    fn number(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.hash(&mut hasher);
        hasher.finish()
    }
}

impl Ways {
    /// What an article counts on.
    pub fn of(subject: &Subject) -> Self {
        let path = &subject.article.summary.path;
        let own = path.as_str();
        let mut ways = HashSet::new();
        for lead in leads(subject) {
            match &lead {
                Lead::Link(to, _) | Lead::Crumb(to) | Lead::Related(to, None) => {
                    ways.insert(Way::Place(to.as_str()).number());
                }
                Lead::Related(to, Some(uri)) => {
                    let to = to.as_str();
                    ways.extend([Way::Place(to), Way::Identifier(to, uri)].map(|way| way.number()));
                }
                Lead::Named(uri, _) => {
                    ways.insert(Way::Named(uri).number());
                }
            }
        }
        ways.extend(steps(subject.site, path).map(|step| Way::Place(step.as_str()).number()));
        for translation in &subject.article.translations {
            let to = translation.path.as_str();
            let language = translation.language.primary();
            let language = Way::Language(to, &language);
            ways.extend([Way::Place(to), Way::Translation(to, own), language].map(|way| way.number()));
        }
        let mut ways: Vec<u64> = ways.into_iter().collect();
        // The same article is remembered by the same bytes.
        ways.sort_unstable();
        Self(ways.into())
    }
}

/// What there is.
pub(crate) struct Known(FxHashSet<u64>);

impl Known {
    /// Files that readers get, and what articles say of themselves.
    pub fn of<'a>(files: Vec<&str>, articles: impl ParallelIterator<Item = Facts<'a>>) -> Self {
        let (places, said) = rayon::join(
            || files.into_par_iter().filter_map(place_of_file).collect::<Vec<u64>>(),
            || articles.flat_map_iter(|article| said_by(&article)).collect::<Vec<(bool, u64)>>(),
        );
        let mut known: FxHashSet<u64> = places.into_iter().collect();
        for (is_there, number) in said {
            match is_there {
                true => known.insert(number),
                false => known.remove(&number),
            };
        }
        Self(known)
    }

    /// Whether readers find something at a place.
    pub fn has(&self, place: &SitePath) -> bool {
        self.0.contains(&Way::Place(place.as_str()).number())
    }

    /// Whether an article counts on nothing else.
    pub fn suffices(&self, ways: &Ways) -> bool {
        ways.0.iter().all(|way| self.0.contains(way))
    }
}

/// The number of the place whose page a file is. Of other files with an ending, another rule tells.
fn place_of_file(file: &str) -> Option<u64> {
    let (folder, name) = file.rsplit_once('/').unwrap_or(("", file));
    let place = match name {
        "index.html" if folder.is_empty() => "/".to_owned(),
        "index.html" => ["/", folder, "/"].concat(),
        name if !name.contains('.') => ["/", file, "/"].concat(),
        _ => return None,
    };
    Some(Way::Place(&place).number())
}

/// What an article says of itself, and whether it is so. Where readers do not see it, nothing is at its place.
fn said_by(article: &Facts) -> Vec<(bool, u64)> {
    let path = article.path.as_str();
    if article.sight != Sight::Open {
        return vec![(false, Way::Place(path).number())];
    }
    let identifier = [Way::Identifier(path, article.uri), Way::Named(article.uri)].map(|way| way.number());
    let translations = article.translations.iter().map(|to| Way::Translation(path, to.as_str()).number());
    let language = article.language.map(|language| language.primary());
    let language = language.map(|language| Way::Language(path, &language).number());
    identifier.into_iter().chain(translations).chain(language).map(|number| (true, number)).collect()
}
