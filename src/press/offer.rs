//! Files that a newsroom may bring itself, and that the press makes where it does not.

use super::{PressError, output::Output};

/// Writes `file`, unless the content folder brings its own, or an article's address lies in a folder of that name.
/// Returns whether it is the press's own.
pub(super) fn offer(file: &str, text: &str, owner: &str, output: &mut Output) -> Result<bool, PressError> {
    if output.is_folder(file) || output.claim(file, owner).is_err() {
        return Ok(false);
    }
    output.write(file, text.as_bytes())?;
    Ok(true)
}
