//! What there is of the site by now.

use std::{
    collections::HashMap,
    fs,
    path::{Path, PathBuf},
    sync::atomic::Ordering,
};

use super::Output;
use crate::{
    model::SitePath,
    press::{
        look::Look,
        memory::{Found, LeftOut},
        record::Record,
        told::Told,
    },
};

impl Output {
    /// The text of a file in the folder, if it is there.
    pub fn read(&self, file: &str) -> Option<String> {
        fs::read_to_string(self.root.join(file)).ok()
    }

    /// The files of the site.
    pub fn files(&self) -> impl Iterator<Item = &str> {
        self.claims.keys().map(String::as_str)
    }

    /// The files of the site that the record names.
    pub fn recorded(&self) -> impl Iterator<Item = &str> {
        self.files().filter(|file| !self.unrecorded.contains(*file))
    }

    /// The files that were there before this pressing.
    pub fn found(&self) -> impl Iterator<Item = &str> {
        let files = self.memory.files.iter().filter(|(_, known)| known.found != Found::Gone);
        let files = files.map(|(file, _)| file).chain(self.memory.others.keys());
        files.chain(&self.memory.found_hidden).map(String::as_str)
    }

    /// Whether `file` is part of the site.
    pub fn holds(&self, file: &str) -> bool {
        self.claims.contains_key(file)
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
        self.claims.get(file)?.made.get().map(|(_, look)| *look)
    }

    /// How many files were written, and how many were there already.
    pub fn counts(&self) -> (usize, usize) {
        (self.written.load(Ordering::Relaxed), self.unchanged.load(Ordering::Relaxed))
    }

    /// What the pressing before remembers of the articles in a content folder, and whether that was by this program with
    /// these settings, so that it may still hold.
    pub fn take_articles(&mut self, content: &Path) -> (HashMap<PathBuf, Told>, bool) {
        let articles = std::mem::take(&mut self.memory.articles);
        (articles, self.memory.basis == self.basis && self.memory.content == content)
    }

    /// Takes note of an article's file that is left out; `was` is where the article was at the pressing before.
    pub fn leave_out(&mut self, file: &Path, was: Option<SitePath>) {
        // A file that is new and broken was nowhere; where nothing is remembered, none is known to be new.
        let is_unknown = self.memory.files.is_empty() && !self.earlier.articles.is_empty();
        let remembered = self.memory.left_out.remove(file);
        if let Some(was) = was.map(Some).or(remembered).or(is_unknown.then_some(None)) {
            self.left_out.insert(file.to_owned(), was);
        }
    }

    /// The files of articles that are left out, and where they were.
    pub fn left_out(&self) -> &LeftOut {
        &self.left_out
    }

    /// What the pressing before wrote, as the site itself says.
    pub fn earlier(&self) -> &Record {
        &self.earlier
    }

    /// The files that the pressing before wrote of what readers might not see, as far as it remembers them.
    pub fn found_hidden(&self) -> &[String] {
        &self.memory.found_hidden
    }
}
