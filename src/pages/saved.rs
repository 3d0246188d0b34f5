//! The articles that the reader has saved.

use super::{announce, show_page};
use crate::components::{kept_here, saved_list, use_edition};
use crate::locale::Message;
use crate::piece::{Piece, element};
use crate::route::{Place, Route};

/// What is saved on this device, and what else is kept on it. A pressed page says that it takes the program.
pub fn saved_page() -> Piece {
    let edition = use_edition();
    let name = edition.locale.text(Message::Saved);
    let path = Route { edition: edition.index, place: Place::Saved }.path(&edition.site);
    show_page(&edition, &path, &name, false);
    let title = name.clone();
    announce(&edition, move || Some(title.clone()));
    let heading = element("h1").class("list-heading").set("tabindex", "-1").text(name);
    let about = element("p").class("list-description").text(edition.locale.text(Message::SavedHere));
    let script = element("p").class("saved-script").text(edition.locale.text(Message::SavedScript));
    vec![heading.into(), about.into(), script.into(), saved_list(), kept_here()].into()
}
