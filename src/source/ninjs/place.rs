//! Where an article is: its address, and the way to it.

use crate::model::{Crumb, Language, SitePath, Translation};
use crate::platform::letters;
use crate::source::json::Place;

/// The longest slug made from a headline, in characters.
const SLUG_LENGTH: usize = 80;

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
        if let Some(path) = url.path().filter(|path| crumbs.iter().all(|crumb| crumb.path != *path)) {
            crumbs.push(Crumb { name, path });
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

/// Letters and digits of any script in lower case, with `-` between words; of bounded length.
pub(crate) fn slug(text: &str) -> String {
    let mut slug = String::new();
    for word in text.split(|c: char| !(c.is_alphanumeric() || is_mark(c))).filter(|word| !word.is_empty()) {
        let word = letters::lowercase(word);
        if !slug.is_empty() && slug.chars().count() + word.chars().count() >= SLUG_LENGTH {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.extend(word.chars().take(SLUG_LENGTH));
    }
    slug
}

/// Marks that belong to the letter before them: accents, Arabic and Hebrew points, Indic vowel signs, joiners.
fn is_mark(character: char) -> bool {
    matches!(character,
        '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}'
        | '\u{670}' | '\u{6d6}'..='\u{6ed}' | '\u{900}'..='\u{903}' | '\u{93a}'..='\u{94f}'
        | '\u{e31}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}')
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn slugs_keep_letters_of_every_script() {
        assert_eq!(slug("Kazakhstan–Mexico: “details”, unveiled!"), "kazakhstan-mexico-details-unveiled");
        assert_eq!(slug("Қала көшелері ҮШІН 2014"), "қала-көшелері-үшін-2014");
        assert_eq!(slug("دَرس"), "دَرس");
        assert_eq!(slug("…!"), "");
    }

    #[test]
    fn slugs_are_bounded_and_end_at_a_word() {
        let long = slug(&"word ".repeat(100));
        assert!(long.chars().count() <= 80 && long.ends_with("word"), "{long}");
        assert_eq!(slug(&"я".repeat(500)).chars().count(), 80);
    }
}
