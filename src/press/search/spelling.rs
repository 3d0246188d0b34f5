//! The words that a reader may have meant who wrote one that is nowhere: those of headlines, names and topics, and those of
//! the texts.
//!
//! The former come together, for they are few. The latter are in parts by their first letters, of which a word needs one:
//! so what a slip costs does not grow with the texts, and a slip in the first letter is mended by the former alone.

use std::collections::{BTreeMap, HashMap};

use serde_json::json;

use super::{File, Record};
use crate::{
    model::{Edition, Language},
    search::fold,
};

/// The file of the words of headlines, names and topics, in the folder of the newest volume, and the folder of the parts.
/// Only somebody whose word is nowhere fetches them.
const WORDS: &str = "words.json";
const PARTS: &str = "words/";

/// Shorter words are too like each other.
const SHORTEST: usize = 4;

/// How many words of the texts a part has on the average.
const PART: usize = 3000;

/// How many it has at the most, for letters are not evenly spread: then the rarest are missing.
const LARGEST_PART: usize = 4500;

/// Words as they are compared, and how often each way to write them comes.
#[derive(Default)]
struct Words(BTreeMap<String, BTreeMap<String, usize>>);

/// The files of the words of a volume. In each those come first that are used most often; behind a word, after a space, is
/// how it is written, where that is another thing.
pub(super) fn words<'a>(edition: &Edition, records: impl Iterator<Item = &'a Record> + Clone) -> Vec<File> {
    let language = &edition.language;
    let named = records.clone().flat_map(|record| {
        let names = record.people.iter().chain(&record.topics).chain(&record.section_names);
        names.chain([&record.summary.headline]).map(String::as_str)
    });
    let named = Words::of(named, language);
    let mut texts = Words::of(records.map(|record| record.text.as_str()), language);
    texts.0.retain(|word, _| !named.0.contains_key(word));
    let count = texts.0.len().div_ceil(PART);
    let mut parts: Vec<Words> = (0..count).map(|_| Words::default()).collect();
    for (word, ways) in texts.0 {
        if let Some(part) = part_of(&word, count).and_then(|part| parts.get_mut(part)) {
            part.0.insert(word, ways);
        }
    }
    let named = json!({ "parts": count, "words": named.listed(usize::MAX) });
    let parts = parts.into_iter().enumerate().map(|(number, part)| {
        let listed = json!(part.listed(LARGEST_PART));
        (format!("{PARTS}{number}.json"), listed.to_string().into_bytes())
    });
    [(WORDS.to_owned(), named.to_string().into_bytes())].into_iter().chain(parts).collect()
}

/// The part in which a word is, of so many. `search.js` counts the same.
fn part_of(word: &str, count: usize) -> Option<usize> {
    let letter = usize::try_from(u32::from(word.chars().next()?)).ok()?;
    letter.checked_rem(count)
}

impl Words {
    /// The words of texts.
    fn of<'t>(texts: impl Iterator<Item = &'t str>, language: &Language) -> Self {
        let mut written = HashMap::<&str, usize>::new();
        for word in texts.flat_map(|text| text.split(|letter: char| !letter.is_alphabetic())) {
            if word.chars().count() >= SHORTEST {
                *written.entry(word).or_default() += 1;
            }
        }
        let mut known = Self::default();
        for (word, count) in written {
            *known.0.entry(fold(word, language)).or_default().entry(word.to_owned()).or_default() += count;
        }
        known
    }

    /// So many of them at the most, as a browser reads them.
    fn listed(self, most: usize) -> Vec<String> {
        let often = |ways: &BTreeMap<String, usize>| ways.values().sum::<usize>();
        let mut words: Vec<_> = self.0.into_iter().collect();
        words.sort_by_key(|(_, ways)| std::cmp::Reverse(often(ways)));
        let words = words.into_iter().take(most).filter_map(|(word, ways)| {
            // Of two that come as often, the one in small letters: a headline begins with a large one.
            let (written, _) = ways.into_iter().max_by_key(|(_, often)| *often)?;
            Some(if written == word { word } else { format!("{word} {written}") })
        });
        words.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_has_the_words_that_are_used_most_and_no_more_than_it_may() {
        let russian = Language::parse("ru").expect("a language");
        let words = Words::of(["Ёлка и ёлка, елки; снег Ёлка ёлка"].into_iter(), &russian);
        assert_eq!(words.listed(2), ["елка ёлка", "елки"]);
        assert_eq!(part_of("елка", 3), Some(('е' as usize) % 3));
        assert_eq!((part_of("елка", 0), part_of("", 3)), (None, None));
    }
}
