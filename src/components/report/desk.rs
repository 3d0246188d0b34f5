//! What the report's components share: which dialog is to open, and the reports on their way.

use crate::platform::events::{Happening, Listener, listen};
use crate::platform::lock::{Lock, lock};
use crate::platform::post::{Answer, PostError, post_json};
use crate::platform::storage::{LocalStorage, Storage};
use crate::platform::{random, selection, task, timer};
use crate::report::courier::{Occasion, Turn, World, deliver};
use crate::report::queue::{self, Entry};
use crate::report::quote::{QuoteError, TextQuoteSelector};
use crate::report::{ReportSubject, annotation, lease};
use leptos::prelude::*;
use std::cell::{Cell, RefCell};

/// How long one try at sending may take, in milliseconds.
pub(super) const PATIENCE: u32 = 30_000;

/// A wish to report something.
#[derive(Clone, Debug, PartialEq)]
pub struct Opening {
    /// What it is about.
    pub subject: ReportSubject,
    /// The selected words, if any; or why they cannot be quoted.
    pub quote: Result<Option<TextQuoteSelector>, QuoteError>,
}

/// The handle that the components share.
#[derive(Clone, Copy)]
pub struct ReportDesk {
    /// The wish that the dialog is open for.
    pub(super) opening: RwSignal<Option<Opening>>,
    /// The reports in storage, as last looked at.
    pub(super) entries: RwSignal<Vec<Entry>>,
    /// Whether the program is there. A pressed page is drawn, and taken over, as if it were not.
    pub(super) live: RwSignal<bool>,
    running: StoredValue<Running>,
}

/// How sending stands in this tab.
#[derive(Default)]
struct Running {
    started: bool,
    going: bool,
    /// Something came up while it was going.
    again: Option<Occasion>,
    /// Counts runs, so that a timer set by an earlier one does nothing.
    round: u32,
}

/// Gives the components below a desk to share.
pub fn provide_report_desk() -> ReportDesk {
    let desk = ReportDesk {
        opening: RwSignal::new(None),
        entries: RwSignal::new(Vec::new()),
        live: RwSignal::new(false),
        running: StoredValue::new(Running::default()),
    };
    provide_context(desk);
    desk
}

/// The desk in context. A page without one gets a desk of its own, which opens nothing elsewhere.
pub(super) fn use_desk() -> ReportDesk {
    use_context().unwrap_or_else(provide_report_desk)
}

/// What the reader has selected now.
pub(super) fn quote_selection() -> Result<Option<TextQuoteSelector>, QuoteError> {
    let Some(selected) = selection::selected() else { return Ok(None) };
    match TextQuoteSelector::new(&selected.text, selected.range) {
        Ok(quote) => Ok(Some(quote)),
        Err(QuoteError::Empty) => Ok(None),
        Err(error) => Err(error),
    }
}

impl ReportDesk {
    /// Opens the dialog.
    pub fn open(self, subject: ReportSubject, quote: Result<Option<TextQuoteSelector>, QuoteError>) {
        self.opening.set(Some(Opening { subject, quote }));
    }

    /// Begins to send what waits, now and whenever there is a connection again. The second call does nothing.
    /// To be called in an effect: there is nothing to send natively.
    pub(super) fn start(self) {
        let started = self.running.try_update_value(|running| std::mem::replace(&mut running.started, true));
        if started != Some(false) {
            return;
        }
        self.live.set(true);
        let listeners = [
            listen(Happening::Online, move || self.run(Occasion::Connected)),
            listen(Happening::StorageChanged, move || {
                // What another tab leaves behind when it is closed is this one's to send.
                if self.look() {
                    self.run(Occasion::Due);
                }
            }),
        ];
        // They last as long as the page does, as the desk does.
        listeners.into_iter().flatten().for_each(Listener::keep);
        self.run(Occasion::Connected);
    }

