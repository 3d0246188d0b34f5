//! The time it is.

use crate::model::Instant;

/// Now, by the clock of the machine.
#[cfg(target_arch = "wasm32")]
pub fn now() -> Instant {
    // Milliseconds; the cast drops their fraction, and saturates.
    Instant::from_unix_seconds((js_sys::Date::now() / 1000.0).floor() as i64)
}

/// Now, by the clock of the machine. A clock set before 1970 reads as 1970.
#[cfg(not(target_arch = "wasm32"))]
pub fn now() -> Instant {
    use std::time::{SystemTime, UNIX_EPOCH};
    let since_epoch = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Instant::from_unix_seconds(i64::try_from(since_epoch.as_secs()).unwrap_or(i64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clock_shows_this_century_and_does_not_run_back() {
        let (first, second) = (now(), now());
        assert!((2024..2200).contains(&first.civil(0).year));
        assert!(first <= second);
    }
}
