//! How pages are put into files.

use super::*;
use crate::source::site::read_site;

fn site() -> Site {
    read_site(r#"{"url": "https://a.kz", "editions": [{"language": "en"}]}"#).expect("valid settings").value
}

fn paths(count: usize, length: usize) -> Vec<SitePath> {
    let path = |number: usize| SitePath::root().join(&format!("{}{number}", "a".repeat(length)));
    (0..count).map(path).collect()
}

fn texts(paths: &[SitePath], versions: &[Version]) -> Vec<String> {
    let pages = paths.iter().map(|path| Page { path, versions, changed: None }).collect();
    files(&site(), pages).iter().map(|file| file.text(&site())).collect()
}

#[test]
fn a_full_file_does_not_change_when_pages_are_added() {
    let paths = paths(2 * MOST_ADDRESSES + 1, 1);
    let before = texts(&paths[..MOST_ADDRESSES + 1], &[]);
    let after = texts(&paths, &[]);
    assert_eq!((before.len(), after.len()), (2, 3));
    assert_eq!(before[0], after[0]);
    assert_eq!(after[1].matches("<loc>").count(), MOST_ADDRESSES);
    assert_eq!(after[2].matches("<loc>").count(), 1);
    assert!(texts(&[], &[]).is_empty());
}

#[test]
fn no_file_is_larger_than_search_engines_take() {
    // With its versions, each address takes some six kilobytes here.
    let paths = paths(9_000, 1_000);
    let version = |tag: &str| Version {
        language: crate::model::Language::parse(tag).expect("a tag"),
        path: paths[0].clone(),
    };
    let texts = texts(&paths, &["en", "ru", "kk", "ar"].map(version));
    assert!(texts.len() > 1);
    assert!(texts.iter().all(|text| text.len() < 50_000_000));
    assert_eq!(texts.iter().map(|text| text.matches("<loc>").count()).sum::<usize>(), paths.len());
}
