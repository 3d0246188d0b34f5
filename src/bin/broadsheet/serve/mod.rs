//! `broadsheet serve`: the newsroom's site on this machine, pressed again at every change.

mod answer;
mod kinds;
mod site;

use std::{
    io,
    net::{Ipv4Addr, TcpListener},
    process::ExitCode,
    sync::{Arc, mpsc},
    thread,
};

use broadsheet::{
    model::Instant,
    press::{self, PressError},
};
use clap::Args;
use tiny_http::Server;

use crate::{
    FAILED,
    press::mends_itself,
    pressing::{Pressing, again, current_time, summary, tell_findings},
    progress::Line,
    say,
    watch::Watch,
};
use site::Shown;

/// How many requests are answered at a time. A browser asks for six things at once.
const WORKERS: usize = 6;

/// Show a content folder's site on this machine, and press it again at every change
#[derive(Args)]
#[command(
    after_help = "Pages that are open load anew when the site was pressed again. Nobody but this machine can see\n\
    the site, and nothing is left behind: publish with `broadsheet press`. Ctrl+C ends it."
)]
pub struct Arguments {
    #[command(flatten)]
    pressing: Pressing,
    /// The port to serve on; 0 for any that is free
    #[arg(long, default_value_t = 8080)]
    port: u16,
}

/// Serves until Ctrl+C.
pub fn run(arguments: Arguments) -> ExitCode {
    match serve(arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            say::trouble(format_args!("broadsheet: {sentence}"));
            ExitCode::from(FAILED)
        }
    }
}

fn serve(arguments: Arguments) -> Result<(), String> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, arguments.port))
        .map_err(|error| port_trouble(arguments.port, &error))?;
    let port = listener.local_addr().map_err(|error| error.to_string())?.port();
    // Only this user can read it, and it goes away at the end.
    let folder = tempfile::Builder::new().prefix("broadsheet-serve-").tempdir();
    let folder = folder.map_err(|error| format!("could not make a folder for the site: {error}"))?;
    let shown = Arc::new(Shown::new(folder.path().join("site")));

    let mut watch = Watch::of(&arguments.pressing.content);
    say::line(format_args!(
        "Pressing {}; a large newsroom takes some time.",
        arguments.pressing.content.display()
    ));
    let mut due = match press_once(&arguments.pressing, &shown) {
        Err(error) if !mends_itself(&error) => return Err(error.to_string()),
        pressed => next(pressed),
    };
    let server = Server::from_listener(listener, None).map_err(|error| error.to_string())?;
    let (end, ended) = mpsc::channel();
    ctrlc::set_handler(move || {
        let _ = end.send(());
    })
    .map_err(|error| error.to_string())?;
    say::line(format_args!("http://127.0.0.1:{port}{} shows the site; Ctrl+C ends it.", shown.base_path()));
    answer_requests(server, &shown);
    thread::spawn(move || {
        loop {
            watch.wait(due);
            // It says itself what went wrong, and the next change may mend it.
            due = next(press_once(&arguments.pressing, &shown));
        }
    });
    // Nothing but the handler sends, and it lives as long as the program.
    let _ = ended.recv();
    Ok(())
}

/// Presses, and says what came of it. Returns when to press again although nothing was changed.
fn press_once(pressing: &Pressing, shown: &Shown) -> Result<Option<Instant>, PressError> {
    let order = pressing.order(shown.root(), false);
    let line = Line::new(false);
    let pressed = press::press(&order, &line);
    line.end();
    match pressed {
        Ok(outcome) => {
            tell_findings(&outcome.findings);
            say::line(format_args!("Pressed {}: {}", order.content.display(), summary(&outcome)));
            shown.pressed(&outcome);
            Ok(pressing.due(&outcome))
        }
        Err(error) => {
            if mends_itself(&error) {
                say::trouble(format_args!("broadsheet: {error}"));
            }
            shown.failed(error.to_string());
            Err(error)
        }
    }
}

/// When to press again although nothing was changed.
fn next(pressed: Result<Option<Instant>, PressError>) -> Option<Instant> {
    pressed.unwrap_or_else(|error| again(&error, current_time()))
}

fn answer_requests(server: Server, shown: &Arc<Shown>) {
    let server = Arc::new(server);
    for _ in 0..WORKERS {
        let (server, shown) = (Arc::clone(&server), Arc::clone(shown));
        thread::spawn(move || {
            while let Ok(request) = server.recv() {
                let response = answer::answer(&request, &shown);
                // The browser may have gone away.
                let _ = request.respond(response);
            }
        });
    }
}

fn port_trouble(port: u16, error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::AddrInUse => format!(
            "port {port} is taken by another program: name another one with --port, or any that is free with --port 0"
        ),
        io::ErrorKind::PermissionDenied => {
            format!("port {port} is not for everybody's programs: name one above 1023 with --port")
        }
        _ => format!("could not serve on port {port}: {error}"),
    }
}
