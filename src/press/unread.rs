//! Why an article is not read.

use super::{Finding, PressError};

/// Why an article is not read.
pub(super) enum Unread {
    /// Its file is left out because of this.
    LeftOut(Box<Finding>),
    /// Its file is there and cannot be read. A site without the article would be another one than its newsroom means.
    Unreadable(PressError),
}

impl From<Finding> for Unread {
    fn from(finding: Finding) -> Self {
        Self::LeftOut(Box::new(finding))
    }
}

impl From<PressError> for Unread {
    fn from(error: PressError) -> Self {
        Self::Unreadable(error)
    }
}
