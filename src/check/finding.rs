//! What is wrong with one file of the content.

use std::{
    collections::BTreeSet,
    fmt,
    ops::Range,
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

use serde::{Deserialize, Deserializer, Serialize};

use super::{
    locate::{Position, locate, locate_part, locate_words, of_bytes},
    syntax,
};
use crate::source::{Problem, SourceError, SourceErrorKind};

/// Something wrong with a file of the content, and what it costs.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Finding {
    /// What it costs.
    pub severity: Severity,
    /// The rule that was broken, by a name that stays: `alt-missing`.
    #[serde(deserialize_with = "known_code")]
    pub code: Code,
    /// The file.
    pub file: PathBuf,
    /// Where in the file, when it has places.
    pub position: Option<Position>,
    /// How many characters from there it is about; 0 for the value that starts there.
    pub width: u32,
    /// What was expected, and what is there.
    pub message: String,
    /// How to mend it. Empty where the message says so itself.
    pub help: Box<str>,
}

/// The name of a rule.
pub type Code = &'static str;

/// What a fault costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
pub enum Severity {
    /// The file is not part of the site.
    LeftOut,
    /// The file is part of the site, without what could not be used of it.
    Warning,
    /// Nothing: it is advice, which `broadsheet check` alone gives.
    Note,
}

impl Severity {
    /// What `broadsheet check` calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::LeftOut => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

impl Finding {
    /// A file that is left out as a whole.
    pub(crate) fn left_out(file: &Path, message: impl Into<String>) -> Self {
        Self {
            severity: Severity::LeftOut,
            code: "unfit",
            file: file.to_owned(),
            position: None,
            width: 0,
            message: message.into(),
            help: Box::default(),
        }
    }

    /// A fault that costs a part of the file, or a meaning, by the rule `code`.
    pub(crate) fn warning(file: &Path, code: &'static str, message: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::left_out(file, message).coded(code) }
    }

    /// Advice, by the rule `code`.
    pub(crate) fn note(file: &Path, code: &'static str, message: impl Into<String>) -> Self {
        Self { severity: Severity::Note, ..Self::left_out(file, message).coded(code) }
    }

    /// The same fault, by the rule `code`.
    pub(crate) fn coded(self, code: &'static str) -> Self {
        Self { code, ..self }
    }

    /// The same fault, as one that costs a part of the file.
    pub(crate) fn into_warning(self) -> Self {
        Self { severity: Severity::Warning, ..self }
    }

    /// The same fault, at the place `pointer` (RFC 6901) of the file's text.
    pub(crate) fn at(mut self, text: &str, pointer: &str) -> Self {
        self.position = Some(locate(text, pointer));
        // The document itself has no name.
        if !pointer.is_empty() {
            self.message = format!("{} ({pointer})", self.message);
        }
        self
    }

    /// The same fault, at the first of `words` within the text at `pointer`, or where that text starts.
    pub(crate) fn at_words(self, text: &str, pointer: &str, words: &str) -> Self {
        let mut finding = self.at(text, pointer);
        if let Some((position, width)) = locate_words(text, pointer, words) {
            finding.position = Some(position);
            finding.width = u32::try_from(width).unwrap_or(u32::MAX);
        }
        finding
    }

    /// The same fault, at a part of the text at `pointer`, given in its bytes, or where that text starts.
    pub(crate) fn at_part(self, text: &str, pointer: &str, part: Range<usize>) -> Self {
        let mut finding = self.at(text, pointer);
        if let Some((position, width)) = locate_part(text, pointer, part) {
            finding.position = Some(position);
            finding.width = u32::try_from(width).unwrap_or(u32::MAX);
        }
        finding
    }

    /// The same fault, with what mends it.
    pub(crate) fn helped(mut self, help: impl Into<Box<str>>) -> Self {
        self.help = help.into();
        self
    }

    /// What a reader could not use in the file's text, and what comes of it: a colon and the consequence, or nothing.
    pub(crate) fn of_problem(file: &Path, text: &str, problem: &Problem, consequence: &str) -> Self {
        let message = format!("expected {}, found {}{consequence}", problem.expected, problem.found);
        Self::warning(file, "value-unfit", message)
            .at(text, &problem.pointer)
            .helped("write what is expected there, or remove it: what is there now is not read")
    }

    /// Why a reader refused the file with this text.
    pub(crate) fn of_error(file: &Path, text: &str, error: &SourceError) -> Self {
        match &error.kind {
            SourceErrorKind::Syntax { line, column, message } => Self {
                position: Some(of_bytes(text, *line, *column)),
                ..Self::left_out(file, format!("expected valid JSON: {message}"))
                    .coded("json-invalid")
                    .helped(syntax::help(message))
            },
            SourceErrorKind::Format { expected, found } => Self {
                position: Some(Position { line: 1, column: 1 }),
                width: 1,
                ..Self::left_out(file, format!("expected {expected}, found {found}"))
                    .coded("format-unknown")
                    .helped("give it `uri`, `headlines` and `bodies`, or move the file out of articles/")
            },
        }
    }

    /// What findings are ordered by: the file, and the place in it.
    pub(crate) fn order(&self) -> (&Path, Option<Position>) {
        (&self.file, self.position)
    }

    /// The file and the place in it, with a final colon, as editors and terminals read it.
    pub(crate) fn place(&self) -> String {
        let file = self.file.display();
        match self.position {
            Some(Position { line, column }) => format!("{file}:{line}:{column}:"),
            None => format!("{file}:"),
        }
    }
}

/// A text of the newsroom's in one line, without what a terminal or the log of a workflow would obey.
pub(crate) fn plain(text: &str) -> String {
    text.chars().map(|character| if character.is_control() { ' ' } else { character }).collect()
}

/// The code of a finding that was kept. There are a few dozen, and each is kept once for as long as the program runs.
fn known_code<'de, D: Deserializer<'de>>(deserializer: D) -> Result<&'static str, D::Error> {
    static KNOWN: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());
    let code = String::deserialize(deserializer)?;
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(code) = known.get(code.as_str()) {
        return Ok(code);
    }
    let code: &'static str = Box::leak(code.into_boxed_str());
    known.insert(code);
    Ok(code)
}

impl fmt::Display for Finding {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let severity = match self.severity {
            Severity::LeftOut => "left out",
            Severity::Warning => "warning",
            Severity::Note => "note",
        };
        write!(formatter, "{} {severity}: {}", plain(&self.place()), plain(&self.message))
    }
}
