//! The output folder: the only module of the press that writes, and it never writes outside its folder.

use std::{
    collections::{HashMap, HashSet},
    fs::{self, File, OpenOptions},
    io::{self, BufReader, Read, Write},
    path::{Component, Path, PathBuf},
};

use super::{PressError, journal::Journal};

/// What a file is called until all of it is written.
pub(super) const UNFINISHED: &str = ".broadsheet-unfinished";

/// The output folder, and what of the site is in it by now.
pub(super) struct Output {
    root: PathBuf,
    /// Each file of the site, and what it is.
    owners: HashMap<String, String>,
    /// The folders that these files lie in, however deep.
    site_folders: HashSet<String>,
    /// The files that neither the record nor the journal names.
    unrecorded: HashSet<String>,
    journal: Journal,
    /// Folders that are known to be there and to be no symbolic links.
    folders: HashSet<PathBuf>,
    written: usize,
    unchanged: usize,
}

impl Output {
    /// Opens the folder, and creates it when it is not there.
    pub fn open(root: PathBuf) -> Result<Self, PressError> {
        fs::create_dir_all(&root).map_err(PressError::file("create", &root))?;
        Ok(Self {
            root,
            owners: HashMap::new(),
            site_folders: HashSet::new(),
            unrecorded: HashSet::new(),
            journal: Journal::default(),
            folders: HashSet::new(),
            written: 0,
            unchanged: 0,
        })
    }

    /// Reserves `file` for `owner`.
    ///
    /// # Errors
    /// What the file is already.
    pub fn claim(&mut self, file: &str, owner: &str) -> Result<(), String> {
        match self.owners.get(file) {
            Some(taken) => Err(taken.clone()),
            None => {
                self.owners.insert(file.to_owned(), owner.to_owned());
                let mut folder = file;
                // Where a folder is known, those around it are.
                while let Some((around, _)) = folder.rsplit_once('/')
                    && self.site_folders.insert(around.to_owned())
                {
                    folder = around;
                }
                Ok(())
            }
        }
    }

    /// Keeps `file` out of what is told of the pressing, and so from being removed by the next one. To be said before
    /// it is written.
    pub fn leave_unrecorded(&mut self, file: &str) {
        self.unrecorded.insert(file.to_owned());
    }

    /// Reserves and writes a file that the press itself makes.
    pub fn make(&mut self, file: &str, bytes: &[u8], owner: &str) -> Result<(), PressError> {
        self.claim(file, owner).map_err(|by| PressError::Taken { file: file.to_owned(), by })?;
        self.write(file, bytes)
    }

    /// Writes what is there only until the pressing is done; it does not count.
    pub fn write_for_now(&mut self, file: &str, bytes: &[u8]) -> Result<(), PressError> {
        let target = self.target(file)?;
        let counts = self.counts();
        self.replace(&target, false, |unfinished| unfinished.write_all(bytes))?;
        (self.written, self.unchanged) = counts;
        Ok(())
    }

    /// Writes a file, unless it is there with these bytes.
    pub fn write(&mut self, file: &str, bytes: &[u8]) -> Result<(), PressError> {
        let target = self.target(file)?;
        let same = fs::read(&target).is_ok_and(|old| old == bytes);
        self.note(file, same)?;
        self.replace(&target, same, |unfinished| unfinished.write_all(bytes))
    }

    /// Copies a file, unless it is there with the same bytes.
    pub fn copy(&mut self, file: &str, from: &Path) -> Result<(), PressError> {
        let target = self.target(file)?;
        let mut source = File::open(from).map_err(PressError::file("read", from))?;
        let same = same_bytes(&source, &target).unwrap_or(false);
        // The comparison moved through the file that it shares with this handle.
        if !same {
            source = File::open(from).map_err(PressError::file("read", from))?;
        }
        self.note(file, same)?;
        self.replace(&target, same, |unfinished| io::copy(&mut source, unfinished).map(drop))
    }

    /// Names a file that is about to change in the journal.
    fn note(&mut self, file: &str, same: bool) -> Result<(), PressError> {
        if same || self.unrecorded.contains(file) { Ok(()) } else { self.journal.add(&self.root, file) }
    }

    /// What the journal of a pressing that broke off names.
    pub fn journal(&self) -> Vec<String> {
        Journal::names(&self.root)
    }

