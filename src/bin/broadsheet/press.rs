//! `broadsheet press`: a content folder into a static site.

use std::{path::PathBuf, process::ExitCode, thread, time::Duration};

use broadsheet::press::{self, Order, Outcome, PressError};
use clap::Args;

use crate::{
    FAILED, LEFT_OUT,
    pressing::{Pressing, again, current_time, summary, tell_findings},
    progress::Line,
    say,
    watch::Watch,
};

/// How long to wait for the end of another pressing before trying again.
const PAUSE: Duration = Duration::from_millis(500);

/// Press a content folder into a static site that any web server serves
#[derive(Args)]
#[command(after_help = "Exit status:\n  \
    0  the whole content is pressed; there may be warnings\n  \
    1  the site is pressed, but something in the content was broken and is left out; an article that stands on the\n     \
    site already stays there as it was\n  \
    2  nothing is pressed, or not to the end; with --strict, also where something would be left out")]
pub struct Arguments {
    #[command(flatten)]
    pressing: Pressing,
    /// The folder to write the site to: a new or empty one, one pressed before, or the app's own
    #[arg(long, value_name = "FOLDER")]
    out: PathBuf,
    /// Publish nothing where a file of the content would be left out: the site that is there stays as it is
    #[arg(long)]
    strict: bool,
    /// Write no compressed copies (.br, .gz) beside text files: quicker, for development
    #[arg(long)]
    no_compress: bool,
    /// Press again whenever the content changes, an embargo ends, an article expires or news grow old, until Ctrl+C
    #[arg(long)]
    watch: bool,
}

/// Presses, says what came of it, and chooses the exit status.
pub fn run(arguments: &Arguments) -> ExitCode {
    let mut watch = arguments.watch.then(|| Watch::of(&arguments.pressing.content));
    let mut is_waiting = false;
    loop {
        let order = arguments.pressing.order(&arguments.out, !arguments.no_compress);
        let order = Order { strict: arguments.strict, ..order };
        let line = Line::new(order.compress);
        let pressed = press::press(&order, &line);
        line.end();
        let (status, can_go_on, next) = match pressed {
            Ok(outcome) => (tell(&order, &outcome), true, arguments.pressing.due(&outcome)),
            Err(error @ PressError::UnderWay(_)) if watch.is_some() => {
                if !is_waiting {
                    say::trouble(format_args!("broadsheet: {error}"));
                }
                is_waiting = true;
                thread::sleep(PAUSE);
                continue;
            }
            Err(error) => {
                tell_error(&order, &error);
                (ExitCode::from(FAILED), mends_itself(&error), again(&error, current_time()))
            }
        };
        is_waiting = false;
        match &mut watch {
            Some(watch) if can_go_on => watch.wait(next),
            _ => return status,
        }
    }
}

/// Says why nothing was pressed, and what that means for the site that is there.
fn tell_error(order: &Order, error: &PressError) {
    if let PressError::Incomplete(findings) = error {
        tell_findings(findings);
    }
    say::trouble(format_args!("broadsheet: {error}"));
    if order.out.exists() && is_of_writing(error) {
        let words = match error.leaves_site_whole() {
            true => "stays as it was",
            false => "is partly the new one; press again as soon as that is mended",
        };
        say::trouble(format_args!("broadsheet: the site in {} {words}", order.out.display()));
    }
}

/// Whether a pressing failed while it wrote: whoever reads so wonders what is left of the site.
fn is_of_writing(error: &PressError) -> bool {
    matches!(
        error,
        PressError::File { .. }
            | PressError::Changed(_)
            | PressError::Incomplete(_)
            | PressError::Search(_)
            | PressError::Taken { .. }
    )
}

/// Whether a change of the content can mend what a pressing failed by. A file that cannot be read may be one that is
/// being moved.
pub fn mends_itself(error: &PressError) -> bool {
    matches!(
        error,
        PressError::NoSite(_)
            | PressError::Site(_)
            | PressError::File { .. }
            | PressError::Changed(_)
            | PressError::Incomplete(_)
            | PressError::Taken { .. }
    )
}

/// Says what a pressing did, and chooses the exit status.
fn tell(order: &Order, outcome: &Outcome) -> ExitCode {
    tell_findings(&outcome.findings);
    if outcome.development_build {
        say::trouble(format_args!(
            "broadsheet: warning: the app{} is a development build: large, and without settings for hosts; \
             run `make dist` and press again",
            order.app.as_ref().map(|app| format!(" in {}", app.display())).unwrap_or_default()
        ));
    }
    if let Some(cause) = &outcome.file_by_file {
        say::trouble(format_args!(
            "broadsheet: warning: {} could not change places with the new site as a whole ({cause}); its files were \
             replaced one by one, each at once",
            order.out.display()
        ));
    }
    say::line(format_args!(
        "Pressed {} into {}: {}",
        order.content.display(),
        order.out.display(),
        summary(outcome)
    ));
    ExitCode::from(if outcome.left_out() > 0 { LEFT_OUT } else { 0 })
}
