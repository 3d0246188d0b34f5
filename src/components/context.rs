//! What every component knows: the site, the edition, its words.

use std::ops::Deref;
use std::sync::Arc;

use leptos::prelude::*;

use crate::locale::Locale;
use crate::model::{Address, Edition, Instant, Language, Section, Site, SitePath, Summary};
use crate::piece::Piece;

/// The edition that is being drawn. Cheap to clone.
#[derive(Clone)]
pub struct EditionContext(Arc<Known>);

/// What is known of the edition that is being drawn.
pub struct Known {
    /// The whole site.
    pub site: Arc<Site>,
    /// Index of the edition in [`Site::editions`].
    pub index: usize,
    /// Its words and dates.
    pub locale: Locale,
    /// The time the page is drawn for.
    pub now: Instant,
    /// The reader's clock. `None` while a pressed page is drawn or taken over: what depends on the time of reading
    /// comes after, so that both draw the same.
    pub clock: RwSignal<Option<Instant>>,
}

/// The edition that the component calling this is drawn in.
pub fn use_edition() -> EditionContext {
    expect_context()
}

/// The words of the edition that the component calling this is drawn in.
pub fn use_locale() -> Locale {
    use_edition().locale.clone()
}

impl Deref for EditionContext {
    type Target = Known;

    fn deref(&self) -> &Known {
        &self.0
    }
}

impl From<Known> for EditionContext {
    fn from(known: Known) -> Self {
        Self(Arc::new(known))
    }
}

/// Words of an article, which say in which language they are where that is not the edition's own: what stands around them is
/// in the edition's.
pub fn in_own_language(words: impl Into<Piece>, summary: &Summary) -> Piece {
    in_language(words.into(), foreign(summary, &use_edition()))
}

/// Words of the edition among those of an article, which say in which language they are where the article's is another.
pub(super) fn in_edition_language(words: impl Into<Piece>, summary: &Summary) -> Piece {
    let edition = use_edition();
    in_language(words.into(), foreign(summary, &edition).map(|_| &edition.edition().language))
}

/// The language of an article, where it is not the edition's own.
fn foreign<'s>(summary: &'s Summary, edition: &EditionContext) -> Option<&'s Language> {
    summary.language.as_ref().filter(|language| !language.same_language(&edition.edition().language))
}

fn in_language(words: Piece, language: Option<&Language>) -> Piece {
    match language {
        Some(language) => words.with("lang", language.to_string()).with("dir", language.direction().as_str()),
        None => words,
    }
}

impl EditionContext {
    /// The edition's settings.
    pub fn edition(&self) -> &Edition {
        &self.site.editions[self.index]
    }

    /// The address of a place of the site, base path included.
    pub fn href(&self, path: &SitePath) -> String {
        path.under(&self.site.base_path)
    }

    /// An address from content, as this site writes it.
    pub fn resolve(&self, address: &Address) -> String {
        address.under(&self.site.base_path)
    }

    /// The name of a section in this edition.
    pub fn section_name(&self, section: &Section) -> String {
        section.name.get(&self.edition().language).to_owned()
    }

    /// The site's name in this edition.
    pub fn site_name(&self) -> String {
        self.site.name.get(&self.edition().language).to_owned()
    }
}
