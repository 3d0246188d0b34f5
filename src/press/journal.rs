//! The names of the files that a pressing has written so far: if it breaks off, the record is still that of the pressing
//! before, and the next one learns from here what else there is.

use std::{
    fs::{self, File, OpenOptions},
    io::Write,
    path::Path,
};

use super::PressError;

/// Its file in the output folder, which is there while a site is pressed, and after a pressing that broke off.
const FILE: &str = ".broadsheet-journal";

/// The journal of a pressing.
#[derive(Debug, Default)]
pub(super) struct Journal {
    /// Open since the first name.
    file: Option<File>,
}

impl Journal {
    /// Adds the name of a file before it is written.
    pub fn add(&mut self, root: &Path, name: &str) -> Result<(), PressError> {
        let path = root.join(FILE);
        if self.file.is_none() {
            if path.is_symlink() {
                return Err(PressError::Symlink(path));
            }
            let opened = OpenOptions::new().create(true).append(true).open(&path);
            self.file = Some(opened.map_err(PressError::file("write", &path))?);
        }
        // A JSON string is a line by itself, whatever the name holds.
        let line = format!("{}\n", serde_json::Value::from(name));
        match self.file.as_mut().map(|file| file.write_all(line.as_bytes())) {
            Some(Err(error)) => Err(PressError::file("write", path)(error)),
            _ => Ok(()),
        }
    }

    /// The names in the folder's journal. A line that broke off is none: its file was not begun.
    pub fn names(root: &Path) -> Vec<String> {
        let text = fs::read_to_string(root.join(FILE)).unwrap_or_default();
        text.lines().filter_map(|line| serde_json::from_str(line).ok()).collect()
    }

    /// Removes the journal.
    pub fn close(&mut self, root: &Path) -> Result<(), PressError> {
        self.file = None;
        let path = root.join(FILE);
        if !path.exists() {
            return Ok(());
        }
        fs::remove_file(&path).map_err(PressError::file("remove", path))
    }
}
