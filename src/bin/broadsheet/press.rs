//! `broadsheet press`: a content folder into a static site.

use std::{path::PathBuf, process::ExitCode, time::SystemTime};

use broadsheet::{
    model::Instant,
    press::{self, Order, Outcome},
    source,
};
use clap::Args;

use crate::{FAILED, LEFT_OUT};

/// Press a content folder into a static site that any web server serves
#[derive(Args)]
#[command(after_help = "Exit status:\n  \
    0  the whole content is pressed; there may be warnings\n  \
    1  the site is pressed, but something in the content was broken and is left out\n  \
    2  nothing is pressed, or not to the end")]
pub struct Arguments {
    /// The content folder: site.json, articles/**/*.json, and files such as media/
    content: PathBuf,
    /// The folder of the built app
    #[arg(long, value_name = "FOLDER", default_value = "dist")]
    app: PathBuf,
    /// The folder to write the site to: a new or empty one, one pressed before, or the app's own
    #[arg(long, value_name = "FOLDER")]
    out: PathBuf,
    /// Judge embargoes and expiries as of this time (such as 2026-11-24T08:30:00+05:00) instead of now
    #[arg(long, value_name = "TIME", value_parser = parse_time)]
    now: Option<Instant>,
    /// Write no compressed copies (.br, .gz) beside text files: quicker, for development
    #[arg(long)]
    no_compress: bool,
}

/// Presses, says what came of it, and chooses the exit status.
pub fn run(arguments: Arguments) -> ExitCode {
    let Arguments { content, app, out, now, no_compress } = arguments;
    let now = now.unwrap_or_else(current_time);
    let order = Order { content, app, out, now, compress: !no_compress };
    match press::press(&order) {
        Ok(outcome) => tell(&order, &outcome),
        Err(error) => {
            eprintln!("broadsheet: {error}");
            ExitCode::from(FAILED)
        }
    }
}

/// Says what a pressing did, and chooses the exit status.
fn tell(order: &Order, outcome: &Outcome) -> ExitCode {
    for finding in &outcome.findings {
        eprintln!("{finding}");
    }
    if outcome.development_build {
        eprintln!(
            "broadsheet: warning: the app in {} is a development build: large, and without settings for hosts; \
             run `make dist` and press again",
            order.app.display()
        );
    }
    let Outcome { articles, stubs, written, unchanged, removed, .. } = outcome;
    let (left_out, warnings) = (outcome.left_out(), outcome.warnings());
    println!(
        "Pressed {} into {}: articles {articles}, held back {stubs}, left out {left_out}, warnings {warnings}; \
         files written {written}, unchanged {unchanged}, removed {removed}.",
        order.content.display(),
        order.out.display(),
    );
    ExitCode::from(if left_out > 0 { LEFT_OUT } else { 0 })
}

fn parse_time(text: &str) -> Result<Instant, String> {
    source::dates::parse(text).ok_or_else(|| "expected a time such as 2026-11-24T08:30:00+05:00".to_owned())
}

fn current_time() -> Instant {
    let since_epoch = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    Instant::from_unix_seconds(i64::try_from(since_epoch.as_secs()).unwrap_or(i64::MAX))
}
