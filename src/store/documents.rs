//! The documents of a kind that are here, on their way, or did not come.

use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use leptos::prelude::*;

use super::{Failure, Remote};
use crate::platform::document::AtHand;
use crate::platform::{fetch, task, timer};
use crate::source::{Read, SourceError};

/// What finds a document that is known without fetching it.
pub(super) type Finder = Arc<dyn Fn(&str) -> AtHand + Send + Sync>;

/// How many documents of a kind are kept. A reader's way back is rarely longer.
const KEPT: usize = 60;

/// How long a host is left alone with a document that it was asked for, in milliseconds.
pub(super) const PAUSE: i64 = 60_000;

/// How long a list is as good as new, in milliseconds.
pub(super) const FRESH: i64 = 5 * PAUSE;

/// The documents of a kind, by address.
pub(super) struct Documents<T> {
    known: Mutex<Vec<Known<T>>>,
    pub(super) at_hand: Finder,
    /// The address of the document that the page said is missing, until the page asks for it again to show so.
    missing: Mutex<Option<String>>,
}

/// A document's address, the signal of it, and when its host was last asked for it, in Unix milliseconds.
type Known<T> = (String, ArcRwSignal<Remote<T>>, Arc<AtomicI64>);

/// What is done with another version of a document: its signal, what came, and what is here. Says whether it was taken.
pub(super) type Take<T> = Box<dyn FnOnce(&ArcRwSignal<Remote<T>>, Arc<T>, &T) -> bool>;

pub(super) type Reader<T> = fn(&str) -> Result<Read<T>, SourceError>;

impl<T: PartialEq + Send + Sync + 'static> Documents<T> {
    pub(super) fn new(at_hand: Finder) -> Self {
        Self { known: Mutex::default(), at_hand, missing: Mutex::default() }
    }

    /// The signal of the document at `address`. It is fetched unless it is here, at hand, or on its way.
    pub(super) fn get(&self, address: String, read: Reader<T>) -> ArcRwSignal<Remote<T>> {
        let (document, known) = self.signal(&address);
        let failed = document.with_untracked(|remote| matches!(remote, Remote::Failed(_)));
        if known && !failed {
            return document;
        }
        let mut missing = self.missing.lock().unwrap_or_else(PoisonError::into_inner);
        if missing.take().is_some_and(|missing| missing == address) {
            return document;
        }
        match (self.at_hand)(&address) {
            AtHand::Text(text) if !known => {
                // A page may have been kept for a while before it was opened.
                if let Some((_, asked)) = self.entry(&address) {
                    asked.fetch_sub(PAUSE, Ordering::Relaxed);
                }
                document.set(read_text(&text, read));
            }
            AtHand::Missing if !known => {
                document.set(Remote::Failed(Failure::NotFound));
                *missing = Some(address.clone());
                // A page for everything that is missing may stand for an article that came since.
                look_again(document.clone(), address, read);
            }
            _ => fetch_into(document.clone(), address, read),
        }
        document
    }

    /// Fetches the document at `address`, whatever is known of it.
    pub(super) fn reload(&self, address: String, read: Reader<T>) {
        fetch_into(self.signal(&address).0, address, read);
    }

    /// Asks the host for the document at `address`, where it is here and the host was not asked in the last `pause`
    /// milliseconds. `take` is given one that is another than what is here, and says whether it took it; where not, and
    /// where none came, the host may be asked again in a minute.
    pub(super) fn ask_anew(&self, address: String, read: Reader<T>, pause: i64, take: Take<T>) {
        let Some((document, asked)) = self.entry(&address) else { return };
        let now = timer::now_milliseconds();
        if ready(&document).is_none() || now - asked.load(Ordering::Relaxed) < pause {
            return;
        }
        asked.store(now - pause + PAUSE, Ordering::Relaxed);
        task::spawn(async move {
            let Ok(response) = fetch::get_anew(&address).await else { return };
            if let (Remote::Ready(new), Some(shown)) = (interpret(&response, read), ready(&document))
                && (new == shown || take(&document, new, &shown))
            {
                asked.store(now, Ordering::Relaxed);
            }
        });
    }

    /// What `look` finds first in the documents that are here.
    pub(super) fn find<F>(&self, look: impl Fn(&T) -> Option<F>) -> Option<F> {
        let documents = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        documents.iter().find_map(|(_, document, _)| look(&*ready(document)?))
    }

    /// The document at `address`, if it is here.
    pub(super) fn known(&self, address: &str) -> Option<Arc<T>> {
        self.entry(address).and_then(|(document, _)| ready(&document))
    }

    /// The signal of the document at `address` and when it was asked for, if it is known.
    fn entry(&self, address: &str) -> Option<(ArcRwSignal<Remote<T>>, Arc<AtomicI64>)> {
        let documents = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let (_, document, asked) = documents.iter().find(|(known, ..)| known == address)?;
        Some((document.clone(), asked.clone()))
    }

    /// The signal of the document at `address`, and whether it was known before. The one that nobody has asked for
    /// longest is forgotten for it when there are many; a page that still shows it holds the signal itself.
    pub(super) fn signal(&self, address: &str) -> (ArcRwSignal<Remote<T>>, bool) {
        // A poisoned lock only means that another holder panicked; the list itself is whole.
        let mut documents = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(index) = documents.iter().position(|(known, ..)| known == address) {
            let entry = documents.remove(index);
            let document = entry.1.clone();
            documents.push(entry);
            return (document, true);
        }
        if documents.len() >= KEPT {
            documents.remove(0);
        }
        let document = ArcRwSignal::new(Remote::Loading);
        let now = Arc::new(AtomicI64::new(timer::now_milliseconds()));
        documents.push((address.to_owned(), document.clone(), now));
        (document, false)
    }
}

/// The document behind a signal, if it is here.
fn ready<T: Send + Sync + 'static>(document: &ArcRwSignal<Remote<T>>) -> Option<Arc<T>> {
    document.with_untracked(|remote| match remote {
        Remote::Ready(document) => Some(document.clone()),
        Remote::Loading | Remote::Failed(_) => None,
    })
}

fn fetch_into<T: Send + Sync + 'static>(document: ArcRwSignal<Remote<T>>, address: String, read: Reader<T>) {
    document.set(Remote::Loading);
    task::spawn(async move { document.set(fetched(&address, read).await) });
}

/// Fetches a document that is said to be missing; nothing changes unless it is there.
fn look_again<T: Send + Sync + 'static>(document: ArcRwSignal<Remote<T>>, address: String, read: Reader<T>) {
    task::spawn(async move {
        if let ready @ Remote::Ready(_) = fetched(&address, read).await {
            document.set(ready);
        }
    });
}

async fn fetched<T>(address: &str, read: Reader<T>) -> Remote<T> {
    match fetch::get(address).await {
        Ok(response) => interpret(&response, read),
        Err(error) => Remote::Failed(error.into()),
    }
}

/// What a server's answer means.
fn interpret<T>(response: &fetch::Response, read: Reader<T>) -> Remote<T> {
    if let Some(failure) = Failure::of_status(response.status) {
        return Remote::Failed(failure);
    }
    // A host with a fallback page answers 200 and a page of HTML for a document that is not there.
    let is_page =
        response.content_type.starts_with("text/html") || response.body.trim_start().starts_with('<');
    if is_page {
        return Remote::Failed(Failure::NotFound);
    }
    read_text(&response.body, read)
}

fn read_text<T>(text: &str, read: Reader<T>) -> Remote<T> {
    match read(text) {
        Ok(document) => Remote::Ready(Arc::new(document.value)),
        Err(error) => Remote::Failed(error.into()),
    }
}
