//! The words that a reader may have meant who wrote one that is nowhere: those of headlines, names and topics.

use std::collections::BTreeMap;

use serde_json::json;

use super::{File, Record};
use crate::{model::Edition, search::fold};

/// The file of the words, in the folder of the newest volume. Only somebody whose word is nowhere fetches it.
const WORDS: &str = "words.json";

/// Shorter words are too like each other.
const SHORTEST: usize = 4;

/// The words of a volume as they are compared, those that come most often first; behind each, after a space, how it is
/// written, where that is another thing.
pub(super) fn words<'a>(edition: &Edition, records: impl Iterator<Item = &'a Record>) -> File {
    // By the word as it is compared, how often each way to write it comes.
    let mut known = BTreeMap::<String, BTreeMap<String, usize>>::new();
    for record in records {
        let names = record.people.iter().chain(&record.topics).chain(&record.section_names);
        let texts = names.map(String::as_str).chain([record.summary.headline.as_str()]);
        for word in texts.flat_map(|text| text.split(|letter: char| !letter.is_alphabetic())) {
            if word.chars().count() >= SHORTEST {
                let ways = known.entry(fold(word, &edition.language)).or_default();
                *ways.entry(word.to_owned()).or_default() += 1;
            }
        }
    }
    let often = |ways: &BTreeMap<String, usize>| ways.values().sum::<usize>();
    let mut words: Vec<_> = known.into_iter().collect();
    words.sort_by_key(|(_, ways)| std::cmp::Reverse(often(ways)));
    let words = words.into_iter().filter_map(|(word, ways)| {
        // Of two that come as often, the one in small letters: a headline begins with a large one.
        let (written, _) = ways.into_iter().max_by_key(|(_, often)| *often)?;
        Some(if written == word { word } else { format!("{word} {written}") })
    });
    (WORDS.to_owned(), json!(words.collect::<Vec<_>>()).to_string().into_bytes())
}
