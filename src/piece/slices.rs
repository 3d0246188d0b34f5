//! Taking over in slices, with pauses in which the browser sees to the reader.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use leptos::prelude::Owner;

use crate::platform::timer;

/// The work of taking over: the slice at hand, and the parts that are put off.
///
/// Parts are done in the order of the page: what a part puts off itself comes before what was put off earlier, so that
/// a part is whole before the next one begins.
#[derive(Default)]
pub(super) struct Slices {
    /// When the slice at hand began, in Unix milliseconds.
    begun: Cell<i64>,
    parts: RefCell<VecDeque<Box<dyn FnOnce()>>>,
    /// How many parts were put off by the part at hand; they are the first.
    put_off: Cell<usize>,
}

/// What a part that was put off gives, once it is done.
pub(super) type Later<T> = Rc<RefCell<Option<T>>>;

impl Slices {
    /// A task longer than 50 ms holds the reader up; what is begun is finished, so the bound is well below.
    const LENGTH: i64 = 8;

    /// Begins a slice.
    pub fn begin(&self) {
        self.begun.set(timer::now_milliseconds());
    }

    /// Whether the slice at hand has lasted long enough.
    pub fn is_over(&self) -> bool {
        timer::now_milliseconds() - self.begun.get() >= Self::LENGTH
    }

    /// How many parts the part at hand has put off.
    pub fn count(&self) -> usize {
        self.put_off.get()
    }

    /// Puts `work` off, under the owner of now. It is left out if nobody waits for its result any more.
    pub fn put_off<T: 'static>(&self, work: impl FnOnce() -> T + 'static) -> Later<T> {
        let result = Later::default();
        let waiting = Rc::downgrade(&result);
        let owner = Owner::current();
        let part = move || {
            let Some((result, owner)) = waiting.upgrade().zip(owner) else { return };
            let done = owner.with(work);
            *result.borrow_mut() = Some(done);
        };
        self.parts.borrow_mut().insert(self.put_off.get(), Box::new(part));
        self.put_off.set(self.put_off.get() + 1);
        result
    }

    /// Does all that was put off.
    pub async fn finish(&self) {
        loop {
            self.put_off.set(0);
            let Some(part) = self.parts.borrow_mut().pop_front() else { return };
            if self.is_over() {
                timer::sleep(0).await;
                self.begin();
            }
            part();
        }
    }
}
