//! What a pressing wrote, so that the next one can tell the app from the newsroom, and remove what is gone.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{PressError, app::App, articles::Entry, compress, output::Output};

/// The record of a pressing, beside the site.
///
/// It is published with the site, so it does not name what readers may not know of: articles under embargo,
/// withheld or withdrawn. When the newsroom deletes one of those, the note at its address stays.
///
/// Compressed copies are not in it: they go with the file that they are copies of.
#[derive(Debug, Default, Deserialize, Serialize)]
pub(super) struct Record {
    /// The app's files, the page excepted.
    pub app: Vec<String>,
    /// All other files, compressed copies excepted.
    pub files: BTreeSet<String>,
}

impl Record {
    /// Its file.
    pub const FILE: &'static str = "broadsheet-press.json";

    /// Reads a record; `None` when the text is none.
    pub fn parse(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }
}

/// Leaves a record of nothing in a folder that has none, so that a pressing that breaks off can be repeated: a folder
/// with files in it and without a record is not pressed into.
pub(super) fn begin(output: &mut Output) -> Result<(), PressError> {
    if output.read(Record::FILE).is_some() {
        return Ok(());
    }
    let text = serde_json::to_string(&Record::default()).unwrap_or_default();
    output.write_for_now(Record::FILE, text.as_bytes())
}

/// Removes what an earlier pressing wrote and this one did not, and writes the record. Returns how many files
/// were removed.
///
/// Files of an earlier app stay: a reader who has its page open may still ask for them.
pub(super) fn settle(app: &App, articles: &[Entry], output: &mut Output) -> Result<usize, PressError> {
    let earlier = output.read(Record::FILE).and_then(|text| Record::parse(&text)).unwrap_or_default();
    let mut removed = 0;
    for file in earlier.files.iter().filter(|file| *file != Record::FILE) {
        if !output.holds(file) && output.remove(file)? {
            removed += 1 + compress::remove_copies(file, output)?;
        }
    }
    removed += compress::remove_stale_copies(output)?;
    let mut record = Record {
        app: app.files.clone(),
        files: output
            .files()
            .filter(|file| output.owner(file) != Some(compress::OWNER))
            .filter(|file| app.files.binary_search(&(*file).to_owned()).is_err())
            .map(str::to_owned)
            .collect(),
    };
    for hidden in articles.iter().filter(|entry| !entry.published) {
        record.files.remove(&hidden.file("article.json"));
        record.files.remove(&hidden.file("index.html"));
    }
    let text = serde_json::to_string(&record).unwrap_or_default();
    output.make(Record::FILE, text.as_bytes(), "the record of the press")?;
    Ok(removed)
}
