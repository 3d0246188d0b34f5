//! Articles that the reader keeps for later, on this device.
//!
//! Each is a text of its own in storage, so that two tabs that save at once lose nothing: when it was saved, in Unix
//! milliseconds, and below that what lists show of it, as index pages have it.

use crate::model::Summary;
use crate::ordered::ordered;
use crate::platform::storage::{Storage, StorageError};
use crate::source::ninjs;

/// What the names of saved articles begin with. The rest is the article's address on its host.
const PREFIX: &str = "broadsheet:saved:";

/// A saved article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// The name it is stored under.
    pub key: String,
    text: String,
}

/// The name that the article at `href`, base path included, is stored under.
pub fn key(href: &str) -> String {
    format!("{PREFIX}{href}")
}

/// The saved articles below the base path `base`, the last saved first.
pub fn load(storage: &dyn Storage, base: &str) -> Result<Vec<Saved>, StorageError> {
    let mut saved = Vec::new();
    for key in storage.keys(&key(base))? {
        // Another tab may have removed it meanwhile.
        if let Some(text) = storage.get(&key)? {
            saved.push(Saved { key, text });
        }
    }
    // The time comes first and has as many digits until the year 2286.
    Ok(ordered(saved, |one: &Saved, other| other.text.cmp(&one.text)))
}

/// Saves an article under `key` at the time `now`.
pub fn save(storage: &dyn Storage, key: &str, summary: &Summary, now: i64) -> Result<(), StorageError> {
    storage.set(key, &format!("{now}\n{}", ninjs::write_summary(summary)))
}

impl Saved {
    fn document(&self) -> &str {
        self.text.split_once('\n').map_or("", |(_, document)| document)
    }

    /// What a list shows of it. `None` where something else stands under its name.
    pub fn summary(&self) -> Option<Summary> {
        let page = ninjs::read_summaries(&index_page(&[self.document()])).ok()?;
        page.value.items.into_iter().next()
    }
}

/// All of them in one document, in the form of an index page. What cannot be read is left out.
pub fn export(saved: &[Saved]) -> String {
    let readable = saved.iter().filter(|saved| saved.summary().is_some());
    index_page(&readable.map(Saved::document).collect::<Vec<_>>())
}

fn index_page(documents: &[&str]) -> String {
    format!("{{\"items\":[{}]}}", documents.join(","))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::SitePath;
    use crate::platform::storage::Memory;

    fn summary(path: &str) -> Summary {
        Summary {
            id: format!("urn:test:{path}"),
            headline: "Айлақ \"ashyq\"".to_owned(),
            lead: Some("A line with a \\ in it.".to_owned()),
            path: SitePath::parse(path).expect("a path"),
            ..Summary::default()
        }
    }

    #[test]
    fn the_last_saved_comes_first_and_is_what_was_saved() {
        let storage = Memory::new(10_000);
        for (path, time) in [("/a/", 1_790_000_000_000), ("/b/", 1_790_000_000_001)] {
            save(&storage, &key(path), &summary(path), time).expect("room");
        }
        let saved = load(&storage, "/").expect("a storage");
        let read: Vec<Summary> = saved.iter().filter_map(Saved::summary).collect();
        assert_eq!(read, [summary("/b/"), summary("/a/")]);
        assert_eq!(load(&storage, "/news/"), Ok(Vec::new()), "another site of the same host has its own");
    }

    #[test]
    fn what_cannot_be_read_harms_no_other_and_the_export_is_an_index_page() {
        let storage = Memory::new(10_000);
        save(&storage, &key("/a/"), &summary("/a/"), 1_790_000_000_000).expect("room");
        for (path, text) in [("/x/", "nonsense"), ("/y/", "17\n]}"), ("/z/", "18\n{}")] {
            storage.set(&key(path), text).expect("room");
        }
        let saved = load(&storage, "/").expect("a storage");
        assert_eq!(saved.iter().filter_map(Saved::summary).count(), 1);
        let page = ninjs::read_summaries(&export(&saved)).expect("an index page");
        assert_eq!(page.value.items, [summary("/a/")]);
    }

    #[test]
    fn a_full_storage_says_so_and_keeps_what_it_has() {
        let storage = Memory::new(300);
        let long = Summary { headline: "x".repeat(300), ..summary("/a/") };
        assert_eq!(save(&storage, &key("/a/"), &long, 1), Err(StorageError::Full));
        assert_eq!(load(&storage, "/"), Ok(Vec::new()));
    }
}
