//! An address that names nothing.

use super::{announce, show_page};
use crate::components::{Explanation, failed, use_edition};
use crate::piece::Piece;
use crate::store::Failure;

/// Says so, and leads to the front.
pub fn not_found_page() -> Piece {
    let edition = use_edition();
    let explanation = Explanation::of_failure(&Failure::NotFound, &edition.locale);
    let heading = explanation.heading.clone();
    show_page(&edition, &edition.edition().path, &heading);
    announce(&edition, move || Some(heading.clone()));
    failed(explanation, None)
}
