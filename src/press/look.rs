//! How a file looks from outside: whether it is the one that was seen before, without reading it.

use std::{
    fs::Metadata,
    time::{SystemTime, UNIX_EPOCH},
};

use serde::{Deserialize, Serialize};

/// Size and times of a file.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize)]
pub(super) struct Look {
    size: u64,
    /// When its content was changed, in nanoseconds since 1970.
    modified: i64,
    /// When anything of it was changed, where the system says: programs cannot set this back. 0 where it is not told.
    changed: i64,
}

impl Look {
    /// The look of a file of the output folder. Links to it change its second time, so that does not count.
    pub fn of(about: &Metadata) -> Self {
        Self { size: about.len(), modified: about.modified().map_or(0, nanoseconds), changed: 0 }
    }

    /// The look of a file of the content.
    pub fn of_source(about: &Metadata) -> Self {
        Self { changed: changed(about), ..Self::of(about) }
    }

    /// The look that no file has.
    pub fn none() -> Self {
        Self { size: u64::MAX, modified: i64::MIN, changed: i64::MIN }
    }

    /// Whether the file was changed at `time` or later. Clocks of file systems go in steps: what is changed twice in one
    /// step looks the same, so a file that was changed just now is no known one.
    pub fn is_since(self, time: SystemTime) -> bool {
        self.modified.max(self.changed) >= nanoseconds(time)
    }

    /// The same as bytes, for keys.
    pub fn bytes(self) -> [u8; 24] {
        let mut bytes = [0; 24];
        let numbers = [self.size.to_le_bytes(), self.modified.to_le_bytes(), self.changed.to_le_bytes()];
        for (part, number) in bytes.chunks_exact_mut(8).zip(numbers) {
            part.copy_from_slice(&number);
        }
        bytes
    }
}

/// A time in nanoseconds since 1970.
pub(super) fn nanoseconds(time: SystemTime) -> i64 {
    match time.duration_since(UNIX_EPOCH) {
        Ok(since) => i64::try_from(since.as_nanos()).unwrap_or(i64::MAX),
        Err(before) => i64::try_from(before.duration().as_nanos()).map_or(i64::MIN, |before| -before),
    }
}

/// When anything of a file or folder was changed, in nanoseconds since 1970: programs cannot set this time back. 0 where the
/// system does not tell it.
#[cfg(unix)]
pub(super) fn changed(about: &Metadata) -> i64 {
    use std::os::unix::fs::MetadataExt;
    about.ctime().saturating_mul(1_000_000_000).saturating_add(about.ctime_nsec())
}

#[cfg(not(unix))]
pub(super) fn changed(_: &Metadata) -> i64 {
    0
}
