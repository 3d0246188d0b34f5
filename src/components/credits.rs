//! Who made the article.

use super::use_edition;
use crate::locale::BylinePart;
use crate::model::Credit;
use crate::naming;
use crate::piece::{Piece, element, nothing, text};

/// "Reporting by …, writing by …, editing by …", in the edition's grammar, people linked.
pub fn credits(credits: &[Credit]) -> Piece {
    let edition = use_edition();
    let credits = naming::credits(&edition.site, edition.edition(), credits);
    let parts = edition.locale.byline(&credits);
    if parts.is_empty() {
        return nothing();
    }
    let parts = parts.into_iter().map(|part| match part {
        BylinePart::Text(words) => text(words),
        BylinePart::Person { name, address: None } => element("span").class("person").text(name).into(),
        BylinePart::Person { name, address: Some(address) } => {
            let link = element("a").class("person").set("rel", "author");
            link.set("href", edition.resolve(&address)).text(name).into()
        }
    });
    element("p").class("credits").children(parts).into()
}
