//! An article as an item of a feed.

use super::text;
use crate::{
    check,
    locale::Locale,
    model::{Article, Credit, Edition, Instant, Picture, Role, Site, one_line, plain_text},
    naming,
    press::{
        byline::name_of,
        outside::{moment, shown, web_address},
    },
};

/// An article as a feed has it: plain values, all addresses whole.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::press) struct Item {
    /// Its identifier, the same in every version.
    pub id: String,
    /// Its page.
    pub address: String,
    /// The headline. Empty when there is none.
    pub title: String,
    /// What it is called where it has no headline.
    pub name: String,
    /// The lead.
    pub summary: Option<String>,
    /// The whole text, as HTML.
    pub html: String,
    /// The lead picture.
    pub image: Option<Image>,
    /// Who wrote it, each with their page where they have one.
    pub authors: Vec<(String, Option<String>)>,
    /// Its section and what it is about.
    pub tags: Vec<String>,
    /// When it was published, as the clocks of the edition show it.
    pub published: Option<String>,
    /// When it was last changed, likewise.
    pub modified: Option<String>,
    /// When readers could last see something new in it.
    pub updated: Option<(Instant, String)>,
    /// Its language.
    pub language: String,
}

/// The lead picture of an item.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::press) struct Image {
    /// Where it is.
    pub address: String,
    /// Its width and height, where they are known.
    pub size: Option<(u32, u32)>,
    /// What it means. Empty when there is no caption.
    pub caption: String,
    /// Whose it is. Empty when nobody said.
    pub credit: String,
}

impl Item {
    /// The item of an article of an edition, whose words are `locale`.
    pub fn of(site: &Site, edition: &Edition, locale: &Locale, article: &Article) -> Self {
        let summary = &article.summary;
        let address = site.public_address(&summary.path);
        let time = |at: Instant| moment(at, edition);
        let updated = summary.modified.max(check::first_seen(article));
        Self {
            id: if summary.id.is_empty() { address.clone() } else { summary.id.clone() },
            address,
            title: summary.headline.clone(),
            name: naming::headline(summary, locale),
            summary: summary.lead.clone(),
            html: text::html(site, locale, article),
            image: summary.picture.as_ref().and_then(|picture| image(site, picture)),
            authors: authors(site, edition, article),
            tags: tags(article),
            published: summary.published.map(time),
            modified: summary.modified.map(time),
            updated: updated.map(|at| (at, time(at))),
            language: summary.language.as_ref().unwrap_or(&edition.language).to_string(),
        }
    }
}

fn image(site: &Site, picture: &Picture) -> Option<Image> {
    let shown = shown(site, picture)?;
    let caption = one_line(&plain_text(&picture.caption));
    Some(Image { address: shown.address, size: shown.size, caption, credit: picture.credit.clone() })
}

/// Whoever reported and wrote it, each once; where nobody is named, whose text it is.
fn authors(site: &Site, edition: &Edition, article: &Article) -> Vec<(String, Option<String>)> {
    let is_author = |credit: &Credit| matches!(credit.role, Role::Reporter | Role::Writer | Role::Byline);
    let mut authors: Vec<(String, Option<String>)> = Vec::new();
    for credit in naming::credits(site, edition, &article.credits).iter().filter(|credit| is_author(credit)) {
        let name = name_of(credit);
        if !name.is_empty() && authors.iter().all(|(known, _)| known != name) {
            let page = credit.address.as_ref().and_then(|address| web_address(site, address));
            authors.push((name.to_owned(), page));
        }
    }
    if authors.is_empty() {
        authors.extend(article.sources.iter().map(|name| (name.clone(), None)));
    }
    authors
}

fn tags(article: &Article) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    let subjects = article.subjects.iter().map(|subject| &subject.name);
    for tag in article.summary.section.iter().chain(subjects) {
        if !tag.trim().is_empty() && !tags.contains(tag) {
            tags.push(tag.clone());
        }
    }
    tags
}
