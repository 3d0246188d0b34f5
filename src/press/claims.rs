//! Which article has which address and identifier.

use std::{collections::hash_map, path::PathBuf};

use rustc_hash::FxHashMap;

use super::{Finding, articles::file_at, desk::Read, output::Output, unread::Unread};
use crate::check::{self, subject::Reading};

/// The addresses and identifiers of the articles so far.
#[derive(Default)]
pub(super) struct Claims {
    /// The identifiers, each with the number of its file.
    uris: FxHashMap<Box<str>, usize>,
}

impl Claims {
    /// Reserves the place of the article in file `number` of `files`, and says whether another has its identifier. Refused
    /// where its place is taken.
    pub fn take(
        &mut self,
        read: Read,
        (number, files): (usize, &[PathBuf]),
        output: &mut Output,
    ) -> Result<(Read, Option<Finding>), Unread> {
        let (told, text) = &read;
        let entry = &told.entry;
        let file = entry.source.as_path();
        let at = |finding: Finding, pointer: &str| match text {
            Some(read) => finding.at(&read.1, pointer),
            None => finding.at(&Reading::of(file).map(|reading| reading.text).unwrap_or_default(), pointer),
        };
        let document = file_at(&entry.path, "article.json");
        if let Err(owner) = output.claim(&document, file.display().to_string()) {
            output.items().leave(entry.item);
            return Err(at(check::address_taken(file, &entry.path, &owner), "/x/url").into());
        }
        if !entry.open {
            // What is told of a pressing is published with the site.
            output.hide(&document);
            output.hide(&file_at(&entry.path, "index.html"));
        }
        let finding = match self.uris.entry(entry.id.as_str().into()) {
            hash_map::Entry::Occupied(first) => {
                let other = files.get(*first.get()).map_or(file, PathBuf::as_path);
                Some(at(check::same_uri(file, first.key(), other), "/uri"))
            }
            hash_map::Entry::Vacant(free) => {
                free.insert(number);
                None
            }
        };
        Ok((read, finding))
    }
}
