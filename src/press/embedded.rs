//! The app inside this program, where it was built with the feature `embed-app`: see `build.rs`.

use std::io::Read;

use super::PressError;

/// A file of the app: its name, and its bytes, packed by brotli where the name ends so.
type Embedded = (&'static str, &'static [u8]);

#[cfg(feature = "embed-app")]
const FILES: &[Embedded] = include!(concat!(env!("OUT_DIR"), "/embedded_app.rs"));
#[cfg(not(feature = "embed-app"))]
const FILES: &[Embedded] = &[];

/// The ending of what is packed.
const PACKED: &str = ".br";

/// Whether the app is inside this program, so that a pressing needs no folder of it.
pub fn has_app() -> bool {
    !FILES.is_empty()
}

/// The names of the app's files.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    FILES.iter().map(|(name, _)| name.strip_suffix(PACKED).unwrap_or(name))
}

/// The bytes of one of the app's files.
pub(super) fn read(name: &str) -> Result<Vec<u8>, PressError> {
    read_of(FILES, name).ok_or_else(|| PressError::NoAppInside(name.to_owned()))
}

/// One of the app's files as it is packed in here, at the highest level, which took seconds.
pub(super) fn packed(name: &str) -> Option<&'static [u8]> {
    let found = FILES.iter().find(|(stored, _)| stored.strip_suffix(PACKED) == Some(name));
    found.map(|(_, bytes)| *bytes)
}

fn read_of(files: &[Embedded], name: &str) -> Option<Vec<u8>> {
    let (stored, bytes) =
        files.iter().find(|(stored, _)| stored.strip_suffix(PACKED).unwrap_or(stored) == name)?;
    if !stored.ends_with(PACKED) {
        return Some(bytes.to_vec());
    }
    let mut unpacked = Vec::new();
    brotli::Decompressor::new(*bytes, 4096).read_to_end(&mut unpacked).ok()?;
    Some(unpacked)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_come_out_as_they_were_packed_or_not() {
        let mut packed = Vec::new();
        let parameters = brotli::enc::BrotliEncoderParams::default();
        brotli::BrotliCompress(&mut "body { color: red }".as_bytes(), &mut packed, &parameters)
            .expect("it packs");
        let files: [Embedded; 3] = [
            ("index.html", b"<!doctype html>"),
            ("app.css.br", packed.leak()),
            ("broken.js.br", b"no brotli"),
        ];
        assert_eq!(read_of(&files, "index.html").as_deref(), Some(&b"<!doctype html>"[..]));
        assert_eq!(read_of(&files, "app.css").as_deref(), Some(&b"body { color: red }"[..]));
        assert_eq!(read_of(&files, "broken.js"), None);
        assert_eq!(read_of(&files, "other.js"), None);
    }
}
