//! What lists show of articles: their summaries as JSON. Together they are most of what is remembered, and a pressing needs
//! few of them: so they lie in a file of their own, one behind the other, and are read where they are wanted.
//!
//! New ones are put at the end. Those that are no longer needed are written over before anything is remembered, because
//! readers may not see them any more; when they are more than half of the file, the others are put into a new one.

use std::{
    fs::{File, OpenOptions},
    io,
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard, PoisonError},
};

use serde::{Deserialize, Serialize};

use super::{PressError, key::Key, numbered::Numbered, recalled::Recalled};

/// The files.
const FILES: Numbered = Numbered("items-");

/// How many bytes are put together before they are written.
const BUFFER: usize = 1 << 20;

/// How many bytes of new ones stay in memory: each is in seven lists or so.
const ROOM: usize = 32 << 20;

/// How many bytes may lie idle whatever the others are.
const IDLE: u64 = 1 << 20;

/// A summary among them.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
pub(super) struct Item {
    at: u64,
    size: u32,
    /// Its key.
    pub key: Key,
}

/// The file by its number, and how many of its bytes are known.
#[derive(Clone, Copy, Debug, Default, Deserialize, Serialize)]
pub(super) struct Extent {
    number: u64,
    size: u64,
}

/// The summaries.
pub(super) struct Items {
    folder: PathBuf,
    number: u64,
    file: File,
    tail: Mutex<Tail>,
    /// Those that are needed no longer.
    idle: Mutex<Vec<Item>>,
}

/// The end of the file: what this pressing added last.
struct Tail {
    at: u64,
    bytes: Vec<u8>,
    /// How many of them are written.
    written: usize,
}

impl Tail {
    /// Where the next bytes are written.
    fn end(&self) -> u64 {
        self.at + self.written as u64
    }

    /// One of these summaries.
    fn get(&self, item: Item) -> Option<&[u8]> {
        let start = usize::try_from(item.at.checked_sub(self.at)?).ok()?;
        // There is none without a text: of one that could not be read the place is not known.
        self.bytes.get(start..)?.get(..item.size as usize).filter(|bytes| !bytes.is_empty())
    }
}

impl Items {
    /// Those that were remembered; `None` where they are not there as it is said.
    pub fn find(folder: &Path, extent: Extent) -> Option<Self> {
        let path = FILES.path(folder, extent.number);
        let file = OpenOptions::new().read(true).write(true).open(path).ok()?;
        let is_whole = file.metadata().is_ok_and(|about| about.len() >= extent.size);
        // What is behind them is of a pressing that broke off.
        let is_cut = is_whole && file.set_len(extent.size).is_ok();
        is_cut.then(|| Self::of(folder, extent.number, file, extent.size))
    }

    /// None yet, in a new file.
    pub fn begin(folder: &Path) -> Result<Self, PressError> {
        let number = FILES.last(folder) + 1;
        let path = FILES.path(folder, number);
        let file = OpenOptions::new().read(true).write(true).create(true).truncate(true).open(&path);
        Ok(Self::of(folder, number, file.map_err(PressError::file("write", path))?, 0))
    }

    fn of(folder: &Path, number: u64, file: File, at: u64) -> Self {
        let tail = Mutex::new(Tail { at, bytes: Vec::new(), written: 0 });
        Self { folder: folder.to_owned(), number, file, tail, idle: Mutex::default() }
    }

    /// Adds a summary.
    pub fn add(&self, text: &str) -> Result<Item, PressError> {
        let mut tail = self.tail();
        let at = tail.at + tail.bytes.len() as u64;
        tail.bytes.extend_from_slice(text.as_bytes());
        if tail.bytes.len() - tail.written >= BUFFER {
            self.flush(&mut tail)?;
        }
        let size = u32::try_from(text.len()).unwrap_or(u32::MAX);
        Ok(Item { at, size, key: Key::of(text) })
    }

    /// A summary; `None` where it cannot be had, or is not the one that was added.
    pub fn read(&self, item: Item) -> Option<String> {
        let tail = self.tail();
        if item.at >= tail.at {
            return tail.get(item).map(<[u8]>::to_vec).and_then(|bytes| String::from_utf8(bytes).ok());
        }
        drop(tail);
        let mut bytes = vec![0; item.size as usize];
        read_at(&self.file, &mut bytes, item.at).ok()?;
        String::from_utf8(bytes).ok().filter(|text| Key::of(text) == item.key)
    }

