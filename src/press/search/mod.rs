//! The index that readers search: of each edition one, made by pagefind from records of its articles.
//!
//! Pagefind gets folded words ([`crate::search::fold`]) and finds by them. What it would show of them later are its
//! fragments, one for each article: in these the text itself takes the place of the folded one, word for word, so that
//! an excerpt reads as the article does. The article's summary lies beside it, so that a result is drawn as in any list.
//!
//! Pure functions without state: records in, files out. The same records give the same bytes.

mod fragment;
mod record;

pub use record::Record;

use std::collections::BTreeMap;

use pagefind::api::PagefindIndex;
use pagefind::options::PagefindServiceConfig;
use rayon::prelude::*;
use sha2::{Digest, Sha256};

use super::{
    PressError,
    key::KeyMaker,
    output::Output,
    progress::{Progress, Step},
    told::{Entry, Told},
};
use crate::{
    model::{Edition, Site},
    search::fold,
    source::{
        ninjs::read_article,
        static_site::{article_file, search_folder},
    },
};

/// What readers' browsers ask the index by.
pub(super) const MODULE: &str = "search.js";

const MODULE_TEXT: &str = include_str!("search.js");

/// The same for an edition without articles, of which pagefind makes no index.
const EMPTY_MODULE_TEXT: &str = "export default async () => '{\"total\":0,\"groups\":{},\"items\":[]}';\n";

/// The file that names all others; so it comes last.
const ENTRY: &str = "pagefind-entry.json";

/// Pagefind's program for languages that it has no stemmer for.
const GENERAL: &str = "wasm.unknown.pagefind";

/// A file of the index: its name below the folder of the index, and its bytes.
pub type File = (String, Vec<u8>);

/// Makes the index of an edition: every file of its folder. What pagefind brings along for pages of other makes is left
/// out.
///
/// # Errors
/// What pagefind says, where it fails.
pub fn index(edition: &Edition, records: impl IntoIterator<Item = Record>) -> Result<Vec<File>, String> {
    let records: BTreeMap<String, Record> =
        records.into_iter().map(|record| (key(&record), record)).collect();
    if records.is_empty() {
        return Ok(vec![(MODULE.to_owned(), EMPTY_MODULE_TEXT.as_bytes().to_owned())]);
    }
    let files = files_of(edition, &records)?;
    let has_stemmer = files.iter().any(|(name, _)| name.ends_with(".pagefind") && name != GENERAL);
    let mut index = vec![(MODULE.to_owned(), MODULE_TEXT.as_bytes().to_owned())];
    for (name, bytes) in files {
        if name.starts_with("fragment/") {
            let bytes =
                fragment::rewritten(&bytes, &records).ok_or("a fragment of pagefind is unreadable")?;
            index.push((name, bytes));
        } else if is_needed(&name, has_stemmer) {
            index.push((name, bytes));
        }
    }
    index.sort_by(|(one, _), (other, _)| (one == ENTRY, one).cmp(&(other == ENTRY, other)));
    Ok(index)
}

/// Writes the index of each edition, where the site can be searched, of the articles that it finds.
pub(super) fn write_indexes(
    site: &Site,
    articles: &[Told],
    output: &mut Output,
    progress: &dyn Progress,
) -> Result<(), PressError> {
    if !site.search {
        return Ok(());
    }
    for (number, edition) in site.editions.iter().enumerate() {
        progress.step(Step::Indexing, number, site.editions.len());
        let own = articles.iter().map(|told| &told.entry);
        let own: Vec<&Entry> = own.filter(|entry| entry.searched && entry.edition == number).collect();
        let mut key = KeyMaker::new("index of the search");
        own.iter().for_each(|entry| key.add(entry.key));
        let folder = search_folder(edition);
        let documents = |file: &str| output.read(file);
        let records = || records(site, &own, &documents);
        let files = match output.remembers_bundle(&folder, key.clone().done()) {
            true => Vec::new(),
            false => index(edition, records()).map_err(PressError::Search)?,
        };
        let files = files.into_iter().map(|(name, bytes)| (format!("{folder}{name}"), bytes)).collect();
        output.make_bundle(&folder, key.done(), "the index of the search", files)?;
    }
    Ok(())
}

/// The records of articles, from the documents that readers get.
fn records(
    site: &Site,
    articles: &[&Entry],
    document: &(dyn Fn(&str) -> Option<String> + Sync),
) -> Vec<Record> {
    let record = |entry: &&Entry| {
        let article = read_article(&document(&article_file(&entry.path))?).ok()?.value;
        Some(Record::of(site, entry.edition, &article))
    };
    articles.par_iter().filter_map(record).collect()
}

/// What a record is called within the index. What is shown of it is part of that: pagefind names a fragment after what
/// it knows, and a name with a hash must change with its content.
fn key(record: &Record) -> String {
    let shown = format!("{}\n{}", record.story(), record.text);
    let digest = Sha256::digest(shown);
    let digest: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    format!("{}#{digest}", record.summary.path)
}

/// Whether a file of pagefind's is part of the index. The program for languages without a stemmer is, where there is no
/// other.
fn is_needed(name: &str, has_stemmer: bool) -> bool {
    let is_named = ["pagefind.js", "pagefind-worker.js", ENTRY].contains(&name);
    let ends = |ending: &&str| name.ends_with(*ending);
    match name == GENERAL {
        true => !has_stemmer,
        false => is_named || [".pf_meta", ".pf_index", ".pf_filter", ".pagefind"].iter().any(ends),
    }
}

/// The files that pagefind makes of the records.
fn files_of(edition: &Edition, records: &BTreeMap<String, Record>) -> Result<Vec<File>, String> {
    let language = edition.language.to_string();
    let options = PagefindServiceConfig::builder().force_language(language.clone()).build();
    let engine = tokio::runtime::Builder::new_current_thread().build().map_err(|error| error.to_string())?;
    let files = engine.block_on(async {
        let mut index = PagefindIndex::new(Some(options))?;
        for (key, record) in records {
            let text = fold(&record.text, &edition.language);
            let (meta, filters, sort) = record.known_by(&edition.language);
            index
                .add_custom_record(key.clone(), text, language.clone(), Some(meta), Some(filters), Some(sort))
                .await?;
        }
        index.get_files().await
    });
    let files = files.map_err(|error| error.to_string())?;
    let name = |path: &std::path::Path| {
        path.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
    };
    Ok(files.into_iter().map(|file| (name(&file.filename), file.contents)).collect())
}
