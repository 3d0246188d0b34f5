//! Rules about what is said of pictures, films and sounds.

use std::collections::HashSet;

use crate::{
    check::{
        Finding,
        addresses::Addresses,
        places::{at_address, bodies, find},
        subject::Subject,
    },
    model::{MediaKind, Picture},
    source::ninjs::alt_stand_in,
};

/// `alt-missing`, `caption-missing` and `credit-missing`: a picture is described, explained and credited.
pub(super) fn words(subject: &Subject, findings: &mut Vec<Finding>) {
    for (picture, address) in pictures(subject) {
        let only = only_headline(subject, picture, address);
        if only.is_some() || (picture.alt.is_empty() && !is_decoration(subject, address)) {
            let found =
                only.map_or("none".to_owned(), |headline| format!("only its headline \"{headline}\""));
            let message =
                format!("expected a text for those who do not see the picture {address}, found {found}");
            let help = "add a description with the role `alt`, or `alt=\"…\"` in the body; `alt=\"\"` there for decoration";
            let finding = Finding::warning(subject.file, "alt-missing", message).helped(help);
            findings.push(at_item(finding, subject, address));
        }
        let unsaid = (picture.caption.is_empty(), picture.credit.is_empty());
        below(subject, ("picture", address), unsaid, findings);
    }
}

/// `caption-missing` and `credit-missing` of films and sounds.
pub(super) fn words_of_media(subject: &Subject, findings: &mut Vec<Finding>) {
    let mut seen = HashSet::new();
    for media in Addresses::of(subject.article).played {
        let Some(address) = media.sources.first().map(|source| source.address.as_str()) else { continue };
        let what = match media.kind {
            MediaKind::Video => "film",
            MediaKind::Audio => "sound",
        };
        if seen.insert(address) {
            let unsaid = (media.caption.is_empty(), media.credit.is_empty());
            below(subject, (what, address), unsaid, findings);
        }
    }
}

/// What is not said below a picture, a film or a sound: its caption, and whose it is.
fn below(
    subject: &Subject,
    (what, address): (&str, &str),
    (no_caption, no_credit): (bool, bool),
    findings: &mut Vec<Finding>,
) {
    let mut tell = |code, message: String, help: &str| {
        let finding = Finding::note(subject.file, code, message).helped(help);
        findings.push(at_item(finding, subject, address));
    };
    if no_caption {
        let message = format!("expected a caption of the {what} {address}, found none");
        let help = "add a description with the role `caption`, or a `figcaption` in the body";
        tell("caption-missing", message, help);
    }
    if no_credit {
        let message = format!("expected whose the {what} {address} is, found no credit");
        tell("credit-missing", message, "add a description with the role `creditline`");
    }
}

/// `picture-unsized`: a picture says how large it is, so that its place is kept until it comes.
pub(super) fn sizes(subject: &Subject, findings: &mut Vec<Finding>) {
    for (picture, _) in pictures(subject) {
        for rendition in picture.renditions.iter().filter(|rendition| rendition.size.is_none()) {
            let address = rendition.address.as_str();
            let message = format!("expected width and height of the picture {address}, found none");
            let finding = Finding::note(subject.file, "picture-unsized", message).helped(
                "add `width` and `height` in pixels: without them the text jumps when the picture comes",
            );
            findings.push(at_address(finding, subject.text, subject.document, address));
        }
    }
}

/// The pictures that have files, each once, with the address of the first file.
fn pictures<'a>(subject: &Subject<'a>) -> Vec<(&'a Picture, &'a str)> {
    let mut seen = HashSet::new();
    let shown = Addresses::of(subject.article).shown.into_iter();
    let named = shown.filter_map(|picture| Some((picture, picture.renditions.first()?.address.as_str())));
    named.filter(|(_, address)| seen.insert(*address)).collect()
}

/// At the item that a file belongs to, or at its address in a body.
fn at_item(finding: Finding, subject: &Subject, address: &str) -> Finding {
    match item_of(subject, address) {
        Some(item) => finding.at(subject.text, &item),
        None => at_address(finding, subject.text, subject.document, address),
    }
}

/// The JSON Pointer of the item with a file.
fn item_of(subject: &Subject, address: &str) -> Option<String> {
    let mut pointer = find(subject.document, "", &|text| text.trim() == address)?;
    pointer.truncate(pointer.find("/renditions/")?);
    Some(pointer)
}

/// The headline of a picture, where it is all that is there for those who do not see it: it was not written for them.
fn only_headline<'a>(subject: &Subject, picture: &'a Picture, address: &str) -> Option<&'a str> {
    if picture.alt.is_empty() {
        return None;
    }
    let item = subject.document.pointer(&item_of(subject, address)?)?;
    let stand_in = alt_stand_in(item, subject.article.summary.language.as_ref());
    (stand_in.as_ref() == Some(&picture.alt)).then_some(picture.alt.as_str())
}

/// Whether the body itself says that there is nothing to say: `alt=""`.
fn is_decoration(subject: &Subject, address: &str) -> bool {
    bodies(subject.document).into_iter().any(|(_, markup)| {
        let Some((before, after)) = markup.split_once(address) else { return false };
        let start = before.rfind('<').map_or(before, |at| &before[at..]);
        let end = after.split('>').next().unwrap_or_default();
        [start, end].iter().any(|part| part.contains("alt=\"\"") || part.contains("alt=''"))
    })
}
