//! Tests of the decisions in `queue`.

use super::*;
use crate::platform::storage::Memory;
use proptest::prelude::*;

fn entry(id: &str) -> Entry {
    Entry::new(id.to_owned(), "https://desk.example/reports".into(), "{}".into(), 1_000)
}

fn answer(status: u16, retry_after: Option<&str>) -> Result<Answer, PostError> {
    Ok(Answer { status, retry_after: retry_after.map(str::to_owned) })
}

fn waiting_after(state: Option<State>) -> Option<i64> {
    match state {
        Some(State::Waiting { after, .. }) => Some(after),
        _ => None,
    }
}

#[test]
fn only_a_2xx_is_a_yes() {
    for status in [200, 201, 202, 204, 299] {
        assert_eq!(settle(&entry("a"), &answer(status, None), 0, 0.0), None, "{status}");
    }
    for status in [100, 199, 300, 302, 304, 408, 425, 429, 500, 503, 599] {
        assert!(waiting_after(settle(&entry("a"), &answer(status, None), 0, 0.0)).is_some(), "{status}");
    }
    for status in [400, 401, 403, 404, 410, 413, 422] {
        assert_eq!(settle(&entry("a"), &answer(status, None), 0, 0.0), Some(State::Refused { status }));
    }
    for error in [PostError::Redirected, PostError::TimedOut, PostError::Unreachable(String::new())] {
        assert!(waiting_after(settle(&entry("a"), &Err(error), 0, 0.0)).is_some());
    }
}

#[test]
fn pauses_grow_to_a_bound() {
    let mut entry = entry("a");
    let mut pauses = Vec::new();
    for _ in 0..40 {
        let state = settle(&entry, &answer(500, None), 0, 1.0).expect("not delivered");
        pauses.extend(waiting_after(Some(state.clone())));
        entry.state = state;
    }
    assert_eq!(&pauses[..4], [2_000, 4_000, 8_000, 16_000]);
    assert_eq!(pauses.last(), Some(&LONGEST_PAUSE));
    assert!(pauses.windows(2).all(|pair| pair[0] <= pair[1]));
    assert_eq!(waiting_after(settle(&self::entry("a"), &answer(500, None), 0, 0.0)), Some(1_000));
}

#[test]
fn a_server_may_ask_for_a_longer_pause_but_not_for_ever() {
    let after = |field: &str| waiting_after(settle(&entry("a"), &answer(429, Some(field)), 0, 1.0));
    assert_eq!(after("60"), Some(60_000));
    assert_eq!(after("0"), Some(FIRST_PAUSE));
    assert_eq!(after("Thu, 01 Jan 1970 00:02:00 GMT"), Some(120_000));
    assert_eq!(after("gibberish"), Some(FIRST_PAUSE));
    assert_eq!(after("999999999999"), Some(LONGEST_ASKED_PAUSE));
}

#[test]
fn the_oldest_due_report_goes_first_and_held_ones_wait() {
    let storage = Memory::new(10_000);
    let (mut a, mut b) = (entry("a"), entry("b"));
    (a.stored, b.stored) = (2, 1);
    put(&storage, &a).and(put(&storage, &b)).expect("stored");
    let entries = load(&storage).expect("loaded").entries;
    assert_eq!(next(&entries, &[], 1_000), Step::Send(b));
    assert_eq!(next(&entries, &["b".into()], 1_000), Step::Send(a));
    assert_eq!(next(&entries, &[], 999), Step::WaitUntil(1_000));
    assert_eq!(next(&entries, &["a".into(), "b".into()], 1_000), Step::Rest);
}

#[test]
fn a_clock_set_back_does_not_hold_a_report_for_years() {
    let mut entry = entry("a");
    entry.state = State::Waiting { attempts: 1, after: 10 * LONGEST_ASKED_PAUSE, reached: true, asked: 0 };
    assert!(matches!(next(&[entry], &[], 0), Step::Send(_)));
}

#[test]
fn a_refused_report_is_kept_and_not_sent_again() {
    let mut entry = entry("a");
    entry.state = State::Refused { status: 404 };
    assert_eq!(next(&[entry], &[], i64::MAX), Step::Rest);
}

#[test]
fn texts_that_cannot_be_read_are_put_aside_and_harm_nobody() {
    let storage = Memory::new(10_000);
    put(&storage, &entry("good")).expect("stored");
    let mut stranger = entry("other");
    stranger.id = "not-its-key".into();
    let stranger = stranger.to_text();
    for (name, text) in [("bad", "{oops"), ("empty", ""), ("other", &stranger)] {
        storage.set(&format!("{PREFIX}{name}"), text).expect("stored");
    }
    let loaded = load(&storage).expect("loaded");
    assert_eq!((loaded.entries.len(), loaded.unreadable), (1, 3));
    assert_eq!(storage.get(&format!("{ASIDE_PREFIX}bad")), Ok(Some("{oops".into())));
    assert_eq!(storage.keys(PREFIX).map(|keys| keys.len()), Ok(1));
    assert_eq!(load(&storage).map(|loaded| loaded.unreadable), Ok(3));
}

#[test]
fn with_no_room_to_put_them_aside_unreadable_texts_stay() {
    let storage = Memory::new(PREFIX.len() + 3 + 10);
    storage.set(&format!("{PREFIX}bad"), "0123456789").expect("stored");
    assert_eq!(load(&storage).map(|loaded| loaded.unreadable), Ok(1));
    assert_eq!(storage.get(&format!("{PREFIX}bad")), Ok(Some("0123456789".into())));
}

#[test]
fn a_full_storage_says_so() {
    let storage = Memory::new(50);
    assert_eq!(put(&storage, &entry("a")), Err(StorageError::Full));
}

proptest! {
    #[test]
    fn any_text_in_storage_is_read_or_put_aside(texts in prop::collection::vec(".{0,60}", 0..12)) {
        let storage = Memory::new(100_000);
        for (index, text) in texts.iter().enumerate() {
            let key = format!("{PREFIX}{index}");
            prop_assert!(storage.set(&key, text).is_ok());
        }
        put(&storage, &entry("mine")).expect("stored");
        let loaded = load(&storage).expect("loaded");
        prop_assert_eq!(loaded.entries.len() + loaded.unreadable, texts.len() + 1);
        let kept = storage.keys("").expect("names").len();
        prop_assert_eq!(kept, texts.len() + 1);
    }
}
