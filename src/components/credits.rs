//! Who made the article.

use super::use_edition;
use crate::locale::BylinePart;
use crate::model::{Credit, Role};
use crate::naming;
use crate::piece::{Piece, element, nothing, text};

/// Who reported or wrote it, under the headline; all the credits stand at the article's foot.
pub fn byline(all: &[Credit]) -> Piece {
    let is_author = |credit: &&Credit| matches!(credit.role, Role::Reporter | Role::Writer | Role::Byline);
    let first = all.iter().find(is_author);
    let same: Vec<Credit> =
        all.iter().filter(|credit| first.is_some_and(|first| first.role == credit.role)).cloned().collect();
    element("div").class("byline").child(credits(&same)).into()
}

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
