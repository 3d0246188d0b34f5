//! `broadsheet manual`: manual pages and completions, from the definitions of the command line itself.

use std::{fs, io, path::PathBuf, process::ExitCode};

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use crate::{FAILED, say};

const SHELLS: [Shell; 4] = [Shell::Bash, Shell::Zsh, Shell::Fish, Shell::PowerShell];

/// Write the manual pages into man/ and the completions of bash, zsh, fish and PowerShell into completions/
#[derive(Args)]
pub struct Arguments {
    /// The folder to write into
    folder: PathBuf,
}

/// Writes them.
pub fn run(arguments: &Arguments) -> ExitCode {
    match write(arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say::trouble(format_args!(
                "broadsheet: could not write into {}: {error}",
                arguments.folder.display()
            ));
            ExitCode::from(FAILED)
        }
    }
}

fn write(arguments: &Arguments) -> io::Result<()> {
    let (pages, completions) = (arguments.folder.join("man"), arguments.folder.join("completions"));
    fs::create_dir_all(&pages)?;
    fs::create_dir_all(&completions)?;
    let mut command = crate::Arguments::command();
    clap_mangen::generate_to(command.clone(), &pages)?;
    for shell in SHELLS {
        clap_complete::generate_to(shell, &mut command, "broadsheet", &completions)?;
    }
    Ok(())
}
