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

/// The line.
pub struct Line {
    is_seen: bool,
    state: Mutex<State>,
}

struct State {
    started: Instant,
    /// The step, and since when.
    step: Option<(Step, Instant)>,
    written: Option<Instant>,
}

impl Line {
    /// A line on the terminal behind the error stream, if it is one.
    pub fn new() -> Self {
        let state = State { started: Instant::now(), step: None, written: None };
        Self { is_seen: io::stderr().is_terminal(), state: Mutex::new(state) }
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
        let since = match state.step {
            Some((known, since)) if known == step => since,
            _ => {
                state.step = Some((step, now));
                now
            }
        };
        let is_soon = state.written.is_some_and(|written| now - written < PAUSE);
        if !is_soon && now - state.started > PATIENCE {
            state.written = Some(now);
            say(&line(step, done, all, now - since));
        }
    }
}

/// Writes in place of the line that is there.
fn say(line: &str) {
    let mut terminal = io::stderr();
    // A terminal that went away needs no line.
    let _ = write!(terminal, "\r\x1b[2K{line}").and_then(|()| terminal.flush());
}

/// What is done of a step that takes `elapsed` so far.
fn line(step: Step, done: usize, all: usize, elapsed: Duration) -> String {
    let what = match step {
        Step::Copying => "copying files",
        Step::Reading => "reading articles",
        Step::Listing => "writing lists and feeds",
        Step::Indexing => "indexing for the search",
        Step::Drawing => "drawing pages",
        Step::Compressing => "compressing",
        Step::Publishing => "publishing",
    };
    if all <= 1 {
        return what.to_owned();
    }
    let filled = WIDTH * done.min(all) / all;
    let bar = "#".repeat(filled) + &".".repeat(WIDTH - filled);
    let rest = match u32::try_from(done) {
        Ok(count) if count > 0 && elapsed >= ENOUGH => {
            let rest = elapsed.as_secs_f64() / f64::from(count) * (all.saturating_sub(done)) as f64;
            format!(", about {} to go", time(rest))
        }
        _ => String::new(),
    };
    format!("[{bar}] {what}: {done} of {all}{rest}")
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
    fn the_line_says_what_is_done_and_how_long_it_will_take() {
        assert_eq!(
            line(Step::Drawing, 250, 1000, Duration::from_secs(10)),
            "[######..................] drawing pages: 250 of 1000, about 30 s to go"
        );
        assert_eq!(
            line(Step::Compressing, 10, 1000, Duration::from_secs(10)),
            "[........................] compressing: 10 of 1000, about 17 min to go"
        );
        assert_eq!(
            line(Step::Reading, 1, 8, Duration::ZERO),
            "[###.....................] reading articles: 1 of 8"
        );
        assert_eq!(line(Step::Publishing, 0, 1, Duration::from_secs(9)), "publishing");
    }
}
