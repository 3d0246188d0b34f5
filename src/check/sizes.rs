//! How large the files of pictures are, from their first bytes.

use std::{
    collections::{HashMap, HashSet},
    fs,
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
use crate::model::{Address, Rendition};

/// The widest that a page shows a picture, in CSS pixels: in the viewer, on a large screen.
const WIDEST_SHOWN: usize = 1920;

/// The widest that a page shows it everywhere else: above a list, 46rem (`components::figure`).
const WIDEST_IN_TEXT: usize = 736;

/// How many pixels of a file there can be for one of CSS, on screens that are sharper than others.
const DENSITY: usize = 2;

/// How many bytes of a picture are many.
const MANY_BYTES: u64 = 1_000_000;

/// What is said of pictures that are far larger than they are shown.
const HELP: &str =
    "add renditions of about 480, 960 and 1440 pixels: readers load the smallest that fills their screen";

/// What is known of the files: each is looked at once.
pub(super) struct Sizes<'a> {
    folder: &'a Path,
    known: Mutex<HashMap<String, Measured>>,
}

#[derive(Clone, Copy)]
enum Measured {
    /// Width and height, and the bytes of the file.
    Size(usize, usize, u64),
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
        let mut tell = |finding: Finding, address: &Address| {
            findings.push(at_address(finding, subject.text, subject.document, address.as_str()));
        };
        for picture in shown {
            // Of each rendition, how wide it is, where that is known.
            let mut widths = Vec::new();
            let is_new = picture.renditions.iter().all(|rendition| !seen.contains(&rendition.address));
            let mut is_told = false;
            for rendition in &picture.renditions {
                let address = &rendition.address;
                let file = file_of(subject.site, address).filter(|file| has_file(file));
                // A drawing has no size in pixels.
                let file = file.filter(|file| !file.to_ascii_lowercase().ends_with(".svg"));
                widths.push(self.width(file.as_deref(), rendition));
                let Some(file) = file.filter(|_| seen.insert(address)) else { continue };
                if let Some(finding) = self.fault(subject, &file, address.as_str(), rendition.size) {
                    is_told = true;
                    tell(finding, address);
                }
            }
            let narrowest = widths.into_iter().zip(&picture.renditions);
            let narrowest = narrowest.map(|(width, rendition)| Some((width?, &rendition.address)));
            let narrowest: Option<Vec<(usize, &Address)>> = narrowest.collect();
            let narrowest = narrowest.and_then(|all| all.into_iter().min_by_key(|(width, _)| *width));
            if let Some((width, address)) = narrowest.filter(|_| is_new && !is_told)
                && let Some(message) = wide(width)
            {
                tell(Finding::note(subject.file, "picture-oversized", message).helped(HELP), address);
            }
        }
        findings
    }

    /// How wide a rendition is, as its file says, else as its article does.
    fn width(&self, file: Option<&str>, rendition: &Rendition) -> Option<usize> {
        match file.map(|file| self.measured(file)) {
            Some(Measured::Size(width, ..)) => Some(width),
            _ => rendition.size.map(|(width, _)| width as usize),
        }
    }

    fn fault(
        &self,
        subject: &Subject,
        file: &str,
        address: &str,
        stated: Option<(u32, u32)>,
    ) -> Option<Finding> {
        let Measured::Size(width, height, bytes) = self.measured(file) else {
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
        let most = DENSITY * WIDEST_SHOWN;
        let message = if width > most {
            format!("expected a picture at most {most} pixels wide, found {width}")
        } else if bytes > MANY_BYTES {
            let [whole, tenth] = [bytes / MANY_BYTES, bytes % MANY_BYTES / (MANY_BYTES / 10)];
            format!("expected a file of at most 1 MB, found {file} with {whole}.{tenth} MB")
        } else {
            return None;
        };
        let help = format!("save it smaller or as WebP, and {HELP}");
        Some(Finding::note(subject.file, "picture-oversized", message).helped(help))
    }

    fn measured(&self, file: &str) -> Measured {
        let known = || self.known.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some(measured) = known().get(file) {
            return *measured;
        }
        // Nobody waits meanwhile: two that look at the same file at once find the same.
        let path = self.folder.join(file);
        let measured = match imagesize::size(&path) {
            Ok(size) => {
                let bytes = fs::metadata(&path).map_or(0, |about| about.len());
                Measured::Size(size.width, size.height, bytes)
            }
            Err(_) => Measured::NoPicture,
        };
        known().insert(file.to_owned(), measured);
        measured
    }
}

/// What to say of a picture whose narrowest rendition is of this width, if that is more than any reader of the text sees.
fn wide(narrowest: usize) -> Option<String> {
    let most = DENSITY * WIDEST_IN_TEXT;
    (narrowest > most)
        .then(|| format!("expected a rendition at most {most} pixels wide, found none under {narrowest}"))
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
