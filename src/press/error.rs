//! Why no site could be pressed.

use std::{fmt, io, path::PathBuf};

use super::{Finding, file_by_file};

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
        match self {
            Self::NoContent(path) => {
                write!(formatter, "there is no content folder {}", path.display())
            }
            Self::NoSite(path) => write!(
                formatter,
                "no site.json in {}: a content folder has one, and its articles in articles/",
                path.display()
            ),
            Self::Site(finding) => write!(formatter, "{} {}", finding.place(), finding.message),
            Self::NoApp(path) => write!(
                formatter,
                "no index.html in {}: run `make dist` or `trunk build` first, or name the app's folder with --app",
                path.display()
            ),
            Self::NoAppInside(file) => write!(
                formatter,
                "there is no {file} of the app inside this program: name the app's folder with --app"
            ),
            Self::NotTheApp { file, lacks } => write!(
                formatter,
                "{} is not the page of a built Broadsheet app: it has no {lacks}",
                file.display()
            ),
            Self::Nested { inner, inner_path, outer, outer_path } => write!(
                formatter,
                "the {inner} folder {} lies in the {outer} folder {}: name folders that lie apart",
                inner_path.display(),
                outer_path.display()
            ),
            Self::NotOurs(path) => write!(
                formatter,
                "the output folder {} holds files that the press did not write: name a new or empty folder, one \
                 that was pressed before, or the folder of --app itself",
                path.display()
            ),
            Self::Symlink(path) => write!(
                formatter,
                "{} is a symbolic link; nothing is written through one, remove it first",
                path.display()
            ),
            Self::Taken { file, by } => {
                write!(formatter, "two parts of the site would be the file {file}; it is already {by}")
            }
            Self::Search(cause) => write!(formatter, "the index of the search could not be made: {cause}"),
            Self::UnderWay(path) => {
                write!(formatter, "another pressing into {} is under way; wait for its end", path.display())
            }
            Self::Changed(finding) => {
                write!(formatter, "{} changed while it was pressed: {}", finding.place(), finding.message)
            }
            Self::File { action, path, error } => {
                write!(formatter, "could not {action} {}: {error}", path.display())
            }
        }
    }
}

impl std::error::Error for PressError {}
