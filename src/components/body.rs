//! An article's body.

use super::embed::embed_view;
use super::figure::{PicturePlace, figure_view};
use super::inline::inlines;
use super::media::{file_view, media_view};
use super::table::table;
use super::{use_edition, use_locale};
use crate::locale::Message;
use crate::model::{Address, Block, Figure, Inline, ListItem, heading_name, plain_text};
use crate::piece::{Element, Piece, element};

/// The blocks of an article, in order: one element for each.
pub(super) fn draw_blocks(blocks: &[Block]) -> Vec<Piece> {
    blocks.iter().map(draw_block).collect()
}

fn draw_block(block: &Block) -> Piece {
    match block {
        Block::Paragraph(content) => line("p", content).into(),
        Block::Heading { level, content } => line(heading_name(*level), content).into(),
        Block::List { ordered, start, items } => list(*ordered, *start, items),
        Block::Definitions(entries) => definitions(entries),
        Block::Quote { content, source, address } => quote(content, source, address.as_ref()),
        Block::PullQuote { content, source } => pull_quote(content, source),
        Block::Table { caption, head, body } => table(caption, head, body),
        Block::Figure(figure) => figure_view(figure, PicturePlace::Body),
        Block::Gallery { figures, caption } => gallery(figures, caption),
        Block::Rule => element("hr").into(),
        // It scrolls by itself, so it can be reached with the keyboard.
        Block::Preformatted(words) => element("pre").set("tabindex", "0").text(words.clone()).into(),
        Block::Embed { address, title, words } => embed_view(address, title, draw_blocks(words)),
        Block::Media(media) => media_view(media, draw_blocks(&media.transcript)),
        Block::File(file) => file_view(file),
        Block::Aside { title, content } => {
            let title = some_line("p", title).map(|title| title.class("aside-title"));
            element("aside").class("aside").child(title).children(draw_blocks(content)).into()
        }
        Block::Passage { tongue, content } => element("div")
            .class("passage")
            .set_some("lang", tongue.lang())
            .set_some("dir", tongue.dir())
            .children(draw_blocks(content))
            .into(),
    }
}

fn line(name: &'static str, content: &[Inline]) -> Element {
    element(name).child(inlines(content))
}

fn some_line(name: &'static str, content: &[Inline]) -> Option<Element> {
    (!content.is_empty()).then(|| line(name, content))
}

fn list(ordered: bool, start: i32, items: &[ListItem]) -> Piece {
    let items = items.iter().map(|item| {
        let number = item.number.map(|number| number.to_string());
        element("li").set_some("value", number).children(list_item(&item.content))
    });
    let start = (ordered && start != 1).then(|| start.to_string());
    element(if ordered { "ol" } else { "ul" }).set_some("start", start).children(items).into()
}

/// An entry that is one line, or one line with a list in it, needs no paragraph of its own.
fn list_item(blocks: &[Block]) -> Vec<Piece> {
    match blocks {
        [Block::Paragraph(content), rest @ ..]
            if rest.iter().all(|block| matches!(block, Block::List { .. })) =>
        {
            let mut entry = draw_blocks(rest);
            entry.insert(0, inlines(content));
            entry
        }
        blocks => draw_blocks(blocks),
    }
}

fn definitions(entries: &[(Vec<Inline>, Vec<Block>)]) -> Piece {
    let entries = entries.iter().flat_map(|(term, meaning)| {
        let term = some_line("dt", term);
        let meaning = (!meaning.is_empty()).then(|| element("dd").children(list_item(meaning)));
        [term, meaning].into_iter().flatten()
    });
    element("dl").children(entries).into()
}

fn quote(content: &[Block], source: &[Inline], address: Option<&Address>) -> Piece {
    let edition = use_edition();
    let cite = address.map(|address| edition.resolve(address));
    let words = element("blockquote").set_some("cite", cite).children(draw_blocks(content));
    let source = some_line("figcaption", source);
    element("figure").class("quote").child(words).child(source).into()
}

/// Its words stand in the article already, so a screen reader hears them as an aside.
fn pull_quote(content: &[Block], source: &[Inline]) -> Piece {
    let source = some_line("p", source).map(|source| source.class("pull-quote-source"));
    element("aside").class("pull-quote").children(draw_blocks(content)).child(source).into()
}

/// Pictures that belong together.
fn gallery(figures: &[Figure], caption: &[Inline]) -> Piece {
    let locale = use_locale();
    let count = u64::try_from(figures.len()).unwrap_or(u64::MAX);
    let label = match plain_text(caption) {
        words if words.is_empty() => locale.count(Message::Gallery, count, &[]),
        words => words,
    };
    let figures = figures.iter().map(|figure| figure_view(figure, PicturePlace::Gallery));
    let grid = element("div").class("gallery-grid").children(figures);
    let caption = some_line("figcaption", caption);
    element("figure").class("gallery").set("aria-label", label).child(grid).child(caption).into()
}
