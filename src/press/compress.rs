//! Compressed copies beside the text files of the site, for web servers that send files as they lie there.
//!
//! A copy is `FILE.br` or `FILE.gz`. Copies are no part of the record of a pressing: they come and go with their
//! file, whose place in the record is enough.

use std::{
    collections::BTreeMap,
    fs,
    io::{self, Read, Write},
    path::Path,
};

use flate2::{Compression, GzBuilder};
use rayon::prelude::*;

use super::{
    PressError, embedded, hosts,
    key::KeyMaker,
    look::Look,
    output::Output,
    progress::{Count, Progress, Step},
};

/// What a compressed copy is called in messages.
const OWNER: &str = "a compressed copy of a file of the site";

/// The endings of compressed copies.
pub(super) const ENDINGS: [&str; 2] = [".br", GZIP];

const GZIP: &str = ".gz";

/// The endings of files that are worth compressing; pictures and fonts are compressed as they are.
const TEXTS: [&str; 11] =
    ["html", "css", "js", "mjs", "json", "svg", "wasm", "webmanifest", "xml", "txt", "vtt"];

/// The longest name that file systems take, in bytes. A file whose copy would have a longer one has none.
const LONGEST_NAME: usize = 255;

/// The level for files that are made once and read for years: the highest.
const HASHED_LEVEL: i32 = 11;

/// The level for all other files; docs/decisions/0010-compression.md has the figures.
const LEVEL: i32 = 5;

/// How far back the compressor looks: 4 MB, the most that every browser accepts.
const WINDOW: i32 = 22;

/// Writes the compressed copies of the site's text files. Also small ones have theirs, so that a server that looks for them
/// finds them beside each.
pub(super) fn write_copies(output: &mut Output, progress: &dyn Progress) -> Result<(), PressError> {
    let texts = output.files().filter(|file| is_text(file));
    let texts = texts.filter_map(|file| Some((file.to_owned(), output.look(file)?)));
    let texts: BTreeMap<String, Look> = texts.collect();
    let mut copies = Vec::new();
    for (file, look) in &texts {
        for ending in ENDINGS {
            let copy = format!("{file}{ending}");
            if copy.rsplit('/').next().is_some_and(|name| name.len() > LONGEST_NAME) {
                continue;
            }
            // The content may bring a file of this name, which is then sent as a copy: the newsroom's own decision.
            if output.claim(&copy, OWNER).is_ok() {
                if output.is_hidden(file) {
                    output.hide(&copy)
                } else {
                    output.leave_unrecorded(&copy)
                }
                copies.push((file, ending, look, copy));
            }
        }
    }
    let (shared, count) = (&*output, Count::of(Step::Compressing, copies.len(), progress));
    copies.par_iter().try_for_each(|(file, ending, look, copy)| {
        count.one();
        // A file that is pressed again with the same bytes keeps its look.
        let level = level(file).to_le_bytes();
        let key = KeyMaker::new("copy of").with(look.bytes()).with(ending).with(level).done();
        shared.put(copy, key, || copy_of(shared.root(), file, ending))
    })
}

/// The level that copies of a file are made at.
fn level(file: &str) -> i32 {
    if hosts::is_hashed(file) { HASHED_LEVEL } else { LEVEL }
}

/// Removes copies that this pressing did not make beside files that it did: a server would send them in place of
/// what the files hold now. A copy that the press made before goes also where somebody took its file away by hand.
pub(super) fn remove_stale_copies(output: &Output) -> Result<(), PressError> {
    let is_stale = |copy: &&str| {
        let is_copy = original_of(copy).is_some_and(|original| output.holds(original) || output.had(copy));
        is_copy && !output.holds(copy)
    };
    output.found().filter(is_stale).try_for_each(|copy| output.remove(copy).map(drop))
}

/// Removes the copies of one file, those excepted that are part of the site.
pub(super) fn remove_copies(file: &str, output: &Output) -> Result<(), PressError> {
    for ending in ENDINGS {
        let copy = format!("{file}{ending}");
        if !output.holds(&copy) {
            output.remove(&copy)?;
        }
    }
    Ok(())
}

