//! The rule about what other sites have to show.

use crate::{
    check::{Finding, addresses::Addresses, places::at_address, subject::Subject},
    model::Frame,
};

/// `embed-not-allowed`: what is embedded comes from a host whose frames are shown.
pub(super) fn frames(subject: &Subject, findings: &mut Vec<Finding>) {
    let mut told: Vec<&str> = Vec::new();
    for address in Addresses::of(subject.article).embeds {
        let Some(host) = address.host() else { continue };
        if Frame::of(address, &subject.site.embed_hosts).is_some() || told.contains(&address.as_str()) {
            continue;
        }
        told.push(address.as_str());
        let message =
            format!("expected an embed that can be framed, found one from {host}: readers see a link");
        let finding = Finding::warning(subject.file, "embed-not-allowed", message).helped(format!(
            "add \"{host}\" to `embeds.allow` in site.json, if its frames are to be trusted"
        ));
        findings.push(at_address(finding, subject.text, subject.document, address.as_str()));
    }
}
