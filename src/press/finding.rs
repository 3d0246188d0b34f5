//! What is wrong with one file of the content.

use std::{
    fmt,
    path::{Path, PathBuf},
};

use super::locate::{Position, locate};
use crate::source::{Problem, SourceError, SourceErrorKind};

/// Something wrong with a file of the content, and what it cost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What it cost.
    pub severity: Severity,
    /// The file.
    pub file: PathBuf,
    /// Where in the file, when it has places.
    pub position: Option<Position>,
    /// What was expected, and what is there.
    pub message: String,
}

/// What a fault cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// The file is not part of the site.
    LeftOut,
    /// The file is part of the site, without what could not be used of it.
    Warning,
}

impl Finding {
    /// A file that is left out as a whole.
    pub(super) fn left_out(file: &Path, message: impl Into<String>) -> Self {
        let message = message.into();
        Self { severity: Severity::LeftOut, file: file.to_owned(), position: None, message }
    }

    /// The same fault, at the place `pointer` (RFC 6901) of the file's text.
    pub(super) fn at(mut self, text: &str, pointer: &str) -> Self {
        self.position = Some(locate(text, pointer));
        // The document itself has no name.
        if !pointer.is_empty() {
            self.message = format!("{} ({pointer})", self.message);
        }
        self
    }

    /// The same fault, as one that cost nothing.
    pub(super) fn into_warning(mut self) -> Self {
        self.severity = Severity::Warning;
        self
    }

    /// What a reader could not use in the file's text.
    pub(super) fn of_problem(file: &Path, text: &str, problem: &Problem) -> Self {
        let message = format!("expected {}, found {}", problem.expected, problem.found);
        Self::left_out(file, message).into_warning().at(text, &problem.pointer)
    }

    /// Why a reader refused the file.
    pub(super) fn of_error(file: &Path, error: &SourceError) -> Self {
        match &error.kind {
            SourceErrorKind::Syntax { line, column, message } => Self {
                // At a line's end, and in an empty file, the parser has not read a first column yet.
                position: Some(Position { line: *line, column: (*column).max(1) }),
                ..Self::left_out(file, format!("expected valid JSON: {message}"))
            },
            SourceErrorKind::Format { expected, found } => Self {
                position: Some(Position { line: 1, column: 1 }),
                ..Self::left_out(file, format!("expected {expected}, found {found}"))
            },
        }
    }

    /// What findings are ordered by: the file, and the place in it.
    pub(super) fn order(&self) -> (&Path, Option<Position>) {
        (&self.file, self.position)
    }

    /// The file and the place in it, with a final colon, as editors and terminals read it.
    pub(super) fn place(&self) -> String {
        let file = self.file.display();
        match self.position {
            Some(Position { line, column }) => format!("{file}:{line}:{column}:"),
            None => format!("{file}:"),
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let severity = match self.severity {
            Severity::LeftOut => "left out",
            Severity::Warning => "warning",
        };
        write!(formatter, "{} {severity}: {}", self.place(), self.message)
    }
}
