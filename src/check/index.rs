//! All articles of a newsroom, by what others name them by.

use std::collections::HashMap;

use super::{
    files::HasFile,
    newsroom::{Facts, Sight, steps},
};
use crate::{
    model::{Site, SitePath},
    press::{self, NAMES},
    route::{ListKind, ListPlace, Place, Route},
};

/// What is at a place.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Found {
    /// An article, by its number: it is there, or was before.
    Article(usize),
    /// A list, a file, or anything else that has an address.
    Other,
    Nothing,
}

/// All articles, by what others name them by.
pub(crate) struct Index<'a> {
    site: &'a Site,
    has_file: HasFile<'a>,
    facts: Vec<Facts<'a>>,
    addresses: HashMap<&'a SitePath, usize>,
    uris: HashMap<&'a str, usize>,
    /// How many articles each list has: by its edition and its place below the front.
    lists: HashMap<(usize, &'a str), usize>,
    /// How many topics or people each edition has: by the edition, and the place of all of them below the front.
    names: HashMap<(usize, &'a str), usize>,
}

impl<'a> Index<'a> {
    /// Of two articles with one address or one identifier, the first counts.
    pub fn of(facts: Vec<Facts<'a>>, site: &'a Site, has_file: HasFile<'a>) -> Self {
        let (mut addresses, mut uris, mut lists) = (HashMap::new(), HashMap::new(), HashMap::new());
        for (number, one) in facts.iter().enumerate() {
            addresses.entry(one.path).or_insert(number);
            uris.entry(one.uri).or_insert(number);
            if one.listed {
                for list in [""].into_iter().chain(one.lists.iter().copied()) {
                    *lists.entry((one.edition, list)).or_insert(0) += 1;
                }
            }
        }
        // What readers can read has a former address before what was withdrawn.
        for is_open in [true, false] {
            let their = facts.iter().enumerate().filter(|(_, one)| (one.sight == Sight::Open) == is_open);
            for (number, alias) in
                their.flat_map(|(number, one)| one.aliases.iter().map(move |alias| (number, alias)))
            {
                addresses.entry(alias).or_insert(number);
            }
        }
        let mut names = HashMap::new();
        for &(edition, list) in lists.keys() {
            if let Some((place, _)) = list.split_once('/') {
                *names.entry((edition, place)).or_insert(0) += 1;
            }
        }
        Self { site, has_file, facts, addresses, uris, lists, names }
    }

    /// What is known of an article.
    pub fn facts(&self, number: usize) -> Option<&Facts<'a>> {
        self.facts.get(number)
    }

    /// The article that lists of `edition` show with this address, and no former one.
    pub fn listed_at(&self, path: &SitePath, edition: usize) -> Option<usize> {
        let number = *self.addresses.get(path)?;
        let is_shown = |facts: &&Facts| facts.listed && facts.path == path && facts.edition == edition;
        self.facts(number).filter(is_shown).map(|_| number)
    }

    /// The article with an identifier.
    pub fn with_uri(&self, uri: &str) -> Option<usize> {
        self.uris.get(uri).copied()
    }

    /// What is at a place.
    pub fn at(&self, place: &SitePath) -> Found {
        match self.addresses.get(place) {
            Some(number) => Found::Article(*number),
            None if self.has_other_at(place) => Found::Other,
            None => Found::Nothing,
        }
    }

    /// Whether something with an address is at a place that is no article.
    pub fn has_other_at(&self, place: &SitePath) -> bool {
        let route = Route::parse(self.site, Some(place.clone()));
        match route.place {
            Place::List(list) => self.has_page(route.edition, &list),
            Place::Saved => true,
            Place::Search => self.site.search,
            Place::Article(_) => self.is_file(place),
            Place::Nowhere => false,
        }
    }

    /// Whether a list is there, and has the page: a section without articles is, a topic is not, nor are no names.
    fn has_page(&self, edition: usize, list: &ListPlace) -> bool {
        let place = list.parts.join("/");
        if list.kind() == ListKind::Names {
            let count = self.names.get(&(edition, place.as_str())).copied().unwrap_or_default();
            // The first page has no number.
            return list.page != Some(1) && list.page.unwrap_or(1) as usize <= count.div_ceil(NAMES);
        }
        let count = self.lists.get(&(edition, place.as_str())).copied().unwrap_or_default();
        match list.page {
            Some(number) => (number as usize) <= count.div_ceil(self.site.page_size.max(1)),
            None => count > 0 || matches!(list.kind(), ListKind::Front | ListKind::Section),
        }
    }

    fn is_file(&self, place: &SitePath) -> bool {
        let file = place.parts().collect::<Vec<_>>().join("/");
        (self.has_file)(&file) || (self.has_file)(&format!("{file}/index.html")) || press::makes(&file)
    }

    /// The first step of the way to an address at which nothing is: no section that `site.json` has, and no article.
    /// Numbers are of years, months and days.
    pub fn unknown_step(&self, path: &SitePath) -> Option<SitePath> {
        steps(self.site, path).find(|step| self.at(step) == Found::Nothing)
    }

    /// Whether the press makes a file, or an article is at its address.
    pub fn makes(&self, file: &str) -> bool {
        let place = SitePath::parse(&format!("/{file}/"));
        press::makes(file) || place.is_some_and(|place| self.at(&place) != Found::Nothing)
    }
}
