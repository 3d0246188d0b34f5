//! Pieces of a line.

use leptos::prelude::*;

use super::link::ContentLink;
use crate::model::Inline;

/// Draws the pieces of a line, in order.
pub fn inlines(content: &[Inline]) -> AnyView {
    content.iter().map(inline).collect_view().into_any()
}

fn inline(piece: &Inline) -> AnyView {
    match piece {
        Inline::Text(words) => words.clone().into_any(),
        Inline::Break => view! { <br/> }.into_any(),
        Inline::Emphasis(content) => view! { <em>{inlines(content)}</em> }.into_any(),
        Inline::Strong(content) => view! { <strong>{inlines(content)}</strong> }.into_any(),
        Inline::Superscript(content) => view! { <sup>{inlines(content)}</sup> }.into_any(),
        Inline::Subscript(content) => view! { <sub>{inlines(content)}</sub> }.into_any(),
        Inline::Code(content) => view! { <code>{inlines(content)}</code> }.into_any(),
        Inline::Mark(content) => view! { <mark>{inlines(content)}</mark> }.into_any(),
        Inline::Deleted(content) => view! { <del>{inlines(content)}</del> }.into_any(),
        Inline::Inserted(content) => view! { <ins>{inlines(content)}</ins> }.into_any(),
        Inline::Small(content) => view! { <small>{inlines(content)}</small> }.into_any(),
        Inline::Cite(content) => view! { <cite>{inlines(content)}</cite> }.into_any(),
        Inline::Quotation(content) => view! { <q>{inlines(content)}</q> }.into_any(),
        Inline::Abbreviation { title, content } => {
            view! { <abbr title=title.clone()>{inlines(content)}</abbr> }.into_any()
        }
        Inline::Passage { tongue, content } => {
            view! { <span lang=tongue.lang() dir=tongue.dir()>{inlines(content)}</span> }.into_any()
        }
        Inline::Link { address, content } => {
            let address = address.clone();
            let content = content.clone();
            view! { <ContentLink address=address>{inlines(&content)}</ContentLink> }.into_any()
        }
    }
}
