//! What these tests ask of a newsroom and its site, beside pressing it.

use std::{collections::BTreeMap, fs, path::PathBuf, process::Command, time::SystemTime};

use broadsheet::model::Instant;
use serde_json::{Value, json};

use crate::press_newsroom::{Newsroom, Pressing};

impl Newsroom {
    /// The time by this machine's clock in so many seconds, as an article says it.
    pub fn in_seconds(&self, seconds: i64) -> Value {
        let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).expect("a time").as_secs();
        json!(Instant::from_unix_seconds(i64::try_from(now).expect("a time") + seconds).to_string())
    }

    /// The text of a file of the site.
    pub fn read(&self, file: &str) -> String {
        let path = self.path("out").join(file);
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    /// Whether the site has a file.
    pub fn has(&self, file: &str) -> bool {
        self.path("out").join(file).is_file()
    }

    /// A file of the site as JSON.
    pub fn json(&self, file: &str) -> Value {
        serde_json::from_str(&self.read(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
    }

    /// Every file of a folder with its bytes, by their names.
    pub fn tree(&self, folder: &str) -> BTreeMap<PathBuf, Vec<u8>> {
        let (mut files, mut folders) = (BTreeMap::new(), vec![self.path(folder)]);
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(&folder).into_iter().flatten() {
                let path = entry.expect("an entry").path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    let name = path.strip_prefix(self.path("")).expect("it lies in the newsroom").to_owned();
                    files.insert(name, fs::read(&path).expect("a file"));
                }
            }
        }
        files
    }

    /// Takes a comma out of an article's file.
    pub fn slip(&self, name: &str) {
        let file = format!("content/articles/{name}.json");
        let text = fs::read_to_string(self.path(&file)).expect("the article");
        self.write(&file, &text.replacen(',', "", 1));
    }

    /// Has what the press remembers forgotten.
    pub fn forget(&self) {
        fs::remove_dir_all(self.path(".out.broadsheet")).expect("removed");
    }

    /// Whether these words are in any file of the site or of what is remembered of it, or in the name of one.
    pub fn tells(&self, words: &str) -> bool {
        let words = words.as_bytes();
        ["out", ".out.broadsheet"].iter().flat_map(|folder| self.tree(folder)).any(|(file, bytes)| {
            let name = file.as_os_str().as_encoded_bytes();
            [name, &bytes].iter().any(|told| told.windows(words.len()).any(|window| window == words))
        })
    }

    /// The addresses an index page lists, in its order; on a front, those of its blocks.
    pub fn listed(&self, file: &str) -> Vec<String> {
        let page = self.json(file);
        let mut items = page["items"].as_array().expect("items").clone();
        for block in page["front"].as_array().into_iter().flatten() {
            items.extend(block["items"].as_array().expect("stories").clone());
        }
        items.iter().map(|item| item["x"]["url"].as_str().expect("an address").to_owned()).collect()
    }

    /// Runs the command without compressed copies.
    pub fn press_without_copies(&self) -> Pressing {
        self.run("content", "app", "out", &["--no-compress"])
    }

    /// Runs the command with other folders.
    pub fn press_folders(&self, content: &str, app: &str, out: &str) -> Pressing {
        self.run(content, app, out, &[])
    }

    /// Checks `content` as of 1 June 2024.
    pub fn check(&self, options: &[&str]) -> Pressing {
        let command = Command::new(env!("CARGO_BIN_EXE_broadsheet"))
            .current_dir(self.path(""))
            .args(["check", "content", "--now", "2024-06-01T00:00:00Z"])
            .args(options)
            .output();
        Pressing::of(&command.expect("the command runs"))
    }
}

impl Pressing {
    /// Demands that everything was pressed; what may be amiss with it is for other tests.
    pub fn is_whole(&self) {
        assert_eq!(self.status, Some(0), "{self:?}");
    }

    /// Demands an exit status, and words in the messages.
    pub fn says(&self, status: i32, words: &[&str]) {
        assert_eq!(self.status, Some(status), "{self:?}");
        for word in words {
            assert!(self.messages.contains(word), "no {word:?} in {}", self.messages);
        }
    }
}
