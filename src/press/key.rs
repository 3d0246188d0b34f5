//! Keys: what something is made of, as a number that is another one whenever any of it is another.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// The first half of a SHA-256, which is enough to tell all files of a site apart.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
pub(super) struct Key([u8; 16]);

impl Key {
    /// The key of `bytes` alone.
    pub fn of(bytes: impl AsRef<[u8]>) -> Self {
        KeyMaker::new("bytes").with(bytes).done()
    }
}

impl AsRef<[u8]> for Key {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

/// A key in the making.
#[derive(Clone)]
pub(super) struct KeyMaker(Sha256);

impl KeyMaker {
    /// Begins a key for one sort of things; the same parts make other keys for other sorts.
    pub fn new(sort: &str) -> Self {
        Self(Sha256::new()).with(sort)
    }

    /// Adds a part. Its length goes before it, so that parts cannot run into each other.
    pub fn with(mut self, part: impl AsRef<[u8]>) -> Self {
        self.add(part);
        self
    }

    /// Adds a part.
    pub fn add(&mut self, part: impl AsRef<[u8]>) {
        let part = part.as_ref();
        self.0.update((part.len() as u64).to_le_bytes());
        self.0.update(part);
    }

    /// The key of all that was added.
    pub fn done(self) -> Key {
        let digest: [u8; 32] = self.0.finalize().into();
        let mut key = Key::default();
        key.0.copy_from_slice(&digest[..16]);
        key
    }
}
