//! What there is to say of an article beside its text: all that the rest of a pressing needs of it, and all that the next
//! one remembers.

use std::{
    hash::{DefaultHasher, Hash, Hasher},
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};

use super::{
    Finding,
    content::Content,
    file_sizes::{self, FileSizes},
    head::Version,
    items::Item,
    key::Key,
    look::Look,
    withdrawn::Gone,
};
use crate::{
    check::{files::MissingFiles, ways::Ways},
    model::{Article, Instant, Language, SitePath},
    naming::Named,
    route::ListPlace,
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
    /// All files that its document names, whether or not a page shows them, and whether the content had them.
    pub named: Vec<(String, bool)>,
    /// The time for which it was judged.
    pub span: Span,
    /// Whether it was read just now, and is not remembered.
    #[serde(skip)]
    pub is_new: bool,
}

/// What lists need of an article; its body is not kept.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub(super) struct Entry {
    /// What the article is made of; another as soon as anything of it is another.
    pub key: Key,
    /// What its document is made of, where that tells of other articles too.
    #[serde(skip)]
    pub document: Option<Key>,
    /// Its identifier.
    pub id: String,
    /// Where it is.
    pub path: SitePath,
    /// The same as a number.
    pub number: PlaceNumber,
    /// What it is called in a link, where that is not its headline.
    pub other_name: Option<Box<str>>,
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
    /// What a list shows of it: its summary, as JSON. There is none of what readers may not read.
    pub item: Item,
    /// The edition it is in.
    pub edition: usize,
    /// The lists it stands in beside the front's.
    pub lists: Lists,
    /// When readers could first read it: by this, lists are ordered.
    pub first_seen: Option<Instant>,
    /// The hosts of the frames that it may show, with their scheme.
    pub frames: Vec<String>,
    /// The sizes of files that it offers and says nothing of.
    pub file_sizes: FileSizes,
    /// Whether readers may read it now.
    pub open: bool,
    /// Where they could, and may no longer: what is at its address.
    pub gone: Option<Gone>,
    /// Whether it stands in lists: it is open, and no standing page.
    pub listed: bool,
    /// Whether the search finds it.
    pub searched: bool,
    /// It, and what it is in other languages, where it names any.
    pub versions: Box<[Version]>,
    /// Those of them that readers can read now, where there are others at all. The other articles decide on that.
    #[serde(skip)]
    pub open_versions: Vec<Version>,
    /// The places of those that readers cannot reach now, by no former address either.
    #[serde(skip)]
    pub closed_versions: Vec<SitePath>,
    /// Where it was before.
    pub aliases: Vec<SitePath>,
    /// The articles to read next that it names, by the numbers of their places.
    pub related: Box<[PlaceNumber]>,
    /// The same of those that it names by their identifiers alone.
    pub named: Box<[Box<str>]>,
    /// Whether its file leaves its address to its language: its document says it.
    pub settled: bool,
    /// The file it was read from.
    pub source: PathBuf,
    /// The file of the site that is served with its last good version, where that stays on the site because of a fault in
    /// the file it was read from.
    #[serde(skip)]
    pub published_text: Option<Box<Path>>,
    /// How urgent its newsroom calls it: 1 is the most urgent, 9 the least.
    pub urgency: u8,
}

/// Lists, in one text: an archive has many articles, and each of them stands in several.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub(super) struct Lists(Box<str>);

impl Lists {
    /// What stands before each list, and between a list and each thing that is said of it.
    const MARKS: [char; 2] = ['\u{1e}', '\u{1f}'];

    /// Sections by their slugs; then topics and people by the parts of their addresses, with what an article says of them.
    pub fn of(sections: &[Vec<String>], named: &[(ListPlace, Named)]) -> Self {
        let [list, mark] = Self::MARKS;
        let sections = sections.iter().map(|parts| format!("{list}{}", parts.join("/")));
        let named = named.iter().map(|(place, named)| {
            let said = [Some(named.name), named.portrait].into_iter().flatten();
            let said = said.map(|words| format!("{mark}{}", words.replace(Self::MARKS, " ")));
            format!("{list}{}{}", place.parts.join("/"), said.collect::<String>())
        });
        Self(sections.chain(named).collect::<String>().into())
    }

    /// Each by its place below the front, such as `learn/politics`; and what the article says of it, if it is a topic or a
    /// person.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Option<Named<'_>>)> {
        let [list, mark] = Self::MARKS;
        let lists = self.0.split(list).skip(1);
        lists.map(move |list| {
            let mut said = list.split(mark);
            let place = said.next().unwrap_or_default();
            (place, said.next().map(|name| Named { name, portrait: said.next() }))
        })
    }
}

/// A place as a number: a number is short, and two places with one number are not to be expected.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
pub(super) struct PlaceNumber(u64);

impl PlaceNumber {
    /// The number of a place: the same in every run of one program.
    pub fn of(place: &SitePath) -> Self {
        let mut hasher = DefaultHasher::new();
        place.as_str().hash(&mut hasher);
        Self(hasher.finish())
    }
}

impl Entry {
    /// What it is called in a link.
    pub fn name(&self) -> &str {
        self.other_name.as_deref().unwrap_or(&self.headline)
    }

    /// What articles are ordered by, from the oldest.
    pub fn order(&self) -> (Option<Instant>, &SitePath) {
        (self.first_seen, &self.path)
    }

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

    /// Whether all of it still holds for the file that looks like this, at `now`, with the files that `content` has now.
    pub fn holds(&self, look: Look, now: Instant, content: &Content) -> bool {
        self.look == look
            && self.span.holds(now)
            && self.named.iter().all(|(file, was_there)| content.has_file(file) == *was_there)
            && file_sizes::hold(content, &self.entry.file_sizes)
    }
}

/// The time between two moments that an article names: within it, nothing changes of whether readers may read it, and of
/// what is wrong with it.
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
        let corrected = article.corrections.iter().filter_map(|correction| correction.date);
        let moments = moments.into_iter().flatten().chain(corrected);
        // A day has come when it begins.
        let moments = moments.flat_map(|moment| [moment.begins(), moment]);
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
