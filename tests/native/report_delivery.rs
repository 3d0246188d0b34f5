//! Reports arrive once each, whatever the way to the desk does to them.

use crate::report_world::{REPORTS, Tab, Taken, deliver_all, fill, run};
use broadsheet::platform::post::{Answer, PostError};
use broadsheet::platform::storage::{Memory, Storage};
use broadsheet::report::courier::{Occasion, deliver};
use broadsheet::report::lease;
use broadsheet::report::queue::{self, Entry, State};
use proptest::prelude::*;
use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::pin::{Pin, pin};
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

/// Lets others run once.
async fn step_aside() {
    let mut before = true;
    std::future::poll_fn(|_| if std::mem::take(&mut before) { Poll::Pending } else { Poll::Ready(()) }).await;
}

/// What may happen to one try.
#[derive(Clone, Copy, Debug)]
enum Fate {
    Taken(u16),
    Failed(u16),
    Busy(u32),
    Redirected,
    LostOnTheWay,
    TakenThenDropped,
    TakenTooSlowly,
}

fn fate() -> impl Strategy<Value = Fate> {
    prop_oneof![
        3 => prop_oneof![Just(200), Just(202), Just(204)].prop_map(Fate::Taken),
        1 => prop_oneof![Just(500), Just(502), Just(503), Just(408), Just(425)].prop_map(Fate::Failed),
        1 => (0u32..5_000).prop_map(Fate::Busy),
        1 => Just(Fate::Redirected),
        1 => Just(Fate::LostOnTheWay),
        1 => Just(Fate::TakenThenDropped),
        1 => Just(Fate::TakenTooSlowly),
    ]
}

