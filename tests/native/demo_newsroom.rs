//! The demo newsroom, as its documents are in `public`: enough to see every part of the site by.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use broadsheet::model::{Article, Block};
use broadsheet::source::ninjs::read_article;

use crate::corpus::json_files;

const LANGUAGES: [&str; 3] = ["en", "kk", "ru"];

fn read(file: &Path) -> Article {
    let text = fs::read_to_string(file).expect("an article of the demo newsroom");
    let read = read_article(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    assert!(read.problems.is_empty(), "{}: {:?}", file.display(), read.problems);
    read.value
}

fn folder(language: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("public/articles").join(language)
}

#[test]
fn each_language_has_a_dozen_articles_in_four_sections_and_more() {
    for language in LANGUAGES {
        let mut sections: BTreeMap<String, usize> = BTreeMap::new();
        let articles = json_files(&folder(language)).into_iter().map(|file| read(&file));
        for article in articles.filter(|article| !article.standing) {
            assert_eq!(article.summary.language.as_ref().map(ToString::to_string).as_deref(), Some(language));
            // The first step is the front, the second the section.
            let section = article.breadcrumbs.get(1).map(|crumb| crumb.name.clone()).unwrap_or_default();
            *sections.entry(section).or_default() += 1;
        }
        let articles: usize = sections.values().sum();
        assert!(articles >= 12 && sections.len() >= 4, "{language}: {sections:?}");
        assert!(!sections.contains_key(""), "{language}: an article is in no section");
    }
}

/// Names every kind of block. There is no arm for others: one that is new and not in this list does not compile.
macro_rules! kinds {
    ($($kind:ident)+) => {
        const KINDS: &[&str] = &[$(stringify!($kind)),+];

        fn kind(block: &Block) -> &'static str {
            match block {
                $(Block::$kind { .. } => stringify!($kind)),+
            }
        }
    };
}

kinds! {
    Paragraph Heading List Definitions Quote PullQuote Table Figure Gallery Rule Preformatted Embed Media File Aside Passage
}

#[test]
fn an_article_of_each_language_shows_every_kind_of_block() {
    for language in LANGUAGES {
        let article = read(&folder(language).join("every-kind-of-block.json"));
        let found: BTreeSet<&str> = article.body.iter().map(kind).collect();
        let missing: Vec<&&str> = KINDS.iter().filter(|kind| !found.contains(**kind)).collect();
        assert!(missing.is_empty(), "{language}: {missing:?}");
    }
}
