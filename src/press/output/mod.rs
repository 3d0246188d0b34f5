//! The site on its way to the output folder: the only module of the press that writes its files, and none outside.
//!
//! Files are written into a tree beside the site ([`super::stage`]), which takes the site's place at the end. Each has a
//! key of what it is made of, and a file that is remembered with its key and was not touched since is not made again.

mod ask;
mod bundle;
mod place;
mod publish;
mod remove;

use std::{
    collections::{HashMap, HashSet},
    fs,
    path::{Path, PathBuf},
    sync::{
        Mutex, OnceLock, PoisonError,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
};

use super::{
    PressError,
    key::{Key, KeyMaker},
    look::Look,
    memory::{Bundle, Found, Known, LeftOut, Memory},
    record::Record,
    stage::Stage,
    tree,
};
use place::replace;

/// The site as it is made ready.
pub(super) struct Output {
    stage: Stage,
    root: PathBuf,
    /// What the pressing before remembers.
    memory: Memory,
    /// What the pressing before wrote, as the site itself says.
    earlier: Record,
    /// The program and the settings: what is drawn with others is drawn anew.
    basis: Key,
    /// Each file of the site.
    claims: HashMap<String, Claim>,
    /// The folders that these files lie in, however deep.
    site_folders: HashSet<String>,
    /// The files that the record does not name.
    unrecorded: HashSet<String>,
    /// Those among them that nothing names which may be published.
    hidden: HashSet<String>,
    bundles: HashMap<String, Bundle>,
    /// The files of articles that are left out now, and where they were.
    left_out: LeftOut,
    /// Folders that are known to be there and to be no symbolic links.
    folders: Mutex<HashSet<PathBuf>>,
    /// The files that are not as they are in the site that is served.
    changed: Mutex<Vec<String>>,
    removed: Mutex<Vec<String>>,
    written: AtomicUsize,
    unchanged: AtomicUsize,
    /// Whether there is anything that the memory does not say yet.
    learned: AtomicBool,
}

/// A file of the site.
#[derive(Default)]
struct Claim {
    owner: Box<str>,
    /// What it is made of, and how it looks, once it is there.
    made: OnceLock<(Key, Look)>,
}

impl Output {
    /// Opens the folder `out`, for a site that is drawn by the program and with the settings of which `basis` is the key.
    pub fn open(out: PathBuf, basis: Key) -> Result<Self, PressError> {
        let stage = Stage::open(out)?;
        let is_same = stage.take_same()?;
        let (mut memory, found) =
            rayon::join(|| Memory::read(&stage.memory_file()), || tree::files(stage.out()));
        let found = found?;
        let differences = memory.recognise(&found);
        let learned = memory.basis != basis || differences.as_ref().is_none_or(|some| !some.is_empty());
        match differences.filter(|_| is_same) {
            Some(differences) => stage.follow(&differences)?,
            None => stage.renew(&found)?,
        }
        let root = stage.next();
        Ok(Self {
            stage,
            earlier: Record::read(&root).unwrap_or_default(),
            root,
            memory,
            basis,
            claims: HashMap::new(),
            site_folders: HashSet::new(),
            unrecorded: HashSet::new(),
            hidden: HashSet::new(),
            bundles: HashMap::new(),
            left_out: LeftOut::new(),
            folders: Mutex::default(),
            changed: Mutex::default(),
            removed: Mutex::default(),
            written: AtomicUsize::new(0),
            unchanged: AtomicUsize::new(0),
            learned: AtomicBool::new(learned),
        })
    }

    /// Reserves `file` for `owner`.
    ///
    /// # Errors
    /// What is there already: the file, a file where one of its folders would be, or a folder of that name.
    pub fn claim(&mut self, file: &str, owner: &str) -> Result<(), String> {
        // Where a folder is known, those around it are.
        let unknown = |folder: &&str| !self.site_folders.contains(*folder);
        let around = |file: &str| file.rsplit_once('/').map(|(around, _)| around.len());
        let folders = std::iter::successors(around(file), |end| around(&file[..*end]));
        let folders: Vec<&str> = folders.map(|end| &file[..end]).take_while(unknown).collect();
        let taken = [file].iter().chain(&folders).find_map(|name| self.claims.get(*name));
        if let Some(taken) = taken {
            return Err(taken.owner.to_string());
        }
        if self.is_folder(file) {
            return Err(format!("the folder {file}/ of the site"));
        }
        self.site_folders.extend(folders.into_iter().map(str::to_owned));
        self.claims.insert(file.to_owned(), Claim { owner: owner.into(), made: OnceLock::new() });
        Ok(())
    }

    /// Keeps `file` out of what is told of the pressing, and so from being removed by the next one. To be said before
    /// it is written.
    pub fn leave_unrecorded(&mut self, file: &str) {
        self.unrecorded.insert(file.to_owned());
    }

    /// Keeps the address of what readers may not see now out of everything that is told of the pressing.
    pub fn hide(&mut self, file: &str) {
        self.leave_unrecorded(file);
        self.hidden.insert(file.to_owned());
    }

    /// Whether nothing tells of `file`.
    pub fn is_hidden(&self, file: &str) -> bool {
        self.hidden.contains(file)
    }

    /// Reserves and writes a file that the press itself makes.
    pub fn make(&mut self, file: &str, bytes: &[u8], owner: &str) -> Result<(), PressError> {
        self.claim(file, owner).map_err(|by| PressError::Taken { file: file.to_owned(), by })?;
        self.write(file, bytes)
    }

    /// Writes a file that is reserved, unless it is there with these bytes.
    pub fn write(&self, file: &str, bytes: &[u8]) -> Result<(), PressError> {
        self.put(file, Key::of(bytes), || Ok(bytes.to_vec()))
    }

    /// Writes a file that is reserved and is drawn of what `key` is the key of. It is drawn only where the program, the
    /// settings or any of that is another than at the pressing before.
    pub fn draw(
        &self,
        file: &str,
        key: Key,
        draw: impl FnOnce() -> Result<Vec<u8>, PressError>,
    ) -> Result<(), PressError> {
        self.put(file, self.drawn(key), draw)
    }

    /// Whether a file that is drawn of what `key` is the key of is there already; it is counted then.
    pub fn keeps(&self, file: &str, key: Key) -> bool {
        let is_there = self.remembered(file).is_some_and(|known| known.key == self.drawn(key));
        if is_there {
            self.keep(file);
        }
        is_there
    }

    /// Writes a file that is reserved, is made of what `key` is the key of, whoever makes it, and may turn out to be of no
    /// use; it is not there then. Returns whether it is.
    pub fn put_some(
        &self,
        file: &str,
        key: Key,
        make: impl FnOnce() -> Result<Option<Vec<u8>>, PressError>,
    ) -> Result<bool, PressError> {
        if self.remembered(file).is_some_and(|known| known.key == key) {
            self.keep(file);
            return Ok(true);
        }
        match make()? {
            Some(bytes) => self.put(file, key, || Ok(bytes)).map(|()| true),
            None => Ok(false),
        }
    }

    /// Gives up a file that was reserved and not written.
    pub fn disclaim(&mut self, file: &str) {
        self.claims.remove(file);
    }

    /// Copies a file, unless it is the one that was copied before, or there are the same bytes.
    pub fn copy(&self, file: &str, from: &Path) -> Result<(), PressError> {
        let about = fs::metadata(from).map_err(PressError::file("read", from))?;
        let source = from.as_os_str().as_encoded_bytes();
        let key = KeyMaker::new("copy").with(source).with(Look::of_source(&about).bytes()).done();
        self.put(file, key, || fs::read(from).map_err(PressError::file("read", from)))
    }

    /// The key of what is drawn.
    fn drawn(&self, key: Key) -> Key {
        KeyMaker::new("drawn").with(self.basis).with(key).done()
    }

    /// A file as it was pressed before, if it is still there and nobody touched it.
    fn remembered(&self, file: &str) -> Option<&Known> {
        self.memory.files.get(file).filter(|known| known.found == Found::Same)
    }

    /// Counts a file that is remembered as it should be.
    fn keep(&self, file: &str) {
        if let (Some(claim), Some(known)) = (self.claims.get(file), self.remembered(file)) {
            // A file is put once.
            let _ = claim.made.set((known.key, known.look));
        }
        self.unchanged.fetch_add(1, Ordering::Relaxed);
    }

    fn put(
        &self,
        file: &str,
        key: Key,
        make: impl FnOnce() -> Result<Vec<u8>, PressError>,
    ) -> Result<(), PressError> {
        if self.remembered(file).is_some_and(|known| known.key == key) {
            self.keep(file);
            return Ok(());
        }
        if !self.is_hidden(file) {
            self.learn();
        }
        let bytes = make()?;
        let target = self.target(file)?;
        let look = match self.look_of_same(&target, &bytes) {
            Some(look) => {
                self.unchanged.fetch_add(1, Ordering::Relaxed);
                look
            }
            None => {
                self.make_room_for_file(file, &target)?;
                let look = replace(&target, &bytes).map_err(PressError::file("write", &target))?;
                self.written.fetch_add(1, Ordering::Relaxed);
                self.note_change(file);
                look
            }
        };
        if let Some(claim) = self.claims.get(file) {
            let _ = claim.made.set((key, look));
        }
        Ok(())
    }

    /// How a file looks that is there with these bytes already.
    fn look_of_same(&self, target: &Path, bytes: &[u8]) -> Option<Look> {
        let about = fs::symlink_metadata(target).ok()?;
        let same = about.is_file()
            && about.len() == bytes.len() as u64
            && fs::read(target).is_ok_and(|old| old == bytes);
        same.then(|| Look::of(&about))
    }

    /// Has the memory written anew at the end.
    pub fn learn(&self) {
        self.learned.store(true, Ordering::Relaxed);
    }

    fn note_change(&self, file: &str) {
        self.changed.lock().unwrap_or_else(PoisonError::into_inner).push(file.to_owned());
    }
}
