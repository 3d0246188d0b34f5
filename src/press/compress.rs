//! Compressed copies beside the text files of the site, for web servers that send files as they lie there.
//!
//! A copy is `FILE.br` or `FILE.gz`. Copies are no part of the record of a pressing: they come and go with their
//! file, whose place in the record is enough.

use std::{
    fs,
    io::{self, Read, Write},
    num::NonZero,
    path::Path,
    sync::{
        atomic::{AtomicUsize, Ordering},
        mpsc,
    },
    thread,
};

use flate2::{Compression, GzBuilder, read::GzDecoder};

use super::{PressError, embedded, hosts, output::Output};

/// What a compressed copy is called in messages.
const OWNER: &str = "a compressed copy of a file of the site";

/// The endings of compressed copies.
pub(super) const ENDINGS: [&str; 2] = [".br", ".gz"];

/// The endings of files that are worth compressing; pictures and fonts are compressed as they are.
const TEXTS: [&str; 10] = ["html", "css", "js", "mjs", "json", "svg", "wasm", "webmanifest", "xml", "txt"];

/// Below this many bytes a file fits in the first packets of an answer anyway.
const LEAST_BYTES: usize = 600;

/// A copy saves at least one part in this many, or the browser's work is not worth it.
const LEAST_SAVING: usize = 20;

/// The level for files that are made once and read for years: the highest.
const HASHED_LEVEL: i32 = 11;

/// The level for all other files; docs/decisions/0010-compression.md has the figures.
const LEVEL: i32 = 5;

/// How far back the compressor looks: 4 MB, the most that every browser accepts.
const WINDOW: i32 = 22;

/// A file, and what to do about its two copies, in the order of `ENDINGS`.
type Answer = (usize, Result<[Copy; 2], PressError>);

/// What to do about one copy.
enum Copy {
    /// It is there, and is a copy of the file as it is now.
    Keep,
    /// It has these bytes.
    Write(Vec<u8>),
    /// It would save too little.
    Without,
}

/// Writes the compressed copies of the site's text files.
///
/// A copy that is there already and unpacks to the file's bytes stays, so that pressing again costs little.
pub(super) fn write_copies(output: &mut Output) -> Result<(), PressError> {
    let mut files: Vec<String> = output.files().filter(|file| is_text(file)).map(str::to_owned).collect();
    files.sort();
    let root = output.root().to_owned();
    let workers = thread::available_parallelism().map_or(1, NonZero::get);
    let next = AtomicUsize::new(0);
    // Bounded, so that copies do not gather in memory while the disk is slow.
    let (sender, answers) = mpsc::sync_channel::<Answer>(workers * 4);
    thread::scope(|scope| {
        for _ in 0..workers {
            let (sender, next, files, root) = (sender.clone(), &next, &files, &root);
            scope.spawn(move || {
                while let Some((index, file)) = take(next, files) {
                    if sender.send((index, copies_of(root, file))).is_err() {
                        // The receiver met a fault, and the pressing ends.
                        break;
                    }
                }
            });
        }
        drop(sender);
        for (index, copies) in answers {
            let Some(file) = files.get(index) else { continue };
            for (ending, copy) in ENDINGS.iter().zip(copies?) {
                put(&format!("{file}{ending}"), copy, output)?;
            }
        }
        Ok(())
    })
}

/// Removes copies that this pressing did not make beside files that it did: a server would send them in place of
/// what the files hold now. Returns how many there were.
pub(super) fn remove_stale_copies(output: &mut Output) -> Result<usize, PressError> {
    let files: Vec<String> = output.files().filter(|file| is_text(file)).map(str::to_owned).collect();
    let mut removed = 0;
    for file in files {
        removed += remove_copies(&file, output)?;
    }
    Ok(removed)
}

/// Removes the copies of one file, those excepted that are part of the site; returns how many there were.
pub(super) fn remove_copies(file: &str, output: &mut Output) -> Result<usize, PressError> {
    let mut removed = 0;
    for ending in ENDINGS {
        let copy = format!("{file}{ending}");
        if !output.holds(&copy) && output.remove(&copy)? {
            removed += 1;
        }
    }
    Ok(removed)
}

/// The file that `name` would be a copy of.
pub(super) fn original_of(name: &str) -> Option<&str> {
    ENDINGS.iter().find_map(|ending| name.strip_suffix(ending)).filter(|file| is_text(file))
}

fn is_text(file: &str) -> bool {
    file.rsplit_once('.').is_some_and(|(_, ending)| TEXTS.contains(&ending))
}

fn take<'a>(next: &AtomicUsize, files: &'a [String]) -> Option<(usize, &'a str)> {
    let index = next.fetch_add(1, Ordering::Relaxed);
    files.get(index).map(|file| (index, file.as_str()))
}

fn put(file: &str, copy: Copy, output: &mut Output) -> Result<(), PressError> {
    // The content may bring a file of this name, which is then sent as a copy: the newsroom's own decision.
    let claimed = |output: &mut Output| {
        let claimed = output.claim(file, OWNER).is_ok();
        if claimed {
            output.leave_unrecorded(file);
        }
        claimed
    };
    match copy {
        Copy::Without => Ok(()),
        Copy::Keep if claimed(output) => {
            output.keep();
            Ok(())
        }
        Copy::Write(bytes) if claimed(output) => output.write(file, &bytes),
        Copy::Keep | Copy::Write(_) => Ok(()),
    }
}

/// What to do about the copies of one file.
fn copies_of(root: &Path, file: &str) -> Result<[Copy; 2], PressError> {
    let path = root.join(file);
    let bytes = fs::read(&path).map_err(PressError::file("read", &path))?;
    if bytes.len() < LEAST_BYTES {
        return Ok([Copy::Without, Copy::Without]);
    }
    let level = if hosts::is_hashed(file) { HASHED_LEVEL } else { LEVEL };
    let there = |ending: &str| fs::read(root.join(format!("{file}{ending}"))).ok();
    let brotli = match there(".br") {
        Some(old) if unpacks_to(brotli::Decompressor::new(old.as_slice(), 4096), &bytes) => Copy::Keep,
        _ => match embedded::packed(file) {
            Some(packed) if unpacks_to(brotli::Decompressor::new(packed, 4096), &bytes) => {
                worth(Ok(packed.to_vec()), bytes.len())
            }
            _ => worth(brotli_of(&bytes, level), bytes.len()),
        },
    };
    let gzip = match there(".gz") {
        Some(old) if unpacks_to(GzDecoder::new(old.as_slice()), &bytes) => Copy::Keep,
        _ => worth(gzip_of(&bytes), bytes.len()),
    };
    Ok([brotli, gzip])
}

/// A copy, if packing went well and it saves enough.
fn worth(packed: io::Result<Vec<u8>>, original: usize) -> Copy {
    match packed {
        Ok(bytes) if bytes.len() <= original - original / LEAST_SAVING => Copy::Write(bytes),
        _ => Copy::Without,
    }
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
    fn a_copy_that_saves_less_than_a_twentieth_is_not_worth_it() {
        assert!(matches!(worth(Ok(vec![0; 950]), 1000), Copy::Write(_)));
        assert!(matches!(worth(Ok(vec![0; 951]), 1000), Copy::Without));
    }

    #[test]
    fn only_copies_of_text_files_have_an_original() {
        assert_eq!(original_of("a/b.html.br"), Some("a/b.html"));
        assert_eq!(original_of("app-1.wasm.gz"), Some("app-1.wasm"));
        assert_eq!(original_of("figures.csv.gz"), None);
        assert_eq!(original_of("a.html"), None);
    }
}
