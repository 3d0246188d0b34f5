//! Where the documents of a pressed site are: the addresses that the browser asks for and the files that
//! the press writes, in one place.

use crate::model::{Edition, SitePath};
use crate::route::ListPlace;

/// The document of the article at `path`, below the site's root, without a first slash.
pub fn article_file(path: &SitePath) -> String {
    format!("{}article.json", path.as_str().trim_start_matches('/'))
}

/// The address of the same, under base path `base`.
pub fn article_address(path: &SitePath, base: &str) -> String {
    format!("{}article.json", path.under(base))
}

/// The folder of an edition's search index, below the site's root, without a first slash.
pub fn search_folder(edition: &Edition) -> String {
    format!("data/{}/search/", edition.language)
}

/// The address of the module that searches an edition, under base path `base`.
pub fn search_address(edition: &Edition, base: &str) -> String {
    format!("{base}{}search.js", search_folder(edition))
}

/// The index file of a list, below the site's root, without a first slash: its newest articles, or a page.
pub fn list_file(edition: &Edition, list: &ListPlace) -> String {
    let folder = format!("data/{}", edition.language);
    let folder = list.parts.iter().fold(folder, |folder, part| format!("{folder}/{part}"));
    match list.page {
        None => format!("{folder}/latest.json"),
        Some(number) => format!("{folder}/page-{number}.json"),
    }
}

/// The address of the same, under base path `base`.
pub fn list_address(edition: &Edition, list: &ListPlace, base: &str) -> String {
    let file = list_file(edition, list);
    let (folder, name) = file.rsplit_once('/').unwrap_or(("", &file));
    let folder = SitePath::parse(folder).unwrap_or_else(SitePath::root);
    format!("{}{name}", folder.under(base))
}
