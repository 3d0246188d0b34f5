//! The site on its way to the output folder: the only module of the press that writes its files, and none outside.
//!
//! Files are written into a tree beside the site ([`super::stage`]), which takes the site's place at the end. Each has a
//! key of what it is made of, and a file that is remembered with its key and was not touched since is not made again.

mod ask;
mod bundle;
mod place;
mod publish;
mod remove;
mod reserve;

use std::{
    fs,
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, OnceLock, PoisonError,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::SystemTime,
};

use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    Finding, PressError,
    items::Items,
    key::{Key, KeyMaker},
    look::Look,
    memory::{Bundle, Files, Found, Head, Known, LeftOut, Memory},
    recalled::Recalled,
    record::{Digest, Record},
    revisit::look_again,
    stage::Stage,
    tree,
};
use crate::model::SitePath;
use ask::earlier_record;
use place::{look_of_same, replace};

/// The site as it is made ready.
pub(super) struct Output {
    stage: Stage,
    root: PathBuf,
    /// What the pressing before remembers, of its files and articles excepted.
    head: Head,
    /// What it wrote, as the site itself says; read when it is asked for.
    earlier: OnceLock<Record>,
    /// What the record says now, in short.
    record: Digest,
    /// The program and the settings: what is drawn with others is drawn anew.
    basis: Key,
    /// Each file of the site, and each that the pressing before left.
    files: Files,
    /// The files of what readers might not see that the pressing before left.
    found_hidden: Vec<String>,
    /// The articles that it remembers, until they are asked for.
    recalled: Recalled,
    /// The summaries of articles.
    items: Arc<Items>,
    /// The folders that the site's files lie in, however deep.
    site_folders: FxHashSet<Box<str>>,
    /// The files that nothing names which may be published.
    hidden: FxHashSet<String>,
    bundles: FxHashMap<String, Bundle>,
    /// The files of articles that are left out now, and where they were.
    left_out: LeftOut,
    /// Where articles were that are left out, and that readers may not know of any more.
    withheld: Vec<SitePath>,
    /// Folders that are known to be there and to be no symbolic links.
    folders: Mutex<FxHashSet<PathBuf>>,
    /// The files that are not as they are in the site that is served.
    changed: Mutex<Vec<String>>,
    removed: Mutex<Vec<String>>,
    written: AtomicUsize,
    unchanged: AtomicUsize,
    /// Whether there is anything that the memory does not say yet.
    learned: AtomicBool,
}

impl Output {
    /// Opens the folder `out`, for a site that is drawn by the program and with the settings of which `basis` is the key.
    pub fn open(out: PathBuf, basis: Key) -> Result<Self, PressError> {
        let stage = Stage::open(out)?;
        let is_same = stage.take_same()?;
        let memory = Memory::read(stage.folder());
        let items = Items::find(stage.folder(), memory.head.items);
        // Without the summaries, the rest would be of no use.
        let (mut memory, items) = match items {
            Some(items) => (memory, items),
            None => (Memory::default(), Items::begin(stage.folder())?),
        };
        let (items, is_renewed) = items.renew(&mut memory.articles)?;
        let next = stage.next();
        memory.head.folders = std::mem::take(&mut memory.head.folders).of_trees(stage.out(), &next);
        let Memory { head, files, .. } = &mut memory;
        if !is_same {
            // A pressing that broke off may have remembered more than it published: everything is looked at.
            head.folders.forget_served();
        }
        let others = head.others.keys().map(PathBuf::from);
        let others = look_again(stage.out(), files, &mut head.folders, others, SystemTime::now())?;
        let differences = memory.recognise(&others);
        let learned = is_renewed
            || memory.head.basis != basis
            || differences.as_ref().is_none_or(|some| !some.is_empty());
        match differences.filter(|_| is_same) {
            Some(differences) => {
                let files = differences.changed.iter().chain(&differences.removed);
                memory.head.folders.forget_around(files.map(PathBuf::as_path));
                stage.follow(&differences)?;
            }
            None => {
                memory.head.folders.forget_next();
                stage.renew(&tree::files(stage.out())?)?;
            }
        }
        let earlier = earlier_record(&stage, &memory)?;
        Ok(Self::of(stage, earlier, (next, basis), memory, (items, learned)))
    }

    /// With nothing done yet.
    fn of(
        stage: Stage,
        earlier: OnceLock<Record>,
        (next, basis): (PathBuf, Key),
        memory: Memory,
        (items, learned): (Items, bool),
    ) -> Self {
        let Memory { head, files, found_hidden, articles } = memory;
        Self {
            stage,
            earlier,
            record: Digest::default(),
            root: next,
            head,
            basis,
            files,
            found_hidden,
            recalled: articles,
            items: Arc::new(items),
            site_folders: FxHashSet::default(),
            hidden: FxHashSet::default(),
            bundles: FxHashMap::default(),
            left_out: LeftOut::default(),
            withheld: Vec::new(),
            folders: Mutex::default(),
            changed: Mutex::default(),
            removed: Mutex::default(),
            written: AtomicUsize::new(0),
            unchanged: AtomicUsize::new(0),
            learned: AtomicBool::new(learned),
        }
    }

