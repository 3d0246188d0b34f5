//! What was published and is no longer: cancelled, expired, or no longer in the content.
//!
//! What is only withheld or under embargo is none of it: nothing that is published may name it.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{
    content::Content,
    leading::{self, Way},
    told::{Entry, Told},
};
use crate::{
    locale::{Locale, Message},
    model::{Article, Instant, PublicationStatus, Site, SitePath, Withdrawn},
    source::{self, Problem, ninjs::write_leading},
};

/// An address of the site where an article was.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub(super) struct Gone {
    /// The address.
    pub path: SitePath,
    /// Where it leads now, if anywhere; else a page says that the article is gone.
    pub to: Option<SitePath>,
}

/// What `site.json` says of withdrawn articles, and what is unfit in that.
pub(super) fn setting(site_text: &str) -> (Withdrawn, Vec<Problem>) {
    let document = serde_json::from_str(site_text).unwrap_or(Value::Null);
    let read = source::withdrawn::read_withdrawn(&document);
    (read.value, read.problems)
}

/// Whether an article was published before it was withdrawn, as far as it says itself. One that is withheld may never
/// have been, and one whose embargo has not ended was not.
pub(super) fn was_published(article: &Article, now: Instant) -> bool {
    let is_over = match article.status {
        PublicationStatus::Canceled => true,
        PublicationStatus::Usable => article.expires.is_some_and(|end| end <= now),
        PublicationStatus::Withheld => false,
    };
    is_over && article.embargoed_until.is_none_or(|start| start <= now)
}

/// What is at the address of an article of the content that was withdrawn.
pub(super) fn of_article(content: &Content, article: &Article, now: Instant) -> Option<Gone> {
    was_published(article, now).then(|| at(&content.site, &content.withdrawn, &article.summary.path))
}

/// What is at `path`, where an article was. No place leads to itself.
pub(super) fn at(site: &Site, setting: &Withdrawn, path: &SitePath) -> Gone {
    let edition = site.editions.get(site.edition_of(path));
    let to = edition.and_then(|edition| setting.place(&edition.language));
    Gone { path: path.clone(), to: to.filter(|to| *to != path).cloned() }
}

/// What was withdrawn of the content, the latest articles first.
pub(super) fn of_content(articles: &[Told]) -> Vec<&Gone> {
    let mut gone: Vec<(&Entry, &Gone)> = articles
        .iter()
        .map(|told| &told.entry)
        .filter_map(|entry| Some((entry, entry.gone.as_ref()?)))
        .collect();
    gone.sort_by(|(one, _), (other, _)| {
        other.first_seen.cmp(&one.first_seen).then_with(|| one.path.cmp(&other.path))
    });
    gone.into_iter().map(|(_, gone)| gone).collect()
}

/// The page at an address that leads on; `None` where the page that says that the article is gone is to be drawn.
pub(super) fn leading_page(content: &Content, gone: &Gone) -> Option<String> {
    let site = &content.site;
    let edition = site.editions.get(site.edition_of(&gone.path))?;
    let title = Locale::new(edition).text(Message::WithdrawnTitle);
    let way = Way { to: gone.to.as_ref()?, title: &title, is_same: false };
    Some(leading::leading_page(content, edition, &way))
}

/// What the program reads at an address that leads on.
pub(super) fn leading_document(gone: &Gone) -> Option<String> {
    Some(write_leading(gone.path.as_str(), &gone.path, gone.to.as_ref()?))
}
