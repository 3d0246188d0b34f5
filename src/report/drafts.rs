//! Where drafts are kept: through cancel and reload, a few for each page.

use super::draft::Draft;
use super::quote::TextQuoteSelector;
use crate::platform::storage::{Storage, StorageError};
use serde_json::Value;

/// Names of drafts start with this; the page's key follows.
pub const PREFIX: &str = "broadsheet.report.draft.";

/// How many drafts one page keeps. The oldest goes when there are more.
const KEPT_FOR_ONE_PAGE: usize = 5;

/// The drafts of the page `key`, last changed first. Unreadable ones are as good as none: a draft is a
/// convenience, and the form writes a new one in its place.
pub fn all(storage: &dyn Storage, key: &str) -> Vec<Draft> {
    let text = storage.get(&format!("{PREFIX}{key}")).ok().flatten();
    match text.and_then(|text| serde_json::from_str(&text).ok()) {
        Some(Value::Array(drafts)) => drafts.iter().map(Draft::from_value).collect(),
        _ => Vec::new(),
    }
}

/// The draft to open the form with: the kept one about `quote`, or with nothing selected the last one
/// changed; else a fresh one. `true` when it was kept.
pub fn open(storage: &dyn Storage, key: &str, quote: Option<TextQuoteSelector>) -> (Draft, bool) {
    let kept = all(storage, key).into_iter().find(|draft| quote.is_none() || draft.quote == quote);
    match kept {
        Some(draft) => (draft, true),
        None => (Draft::new(quote), false),
    }
}

/// The draft about the page itself, for a form that was opened before anybody asked for one; `true` when it was kept.
pub fn about_page(storage: &dyn Storage, key: &str) -> (Draft, bool) {
    let kept = all(storage, key).into_iter().find(|draft| draft.quote.is_none());
    kept.map_or((Draft::new(None), false), |draft| (draft, true))
}

/// Keeps `draft` for the page `key`, in place of the one about the same words. An untouched one is not kept.
pub fn keep(storage: &dyn Storage, key: &str, draft: &Draft) -> Result<(), StorageError> {
    let mut drafts = all(storage, key);
    drafts.retain(|other| other.quote != draft.quote);
    if !draft.is_untouched() {
        drafts.insert(0, draft.clone());
    }
    drafts.truncate(KEPT_FOR_ONE_PAGE);
    write(storage, key, &drafts)
}

/// Forgets the draft about `quote` for the page `key`: it has become a report, or the reader let it go.
pub fn forget(
    storage: &dyn Storage,
    key: &str,
    quote: Option<&TextQuoteSelector>,
) -> Result<(), StorageError> {
    let mut drafts = all(storage, key);
    drafts.retain(|draft| draft.quote.as_ref() != quote);
    write(storage, key, &drafts)
}

fn write(storage: &dyn Storage, key: &str, drafts: &[Draft]) -> Result<(), StorageError> {
    let key = format!("{PREFIX}{key}");
    if drafts.is_empty() {
        return storage.remove(&key);
    }
    let drafts: Value = drafts.iter().map(Draft::to_value).collect();
    storage.set(&key, &drafts.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::storage::Memory;
    use crate::report::draft::Mistake;

    fn about(words: &str) -> Draft {
        let quote = TextQuoteSelector { exact: words.into(), prefix: String::new(), suffix: String::new() };
        Draft { comment: format!("on {words}"), ..Draft::new(Some(quote)) }
    }

    #[test]
    fn drafts_come_back_by_their_words_or_the_last_one_first() {
        let storage = Memory::new(10_000);
        for words in ["one", "two"] {
            assert_eq!(keep(&storage, "article", &about(words)), Ok(()));
        }
        assert_eq!(open(&storage, "article", about("one").quote), (about("one"), true));
        assert_eq!(open(&storage, "article", None), (about("two"), true));
        assert!(!open(&storage, "article", about("three").quote).1);
        assert_eq!(open(&storage, "another", None), (Draft::new(None), false));
        assert_eq!(forget(&storage, "article", about("two").quote.as_ref()), Ok(()));
        assert_eq!(open(&storage, "article", None), (about("one"), true));
    }

    #[test]
    fn a_choice_or_an_address_alone_is_kept_too() {
        let storage = Memory::new(10_000);
        let chosen = Draft { mistake: Some(Mistake::Broken), ..Draft::new(None) };
        let addressed = Draft { email: "a@b.kz".into(), comment: String::new(), ..about("one") };
        for draft in [chosen, addressed] {
            assert_eq!(keep(&storage, "a", &draft), Ok(()));
            assert!(all(&storage, "a").contains(&draft));
        }
    }

    #[test]
    fn a_page_keeps_a_few_and_no_untouched_ones() {
        let storage = Memory::new(100_000);
        for number in 0..20 {
            assert_eq!(keep(&storage, "a", &about(&number.to_string())), Ok(()));
        }
        assert_eq!(all(&storage, "a").len(), KEPT_FOR_ONE_PAGE);
        let untouched = Draft { comment: String::new(), ..about("19") };
        assert_eq!(keep(&storage, "a", &untouched), Ok(()));
        assert_eq!(all(&storage, "a").len(), KEPT_FOR_ONE_PAGE - 1);
        assert_eq!(storage.set("broadsheet.report.draft.b", "{"), Ok(()));
        assert_eq!(all(&storage, "b"), []);
    }
}
