//! The arranged front: a lead, rows, a block a section, what is latest.

use super::figure::PicturePlace;
use super::summary_list::{Setting, story};
use super::{use_edition, use_locale};
use crate::locale::Message;
use crate::model::{FrontKind, FrontPart, IndexPage, SitePath, Summary};
use crate::piece::{Element, Piece, element};

/// A story of a row: they stand side by side where there is room.
const ROW: Setting =
    Setting { look: "card-row", heading: "h2", picture: Some(PicturePlace::Row), lead: true };

/// The first story of a section.
const FIRST: Setting =
    Setting { look: "card-first", heading: "h3", picture: Some(PicturePlace::Section), lead: true };

/// The second of two stories of a section: as large as the first where there is room beside it.
const PAIR: Setting =
    Setting { look: "card-pair", heading: "h3", picture: Some(PicturePlace::Pair), lead: true };

/// The other stories of a section.
const SMALL: Setting =
    Setting { look: "card-small", heading: "h3", picture: Some(PicturePlace::Small), lead: false };

/// What is latest: time and headline.
const LINE: Setting = Setting { look: "card-line", heading: "h3", picture: None, lead: false };

/// The blocks of a front, from the top.
pub fn front(page: &IndexPage) -> Piece {
    let mut rest = page.items.as_slice();
    let blocks = page.front.iter().filter(|part| part.stories > 0).map(|part| {
        let (stories, others) = rest.split_at(part.stories.min(rest.len()));
        rest = others;
        block(part, stories)
    });
    element("div").class("front").children(blocks).into()
}

fn block(part: &FrontPart, stories: &[Summary]) -> Element {
    let items = |first: &Setting, others: &Setting| -> Vec<Element> {
        let set = |(index, summary)| story("li", summary, if index == 0 { first } else { others });
        stories.iter().enumerate().map(set).collect()
    };
    match part.kind {
        FrontKind::Lead => {
            element("div").children(stories.iter().map(|summary| story("div", summary, &Setting::TOP)))
        }
        FrontKind::Row => element("ul").class("front-row").children(items(&ROW, &ROW)),
        FrontKind::Section if stories.len() == 2 => section(part, items(&FIRST, &PAIR)),
        FrontKind::Section => section(part, items(&FIRST, &SMALL)),
        FrontKind::Latest => {
            let heading = element("h2").class("front-heading").text(use_locale().text(Message::MoreStories));
            let lines = element("ul").class("front-lines").children(items(&LINE, &LINE));
            element("section").class("front-block front-latest").child(heading).child(lines)
        }
    }
}

/// A section's block: its name, which leads to it, its stories, and the way to more of them.
fn section(part: &FrontPart, stories: Vec<Element>) -> Element {
    let edition = use_edition();
    let slugs: Vec<&str> = part.section.iter().map(String::as_str).collect();
    let path: SitePath = slugs.iter().fold(edition.edition().path.clone(), |path, slug| path.join(slug));
    let href = edition.href(&path);
    // A document that is older than the settings may name a section that is no more.
    let name = match edition.site.section_chain(&slugs).unwrap_or_default().last() {
        Some(section) => edition.section_name(section),
        None => slugs.join(" / "),
    };
    let more = part.more.then(|| {
        let words = edition.locale.with(Message::MoreFrom, &[("section", &name)]);
        let link = element("a").set("href", href.clone()).text(words);
        element("p").class("front-more").child(link)
    });
    let heading = element("h2").class("front-heading").child(element("a").set("href", href).text(name));
    // How they stand beside each other follows from how many there are.
    let arranged = match stories.len() {
        0 | 1 => "front-stories front-stories-one",
        2 => "front-stories",
        3..=5 => "front-stories front-stories-several",
        _ => "front-stories front-stories-several front-stories-many",
    };
    element("section")
        .class("front-block")
        .child(heading)
        .child(element("ul").class(arranged).children(stories))
        .child(more)
}
