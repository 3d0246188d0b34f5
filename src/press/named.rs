//! Articles to read next that others name by their identifiers alone: where they are is known when all articles are, and
//! is written into the documents of those that name them.

use rustc_hash::{FxHashMap, FxHashSet};
use serde_json::{Map, Value};

use super::{
    key::KeyMaker,
    told::{Entry, Told},
};
use crate::source::ninjs::{identifier_alone, put_place};

/// Where the articles are that are named so, as far as readers may read them: by their identifiers.
pub(super) struct Named<'a>(FxHashMap<&'a str, &'a Entry>);

impl<'a> Named<'a> {
    /// Those among `articles`. Of two with one identifier the first counts.
    pub fn of(articles: &'a [Told]) -> Self {
        let entries = || articles.iter().map(|told| &told.entry);
        let named: FxHashSet<&str> =
            entries().flat_map(|entry| entry.named.iter().map(Box::as_ref)).collect();
        let mut found = FxHashMap::default();
        for entry in entries().filter(|entry| entry.open && named.contains(entry.id.as_str())) {
            found.entry(entry.id.as_str()).or_insert(entry);
        }
        Self(found)
    }

    /// All of them.
    pub fn entries(&self) -> impl Iterator<Item = &'a Entry> {
        self.0.values().copied()
    }

    /// Adds what the document of an article is made of that names them.
    pub fn add_to(&self, key: &mut KeyMaker, entry: &Entry) {
        for uri in &entry.named {
            let other = self.0.get(&**uri);
            key.add(other.map_or("", |other| other.path.as_str()));
            key.add(other.map(|other| other.item.key).unwrap_or_default());
        }
    }

    /// Writes into what a document says of another article where that is.
    pub fn place(&self, association: &mut Map<String, Value>) {
        if let Some(other) = identifier_alone(association).and_then(|uri| self.0.get(uri)) {
            put_place(association, &other.path);
        }
    }
}
