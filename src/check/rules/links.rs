//! The rule about addresses that lead out of the site.

use crate::{
    check::{Finding, addresses::Addresses, places::at_address, subject::Subject},
    model::{Address, SitePath},
};

/// `link-broken` and `file-missing`: an address that is not whole is counted from the root of the site, so that nothing is
/// above it. Whether anything is at an address, other rules know.
pub(super) fn above_root(subject: &Subject, findings: &mut Vec<Finding>) {
    let Addresses { links, pictures, .. } = Addresses::of(subject.article);
    let links = links.into_iter().map(|address| ("link-broken", address));
    let pictures = pictures.into_iter().map(|address| ("file-missing", address));
    let mut told: Vec<&Address> = Vec::new();
    for (code, address) in links.chain(pictures) {
        let raw = address.as_str();
        let is_whole = !address.is_relative() || raw.starts_with(['#', '?']);
        if is_whole || SitePath::parse(raw).is_some() || told.contains(&address) {
            continue;
        }
        told.push(address);
        let message = format!("expected an address that is counted from the root of the site, found {raw}");
        let finding = Finding::warning(subject.file, code, message)
            .helped("write it from the root, such as /politics/strike/ or /media/quay.webp");
        findings.push(at_address(finding, subject.text, subject.document, raw));
    }
}
