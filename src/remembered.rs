//! What the reader has read, remembered on this device, so that what changed since can be told on a later visit.
//!
//! Each article is a text of its own in storage. A line is a version of it: when it was read and when it was changed, in
//! Unix seconds, then the sums of its words. The second line, if there is one, is the version that was read before, and
//! whose differences the reader may still want to see.

use crate::model::{Article, Instant};
use crate::ordered::ordered;
use crate::platform::storage::{Storage, StorageError};
use crate::reading::Sums;

/// What the names of what was read begin with. The site's base path and the article's address on its host follow.
const PREFIX: &str = "broadsheet:read:";

/// How many articles are remembered, the last read.
const KEPT: usize = 200;

/// How many blocks an article may have to be remembered: storage has other, weightier things to hold.
const LONGEST: usize = 400;

/// How long a visit lasts, in seconds: after that, whoever comes back to a version knows what was new in it.
const VISIT: i64 = 3_600;

/// A version of an article that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// When it was last read.
    pub read: Instant,
    /// When it was changed, as it says itself; 0 where it does not.
    modified: i64,
    /// The sums of its words.
    pub sums: Sums,
}

/// The name that the article at `href` is stored under on the site at the base path `base`, which `href` includes. One host
/// may have several sites, and one may lie below another.
pub fn key(base: &str, href: &str) -> String {
    [PREFIX, base, ":", href].concat()
}

impl Version {
    /// `article`, as it is read at the time `read`.
    pub fn of(article: &Article, read: Instant) -> Self {
        let modified = article.summary.modified.map_or(0, Instant::unix_seconds);
        Self { read, modified, sums: Sums::of(article) }
    }

    /// `None` where something else stands there.
    fn parse(line: &str) -> Option<Self> {
        let mut numbers = line.split(' ').map(str::parse::<i64>);
        let (read, modified) = (numbers.next()?.ok()?, numbers.next()?.ok()?);
        let mut sums = numbers.map(|number| number.ok().and_then(|number| u32::try_from(number).ok()));
        let (headline, lead) = (sums.next()??, sums.next()??);
        let sums = Sums { headline, lead, blocks: sums.collect::<Option<_>>()? };
        Some(Self { read: Instant::from_unix_seconds(read), modified, sums })
    }

    fn write(&self, text: &mut String) {
        let Sums { headline, lead, blocks } = &self.sums;
        let sums = [headline, lead].into_iter().chain(blocks).map(|sum| i64::from(*sum));
        for number in [self.read.unix_seconds(), self.modified].into_iter().chain(sums) {
            text.push_str(&number.to_string());
            text.push(' ');
        }
        // In place of the last space.
        text.pop();
    }
}

/// Remembers that `version` is read of the article under `key`. Gives the version that was read before it, if that was
/// another: until the visit ends, or [`settle`] says that the reader knows what is new.
pub fn remember(storage: &dyn Storage, key: &str, version: &Version) -> Option<Version> {
    let text = storage.get(key).ok()?;
    let mut lines = text.as_deref().unwrap_or_default().lines().map(Version::parse);
    let (last, before) = (lines.next().flatten(), lines.next().flatten());
    let before = match last {
        // A host may still give out an older one.
        Some(last) if last.modified > version.modified => return None,
        Some(last) if last.sums != version.sums => Some(last),
        Some(last) if version.read.unix_seconds() - last.read.unix_seconds() < VISIT => before,
        _ => None,
    };
    if version.sums.blocks.len() <= LONGEST {
        let mut line = String::new();
        version.write(&mut line);
        if let Some(before) = &before {
            line.push('\n');
            before.write(&mut line);
        }
        // Where there is no room, what was there stays.
        let _ = storage.set(key, &line);
        if text.is_none() {
            let _ = forget_oldest(storage);
        }
    }
    before
}

/// The reader knows what is new in the version of the article under `key` that was last read.
pub fn settle(storage: &dyn Storage, key: &str) {
    if let Ok(Some(text)) = storage.get(key)
        && let Some((last, _)) = text.split_once('\n')
    {
        let _ = storage.set(key, last);
    }
}

/// Whether anything is remembered of what was read on the site at the base path `base`.
pub fn is_any(storage: &dyn Storage, base: &str) -> bool {
    storage.keys(&key(base, "")).is_ok_and(|keys| !keys.is_empty())
}

/// Forgets what was read on the site at the base path `base`.
pub fn forget(storage: &dyn Storage, base: &str) -> Result<(), StorageError> {
    storage.keys(&key(base, ""))?.iter().try_for_each(|key| storage.remove(key))
}

