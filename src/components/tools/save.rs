//! The button that keeps an article for later, and what the components share of the saved articles.

use std::sync::Arc;

use leptos::prelude::*;

use crate::components::use_edition;
use crate::locale::Message;
use crate::model::Summary;
use crate::piece::{Element, element};
use crate::platform::events::{Happening, Listener, listen};
use crate::platform::storage::{LocalStorage, Storage, StorageError};
use crate::platform::timer;
use crate::saved::{self, Saved};

/// The saved articles, as last looked at: `None` while a pressed page is drawn or taken over.
#[derive(Clone)]
pub struct Shelf {
    saved: RwSignal<Option<Result<Vec<Saved>, StorageError>>>,
    base: Arc<str>,
}

/// Gives the components below a shelf to share. Changes that other tabs make are seen.
pub fn provide_shelf(base: &str) -> Shelf {
    let shelf = Shelf { saved: RwSignal::new(None), base: base.into() };
    provide_context(shelf.clone());
    let watched = shelf.clone();
    Effect::new(move || {
        watched.look();
        let changed = watched.clone();
        // It lasts as long as the page does, as the shelf does.
        listen(Happening::StorageChanged, move || changed.look()).into_iter().for_each(Listener::keep);
    });
    shelf
}

/// The shelf in context. A page without one gets a shelf of its own.
pub fn use_shelf() -> Shelf {
    use_context().unwrap_or_else(|| provide_shelf(&use_edition().site.base_path))
}

impl Shelf {
    /// What is saved, the last saved first.
    pub fn saved(&self) -> Option<Result<Vec<Saved>, StorageError>> {
        self.saved.get()
    }

    /// Looks at what is stored.
    fn look(&self) {
        let now = Some(saved::load(&LocalStorage, &self.base));
        // Most changes in storage are somebody else's.
        if self.saved.with_untracked(|known| *known != now) {
            self.saved.set(now);
        }
    }

    fn has(&self, key: &str) -> bool {
        let has = |saved: &Vec<Saved>| saved.iter().any(|saved| saved.key == key);
        self.saved.with(|known| known.as_ref().and_then(|known| known.as_ref().ok()).is_some_and(has))
    }

    /// Takes the article under `key` off the shelf. What went wrong, if anything, is what the reader is to be told.
    pub fn remove(&self, key: &str) -> Option<Message> {
        self.done(LocalStorage.remove(key))
    }

    fn done(&self, outcome: Result<(), StorageError>) -> Option<Message> {
        self.look();
        match outcome {
            Ok(()) => None,
            Err(StorageError::Full) => Some(Message::SavedFull),
            Err(StorageError::Unavailable | StorageError::Failed(_)) => Some(Message::SavedFailed),
        }
    }
}

/// A button that is pressed while the article is saved. `told` says what went wrong.
pub(super) fn save_button(summary: &Summary, told: RwSignal<String>) -> Element {
    let edition = use_edition();
    let (shelf, key) = (use_shelf(), saved::key(&edition.site.base_path, &edition.href(&summary.path)));
    let (shown, known) = (shelf.clone(), key.clone());
    let (summary, locale) = (summary.clone(), edition.locale.clone());
    element("button")
        .set("type", "button")
        .class("button save needs-script")
        .follow("aria-pressed", move || Some(shown.has(&known).to_string()))
        .text(edition.locale.text(Message::Save))
        .on_click(move || {
            let message = if untrack(|| shelf.has(&key)) {
                shelf.remove(&key)
            } else {
                shelf.done(saved::save(&LocalStorage, &key, &summary, timer::now_milliseconds()))
            };
            told.set(message.map(|message| locale.text(message)).unwrap_or_default());
        })
}
