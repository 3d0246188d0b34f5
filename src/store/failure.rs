//! Why a document is not here.

use crate::platform::fetch::FetchError;
use crate::source::{SourceError, SourceErrorKind};

/// Why a document is not here, in the terms of what a reader can do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The reader's device has no network.
    Offline,
    /// The host was not reached.
    Unreachable,
    /// The host did not answer in time.
    TimedOut,
    /// There is no such document.
    NotFound,
    /// There was one, and it was taken away for good (410).
    Gone,
    /// The host does not give it to this reader. Holds the status.
    Refused(u16),
    /// The host failed. Holds the status.
    Server(u16),
    /// The document is not JSON.
    Malformed {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
        /// What the parser says.
        detail: String,
    },
    /// The document is JSON of another kind.
    WrongFormat {
        /// What was expected, and what it is.
        detail: String,
    },
}

impl Failure {
    /// What a status other than success means; `None` for success.
    pub fn of_status(status: u16) -> Option<Self> {
        match status {
            200..=299 => None,
            404 => Some(Self::NotFound),
            410 => Some(Self::Gone),
            408 | 504 => Some(Self::TimedOut),
            401 | 402 | 403 | 451 => Some(Self::Refused(status)),
            _ => Some(Self::Server(status)),
        }
    }

    /// Whether asking again may help.
    pub fn may_pass(&self) -> bool {
        !matches!(self, Self::NotFound | Self::Gone)
    }
}

impl From<FetchError> for Failure {
    fn from(error: FetchError) -> Self {
        match error {
            // Nobody looks at what nobody waits for.
            FetchError::Left | FetchError::Unreachable => Self::Unreachable,
            FetchError::Offline => Self::Offline,
            FetchError::TimedOut => Self::TimedOut,
        }
    }
}

impl From<SourceError> for Failure {
    fn from(error: SourceError) -> Self {
        let sentence = error.to_string();
        match error.kind {
            SourceErrorKind::Syntax { line, column, message } => {
                Self::Malformed { line, column, detail: message }
            }
            SourceErrorKind::Format { .. } => Self::WrongFormat { detail: sentence },
        }
    }
}
