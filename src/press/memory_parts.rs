//! The long tables of the memory, in many files: a pressing that changes little writes few of them anew.

use std::{fs, hash::BuildHasher, io, path::Path};

use rayon::prelude::*;
use rustc_hash::{FxBuildHasher, FxHashSet};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::numbered::Numbered;

/// The files.
const FILES: Numbered = Numbered("part-");

/// How many entries there are to a file, more or less.
const SIZE: usize = 1024;

/// A table, as the files that hold its parts. Each entry has its place by its name.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub(super) struct Table(Vec<Part>);

/// The file of a part.
#[derive(Clone, Copy, Debug, Default, Deserialize, Serialize)]
struct Part {
    /// What it is called by.
    number: u64,
    /// How many entries it has; without any there is no file.
    count: usize,
}

/// An entry to be written.
pub(super) struct Line<'a, T> {
    /// What it is found by.
    pub name: &'a str,
    /// The entry.
    pub entry: T,
    /// Whether it is as it was read.
    pub is_same: bool,
}

impl Table {
    /// Reads all entries; `None` where that cannot be done.
    pub fn read<T: DeserializeOwned + Send>(&self, folder: &Path) -> Option<Vec<Vec<T>>> {
        let read = |part: &Part| {
            let entries: Vec<T> =
                postcard::from_bytes(&fs::read(FILES.path(folder, part.number)).ok()?).ok()?;
            (entries.len() == part.count).then_some(entries)
        };
        self.0.par_iter().filter(|part| part.count > 0).map(read).collect()
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.0.iter().map(|part| part.count).sum()
    }

    /// Writes the table with these entries, which were read from this one or are new. What is as it was stays in its file.
    /// `number` is the last one that was given.
    pub fn write<T: Serialize + Send + Sync>(
        &self,
        folder: &Path,
        lines: Vec<Line<T>>,
        number: &mut u64,
    ) -> io::Result<Self> {
        let count = (lines.len() / SIZE).next_power_of_two();
        let is_cut_the_same = count == self.0.len();
        // The remainder is less than the count, which is a size.
        let place = |line: &Line<T>| (FxBuildHasher.hash_one(line.name) % count as u64) as usize;
        let places: Vec<usize> = lines.par_iter().map(place).collect();
        let mut seen = vec![(0, is_cut_the_same); count];
        for (line, place) in lines.iter().zip(&places) {
            if let Some((count, all_same)) = seen.get_mut(*place) {
                *count += 1;
                *all_same &= line.is_same;
            }
        }
        let mut parts = self.parts_of(seen, number);
        // Only what is written is put together: of an archive, that is hardly anything.
        for (line, place) in lines.into_iter().zip(places) {
            if let Some((_, Some(entries))) = parts.get_mut(place) {
                entries.push(line.entry);
            }
        }
        let parts = parts.into_par_iter().map(|(part, entries)| {
            if let Some(entries) = entries.filter(|entries| !entries.is_empty()) {
                let bytes = postcard::to_stdvec(&entries).map_err(io::Error::other)?;
                fs::write(FILES.path(folder, part.number), bytes)?;
            }
            Ok(part)
        });
        Ok(Self(parts.collect::<io::Result<_>>()?))
    }

    /// The parts that have so many entries each, and room for those of them that are written: where all are the same, the
    /// part stays as it is.
    fn parts_of<T>(&self, seen: Vec<(usize, bool)>, number: &mut u64) -> Vec<(Part, Option<Vec<T>>)> {
        let old = self.0.iter().copied().map(Some).chain(std::iter::repeat(None));
        let parts = seen.into_iter().zip(old).map(|((count, all_same), old)| {
            let kept = old.filter(|old| all_same && old.count == count);
            let part = kept.unwrap_or_else(|| {
                *number += 1;
                Part { number: *number, count }
            });
            (part, kept.is_none().then(|| Vec::with_capacity(count)))
        });
        parts.collect()
    }
}

/// Removes the files that none of these tables has.
pub(super) fn remove_others(folder: &Path, tables: [&Table; 2]) {
    let wanted: FxHashSet<u64> = tables.iter().flat_map(|table| &table.0).map(|part| part.number).collect();
    FILES.remove_others(folder, |number| wanted.contains(&number));
}

/// The highest number that a file has: the next ones have higher ones, so that none is written over.
pub(super) fn last(folder: &Path) -> u64 {
    FILES.last(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn write(table: &Table, folder: &Path, names: &[String], changed: &str, number: &mut u64) -> Table {
        let lines = names.iter().map(|name| Line { name, entry: name.clone(), is_same: name != changed });
        table.write(folder, lines.collect(), number).expect("it is written")
    }

    #[test]
    fn one_change_writes_one_file_and_everything_is_read_again() {
        let folder = tempfile::tempdir().expect("a folder");
        let (names, mut number): (Vec<String>, u64) = ((0..10_000).map(|name| name.to_string()).collect(), 0);
        let first = write(&Table::default(), folder.path(), &names, "", &mut number);
        let before = number;
        let second = write(&first, folder.path(), &names, "77", &mut number);
        assert_eq!(number, before + 1);
        let third = write(&second, folder.path(), &names[1..], "", &mut number);
        assert_eq!(number, before + 2, "where one is missing");
        remove_others(folder.path(), [&third, &third]);
        let mut read = third.read::<String>(folder.path()).expect("it is read").concat();
        read.sort_by_key(|name| name.parse::<u64>().expect("a number"));
        assert_eq!((read, third.len()), (names[1..].to_vec(), 9_999));
        assert!(second.read::<String>(folder.path()).is_none(), "its file is gone");
    }
}
