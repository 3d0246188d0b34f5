//! Reports on their way: kept until a receiver said yes.
//!
//! A report is stored before it is sent and removed only at a 2xx, whatever that answer's body says. Each
//! report has a name of its own in storage, so that two tabs never write over each other's. What to do next
//! is decided here, from stored entries and a clock; [`super::courier`] does it.

use super::retry_after;
use crate::platform::post::{Answer, PostError};
use crate::platform::storage::{Storage, StorageError};
use serde_json::{Value, json};

/// Names of reports on their way start with this.
pub const PREFIX: &str = "broadsheet.report.queue.";
/// Names of texts that were found among the reports and could not be read start with this.
pub const ASIDE_PREFIX: &str = "broadsheet.report.aside.";

/// The pause after the first failure, in milliseconds; it doubles from there.
pub const FIRST_PAUSE: i64 = 2_000;
/// The longest pause of our own.
pub const LONGEST_PAUSE: i64 = 3_600_000;
/// The longest pause a server may ask for.
pub const LONGEST_ASKED_PAUSE: i64 = 7 * 24 * 3_600_000;

/// A report on its way. Read and written by hand: derived code would weigh more than this module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The annotation's identifier.
    pub id: String,
    /// Where it goes: the address the reader was shown.
    pub endpoint: String,
    /// The annotation, exactly as the reader saw it.
    pub body: String,
    /// When it was stored, in Unix milliseconds.
    pub stored: i64,
    /// How it stands.
    pub state: State,
}

/// How a report stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// It will be sent.
    Waiting {
        /// How often it was tried.
        attempts: u32,
        /// Not before this, in Unix milliseconds.
        after: i64,
        /// Whether the last try reached a server. One that did not is tried again as soon as there is a
        /// connection; one that did waits its time.
        reached: bool,
        /// Until when the server asked to be left alone, in Unix milliseconds; 0 where it asked for nothing. The
        /// reader may cut any pause short but this one.
        asked: i64,
    },
    /// A receiver said no, and would say no again. It is kept for the reader to copy, save or mail.
    Refused {
        /// What the receiver answered.
        status: u16,
    },
}

/// What to do now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Send this one.
    Send(Entry),
    /// Nothing before this, in Unix milliseconds.
    WaitUntil(i64),
    /// Nothing at all.
    Rest,
}

/// The reports in storage.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Loaded {
    /// Those that can be read.
    pub entries: Vec<Entry>,
    /// How many texts cannot be read and were left, or put aside.
    pub unreadable: usize,
}

impl Entry {
    /// A report that has not been tried yet.
    pub fn new(id: String, endpoint: String, body: String, now: i64) -> Self {
        Self {
            id,
            endpoint,
            body,
            stored: now,
            state: State::Waiting { attempts: 0, after: now, reached: false, asked: 0 },
        }
    }

    /// The text it is stored as.
    pub fn to_text(&self) -> String {
        let state = match self.state {
            State::Waiting { attempts, after, reached, asked } => {
                json!({ "attempts": attempts, "after": after, "reached": reached, "asked": asked })
            }
            State::Refused { status } => json!({ "refused": status }),
        };
        let entry = json!({
            "id": self.id, "endpoint": self.endpoint, "body": self.body, "stored": self.stored, "state": state,
        });
        entry.to_string()
    }

    /// Reads what [`Entry::to_text`] wrote. `None` for anything else.
    pub fn from_text(text: &str) -> Option<Self> {
        let value: Value = serde_json::from_str(text).ok()?;
        let text = |name: &str| Some(value.get(name)?.as_str()?.to_owned());
        let state = value.get("state")?;
        let state = match state.get("refused") {
            Some(status) => State::Refused { status: u16::try_from(status.as_u64()?).ok()? },
            None => State::Waiting {
                attempts: u32::try_from(state.get("attempts")?.as_u64()?).ok()?,
                after: state.get("after")?.as_i64()?,
                reached: state.get("reached")?.as_bool()?,
                // Reports that an older program stored do not say.
                asked: state.get("asked").and_then(Value::as_i64).unwrap_or(0),
            },
        };
        let stored = value.get("stored")?.as_i64()?;
        Some(Self { id: text("id")?, endpoint: text("endpoint")?, body: text("body")?, stored, state })
    }
}

/// Stores `entry` in place of what was known of it.
pub fn put(storage: &dyn Storage, entry: &Entry) -> Result<(), StorageError> {
    storage.set(&key(&entry.id), &entry.to_text())
}

/// Removes the report `id`.
pub fn remove(storage: &dyn Storage, id: &str) -> Result<(), StorageError> {
    storage.remove(&key(id))
}

