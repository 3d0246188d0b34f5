//! The body of an article.

use super::associations::Associations;
use super::texts::{Markup, RoleText, role_texts};
use crate::model::Block;
use crate::source::html;
use crate::source::json::Place;

/// The body: HTML before plain text, the main one before others.
///
/// Pictures it points at are marked as used in `associations`.
pub(super) fn body(item: &Place<'_>, associations: &mut Associations) -> Vec<Block> {
    let texts = role_texts(item, "bodies", "body");
    let rank = |text: &RoleText| match text.role.as_str() {
        "main" => 0,
        "" => 1,
        _ => 2,
    };
    let Some(text) = texts.iter().min_by_key(|text| (text.markup, rank(text))) else { return Vec::new() };
    if text.markup == Markup::Plain {
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