    /// Takes note that a summary is needed no longer.
    pub fn leave(&self, item: Item) {
        if item.size > 0 {
            self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(item);
        }
    }

    /// Writes what is not written yet, and says what is to be remembered.
    pub fn settle(&self) -> Result<Extent, PressError> {
        let mut tail = self.tail();
        self.flush(&mut tail)?;
        Ok(Extent { number: self.number, size: tail.end() })
    }

    /// Writes over what is needed no longer. Should the pressing break off then, those summaries are made again.
    pub fn blank(&self) -> Result<(), PressError> {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        idle.drain(..).try_for_each(|item| {
            write_at(&self.file, &vec![b' '; item.size as usize], item.at)
                .map_err(PressError::file("write", self.path()))
        })
    }

    /// Removes other files of this kind. To be called when the memory names this one.
    pub fn remove_others(&self) {
        FILES.remove_others(&self.folder, |number| number == self.number);
    }

    /// Puts the summaries `wanted` into a new file, where most of this one lies idle. Says whether it did.
    pub fn renew(self, wanted: &mut Recalled) -> Result<(Self, bool), PressError> {
        let used: u64 = wanted.each().map(|told| u64::from(told.entry.item.size)).sum();
        if self.tail().end() <= 2 * used + IDLE {
            return Ok((self, false));
        }
        let new = Self::begin(&self.folder)?;
        for told in wanted.each() {
            let item = told.entry.item;
            // One that cannot be read is made again whenever it is wanted.
            told.entry.item = match self.read(item) {
                Some(text) => new.add(&text)?,
                None => Item { at: 0, size: 0, key: item.key },
            };
            told.is_new = true;
        }
        Ok((new, true))
    }

    fn flush(&self, tail: &mut Tail) -> Result<(), PressError> {
        let new = tail.bytes.get(tail.written..).unwrap_or_default();
        write_at(&self.file, new, tail.end()).map_err(PressError::file("write", self.path()))?;
        tail.written = tail.bytes.len();
        if tail.written >= ROOM {
            tail.at += tail.written as u64;
            tail.bytes.clear();
            tail.written = 0;
        }
        Ok(())
    }

    fn tail(&self) -> MutexGuard<'_, Tail> {
        self.tail.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn path(&self) -> PathBuf {
        FILES.path(&self.folder, self.number)
    }
}

#[cfg(unix)]
fn read_at(file: &File, bytes: &mut [u8], at: u64) -> io::Result<()> {
    std::os::unix::fs::FileExt::read_exact_at(file, bytes, at)
}

#[cfg(unix)]
fn write_at(file: &File, bytes: &[u8], at: u64) -> io::Result<()> {
    std::os::unix::fs::FileExt::write_all_at(file, bytes, at)
}

#[cfg(windows)]
fn read_at(file: &File, bytes: &mut [u8], at: u64) -> io::Result<()> {
    let mut done = 0;
    while done < bytes.len() {
        match std::os::windows::fs::FileExt::seek_read(file, &mut bytes[done..], at + done as u64)? {
            0 => return Err(io::ErrorKind::UnexpectedEof.into()),
            count => done += count,
        }
    }
    Ok(())
}

#[cfg(windows)]
fn write_at(file: &File, bytes: &[u8], at: u64) -> io::Result<()> {
    let mut done = 0;
    while done < bytes.len() {
        match std::os::windows::fs::FileExt::seek_write(file, &bytes[done..], at + done as u64)? {
            0 => return Err(io::ErrorKind::WriteZero.into()),
            count => done += count,
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn summaries_are_found_again_and_blanked_when_they_are_left() {
        let folder = tempfile::tempdir().expect("a folder");
        let items = Items::begin(folder.path()).expect("a file");
        let [one, other] = ["{\"uri\":\"one\"}", "{\"uri\":\"other\"}"];
        let [first, second] = [one, other].map(|text| items.add(text).expect("room"));
        assert_eq!(items.read(second).as_deref(), Some(other), "before it is written");
        let extent = items.settle().expect("it is written");

        let again = Items::find(folder.path(), extent).expect("the same file");
        assert_eq!(again.read(first).as_deref(), Some(one));
        again.leave(first);
        again.blank().expect("it is written over");
        assert_eq!(again.read(first), None);
        let text = std::fs::read_to_string(again.path()).expect("the file");
        assert!(!text.contains("one") && text.contains("other"), "{text}");
        assert!(Items::find(folder.path(), Extent { size: extent.size + 1, ..extent }).is_none());
    }
}
