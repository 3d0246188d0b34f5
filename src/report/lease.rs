//! Whose turn it is to send, where the browser has no locks to ask (pages not served over HTTPS).
//!
//! A tab writes its name and a time into storage and sends until then. Two tabs that write in the same moment
//! see it when they look again; should both believe it all the same, a report is sent twice under one id,
//! which receivers count once.

use crate::platform::storage::{Storage, StorageError};

/// The name of the lease in storage.
pub const KEY: &str = "broadsheet.report.lease";

/// How long a turn lasts unless it is renewed, in milliseconds: longer than one try at sending.
pub const TURN: i64 = 90_000;

/// Takes or renews the turn for `holder` at `now`. `Some(time)` when it is another's until then.
pub fn claim(storage: &dyn Storage, holder: &str, now: i64) -> Result<Option<i64>, StorageError> {
    if let Some((_, until)) = holder_of(storage, now)?.filter(|(other, _)| other != holder) {
        return Ok(Some(until));
    }
    storage.set(KEY, &format!("{} {holder}", now.saturating_add(TURN)))?;
    Ok(None)
}

/// Gives the turn back, if it is `holder`'s.
pub fn release(storage: &dyn Storage, holder: &str, now: i64) -> Result<(), StorageError> {
    match holder_of(storage, now)? {
        Some((other, _)) if other == holder => storage.remove(KEY),
        _ => Ok(()),
    }
}

/// Who has the turn, and until when. Nobody, when what is written makes no sense or names a time too far off.
fn holder_of(storage: &dyn Storage, now: i64) -> Result<Option<(String, i64)>, StorageError> {
    let Some(text) = storage.get(KEY)? else { return Ok(None) };
    let Some((until, holder)) = text.split_once(' ') else { return Ok(None) };
    let Ok(until) = until.parse::<i64>() else { return Ok(None) };
    let current = until > now && until <= now.saturating_add(TURN);
    Ok(current.then(|| (holder.to_owned(), until)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::storage::Memory;

    #[test]
    fn one_tab_at_a_time_has_the_turn() {
        let storage = Memory::new(1_000);
        assert_eq!(claim(&storage, "a", 0), Ok(None));
        assert_eq!(claim(&storage, "b", 1), Ok(Some(TURN)));
        assert_eq!(claim(&storage, "a", 10), Ok(None), "renewed");
        assert_eq!(claim(&storage, "b", TURN + 5), Ok(Some(TURN + 10)));
        assert_eq!(release(&storage, "b", 20), Ok(()), "not b's to give");
        assert_eq!(claim(&storage, "b", 20), Ok(Some(TURN + 10)));
        assert_eq!(release(&storage, "a", 20), Ok(()));
        assert_eq!(claim(&storage, "b", 20), Ok(None));
    }

    #[test]
    fn a_tab_that_died_and_a_clock_set_back_do_not_hold_the_turn() {
        let storage = Memory::new(1_000);
        assert_eq!(claim(&storage, "dead", 1_000_000), Ok(None));
        assert_eq!(claim(&storage, "b", 1_000_000 + TURN), Ok(None));
        assert_eq!(claim(&storage, "c", 0), Ok(None), "a lease from the future");
        for nonsense in ["", "x", "soon b", "99999999999999999999 b"] {
            assert_eq!(storage.set(KEY, nonsense), Ok(()));
            assert_eq!(claim(&storage, "c", 0), Ok(None), "{nonsense}");
        }
    }
}
