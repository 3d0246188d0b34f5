//! Articles that the reader keeps for later, on this device.
//!
//! Each is a text of its own in storage, so that two tabs that save at once lose nothing: when it was saved, in Unix
//! milliseconds, and below that what lists show of it, as index pages have it.

use crate::model::{Site, Summary};
use crate::ordered::ordered;
use crate::platform::storage::{Storage, StorageError};
use crate::source::ninjs;

/// What the names of saved articles begin with. The site's base path and the article's address on its host follow.
const PREFIX: &str = "broadsheet:saved:";

/// A saved article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// The name it is stored under.
    pub key: String,
    text: String,
}

/// The name that the article at `href` is stored under on the site at the base path `base`, which `href` includes. One host
/// may have several sites, and one may lie below another.
pub fn key(base: &str, href: &str) -> String {
    [PREFIX, base, ":", href].concat()
}

/// The saved articles of the site at the base path `base`, the last saved first.
pub fn load(storage: &dyn Storage, base: &str) -> Result<Vec<Saved>, StorageError> {
    let mut saved = Vec::new();
    for key in storage.keys(&key(base, ""))? {
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
        let page = ninjs::read_summaries(&index_page(self.document())).ok()?;
        page.value.items.into_iter().next()
    }
}

/// All of them in one document, in the form of an index page, with their addresses outside of `site`. What cannot be read
/// is left out.
pub fn export(saved: &[Saved], site: &Site) -> String {
    let items = saved.iter().filter_map(Saved::summary).map(|summary| {
        let mut item = ninjs::write_summary(&summary);
        if let Some(url) = item.pointer_mut("/x/url") {
            *url = site.public_address(&summary.path).into();
        }
        item.to_string()
    });
    index_page(&items.collect::<Vec<_>>().join(","))
}

fn index_page(documents: &str) -> String {
    format!("{{\"items\":[{documents}]}}")
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
            save(&storage, &key("/", path), &summary(path), time).expect("room");
        }
        let saved = load(&storage, "/").expect("a storage");
        let read: Vec<Summary> = saved.iter().filter_map(Saved::summary).collect();
        assert_eq!(read, [summary("/b/"), summary("/a/")]);
        assert_eq!(load(&storage, "/news/"), Ok(Vec::new()), "another site of the same host has its own");
        save(&storage, &key("/news/", "/news/c/"), &summary("/c/"), 1_790_000_000_002).expect("room");
        assert_eq!(load(&storage, "/").map(|saved| saved.len()), Ok(2), "also one that lies below");
    }

    #[test]
    fn what_cannot_be_read_harms_no_other_and_the_export_is_an_index_page() {
        let storage = Memory::new(10_000);
        save(&storage, &key("/", "/a/"), &summary("/a/"), 1_790_000_000_000).expect("room");
        for (path, text) in [("/x/", "nonsense"), ("/y/", "17\n]}"), ("/z/", "18\n{}")] {
            storage.set(&key("/", path), text).expect("room");
        }
        let saved = load(&storage, "/").expect("a storage");
        assert_eq!(saved.iter().filter_map(Saved::summary).count(), 1);
        let settings =
            r#"{"url": "https://courier.example", "base_path": "/news/", "editions": [{"language": "en"}]}"#;
        let site = crate::source::site::read_site(settings).expect("settings").value;
        let exported = export(&saved, &site);
        assert!(
            exported.contains("\"https://courier.example/news/a/\""),
            "an address for anywhere: {exported}"
        );
        let page = ninjs::read_summaries(&exported).expect("an index page");
        assert_eq!(
            page.value.items,
            [summary("/news/a/")].map(|item| Summary { id: "urn:test:/a/".to_owned(), ..item })
        );
    }

    #[test]
    fn a_full_storage_says_so_and_keeps_what_it_has() {
        let storage = Memory::new(300);
        let long = Summary { headline: "x".repeat(300), ..summary("/a/") };
        assert_eq!(save(&storage, &key("/", "/a/"), &long, 1), Err(StorageError::Full));
        assert_eq!(load(&storage, "/"), Ok(Vec::new()));
    }
}