    /// Looks at what is stored; whether that is something new. Where storage cannot be read, what is known stays.
    pub(super) fn look(self) -> bool {
        let Ok(loaded) = queue::load(&LocalStorage) else { return false };
        // Most changes in storage are somebody else's.
        let is_new = self.entries.try_with_untracked(|known| *known != loaded.entries) == Some(true);
        if is_new {
            self.entries.set(loaded.entries);
        }
        is_new
    }

    /// Deletes a report that the receiver refused, because its reader says so: nobody else may.
    pub(super) fn delete(self, id: &str) {
        // Where storage fails the report is still shown, and can be deleted later.
        let _ = queue::remove(&LocalStorage, id);
        self.look();
    }

    /// Sends what is due; when it is sending already, once more afterwards.
    pub(super) fn run(self, occasion: Occasion) {
        self.look();
        let busy = self.running.try_update_value(|running| {
            if running.going {
                // Of two occasions the one that wakes more reports counts.
                running.again = running.again.max(Some(occasion));
            }
            std::mem::replace(&mut running.going, true)
        });
        if busy == Some(false) {
            task::spawn(self.go(occasion));
        }
    }

    async fn go(self, mut occasion: Occasion) {
        let world = Here::new(self);
        loop {
            // Without storage nothing waits, and nothing is to be done later.
            let next = deliver(&world, occasion).await.unwrap_or_default();
            self.look();
            let again = self.running.try_update_value(|running| {
                running.round = running.round.wrapping_add(1);
                let again = running.again.take();
                running.going = again.is_some();
                (again, running.round)
            });
            match again {
                Some((Some(next_occasion), _)) => occasion = next_occasion,
                Some((None, round)) => return self.come_again(next, round),
                None => return,
            }
        }
    }

    fn come_again(self, time: Option<i64>, round: u32) {
        let Some(time) = time else { return };
        let pause = time.saturating_sub(timer::now_milliseconds()).clamp(100, queue::LONGEST_PAUSE);
        let still_last = move || self.running.try_with_value(|running| running.round == round) == Some(true);
        let call = move || {
            if still_last() {
                self.run(Occasion::Due);
            }
        };
        timer::after(u32::try_from(pause).unwrap_or(u32::MAX), call).forget();
    }
}

/// This browser tab, as the courier's world.
struct Here {
    desk: ReportDesk,
    name: String,
    lock: RefCell<Option<Lock>>,
    leased: Cell<bool>,
}

impl Here {
    fn new(desk: ReportDesk) -> Self {
        let name = annotation::identifier(random::bytes());
        Self { desk, name, lock: RefCell::new(None), leased: Cell::new(false) }
    }

    fn claim(&self) -> Turn {
        match lease::claim(&LocalStorage, &self.name, timer::now_milliseconds()) {
            Ok(Some(until)) => Turn::Other(until),
            // A full storage takes no lease; the identifiers keep a repeat harmless.
            Ok(None) | Err(_) => Turn::Mine,
        }
    }
}

impl World for Here {
    fn storage(&self) -> &dyn Storage {
        &LocalStorage
    }

    fn now(&self) -> i64 {
        timer::now_milliseconds()
    }

    fn random(&self) -> f64 {
        random::fraction()
    }

    async fn post(&self, endpoint: &str, body: &str) -> Result<Answer, PostError> {
        post_json(endpoint, body, PATIENCE).await
    }

    async fn take_turn(&self) -> Turn {
        if self.lock.borrow().is_some() {
            return Turn::Mine;
        }
        if let Some(lock) = lock("broadsheet.report").await {
            self.lock.replace(Some(lock));
            return Turn::Mine;
        }
        let turn = self.claim();
        if turn == Turn::Mine && !self.leased.replace(true) {
            // Another tab may have written in the same moment; the one that wrote last has it.
            timer::sleep(50).await;
            return self.claim();
        }
        turn
    }

    fn give_turn_back(&self) {
        self.lock.replace(None);
        if self.leased.replace(false) {
            // A lease that cannot be removed runs out.
            let _ = lease::release(&LocalStorage, &self.name, timer::now_milliseconds());
        }
    }

    fn changed(&self) {
        self.desk.look();
    }
}
