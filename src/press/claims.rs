//! Which article has which address and identifier.

use std::{collections::hash_map, hash::BuildHasher, path::PathBuf};

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::{
    Finding,
    articles::file_at,
    desk::Read,
    output::Output,
    unread::{Says, Unread},
};
use crate::check::{
    self,
    alike::{address_alike, spelling},
    subject::Reading,
};

/// The addresses and identifiers of the articles so far.
#[derive(Default)]
pub(super) struct Claims {
    /// The identifiers, each with the number of its file.
    uris: FxHashMap<Box<str>, usize>,
    /// The addresses, as numbers that are the same where some file systems take them for one; each with the number of its file.
    spellings: FxHashMap<u64, usize>,
}

impl Claims {
    /// Reserves the place of the article in file `number` of `files`, and says whether another has its identifier or
    /// nearly its address. Refused where its place is taken.
    pub fn take(
        &mut self,
        read: Read,
        (number, files): (usize, &[PathBuf]),
        output: &mut Output,
    ) -> Result<(Read, Vec<Finding>), Unread> {
        let (told, text) = &read;
        let entry = &told.entry;
        let file = entry.source.as_path();
        let at = |finding: Finding, pointer: &str| match text {
            // With sizes of files or its place stated in it, the text is not that of the file.
            Some(read) if entry.file_sizes.is_empty() && !entry.settled => finding.at(&read.1, pointer),
            _ => finding.at(&Reading::of(file).map(|reading| reading.text).unwrap_or_default(), pointer),
        };
        let document = file_at(&entry.path, "article.json");
        if let Err(owner) = output.claim(&document, file.display().to_string()) {
            output.items().leave(entry.item);
            let finding = at(check::address_taken(file, &entry.path, &owner), "/x/url");
            return Err(Unread::LeftOut(Box::new(finding), Says::of(entry.open, entry.gone.is_some())));
        }
        if !entry.open {
            // What is told of a pressing is published with the site.
            output.hide(&document);
            output.hide(&file_at(&entry.path, "index.html"));
        }
        let other = |number: usize| files.get(number).map_or(file, PathBuf::as_path);
        let mut findings = Vec::new();
        let first = *self.spellings.entry(FxBuildHasher.hash_one(spelling(&entry.path))).or_insert(number);
        if first != number {
            findings.push(at(address_alike(file, &entry.path, other(first)), "/x/url"));
        }
        match self.uris.entry(entry.id.as_str().into()) {
            hash_map::Entry::Occupied(first) => {
                findings.push(at(check::same_uri(file, first.key(), other(*first.get())), "/uri"));
            }
            hash_map::Entry::Vacant(free) => {
                free.insert(number);
            }
        }
        Ok((read, findings))
    }
}
