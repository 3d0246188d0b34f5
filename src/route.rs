//! Addresses of the site: what each names, and how it is written. Parsing and printing stand side by side.

use crate::model::{Site, SitePath};

/// What an address names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// Index of the edition in [`Site::editions`].
    pub edition: usize,
    /// The place in that edition.
    pub place: Place,
}

/// A place in an edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A list of articles: the front (no slugs) or a section, and which page of it.
    List(ListPlace),
    /// An article, or nothing: only its document can tell. The path holds the edition's.
    Article(SitePath),
}

/// A list and a page of it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ListPlace {
    /// The section's slugs from the outermost; empty for the front.
    pub section: Vec<String>,
    /// Which index page, counted from the oldest (1); `None` for the newest articles.
    pub page: Option<u32>,
}

/// The part of an address before a page number: `/politics/page/3/`.
const PAGE: &str = "page";

impl Route {
    /// Reads a path within the site (the base path is already off).
    pub fn parse(site: &Site, path: &SitePath) -> Self {
        let edition = site.edition_of(path);
        let depth = site.editions[edition].path.parts().count();
        let parts: Vec<&str> = path.parts().skip(depth).collect();
        let (section, page) = match parts.as_slice() {
            [section @ .., PAGE, number] => match number.parse() {
                Ok(number) if number >= 1 && !number_is_odd(parts[parts.len() - 1]) => {
                    (section, Some(number))
                }
                _ => (parts.as_slice(), None),
            },
            _ => (parts.as_slice(), None),
        };
        let known = section.is_empty() || site.section_chain(section).is_some();
        let place = if known {
            Place::List(ListPlace { section: section.iter().map(|&slug| slug.to_owned()).collect(), page })
        } else {
            Place::Article(path.clone())
        };
        Self { edition, place }
    }

    /// Writes the path within the site.
    pub fn path(&self, site: &Site) -> SitePath {
        match &self.place {
            Place::Article(path) => path.clone(),
            Place::List(list) => list.path(&site.editions[self.edition].path),
        }
    }
}

impl ListPlace {
    /// The path of the list in the edition at `edition_path`.
    pub fn path(&self, edition_path: &SitePath) -> SitePath {
        let path = self.section.iter().fold(edition_path.clone(), |path, slug| path.join(slug));
        match self.page {
            Some(number) => path.join(PAGE).join(&number.to_string()),
            None => path,
        }
    }

    /// The newest page of the same list.
    pub fn newest(&self) -> Self {
        Self { page: None, ..self.clone() }
    }

    /// Page `number` of the same list.
    pub fn at(&self, number: u32) -> Self {
        Self { page: Some(number), ..self.clone() }
    }
}

/// `03` and `+3` are read as numbers, but would be a second address of page 3.
fn number_is_odd(number: &str) -> bool {
    number.starts_with('0') || !number.bytes().all(|byte| byte.is_ascii_digit())
}
