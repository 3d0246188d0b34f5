//! The articles that `site.json` names for the blocks of a front.

use std::collections::HashSet;

use serde_json::Value;

use super::Finding;
use crate::{model::SitePath, press::content::Content};

/// The stories that each block of the front of `edition` is to have by name, as `find` knows those that can stand there; and
/// what is wrong with the others. The press arranges its fronts by this, and a check looks at what it finds amiss.
pub(crate) fn named_stories<T>(
    content: &Content,
    edition: usize,
    find: impl Fn(&SitePath) -> Option<T>,
) -> (Vec<Vec<T>>, Vec<Finding>) {
    let site = &content.site;
    let (mut named, mut findings) = (Vec::new(), Vec::new());
    let mut taken: HashSet<&SitePath> = HashSet::new();
    for (index, block) in site.front.iter().enumerate() {
        let mut stories = Vec::new();
        for path in block.articles.iter().filter(|path| site.edition_of(path) == edition) {
            let unfit = match find(path) {
                None => Some("an article that readers can find"),
                Some(_) if stories.len() == block.stories => {
                    Some("no more articles than the block has stories")
                }
                Some(story) if taken.insert(path) => {
                    stories.push(story);
                    None
                }
                Some(_) => Some("an article that the front does not name yet"),
            };
            findings.extend(unfit.map(|expected| named_in_vain(content, index, path, expected)));
        }
        named.push(stories);
    }
    (named, findings)
}

/// The warning about an article that block number `block` of the arrangement names.
fn named_in_vain(content: &Content, block: usize, path: &SitePath, expected: &str) -> Finding {
    let message = format!("expected {expected}, found {path}: the front has the next story in its place");
    let finding = Finding::warning(&content.site_file(), "front-unfit", message)
        .helped("correct the address in `front`, or remove it there");
    let document: Value = serde_json::from_str(&content.file_text).unwrap_or_default();
    // Blocks that were left out have numbers in the file all the same, so the article is looked for by its words.
    let blocks = document.get("front").and_then(Value::as_array).into_iter().flatten().enumerate();
    let places = blocks.flat_map(|(index, block)| {
        let articles = block.get("articles").and_then(Value::as_array).into_iter().flatten().enumerate();
        articles.map(move |(number, article)| (index, number, article.as_str().and_then(SitePath::parse)))
    });
    let mut places = places.filter(|(index, _, found)| *index >= block && found.as_ref() == Some(path));
    match places.next() {
        Some((index, number, _)) => {
            finding.at(&content.file_text, &format!("/front/{index}/articles/{number}"))
        }
        None => finding,
    }
}
