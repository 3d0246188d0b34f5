//! Carries stored reports to their receiver, as `queue` decides.
//!
//! What it touches (storage, clock, network, the other tabs) is a [`World`], so that a test can be one.

use super::queue::{self, Entry, State, Step};
use crate::platform::post::{Answer, PostError};
use crate::platform::storage::{Storage, StorageError};

/// Whether this tab may send now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// It may.
    Mine,
    /// Another tab may, until this time in Unix milliseconds.
    Other(i64),
}

/// Everything outside that sending needs.
pub trait World {
    /// Where reports are kept.
    fn storage(&self) -> &dyn Storage;
    /// The time, in Unix milliseconds.
    fn now(&self) -> i64;
    /// A number from 0 to 1 that cannot be foreseen.
    fn random(&self) -> f64;
    /// Sends `body` to `endpoint`.
    fn post(&self, endpoint: &str, body: &str) -> impl Future<Output = Result<Answer, PostError>>;
    /// Takes the turn, or renews it where this tab has it.
    fn take_turn(&self) -> impl Future<Output = Turn>;
    /// Gives the turn back.
    fn give_turn_back(&self);
    /// Called after each try, when what is stored has changed.
    fn changed(&self);
}

/// Why sending starts.
///
/// In order: a later one wakes more reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Occasion {
    /// A pause is over, or a report was added.
    Due,
    /// There is a connection (again): the page was opened, or the browser went online.
    /// Reports that never reached a server go at once; those a server put off keep waiting.
    Connected,
    /// The reader asked. Everything goes at once but what a server asked to hold back.
    Asked,
}

/// Sends whatever is due. Says when to come again, in Unix milliseconds; `None` when nothing waits.
pub async fn deliver<W: World>(world: &W, occasion: Occasion) -> Result<Option<i64>, StorageError> {
    let result = deliver_in_turn(world, occasion).await;
    world.give_turn_back();
    result
}

async fn deliver_in_turn<W: World>(world: &W, occasion: Occasion) -> Result<Option<i64>, StorageError> {
    // Reports whose new state could not be stored. They are left alone until the next time, or a full
    // storage would have them sent over and over.
    let mut held = Vec::new();
    let mut woken = occasion == Occasion::Due;
    loop {
        // Asked for before looking, so that an empty queue costs no turn and no write.
        if world.storage().keys(queue::PREFIX)?.is_empty() {
            return Ok(None);
        }
        if let Turn::Other(until) = world.take_turn().await {
            return Ok(Some(until));
        }
        // Looked at anew after each wait: other tabs send, and readers add and remove.
        let entries = queue::load(world.storage())?.entries;
        if !woken {
            woken = true;
            wake(world, &entries, occasion);
            continue;
        }
        match queue::next(&entries, &held, world.now()) {
            Step::Send(entry) => {
                if !try_once(world, &entry).await {
                    held.push(entry.id);
                }
            }
            Step::WaitUntil(time) => return Ok(Some(time)),
            Step::Rest if held.is_empty() => return Ok(None),
            Step::Rest => return Ok(Some(world.now().saturating_add(queue::LONGEST_PAUSE))),
        }
    }
}

/// Makes reports due: those that never reached a server, or all that the reader may hurry.
fn wake<W: World>(world: &W, entries: &[Entry], occasion: Occasion) {
    let now = world.now();
    let wakes = |entry: &&Entry| match occasion {
        Occasion::Asked => queue::may_be_hurried(&entry.state, now),
        _ => queue::waits_for_connection(entry),
    };
    for entry in entries.iter().filter(wakes) {
        let State::Waiting { attempts, reached, asked, .. } = entry.state else { continue };
        let state = State::Waiting { attempts, after: now, reached, asked };
        // Where this cannot be stored the report keeps its pause, and goes when that is over.
        let _ = queue::put(world.storage(), &Entry { state, ..entry.clone() });
    }
}

/// One try. `false` when its outcome could not be stored.
async fn try_once<W: World>(world: &W, entry: &Entry) -> bool {
    let outcome = world.post(&entry.endpoint, &entry.body).await;
    let settled = match queue::settle(entry, &outcome, world.now(), world.random()) {
        None => queue::remove(world.storage(), &entry.id),
        Some(state) => match queue::get(world.storage(), &entry.id) {
            // The reader removed it meanwhile, or another tab was told yes: it stays removed.
            Ok(None) => Ok(()),
            Ok(Some(_)) => queue::put(world.storage(), &Entry { state, ..entry.clone() }),
            Err(error) => Err(error),
        },
    };
    world.changed();
    settled.is_ok()
}