/// The report `id`, if it is still there and can be read.
pub fn get(storage: &dyn Storage, id: &str) -> Result<Option<Entry>, StorageError> {
    Ok(storage.get(&key(id))?.and_then(|text| Entry::from_text(&text)))
}

/// All reports, oldest first.
///
/// A text that cannot be read is put aside under another name, for whoever wants to look into it. Where that
/// fails it stays where it is. It is never deleted, and never in the way of the others.
pub fn load(storage: &dyn Storage) -> Result<Loaded, StorageError> {
    let mut loaded = Loaded { unreadable: storage.keys(ASIDE_PREFIX)?.len(), ..Loaded::default() };
    for key in storage.keys(PREFIX)? {
        // Another tab may have sent it since the names were listed.
        let Some(text) = storage.get(&key)? else { continue };
        match Entry::from_text(&text) {
            Some(entry) if key.strip_prefix(PREFIX) == Some(&entry.id) => {
                let older = |other: &Entry| (other.stored, &other.id) <= (entry.stored, &entry.id);
                let place = loaded.entries.partition_point(older);
                loaded.entries.insert(place, entry);
            }
            _ => {
                loaded.unreadable += 1;
                put_aside(storage, &key, &text);
            }
        }
    }
    Ok(loaded)
}

fn put_aside(storage: &dyn Storage, key: &str, text: &str) {
    let name = key.strip_prefix(PREFIX).unwrap_or(key);
    if storage.set(&format!("{ASIDE_PREFIX}{name}"), text).is_ok() {
        // If it cannot be removed it is there twice, and counted twice; nothing is lost by that.
        let _ = storage.remove(key);
    }
}

fn key(id: &str) -> String {
    format!("{PREFIX}{id}")
}

/// What to do with `entries` at `now`. Those in `held` are left alone.
pub fn next(entries: &[Entry], held: &[String], now: i64) -> Step {
    let mut earliest: Option<i64> = None;
    for entry in entries.iter().filter(|entry| !held.contains(&entry.id)) {
        let State::Waiting { after, .. } = entry.state else { continue };
        // Nothing ever waits this long: the clock was set back, and waiting for it could take years.
        let due = after <= now || after > now.saturating_add(2 * LONGEST_ASKED_PAUSE);
        if due {
            return Step::Send(entry.clone());
        }
        earliest = Some(earliest.map_or(after, |earliest| earliest.min(after)));
    }
    earliest.map_or(Step::Rest, Step::WaitUntil)
}

/// Whether `entry` waits only for a connection.
pub fn waits_for_connection(entry: &Entry) -> bool {
    matches!(entry.state, State::Waiting { reached: false, .. })
}

/// Whether a reader who asks for it may have it sent at `now`: no server asked for the pause.
pub fn may_be_hurried(state: &State, now: i64) -> bool {
    matches!(state, State::Waiting { asked, .. } if *asked <= now)
}

/// How `entry` stands after a try with this `outcome` at `now`; `None` when it has arrived.
///
/// `random` (0 to 1) spreads the tries of many readers after an outage.
pub fn settle(entry: &Entry, outcome: &Result<Answer, PostError>, now: i64, random: f64) -> Option<State> {
    let tried = match entry.state {
        State::Waiting { attempts, .. } => attempts,
        State::Refused { .. } => 0,
    };
    let (reached, asked) = match outcome {
        Ok(answer) => match answer.status {
            200..=299 => return None,
            408 | 425 | 429 => (true, asked_pause(answer, now)),
            400..=499 => return Some(State::Refused { status: answer.status }),
            // Server errors, and answers that make no sense to a POST.
            _ => (true, asked_pause(answer, now)),
        },
        // Somebody reconfigures the server, or a network wants a login first: neither is a yes.
        Err(PostError::Redirected) => (true, 0),
        Err(PostError::TimedOut | PostError::Unreachable(_)) => (false, 0),
    };
    let after = now.saturating_add(pause(tried, random).max(asked));
    let asked = if asked > 0 { now.saturating_add(asked) } else { 0 };
    Some(State::Waiting { attempts: tried.saturating_add(1), after, reached, asked })
}

fn asked_pause(answer: &Answer, now: i64) -> i64 {
    let asked = answer.retry_after.as_deref().and_then(|field| retry_after::pause(field, now));
    asked.unwrap_or(0).min(LONGEST_ASKED_PAUSE)
}

/// The pause after `tried` earlier failures: doubled each time up to a bound, then between half and all of it.
fn pause(tried: u32, random: f64) -> i64 {
    let whole = FIRST_PAUSE.saturating_mul(1 << tried.min(20)).min(LONGEST_PAUSE);
    let half = whole / 2;
    half + (half as f64 * random.clamp(0.0, 1.0)) as i64
}

#[cfg(test)]
#[path = "queue_tests.rs"]
mod tests;
