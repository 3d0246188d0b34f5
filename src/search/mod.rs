//! Searching the site: what a reader asks for, what is found, and how words are compared.
//!
//! The index lies beside the site (`press::search` writes it), and [`crate::platform::search`] asks it.

mod answer;
mod fold;

pub use answer::{Answer, Group, marked};
pub use fold::fold;

use serde_json::{Map, Value, json};

use crate::model::Language;

/// The names of the three groups by which results are narrowed, as addresses and the index have them.
pub const GROUPS: [&str; 3] = ["section", "author", "year"];

/// What a reader asks for. It stands in the address of the search page, so that it can be shared and gone back to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The words.
    pub words: String,
    /// What was chosen in each of the [`GROUPS`]; empty for everything.
    pub chosen: [String; 3],
    /// Whether the newest come first, rather than what fits best.
    pub newest: bool,
    /// How far back to look: the number of the oldest volume of the archive that is searched; empty for the newest.
    pub volume: String,
}

impl Query {
    /// Whether it asks for nothing: there are neither words nor a choice.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.chosen.iter().all(String::is_empty)
    }

    /// Whether what is found comes by date. Without words nothing fits better than anything else.
    pub fn is_by_date(&self) -> bool {
        self.newest || self.is_by_date_alone()
    }

    /// Whether it can only come by date: there are choices and no words.
    pub fn is_by_date_alone(&self) -> bool {
        self.words.is_empty() && !self.is_empty()
    }

    /// Reads the query of an address; `value` gives the value of a name in it.
    pub fn read(value: impl Fn(&str) -> Option<String>) -> Self {
        let text = |name| value(name).map(|text| text.trim().to_owned()).unwrap_or_default();
        Self {
            words: text("q"),
            chosen: GROUPS.map(text),
            newest: text("sort") == "new",
            volume: text("volume"),
        }
    }

    /// Its names and values in an address, without those that say nothing.
    pub fn pairs(&self) -> Vec<(&'static str, &str)> {
        let chosen = GROUPS.into_iter().zip(self.chosen.iter().map(String::as_str));
        let sort = if self.newest { "new" } else { "" };
        let pairs = [("q", self.words.trim())].into_iter().chain(chosen);
        let pairs = pairs.chain([("sort", sort), ("volume", &self.volume)]);
        pairs.filter(|(_, value)| !value.is_empty()).collect()
    }

    /// What the index is asked, for the results from number `from` (the first is 0) up to `upto`.
    pub fn request(&self, language: &Language, from: usize, upto: usize) -> String {
        let chosen = GROUPS.into_iter().zip(&self.chosen).filter(|(_, value)| !value.is_empty());
        let mut filters = Map::<String, Value>::new();
        for (name, value) in chosen {
            filters.insert(name.to_owned(), json!([value]));
        }
        let words = fold(&self.words, language);
        let volume: u32 = self.volume.parse().unwrap_or_default();
        json!({
            "words": words, "written": self.words, "filters": filters, "newest": self.newest,
            "from": from, "upto": upto, "volume": volume
        })
        .to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_is_written_as_it_is_read() {
        let pairs = [
            ("q", "ёлка и снег"),
            ("section", "learn/politics"),
            ("year", "2024"),
            ("sort", "new"),
            ("volume", "7"),
        ];
        let read =
            |name: &str| pairs.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned());
        let query = Query::read(read);
        assert_eq!(query.pairs(), pairs);
        assert!(query.newest && query.chosen[1].is_empty());
        assert_eq!(Query::read(|_| None), Query::default());
        assert!(Query::default().pairs().is_empty());
        assert!(Query::default().is_empty() && !query.is_empty());
    }

    #[test]
    fn what_was_chosen_without_words_comes_by_date() {
        let chosen = |words: &str, section: &str| Query {
            words: words.to_owned(),
            chosen: [section.to_owned(), String::new(), String::new()],
            ..Query::default()
        };
        assert!(chosen("", "economy").is_by_date() && !chosen("", "economy").is_empty());
        assert!(!chosen("sea", "economy").is_by_date());
        assert!(!chosen("", "").is_by_date(), "nothing is asked for");
    }

    #[test]
    fn the_index_is_asked_for_folded_words_and_what_was_chosen() {
        let query = Query { words: "Ёлка".to_owned(), ..Query::default() };
        let query = Query { chosen: ["economy".to_owned(), String::new(), String::new()], ..query };
        let russian = Language::parse("ru").expect("a language");
        let request: Value = serde_json::from_str(&query.request(&russian, 10, 20)).expect("JSON");
        assert_eq!((&request["words"], &request["written"]), (&json!("елка"), &json!("Ёлка")));
        assert_eq!(request["filters"], json!({ "section": ["economy"] }));
        assert_eq!((&request["from"], &request["upto"]), (&json!(10), &json!(20)));
        assert_eq!(request["volume"], 0, "no further back than the newest volume");
    }
}
