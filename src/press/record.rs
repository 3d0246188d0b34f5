//! What a pressing wrote, so that the next one can tell the app from the newsroom, and remove what is gone.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{
    PressError,
    app::App,
    compress,
    output::{Output, UNFINISHED},
    shell,
};

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

/// Removes what a pressing that broke off has written beyond the record of the one before it: it could be in the way. In
/// a folder without a record, leaves one of the app alone, so that this pressing, too, can be repeated: a folder with files
/// in it and without a record is not pressed into, and in the app's own folder, files of the site would be taken for the
/// app's.
pub(super) fn begin(app: &App, in_place: bool, output: &mut Output) -> Result<(), PressError> {
    if let Some(record) = output.read(Record::FILE).and_then(|text| Record::parse(&text)) {
        for file in output.journal() {
            let folder = file.rsplit_once('/').map(|(folder, _)| format!("{folder}/")).unwrap_or_default();
            output.remove(&format!("{folder}{UNFINISHED}"))?;
            if file != Record::FILE && !record.files.contains(&file) {
                output.remove(&file)?;
                compress::remove_copies(&file, output)?;
            }
        }
        return output.close_journal();
    }
    output.close_journal()?;
    if in_place {
        // Where there is a record, this is the app's page: the front takes the place of the other one.
        output.write_for_now(shell::FILE, app.page.as_bytes())?;
    }
    let record = Record { app: app.files.clone(), files: BTreeSet::new() };
    let text = serde_json::to_string(&record).unwrap_or_default();
    output.write_for_now(Record::FILE, text.as_bytes())
}

/// Removes what an earlier pressing wrote and this one did not, and writes the record. Returns how many files
/// were removed.
///
/// Files of an earlier app stay: a reader who has its page open may still ask for them.
pub(super) fn settle(app: &App, output: &mut Output) -> Result<usize, PressError> {
    let earlier = output.read(Record::FILE).and_then(|text| Record::parse(&text)).unwrap_or_default();
    let mut removed = 0;
    for file in earlier.files.iter().filter(|file| *file != Record::FILE) {
        if !output.holds(file) && output.remove(file)? {
            removed += 1 + compress::remove_copies(file, output)?;
        }
    }
    removed += compress::remove_stale_copies(output)?;
    let record = Record { app: app.files.clone(), files: output.recorded().map(str::to_owned).collect() };
    let text = serde_json::to_string(&record).unwrap_or_default();
    output.make(Record::FILE, text.as_bytes(), "the record of the press")?;
    output.close_journal()?;
    Ok(removed)
}
