//! The language and direction an element declares.

use super::node::Node;
use crate::model::{Direction, Language, Tongue};

/// What `lang` and `dir` say; nothing for values that are none.
pub(super) fn of<N: Node>(node: &N) -> Tongue {
    let direction = match node.attribute("dir").map(|dir| dir.trim().to_ascii_lowercase()).as_deref() {
        Some("ltr") => Some(Direction::LeftToRight),
        Some("rtl") => Some(Direction::RightToLeft),
        _ => None,
    };
    Tongue { language: node.attribute("lang").and_then(|tag| Language::parse(&tag)), direction }
}
