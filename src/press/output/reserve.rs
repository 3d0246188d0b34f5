//! Whose each file of the site is. It has to be reserved before it is written.

use std::borrow::Cow;

use rustc_hash::FxHashSet;

use super::{Output, publish::folders_around};
use crate::press::memory::{Claim, Entry};

impl Output {
    /// Reserves `file` for `owner`.
    ///
    /// # Errors
    /// What is there already: the file, a file where one of its folders would be, or a folder of that name.
    pub fn claim(&mut self, file: &str, owner: impl Into<Cow<'static, str>>) -> Result<(), String> {
        // Where a folder is known, those around it are.
        let unknown = |folder: &&str| !self.site_folders.contains(*folder);
        let around = |file: &str| file.rsplit_once('/').map(|(around, _)| around.len());
        let folders = std::iter::successors(around(file), |end| around(&file[..*end]));
        let folders: Vec<&str> = folders.map(|end| &file[..end]).take_while(unknown).collect();
        let owner_of = |name: &str| self.files.get(name)?.claim.get().map(|claim| claim.owner.to_string());
        if let Some(taken) = [file].iter().chain(&folders).find_map(|name| owner_of(name)) {
            return Err(taken);
        }
        if self.is_folder(file) {
            return Err(format!("the folder {file}/ of the site"));
        }
        self.site_folders.extend(folders.into_iter().map(Box::from));
        let claim = Claim::of(owner.into());
        match self.files.get(file) {
            // Nobody has: it was looked at just now.
            Some(entry) => drop(entry.claim.set(claim)),
            None => drop(self.files.insert(file.into(), Entry { known: None, claim: claim.into() })),
        }
        Ok(())
    }

    /// Reserves `file` where that can be done while others do the same: it was there before, and another file of the site is in
    /// its folder. Whether it was.
    pub fn claim_known(&self, file: &str, owner: &'static str) -> bool {
        let is_among_others =
            file.rsplit_once('/').is_none_or(|(folder, _)| self.site_folders.contains(folder));
        let entry = self.files.get(file).filter(|_| is_among_others && !self.is_folder(file));
        entry.is_some_and(|entry| entry.claim.set(Claim::of(owner.into())).is_ok())
    }

    /// What is known of a file that is reserved.
    pub(super) fn claimed(&self, file: &str) -> Option<&Claim> {
        self.files.get(file)?.claim.get()
    }

    /// Keeps `file`, which is reserved, out of what is told of the pressing, and so from being removed by the next one.
    pub fn leave_unrecorded(&mut self, file: &str) {
        if let Some(claim) = self.files.get_mut(file).and_then(|entry| entry.claim.get_mut()) {
            claim.recorded = false;
        }
    }

    /// Keeps the address of what readers may not see now out of everything that is told of the pressing.
    pub fn hide(&mut self, file: &str) {
        self.hidden.insert(file.to_owned());
    }

    /// Whether nothing tells of `file`.
    pub fn is_hidden(&self, file: &str) -> bool {
        self.hidden.contains(file)
    }

    /// Gives up files that were reserved and not written, and the folders that hold nothing else: their names may tell of
    /// what is held back.
    pub fn disclaim_all(&mut self, files: &[&str]) {
        for file in files {
            if let Some(entry) = self.files.get_mut(*file) {
                entry.claim.take();
            }
        }
        let mut empty: FxHashSet<&str> = files.iter().flat_map(|file| folders_around(file)).collect();
        for file in self.files() {
            if empty.is_empty() {
                break;
            }
            for folder in folders_around(file) {
                empty.remove(folder);
            }
        }
        self.site_folders.retain(|folder| !empty.contains(&**folder));
    }
}
