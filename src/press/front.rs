//! The fronts: which stories stand where, as the newsroom arranged it in `site.json` or else as a front usually is.
//!
//! A story stands on a front once. What it holds does not grow with the archive: each block has its number of stories.

use std::collections::{BTreeMap, HashSet};

use rustc_hash::FxHashMap;
use serde_json::{Map, Value, json};

use super::{Finding, PressError, content::Content, lists::List, output::Output, told::Entry};
use crate::{
    check::fronts::named_stories,
    model::{FrontBlock, FrontKind, Site, SitePath},
};

/// How long a story counts as recent, in seconds before the newest one: among those, urgency goes before time.
const RECENT: i64 = 48 * 3600;

/// The fewest stories that a section's block has on a front that nobody arranged.
const FEWEST: usize = 2;

/// The fronts by their editions, each as the blocks of its document, in JSON.
pub(super) type Fronts = BTreeMap<usize, String>;

/// A block with its stories.
struct Part<'a> {
    kind: FrontKind,
    section: Vec<String>,
    stories: Vec<&'a Entry>,
    /// Whether its section has stories that stand neither here nor above.
    more: bool,
}

/// Arranges the front of every edition that has stories. Notes in `lists` where the way from a front to older
/// articles leads, and in `findings` which articles `site.json` names in vain.
pub(super) fn arrange(
    content: &Content,
    lists: &mut [List],
    findings: &mut Vec<Finding>,
    output: &Output,
) -> Result<Fronts, PressError> {
    let site = &content.site;
    let (mut fronts, mut first_pages) = (Fronts::new(), Vec::new());
    for (place, front) in lists.iter().enumerate().filter(|(_, list)| list.place.parts.is_empty()) {
        let mut desk = Desk::new(site, front, lists);
        let named = desk.reserve(content, findings);
        let parts = desk.parts(named);
        if !parts.is_empty() {
            first_pages.push((place, desk.first_page(site.page_size.max(1))));
            let blocks: Vec<Value> =
                parts.iter().map(|part| document(part, output)).collect::<Result<_, _>>()?;
            fronts.insert(front.edition, Value::Array(blocks).to_string());
        }
    }
    for (place, first_page) in first_pages {
        if let Some(front) = lists.get_mut(place) {
            front.newest_first = first_page;
        }
    }
    Ok(fronts)
}

/// A block as the front's document has it.
fn document(part: &Part, output: &Output) -> Result<Value, PressError> {
    let items: Vec<String> = part.stories.iter().map(|entry| output.item(entry)).collect::<Result<_, _>>()?;
    let items = items.iter().filter_map(|item| serde_json::from_str::<Value>(item).ok());
    let mut block = Map::new();
    block.insert("block".to_owned(), json!(part.kind.as_str()));
    if !part.section.is_empty() {
        block.insert("section".to_owned(), json!(part.section.join("/")));
    }
    if part.more {
        block.insert("more".to_owned(), json!(true));
    }
    block.insert("items".to_owned(), items.collect());
    Ok(Value::Object(block))
}

/// The stories of an edition while its front is arranged.
struct Desk<'a, 'l> {
    site: &'a Site,
    edition: usize,
    /// From the newest.
    stories: Vec<&'a Entry>,
    /// Those of each section, by the slugs of that, from the oldest.
    sections: FxHashMap<&'l [String], &'l [&'a Entry]>,
    /// Those that stand somewhere already, or are kept for a block that names them.
    taken: HashSet<&'a SitePath>,
}

impl<'a, 'l> Desk<'a, 'l> {
    fn new(site: &'a Site, front: &List<'a>, lists: &'l [List<'a>]) -> Self {
        let stories = front.articles.iter().rev().copied().collect();
        let sections = lists.iter().filter(|list| list.edition == front.edition);
        let sections = sections.map(|list| (list.place.parts.as_slice(), list.articles.as_slice())).collect();
        Self { site, edition: front.edition, stories, sections, taken: HashSet::new() }
    }

