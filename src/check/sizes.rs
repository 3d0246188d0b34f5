//! How large the files of pictures are, from their first bytes.

use std::{
    collections::{HashMap, HashSet},
    path::Path,
    sync::Mutex,
};

use super::{
    Finding,
    addresses::Addresses,
    files::file_of,
    places::{at_address, find},
    subject::Subject,
};

/// The widest that a page shows a picture, in CSS pixels: in the viewer, on a large screen. Everywhere else it is less
/// than half of this (`components::figure`).
const WIDEST_SHOWN: usize = 1920;

/// What is known of the files: each is looked at once.
pub(super) struct Sizes<'a> {
    folder: &'a Path,
    known: Mutex<HashMap<String, Measured>>,
}

#[derive(Clone, Copy)]
enum Measured {
    Size(usize, usize),
    NoPicture,
}

impl<'a> Sizes<'a> {
    /// Of the pictures in the content folder.
    pub fn of(folder: &'a Path) -> Self {
        Self { folder, known: Mutex::default() }
    }

    /// `picture-unreadable`, `picture-size-wrong` and `picture-oversized`: a file is a picture, as large as it is said to
    /// be, and not much larger than anybody sees it.
    pub fn findings(&self, subject: &Subject, has_file: super::files::HasFile) -> Vec<Finding> {
        let mut findings = Vec::new();
        let mut seen = HashSet::new();
        let shown = Addresses::of(subject.article).shown;
        for rendition in shown.into_iter().flat_map(|picture| &picture.renditions) {
            let address = &rendition.address;
            let Some(file) = file_of(subject.site, address) else { continue };
            // A drawing has no size in pixels.
            let is_drawing = file.to_ascii_lowercase().ends_with(".svg");
            if is_drawing || !has_file(&file) || !seen.insert(address) {
                continue;
            }
            if let Some(finding) = self.fault(subject, &file, address.as_str(), rendition.size) {
                findings.push(at_address(finding, subject.text, subject.document, address.as_str()));
            }
        }
        findings
    }

    fn fault(
        &self,
        subject: &Subject,
        file: &str,
        address: &str,
        stated: Option<(u32, u32)>,
    ) -> Option<Finding> {
        let Measured::Size(width, height) = self.measured(file) else {
            let message =
                format!("expected a picture in {file}, found a file of another kind, or a broken one");
            let help = "pages show JPEG, PNG, GIF, WebP, AVIF and SVG";
            return Some(Finding::warning(subject.file, "picture-unreadable", message).helped(help));
        };
        if let Some((stated_width, stated_height)) = stated
            && !fits(
                (width, height),
                (stated_width as usize, stated_height as usize),
                is_listed(subject, address),
            )
        {
            let message = format!(
                "expected the size of {file}, {width} × {height}, found {stated_width} × {stated_height}"
            );
            let help = format!("write \"width\": {width}, \"height\": {height}");
            return Some(Finding::warning(subject.file, "picture-size-wrong", message).helped(help));
        }
        (width > 2 * WIDEST_SHOWN).then(|| {
            let message =
                format!("expected a picture at most {} pixels wide, found {width}", 2 * WIDEST_SHOWN);
            Finding::note(subject.file, "picture-oversized", message)
                .helped("save it smaller, and list several widths: readers load what their screens need")
        })
    }

    fn measured(&self, file: &str) -> Measured {
        let mut known = self.known.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some(measured) = known.get(file) {
            return *measured;
        }
        let measured = match imagesize::size(self.folder.join(file)) {
            Ok(size) => Measured::Size(size.width, size.height),
            Err(_) => Measured::NoPicture,
        };
        known.insert(file.to_owned(), measured);
        measured
    }
}

/// Whether a picture is among the associations of its article: what is said of its size there is of the file. In a body,
/// only the proportions are.
fn is_listed(subject: &Subject, address: &str) -> bool {
    let pointer = find(subject.document, "", &|text| text.trim() == address);
    pointer.is_some_and(|pointer| pointer.contains("/renditions/"))
}

fn fits(size: (usize, usize), stated: (usize, usize), exactly: bool) -> bool {
    let near = |one: usize, other: usize, by: usize| one.abs_diff(other) <= by;
    if exactly {
        return near(size.0, stated.0, 1) && near(size.1, stated.1, 1);
    }
    // The same proportions, but for what rounding and 2 % make.
    let (one, other) = (size.0 * stated.1, size.1 * stated.0);
    near(one, other, one.max(other) / 50)
}
