//! `broadsheet new`: a small newsroom to start from.

use std::{
    fs, io,
    path::{Path, PathBuf},
    process::ExitCode,
};

use broadsheet::model::Instant;
use clap::{Args, ValueEnum};

use crate::{FAILED, pressing::current_time, say};

/// How much older the second article is than the first, in seconds.
const EARLIER: i64 = 3600;

/// Write a small newsroom to start from: settings, articles, a picture, and what text editors need to help
#[derive(Args)]
pub struct Arguments {
    /// The folder to write into: a new or empty one
    folder: PathBuf,
    /// The language of the newsroom
    #[arg(long, value_enum, default_value_t = Language::En)]
    language: Language,
}

/// The languages that the newsroom is written in.
#[derive(Clone, Copy, ValueEnum)]
enum Language {
    /// English
    En,
    /// Russian
    Ru,
    /// Kazakh
    Kk,
}

/// A file of the newsroom: its place and its bytes.
type Written = (&'static str, &'static [u8]);

/// What is the same in every language.
const SHARED: [Written; 12] = [
    (".vscode/settings.json", include_bytes!("settings.json")),
    ("schema/site.json", include_bytes!("../../../../public/schema/site.json")),
    ("schema/article.json", include_bytes!("../../../../public/schema/article.json")),
    ("favicon.svg", include_bytes!("mark.svg")),
    // For home screens: some show no drawings, and iPhones look for a name of their own.
    ("icon-192.png", include_bytes!("icon-192.png")),
    ("icon-512.png", include_bytes!("icon-512.png")),
    ("icon-maskable-512.png", include_bytes!("icon-maskable-512.png")),
    ("apple-touch-icon.png", include_bytes!("apple-touch-icon.png")),
    ("media/mark.svg", include_bytes!("mark.svg")),
    ("media/page-plan-480.webp", include_bytes!("../../../../public/media/page-plan-480.webp")),
    ("media/page-plan-960.webp", include_bytes!("../../../../public/media/page-plan-960.webp")),
    ("media/page-plan-1440.webp", include_bytes!("../../../../public/media/page-plan-1440.webp")),
];

/// The words of the newsroom in one language.
macro_rules! words {
    ($language:literal) => {
        [
            ("README.md", include_str!(concat!($language, "/README.md"))),
            ("site.json", include_str!(concat!($language, "/site.json"))),
            ("articles/about.json", include_str!(concat!($language, "/articles/about.json"))),
            ("articles/a-mistake.json", include_str!(concat!($language, "/articles/a-mistake.json"))),
            ("articles/opening-day.json", include_str!(concat!($language, "/articles/opening-day.json"))),
        ]
    };
}

/// Writes the newsroom, and says what to do next.
pub fn run(arguments: &Arguments) -> ExitCode {
    let folder = &arguments.folder;
    match is_free(folder) {
        Ok(true) => {}
        Ok(false) => {
            say::trouble(format_args!(
                "broadsheet: {} is not empty: name a new or empty folder",
                folder.display()
            ));
            return ExitCode::from(FAILED);
        }
        Err(error) => return failed(folder, &error),
    }
    if let Err(error) = write(folder, arguments.language, current_time()) {
        return failed(folder, &error);
    }
    say::line(format_args!(
        "A newsroom is in {0}. Look at it: broadsheet serve {0}\nWhat its files hold is in {1}.",
        folder.display(),
        folder.join("README.md").display()
    ));
    ExitCode::SUCCESS
}

fn failed(folder: &Path, error: &io::Error) -> ExitCode {
    say::trouble(format_args!("broadsheet: could not write into {}: {error}", folder.display()));
    ExitCode::from(FAILED)
}

/// Whether a folder is not there yet, or holds nothing but a repository's own folder.
fn is_free(folder: &Path) -> io::Result<bool> {
    match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(true),
        Err(error) => Err(error),
        Ok(mut entries) => {
            entries.try_fold(true, |free, entry| entry.map(|entry| free && entry.file_name() == ".git"))
        }
    }
}

fn write(folder: &Path, language: Language, now: Instant) -> io::Result<()> {
    let words = match language {
        Language::En => words!("en"),
        Language::Ru => words!("ru"),
        Language::Kk => words!("kk"),
    };
    for (file, bytes) in SHARED {
        put(folder, file, bytes)?;
    }
    // An article of last year on the first day would look strange.
    let earlier = Instant::from_unix_seconds(now.unix_seconds() - EARLIER);
    for (file, text) in words {
        let text = text.replace("{now}", &now.to_string()).replace("{earlier}", &earlier.to_string());
        put(folder, file, text.as_bytes())?;
    }
    Ok(())
}

fn put(folder: &Path, file: &str, bytes: &[u8]) -> io::Result<()> {
    let path = folder.join(file);
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    fs::write(path, bytes)
}
