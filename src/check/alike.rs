//! Addresses that are two to web servers and to Linux, and one to the file systems of macOS and Windows: they differ in
//! capitals alone, or in how letters with marks are put together.

use std::path::Path;

use unicode_normalization::UnicodeNormalization;

use super::Finding;
use crate::model::SitePath;

/// What is the same of all addresses that such a file system takes for one.
pub(crate) fn spelling(path: &SitePath) -> String {
    let path = path.as_str();
    // Most addresses are of English letters.
    if path.is_ascii() { path.to_ascii_lowercase() } else { path.to_lowercase().nfc().collect() }
}

/// The warning about the second of two articles whose addresses are alike; `first` is the file of the other one.
///
/// Both are published: readers may know either of them, and most hosts keep them apart.
pub(crate) fn address_alike(file: &Path, path: &SitePath, first: &Path) -> Finding {
    let first = first.display();
    let message = format!(
        "expected an address that differs from others in more than capitals and the form of letters, found {path}, \
         which {first} nearly has: on macOS and Windows one of the two is written over the other"
    );
    Finding::warning(file, "address-alike", message).helped("give one of the two another `x.url`")
}
