//! From markup to blocks.
//!
//! No markup gets any further than this module. A parser makes a tree of it (the browser's own, or
//! `html5ever` natively: [`crate::platform::html`]), one walker goes through that tree with an allow
//! list, and what comes out is plain data. The walker never drops words because it does not know the
//! element around them; it drops what was never meant to be read, such as scripts and styles.

mod dress;
#[cfg(feature = "native")]
mod dropped;
mod line;
mod names;
mod node;
mod output;
mod srcset;
mod tongue;
mod walk;
mod walk_caption;
mod walk_embed;
mod walk_figure;
mod walk_list;
mod walk_media;
mod walk_quote;
mod walk_table;
mod xml;

#[cfg(feature = "native")]
pub use dropped::{Dropped, DroppedKind, dropped};
pub use node::{Kind, Node};
pub(super) use srcset::sorted as sorted_renditions;
pub(super) use xml::with_ends;

use crate::model::{Block, Inline, Picture, one_line};
use crate::platform::html as parser;
use output::Output;
use walk::Walker;

/// How much markup is read, in bytes; a longer document is cut here.
pub const MAX_MARKUP: usize = 4 * 1024 * 1024;

/// The blocks of a body in HTML.
///
/// `pictures` finds the picture that an `<img data-assoc-ref="NAME">` points at.
pub fn read_blocks(markup: &str, pictures: &mut dyn FnMut(&str) -> Option<Picture>) -> Vec<Block> {
    parser::with_body(cut(markup), |body| blocks_of(body, pictures)).unwrap_or_else(|| text_to_blocks(markup))
}

/// The words of a short text in HTML, such as a caption, as one line.
pub fn read_inlines(markup: &str) -> Vec<Inline> {
    if !markup.contains(['<', '&']) {
        return inlines_of_text(markup);
    }
    parser::with_body(cut(markup), |body| {
        let mut no_pictures = |_: &str| None;
        Walker::new(&mut no_pictures).line_in(body).0
    })
    .unwrap_or_else(|| inlines_of_text(markup))
}

/// A plain text as one line.
pub fn inlines_of_text(text: &str) -> Vec<Inline> {
    let line = one_line(text);
    if line.is_empty() { Vec::new() } else { vec![Inline::Text(line)] }
}

/// The paragraphs of a plain text: what blank lines part, or every line where there are none.
pub fn text_to_blocks(plain: &str) -> Vec<Block> {
    let plain = plain.trim().replace("\r\n", "\n");
    let lines: Vec<&str> = plain.split(['\n', '\r', '\u{2028}', '\u{2029}']).collect();
    let is_blank = |line: &&str| line.trim().is_empty();
    let parted = lines.iter().any(is_blank);
    let paragraphs = lines.chunk_by(|line, next| parted && !is_blank(line) && !is_blank(next));
    let paragraphs = paragraphs.map(|lines| inlines_of_text(&lines.join(" ")));
    paragraphs.filter(|line| !line.is_empty()).map(Block::Paragraph).collect()
}

/// The blocks below the `body` of a parsed document, whichever parser made it.
pub fn blocks_of<N: Node>(body: &N, pictures: &mut dyn FnMut(&str) -> Option<Picture>) -> Vec<Block> {
    let mut out = Output::flow();
    Walker::new(pictures).container_with_tongue(body, &mut out);
    out.into_blocks()
}

fn cut(markup: &str) -> &str {
    let mut end = markup.len().min(MAX_MARKUP);
    while !markup.is_char_boundary(end) {
        end -= 1;
    }
    &markup[..end]
}