    /// Keeps the articles that blocks name for them. One that is not there, or stands above, is a warning.
    fn reserve(&mut self, content: &Content, findings: &mut Vec<Finding>) -> Vec<Vec<&'a Entry>> {
        let find = |path: &SitePath| self.stories.iter().copied().find(|entry| entry.path == *path);
        let (named, unfit) = named_stories(content, self.edition, find);
        self.taken.extend(named.iter().flatten().map(|story| &story.path));
        findings.extend(unfit);
        named
    }

    /// The blocks that have stories. `named` are those that each block of the newsroom's arrangement names.
    fn parts(&mut self, named: Vec<Vec<&'a Entry>>) -> Vec<Part<'a>> {
        let own = &self.site.front;
        let (blocks, fewest) = if own.is_empty() { (usual(self.site), FEWEST) } else { (own.clone(), 1) };
        let mut named = named.into_iter();
        let parts = blocks.into_iter().filter_map(|block| {
            let stories = named.next().unwrap_or_default();
            let fewest = if block.kind == FrontKind::Section { fewest } else { 1 };
            let wanted = block.stories.saturating_sub(stories.len());
            // One more than are shown says that there are more.
            let candidates: Vec<_> = self.candidates(&block).take(fewest.max(wanted + 1)).collect();
            if stories.len() + candidates.len() < fewest {
                return None;
            }
            let more = block.kind == FrontKind::Section && candidates.len() > wanted;
            let stories: Vec<_> = stories.into_iter().chain(candidates.into_iter().take(wanted)).collect();
            self.taken.extend(stories.iter().map(|story| &story.path));
            Some(Part { kind: block.kind, section: block.section, stories, more })
        });
        parts.collect()
    }

    /// The stories that a block may take, the best first.
    fn candidates(&self, block: &FrontBlock) -> impl Iterator<Item = &'a Entry> {
        let (recent, others): (Vec<&Entry>, _) = match block.kind {
            FrontKind::Latest => (Vec::new(), self.stories.as_slice()),
            FrontKind::Section => (Vec::new(), [].as_slice()),
            FrontKind::Lead | FrontKind::Row => {
                let count = self.stories.iter().take_while(|story| self.is_recent(story)).count();
                let (recent, others) = self.stories.split_at(count);
                let mut recent = recent.to_vec();
                // Stories of one rank stay in the order of time.
                recent.sort_by_key(|story| story.urgency);
                (recent, others)
            }
        };
        let section =
            self.sections.get(block.section.as_slice()).filter(|_| block.kind == FrontKind::Section);
        let section = section.copied().unwrap_or_default().iter().rev().copied();
        let all = recent.into_iter().chain(others.iter().copied()).chain(section);
        all.filter(|story| !self.taken.contains(&story.path))
    }

    /// Whether a story is recent: among those, urgency goes before time.
    fn is_recent(&self, story: &Entry) -> bool {
        let newest = self.stories.first().and_then(|story| story.first_seen);
        let both = newest.zip(story.first_seen);
        both.is_some_and(|(newest, seen)| newest.unix_seconds() - seen.unix_seconds() <= RECENT)
    }

    /// The oldest numbered page of which everything stands on the front, as does everything newer: older articles
    /// begin on the page before it.
    fn first_page(&self, size: usize) -> u32 {
        let oldest_first = self.stories.iter().rev();
        let mut newest_missing =
            oldest_first.enumerate().filter(|(_, story)| !self.taken.contains(&story.path));
        // Pages are counted from 1.
        let first = newest_missing.next_back().map_or(1, |(index, _)| index / size + 2);
        u32::try_from(first).unwrap_or(u32::MAX)
    }
}

/// The front where `site.json` arranges none.
fn usual(site: &Site) -> Vec<FrontBlock> {
    let block = |kind: FrontKind, section| FrontBlock {
        kind,
        section,
        stories: kind.usual_stories(),
        articles: Vec::new(),
    };
    let sections = site.sections.iter().map(|section| block(FrontKind::Section, vec![section.slug.clone()]));
    let top = [FrontKind::Lead, FrontKind::Row].map(|kind| block(kind, Vec::new()));
    top.into_iter().chain(sections).chain([block(FrontKind::Latest, Vec::new())]).collect()
}
