//! The content folder: its `site.json`, its articles, and the files that are published as they are.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use super::{
    Finding, Outcome, Position, PressError, articles::file_at, escape, logo, output::Output, record::Record,
    withdrawn,
};
use crate::{
    check::{editions, settings},
    model::{Site, SitePath, Withdrawn},
    source::{self, Problem, SourceError, SourceErrorKind},
};

/// Files that the press makes itself; a content folder cannot bring its own.
const RESERVED: [&str; 5] = ["index.html", "404.html", "app.html", "article.json", Record::FILE];

/// Folder of what web servers and others look for at a known place (RFC 8615): it is the host's, and no article's.
pub(super) const WELL_KNOWN: &str = ".well-known/";

/// Folder of the index pages; a content folder cannot put files there.
pub(super) const DATA: &str = "data/";

/// What is in a content folder.
pub(crate) struct Content {
    folder: PathBuf,
    /// The site, as its newsroom set it up.
    pub site: Site,
    /// What becomes of the addresses of articles that were withdrawn.
    pub withdrawn: Withdrawn,
    /// The text of `site.json`, in which places are told.
    pub file_text: String,
    /// The same with the base path that was asked for, and the size of the logo: what the site is drawn with.
    pub site_text: String,
    /// The article files, in the order of their names.
    pub articles: Vec<PathBuf>,
    /// The files that are published as they are, relative to the folder.
    files: BTreeSet<String>,
    /// What was wrong so far.
    pub findings: Vec<Finding>,
}

impl Content {
    /// The content of `folder` as its `site.json` says, whose base path `base_path` replaces. What else is in the folder is
    /// not known before [`Self::look_through`].
    pub fn find(folder: &Path, base_path: Option<&str>) -> Result<Self, PressError> {
        let site_file = folder.join("site.json");
        if !site_file.is_file() {
            return Err(PressError::NoSite(folder.to_owned()));
        }
        let bytes = fs::read(&site_file).map_err(PressError::file("read", &site_file))?;
        let file_text = text_of(&site_file, bytes).map_err(PressError::Site)?;
        let site = source::site::read_site(&file_text)
            .map_err(|error| PressError::Site(unread(&site_file, &file_text, &error)))?;

        let finding = |problem: &Problem| {
            let consequence = if problem.pointer == "/url" { settings::NO_ADDRESS } else { "" };
            Finding::of_problem(&site_file, &file_text, problem, consequence)
        };
        if let Some(problem) = site.problems.iter().find(|problem| is_of_a_language(problem)) {
            return Err(PressError::Site(finding(problem)));
        }
        let findings: Vec<Finding> = site.problems.iter().map(finding).collect();
        let (withdrawn, unfit) = withdrawn::setting(&file_text);
        let mut findings = [findings, unfit.iter().map(finding).collect()].concat();
        findings.extend(editions::findings(&site_file, &file_text, &site.value));
        findings.extend(settings::findings(&site_file, &file_text, &site));
        let (articles, files) = (Vec::new(), BTreeSet::new());
        let moved = base_path.and_then(|path| at_base_path(&file_text, path));
        let (mut site, site_text) = moved.unwrap_or_else(|| (site.value, file_text.clone()));
        let site_text = logo::measured(folder, &mut site, site_text);
        let folder = folder.to_owned();
        Ok(Self { folder, site, withdrawn, file_text, site_text, articles, files, findings })
    }

