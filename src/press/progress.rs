//! How far a pressing has come, for whoever waits for it.

use std::sync::atomic::{AtomicUsize, Ordering};

/// What is being done.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Step {
    /// Articles are read.
    Reading,
    /// Files of the content are copied.
    Copying,
    /// Lists and feeds are written.
    Listing,
    /// The index of the search is made.
    Indexing,
    /// Pages are drawn.
    Drawing,
    /// Compressed copies are made.
    Compressing,
    /// The site takes the place of the one that is served.
    Publishing,
}

/// Whoever is told how far a pressing has come. Several threads tell.
pub trait Progress: Sync {
    /// `done` parts of `all` are done of a step.
    fn step(&self, step: Step, done: usize, all: usize);
}

/// Counts the parts of a step.
pub(super) struct Count<'p> {
    step: Step,
    all: usize,
    done: AtomicUsize,
    progress: &'p dyn Progress,
}

impl<'p> Count<'p> {
    /// A step of `all` parts.
    pub fn of(step: Step, all: usize, progress: &'p dyn Progress) -> Self {
        progress.step(step, 0, all);
        Self { step, all, done: AtomicUsize::new(0), progress }
    }

    /// One more is done.
    pub fn one(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        self.progress.step(self.step, done, self.all);
    }
}

/// Nobody.
pub struct Quiet;

impl Progress for Quiet {
    fn step(&self, _: Step, _: usize, _: usize) {}
}
