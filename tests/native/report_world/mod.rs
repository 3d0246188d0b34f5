//! A world for the courier, with a clock of its own that jumps to the next thing to do, so no test waits.

use broadsheet::platform::post::{Answer, PostError};
use broadsheet::platform::storage::{Memory, Storage};
use broadsheet::report::courier::{Occasion, Turn, World, deliver};
use broadsheet::report::lease;
use broadsheet::report::queue::{self, Entry};
use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

/// How many reports a story has.
pub const REPORTS: usize = 200;

/// What the desk has taken: how often it heard of each report.
pub type Taken = BTreeMap<String, usize>;

/// Runs a future whose steps are all made by this thread.
pub fn run<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    loop {
        if let Poll::Ready(value) = future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            return value;
        }
    }
}

/// A tab: shared storage and clock, and some way to the desk.
pub struct Tab<P> {
    name: &'static str,
    storage: Rc<Memory>,
    clock: Rc<Cell<i64>>,
    dice: Cell<u64>,
    post: P,
}

impl<P> Tab<P> {
    /// A tab called `name`.
    pub fn new(name: &'static str, storage: &Rc<Memory>, clock: &Rc<Cell<i64>>, post: P) -> Self {
        Self { name, storage: storage.clone(), clock: clock.clone(), dice: Cell::new(7), post }
    }
}

impl<P: AsyncFn(&str, &str) -> Result<Answer, PostError>> World for Tab<P> {
    fn storage(&self) -> &dyn Storage {
        &*self.storage
    }

    fn now(&self) -> i64 {
        self.clock.get()
    }

    fn random(&self) -> f64 {
        self.dice.set(self.dice.get().wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1));
        (self.dice.get() >> 40) as f64 / (1u64 << 24) as f64
    }

    async fn post(&self, endpoint: &str, body: &str) -> Result<Answer, PostError> {
        (self.post)(endpoint, body).await
    }

    async fn take_turn(&self) -> Turn {
        match lease::claim(&*self.storage, self.name, self.now()) {
            Ok(Some(until)) => Turn::Other(until),
            Ok(None) => Turn::Mine,
            Err(error) => panic!("the test's storage has room for a lease: {error}"),
        }
    }

    fn give_turn_back(&self) {
        lease::release(&*self.storage, self.name, self.now()).expect("the test's storage works");
    }

    fn changed(&self) {}
}

/// Stores reports, and says their identifiers.
pub fn fill(storage: &Memory, endpoint: &str, count: usize) -> BTreeSet<String> {
    let ids = (0..count).map(|number| format!("urn:uuid:{number:04}"));
    ids.inspect(|id| {
        let entry = Entry::new(id.clone(), endpoint.to_owned(), id.clone(), 0);
        queue::put(storage, &entry).expect("there is room");
    })
    .collect()
}

/// Delivers until nothing waits, jumping over every pause. `false` when that never comes.
pub fn deliver_all<W: World>(world: &W, clock: &Cell<i64>) -> bool {
    for _ in 0..100_000 {
        match run(deliver(world, Occasion::Due)).expect("the test's storage works") {
            None => return true,
            Some(time) => clock.set(clock.get().max(time)),
        }
    }
    false
}
