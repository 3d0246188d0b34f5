//! The rule about markup that pages do not take.

use crate::{
    check::{Finding, subject::Subject},
    source::{
        html::{Dropped, DroppedKind, dropped},
        ninjs::texts_in_markup,
    },
};

/// How many pieces of one text are told one by one.
const MOST: usize = 20;

/// `markup-dropped` and `look-dropped`: everything in the texts of an article comes through.
pub(super) fn dropped_markup(subject: &Subject, findings: &mut Vec<Finding>) {
    for (pointer, markup) in texts_in_markup(subject.document) {
        let (looks, lost): (Vec<Dropped>, Vec<Dropped>) =
            dropped(markup).into_iter().partition(|piece| piece.kind == DroppedKind::Look);
        for pieces in [lost, looks] {
            let (told, rest) = pieces.split_at(pieces.len().min(MOST));
            findings.extend(told.iter().map(|piece| one(subject, &pointer, piece)));
            findings.extend(rest.first().map(|first| others(subject, &pointer, first, rest.len())));
        }
    }
}

/// What there is to say of one piece.
fn one(subject: &Subject, pointer: &str, piece: &Dropped) -> Finding {
    let quote = &piece.quote;
    let (becomes, help) = match &piece.kind {
        DroppedKind::Element => (
            "which is left out with all that is in it".to_owned(),
            "remove it; what another site has to show can be an `iframe` of its host",
        ),
        DroppedKind::Hidden => (
            "which is hidden, and left out with all that is in it".to_owned(),
            "remove it, or its attribute `hidden` if readers are to see it",
        ),
        DroppedKind::Meaning => (
            "of which the words alone stay".to_owned(),
            "say it in words, show it as a picture, or link to a page elsewhere",
        ),
        DroppedKind::Look => (
            "which only changes how words look, and is left out".to_owned(),
            "remove it, or use an element that says what the words are, such as `strong`, `em` or `mark`",
        ),
        DroppedKind::Attribute => {
            ("which is left out: it would run something".to_owned(), "remove the attribute")
        }
        DroppedKind::Address(scheme) => (
            format!("which is left out: it starts with {scheme}:"),
            "use an address with http, https, mailto or tel, or one on this site",
        ),
    };
    let expected = match &piece.kind {
        DroppedKind::Address(_) => "an address of the web",
        _ => "markup for readers",
    };
    let message = format!("expected {expected}, found {quote}, {becomes}");
    placed(subject, pointer, piece, message).helped(help)
}

/// What there is to say of all that follow.
fn others(subject: &Subject, pointer: &str, first: &Dropped, count: usize) -> Finding {
    let message =
        format!("expected markup for readers, found {count} more in this text, from here on, that goes");
    placed(subject, pointer, first, message).helped("remove the pieces above, and check again")
}

fn placed(subject: &Subject, pointer: &str, piece: &Dropped, message: String) -> Finding {
    let finding = match piece.kind {
        DroppedKind::Look => Finding::note(subject.file, "look-dropped", message),
        _ => Finding::warning(subject.file, "markup-dropped", message),
    };
    finding.at_part(subject.text, pointer, piece.part.clone())
}