    /// Reserves and writes a file that the press itself makes.
    pub fn make(&mut self, file: &str, bytes: &[u8], owner: &'static str) -> Result<(), PressError> {
        self.claim(file, owner).map_err(|by| PressError::Taken { file: file.to_owned(), by })?;
        self.write(file, bytes)
    }

    /// Reserves a file that the press itself makes, and that is as the pressing before left it.
    pub fn make_again(&mut self, file: &str, owner: &'static str) -> Result<(), PressError> {
        self.claim(file, owner).map_err(|by| PressError::Taken { file: file.to_owned(), by })?;
        self.keep(file);
        Ok(())
    }

    /// Takes note of what the record says, in short.
    pub fn remember_record(&mut self, record: Digest) {
        self.record = record;
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
        let key = self.drawn(key);
        self.keeps_as(file, |known| known == key)
    }

    /// Copies a file, unless it is the one that was copied before, or there are the same bytes.
    pub fn copy(&self, file: &str, from: &Path) -> Result<(), PressError> {
        let about = fs::metadata(from).map_err(PressError::file("read", from))?;
        let source = from.as_os_str().as_encoded_bytes();
        let key = KeyMaker::new("copy").with(source).with(Look::of_source(&about).bytes()).done();
        self.put(file, key, || fs::read(from).map_err(PressError::file("read", from)))
    }

    /// Sees to it that a file of the site is as it was made, before something is drawn of it. In an archive not every file was
    /// looked at.
    ///
    /// # Errors
    /// Where it is not. The next pressing looks at all of them.
    pub fn expect_as_made(&self, file: &str) -> Result<(), PressError> {
        let path = self.root.join(file);
        let found = fs::symlink_metadata(&path).map(|about| Look::of(&about));
        match (self.look(file), found) {
            (Some(made), Ok(found)) if made != found => {
                let message = "somebody changed this file of the site by hand";
                let shown = self.stage.out().join(file);
                Err(PressError::Changed(
                    Finding::left_out(&shown, message).helped("press again: it is put right then"),
                ))
            }
            _ => Ok(()),
        }
    }

    /// The key of what is drawn.
    fn drawn(&self, key: Key) -> Key {
        KeyMaker::new("drawn").with(self.basis).with(key).done()
    }

    /// A file as it was pressed before, if it is still there and nobody touched it.
    fn remembered(&self, file: &str) -> Option<&Known> {
        self.files.get(file)?.known.as_ref().filter(|known| known.found == Found::Same)
    }

    /// Counts a file that is remembered as it should be.
    fn keep(&self, file: &str) {
        self.keeps_as(file, |_| true);
    }

    /// Whether a file that is remembered is as it should be by its key; it is counted then.
    fn keeps_as(&self, file: &str, is_right: impl Fn(Key) -> bool) -> bool {
        let Some(entry) = self.files.get(file) else { return false };
        let known = entry.known.as_ref().filter(|known| known.found == Found::Same && is_right(known.key));
        if let (Some(known), Some(claim)) = (known, entry.claim.get()) {
            // A file is put once.
            let _ = claim.made.set((known.key, known.look));
            self.unchanged.fetch_add(1, Ordering::Relaxed);
        }
        known.is_some()
    }

    pub fn put(
        &self,
        file: &str,
        key: Key,
        make: impl FnOnce() -> Result<Vec<u8>, PressError>,
    ) -> Result<(), PressError> {
        if self.keeps_as(file, |known| known == key) {
            return Ok(());
        }
        if !self.is_hidden(file) {
            self.learn();
        }
        let bytes = make()?;
        let (target, found) = self.target(file)?;
        let look = match found.as_ref().and_then(|found| look_of_same(found, &target, &bytes)) {
            Some(look) => {
                self.unchanged.fetch_add(1, Ordering::Relaxed);
                look
            }
            None => {
                if found.is_some_and(|found| found.is_dir()) {
                    self.make_room_for_file(file, &target)?;
                }
                let look = replace(&target, &bytes).map_err(PressError::file("write", &target))?;
                self.written.fetch_add(1, Ordering::Relaxed);
                self.note_change(file);
                look
            }
        };
        if let Some(claim) = self.claimed(file) {
            let _ = claim.made.set((key, look));
        }
        Ok(())
    }

    /// Has the memory written anew at the end.
    pub fn learn(&self) {
        self.learned.store(true, Ordering::Relaxed);
    }

    fn note_change(&self, file: &str) {
        self.changed.lock().unwrap_or_else(PoisonError::into_inner).push(file.to_owned());
    }
}
