//! What a pressing wrote, so that the next one can tell the app from the newsroom, and remove what is gone.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use serde::{Deserialize, Serialize};

use super::{
    PressError,
    app::App,
    compress,
    deleted::{self, Public},
    output::Output,
};
use crate::model::Instant;

/// The record of a pressing, beside the site.
///
/// It is published with the site, so it does not name what readers may not know of: articles under embargo or withheld.
///
/// Compressed copies are not in it: they go with the file that they are copies of.
#[derive(Debug, Default, Deserialize, Serialize)]
pub(super) struct Record {
    /// The app's files, the page excepted.
    pub app: Vec<String>,
    /// All other files, compressed copies excepted.
    pub files: BTreeSet<String>,
    /// The addresses of articles that readers can read or could: from these a later pressing knows what was deleted.
    #[serde(default)]
    pub articles: BTreeSet<String>,
    /// Those among them that were deleted, and since when.
    #[serde(default)]
    pub deleted: BTreeMap<String, Instant>,
}

impl Record {
    /// Its file.
    pub const FILE: &'static str = "broadsheet-press.json";

    /// Reads a record; `None` when the text is none.
    pub fn parse(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }

    /// The record in a folder, if there is one.
    pub fn read(folder: &Path) -> Option<Self> {
        fs::read_to_string(folder.join(Self::FILE)).ok().and_then(|text| Self::parse(&text))
    }
}

/// Removes what an earlier pressing wrote and this one did not, and writes the record. Returns how many files
/// were removed.
///
/// Files of an earlier app stay: a reader who has its page open may still ask for them.
pub(super) fn settle(app: &App, public: Public, output: &mut Output) -> Result<usize, PressError> {
    let traces = deleted::traces(output);
    for file in output.earlier().files.iter().chain(&traces).filter(|file| *file != Record::FILE) {
        if !output.holds(file) && output.remove(file)? {
            compress::remove_copies(file, output)?;
        }
    }
    compress::remove_stale_copies(output)?;
    let files = output.recorded().map(str::to_owned).collect();
    let Public { articles, deleted } = public;
    let record = Record { app: app.files.clone(), files, articles, deleted };
    let text = serde_json::to_string(&record).unwrap_or_default();
    output.make(Record::FILE, text.as_bytes(), "the record of the press")?;
    Ok(output.count_removed())
}