fn forget_oldest(storage: &dyn Storage) -> Result<(), StorageError> {
    let keys = storage.keys(PREFIX)?;
    let Some(more) = keys.len().checked_sub(KEPT).filter(|more| *more > 0) else { return Ok(()) };
    let mut read = Vec::new();
    for key in keys {
        let version = storage.get(&key)?.and_then(|text| Version::parse(text.lines().next()?));
        // What cannot be read goes first.
        read.push((version.map_or(0, |version| version.read.unix_seconds()), key));
    }
    ordered(read, Ord::cmp).iter().take(more).try_for_each(|(_, key)| storage.remove(key))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::storage::Memory;

    /// A version read at `read` whose words are told by `blocks`.
    fn version(read: i64, blocks: &[u32]) -> Version {
        let sums = Sums { headline: u32::MAX, lead: 0, blocks: blocks.to_vec() };
        Version { read: Instant::from_unix_seconds(read), modified: 5, sums }
    }

    #[test]
    fn another_version_is_told_until_the_visit_ends() {
        let (storage, key) = (Memory::new(10_000), key("/", "/a/"));
        let (first, second) = (version(100, &[1, 2]), version(90_000, &[1, 3]));
        assert_eq!(remember(&storage, &key, &first), None);
        assert_eq!(remember(&storage, &key, &version(200, &[1, 2])), None);
        let before = Some(version(200, &[1, 2]));
        assert_eq!(remember(&storage, &key, &second), before, "with the time when it was last read");
        let within = version(90_000 + VISIT - 1, &[1, 3]);
        assert_eq!(remember(&storage, &key, &within), before, "after a reload");
        assert_eq!(remember(&storage, &key, &version(200_000, &[1, 3])), None, "on a later visit");
    }

    #[test]
    fn what_the_reader_knows_is_not_told_again_and_an_older_version_is_nothing_new() {
        let (storage, key) = (Memory::new(10_000), key("/", "/a/"));
        remember(&storage, &key, &version(100, &[1]));
        assert!(remember(&storage, &key, &version(200, &[2])).is_some());
        settle(&storage, &key);
        assert_eq!(remember(&storage, &key, &version(300, &[2])), None);
        let older = Version { modified: 4, ..version(400, &[1]) };
        assert_eq!(remember(&storage, &key, &older), None);
        assert_eq!(remember(&storage, &key, &version(500, &[2])), None, "it was not remembered");
    }

    #[test]
    fn the_oldest_are_forgotten_when_there_are_many_and_all_when_the_reader_wants_it() {
        let storage = Memory::new(1_000_000);
        storage.set(&key("/", "/odd/"), "nonsense").expect("room");
        for number in 0..KEPT + 10 {
            let read = i64::try_from(1_000 - number).expect("a small number");
            remember(&storage, &key("/", &format!("/{number}/")), &version(read, &[1]));
        }
        let keys = storage.keys(PREFIX).expect("a storage");
        assert_eq!(keys.len(), KEPT);
        assert!(!keys.contains(&key("/", "/odd/")), "what cannot be read goes first");
        assert!(keys.contains(&key("/", "/0/")), "and what was read last stays");
        storage.set(&key("/news/", "/news/a/"), "1 2 3 4").expect("room");
        forget(&storage, "/news/").expect("a storage");
        assert_eq!(storage.keys(PREFIX).map(|keys| keys.len()), Ok(KEPT));
        assert!(is_any(&storage, "/") && !is_any(&storage, "/news/"));
        storage.set(&key("/news/", "/news/a/"), "1 2 3 4").expect("room");
        forget(&storage, "/").expect("a storage");
        assert!(!is_any(&storage, "/") && is_any(&storage, "/news/"), "a site below it keeps its own");
    }

    #[test]
    fn nonsense_and_a_full_storage_harm_nobody() {
        let (storage, key) = (Memory::new(60), key("/", "/a/"));
        for text in ["", "\n\n", "1 2 3", "1 2 3 4 x", "1 2 3 -4", "99999999999999999999 2 3 4"] {
            storage.set(&key, text).expect("room");
            assert_eq!(remember(&storage, &key, &version(100, &[1])), None, "{text:?}");
        }
        assert_eq!(remember(&storage, &key, &version(200, &[7; 30])), Some(version(100, &[1])));
        assert_eq!(storage.get(&key).ok().flatten(), Some("100 5 4294967295 0 1".to_owned()));
        assert_eq!(remember(&platform(), &key, &version(300, &[2])), None, "nor does a closed one");
    }

    fn platform() -> crate::platform::storage::LocalStorage {
        crate::platform::storage::LocalStorage
    }
}
