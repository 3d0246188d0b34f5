//! The end of a pressing: the site takes the place of the one that is served, and is remembered.

use std::{
    path::Path,
    sync::{PoisonError, atomic::Ordering},
    time::SystemTime,
};

use rayon::prelude::*;
use rustc_hash::FxHashSet;

use super::Output;
use crate::press::{
    PressError,
    folder_looks::FolderLooks,
    items::Extent,
    key::Key,
    memory::{Remembered, ShortRemembered},
    memory_parts::{Line, Table},
    stage::Swap,
    told::Told,
    versions::{self, ToRemember},
};

impl Output {
    /// Puts the site in the place of the one that is served, and remembers it for the next pressing where `stays`.
    pub fn publish(mut self, content: &Path, told: &[Told], stays: bool) -> Result<Swap, PressError> {
        let stays = stays && self.stage.stays();
        if stays && self.learned.load(Ordering::Relaxed) {
            let items = self.items.settle()?;
            self.items.blank()?;
            let folders = self.folders_now();
            self.stage.remember(self.remembered_now(content, told, items, &folders))?;
            self.items.remove_others();
        }
        let changed = std::mem::take(&mut *self.changed.lock().unwrap_or_else(PoisonError::into_inner));
        let removed = std::mem::take(&mut *self.removed.lock().unwrap_or_else(PoisonError::into_inner));
        let swap = match changed.is_empty() && removed.is_empty() {
            true => Swap::Whole,
            false => self.stage.swap(&changed, &removed)?,
        };
        let Self { stage, files, site_folders, head, earlier, .. } = self;
        match stays {
            true => stage.settle(&changed, &removed),
            false => stage.clear(),
        }
        // To take an archive's tables apart takes time, in which nobody has to wait.
        rayon::spawn(move || drop((files, site_folders, head, earlier)));
        Ok(swap)
    }

    /// What the next pressing should know.
    fn remembered_now<'a>(
        &'a self,
        content: &'a Path,
        told: &'a [Told],
        items: Extent,
        folders: &'a FolderLooks,
    ) -> Remembered<'a> {
        let files =
            self.files.par_iter().filter(|(file, _)| !self.is_hidden(file)).filter_map(|(file, entry)| {
                let (key, look) = *entry.claim.get()?.made.get()?;
                let is_same =
                    entry.known.as_ref().is_some_and(|known| (known.key, known.look) == (key, look));
                Some(Line { name: file, entry: (&**file, key, look), is_same })
            });
        let articles = told.iter().filter(|told| told.is_open()).map(|told| {
            let name = told.entry.source.to_str().unwrap_or_default();
            let is_same = !told.is_new && !versions::has_closed(&told.entry);
            Line { name, entry: ToRemember(told), is_same }
        });
        let others = self.head.others.iter().filter(|(file, _)| !self.holds(file));
        let hidden = self.hidden.iter().filter(|file| self.holds(file));
        let head = ShortRemembered {
            basis: self.basis,
            content,
            hidden: hidden.map(Key::of).collect(),
            others: others.map(|(file, look)| (file.as_str(), *look)).collect(),
            bundles: &self.bundles,
            left_out: &self.left_out,
            items,
            record: &self.record,
            folders,
            files: Table::default(),
            articles: Table::default(),
        };
        Remembered { head, before: &self.head, files: files.collect(), articles: articles.collect() }
    }

    /// How the folders look, those excepted that hold nothing but what readers may not see: no name of theirs is written
    /// down, and they are found by reading the folder around them.
    fn folders_now(&mut self) -> FolderLooks {
        let mut looks = std::mem::take(&mut self.head.folders);
        let others = || self.head.others.keys().map(String::as_str);
        let (mut closed, mut secret) = (FxHashSet::default(), FxHashSet::default());
        if !self.hidden.is_empty() {
            let near: FxHashSet<&str> = self.hidden.iter().flat_map(|file| folders_around(file)).collect();
            let open = self.files().filter(|file| !self.is_hidden(file)).chain(others());
            let open = open.flat_map(folders_around).filter(|folder| near.contains(folder));
            let open: FxHashSet<&str> = open.collect();
            for file in &self.hidden {
                closed.extend(folders_around(file).take_while(|folder| !open.contains(folder)));
                secret.extend(folders_around(file).find(|folder| open.contains(folder)));
            }
        }
        let changed = self.changed.lock().unwrap_or_else(PoisonError::into_inner);
        let removed = self.removed.lock().unwrap_or_else(PoisonError::into_inner);
        let touched = changed.iter().chain(&*removed).flat_map(|file| folders_around(file)).collect();
        let folders = self.site_folders.iter().map(|folder| &**folder);
        let folders = folders.chain(others().flat_map(folders_around).filter(|folder| !folder.is_empty()));
        looks.settle(
            &self.root,
            folders.filter(|folder| !closed.contains(folder)),
            &touched,
            &secret,
            SystemTime::now(),
        );
        closed.into_iter().for_each(|folder| looks.remove(folder));
        looks
    }
}

/// The folders around a file, the nearest first.
pub(super) fn folders_around(file: &str) -> impl Iterator<Item = &str> {
    fn around<'f>(file: &&'f str) -> Option<&'f str> {
        match file.rfind('/') {
            Some(end) => file.get(..end),
            None => (!file.is_empty()).then_some(""),
        }
    }
    std::iter::successors(Some(file), around).skip(1)
}
