//! The native command of a newsroom: a file for each of its subcommands.

mod check;
mod manual;
mod new;
mod press;
mod pressing;
mod progress;
mod say;
mod serve;
mod watch;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Articles are many small values, which this allocator hands out and takes back faster than the system's: decision
/// record 17.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Something was left out.
const LEFT_OUT: u8 = 1;
/// Nothing was done, or not to the end. It is also the status of a command line that is not understood.
const FAILED: u8 = 2;

/// Broadsheet's command for newsrooms.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Check(check::Arguments),
    New(new::Arguments),
    Press(press::Arguments),
    Serve(serve::Arguments),
    Manual(manual::Arguments),
}

fn main() -> ExitCode {
    match Arguments::parse().command {
        Command::Check(arguments) => check::run(&arguments),
        Command::New(arguments) => new::run(&arguments),
        Command::Press(arguments) => press::run(&arguments),
        Command::Serve(arguments) => serve::run(arguments),
        Command::Manual(arguments) => manual::run(&arguments),
    }
}
