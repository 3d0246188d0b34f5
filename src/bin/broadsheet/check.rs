//! `broadsheet check`: what is wrong with a content folder, for its editors.

use std::{
    io::{IsTerminal, stdout},
    path::PathBuf,
    process::ExitCode,
    time::Instant as Clock,
};

use broadsheet::{
    check::{self, Format, Severity},
    model::Instant,
};
use clap::{Args, ValueEnum};

use crate::{
    FAILED, LEFT_OUT,
    pressing::{current_time, parse_time},
    say,
};

/// What `--help` says of the exit status.
const AFTER_HELP: &str = "Exit status:\n  \
    0  nothing is wrong, or there are notes, or warnings without --strict\n  \
    1  there are errors: `broadsheet press` would leave something out; with --strict, also warnings\n  \
    2  nothing could be checked\n\n\
    Colours are for terminals, and not where NO_COLOR is set.";

/// Find what is wrong with a content folder, and say how to mend it
#[derive(Args)]
#[command(after_help = AFTER_HELP)]
pub struct Arguments {
    /// The content folder: site.json, articles/**/*.json, and files such as media/
    content: PathBuf,
    /// For people, for programs, or for the workflows of GitHub
    #[arg(long, value_enum, default_value_t = Form::Text)]
    format: Form,
    /// Let warnings count as errors do
    #[arg(long)]
    strict: bool,
    /// Judge embargoes and dates as of this time (such as 2026-11-24T08:30:00+05:00) instead of now
    #[arg(long, value_name = "TIME", value_parser = parse_time)]
    now: Option<Instant>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Form {
    Text,
    Json,
    Github,
}

/// Checks, tells, and chooses the exit status.
pub fn run(arguments: &Arguments) -> ExitCode {
    let started = Clock::now();
    let report = match check::check(&arguments.content, arguments.now.unwrap_or_else(current_time)) {
        Ok(report) => report,
        Err(error) => {
            say::trouble(format_args!("broadsheet: {error}"));
            return ExitCode::from(FAILED);
        }
    };
    let format = match arguments.format {
        Form::Text => Format::Text { coloured: is_coloured() },
        Form::Json => Format::Json,
        Form::Github => Format::GitHub,
    };
    if let Err(error) = say::text(&report.write(format, started.elapsed())) {
        say::trouble(format_args!("broadsheet: could not write the report: {error}"));
        return ExitCode::from(FAILED);
    }
    if report.is_of_settings {
        return ExitCode::from(FAILED);
    }
    let errors = report.count(Severity::LeftOut);
    let counted = errors + if arguments.strict { report.count(Severity::Warning) } else { 0 };
    ExitCode::from(if counted > 0 { LEFT_OUT } else { 0 })
}

/// Colours are for terminals, and not for whoever does without: <https://no-color.org/>.
fn is_coloured() -> bool {
    stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}
