//! What a pressing remembers for the next one: of what each file was made, and what each article said.
//!
//! It lies beside the site and not in it. What readers may not see now is not remembered, should the memory ever be
//! published by mistake.

use std::{
    borrow::Cow,
    fs, io,
    path::{Path, PathBuf},
    sync::{LazyLock, OnceLock},
};

use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};

use super::{
    folder_looks::FolderLooks,
    items::Extent,
    key::{Key, KeyMaker},
    look::Look,
    memory_parts::{self, Line, Table},
    recalled::Recalled,
    record::Digest,
    told::Told,
    tree::Seen,
    versions::ToRemember,
};
use crate::model::SitePath;

/// The file of the memory, of its long tables excepted.
const FILE: &str = "memory";

/// A file of the site, as it was pressed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Known {
    /// What it was made of.
    pub key: Key,
    /// How it looked then.
    pub look: Look,
    /// How it is found now.
    pub found: Found,
}

impl Known {
    /// Takes note of how the file looks now.
    pub fn see(&mut self, look: Look) {
        self.found = if look == self.look { Found::Same } else { Found::Other };
    }
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

/// What is known of a file in the output folder: that it was pressed before, that it is part of the site, or both.
#[derive(Debug, Default)]
pub(super) struct Entry {
    /// The file that the pressing before left.
    pub known: Option<Known>,
    /// The file of the site, once it is reserved.
    pub claim: OnceLock<Claim>,
}

/// A file of the site.
#[derive(Debug)]
pub(super) struct Claim {
    /// Whose it is.
    pub owner: Cow<'static, str>,
    /// Whether the record names it.
    pub recorded: bool,
    /// What it is made of, and how it looks, once it is there.
    pub made: OnceLock<(Key, Look)>,
}

impl Claim {
    /// Reserved for an owner.
    pub fn of(owner: Cow<'static, str>) -> Self {
        Self { owner, recorded: true, made: OnceLock::new() }
    }
}

/// The files in the output folder, by their paths in it.
pub(super) type Files = FxHashMap<Box<str>, Entry>;

/// Everything that is remembered.
#[derive(Default)]
pub(super) struct Memory {
    /// Everything but the long tables.
    pub head: Head,
    /// The files of the site.
    pub files: Files,
    /// Those of what readers may not see that are found, by their names.
    pub found_hidden: Vec<String>,
    /// The articles.
    pub articles: Recalled,
}

/// Everything but its long tables.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Head {
    /// The program and the settings that it was pressed with.
    pub basis: Key,
    /// The content folder, as it was named.
    pub content: PathBuf,
    /// The files of what readers may not see, by the keys of their names.
    pub hidden: FxHashSet<Key>,
    /// Other files in the folder.
    pub others: FxHashMap<String, Look>,
    /// The bundles, by their names.
    pub bundles: FxHashMap<String, Bundle>,
    /// The files of articles that were left out.
    pub left_out: LeftOut,
    /// Where the summaries of articles are.
    pub items: Extent,
    /// What the record of the site says, in short.
    pub record: Digest,
    /// The folders of the trees, as they looked.
    pub folders: FolderLooks,
    /// Where the files of the site are remembered.
    files: Table,
    /// Where the articles are.
    articles: Table,
}

/// Files of articles that are left out because of a fault, and where the article was before; `None` where that cannot be told
/// any more.
pub(super) type LeftOut = FxHashMap<PathBuf, Option<SitePath>>;

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

/// A memory to be written.
pub(super) struct Remembered<'a> {
    /// Everything but its long tables; which files these are in turns out when they are written.
    pub head: ShortRemembered<'a>,
    /// What the pressing before remembered.
    pub before: &'a Head,
    /// The files of the site.
    pub files: Vec<Line<'a, (&'a str, Key, Look)>>,
    /// The articles.
    pub articles: Vec<Line<'a, ToRemember<'a>>>,
}

