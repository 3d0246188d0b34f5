//! The body of an article.

use super::associations::Associations;
use super::texts::{Markup, RoleText, role_texts};
use crate::model::Block;
use crate::ordered::ordered;
use crate::source::html;
use crate::source::json::Place;

/// The body: HTML before plain text before other markup, the main one before others. One that has nothing to
/// read or to see is passed over.
///
/// Pictures it points at are marked as used in `associations`.
pub(super) fn body(item: &Place<'_>, associations: &mut Associations) -> Vec<Block> {
    let texts = role_texts(item, "bodies", "body");
    let rank = |text: &RoleText| match text.role.as_str() {
        "main" => 0,
        "" => 1,
        _ => 2,
    };
    let texts = ordered(texts, |one, other| (markup(one), rank(one)).cmp(&(markup(other), rank(other))));
    let mut bodies = texts.iter().map(|text| blocks(text, associations));
    bodies.find(|blocks| blocks.iter().any(|block| *block != Block::Rule)).unwrap_or_default()
}

/// What kind of markup a body is in; where it does not say, by its looks.
fn markup(text: &RoleText) -> Markup {
    let words = text.text.as_str();
    match text.markup {
        Markup::Unsaid if words.starts_with("<?xml") || words.starts_with("<nitf") => Markup::Other,
        Markup::Unsaid if words.starts_with('<') && words.ends_with('>') && words.contains("</") => {
            Markup::Html
        }
        Markup::Unsaid => Markup::Plain,
        said => said,
    }
}

fn blocks(text: &RoleText, associations: &mut Associations) -> Vec<Block> {
    if markup(text) == Markup::Plain {
        return html::text_to_blocks(&text.text);
    }
    if text.text.len() > html::MAX_MARKUP {
        text.place.note(
            &format!("a body of at most {} bytes", html::MAX_MARKUP),
            format!("one of {} bytes; the rest is left out", text.text.len()),
        );
    }
    html::read_blocks(&text.text, &mut |name| {
        let picture = associations.picture(name);
        if picture.is_none() {
            let found = format!("data-assoc-ref=\"{name}\"");
            text.place.note("the name of a picture in the article's associations", found);
        }
        picture
    })
}
