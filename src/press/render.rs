//! Pages drawn natively, by the very components that run in the browser.

use std::{collections::BTreeMap, sync::Arc};

use leptos::prelude::Owner;

use crate::{
    app::app,
    locale::Locale,
    model::{Instant, Site},
    platform::{
        document::{AtHand, PageKind},
        navigation::Navigation,
    },
    store::Store,
};

/// The documents that a page is drawn from: their texts by their addresses.
pub(super) type Documents = BTreeMap<String, String>;

/// The store of one page, as a reader at the time `now` would have it. What it has read, it does not read again when
/// the page is drawn.
///
/// `documents` are all that the page can show; on the page for what is missing, everything else is.
pub(super) fn store(
    site: &Arc<Site>,
    locales: &Arc<[Locale]>,
    now: Instant,
    kind: PageKind,
    documents: &Documents,
) -> Store {
    let documents = documents.clone();
    Store::for_press(site.clone(), locales.clone(), now, move |address| {
        match (documents.get(address), kind) {
            (Some(text), _) => AtHand::Text(text.clone()),
            (None, PageKind::Missing) => AtHand::Missing,
            (None, PageKind::Page) => AtHand::Unknown,
        }
    })
}

/// The content of the `<body>` of the page at `address`, as a reader would first see it.
pub(super) fn body(store: Store, address: &str) -> String {
    let owner = Owner::new();
    let html = owner.with(|| app(store, Navigation::at(address)).to_html());
    owner.cleanup();
    html
}