/// The same as [`Head`], to be written.
#[derive(Serialize)]
pub(super) struct ShortRemembered<'a> {
    pub basis: Key,
    pub content: &'a Path,
    pub hidden: FxHashSet<Key>,
    pub others: FxHashMap<&'a str, Look>,
    pub bundles: &'a FxHashMap<String, Bundle>,
    pub left_out: &'a LeftOut,
    pub items: Extent,
    pub record: &'a Digest,
    pub folders: &'a FolderLooks,
    pub files: Table,
    pub articles: Table,
}

/// What memories begin with: another program may mean something else by the same bytes.
static BEGINNING: LazyLock<Vec<u8>> =
    LazyLock::new(|| [b"broadsheet memory ".as_slice(), program().as_ref()].concat());

impl Memory {
    /// Reads the memory in a folder; what cannot be read is none.
    pub fn read(folder: &Path) -> Self {
        Self::read_whole(folder).unwrap_or_default()
    }

    fn read_whole(folder: &Path) -> Option<Self> {
        let bytes = fs::read(folder.join(FILE)).ok()?;
        let head: Head = postcard::from_bytes(bytes.strip_prefix(BEGINNING.as_slice())?).ok()?;
        let (files, articles) = rayon::join(
            || {
                let mut files = Files::with_capacity_and_hasher(head.files.len(), Default::default());
                for (name, key, look) in
                    head.files.read::<(Box<str>, Key, Look)>(folder)?.into_iter().flatten()
                {
                    let known = Some(Known { key, look, found: Found::Gone });
                    files.insert(name, Entry { known, claim: OnceLock::new() });
                }
                Some(files)
            },
            || Some(Recalled::of(head.articles.read::<Box<Told>>(folder)?)),
        );
        Some(Self { files: files?, articles: articles?, found_hidden: Vec::new(), head })
    }

    /// Compares what is remembered with the files that are found: of those that are remembered how each looks now, if it is
    /// there, and the others. Returns where a tree differs from them that is as the memory says; `None` where that cannot
    /// be told.
    pub fn recognise(&mut self, others: &[Seen]) -> Option<Differences> {
        let (mut differences, mut found_others) = (Differences::default(), FxHashMap::default());
        let mut is_certain = !self.files.is_empty();
        for (name, known) in self.files.iter().filter_map(|(name, entry)| Some((name, entry.known?))) {
            match known.found {
                Found::Same => {}
                Found::Other => differences.changed.push(PathBuf::from(&**name)),
                Found::Gone => differences.removed.push(PathBuf::from(&**name)),
            }
        }
        for Seen { path, look } in others {
            let Some(name) = path.to_str() else {
                is_certain = false;
                continue;
            };
            if self.head.hidden.contains(&Key::of(name)) {
                self.found_hidden.push(name.to_owned());
                differences.changed.push(path.clone());
            } else {
                if self.head.others.remove(name) != Some(*look) {
                    differences.changed.push(path.clone());
                }
                found_others.insert(name.to_owned(), *look);
            }
        }
        differences.removed.extend(self.head.others.keys().map(PathBuf::from));
        self.head.others = found_others;
        (is_certain && self.found_hidden.len() == self.head.hidden.len()).then_some(differences)
    }
}

impl Remembered<'_> {
    /// Writes the memory into a folder. What was remembered before stays until all of it is there.
    pub fn write(self, folder: &Path) -> io::Result<()> {
        let Self { mut head, before, files, articles } = self;
        let mut number = memory_parts::last(folder);
        head.files = before.files.write(folder, files, &mut number)?;
        head.articles = before.articles.write(folder, articles, &mut number)?;
        let bytes = postcard::to_extend(&head, BEGINNING.clone()).map_err(io::Error::other)?;
        let unfinished = folder.join(FILE).with_extension("unfinished");
        fs::write(&unfinished, bytes)?;
        fs::rename(unfinished, folder.join(FILE))?;
        memory_parts::remove_others(folder, [&head.files, &head.articles]);
        Ok(())
    }
}

/// This very program: another build of it may draw everything otherwise.
pub(super) fn program() -> Key {
    let look =
        std::env::current_exe().and_then(fs::metadata).map_or(Look::none(), |about| Look::of_source(&about));
    KeyMaker::new("program").with(env!("CARGO_PKG_VERSION")).with(look.bytes()).done()
}
