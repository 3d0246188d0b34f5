//! What needs all articles to be told: addresses, identifiers, links and translations. Of each article only these are
//! kept, and not its text.

use std::{
    collections::{HashMap, HashSet},
    path::Path,
};

use super::{
    addresses::Addresses,
    files::{HasFile, file_of, names_a_file},
    subject::Subject,
};
use crate::{
    model::{
        Address, Article, Availability, Instant, Language, PublicationStatus, Site, SitePath, Translation,
    },
    naming,
    press::{self, NAMES},
    route::{ListKind, ListPlace, Place, Route},
    source::ninjs::RELATED_PLACE,
};

/// What is kept of an article.
pub(crate) struct Record {
    /// Its place among the files of the content.
    pub file: usize,
    pub path: SitePath,
    pub uri: String,
    pub language: Option<Language>,
    pub aliases: Vec<SitePath>,
    pub translations: Vec<Translation>,
    pub sight: Sight,
    edition: usize,
    /// Whether it stands in lists, and in which beside the front.
    listed: bool,
    lists: Vec<String>,
    /// Where it leads.
    pub leads: Vec<Lead>,
}

/// Something of an article that leads to a place on this site.
pub(crate) enum Lead {
    /// A link, with the address as it is written.
    Link(SitePath, String),
    /// A step of the way to the article.
    Crumb(SitePath),
    /// A related article, with the identifier that it is named by.
    Related(SitePath, Option<String>),
    /// A related article of which only the identifier is named, by its JSON Pointer.
    Named(String, String),
}

/// Whether readers see an article.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sight {
    Open,
    /// Not yet.
    HeldBack,
    /// Not any more.
    Withdrawn,
}

/// What others have to know of an article to lead to it.
pub(crate) struct Facts<'a> {
    pub file: &'a Path,
    pub path: &'a SitePath,
    pub uri: &'a str,
    pub language: Option<&'a Language>,
    pub aliases: &'a [SitePath],
    /// Where it is in other languages.
    pub translations: Vec<&'a SitePath>,
    pub sight: Sight,
    pub edition: usize,
    /// Whether it stands in lists, and in which beside the front, each by its place below that.
    pub listed: bool,
    pub lists: Vec<&'a str>,
}

/// What is at a place.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Found {
    /// An article, by its number: it is there, or was before.
    Article(usize),
    /// A list, a file, or anything else that has an address.
    Other,
    Nothing,
}

impl Sight {
    /// Whether readers see `article` at `now`.
    pub fn of(article: &Article, now: Instant) -> Self {
        match article.availability(now) {
            Availability::Published => Self::Open,
            Availability::Withdrawn if article.status != PublicationStatus::Withheld => Self::Withdrawn,
            Availability::Withdrawn | Availability::Embargoed(_) | Availability::AboutToAppear => {
                Self::HeldBack
            }
        }
    }
}

impl Record {
    /// What is kept of the article in file number `file`.
    pub fn of(subject: &Subject, file: usize) -> Self {
        let (site, article) = (subject.site, subject.article);
        let edition = site.edition_of(&article.summary.path);
        let sight = Sight::of(article, subject.now);
        let named = naming::lists_of(site, article).into_iter().map(|(list, _)| list.parts);
        let lists = press::sections_of(site, edition, article).into_iter().chain(named);
        Self {
            file,
            path: article.summary.path.clone(),
            uri: article.summary.id.clone(),
            language: article.summary.language.clone(),
            aliases: article.aliases.clone(),
            translations: article.translations.clone(),
            edition,
            listed: sight == Sight::Open && !article.standing,
            sight,
            lists: lists.map(|parts| parts.join("/")).collect(),
            leads: leads(subject),
        }
    }

    /// What others have to know of it.
    pub fn facts<'a>(&'a self, file: &'a Path) -> Facts<'a> {
        Facts {
            file,
            path: &self.path,
            uri: &self.uri,
            language: self.language.as_ref(),
            aliases: &self.aliases,
            translations: self.translations.iter().map(|translation| &translation.path).collect(),
            sight: self.sight,
            edition: self.edition,
            listed: self.listed,
            lists: self.lists.iter().map(String::as_str).collect(),
        }
    }
}

/// Where an article leads.
pub(crate) fn leads(subject: &Subject) -> Vec<Lead> {
    let article = subject.article;
    let crumbs = article.breadcrumbs.iter().filter_map(|crumb| naming::place_here(subject.site, crumb));
    let crumbs = crumbs.map(Lead::Crumb);
    let related = article.related.iter().map(|related| {
        let entries = subject.document["associations"].as_array().into_iter().flatten();
        let entry = entries.into_iter().find(|entry| {
            let url = entry.pointer("/x/url").and_then(|url| url.as_str());
            url.and_then(SitePath::parse).as_ref() == Some(&related.path)
        });
        let uri = entry.and_then(|entry| entry["uri"].as_str()).map(str::to_owned);
        Lead::Related(related.path.clone(), uri)
    });
    let named = named_alone(subject);
    let named = named.map(|(uri, pointer)| Lead::Named(uri.to_owned(), pointer.to_owned()));
    let mut leads: Vec<Lead> = crumbs.chain(related).chain(named).collect();
    let mut seen = HashSet::new();
    for address in Addresses::of(article).links {
        if let Some(to) = place_of(subject.site, address).filter(|to| seen.insert(to.clone())) {
            leads.push(Lead::Link(to, address.as_str().to_owned()));
        }
    }
    leads
}

/// The related articles of which only the identifier is named: by that, and by their JSON Pointers.
pub(crate) fn named_alone<'a>(subject: &Subject<'a>) -> impl Iterator<Item = (&'a str, &'a str)> {
    let (problems, document) = (subject.problems, subject.document);
    let unplaced = problems.iter().filter(|problem| problem.expected == RELATED_PLACE);
    unplaced.filter_map(|problem| {
        let uri = document.pointer(&problem.pointer)?["uri"].as_str()?;
        Some((uri.trim(), problem.pointer.as_str()))
    })
}

/// The page on this site that a link leads to; `None` for what leads elsewhere, and for files, which have a rule of
/// their own.
pub(super) fn place_of(site: &Site, address: &Address) -> Option<SitePath> {
    if names_a_file(address) {
        return None;
    }
    SitePath::parse(&format!("/{}/", file_of(site, address)?))
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
        for (number, one) in facts.iter().enumerate() {
            for alias in one.aliases {
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

/// The places between the front of its edition and an address, those of numbers left out.
pub(crate) fn steps<'s>(site: &'s Site, path: &'s SitePath) -> impl Iterator<Item = SitePath> + 's {
    let front =
        site.editions.get(site.edition_of(path)).map(|edition| edition.path.clone()).unwrap_or_default();
    let depth = front.parts().count();
    let count = path.parts().count().saturating_sub(depth + 1);
    let mut step = front;
    path.parts().skip(depth).take(count).filter_map(move |part| {
        step = step.join(part);
        let is_number = part.bytes().all(|byte| byte.is_ascii_digit());
        (!is_number).then(|| step.clone())
    })
}
