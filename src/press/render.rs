//! Pages drawn natively, by the very components that run in the browser.

use std::collections::BTreeMap;

use leptos::prelude::Owner;

use crate::{
    app::app,
    model::{Instant, Site},
    platform::{document::AtHand, navigation::Navigation},
    store::Store,
};

/// The documents that a page is drawn from: their texts by their addresses.
pub(super) type Documents = BTreeMap<String, String>;

/// The content of the `<body>` of the page at `address`, as a reader at the time `now` would first see it.
///
/// `documents` are all that the page can show; `None` is the page for addresses that have none.
pub(super) fn body(site: &Site, now: Instant, address: &str, documents: Option<&Documents>) -> String {
    let documents = documents.cloned();
    let at_hand = move |address: &str| match &documents {
        None => AtHand::Missing,
        Some(documents) => documents.get(address).cloned().map_or(AtHand::Unknown, AtHand::Text),
    };
    let owner = Owner::new();
    let html =
        owner.with(|| app(Store::for_press(site.clone(), now, at_hand), Navigation::at(address)).to_html());
    owner.cleanup();
    html
}
