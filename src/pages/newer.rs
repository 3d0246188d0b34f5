//! A newer version of the article that is shown: noticed, offered, and what is new in it marked.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use super::Arrival;
use crate::components::use_edition;
use crate::locale::Message;
use crate::model::{Article, Block, SitePath};
use crate::piece::{Element, Piece, changing, element, nothing};
use crate::platform::events::{Happening, listen, page_is_seen};
use crate::platform::{document, fetch, timer};
use crate::reading::{Change, changes};
use crate::store::{Remote, Store};

/// How long a page is left alone before the host is asked for a newer version, in milliseconds. The store leaves the
/// host alone for longer, however often the reader comes back.
const REST: u32 = 1_000;

/// The versions of the article that the reader has seen on this page. Cheap to clone.
#[derive(Clone)]
pub struct Versions {
    /// The one before the one that is shown.
    before: ArcRwSignal<Option<Arc<Article>>>,
    /// Whether what is new since then is marked.
    marked: ArcRwSignal<bool>,
}

impl Versions {
    /// Only one has been seen.
    pub fn new() -> Self {
        Self { before: ArcRwSignal::new(None), marked: ArcRwSignal::new(false) }
    }

    /// How the blocks that are shown stand to the version before.
    pub fn changes(&self, shown: &[Block]) -> Vec<Option<Change>> {
        let before = self.before.get_untracked();
        before.map(|before| changes(&before.body_below_head(), shown)).unwrap_or_default()
    }

    /// The same body, which says whether marks are to be seen in it.
    pub fn marked(&self, body: Element) -> Element {
        let marked = self.marked.clone();
        body.follow("data-marked", move || marked.get().then(String::new))
    }

    /// Shows `newer` in place of the version that is shown, with what is new in it marked.
    fn show(&self, store: &Store, newer: Arc<Article>) {
        if let Remote::Ready(shown) = store.article(&newer.summary.path).get_untracked() {
            self.before.set(Some(shown));
            self.marked.set(self.changes(&newer.body_below_head()).iter().any(Option::is_some));
        }
        store.replace_article(newer);
    }
}

/// Offers the version on the host where it is newer than the one that is shown; nothing changes under the reader's eyes.
pub fn newer_version(store: &Store, path: &SitePath, versions: &Versions) -> Piece {
    let (store, locale, versions) = (store.clone(), use_edition().locale, versions.clone());
    let found = ArcRwSignal::new(None);
    watch(store.clone(), path.clone(), found.clone());
    let (taken, arrival) = (found.clone(), expect_context::<Arrival>());
    let (offered, marked) = (found, versions.marked.clone());
    // The one that the reader does not want now.
    let refused = RwSignal::new(None::<Arc<Article>>);
    changing(
        move || (offered.get().filter(|newer| refused.get().as_ref() != Some(newer)), marked.get()),
        move |state| {
            let mut later = None;
            let (look, line, words, act): (_, _, _, Box<dyn FnMut()>) = match state {
                (Some(newer), _) => {
                    let (store, taken, versions) = (store.clone(), taken.clone(), versions.clone());
                    let offer = newer.clone();
                    let refuse = move || {
                        refused.set(Some(offer.clone()));
                        document::focus_headline();
                    };
                    later = Some(button(locale.text(Message::NewerLater)).on_click(refuse));
                    let show = arrival.after(move || {
                        taken.set(None);
                        versions.show(&store, Arc::clone(&newer));
                    });
                    ("newer foot-bar", Message::NewerVersion, Message::NewerShow, show)
                }
                (None, true) => {
                    let marked = versions.marked.clone();
                    let hide = move || {
                        marked.set(false);
                        // The button has gone.
                        document::focus_headline();
                    };
                    ("newer", Message::NewerMarked, Message::NewerHide, Box::new(hide))
                }
                (None, false) => return nothing(),
            };
            let line = element("p").class(look).text(locale.text(line) + " ");
            line.child(button(locale.text(words)).on_click(act)).child(later).into()
        },
    )
}

fn button(words: String) -> Element {
    element("button").set("type", "button").class("button").text(words)
}

/// Asks the host when the article has been shown for a moment, unless the reader saves data, and when the reader comes
/// back to the page.
fn watch(store: Store, path: SitePath, found: ArcRwSignal<Option<Arc<Article>>>) {
    Effect::new(move || {
        let (store, path, found) = (store.clone(), path.clone(), found.clone());
        let look = Rc::new(move || store.look_for_newer(&path, found.clone()));
        if !fetch::saves_data() {
            let look = look.clone();
            // Kept by the effect's owner, as the listeners are, so that they end with the page.
            StoredValue::new_local(timer::after(REST, move || look()));
        }
        for happening in [Happening::Seen, Happening::Focused] {
            let look = look.clone();
            let come_back = move || {
                if page_is_seen() {
                    look();
                }
            };
            StoredValue::new_local(listen(happening, come_back));
        }
    });
}
