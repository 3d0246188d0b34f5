//! What can be wrong with a document: as a whole ([`SourceError`]), or in a place of it ([`Problem`]).

use std::fmt;

/// What was understood of a document, and what was not.
#[derive(Clone, Debug, PartialEq)]
pub struct Read<T> {
    /// What was understood.
    pub value: T,
    /// What was not, in the order of the document.
    pub problems: Vec<Problem>,
}

/// Something in a document that could not be used as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The place in the document, as a JSON Pointer (RFC 6901): `/associations/0/renditions/1/href`.
    pub pointer: String,
    /// What should be there, as the end of the sentence "expected …".
    pub expected: String,
    /// What is there, shortened to be readable.
    pub found: String,
}

/// A document that could not be read at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceError {
    /// What kind of failure it is.
    pub kind: SourceErrorKind,
}

/// Why a document could not be read at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SourceErrorKind {
    /// It is not JSON.
    Syntax {
        /// The line, from 1.
        line: usize,
        /// The column, in bytes from 1; 0 where the parser has read nothing of the line.
        column: usize,
        /// What the parser says.
        message: String,
    },
    /// It is JSON, but not of the format it should have.
    Format {
        /// What it should be: "an article in IPTC ninjs".
        expected: &'static str,
        /// What it is.
        found: String,
    },
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: expected {}, found {}", self.pointer, self.expected, self.found)
    }
}

impl fmt::Display for SourceError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            SourceErrorKind::Syntax { line, column, message } => {
                write!(formatter, "line {line}, column {column}: not valid JSON: {message}")
            }
            SourceErrorKind::Format { expected, found } => {
                write!(formatter, "expected {expected}, found {found}")
            }
        }
    }
}

impl std::error::Error for SourceError {}
