//! Pieces of a line.

use super::link::content_link;
use crate::model::Inline;
use crate::piece::{Element, Piece, element, text};

/// Draws the pieces of a line, in order.
pub fn inlines(content: &[Inline]) -> Piece {
    content.iter().map(inline).collect::<Vec<_>>().into()
}

fn inline(piece: &Inline) -> Piece {
    let around = |name, content: &[Inline]| -> Element { element(name).child(inlines(content)) };
    match piece {
        Inline::Text(words) => text(words.clone()),
        Inline::Break => element("br").into(),
        Inline::Emphasis(content) => around("em", content).into(),
        Inline::Strong(content) => around("strong", content).into(),
        Inline::Superscript(content) => around("sup", content).into(),
        Inline::Subscript(content) => around("sub", content).into(),
        Inline::Code(content) => around("code", content).into(),
        Inline::Mark(content) => around("mark", content).into(),
        Inline::Deleted(content) => around("del", content).into(),
        Inline::Inserted(content) => around("ins", content).into(),
        Inline::Small(content) => around("small", content).into(),
        Inline::Cite(content) => around("cite", content).into(),
        Inline::Quotation(content) => around("q", content).into(),
        Inline::Abbreviation { title, content } => around("abbr", content).set("title", title.clone()).into(),
        Inline::Passage { tongue, content } => {
            around("span", content).set_some("lang", tongue.lang()).set_some("dir", tongue.dir()).into()
        }
        Inline::Link { address, content } => content_link(address, inlines(content)),
    }
}
