//! How far a pressing has come, in the last line of a terminal. Nothing is said where nobody looks: in pipes and logs.

use std::{
    io::{self, IsTerminal, Write},
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

use broadsheet::press::{Progress, Step};

/// How often the line is written.
const PAUSE: Duration = Duration::from_millis(100);

/// A pressing that ends sooner gets no line: it would only flicker.
const PATIENCE: Duration = Duration::from_millis(500);

/// From here on the rest is told: before, too little is known.
const ENOUGH: Duration = Duration::from_secs(1);

/// How many characters the bar has.
const WIDTH: usize = 24;

/// The steps in their order, what each is called, and how much of a pressing it mostly is, in parts of a hundred.
const STEPS: [(Step, &str, f64); 7] = [
    (Step::Reading, "reading articles", 7.0),
    (Step::Copying, "copying files", 2.0),
    (Step::Listing, "writing lists and feeds", 6.0),
    (Step::Indexing, "indexing for the search", 10.0),
    (Step::Drawing, "drawing pages", 12.0),
    (Step::Compressing, "compressing", 60.0),
    (Step::Publishing, "publishing", 3.0),
];

/// The line.
pub struct Line {
    is_seen: bool,
    /// Whether compressed copies are made, which is a large part of a pressing.
    compress: bool,
    state: Mutex<State>,
}

struct State {
    started: Instant,
    step: Option<Step>,
    written: Option<Instant>,
}

impl Line {
    /// A line on the terminal behind the error stream, if it is one.
    pub fn new(compress: bool) -> Self {
        let state = State { started: Instant::now(), step: None, written: None };
        Self { is_seen: io::stderr().is_terminal(), compress, state: Mutex::new(state) }
    }

    /// Takes the line away.
    pub fn end(self) {
        let state = self.state.into_inner().unwrap_or_else(PoisonError::into_inner);
        if state.written.is_some() {
            say("");
        }
    }
}

impl Progress for Line {
    fn step(&self, step: Step, done: usize, all: usize) {
        if !self.is_seen {
            return;
        }
        let now = Instant::now();
        // Whoever finds the line being written has nothing to add.
        let Ok(mut state) = self.state.try_lock() else { return };
        let is_new = state.step.replace(step) != Some(step);
        let is_soon = state.written.is_some_and(|written| now - written < PAUSE);
        // What comes next may take long and tell nothing in between.
        if (is_new || !is_soon) && now - state.started > PATIENCE {
            state.written = Some(now);
            say(&line(step, done, all, now - state.started, self.compress));
        }
    }
}

/// Writes in place of the line that is there.
fn say(line: &str) {
    let mut terminal = io::stderr();
    // A terminal that went away needs no line.
    let _ = write!(terminal, "\r\x1b[2K{line}").and_then(|()| terminal.flush());
}

/// What is being done, how much of the whole is done after `elapsed`, and how long the rest will take.
fn line(step: Step, done: usize, all: usize, elapsed: Duration, compress: bool) -> String {
    let size_of = |known: Step, size: f64| if known == Step::Compressing && !compress { 0.0 } else { size };
    let (mut before, mut whole, mut own, mut what) = (0.0, 0.0, 0.0, "");
    for (known, name, size) in STEPS {
        let size = size_of(known, size);
        if known == step {
            (before, own, what) = (whole, size, name);
        }
        whole += size;
    }
    let of_step = done.min(all) as f64 / all.max(1) as f64;
    let part = (before + own * of_step) / whole;
    let filled = (part * WIDTH as f64) as usize;
    let bar = "#".repeat(filled) + &".".repeat(WIDTH.saturating_sub(filled));
    let count = if all > 1 { format!(": {done} of {all}") } else { String::new() };
    let rest = if part > 0.0 && elapsed >= ENOUGH {
        format!(", about {} to go", time(elapsed.as_secs_f64() * (1.0 - part) / part))
    } else {
        String::new()
    };
    format!("[{bar}] {what}{count}{rest}")
}

fn time(seconds: f64) -> String {
    if seconds < 90.0 {
        format!("{:.0} s", seconds.ceil())
    } else {
        format!("{:.0} min", (seconds / 60.0).ceil())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_says_what_is_done_and_how_long_the_whole_will_take() {
        // 25 and a quarter of 12 parts of a hundred are done.
        assert_eq!(
            line(Step::Drawing, 250, 1000, Duration::from_secs(34), true),
            "[######..................] drawing pages: 250 of 1000, about 88 s to go"
        );
        assert_eq!(
            line(Step::Reading, 4, 8, Duration::ZERO, true),
            "[........................] reading articles: 4 of 8"
        );
        // Steps that tell nothing in between have their place too.
        assert_eq!(
            line(Step::Listing, 0, 1, Duration::from_secs(8), true),
            "[##......................] writing lists and feeds, about 81 s to go"
        );
        assert_eq!(
            line(Step::Publishing, 0, 1, Duration::from_secs(690), false),
            "[######################..] publishing, about 56 s to go"
        );
    }

    #[test]
    fn the_steps_are_a_whole_and_the_bar_never_goes_back() {
        assert!((STEPS.iter().map(|(_, _, size)| size).sum::<f64>() - 100.0).abs() < 0.001);
        for compress in [true, false] {
            let steps = STEPS.iter().flat_map(|(step, ..)| [(*step, 0), (*step, 5)]);
            let filled = |(step, done)| line(step, done, 5, Duration::ZERO, compress).matches('#').count();
            let bars: Vec<usize> = steps.map(filled).collect();
            assert!(bars.is_sorted() && bars.last() == Some(&WIDTH), "{bars:?}");
        }
    }
}