    /// Removes the journal.
    pub fn close_journal(&mut self) -> Result<(), PressError> {
        self.journal.close(&self.root)
    }

    /// Removes a file of an earlier pressing, and the folders it leaves empty; whether it was there.
    pub fn remove(&mut self, file: &str) -> Result<bool, PressError> {
        let inside = Path::new(file).components().all(|part| matches!(part, Component::Normal(_)));
        if !inside || !self.root.join(file).is_file() {
            return Ok(false);
        }
        let target = self.target(file)?;
        fs::remove_file(&target).map_err(PressError::file("remove", &target))?;
        for folder in target.ancestors().skip(1).take_while(|folder| *folder != self.root) {
            if fs::remove_dir(folder).is_err() {
                // It still holds something.
                break;
            }
            self.folders.remove(folder);
        }
        Ok(true)
    }

    /// The text of a file in the folder, if it is there.
    pub fn read(&self, file: &str) -> Option<String> {
        fs::read_to_string(self.root.join(file)).ok()
    }

    /// The files of the site.
    pub fn files(&self) -> impl Iterator<Item = &str> {
        self.owners.keys().map(String::as_str)
    }

    /// The files of the site that the record names.
    pub fn recorded(&self) -> impl Iterator<Item = &str> {
        self.files().filter(|file| !self.unrecorded.contains(*file))
    }

    /// Whether `file` is part of the site.
    pub fn holds(&self, file: &str) -> bool {
        self.owners.contains_key(file)
    }

    /// Whether `file` is a folder of the site, because some address has that part.
    pub fn is_folder(&self, file: &str) -> bool {
        self.site_folders.contains(file)
    }

    /// The folder itself, for reading.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Counts a file that is there as it should be.
    pub fn keep(&mut self) {
        self.unchanged += 1;
    }

    /// How many files were written, and how many were there already.
    pub fn counts(&self) -> (usize, usize) {
        (self.written, self.unchanged)
    }

    /// The path of `file`, its folder made; neither it nor a folder on the way may be a symbolic link.
    fn target(&mut self, file: &str) -> Result<PathBuf, PressError> {
        let mut path = self.root.clone();
        let mut parts = file.split('/').peekable();
        while let Some(part) = parts.next() {
            path.push(part);
            if parts.peek().is_none() {
                break;
            }
            if !self.folders.contains(&path) {
                make_folder(&path)?;
                self.folders.insert(path.clone());
            }
        }
        if fs::symlink_metadata(&path).is_ok_and(|found| found.is_symlink()) {
            return Err(PressError::Symlink(path));
        }
        Ok(path)
    }

    /// Puts a file in place at once, so that a web server never sends half of one.
    fn replace(
        &mut self,
        target: &Path,
        same: bool,
        fill: impl FnOnce(&mut File) -> io::Result<()>,
    ) -> Result<(), PressError> {
        if same {
            self.unchanged += 1;
            return Ok(());
        }
        let unfinished = target.with_file_name(UNFINISHED);
        let put = || {
            match fs::remove_file(&unfinished) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                _ => {}
            }
            let mut file = OpenOptions::new().write(true).create_new(true).open(&unfinished)?;
            fill(&mut file)?;
            fs::rename(&unfinished, target)
        };
        put().map_err(PressError::file("write", target))?;
        self.written += 1;
        Ok(())
    }
}

fn make_folder(path: &Path) -> Result<(), PressError> {
    match fs::symlink_metadata(path) {
        Ok(found) if found.is_symlink() => Err(PressError::Symlink(path.to_owned())),
        Ok(found) if found.is_dir() => Ok(()),
        Ok(_) => Err(PressError::file("create the folder", path)(io::ErrorKind::AlreadyExists.into())),
        Err(_) => fs::create_dir(path).map_err(PressError::file("create the folder", path)),
    }
}

fn same_bytes(source: &File, target: &Path) -> io::Result<bool> {
    let target = File::open(target)?;
    if source.metadata()?.len() != target.metadata()?.len() {
        return Ok(false);
    }
    let (mut one, mut other) = (BufReader::new(source).bytes(), BufReader::new(target).bytes());
    loop {
        match (one.next().transpose()?, other.next().transpose()?) {
            (None, None) => return Ok(true),
            (left, right) if left != right => return Ok(false),
            _ => {}
        }
    }
}