fn suffer(fate: Fate, id: &str, taken: &RefCell<Taken>) -> Result<Answer, PostError> {
    let take = || *taken.borrow_mut().entry(id.to_owned()).or_default() += 1;
    let answer = |status| Ok(Answer { status, retry_after: None });
    match fate {
        Fate::Taken(status) => {
            take();
            answer(status)
        }
        Fate::Failed(status) => answer(status),
        Fate::Busy(seconds) => Ok(Answer { status: 429, retry_after: Some(seconds.to_string()) }),
        Fate::Redirected => Err(PostError::Redirected),
        Fate::LostOnTheWay => Err(PostError::Unreachable("offline".into())),
        Fate::TakenThenDropped => {
            take();
            Err(PostError::Unreachable("connection reset".into()))
        }
        Fate::TakenTooSlowly => {
            take();
            Err(PostError::TimedOut)
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn none_is_lost_and_none_counts_twice(fates in prop::collection::vec(fate(), 1..400)) {
        let storage = Rc::new(Memory::new(1_000_000));
        let clock = Rc::new(Cell::new(0));
        let taken = RefCell::new(Taken::new());
        let tries = Cell::new(0usize);
        let ids = fill(&storage, "https://desk.example/", REPORTS);
        let tab = Tab::new("a", &storage, &clock, async |_: &str, id: &str| {
            clock.set(clock.get() + 40);
            tries.set(tries.get() + 1);
            // After the fates are used up the way is clear, so that the story ends.
            suffer(fates.get(tries.get() - 1).copied().unwrap_or(Fate::Taken(200)), id, &taken)
        });
        prop_assert!(deliver_all(&tab, &clock));
        prop_assert_eq!(taken.borrow().keys().cloned().collect::<BTreeSet<_>>(), ids);
        prop_assert_eq!(storage.keys(queue::PREFIX).map(|keys| keys.len()), Ok(0));
        // A report is heard of again only where the tab was never told that it was taken.
        let untold = fates.iter().filter(|fate| matches!(fate, Fate::TakenThenDropped | Fate::TakenTooSlowly));
        let heard: usize = taken.borrow().values().sum();
        prop_assert!(heard <= REPORTS + untold.count());
    }

    #[test]
    fn a_reload_at_any_moment_loses_nothing(fates in prop::collection::vec(fate(), 1..60), polls in 1usize..40) {
        let storage = Rc::new(Memory::new(1_000_000));
        let clock = Rc::new(Cell::new(0));
        let taken = RefCell::new(Taken::new());
        let tries = Cell::new(0usize);
        let ids = fill(&storage, "https://desk.example/", 10);
        let post = async |_: &str, id: &str| {
            step_aside().await;
            tries.set(tries.get() + 1);
            let answer = suffer(fates.get(tries.get() - 1).copied().unwrap_or(Fate::Taken(200)), id, &taken);
            step_aside().await;
            answer
        };
        {
            let tab = Tab::new("closed", &storage, &clock, post);
            let mut going = pin!(deliver(&tab, Occasion::Connected));
            for _ in 0..polls {
                if going.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_ready() {
                    break;
                }
            }
        }
        let tab = Tab::new("next", &storage, &clock, post);
        prop_assert!(deliver_all(&tab, &clock));
        prop_assert_eq!(taken.borrow().keys().cloned().collect::<BTreeSet<_>>(), ids);
    }

    #[test]
    fn two_tabs_never_send_at_the_same_moment(schedule in prop::collection::vec(any::<bool>(), 1..600)) {
        let storage = Rc::new(Memory::new(1_000_000));
        let clock = Rc::new(Cell::new(0));
        let (sending, most, count) = (Cell::new(0), Cell::new(0), RefCell::new(Taken::new()));
        fill(&storage, "https://desk.example/", 20);
        let post = async |_: &str, id: &str| {
            sending.set(sending.get() + 1);
            most.set(most.get().max(sending.get()));
            step_aside().await;
            step_aside().await;
            sending.set(sending.get() - 1);
            suffer(Fate::Taken(200), id, &count)
        };
        let (a, b) = (Tab::new("a", &storage, &clock, post), Tab::new("b", &storage, &clock, post));
        let mut runs: [Option<Pin<Box<dyn Future<Output = _>>>>; 2] = [None, None];
        for which in schedule.into_iter().map(usize::from) {
            let tab = if which == 0 { &a } else { &b };
            let run = runs[which].get_or_insert_with(|| Box::pin(deliver(tab, Occasion::Due)));
            if run.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_ready() {
                runs[which] = None;
            }
        }
        prop_assert!(most.get() <= 1);
        prop_assert!(count.borrow().values().all(|times| *times == 1));
    }
}

#[test]
fn reports_that_never_reached_a_server_go_as_soon_as_there_is_a_connection() {
    let storage = Rc::new(Memory::new(100_000));
    let clock = Rc::new(Cell::new(0));
    let online = Cell::new(false);
    let heard = RefCell::new(Vec::new());
    fill(&storage, "https://desk.example/", 2);
    let tab = Tab::new("a", &storage, &clock, async |_: &str, id: &str| {
        heard.borrow_mut().push(id.to_owned());
        match (online.get(), id.ends_with('1')) {
            (false, true) => Err(PostError::Unreachable("offline".into())),
            (false, false) => Ok(Answer { status: 503, retry_after: Some("600".into()) }),
            (true, _) => Ok(Answer { status: 200, retry_after: None }),
        }
    });
    run(deliver(&tab, Occasion::Due)).expect("delivered");
    online.set(true);
    heard.borrow_mut().clear();
    run(deliver(&tab, Occasion::Due)).expect("delivered");
    assert_eq!(*heard.borrow(), Vec::<String>::new(), "both pauses last");
    let next = run(deliver(&tab, Occasion::Connected)).expect("delivered");
    assert_eq!(*heard.borrow(), ["urn:uuid:0001"], "the server's wish is kept");
    assert_eq!(next, Some(600_000));
}

#[test]
fn a_reader_who_asks_hurries_all_but_what_the_server_asked_to_hold_back() {
    let storage = Rc::new(Memory::new(100_000));
    let clock = Rc::new(Cell::new(0));
    let heard = RefCell::new(Vec::new());
    fill(&storage, "https://desk.example/", 3);
    let tab = Tab::new("a", &storage, &clock, async |_: &str, id: &str| {
        heard.borrow_mut().push(id.to_owned());
        match id.chars().last() {
            Some('0') => Ok(Answer { status: 503, retry_after: Some("60".into()) }),
            Some('1') => Ok(Answer { status: 500, retry_after: None }),
            _ => Err(PostError::Redirected),
        }
    });
    run(deliver(&tab, Occasion::Due)).expect("delivered");
    let asked = |occasion| {
        heard.borrow_mut().clear();
        run(deliver(&tab, occasion)).expect("delivered");
        heard.borrow().clone()
    };
    assert_eq!(asked(Occasion::Connected), Vec::<String>::new(), "pauses grow as they did");
    assert_eq!(asked(Occasion::Asked), ["urn:uuid:0001", "urn:uuid:0002"]);
    clock.set(60_000);
    assert_eq!(asked(Occasion::Asked).len(), 3, "the pause that was asked for is over");
}

#[test]
fn a_refused_report_stays_and_is_not_sent_again() {
    let storage = Rc::new(Memory::new(100_000));
    let clock = Rc::new(Cell::new(0));
    let tries = Cell::new(0);
    fill(&storage, "https://desk.example/", 1);
    let tab = Tab::new("a", &storage, &clock, async |_: &str, _: &str| {
        tries.set(tries.get() + 1);
        Ok(Answer { status: 410, retry_after: None })
    });
    for _ in 0..3 {
        assert_eq!(run(deliver(&tab, Occasion::Connected)), Ok(None));
    }
    assert_eq!(tries.get(), 1);
    let entries = queue::load(&*storage).expect("loaded").entries;
    assert_eq!(entries.first().map(|entry| entry.state.clone()), Some(State::Refused { status: 410 }));
}

#[test]
fn a_full_storage_does_not_send_one_report_over_and_over() {
    let entry = Entry::new("x".into(), "https://desk.example/".into(), "x".into(), 0);
    let size = queue::PREFIX.len() + 1 + entry.to_text().len();
    // Room for the report and a lease, but not for the longer numbers of a report that was tried.
    let room = size + lease::KEY.len() + "90000 a".len();
    let storage = Rc::new(Memory::new(room));
    queue::put(&*storage, &entry).expect("there is room");
    let clock = Rc::new(Cell::new(0));
    let tries = Cell::new(0);
    let tab = Tab::new("a", &storage, &clock, async |_: &str, _: &str| {
        tries.set(tries.get() + 1);
        Err(PostError::TimedOut)
    });
    let next = run(deliver(&tab, Occasion::Due)).expect("delivered");
    assert_eq!((tries.get(), next), (1, Some(queue::LONGEST_PAUSE)));
    assert_eq!(queue::get(&*storage, "x"), Ok(Some(entry)));
}
