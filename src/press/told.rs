//! What there is to say of an article beside its text: all that the rest of a pressing needs of it, and all that the next
//! one remembers.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::{Finding, head::Version, key::Key, look::Look, withdrawn::Gone};
use crate::{
    check::{files::MissingFiles, ways::Ways},
    model::{Article, Instant, Language, SitePath},
};

/// An article as it was read.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub(super) struct Told {
    /// What lists need of it.
    pub entry: Entry,
    /// What is wrong with it by itself.
    pub findings: Vec<Finding>,
    /// The files that it names and the content does not have.
    pub missing: MissingFiles,
    /// What it counts on elsewhere on the site.
    pub ways: Ways,
    /// How its file looked.
    pub look: Look,
    /// All files that it names, and whether the content had them.
    pub named: Vec<(String, bool)>,
    /// The time for which it was judged.
    pub span: Span,
}

/// What lists need of an article; its body is not kept.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub(super) struct Entry {
    /// What the article is made of; another as soon as anything of it is another.
    pub key: Key,
    /// Its identifier.
    pub id: String,
    /// Where it is.
    pub path: SitePath,
    /// What it is called in a link.
    pub name: String,
    /// The headline. Empty when there is none.
    pub headline: String,
    /// Its language, where it says so.
    pub language: Option<Language>,
    /// When it was published.
    pub published: Option<Instant>,
    /// When it was last changed.
    pub modified: Option<Instant>,
    /// The year of its publication, as its edition counts; none for a standing page.
    pub year: Option<String>,
    /// What a list shows of it: its summary, as JSON.
    pub item: String,
    /// The edition it is in.
    pub edition: usize,
    /// The lists it stands in beside the front's, each by the parts of its address.
    pub lists: Vec<Vec<String>>,
    /// What it calls the topics and people among them.
    pub names: Vec<(Vec<String>, String)>,
    /// When readers could first read it: by this, lists are ordered.
    pub first_seen: Option<Instant>,
    /// The hosts of the frames that it may show, with their scheme.
    pub frames: Vec<String>,
    /// Whether readers may read it now.
    pub open: bool,
    /// Where they could, and may no longer: what is at its address.
    pub gone: Option<Gone>,
    /// Whether it stands in lists: it is open, and no standing page.
    pub listed: bool,
    /// Whether the search finds it.
    pub searched: bool,
    /// It, and what it is in other languages.
    pub versions: Vec<Version>,
    /// Those of them that readers can read now, where there are others at all. The other articles decide on that.
    #[serde(skip)]
    pub open_versions: Vec<Version>,
    /// Where it was before.
    pub aliases: Vec<SitePath>,
    /// The articles to read next that it names, by their places.
    pub related: Vec<SitePath>,
    /// The file it was read from.
    pub source: PathBuf,
    /// How urgent its newsroom calls it: 1 is the most urgent, 9 the least.
    pub urgency: u8,
}

impl Entry {
    /// The time that is shown of it.
    pub fn date(&self) -> Option<Instant> {
        self.published.or(self.modified)
    }
}

impl Told {
    /// Whether readers may read the article now.
    pub fn is_open(&self) -> bool {
        self.entry.open
    }

    /// Whether all of it still holds for the file that looks like this, at `now`, with the files that there are now.
    pub fn holds(&self, look: Look, now: Instant, has_file: &dyn Fn(&str) -> bool) -> bool {
        self.look == look
            && self.span.holds(now)
            && self.named.iter().all(|(file, was_there)| has_file(file) == *was_there)
    }
}

/// The time between two moments that an article names: within it, nothing changes of whether readers may read it.
#[derive(Clone, Copy, Debug, Default, Deserialize, Serialize)]
pub(super) struct Span {
    from: Option<Instant>,
    until: Option<Instant>,
}

impl Span {
    /// The span around `now`.
    pub fn around(article: &Article, now: Instant) -> Self {
        let summary = &article.summary;
        let moments = [summary.published, summary.modified, article.embargoed_until, article.expires];
        let moments = moments.into_iter().flatten();
        let (past, future): (Vec<Instant>, Vec<Instant>) = moments.partition(|moment| *moment <= now);
        Self { from: past.into_iter().max(), until: future.into_iter().min() }
    }

    /// The moment at which something changes, if one is named.
    pub fn until(self) -> Option<Instant> {
        self.until
    }

    fn holds(self, now: Instant) -> bool {
        self.from.is_none_or(|from| from <= now) && self.until.is_none_or(|until| now < until)
    }
}
