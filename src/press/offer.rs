//! Files that a newsroom may bring itself, and that the press makes where it does not.

use super::{PressError, output::Output};

/// Writes `file`, unless the content folder brings its own, or an article's address lies in a folder of that name.
/// Returns whether it is the press's own.
pub(super) fn offer(
    file: &str,
    text: &str,
    owner: &'static str,
    output: &mut Output,
) -> Result<bool, PressError> {
    let is_own = claim(file, owner, output);
    if is_own {
        output.write(file, text.as_bytes())?;
    }
    Ok(is_own)
}

/// Reserves such a file; whether it is the press's own.
pub(super) fn claim(file: &str, owner: &'static str, output: &mut Output) -> bool {
    output.claim(file, owner).is_ok()
}
