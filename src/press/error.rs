//! Why no site could be pressed.

use std::{
    fmt, io,
    path::{Path, PathBuf},
};

use super::{Finding, Severity, file_by_file};
use crate::check::plain;

/// Why no site could be pressed, or not to its end.
#[derive(Debug)]
pub enum PressError {
    /// The content folder is not there, or is no folder.
    NoContent(PathBuf),
    /// The content folder has no `site.json`.
    NoSite(PathBuf),
    /// `site.json` could not be read.
    Site(Finding),
    /// The app's folder has no `index.html`.
    NoApp(PathBuf),
    /// The program was built without the app inside, or this file of it cannot be read.
    NoAppInside(String),
    /// The app's `index.html` is not one of Broadsheet's: it lacks what is named here.
    NotTheApp {
        /// The file.
        file: PathBuf,
        /// What is not in it.
        lacks: &'static str,
    },
    /// Two of the folders lie in each other.
    Nested {
        /// What the inner folder is for.
        inner: &'static str,
        /// The inner folder.
        inner_path: PathBuf,
        /// What the outer folder is for.
        outer: &'static str,
        /// The outer folder.
        outer_path: PathBuf,
    },
    /// The output folder holds something, and was not pressed before.
    NotOurs(PathBuf),
    /// Writing would have followed a symbolic link, perhaps out of the output folder.
    Symlink(PathBuf),
    /// Two parts of the site would be the same file.
    Taken {
        /// The file, relative to the output folder.
        file: String,
        /// What it is already.
        by: String,
    },
    /// The index of the search could not be made; what its maker says.
    Search(String),
    /// Another pressing writes into the folder.
    UnderWay(PathBuf),
    /// Something of the content would be left out, and the order was for all of it: everything that was wrong with the
    /// content.
    Incomplete(Vec<Finding>),
    /// An article was changed while it was pressed, and cannot be read any more.
    Changed(Finding),
    /// A file or folder could not be read or written.
    File {
        /// What was to be done: "read", "write".
        action: &'static str,
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
}

impl PressError {
    /// Whether the site that is served stays as it was. It does not where it cannot change places with the new one, and one
    /// of its files cannot be replaced.
    pub fn leaves_site_whole(&self) -> bool {
        !matches!(self, Self::File { action: file_by_file::REPLACE, .. })
    }

    /// A function that adds what was to be done, and to which file, to what the system says.
    pub(super) fn file(action: &'static str, path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |error| Self::File { action, path, error }
    }
}

impl fmt::Display for PressError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut around = |before: &str, path: &Path, after: &str| {
            formatter.write_fmt(format_args!("{before}{}{after}", plain(&path.to_string_lossy())))
        };
        match self {
            Self::NoContent(path) => around("there is no content folder ", path, ""),
            Self::NoSite(path) => {
                around("no site.json in ", path, ": a content folder has one, and its articles in articles/")
            }
            Self::NoApp(path) => around("no index.html in ", path, NO_APP),
            Self::NotOurs(path) => around("the output folder ", path, NOT_OURS),
            Self::Symlink(path) => {
                around("", path, " is a symbolic link; nothing is written through one, remove it first")
            }
            Self::UnderWay(path) => around("another pressing into ", path, " is under way; wait for its end"),
            Self::NotTheApp { file, lacks } => {
                let lacks = format!(" is not the page of a built Broadsheet app: it has no {lacks}");
                around("", file, &lacks)
            }
            Self::File { action, path, error } => {
                around(&format!("could not {action} "), path, &format!(": {error}"))
            }
            Self::Nested { inner, inner_path, outer, outer_path } => write!(
                formatter,
                "the {inner} folder {} lies in the {outer} folder {}: name folders that lie apart",
                inner_path.display(),
                outer_path.display()
            ),
            Self::NoAppInside(file) => write!(
                formatter,
                "there is no {file} of the app inside this program: name the app's folder with --app"
            ),
            Self::Taken { file, by } => {
                let (file, by) = (plain(file), plain(by));
                write!(formatter, "two parts of the site would be the file {file}; it is already {by}")
            }
            Self::Incomplete(findings) => incomplete(findings, formatter),
            Self::Search(cause) => write!(formatter, "the index of the search could not be made: {cause}"),
            Self::Site(finding) => at_its_place(finding, "", formatter),
            Self::Changed(finding) => at_its_place(finding, " changed while it was pressed:", formatter),
        }
    }
}

fn incomplete(findings: &[Finding], formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
    let left_out = findings.iter().filter(|finding| finding.severity == Severity::LeftOut).count();
    write!(formatter, "nothing is published: left out would be {left_out} of the content's files (--strict)")
}

/// The place of a finding, what happened to it, and what it says.
fn at_its_place(finding: &Finding, happened: &str, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
    write!(formatter, "{}{happened} {}", plain(&finding.place()), plain(&finding.message))
}

/// The way on where the app is not built.
const NO_APP: &str = ": run `make dist` or `trunk build` first, or name the app's folder with --app";

/// The way on where the output folder is somebody else's.
const NOT_OURS: &str = " holds files that the press did not write: name a new or empty folder, one that was pressed \
                        before, or the folder of --app itself";

impl std::error::Error for PressError {}