    /// Finds the articles and the other files.
    pub fn look_through(&mut self) -> Result<(), PressError> {
        self.walk(&self.folder.clone(), "")
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The file of the site's settings.
    pub fn site_file(&self) -> PathBuf {
        self.folder.join("site.json")
    }

    /// Whether `file` is among the files that are published as they are.
    pub fn has_file(&self, file: &str) -> bool {
        self.files.contains(file)
    }

    /// The file of the content, if there is one, that keeps an article from being at `path`: it stands where the article's
    /// document would be, or a folder around that.
    pub fn file_in_the_way(&self, path: &SitePath) -> Option<PathBuf> {
        let document = file_at(path, "article.json");
        let folders = document.match_indices('/').filter_map(|(end, _)| document.get(..end));
        let mut names = folders.chain([document.as_str()]);
        // What is called as a file of the press itself is not published.
        let found = names.find(|name| self.has_file(name) && !is_reserved(name));
        found.map(|name| self.folder.join(name))
    }

    /// Adds what is in `folder`, whose path within the content folder is `prefix`.
    fn walk(&mut self, folder: &Path, prefix: &str) -> Result<(), PressError> {
        let mut entries = Vec::new();
        for entry in fs::read_dir(folder).map_err(PressError::file("read", folder))? {
            entries.push(entry.map_err(PressError::file("read", folder))?);
        }
        entries.sort_by_cached_key(fs::DirEntry::file_name);
        for entry in entries {
            let path = entry.path();
            let kind = entry.file_type().map_err(PressError::file("read", &path))?;
            let Ok(name) = entry.file_name().into_string() else {
                let finding = Finding::left_out(&path, "expected a file name in UTF-8");
                self.findings.push(finding.helped("rename the file"));
                continue;
            };
            let relative = format!("{prefix}{name}");
            if is_passed_over(&relative) {
                continue;
            }
            if kind.is_symlink() {
                let expected = "expected a file or folder, found a symbolic link, which could lead anywhere";
                self.findings.push(Finding::left_out(&path, expected).helped("put the file itself there"));
            } else if kind.is_dir() {
                self.walk(&path, &format!("{relative}/"))?;
            } else {
                self.add(path, relative);
            }
        }
        Ok(())
    }

    fn add(&mut self, path: PathBuf, relative: String) {
        // The second is for the newsroom's own people.
        if relative == "site.json" || relative == "README.md" {
        } else if !relative.starts_with("articles/") {
            self.files.insert(relative);
        } else if path.extension().is_some_and(|extension| extension == "json") {
            self.articles.push(path);
        } else {
            let expected = "expected an article, whose file name ends in .json; it is not published";
            self.findings.push(
                Finding::warning(&path, "not-published", expected).helped(
                    "rename it, or move it out of articles/, as to media/, where files are published",
                ),
            );
        }
    }

    /// The files whose names only the press can use.
    pub fn reserved(&self) -> Vec<Finding> {
        let files = self.files.iter().filter(|file| is_reserved(file));
        files.map(|file| reserved(&self.folder.join(file))).collect()
    }

    /// Writes `site.json`, and reserves the files that are published as they are. Returns these, each with its place in the
    /// folder.
    pub(super) fn claim_files(
        &self,
        output: &mut Output,
        outcome: &mut Outcome,
    ) -> Result<Vec<(&str, PathBuf)>, PressError> {
        let settings = escape::settings_for_file(&self.site_text);
        output.make("site.json", settings.as_bytes(), "the site's settings")?;
        // GitHub Pages would otherwise run the site through Jekyll, which drops some files.
        output.make(".nojekyll", b"", "a sign for GitHub Pages")?;
        let mut claimed = Vec::new();
        for file in &self.files {
            let path = self.folder.join(file);
            if is_reserved(file) {
                outcome.findings.push(reserved(&path));
            } else if let Err(owner) = output.claim(file, path.display().to_string()) {
                let expected = format!("expected another name: this file of the site is {owner} already");
                outcome.findings.push(Finding::left_out(&path, expected).helped("rename the file"));
            } else {
                claimed.push((file.as_str(), path));
            }
        }
        Ok(claimed)
    }
}

/// Whether the press takes no notice of a file or folder, by its path within the content folder: what is hidden is of git,
/// of editors and of systems, but for what web servers look for.
pub fn is_passed_over(relative: &str) -> bool {
    let name = relative.rsplit('/').next().unwrap_or(relative);
    name.starts_with('.') && name != ".well-known" && relative != ".htaccess"
}

/// Whether the press makes a file itself, or one where the file's first folder would be.
fn is_reserved(file: &str) -> bool {
    let first = file.split('/').next().unwrap_or_default();
    RESERVED.contains(&first) || file.starts_with(DATA)
}

/// The part of an address that is the name of a file which the press makes itself, so that no folder can have it: at the
/// root, beside any article, or among the index pages and what searches ask for.
pub(super) fn own_file(path: &SitePath) -> Option<&str> {
    let first = path.parts().next().unwrap_or_default();
    let is_data = first == DATA.trim_end_matches('/');
    path.parts().enumerate().map(|(place, part)| (place == 0, part)).find_map(|(is_first, part)| {
        let is_taken = matches!(part, "index.html" | "article.json" | "404.html")
            || is_first && (part == "site.json" || RESERVED.contains(&part))
            || is_data && part.contains('.');
        is_taken.then_some(part)
    })
}

fn reserved(path: &Path) -> Finding {
    let expected = "expected another name: `broadsheet press` makes this file itself";
    Finding::left_out(path, expected)
        .coded("name-reserved")
        .helped("give it another name, or remove it: the site has the press's own in its place")
}

/// The settings with another base path, and their text.
fn at_base_path(site_text: &str, path: &str) -> Option<(Site, String)> {
    let mut settings: serde_json::Value = serde_json::from_str(site_text).ok()?;
    settings.as_object_mut()?.insert("base_path".to_owned(), path.into());
    let text = settings.to_string();
    Some((source::site::read_site(&text).ok()?.value, text))
}

/// The bytes of a file as text, without a byte order mark.
pub(crate) fn text_of(file: &Path, bytes: Vec<u8>) -> Result<String, Finding> {
    match String::from_utf8(bytes) {
        Ok(text) => Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text)),
        Err(error) => {
            let valid = error.as_bytes().get(..error.utf8_error().valid_up_to()).unwrap_or_default();
            let valid = String::from_utf8_lossy(valid);
            let line = valid.rsplit('\n').next().unwrap_or_default().trim_start_matches('\u{feff}');
            let position =
                Position { line: valid.matches('\n').count() + 1, column: line.chars().count() + 1 };
            let finding = Finding::left_out(file, "expected text in UTF-8, found other bytes")
                .helped("save the file as UTF-8: it is in another encoding, such as Windows-1251");
            Err(Finding { position: Some(position), width: 1, ..finding })
        }
    }
}

/// Why the settings of a site could not be read.
fn unread(file: &Path, text: &str, error: &SourceError) -> Finding {
    let finding = Finding::of_error(file, text, error);
    match &error.kind {
        SourceErrorKind::Syntax { .. } => finding,
        SourceErrorKind::Format { .. } => finding.at(text, "").helped(
            "write the settings as one object, such as {\"name\": \"The Harbour\"}: every field of it may be missing",
        ),
    }
}

/// Whether a problem is that the language of an edition is none. No site is pressed then: without the edition, every
/// article in it would be left out.
fn is_of_a_language(problem: &Problem) -> bool {
    let index = problem.pointer.strip_prefix("/editions/").and_then(|rest| rest.strip_suffix("/language"));
    index.is_some_and(|index| !index.contains('/'))
}
