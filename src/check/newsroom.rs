//! What is kept of each article for what needs all of them to be told: addresses, identifiers, links and translations, and
//! not its text. The `index` finds articles by it.

use std::{collections::HashSet, path::Path};

use super::{
    addresses::Addresses,
    files::{file_of, names_a_file},
    subject::Subject,
};
use crate::{
    model::{
        Address, Article, Availability, Instant, Language, PublicationStatus, Site, SitePath, Translation,
    },
    naming, press,
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
