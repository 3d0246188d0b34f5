//! Pagefind's fragments: what it shows of a record, as JSON behind a signature, compressed.

use std::collections::BTreeMap;
use std::io::{Read, Write};

use flate2::{Compression, read::GzDecoder, write::GzEncoder};
use serde_json::{Value, json};

use super::Record;

/// What stands before everything that pagefind compresses.
const SIGNATURE: &[u8] = b"pagefind_dcd";

/// The fragment with the record's own text and summary in it; `None` where it is no fragment of one of `records`.
pub(super) fn rewritten(fragment: &[u8], records: &BTreeMap<String, Record>) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    GzDecoder::new(fragment).read_to_end(&mut bytes).ok()?;
    let known: Value = serde_json::from_slice(bytes.strip_prefix(SIGNATURE)?).ok()?;
    let key = known.get("url")?.as_str()?;
    let record = records.get(key)?;
    let shown = json!({
        "url": key,
        "content": record.text,
        "word_count": known.get("word_count"),
        "filters": {},
        "meta": {},
        "anchors": [],
        "story": record.story(),
    });
    let mut packed = GzEncoder::new(Vec::new(), Compression::best());
    packed.write_all(SIGNATURE).ok()?;
    packed.write_all(shown.to_string().as_bytes()).ok()?;
    packed.finish().ok()
}
