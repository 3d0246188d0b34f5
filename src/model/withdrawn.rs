//! What becomes of the address of an article that was published and is no longer.

use super::{Language, SitePath};

/// What readers find at the address of an article that was withdrawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Withdrawn {
    /// A page that says so. Hosts that can do so send it with status 410.
    #[default]
    Gone,
    /// The way to another place of the site, by the primary tag of the edition's language; `""` is for all others.
    /// Editions without a place have the page.
    LeadsTo(Vec<(String, SitePath)>),
}

impl Withdrawn {
    /// All places that readers are led to.
    pub fn places(&self) -> impl Iterator<Item = &SitePath> {
        let places = match self {
            Self::Gone => &[],
            Self::LeadsTo(places) => places.as_slice(),
        };
        places.iter().map(|(_, place)| place)
    }

    /// Where readers of the edition in `language` are led.
    pub fn place(&self, language: &Language) -> Option<&SitePath> {
        let Self::LeadsTo(places) = self else { return None };
        let primary = language.primary();
        let find = |key: &str| places.iter().find(|(tag, _)| tag == key).map(|(_, place)| place);
        find(&primary).or_else(|| find(""))
    }
}
