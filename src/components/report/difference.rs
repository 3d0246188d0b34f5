//! A correction shown against what it corrects.

use super::words::Words;
use crate::locale::Message;
use crate::piece::{Element, element, text};
use crate::report::difference::{Change, difference};

/// Shows what is removed and added; for screen readers, which mostly pass over `ins` and `del`, in words too.
pub(super) fn difference_view(words: Words, old: &str, new: &str, language: Option<String>) -> Element {
    let marked = |name, message, text: String| {
        let said = element("span").class("visually-hidden").text(format!(" {} ", words.text(message)));
        element(name).child(said).text(text).into()
    };
    let changes = difference(old, new).into_iter().map(|change| match change {
        Change::Same(words) => text(words),
        Change::Removed(text) => marked("del", Message::ReportRemoved, text),
        Change::Added(text) => marked("ins", Message::ReportAdded, text),
    });
    element("p").class("report-difference").set_some("lang", language).set("dir", "auto").children(changes)
}
