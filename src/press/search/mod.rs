//! The index that readers search: of each edition one or several volumes, each made by pagefind from records of its
//! articles. A search asks the newest volume and, when the reader wants, older ones: so neither what a reader pays nor
//! what a new article costs to press grows with the archive.
//!
//! Pagefind gets folded words ([`crate::search::fold`]) and finds by them. What it would show of them later are its
//! fragments, one for each article: in these the text itself takes the place of the folded one, word for word, so that
//! an excerpt reads as the article does. The article's summary lies beside it, so that a result is drawn as in any list.
//!
//! Pure functions without state: records in, files out. The same records give the same bytes. To make one volume takes
//! only its own records, so that volumes can be made in parallel, and those left alone whose articles are as they were.

mod fragment;
mod record;
mod spelling;
mod volumes;
mod write;

pub use record::Record;
pub(super) use record::year;
pub use volumes::{Order, VOLUME, Volume, Years, contents, in_volumes, order, volumes, years, years_of};
pub(super) use write::write_indexes;

use std::{collections::BTreeMap, thread};

use pagefind::api::PagefindIndex;
use pagefind::options::PagefindServiceConfig;
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::{model::Edition, search::fold};

/// What readers' browsers ask the index by.
pub(super) const MODULE: &str = "search.js";

const MODULE_TEXT: &str = include_str!("search.js");

/// The same for an edition without articles, of which pagefind makes no index.
const EMPTY_MODULE_TEXT: &str = "export default async () => '{\"total\":0,\"groups\":{},\"items\":[]}';\n";

/// The file that names all others; so it comes last.
const ENTRY: &str = "pagefind-entry.json";

/// Pagefind's program for languages that it has no stemmer for.
const GENERAL: &str = "wasm.unknown.pagefind";

/// A file of the index: its name below the folder of the search, and its bytes.
pub type File = (String, Vec<u8>);

/// Makes the index of a volume: every file of its folder, and for the newest the code that searches all of them. What
/// pagefind brings along for pages of other makes is left out.
///
/// # Errors
/// What pagefind says, where it fails.
pub fn index(
    edition: &Edition,
    volume: Volume,
    records: impl IntoIterator<Item = Record>,
) -> Result<Vec<File>, String> {
    let records: BTreeMap<String, Record> =
        records.into_iter().map(|record| (key(&record), record)).collect();
    let newest = volume == Volume::Newest;
    if records.is_empty() {
        let module = (MODULE.to_owned(), EMPTY_MODULE_TEXT.as_bytes().to_owned());
        return Ok(newest.then_some(module).into_iter().collect());
    }
    let files = apart(|| files_of(edition, &records))?;
    let has_stemmer = files.iter().any(|(name, _)| name.ends_with(".pagefind") && name != GENERAL);
    let mut index = Vec::new();
    if newest {
        index.push((MODULE.to_owned(), MODULE_TEXT.as_bytes().to_owned()));
        index.extend(spelling::words(edition, records.values()));
    }
    for (name, bytes) in files {
        let bytes = if name.starts_with("fragment/") {
            fragment::rewritten(&bytes, &records).ok_or("a fragment of pagefind is unreadable")?
        } else if newest && is_code(&name, has_stemmer) || is_data(&name) {
            bytes
        } else if name == ENTRY {
            if newest { bytes } else { older_entry(&bytes).ok_or("the entry of pagefind is unreadable")? }
        } else {
            continue;
        };
        index.push((format!("{}{name}", volume.folder()), bytes));
    }
    index.sort_by_cached_key(|(name, _)| (name.ends_with(ENTRY), name.clone()));
    Ok(index)
}

/// What a record is called within the index. What is shown of it is part of that: pagefind names a fragment after what
/// it knows, and a name with a hash must change with its content.
fn key(record: &Record) -> String {
    let shown = format!("{}\n{}", record.story(), record.text);
    let digest = Sha256::digest(shown);
    let digest: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    format!("{}#{digest}", record.summary.path)
}

/// Whether a file of pagefind's is code that searches. The program for languages without a stemmer is needed where
/// there is no other.
fn is_code(name: &str, has_stemmer: bool) -> bool {
    match name == GENERAL {
        true => !has_stemmer,
        false => ["pagefind.js", "pagefind-worker.js"].contains(&name) || name.ends_with(".pagefind"),
    }
}

/// Whether a file of pagefind's is what is searched.
fn is_data(name: &str) -> bool {
    [".pf_meta", ".pf_index", ".pf_filter"].iter().any(|ending| name.ends_with(*ending))
}

/// The entry of an older volume. Pagefind loads its program from the folder of each index, by the name in the entry:
/// this one leads to the program of the newest volume, which the browser has by then.
fn older_entry(entry: &[u8]) -> Option<Vec<u8>> {
    let mut entry: Value = serde_json::from_slice(entry).ok()?;
    for language in entry.get_mut("languages")?.as_object_mut()?.values_mut() {
        let program = language.get("wasm").and_then(Value::as_str).unwrap_or("unknown");
        // In `2/wasm.NAME.pagefind` the first step up takes back `wasm.`, the second `2`.
        let program = format!("/../../wasm.{program}");
        language.as_object_mut()?.insert("wasm".to_owned(), program.into());
    }
    Some(entry.to_string().into_bytes())
}

/// Does `work` where nobody else works. Pagefind runs on tokio, and within that on rayon: a thread of a pool in which
/// several volumes are made at once would take up another one while it waits, and tokio does not begin within itself.
fn apart<T: Send>(work: impl FnOnce() -> Result<T, String> + Send) -> Result<T, String> {
    let pool = rayon::ThreadPoolBuilder::new().build().map_err(|error| error.to_string())?;
    let done = thread::scope(|scope| scope.spawn(|| pool.install(work)).join());
    done.unwrap_or_else(|_| Err("pagefind broke off".to_owned()))
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
