//! Why an article is not read.

use super::{Finding, PressError};

/// Why an article is not read.
pub(super) enum Unread {
    /// Its file is left out because of this.
    LeftOut(Box<Finding>, Says),
    /// Its file is there and cannot be read. A site without the article would be another one than its newsroom means.
    Unreadable(PressError),
}

/// What a file that is left out says of its article: a version of before must not stay against its word.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Says {
    /// That readers may read it; or the file says nothing that is understood.
    Readable,
    /// That readers could read it, and may no longer.
    Gone,
    /// That readers may not know of it: it is withheld, or under embargo.
    Withheld,
}

impl Says {
    /// What an article says that readers may read now, or could before it was withdrawn, or neither.
    pub fn of(is_open: bool, was_published: bool) -> Self {
        match (is_open, was_published) {
            (true, _) => Self::Readable,
            (false, true) => Self::Gone,
            (false, false) => Self::Withheld,
        }
    }
}

impl From<Finding> for Unread {
    fn from(finding: Finding) -> Self {
        Self::LeftOut(Box::new(finding), Says::Readable)
    }
}

impl From<PressError> for Unread {
    fn from(error: PressError) -> Self {
        Self::Unreadable(error)
    }
}
