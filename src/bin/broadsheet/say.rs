//! What the command says. Whoever stops listening, as `head` does, has heard enough: the rest is not said, and the exit
//! status is that of what was done. The macros of the standard library would panic.

use std::{
    fmt::Display,
    io::{self, ErrorKind, Write, stderr, stdout},
};

/// Says a line at once, also to a pipe.
pub fn line(words: impl Display) {
    let mut to = stdout();
    let _ = writeln!(to, "{words}").and_then(|()| to.flush());
}

/// Says a line of what is wrong.
pub fn trouble(words: impl Display) {
    let _ = writeln!(stderr(), "{words}");
}

/// Writes a whole text.
///
/// # Errors
/// Why it could not be written, other than that nobody listens any more.
pub fn text(text: &str) -> io::Result<()> {
    let mut to = stdout();
    match to.write_all(text.as_bytes()).and_then(|()| to.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}
