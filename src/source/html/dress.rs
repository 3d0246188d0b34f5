//! What inline elements and their styles do to words.

use super::line::Dress;
use super::node::Node;
use crate::model::Address;

/// What the element does to the words in it, if anything: a link without a safe address does nothing.
pub(super) fn dress<N: Node>(name: &str, node: &N) -> Option<Dress> {
    match name {
        "em" | "i" | "dfn" | "var" => {
            Some(Dress::Emphasis).filter(|_| !style_says(node, "font-style", &["normal"]))
        }
        "strong" | "b" => {
            Some(Dress::Strong).filter(|_| !style_says(node, "font-weight", &["normal", "400"]))
        }
        "a" => {
            node.attribute("href").and_then(|href| Address::parse(&href).ok()).filter(leads).map(Dress::Link)
        }
        "sup" => Some(Dress::Superscript),
        "sub" => Some(Dress::Subscript),
        "abbr" | "acronym" => {
            let title = node.attribute("title").map(|title| title.trim().to_owned());
            title.filter(|title| !title.is_empty()).map(Dress::Abbreviation)
        }
        "code" | "kbd" | "samp" | "tt" => Some(Dress::Code),
        "mark" => Some(Dress::Mark),
        "small" => Some(Dress::Small),
        "del" | "s" | "strike" => Some(Dress::Deleted),
        "ins" => Some(Dress::Inserted),
        "q" => Some(Dress::Quotation),
        "cite" => Some(Dress::Cite),
        _ => None,
    }
}

/// Whether a link leads anywhere. The identifiers of a body are not drawn, but for those that the page itself gives its
/// parts: a link to a note within the same text would do nothing.
fn leads(address: &Address) -> bool {
    !address.as_str().starts_with('#') || address.as_str().starts_with("#part-")
}

/// Whether an element's own style makes its words strong, and whether it stresses them.
pub(super) fn style<N: Node>(node: &N) -> (bool, bool) {
    (
        style_says(node, "font-weight", &["bold", "600", "700", "800", "900"]),
        style_says(node, "font-style", &["italic", "oblique"]),
    )
}

fn style_says<N: Node>(node: &N, property: &str, values: &[&str]) -> bool {
    let Some(style) = node.attribute("style") else { return false };
    style.to_ascii_lowercase().split(';').filter_map(|declaration| declaration.split_once(':')).any(
        |(name, value)| {
            name.trim() == property && values.contains(&value.trim().trim_end_matches("!important").trim())
        },
    )
}
