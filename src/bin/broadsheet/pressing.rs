//! What the subcommands that press have in common: their options, and how they say what came of it.

use std::{
    path::{Path, PathBuf},
    time::SystemTime,
};

use broadsheet::{
    model::Instant,
    press::{self, Finding, Order, Outcome, PressError},
    source,
};
use clap::Args;

use crate::say;

/// Where trunk leaves the app, for a program without one inside.
const APP: &str = "dist";

/// How long to wait before another try, in seconds.
const AGAIN: i64 = 60;

/// What to press, and with what.
#[derive(Args)]
pub struct Pressing {
    /// The content folder: site.json, articles/**/*.json, and files such as media/
    pub content: PathBuf,
    /// The folder of the built app [default: the one inside this program, else dist]
    #[arg(long, value_name = "FOLDER")]
    app: Option<PathBuf>,
    /// Judge embargoes and expiries as of this time (such as 2026-11-24T08:30:00+05:00) instead of now
    #[arg(long, value_name = "TIME", value_parser = parse_time)]
    now: Option<Instant>,
    /// Where the site lies on its host (such as /news/) instead of where site.json says
    #[arg(long, value_name = "PATH", value_parser = parse_base_path)]
    base_path: Option<String>,
}

impl Pressing {
    /// The order to press into `out`, as of now where no time was named, and with what can be published of the content.
    pub fn order(&self, out: &Path, compress: bool) -> Order {
        Order {
            content: self.content.clone(),
            app: self.app.clone().or_else(|| (!press::has_app()).then(|| PathBuf::from(APP))),
            base_path: self.base_path.clone(),
            out: out.to_owned(),
            now: self.now.unwrap_or_else(current_time),
            compress,
            strict: false,
        }
    }

    /// When to press again although nothing was changed: never where the time is named.
    pub fn due(&self, outcome: &Outcome) -> Option<Instant> {
        outcome.next.filter(|_| self.now.is_none())
    }
}

/// When to try again after a pressing that failed, although nothing of the content was changed: what is due would be forgotten
/// where the disk was full at that moment. `None` where another try would come out the same.
pub fn again(error: &PressError, now: Instant) -> Option<Instant> {
    let may_mend_itself = matches!(error, PressError::File { .. } | PressError::Changed(_));
    may_mend_itself.then(|| Instant::from_unix_seconds(now.unix_seconds().saturating_add(AGAIN)))
}

/// Says what was wrong with the content.
pub fn tell_findings(findings: &[Finding]) {
    findings.iter().for_each(say::trouble);
}

/// Says what a pressing did, in a line without its end.
pub fn summary(outcome: &Outcome) -> String {
    let Outcome { articles, stubs, written, unchanged, removed, .. } = outcome;
    let (left_out, warnings) = (outcome.left_out(), outcome.warnings());
    let staying = match outcome.staying {
        0 => String::new(),
        1 => " (1 stays as it was)".to_owned(),
        staying => format!(" ({staying} stay as they were)"),
    };
    format!(
        "articles {articles}, held back {stubs}, left out {left_out}{staying}, warnings {warnings}; \
         files written {written}, unchanged {unchanged}, removed {removed}."
    )
}

/// The time by this machine's clock.
pub fn current_time() -> Instant {
    let since_epoch = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    Instant::from_unix_seconds(i64::try_from(since_epoch.as_secs()).unwrap_or(i64::MAX))
}

/// A moment of the command line.
pub fn parse_time(text: &str) -> Result<Instant, String> {
    source::dates::parse(text).ok_or_else(|| "expected a time such as 2026-11-24T08:30:00+05:00".to_owned())
}

fn parse_base_path(text: &str) -> Result<String, String> {
    let fits = text.starts_with('/') && text.ends_with('/') && !text.contains("//");
    fits.then(|| text.to_owned()).ok_or_else(|| "expected a path between slashes, such as /news/".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io;

    #[test]
    fn a_full_disk_is_tried_again_and_settings_that_cannot_be_read_wait_for_a_change() {
        let now = parse_time("2026-11-24T09:00:00Z").expect("a time");
        let (action, path) = ("write", PathBuf::from("out/index.html"));
        let full = PressError::File { action, path, error: io::ErrorKind::StorageFull.into() };
        assert_eq!(again(&full, now), parse_time("2026-11-24T09:01:00Z").ok());
        assert_eq!(again(&PressError::NoSite(PathBuf::from("content")), now), None);
    }
}
