//! The front: its arrangement in `site.json`, and the blocks of a front's own document.

use super::json::Place;
use crate::model::{FrontBlock, FrontKind, FrontPart, Site};

/// How many stories a block may hold, so that a front stays one.
const MOST_STORIES: u32 = 20;

/// The arrangement of the front: `front` in `site.json`. A block that is unfit is a problem, and left out.
pub(super) fn blocks(root: &Place<'_>, site: &Site) -> Vec<FrontBlock> {
    let mut blocks: Vec<FrontBlock> = Vec::new();
    for place in root.list(&["front"]) {
        let Some(block) = block(&place, site) else { continue };
        let is_lead = |block: &FrontBlock| block.kind == FrontKind::Lead;
        if is_lead(&block) && blocks.iter().any(is_lead) {
            place.unfit("one lead and no more");
        } else {
            blocks.push(block);
        }
    }
    blocks
}

fn block(place: &Place<'_>, site: &Site) -> Option<FrontBlock> {
    let (kind, section) = head(place)?;
    let slugs: Vec<&str> = section.iter().map(String::as_str).collect();
    if kind == FrontKind::Section && site.section_chain(&slugs).is_none() {
        place.member("section").as_ref().unwrap_or(place).unfit("a section of the site, such as economy");
        return None;
    }
    let stories = place.member("stories").and_then(|stories| {
        let count = stories.count()?;
        let most = if kind == FrontKind::Lead { 1 } else { MOST_STORIES };
        if !(1..=most).contains(&count) {
            stories.unfit(&format!("from 1 to {most} stories in the block"));
        }
        usize::try_from(count.clamp(1, most)).ok()
    });
    let articles = place.list(&["articles"]);
    let mut articles: Vec<_> = articles.iter().filter_map(Place::path).collect();
    if !articles.is_empty() && matches!(kind, FrontKind::Section | FrontKind::Latest) {
        place.note("articles in a lead or a row only", format!("some in the block \"{}\"", kind.as_str()));
        articles.clear();
    }
    Some(FrontBlock { kind, section, stories: stories.unwrap_or(kind.usual_stories()), articles })
}

/// What a block is, and the slugs of its section.
fn head(place: &Place<'_>) -> Option<(FrontKind, Vec<String>)> {
    let name = place.member("block");
    let kind = name.as_ref().and_then(|name| FrontKind::parse(name.value().as_str()?.trim()));
    if kind.is_none() {
        name.as_ref().unwrap_or(place).unfit("a block of the kind lead, row, section or latest");
    }
    let section = place.member("section").and_then(|section| section.path());
    Some((kind?, section.iter().flat_map(|section| section.parts()).map(str::to_owned).collect()))
}

/// A block of a front's document, and the places of its stories.
pub(super) fn part<'a>(place: &Place<'a>) -> Option<(FrontPart, Vec<Place<'a>>)> {
    let (kind, section) = head(place)?;
    let more = place.member("more").is_some_and(|more| more.value() == true);
    Some((FrontPart { kind, section, stories: 0, more }, place.list(&["items"])))
}
