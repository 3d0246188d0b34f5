//! Why an article is not read.

use std::path::Path;

use super::{Finding, PressError, output::Output};
use crate::model::SitePath;

/// Why an article is not read.
pub(super) enum Unread {
    /// It is left out because of this; where it was at the pressing before.
    LeftOut(Box<Finding>, Option<SitePath>),
    /// Its file is there and cannot be read. A site without the article would be another one than its newsroom means.
    Unreadable(PressError),
}

impl Unread {
    /// The same of an article that was at `path`.
    pub fn of(self, path: Option<SitePath>) -> Self {
        match self {
            Self::LeftOut(finding, _) => Self::LeftOut(finding, path),
            unreadable => unreadable,
        }
    }

    /// Takes note that the article in `file` is left out, and says why.
    ///
    /// # Errors
    /// Where nothing can be pressed without it.
    pub fn leave_out(self, file: &Path, output: &mut Output) -> Result<Finding, PressError> {
        match self {
            Self::LeftOut(finding, was) => {
                output.leave_out(file, was);
                Ok(*finding)
            }
            Self::Unreadable(error) => Err(error),
        }
    }
}

impl From<Finding> for Unread {
    fn from(finding: Finding) -> Self {
        Self::LeftOut(Box::new(finding), None)
    }
}

impl From<PressError> for Unread {
    fn from(error: PressError) -> Self {
        Self::Unreadable(error)
    }
}
