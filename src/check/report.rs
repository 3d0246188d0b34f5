//! What a check found, written for people and for machines.

use std::{
    fmt::Write,
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

use serde_json::json;

use super::{
    Finding, Severity,
    excerpt::{excerpt, words},
    finding::plain,
};

/// The version of the JSON document: it counts up when a field changes its meaning or goes.
const JSON_VERSION: u32 = 1;

/// What a check found.
#[derive(Clone, Debug)]
pub struct Report {
    /// What was wrong, in the order of files and places.
    pub findings: Vec<Finding>,
    /// How many articles were looked at.
    pub articles: usize,
    /// Whether no article was looked at, because `site.json` does not say what the site is.
    pub is_of_settings: bool,
}

/// How a report is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For people: each finding with the words it is about. With colours or without.
    Text {
        /// Whether to colour it, as terminals do.
        coloured: bool,
    },
    /// One JSON document.
    Json,
    /// Commands of GitHub's workflows, which puts them beside the lines of a pull request.
    GitHub,
}

impl Report {
    /// The report on a folder whose `site.json` has a fault without whose mending nothing else can be judged.
    pub(super) fn of_settings(finding: Finding) -> Self {
        let message = format!("{}; until that is mended, no article is checked", finding.message);
        let finding = Finding { severity: Severity::LeftOut, message, ..finding };
        Self { findings: vec![finding], articles: 0, is_of_settings: true }
    }

    /// How many findings of a severity there are.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity == severity).count()
    }

    /// The report, of a check that took `time`.
    pub fn write(&self, format: Format, time: Duration) -> String {
        match format {
            Format::Text { coloured } => self.text(coloured, time),
            Format::Json => self.json(time),
            Format::GitHub => {
                let mut texts = Texts::default();
                let findings = self.findings.iter();
                let commands: String =
                    findings.map(|finding| command(finding, texts.of(&finding.file))).collect();
                format!("{commands}{}\n", self.summary(time))
            }
        }
    }

    /// One line: what was found, in how much.
    fn summary(&self, time: Duration) -> String {
        format!(
            "Checked articles {} in {:.2} s: errors {}, warnings {}, notes {}.",
            self.articles,
            time.as_secs_f64(),
            self.count(Severity::LeftOut),
            self.count(Severity::Warning),
            self.count(Severity::Note)
        )
    }

    fn text(&self, coloured: bool, time: Duration) -> String {
        let mut out = String::new();
        let mut texts = Texts::default();
        for finding in &self.findings {
            push_finding(finding, texts.of(&finding.file), coloured, &mut out);
        }
        out.push_str(&self.summary(time));
        out.push('\n');
        out
    }

    fn json(&self, time: Duration) -> String {
        let mut texts = Texts::default();
        let findings = self.findings.iter().map(|finding| {
            json!({
                "severity": finding.severity.name(),
                "code": finding.code,
                "file": finding.file.to_string_lossy(),
                "line": finding.position.map(|position| position.line),
                "column": finding.position.map(|position| position.column),
                "words": words(finding, texts.of(&finding.file)),
                "message": finding.message,
                "help": Some(&finding.help).filter(|help| !help.is_empty()),
            })
        });
        let document = json!({
            "version": JSON_VERSION,
            "articles": self.articles,
            "milliseconds": u64::try_from(time.as_millis()).unwrap_or(u64::MAX),
            "errors": self.count(Severity::LeftOut),
            "warnings": self.count(Severity::Warning),
            "notes": self.count(Severity::Note),
            "findings": findings.collect::<Vec<_>>(),
        });
        format!("{document:#}\n")
    }
}

/// The text of the file at hand: findings of one file follow each other, so that each is read once, and kept no longer.
#[derive(Default)]
struct Texts {
    file: PathBuf,
    text: String,
}

impl Texts {
    fn of(&mut self, file: &Path) -> &str {
        if self.file != file {
            let bytes = fs::read(file).unwrap_or_default();
            let text = String::from_utf8_lossy(&bytes);
            self.text = text.trim_start_matches('\u{feff}').to_owned();
            self.file = file.to_owned();
        }
        &self.text
    }
}

fn push_finding(finding: &Finding, text: &str, coloured: bool, out: &mut String) {
    let paint = |colour: &str, words: &str| {
        if coloured { format!("\u{1b}[{colour}m{words}\u{1b}[0m") } else { words.to_owned() }
    };
    let colour = match finding.severity {
        Severity::LeftOut => "1;31",
        Severity::Warning => "1;33",
        Severity::Note => "1;36",
    };
    let name = format!("{}[{}]", finding.severity.name(), finding.code);
    let place = finding.place();
    let place = place.trim_end_matches(':');
    let mut line = |words: String| {
        out.push_str(&words);
        out.push('\n');
    };
    line(format!("{}: {}", paint(colour, &name), plain(&finding.message)));
    let number = finding.position.map(|position| position.line.to_string()).unwrap_or_default();
    let margin = " ".repeat(number.len());
    line(format!("{margin} {} {}", paint("34", "-->"), plain(place)));
    let bar = paint("34", "|");
    if let Some((words, marks)) = excerpt(finding, text) {
        line(format!("{} {bar} {words}", paint("34", &number)));
        line(format!("{margin} {bar} {}", paint(colour, &marks)));
    }
    if !finding.help.is_empty() {
        line(format!("{margin} {} help: {}", paint("34", "="), plain(&finding.help)));
    }
    line(String::new());
}

/// A finding as a command of GitHub's: `::error file=…,line=…,col=…,title=…::…`. GitHub shows it below the line, which may be
/// a whole article: so the words themselves are in the message.
fn command(finding: &Finding, text: &str) -> String {
    let kind = match finding.severity {
        Severity::LeftOut => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let mut command = format!("::{kind} file={}", property(&finding.file.to_string_lossy()));
    if let Some(position) = finding.position {
        // Writing to a String cannot fail.
        let _ = write!(command, ",line={},col={}", position.line, position.column);
    }
    // The sign that opens an object or a list says nothing by itself.
    let words = words(finding, text).filter(|words| !matches!(words.as_str(), "{" | "["));
    let words = words.map(|words| format!("\nwords: {}", plain(&words))).unwrap_or_default();
    let help = if finding.help.is_empty() { String::new() } else { format!("\nhelp: {}", finding.help) };
    let message = data(&format!("{}{words}{help}", plain(&finding.message)));
    format!("{command},title={}::{message}\n", finding.code)
}

/// What follows a command, as GitHub wants it escaped.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A value before a command's end, where commas and colons have meanings.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
