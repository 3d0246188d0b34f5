//! What the document of an article tells of others. Of the articles to read next, it tells what their own say that is not said of
//! them in it, so that they are shown as in lists; of its translations, it names those that are there. It is written when all of
//! them are known.

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use serde_json::Value;

use super::{
    PressError,
    articles::file_at,
    file_sizes::source_text,
    kept::Kept,
    key::{Key, KeyMaker},
    named::Named,
    output::Output,
    told::{Entry, PlaceNumber, Told},
    versions,
};
use crate::{
    model::Summary,
    source::ninjs::{others, place_of, related_of, remove_notes, tell, without_notes},
};

/// Whether the document of an article is written when all articles are known, and not before.
pub(super) fn waits(entry: &Entry) -> bool {
    entry.open && (names_others(entry) || entry.versions.len() > 1)
}

/// Whether an article names others to be read next.
fn names_others(entry: &Entry) -> bool {
    !entry.related.is_empty() || !entry.named.is_empty()
}

/// Writes the documents that waited, and has the kept articles tell the same. The articles remember what those are made of.
pub(super) fn write_documents(
    articles: &mut [Told],
    kept: &mut Kept,
    output: &Output,
) -> Result<(), PressError> {
    let neighbours = Neighbours::of(articles);
    let waiting = articles.par_iter().enumerate().filter(|(_, told)| waits(&told.entry));
    let written = waiting.map(|(index, Told { entry, .. })| {
        let (key, mut told) = (neighbours.key(entry), None);
        output.draw(&file_at(&entry.path, "article.json"), key, || {
            let text = source_text(entry)?;
            let document = told.insert(neighbours.told_in(entry, &text, output)?);
            let text = match document {
                Some(document) => format!("{document}\n"),
                None => without_notes(&text).into_owned(),
            };
            Ok(text.into_bytes())
        })?;
        if !names_others(entry) || kept.get(&entry.path).is_none() {
            return Ok((index, key, None));
        }
        // Its page may be drawn anew though its document is as it was.
        let told = match told {
            Some(told) => told,
            None => neighbours.told_in(entry, &source_text(entry)?, output)?,
        };
        Ok((index, key, told.map(|document| related_of(&document))))
    });
    let written: Vec<(usize, Key, Option<Vec<Summary>>)> = written.collect::<Result<_, PressError>>()?;
    for (index, key, related) in written {
        let Some(Told { entry, .. }) = articles.get_mut(index) else { continue };
        entry.document = Some(key);
        if let Some(related) = related {
            kept.relate(&entry.path, related);
        }
    }
    Ok(())
}

/// The articles that others name to be read next, as far as readers may read them.
struct Neighbours<'a> {
    /// By the numbers of their places.
    open: FxHashMap<PlaceNumber, &'a Entry>,
    /// Those among them that are named by their identifiers alone.
    alone: Named<'a>,
}

impl<'a> Neighbours<'a> {
    /// Those among `articles`.
    fn of(articles: &'a [Told]) -> Self {
        let entries = || articles.iter().map(|told| &told.entry);
        let named: FxHashSet<PlaceNumber> =
            entries().flat_map(|entry| entry.related.iter().copied()).collect();
        let open = entries().filter(|entry| entry.open && named.contains(&entry.number));
        let alone = Named::of(articles);
        let open = open.chain(alone.entries()).map(|entry| (entry.number, entry)).collect();
        Self { open, alone }
    }

    /// What the document of an article is made of that waits for them.
    fn key(&self, entry: &Entry) -> Key {
        let mut key = KeyMaker::new("article with others").with(entry.key);
        for path in &entry.related {
            key.add(self.open.get(path).map_or(Key::default(), |other| other.item.key));
        }
        entry.closed_versions.iter().for_each(|path| key.add(path.as_str()));
        self.alone.add_to(&mut key, entry);
        key.done()
    }

    /// The document with what there is to tell of the articles to read next, without translations that are not there, and
    /// without what editors write for each other, wherever in it that is. `None` where it is to be as it was written.
    fn told_in(&self, entry: &Entry, text: &str, output: &Output) -> Result<Option<Value>, PressError> {
        if !names_others(entry) && !versions::has_closed(entry) {
            return Ok(None);
        }
        let mut document: Value = serde_json::from_str(text).unwrap_or_default();
        let mut told = versions::drop_closed(&mut document, entry);
        for entry in others(&mut document) {
            self.alone.place(entry);
            let other = place_of(entry).and_then(|path| self.open.get(&PlaceNumber::of(&path)));
            let item = other.map(|other| output.item(other)).transpose()?;
            let item = item.and_then(|item| serde_json::from_str(&item).ok());
            if let Some(Value::Object(item)) = item {
                tell(entry, item);
                told = true;
            }
        }
        remove_notes(&mut document);
        Ok(told.then_some(document))
    }
}
