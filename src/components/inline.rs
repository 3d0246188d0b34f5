//! Pieces of a line.

use leptos::prelude::*;

use super::element::{Piece, element};
use super::link::content_link;
use crate::model::Inline;

/// Draws the pieces of a line, in order.
pub fn inlines(content: &[Inline]) -> AnyView {
    content.iter().map(inline).collect::<Vec<_>>().into_any()
}

fn inline(piece: &Inline) -> AnyView {
    let around = |name, content: &[Inline]| -> Piece { element(name).child(inlines(content)) };
    match piece {
        Inline::Text(words) => words.clone().into_any(),
        Inline::Break => view! { <br/> }.into_any(),
        Inline::Emphasis(content) => around("em", content).view(),
        Inline::Strong(content) => around("strong", content).view(),
        Inline::Superscript(content) => around("sup", content).view(),
        Inline::Subscript(content) => around("sub", content).view(),
        Inline::Code(content) => around("code", content).view(),
        Inline::Mark(content) => around("mark", content).view(),
        Inline::Deleted(content) => around("del", content).view(),
        Inline::Inserted(content) => around("ins", content).view(),
        Inline::Small(content) => around("small", content).view(),
        Inline::Cite(content) => around("cite", content).view(),
        Inline::Quotation(content) => around("q", content).view(),
        Inline::Abbreviation { title, content } => around("abbr", content).set("title", title).view(),
        Inline::Passage { tongue, content } => {
            around("span", content).set_some("lang", tongue.lang()).set_some("dir", tongue.dir()).view()
        }
        Inline::Link { address, content } => content_link(address, inlines(content)),
    }
}
