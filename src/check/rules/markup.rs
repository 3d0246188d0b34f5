//! The rule about markup that pages do not take.

use crate::{
    check::{Finding, places::bodies, subject::Subject},
    source::html::{DroppedKind, dropped},
};

/// `markup-dropped`: everything in a body comes through.
pub(super) fn dropped_markup(subject: &Subject, findings: &mut Vec<Finding>) {
    for (pointer, markup) in bodies(subject.document) {
        for lost in dropped(markup) {
            let quote = &lost.quote;
            let (message, help) = match lost.kind {
                DroppedKind::Element => (
                    format!(
                        "expected markup for readers, found {quote}, which is left out with all that is in it"
                    ),
                    "remove it; what another site has to show can be an `iframe` of its host",
                ),
                DroppedKind::Attribute => (
                    format!(
                        "expected markup for readers, found {quote}, which is left out: it would run something"
                    ),
                    "remove the attribute",
                ),
                DroppedKind::Address(scheme) => (
                    format!(
                        "expected an address of the web, found {quote}, which is left out: it starts with {scheme}:"
                    ),
                    "use an address with http, https, mailto or tel, or one on this site",
                ),
            };
            let finding = Finding::warning(subject.file, "markup-dropped", message).helped(help);
            findings.push(finding.at_words(subject.text, &pointer, quote));
        }
    }
}
