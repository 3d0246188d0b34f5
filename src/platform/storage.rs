//! Text kept under names, through reload: the browser's `localStorage`.

use std::fmt;

/// Why something could not be kept or read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StorageError {
    /// There is no storage, or the reader's settings forbid it.
    Unavailable,
    /// It is full (`QuotaExceededError`).
    Full,
    /// It failed otherwise; holds what it said.
    Failed(String),
}

impl fmt::Display for StorageError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unavailable => formatter.write_str("the browser keeps no data for this site"),
            Self::Full => formatter.write_str("the browser's storage for this site is full"),
            Self::Failed(cause) => write!(formatter, "the browser's storage failed: {cause}"),
        }
    }
}

impl std::error::Error for StorageError {}

/// A place for texts under names. Several tabs may use one place at once.
pub trait Storage {
    /// The text under `key`, if there is one.
    fn get(&self, key: &str) -> Result<Option<String>, StorageError>;
    /// Puts `text` under `key`, in place of what was there. Where it fails, what was there stays.
    fn set(&self, key: &str, text: &str) -> Result<(), StorageError>;
    /// Takes away what is under `key`, if anything.
    fn remove(&self, key: &str) -> Result<(), StorageError>;
    /// The names that start with `prefix`, in no order.
    fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError>;
}

/// What the browser keeps for this origin. Natively there is none: every call is [`StorageError::Unavailable`].
#[derive(Clone, Copy, Debug, Default)]
pub struct LocalStorage;

#[cfg(target_arch = "wasm32")]
mod browser {
    use super::{LocalStorage, Storage, StorageError};
    use wasm_bindgen::{JsCast, JsValue};

    /// The storage, anew each time: the reader may forbid it while the page is open.
    fn area() -> Result<web_sys::Storage, StorageError> {
        web_sys::window()
            .ok_or(StorageError::Unavailable)?
            .local_storage()
            .map_err(|_| StorageError::Unavailable)?
            .ok_or(StorageError::Unavailable)
    }

    fn failure(cause: &JsValue) -> StorageError {
        let name = cause.dyn_ref::<js_sys::Error>().map(|error| String::from(error.name()));
        let name = name.or_else(|| js_sys::Reflect::get(cause, &"name".into()).ok()?.as_string());
        match name.as_deref() {
            // Firefox has a name of its own for it.
            Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => StorageError::Full,
            Some("SecurityError") => StorageError::Unavailable,
            Some(other) => StorageError::Failed(other.to_owned()),
            None => StorageError::Failed(String::new()),
        }
    }

    impl Storage for LocalStorage {
        fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
            area()?.get_item(key).map_err(|cause| failure(&cause))
        }

        fn set(&self, key: &str, text: &str) -> Result<(), StorageError> {
            area()?.set_item(key, text).map_err(|cause| failure(&cause))
        }

        fn remove(&self, key: &str) -> Result<(), StorageError> {
            area()?.remove_item(key).map_err(|cause| failure(&cause))
        }

        fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError> {
            let area = area()?;
            let length = area.length().map_err(|cause| failure(&cause))?;
            let mut keys = Vec::new();
            for index in 0..length {
                let key = area.key(index).map_err(|cause| failure(&cause))?;
                keys.extend(key.filter(|key| key.starts_with(prefix)));
            }
            Ok(keys)
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub use native::Memory;

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use super::{LocalStorage, Storage, StorageError};
    use std::cell::RefCell;
    use std::collections::BTreeMap;

    impl Storage for LocalStorage {
        fn get(&self, _key: &str) -> Result<Option<String>, StorageError> {
            Err(StorageError::Unavailable)
        }

        fn set(&self, _key: &str, _text: &str) -> Result<(), StorageError> {
            Err(StorageError::Unavailable)
        }

        fn remove(&self, _key: &str) -> Result<(), StorageError> {
            Err(StorageError::Unavailable)
        }

        fn keys(&self, _prefix: &str) -> Result<Vec<String>, StorageError> {
            Err(StorageError::Unavailable)
        }
    }

    /// A storage in memory with a bound on its size, as browsers have one.
    #[derive(Debug)]
    pub struct Memory {
        texts: RefCell<BTreeMap<String, String>>,
        capacity: usize,
    }

    impl Memory {
        /// An empty one that takes `capacity` bytes, names included.
        pub fn new(capacity: usize) -> Self {
            Self { texts: RefCell::default(), capacity }
        }
    }

    impl Storage for Memory {
        fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
            Ok(self.texts.borrow().get(key).cloned())
        }

        fn set(&self, key: &str, text: &str) -> Result<(), StorageError> {
            let mut texts = self.texts.borrow_mut();
            let others = texts.iter().filter(|(name, _)| *name != key);
            let size: usize = others.map(|(name, text)| name.len() + text.len()).sum();
            if size + key.len() + text.len() > self.capacity {
                return Err(StorageError::Full);
            }
            texts.insert(key.to_owned(), text.to_owned());
            Ok(())
        }

        fn remove(&self, key: &str) -> Result<(), StorageError> {
            self.texts.borrow_mut().remove(key);
            Ok(())
        }

        fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError> {
            Ok(self.texts.borrow().keys().filter(|key| key.starts_with(prefix)).cloned().collect())
        }
    }
}
