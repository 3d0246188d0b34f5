//! How large the files are that readers may download: they are told before they do.

use std::{fs, path::Path};

use super::{
    Finding,
    addresses::Addresses,
    files::{HasFile, file_of},
    places::at_address,
    subject::Subject,
};

/// How many tenths of a size may be missing or too much: some count a kilobyte as 1,024 bytes.
const TENTHS: u64 = 1;

/// `file-size-wrong`: a file of this site is as large as an article says. Where it says nothing, the press does.
pub(super) fn findings(folder: &Path, subject: &Subject, has_file: HasFile) -> Vec<Finding> {
    let files = Addresses::of(subject.article).files;
    let findings = files.into_iter().filter_map(|file| {
        let name = file_of(subject.site, &file.address).filter(|name| has_file(name))?;
        let bytes = fs::metadata(folder.join(&name)).ok()?.len();
        let size = told(bytes);
        let stated = file.size.filter(|stated| stated.abs_diff(bytes) > bytes * TENTHS / 10 + 1)?;
        let message = format!("expected the size of {name}, {size}, found {}", told(stated));
        let help = format!(
            "write data-size=\"{size}\" on the element around the link, or nothing: the press measures it"
        );
        let finding = Finding::warning(subject.file, "file-size-wrong", message);
        let address = file.address.as_str();
        Some(at_address(finding.helped(help), subject.text, subject.document, address))
    });
    findings.collect()
}

/// A size as people write it, with a tenth.
fn told(bytes: u64) -> String {
    let (unit, name) = match bytes {
        0..1_000 => return format!("{bytes} B"),
        1_000..1_000_000 => (1_000, "kB"),
        _ => (1_000_000, "MB"),
    };
    format!("{}.{} {name}", bytes / unit, bytes % unit / (unit / 10))
}
