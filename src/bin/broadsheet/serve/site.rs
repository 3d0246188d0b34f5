//! The site that is shown: where it lies, and which pressing it is of.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::{PoisonError, RwLock},
    time::{SystemTime, UNIX_EPOCH},
};

use broadsheet::{press::Outcome, source};

/// What the server and the press share.
pub struct Shown {
    root: PathBuf,
    /// When the command was started: pages of an earlier run load anew.
    started: u128,
    state: RwLock<State>,
}

struct State {
    base_path: String,
    pressings: u64,
    /// Why nothing was pressed, as long as nothing is there to be shown.
    failure: Option<String>,
}

impl Shown {
    /// A site that lies in `root`, where nothing is yet.
    pub fn new(root: PathBuf) -> Self {
        let started = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_millis();
        let state = State { base_path: "/".to_owned(), pressings: 0, failure: None };
        Self { root, started, state: RwLock::new(state) }
    }

    /// The folder of the site.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Takes note of a pressing.
    pub fn pressed(&self, outcome: &Outcome) {
        let settings = fs::read_to_string(self.root.join("site.json")).unwrap_or_default();
        let base_path = source::site::read_site(&settings).map(|site| site.value.base_path);
        let mut state = self.state.write().unwrap_or_else(PoisonError::into_inner);
        if let Ok(base_path) = base_path {
            state.base_path = base_path;
        }
        let was_failing = state.failure.take().is_some();
        if was_failing || outcome.written + outcome.removed > 0 {
            state.pressings += 1;
        }
    }

    /// Takes note of a pressing that came to nothing. What an earlier one pressed goes on being shown.
    pub fn failed(&self, sentence: String) {
        let mut state = self.state.write().unwrap_or_else(PoisonError::into_inner);
        if state.pressings == 0 {
            state.failure = Some(sentence);
        }
    }

    /// Where the site lies, as `site.json` or the command line says: `/`, `/news/`.
    pub fn base_path(&self) -> String {
        self.state.read().unwrap_or_else(PoisonError::into_inner).base_path.clone()
    }

    /// Why there is nothing to show.
    pub fn failure(&self) -> Option<String> {
        self.state.read().unwrap_or_else(PoisonError::into_inner).failure.clone()
    }

    /// What is another text after each pressing that changed something.
    pub fn version(&self) -> String {
        let pressings = self.state.read().unwrap_or_else(PoisonError::into_inner).pressings;
        format!("{}-{pressings}", self.started)
    }
}
