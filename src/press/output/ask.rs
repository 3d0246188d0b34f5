//! What there is of the site by now.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::{Arc, OnceLock, atomic::Ordering},
};

use super::Output;
use crate::{
    model::SitePath,
    press::{
        Finding, PressError,
        file_sizes::source_text,
        items::Items,
        key::Key,
        look::Look,
        memory::{self, Found, LeftOut, Memory},
        recalled::Recalled,
        record::{Digest, Record},
        stage::Stage,
        told,
        unread::Says,
    },
    source::ninjs,
};

impl Output {
    /// The text of a file in the folder, if it is there.
    pub fn read(&self, file: &str) -> Option<String> {
        fs::read_to_string(self.root.join(file)).ok()
    }

    /// The files of the site.
    pub fn files(&self) -> impl Iterator<Item = &str> {
        self.files.iter().filter(|(_, entry)| entry.claim.get().is_some()).map(|(file, _)| &**file)
    }

    /// The files of the site that the record names.
    pub fn recorded(&self) -> impl Iterator<Item = &str> {
        let recorded = self.files.iter().filter(|(file, entry)| {
            entry.claim.get().is_some_and(|claim| claim.recorded) && !self.is_hidden(file)
        });
        recorded.map(|(file, _)| &**file)
    }

    /// The files that were there before this pressing.
    pub fn found(&self) -> impl Iterator<Item = &str> {
        let is_found =
            |entry: &memory::Entry| entry.known.as_ref().is_some_and(|known| known.found != Found::Gone);
        let files = self.files.iter().filter(move |(_, entry)| is_found(entry)).map(|(file, _)| &**file);
        files.chain(self.head.others.keys().chain(&self.found_hidden).map(String::as_str))
    }

    /// Whether anything is remembered of the pressing before.
    pub fn remembers(&self) -> bool {
        self.head.basis != Key::default()
    }

    /// Whether `file` was part of the site before this pressing, as far as is remembered, and is there.
    pub fn had(&self, file: &str) -> bool {
        let known = self.files.get(file).and_then(|entry| entry.known.as_ref());
        known.is_some_and(|known| known.found != Found::Gone)
    }

    /// Where `file` is in the site that is served until this pressing ends.
    pub fn served(&self, file: &str) -> PathBuf {
        self.stage.out().join(file)
    }

    /// Whether `file` is part of the site.
    pub fn holds(&self, file: &str) -> bool {
        self.claimed(file).is_some()
    }

    /// Whether `file` is a folder of the site, because some address has that part.
    pub fn is_folder(&self, file: &str) -> bool {
        self.site_folders.contains(file)
    }

    /// Whether `file` could be claimed.
    pub fn is_free(&self, file: &str) -> bool {
        let is_claimed = Path::new(file).ancestors().filter_map(Path::to_str).any(|name| self.holds(name));
        !is_claimed && !self.is_folder(file)
    }

    /// The folder itself, for reading.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// How a file of the site looks, once it is there.
    pub fn look(&self, file: &str) -> Option<Look> {
        self.claimed(file)?.made.get().map(|(_, look)| *look)
    }

    /// How many files were written, and how many were there already.
    pub fn counts(&self) -> (usize, usize) {
        (self.written.load(Ordering::Relaxed), self.unchanged.load(Ordering::Relaxed))
    }

    /// What the pressing before remembers of the articles in a content folder, and whether that was by this program with
    /// these settings, so that it may still hold.
    pub fn take_articles(&mut self, content: &Path) -> Result<(Recalled, bool), PressError> {
        let articles = std::mem::take(&mut self.recalled);
        let may_hold = self.head.basis == self.basis && self.head.content == content;
        if !may_hold {
            self.items = Arc::new(Items::begin(self.stage.folder())?);
        }
        Ok((articles, may_hold))
    }

    /// The summaries of articles.
    pub fn items(&self) -> Arc<Items> {
        self.items.clone()
    }

    /// The summary of an article, as JSON. It is made again where somebody took it away.
    pub fn item(&self, entry: &told::Entry) -> Result<String, PressError> {
        if let Some(item) = self.items.read(entry.item) {
            return Ok(item);
        }
        let text = source_text(entry)?;
        let article = ninjs::read_article(&text)
            .map_err(|error| PressError::Changed(Finding::of_error(&entry.source, &text, &error)))?;
        Ok(ninjs::write_summary(&article.value.summary).to_string())
    }

    /// Takes note of an article's file that is left out, and of what it says; `was` is where the article was at the pressing before.
    pub fn leave_out(&mut self, file: &Path, was: Option<SitePath>, says: Says) {
        // A file that is new and broken was nowhere; where nothing is remembered, none is known to be new.
        let is_unknown = !self.remembers() && !self.earlier().articles.is_empty();
        let remembered = self.head.left_out.remove(file);
        match (was.map(Some).or(remembered).or(is_unknown.then_some(None)), says) {
            // What the record names and the site no longer has is gone.
            (Some(Some(_)), Says::Gone) | (None, _) => {}
            (Some(Some(was)), Says::Withheld) => self.withheld.push(was),
            (Some(was), _) => drop(self.left_out.insert(file.to_owned(), was)),
        }
    }

    /// Where articles were that are left out, and that readers may not know of any more.
    pub fn withheld(&self) -> &[SitePath] {
        &self.withheld
    }

    /// The files of articles that are left out, and where they were.
    pub fn left_out(&self) -> &LeftOut {
        &self.left_out
    }

    /// What the pressing before wrote, as the site itself says.
    pub fn earlier(&self) -> &Record {
        self.earlier.get_or_init(|| Record::read(self.stage.out()).unwrap_or_default())
    }

    /// The same in short, where it is remembered, and nobody touched it.
    pub fn record_digest(&self) -> Option<&Digest> {
        self.remembered(Record::FILE).map(|_| &self.head.record)
    }

    /// The files that the pressing before wrote of what readers might not see, as far as it remembers them.
    pub fn found_hidden(&self) -> &[String] {
        &self.found_hidden
    }
}

/// What the pressing before wrote, where the memory does not say that its record is as it was.
pub(super) fn earlier_record(stage: &Stage, memory: &Memory) -> Result<OnceLock<Record>, PressError> {
    let known = memory.files.get(Record::FILE).and_then(|entry| entry.known.as_ref());
    if known.is_some_and(|known| known.found == Found::Same) {
        return Ok(OnceLock::new());
    }
    let record = Record::read(stage.out());
    // One that nobody can read would have everything that was deleted forgotten.
    if record.is_none() && stage.out().join(Record::FILE).is_file() {
        return Err(PressError::NotOurs(stage.out().to_owned()));
    }
    Ok(OnceLock::from(record.unwrap_or_default()))
}
