//! What needs all articles to be told: addresses, identifiers, links and translations. Of each article only these are
//! kept, and not its text.

use std::collections::{HashMap, HashSet};

use super::{
    addresses::Addresses,
    files::{HasFile, file_of, names_a_file},
    subject::Subject,
};
use crate::{
    model::{Address, Availability, Language, Site, SitePath, Translation},
    naming, press,
    route::{ListKind, Place, Route},
};

/// What is kept of an article.
pub(super) struct Record {
    /// Its place among the files of the content.
    pub file: usize,
    pub path: SitePath,
    pub uri: String,
    pub language: Option<Language>,
    pub aliases: Vec<SitePath>,
    pub translations: Vec<Translation>,
    /// The lists of topics and people that it stands in.
    lists: Vec<SitePath>,
    /// Where it leads.
    pub leads: Vec<Lead>,
}

/// Something of an article that leads to a place on this site.
pub(super) struct Lead {
    pub kind: LeadKind,
    pub to: SitePath,
    /// The address as it is written, where that is known.
    pub words: String,
}

/// What leads there.
pub(super) enum LeadKind {
    Link,
    Crumb,
    /// A related article, with the identifier that it is named by.
    Related(Option<String>),
}

/// What is at a place.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Found {
    /// An article, by its place among the records: it is there, or was before.
    Article(usize),
    /// A list, a file, or anything else that has an address.
    Other,
    Nothing,
}

impl Record {
    /// What is kept of the article in file number `file`.
    pub fn of(subject: &Subject, file: usize) -> Self {
        let (site, article) = (subject.site, subject.article);
        let listed = article.availability(subject.now) == Availability::Published && !article.standing;
        let edition = site.editions.get(site.edition_of(&article.summary.path));
        let lists = edition.filter(|_| listed).map(|edition| {
            naming::lists_of(site, article).iter().map(|(list, _)| list.path(&edition.path)).collect()
        });
        Self {
            file,
            path: article.summary.path.clone(),
            uri: article.summary.id.clone(),
            language: article.summary.language.clone(),
            aliases: article.aliases.clone(),
            translations: article.translations.clone(),
            lists: lists.unwrap_or_default(),
            leads: leads(subject),
        }
    }
}

fn leads(subject: &Subject) -> Vec<Lead> {
    let article = subject.article;
    let crumbs = article.breadcrumbs.iter().filter(|crumb| naming::is_here(subject.site, crumb));
    let crumbs = crumbs.map(|crumb| (LeadKind::Crumb, crumb.path.clone()));
    let related = article.related.iter().map(|related| {
        let entries = subject.document["associations"].as_array().into_iter().flatten();
        let entry = entries.into_iter().find(|entry| {
            let url = entry.pointer("/x/url").and_then(|url| url.as_str());
            url.and_then(SitePath::parse).as_ref() == Some(&related.path)
        });
        let uri = entry.and_then(|entry| entry["uri"].as_str()).map(str::to_owned);
        (LeadKind::Related(uri), related.path.clone())
    });
    let mut leads: Vec<Lead> =
        crumbs.chain(related).map(|(kind, to)| Lead { kind, to, words: String::new() }).collect();
    let mut seen = HashSet::new();
    for address in Addresses::of(article).links {
        if let Some(to) = place_of(subject.site, address).filter(|to| seen.insert(to.clone())) {
            leads.push(Lead { kind: LeadKind::Link, to, words: address.as_str().to_owned() });
        }
    }
    leads
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
pub(super) struct Index<'a> {
    site: &'a Site,
    has_file: HasFile<'a>,
    addresses: HashMap<&'a SitePath, usize>,
    uris: HashMap<&'a str, usize>,
    lists: HashSet<&'a SitePath>,
}

impl<'a> Index<'a> {
    /// Of two articles with one address or one identifier, the first counts.
    pub fn of(records: &'a [Record], site: &'a Site, has_file: HasFile<'a>) -> Self {
        let mut index = Self {
            site,
            has_file,
            addresses: HashMap::new(),
            uris: HashMap::new(),
            lists: records.iter().flat_map(|record| &record.lists).collect(),
        };
        for (number, record) in records.iter().enumerate() {
            index.addresses.entry(&record.path).or_insert(number);
            index.uris.entry(&record.uri).or_insert(number);
        }
        for (number, record) in records.iter().enumerate() {
            for alias in &record.aliases {
                index.addresses.entry(alias).or_insert(number);
            }
        }
        index
    }

    /// The article with an identifier.
    pub fn with_uri(&self, uri: &str) -> Option<usize> {
        self.uris.get(uri).copied()
    }

    /// What is at a place.
    pub fn at(&self, place: &SitePath) -> Found {
        if let Some(number) = self.addresses.get(place) {
            return Found::Article(*number);
        }
        let is_there = match Route::parse(self.site, Some(place.clone())).place {
            Place::List(list) => match list.kind() {
                ListKind::Front | ListKind::Section => true,
                ListKind::Topic | ListKind::Person => {
                    let editions = self.site.editions.iter();
                    editions
                        .map(|edition| list.newest().path(&edition.path))
                        .any(|path| self.lists.contains(&path) && path.contains(place))
                }
            },
            Place::Saved => true,
            Place::Search => self.site.search,
            Place::Article(_) => self.is_file(place),
            Place::Nowhere => false,
        };
        if is_there { Found::Other } else { Found::Nothing }
    }

    fn is_file(&self, place: &SitePath) -> bool {
        let file = place.parts().collect::<Vec<_>>().join("/");
        (self.has_file)(&file) || (self.has_file)(&format!("{file}/index.html")) || press::makes(&file)
    }

    /// Whether an address lies in sections that `site.json` has, or below an article.
    pub fn lies_in_sections(&self, path: &SitePath) -> bool {
        let Some(edition) = self.site.editions.get(self.site.edition_of(path)) else { return true };
        let parts: Vec<&str> = path.parts().skip(edition.path.parts().count()).collect();
        let [first, _, ..] = parts.as_slice() else { return true };
        self.site.section_chain(&[first]).is_some() || self.at(&edition.path.join(first)) != Found::Nothing
    }

    /// Whether the press makes a file, or an article is at its address.
    pub fn makes(&self, file: &str) -> bool {
        let place = SitePath::parse(&format!("/{file}/"));
        press::makes(file) || place.is_some_and(|place| self.at(&place) != Found::Nothing)
    }
}
