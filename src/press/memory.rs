//! What a pressing remembers for the next one: of what each file was made, and what each article said.
//!
//! It lies beside the site and not in it. What readers may not see now is not remembered, should the memory ever be
//! published by mistake.

use std::{
    collections::{HashMap, HashSet},
    fs,
    io::{self, BufWriter, Write},
    path::{Path, PathBuf},
    sync::LazyLock,
};

use serde::{Deserialize, Serialize};

use super::{
    key::{Key, KeyMaker},
    look::Look,
    told::Told,
    tree::Seen,
};
use crate::model::SitePath;

/// A file of the site, as it was pressed.
#[derive(Clone, Copy, Debug, Deserialize, Serialize)]
pub(super) struct Known {
    /// What it was made of.
    pub key: Key,
    /// How it looked then.
    pub look: Look,
    /// How it is found now.
    #[serde(skip)]
    pub found: Found,
}

/// How a file is found that is remembered.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(super) enum Found {
    /// It is gone.
    #[default]
    Gone,
    /// It is as it was.
    Same,
    /// It is there, and somebody changed it.
    Other,
}

/// Files that are made together, from one key, and whose names are not known before they are made.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub(super) struct Bundle {
    /// What they were made of.
    pub key: Key,
    /// Their names.
    pub files: Vec<String>,
}

/// Everything that is remembered.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Memory {
    /// The program and the settings that it was pressed with.
    pub basis: Key,
    /// The content folder, as it was named.
    pub content: PathBuf,
    /// The files of the site.
    pub files: HashMap<String, Known>,
    /// Those of what readers may not see, by the keys of their names.
    pub hidden: HashSet<Key>,
    /// Those of them that are found, by their names.
    #[serde(skip)]
    pub found_hidden: Vec<String>,
    /// Other files in the folder.
    pub others: HashMap<String, Look>,
    /// The bundles, by their names.
    pub bundles: HashMap<String, Bundle>,
    /// The files of articles that were left out.
    pub left_out: LeftOut,
    /// The articles, by their files.
    pub articles: HashMap<PathBuf, Told>,
}

/// Files of articles that are left out because of a fault, and where the article was before; `None` where that cannot be told
/// any more.
pub(super) type LeftOut = HashMap<PathBuf, Option<SitePath>>;

/// The files in which two trees differ.
#[derive(Debug, Default)]
pub(super) struct Differences {
    /// Those that are new or others.
    pub changed: Vec<PathBuf>,
    /// Those that are gone.
    pub removed: Vec<PathBuf>,
}

impl Differences {
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.changed.is_empty() && self.removed.is_empty()
    }
}

/// The same, to be written.
#[derive(Serialize)]
pub(super) struct Remembered<'a> {
    pub basis: Key,
    pub content: &'a Path,
    pub files: HashMap<&'a str, Known>,
    pub hidden: HashSet<Key>,
    pub others: HashMap<&'a str, Look>,
    pub bundles: &'a HashMap<String, Bundle>,
    pub left_out: &'a LeftOut,
    pub articles: HashMap<&'a Path, &'a Told>,
}

/// What memories begin with: another program may mean something else by the same bytes.
static BEGINNING: LazyLock<Vec<u8>> =
    LazyLock::new(|| [b"broadsheet memory ".as_slice(), program().as_ref()].concat());

impl Memory {
    /// Reads a memory; what cannot be read is none.
    pub fn read(file: &Path) -> Self {
        let bytes = fs::read(file).unwrap_or_default();
        let memory = bytes.strip_prefix(BEGINNING.as_slice()).map(postcard::from_bytes);
        memory.and_then(Result::ok).unwrap_or_default()
    }

    /// Compares what is remembered with the files that are found. Returns where a tree differs from them that is as the
    /// memory says; `None` where that cannot be told.
    pub fn recognise(&mut self, found: &[Seen]) -> Option<Differences> {
        let is_empty = self.files.is_empty();
        let (mut differences, mut others) = (Differences::default(), HashMap::new());
        let mut is_certain = !is_empty;
        for Seen { path, look } in found {
            let Some(name) = path.to_str() else {
                is_certain = false;
                continue;
            };
            if let Some(known) = self.files.get_mut(name) {
                known.found = if known.look == *look { Found::Same } else { Found::Other };
                if known.found == Found::Other {
                    differences.changed.push(path.clone());
                }
            } else if self.hidden.contains(&Key::of(name)) {
                self.found_hidden.push(name.to_owned());
                differences.changed.push(path.clone());
            } else {
                if self.others.remove(name) != Some(*look) {
                    differences.changed.push(path.clone());
                }
                others.insert(name.to_owned(), *look);
            }
        }
        let gone = self.files.iter().filter(|(_, known)| known.found == Found::Gone).map(|(name, _)| name);
        differences.removed = gone.chain(self.others.keys()).map(PathBuf::from).collect();
        self.others = others;
        (is_certain && self.found_hidden.len() == self.hidden.len()).then_some(differences)
    }
}

impl Remembered<'_> {
    /// Writes the memory.
    pub fn write(&self, to: impl Write) -> io::Result<()> {
        let mut to = BufWriter::with_capacity(1 << 20, to);
        to.write_all(&BEGINNING)?;
        postcard::to_io(self, &mut to).map_err(io::Error::other)?.flush()
    }
}

/// This very program: another build of it may draw everything otherwise.
pub(super) fn program() -> Key {
    let look =
        std::env::current_exe().and_then(fs::metadata).map_or(Look::none(), |about| Look::of_source(&about));
    KeyMaker::new("program").with(env!("CARGO_PKG_VERSION")).with(look.bytes()).done()
}
