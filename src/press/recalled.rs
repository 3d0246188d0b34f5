//! The articles that a pressing remembers, until they are read again.

use std::{ffi::OsString, path::Path};

use rustc_hash::FxHashMap;

use super::told::Told;

/// The articles that are remembered, to be taken by their files.
#[derive(Default)]
pub(super) struct Recalled {
    parts: Vec<Vec<Option<Box<Told>>>>,
    places: FxHashMap<OsString, (usize, usize)>,
}

impl Recalled {
    #[expect(clippy::vec_box, reason = "each is handed on from step to step, and is large")]
    /// These, as they are remembered part by part.
    pub fn of(parts: Vec<Vec<Box<Told>>>) -> Self {
        let count = parts.iter().map(Vec::len).sum();
        let mut places = FxHashMap::with_capacity_and_hasher(count, Default::default());
        for (number, part) in parts.iter().enumerate() {
            places.extend(
                part.iter()
                    .enumerate()
                    .map(|(place, told)| (told.entry.source.clone().into_os_string(), (number, place))),
            );
        }
        Self { parts: parts.into_iter().map(|part| part.into_iter().map(Some).collect()).collect(), places }
    }

    /// The article that was read from `file`.
    pub fn take(&mut self, file: &Path) -> Option<Box<Told>> {
        let (part, place) = *self.places.get(file.as_os_str())?;
        self.parts.get_mut(part)?.get_mut(place)?.take()
    }

    /// All of them that nobody took.
    pub fn each(&mut self) -> impl Iterator<Item = &mut Told> {
        self.parts.iter_mut().flatten().flatten().map(|told| &mut **told)
    }
}
