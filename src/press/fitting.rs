//! Whether an article can be at an address.

use std::path::Path;

use super::{Finding, content};
use crate::{
    model::{Site, SitePath},
    route::{Place, Route},
};

/// The longest part of an address, in bytes of UTF-8: file systems take 255.
const LONGEST_PART: usize = 240;

/// The longest address, in bytes of UTF-8: with the folder that the site lies in, systems take some 4,000, and many hosts less.
const LONGEST: usize = 1_000;

/// Whether an article can be at `path`.
pub(crate) fn check_address(file: &Path, text: &str, site: &Site, path: &SitePath) -> Result<(), Finding> {
    let unfit = |message: String| {
        let finding = Finding::left_out(file, message).coded("address-unfit").at(text, "/x/url");
        Err(finding.helped("give the article another `x.url`, such as /politics/strike/"))
    };
    let edition = site.editions.get(site.edition_of(path));
    if edition.is_none_or(|edition| !edition.path.contains(path)) {
        let editions: Vec<&str> = site.editions.iter().map(|edition| edition.path.as_str()).collect();
        return unfit(format!("expected an address in an edition ({}), found {path}", editions.join(", ")));
    }
    let taken = match Route::parse(site, Some(path.clone())).place {
        Place::List(_) => Some("a list of articles is"),
        Place::Saved => Some("readers' saved articles are"),
        Place::Search => Some("the search is"),
        Place::Article(_) | Place::Nowhere => None,
    };
    if let Some(what) = taken {
        return unfit(format!("expected an address of its own, found {path}, where {what}"));
    }
    if let Some(part) = content::own_file(path) {
        return unfit(format!(
            "expected an address of its own, found {path}, where the site's own file {part} is"
        ));
    }
    match too_long(path) {
        Some(expected) => unfit(format!("expected an address {expected}")),
        None => Ok(()),
    }
}

/// What is expected of an address instead, if no file system takes it, or a part of it.
pub(super) fn too_long(path: &SitePath) -> Option<String> {
    if path.parts().any(|part| part.len() > LONGEST_PART) {
        return Some(format!("whose parts have at most {LONGEST_PART} bytes"));
    }
    (path.as_str().len() > LONGEST).then(|| format!("of at most {LONGEST} bytes"))
}
