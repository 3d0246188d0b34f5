//! The index of each edition into the site: only those volumes are made whose articles are not as they were.

use rayon::prelude::*;

use super::{File, Record, Volume, contents, in_volumes, index, order, years_of};
use crate::{
    model::{Edition, Site},
    press::{
        PressError,
        kept::Kept,
        key::{Key, KeyMaker},
        output::Output,
        progress::{Count, Progress, Step},
        told::{Entry, Told},
    },
    source::static_site::search_folder,
};

const OWNER: &str = "the index of the search";

/// How many volumes are made at a time, however many processors there are: pagefind holds all of each in memory.
const BATCH: usize = 2;

/// A volume, and what it is made of.
struct Made<'a> {
    edition: &'a Edition,
    volume: Volume,
    articles: Vec<&'a Entry>,
    /// What it is called among bundles.
    name: String,
    key: Key,
}

/// Writes the index of each edition, where the site can be searched, of the articles that it finds.
pub(in crate::press) fn write_indexes(
    site: &Site,
    (articles, kept): (&[Told], &Kept),
    output: &mut Output,
    progress: &dyn Progress,
) -> Result<(), PressError> {
    if !site.search {
        return Ok(());
    }
    let mut made = Vec::new();
    for (number, edition) in site.editions.iter().enumerate() {
        let own = articles.iter().map(|told| &told.entry);
        let own = own.filter(|entry| entry.searched && entry.edition == number).collect();
        let volumes = in_volumes(own, |entry: &&Entry| order(!entry.listed, entry.date(), &entry.path));
        let older = volumes.iter().filter(|(volume, _)| *volume != Volume::Newest);
        let older: Vec<_> =
            older.map(|(_, own)| years_of(own.iter().filter_map(|entry| entry.year.as_deref()))).collect();
        let (name, bytes) = contents(&older);
        output.make(&format!("{}{name}", search_folder(edition)), &bytes, OWNER)?;
        made.extend(volumes.into_iter().map(|(volume, articles)| {
            let name = format!("{}{volume:?}", search_folder(edition));
            let mut key = KeyMaker::new("volume of the search");
            articles.iter().for_each(|entry| key.add(entry.key));
            Made { edition, volume, articles, name, key: key.done() }
        }));
    }
    let count = Count::of(Step::Indexing, made.len(), progress);
    for batch in made.chunks(BATCH) {
        let drawn = &*output;
        let files: Vec<Result<Vec<File>, PressError>> = batch
            .par_iter()
            .map(|made| {
                count.one();
                if drawn.remembers_bundle(&made.name, made.key) {
                    Ok(Vec::new())
                } else {
                    made.files(site, kept, drawn)
                }
            })
            .collect();
        for (made, files) in batch.iter().zip(files) {
            output.make_bundle(&made.name, made.key, OWNER, files?)?;
        }
    }
    Ok(())
}

impl Made<'_> {
    /// Its files, from the documents that readers get.
    fn files(&self, site: &Site, kept: &Kept, output: &Output) -> Result<Vec<File>, PressError> {
        let record = |entry: &&Entry| Some(Record::of(site, entry.edition, &*kept.article(entry, output)?));
        let records = self.articles.iter().filter_map(record);
        let files = index(self.edition, self.volume, records).map_err(PressError::Search)?;
        let folder = search_folder(self.edition);
        Ok(files.into_iter().map(|(name, bytes)| (format!("{folder}{name}"), bytes)).collect())
    }
}
