//! Files that are made together, and whose names are not known before they are.

use super::Output;
use crate::press::{PressError, key::Key, memory::Bundle};

impl Output {
    /// Whether files are all there that were made together of what `key` is the key of.
    pub fn remembers_bundle(&self, name: &str, key: Key) -> bool {
        let bundle = self.head.bundles.get(name).filter(|bundle| bundle.key == self.drawn(key));
        bundle.is_some_and(|bundle| bundle.files.iter().all(|file| self.remembered(file).is_some()))
    }

    /// Reserves and writes files that are made together of what `key` is the key of; those that are remembered, where they
    /// are.
    pub fn make_bundle(
        &mut self,
        name: &str,
        key: Key,
        owner: &'static str,
        files: Vec<(String, Vec<u8>)>,
    ) -> Result<(), PressError> {
        let remembered = self.remembers_bundle(name, key).then(|| self.head.bundles.remove(name)).flatten();
        let bundle = match remembered {
            Some(bundle) => {
                for file in &bundle.files {
                    self.make_again(file, owner)?;
                }
                bundle
            }
            None => {
                for (file, bytes) in &files {
                    self.make(file, bytes, owner)?;
                }
                Bundle { key: self.drawn(key), files: files.into_iter().map(|(file, _)| file).collect() }
            }
        };
        self.bundles.insert(name.to_owned(), bundle);
        Ok(())
    }
}
