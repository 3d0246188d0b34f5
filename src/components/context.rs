//! What every component knows: the site, the edition, its words.

use std::sync::Arc;

use leptos::prelude::*;

use crate::locale::Locale;
use crate::model::{Address, Edition, Instant, Section, Site, SitePath};

/// The edition that is being drawn. Cheap to clone.
#[derive(Clone)]
pub struct EditionContext {
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
