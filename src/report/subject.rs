//! What a report is about.

use crate::model::{Article, Language, Site};

/// The page a report is about: an article, or a page that is none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReportSubject {
    /// The article's identifier; `None` on fronts and other pages.
    pub id: Option<String>,
    /// The article's version.
    pub version: Option<String>,
    /// The page's public address, absolute where the site knows its own.
    pub url: String,
    /// The article's headline, or the page's title.
    pub headline: String,
    /// The language it is written in.
    pub language: Option<Language>,
}

impl ReportSubject {
    /// The subject that `article` of `site` is.
    ///
    /// Where the site does not know its public address, the address has a path only; whoever takes the
    /// report knows which site it came from.
    pub fn of_article(article: &Article, site: &Site) -> Self {
        let summary = &article.summary;
        Self {
            id: (!summary.id.is_empty()).then(|| summary.id.clone()),
            version: (!article.version.is_empty()).then(|| article.version.clone()),
            url: site.public_address(&summary.path),
            headline: summary.headline.clone(),
            language: summary.language.clone(),
        }
    }

    /// What its drafts are filed under: the article's identifier, else the address.
    pub fn key(&self) -> &str {
        self.id.as_deref().unwrap_or(&self.url)
    }
}
