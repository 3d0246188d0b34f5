//! The end of a pressing: the site takes the place of the one that is served, and is remembered.

use std::{
    path::Path,
    sync::{PoisonError, atomic::Ordering},
};

use super::Output;
use crate::press::{
    PressError,
    key::Key,
    memory::{Found, Known, Remembered},
    stage::Swap,
    told::Told,
};

impl Output {
    /// The files that are there by now.
    fn made_files(&self) -> impl Iterator<Item = (&str, Known)> {
        self.claims.iter().filter_map(|(file, claim)| {
            let (key, look) = *claim.made.get()?;
            Some((file.as_str(), Known { key, look, found: Found::Same }))
        })
    }

    /// Puts the site in the place of the one that is served, and remembers it for the next pressing where `stays`.
    pub fn publish(self, content: &Path, told: &[Told], stays: bool) -> Result<Swap, PressError> {
        let stays = stays && self.stage.stays();
        if stays && self.learned.load(Ordering::Relaxed) {
            self.stage.remember(&self.remembered_now(content, told))?;
        }
        let changed = self.changed.into_inner().unwrap_or_else(PoisonError::into_inner);
        let removed = self.removed.into_inner().unwrap_or_else(PoisonError::into_inner);
        let swap = match changed.is_empty() && removed.is_empty() {
            true => Swap::Whole,
            false => self.stage.swap(&changed, &removed)?,
        };
        match stays {
            true => self.stage.settle(&changed, &removed),
            false => self.stage.clear(),
        }
        Ok(swap)
    }

    /// What the next pressing should know.
    fn remembered_now<'a>(&'a self, content: &'a Path, told: &'a [Told]) -> Remembered<'a> {
        let open = self.made_files().filter(|(file, _)| !self.is_hidden(file));
        let hidden = self.hidden.iter().filter(|file| self.holds(file));
        let others = self.memory.others.iter().filter(|(file, _)| !self.holds(file));
        let articles = told.iter().filter(|told| told.is_open());
        Remembered {
            basis: self.basis,
            content,
            files: open.collect(),
            hidden: hidden.map(Key::of).collect(),
            others: others.map(|(file, look)| (file.as_str(), *look)).collect(),
            bundles: &self.bundles,
            left_out: &self.left_out,
            articles: articles.map(|told| (told.entry.source.as_path(), told)).collect(),
        }
    }
}
