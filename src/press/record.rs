//! What a pressing wrote, so that the next one can tell the app from the newsroom, and remove what is gone.

use std::{
    collections::BTreeMap,
    fs::{self, File},
    hash::BuildHasher,
    io::Read,
    path::Path,
};

use rayon::prelude::*;
use rustc_hash::{FxBuildHasher, FxHashSet};
use serde::{Deserialize, Serialize};

use super::{
    PressError,
    app::App,
    compress,
    deleted::{self, Public},
    key::{Key, KeyMaker},
    output::Output,
};
use crate::model::Instant;

/// The record of a pressing, beside the site.
///
/// It is published with the site, so it does not name what readers may not know of: articles under embargo or withheld.
///
/// Compressed copies are not in it: they go with the file that they are copies of.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Record {
    /// The app's files, the page excepted.
    pub app: Vec<String>,
    /// All other files, compressed copies excepted.
    files: Vec<Box<str>>,
    /// The addresses of articles that readers can read or could: from these a later pressing knows what was deleted.
    #[serde(default)]
    pub articles: Vec<Box<str>>,
    /// Those among them that were deleted, and since when.
    #[serde(default)]
    pub deleted: BTreeMap<String, Instant>,
}

/// What every record begins with, spaces aside.
const BEGINNING: &[u8] = b"{\"app\":[";

/// What a record says, in short: enough to know that it would be the same, without reading or writing it.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
pub(super) struct Digest {
    app: Key,
    files: Sum,
    articles: Sum,
    /// The addresses of articles that were deleted, and since when.
    pub deleted: BTreeMap<String, Instant>,
}

/// Names in whatever order, as a number.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
struct Sum {
    count: u64,
    sum: u64,
}

impl Sum {
    fn of<'n>(names: impl ParallelIterator<Item = &'n str>) -> Self {
        let number = |name: &str| Self { count: 1, sum: FxBuildHasher.hash_one(name) };
        names.map(number).reduce(Self::default, |one, other| Self {
            count: one.count + other.count,
            sum: one.sum.wrapping_add(other.sum),
        })
    }
}

impl Digest {
    /// Whether a record of this digest names these addresses, and no others, as those at which articles are.
    pub fn names_articles(&self, articles: &FxHashSet<String>) -> bool {
        self.articles == Sum::of(articles.par_iter().map(String::as_str))
    }
}

/// The same, to be written: names in their order.
#[derive(Serialize)]
struct Written<'a> {
    app: &'a [String],
    files: Vec<&'a str>,
    articles: Vec<&'a str>,
    deleted: BTreeMap<String, Instant>,
}

impl Record {
    /// Its file.
    pub const FILE: &'static str = "broadsheet-press.json";

    /// Reads a record; `None` when the text is none.
    pub fn parse(text: &str) -> Option<Self> {
        let mut record: Self = serde_json::from_str(text).ok()?;
        // As it is written; but it may have been somebody else.
        record.files.sort_unstable();
        Some(record)
    }

    /// The record in a folder, if there is one.
    pub fn read(folder: &Path) -> Option<Self> {
        fs::read_to_string(folder.join(Self::FILE)).ok().and_then(|text| Self::parse(&text))
    }

    /// Whether there is one in a folder, by how it begins: that of an archive is long.
    pub fn is_in(folder: &Path) -> bool {
        let mut start = Vec::new();
        let file = File::open(folder.join(Self::FILE)).map(|file| file.take(64));
        let read = file.and_then(|mut file| file.read_to_end(&mut start));
        start.retain(|byte| !byte.is_ascii_whitespace());
        read.is_ok() && start.starts_with(BEGINNING)
    }

    /// Whether it names a file.
    pub fn has_file(&self, file: &str) -> bool {
        self.files.binary_search_by(|known| known.as_ref().cmp(file)).is_ok()
    }
}

/// Removes what an earlier pressing wrote and this one did not, and writes the record. Returns how many files
/// were removed.
///
/// Files of an earlier app stay: a reader who has its page open may still ask for them.
pub(super) fn settle(app: &App, public: Public, output: &mut Output) -> Result<usize, PressError> {
    let traces = deleted::traces(output);
    let Public { articles, deleted } = public;
    let app_key = app.files.iter().fold(KeyMaker::new("app"), |key, file| key.with(file)).done();
    let (files, addresses) = rayon::join(
        || Sum::of(output.recorded().collect::<Vec<_>>().into_par_iter()),
        || Sum::of(articles.par_iter().map(String::as_str)),
    );
    let digest = Digest { app: app_key, files, articles: addresses, deleted };
    let is_same = output.record_digest() == Some(&digest);
    output.remember_record(digest.clone());
    if is_same && traces.is_empty() {
        compress::remove_stale_copies(output)?;
        output.make_again(Record::FILE, "the record of the press")?;
        return Ok(output.count_removed());
    }
    let deleted = digest.deleted;
    for file in output.earlier().files.iter().map(|file| &**file).chain(traces.iter().map(String::as_str)) {
        if file != Record::FILE && !output.holds(file) && output.remove(file)? {
            compress::remove_copies(file, output)?;
        }
    }
    compress::remove_stale_copies(output)?;
    let (mut files, mut articles): (Vec<&str>, Vec<&str>) =
        rayon::join(|| output.recorded().collect(), || articles.iter().map(String::as_str).collect());
    files.par_sort_unstable();
    articles.par_sort_unstable();
    let record = Written { app: &app.files, files, articles, deleted };
    let text = serde_json::to_string(&record).unwrap_or_default();
    output.make(Record::FILE, text.as_bytes(), "the record of the press")?;
    Ok(output.count_removed())
}