/// The file that `name` would be a copy of.
pub(super) fn original_of(name: &str) -> Option<&str> {
    unpacked(name).filter(|file| is_text(file))
}

/// The same by the name alone, be the file no text.
pub(super) fn unpacked(name: &str) -> Option<&str> {
    ENDINGS.iter().find_map(|ending| name.strip_suffix(ending))
}

fn is_text(file: &str) -> bool {
    file.rsplit_once('.').is_some_and(|(_, ending)| TEXTS.contains(&ending))
}

/// A copy of a file.
fn copy_of(root: &Path, file: &str, ending: &str) -> Result<Vec<u8>, PressError> {
    let path = root.join(file);
    let bytes = fs::read(&path).map_err(PressError::file("read", &path))?;
    let copy = match ending {
        GZIP => gzip_of(&bytes),
        _ => match embedded::packed(file) {
            Some(packed) if unpacks_to(brotli::Decompressor::new(packed, 4096), &bytes) => {
                Ok(packed.to_vec())
            }
            _ => brotli_of(&bytes, level(file)),
        },
    };
    copy.map_err(PressError::file("compress", &path))
}

fn unpacks_to(reader: impl Read, bytes: &[u8]) -> bool {
    // One byte more than expected is enough to tell; what is there may be anybody's file, and unpack to any size.
    let limit = u64::try_from(bytes.len()).unwrap_or(u64::MAX).saturating_add(1);
    let mut unpacked = Vec::with_capacity(bytes.len());
    reader.take(limit).read_to_end(&mut unpacked).is_ok() && unpacked == bytes
}

fn brotli_of(bytes: &[u8], level: i32) -> io::Result<Vec<u8>> {
    let size_hint = bytes.len();
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: level,
        lgwin: WINDOW,
        size_hint,
        ..brotli::enc::BrotliEncoderParams::default()
    };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut packed, &parameters)?;
    Ok(packed)
}

/// Without a time and a name, so that the same bytes make the same copy.
fn gzip_of(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut packer = GzBuilder::new().mtime(0).write(Vec::new(), Compression::best());
    packer.write_all(bytes)?;
    packer.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::read::GzDecoder;

    fn text() -> Vec<u8> {
        "The harbour opens again on Monday. ".repeat(40).into_bytes()
    }

    #[test]
    fn copies_unpack_to_the_file_and_are_the_same_each_time() {
        let text = text();
        let brotli = brotli_of(&text, LEVEL).expect("it packs");
        let gzip = gzip_of(&text).expect("it packs");
        assert!(unpacks_to(brotli::Decompressor::new(brotli.as_slice(), 4096), &text));
        assert!(unpacks_to(GzDecoder::new(gzip.as_slice()), &text));
        assert_eq!(brotli, brotli_of(&text, LEVEL).expect("it packs"));
        assert_eq!(gzip, gzip_of(&text).expect("it packs"));
        assert_eq!(gzip.get(4..8), Some([0; 4].as_slice()), "the time in the copy");
    }

    #[test]
    fn what_is_no_copy_of_the_file_is_told_apart() {
        let text = text();
        let other = gzip_of(&text.repeat(2)).expect("it packs");
        assert!(!unpacks_to(GzDecoder::new(other.as_slice()), &text));
        assert!(!unpacks_to(GzDecoder::new(text.as_slice()), &text));
        assert!(!unpacks_to(brotli::Decompressor::new(text.as_slice(), 4096), &text));
    }

    #[test]
    fn only_copies_of_text_files_have_an_original() {
        assert_eq!(original_of("a/b.html.br"), Some("a/b.html"));
        assert_eq!(original_of("app-1.wasm.gz"), Some("app-1.wasm"));
        assert_eq!(original_of("figures.csv.gz"), None);
        assert_eq!(original_of("a.html"), None);
    }
}
