//! Who made the article.

use super::link::person_link;
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

/// Who did what, at the article's foot. Plain bylines say no more there than under the headline.
pub fn all_credits(all: &[Credit]) -> Piece {
    let says_more = all.iter().any(|credit| credit.role != Role::Byline);
    if says_more { credits(all) } else { nothing() }
}

/// "Reporting by …, writing by …, editing by …", in the edition's grammar, people linked.
fn credits(credits: &[Credit]) -> Piece {
    let edition = use_edition();
    let credits = naming::credits(&edition.site, edition.edition(), credits);
    let parts = edition.locale.byline(&credits);
    if parts.is_empty() {
        return nothing();
    }
    let parts = parts.into_iter().map(|part| match part {
        BylinePart::Text(words) => text(words),
        BylinePart::Person { name, address: None } => element("span").class("person").text(name).into(),
        BylinePart::Person { name, address: Some(address) } => person_link(&address, name),
    });
    element("p").class("credits").children(parts).into()
}
