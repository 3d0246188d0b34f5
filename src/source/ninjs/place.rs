//! Where an article is: its address, and the way to it.

use crate::model::{Address, Crumb, Language, SitePath, Translation};
use crate::source::json::Place;
use crate::source::slug;

/// The way to the article, from `x.sections`; the same address twice is one step.
pub(super) fn breadcrumbs(x: Option<&Place<'_>>) -> Vec<Crumb> {
    let mut crumbs: Vec<Crumb> = Vec::new();
    for entry in x.map(|x| x.list(&["sections"])).unwrap_or_default() {
        let Some(name) = entry.text_of("name") else {
            entry.unfit("a section with a name");
            continue;
        };
        let Some(url) = entry.member("url") else {
            entry.unfit("a section with its url");
            continue;
        };
        let elsewhere =
            url.text().and_then(|url| Address::parse(&url).ok()).filter(|url| url.host().is_some());
        let is_known =
            |path: &SitePath| crumbs.iter().any(|crumb| crumb.path == *path && crumb.elsewhere == elsewhere);
        if let Some(path) = url.path().filter(|path| !is_known(path)) {
            crumbs.push(Crumb { name, path, elsewhere });
        }
    }
    crumbs
}

/// The article's place: `x.url`, else below its last section, by its headline or its identifier.
pub(super) fn path(x: Option<&Place<'_>>, crumbs: &[Crumb], headline: &str, id: &str) -> SitePath {
    if let Some(url) = x.and_then(|x| x.member("url")) {
        match url.path() {
            Some(path) if path != SitePath::root() => return path,
            Some(_) => url.unfit("an address of the article's own, not the front's"),
            None => {}
        }
    }
    let section = crumbs.last().map_or_else(SitePath::root, |crumb| crumb.path.clone());
    let slugs = [slug(headline), slug(id)];
    let slug = slugs.into_iter().find(|slug| !slug.is_empty()).unwrap_or_else(|| "article".to_owned());
    section.join(&slug)
}

/// The name of the article's own section: the innermost it lies in, else the last named.
pub(super) fn section(crumbs: &[Crumb], path: &SitePath) -> Option<String> {
    let sections = || crumbs.iter().filter(|crumb| crumb.path != SitePath::root());
    let around =
        sections().filter(|crumb| crumb.path.contains(path)).max_by_key(|crumb| crumb.path.as_str().len());
    around.or_else(|| sections().next_back()).map(|crumb| crumb.name.clone())
}

/// The same article in other languages.
pub(super) fn translations(x: Option<&Place<'_>>) -> Vec<Translation> {
    let entries = x.map(|x| x.list(&["translations"])).unwrap_or_default();
    entries.iter().filter_map(translation).collect()
}

fn translation(entry: &Place<'_>) -> Option<Translation> {
    let language: Option<Language> = entry.member("language").and_then(|language| language.language());
    let path = entry.member("url").and_then(|url| url.path());
    let translation = language.zip(path).map(|(language, path)| Translation { language, path });
    if translation.is_none() {
        entry.unfit("a translation with its language and url");
    }
    translation
}
