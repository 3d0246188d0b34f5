//! The built app: its page, and the files that the page loads.

use std::{
    collections::HashSet,
    fs,
    path::{Path, PathBuf},
};

use super::{PressError, compress, embedded, output::Output, record::Record, shell};

/// What its page is called where nothing was pressed in.
const PAGE: &str = "index.html";

/// The app as trunk built it, or as it was pressed before.
pub(super) struct App {
    /// Its folder; `None` when it is inside this program.
    folder: Option<PathBuf>,
    /// The file of its page.
    page_file: PathBuf,
    /// Its page.
    pub page: String,
    /// Its other files, relative to the folder, by name.
    pub files: Vec<String>,
}

impl App {
    /// Finds the app in `folder`, or inside this program.
    pub fn find(folder: Option<&Path>) -> Result<Self, PressError> {
        match folder {
            Some(folder) => Self::find_in(folder),
            None => Self::inside(),
        }
    }

    /// The app inside this program. `make release` has seen to it that it is one.
    fn inside() -> Result<Self, PressError> {
        let page = embedded::read(PAGE)?;
        let page = String::from_utf8(page).map_err(|_| PressError::NoAppInside(PAGE.to_owned()))?;
        let files = embedded::names().filter(|file| *file != PAGE).map(str::to_owned).collect();
        Ok(Self { folder: None, page_file: PathBuf::from(PAGE), page, files })
    }

    /// Finds the app in a folder. When a newsroom was pressed into the folder before, that one's files are not
    /// the app's: the record of that pressing tells them apart.
    fn find_in(folder: &Path) -> Result<Self, PressError> {
        let recorded = Record::read(folder);
        // Where a newsroom was pressed in, `index.html` is its front.
        let page_name = if recorded.is_some() { shell::FILE } else { PAGE };
        let page_file = folder.join(page_name);
        if !page_file.is_file() {
            return Err(PressError::NoApp(folder.to_owned()));
        }
        let page = fs::read_to_string(&page_file).map_err(PressError::file("read", &page_file))?;
        // Before anything is written: the folder may be somebody's own, and be named as output folder too.
        if !page.contains(shell::BASE) {
            return Err(PressError::NotTheApp { file: page_file, lacks: shell::BASE_ELEMENT });
        }
        let mut files = match recorded {
            Some(record) => record.app.into_iter().filter(|file| folder.join(file).is_file()).collect(),
            None => {
                let mut files = Vec::new();
                list(folder, "", &mut files)?;
                // Copies are made anew, from the files.
                let all: HashSet<String> = files.iter().cloned().collect();
                let is_copy =
                    |file: &str| compress::original_of(file).is_some_and(|original| all.contains(original));
                // The other two are left of a pressing that broke off before it wrote its record.
                let made_by_press = [PAGE, shell::FILE, Record::FILE];
                files.retain(|file| !made_by_press.contains(&file.as_str()) && !is_copy(file));
                files
            }
        };
        files.sort();
        Ok(Self { folder: Some(folder.to_owned()), page_file, page, files })
    }

    /// Writes the app's files, its page excepted.
    pub fn write(&self, output: &mut Output) -> Result<(), PressError> {
        for file in &self.files {
            output
                .claim(file, "a file of the app")
                .map_err(|by| PressError::Taken { file: file.clone(), by })?;
            output.leave_unrecorded(file);
            match &self.folder {
                Some(folder) => output.copy(file, &folder.join(file))?,
                None => output.write(file, &embedded::read(file)?)?,
            }
        }
        Ok(())
    }

    /// The text of one of its files.
    pub fn read(&self, file: &str) -> Result<String, PressError> {
        match &self.folder {
            Some(folder) => {
                let path = folder.join(file);
                fs::read_to_string(&path).map_err(PressError::file("read", &path))
            }
            None => {
                String::from_utf8(embedded::read(file)?).map_err(|_| PressError::NoAppInside(file.to_owned()))
            }
        }
    }

    /// The error that its page lacks something.
    pub fn lacks(&self, lacks: &'static str) -> PressError {
        PressError::NotTheApp { file: self.page_file.clone(), lacks }
    }
}

fn list(folder: &Path, prefix: &str, files: &mut Vec<String>) -> Result<(), PressError> {
    for entry in fs::read_dir(folder).map_err(PressError::file("read", folder))? {
        let entry = entry.map_err(PressError::file("read", folder))?;
        let kind = entry.file_type().map_err(PressError::file("read", entry.path()))?;
        // Trunk names its files in ASCII; a name that is no text is none of them.
        let Ok(name) = entry.file_name().into_string() else { continue };
        if kind.is_dir() {
            list(&entry.path(), &format!("{prefix}{name}/"), files)?;
        } else if kind.is_file() && !name.starts_with('.') {
            files.push(format!("{prefix}{name}"));
        }
    }
    Ok(())
}
