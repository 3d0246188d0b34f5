//! What there is of the site by now.

use std::{
    collections::HashMap,
    fs,
    path::{Path, PathBuf},
    sync::atomic::Ordering,
};

use super::Output;
use crate::press::{look::Look, memory::Found, told::Told};

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

    /// What the pressing before remembers of the articles in a content folder, if it was one of this program with these
    /// settings.
    pub fn take_articles(&mut self, content: &Path) -> HashMap<PathBuf, Told> {
        let articles = std::mem::take(&mut self.memory.articles);
        let is_of_these = self.memory.basis == self.basis && self.memory.content == content;
        if is_of_these { articles } else { HashMap::new() }
    }
}
