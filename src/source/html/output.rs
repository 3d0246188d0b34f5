//! Where the walker puts what it finds.

use std::rc::Rc;

use super::line::{self, Dress, Piece, Run, Wrapper};
use crate::model::{Block, Inline};

/// Blocks as they are gathered, and the line that is being filled.
pub(super) struct Output {
    /// What is finished. In an output for one line: what cannot stand in a line, such as a picture.
    pub(super) blocks: Vec<Block>,
    runs: Vec<Run>,
    single_line: bool,
}

impl Output {
    /// For a place that holds blocks.
    pub(super) fn flow() -> Self {
        Self { blocks: Vec::new(), runs: Vec::new(), single_line: false }
    }

    /// For a place that holds one line, such as a heading or a cell.
    pub(super) fn line() -> Self {
        Self { single_line: true, ..Self::flow() }
    }

    /// Whether this is for one line.
    pub(super) fn is_line(&self) -> bool {
        self.single_line
    }

    /// Adds words.
    pub(super) fn text(&mut self, wrappers: &[Rc<Wrapper>], text: String) {
        if !text.is_empty() {
            self.add(wrappers, Piece::Text(text));
        }
    }

    /// Adds a line break.
    pub(super) fn line_break(&mut self, wrappers: &[Rc<Wrapper>]) {
        self.add(wrappers, Piece::Break);
    }

    /// Adds a piece with the elements around it. Of links within links the innermost counts: a page has none in another,
    /// and a browser would pull them apart.
    fn add(&mut self, wrappers: &[Rc<Wrapper>], piece: Piece) {
        let mut kept: Vec<Rc<Wrapper>> = Vec::with_capacity(wrappers.len());
        for wrapper in wrappers {
            let is_link = |wrapper: &Rc<Wrapper>| matches!(wrapper.dress, Dress::Link(_));
            if is_link(wrapper) {
                kept.retain(|around| !is_link(around));
            }
            kept.push(wrapper.clone());
        }
        self.runs.push(Run { wrappers: kept, piece });
    }

    /// Ends the paragraph; in an output for one line, the line within it.
    pub(super) fn boundary(&mut self) {
        if self.single_line {
            self.line_break(&[]);
        } else {
            let runs = std::mem::take(&mut self.runs);
            self.blocks.extend(line::paragraphs(runs).into_iter().map(Block::Paragraph));
        }
    }

    /// Adds a block, after what stands before it.
    pub(super) fn push(&mut self, mut block: Block) {
        if let Block::Quote { source, .. } | Block::PullQuote { source, .. } = &mut block {
            cut_dash(source);
        }
        self.boundary();
        match (self.blocks.last_mut(), block) {
            (Some(Block::Passage { tongue, content }), Block::Passage { tongue: other, content: more })
                if *tongue == other =>
            {
                content.extend(more);
            }
            (_, block) => self.blocks.push(block),
        }
    }

    /// Adds several blocks.
    pub(super) fn extend(&mut self, blocks: impl IntoIterator<Item = Block>) {
        blocks.into_iter().for_each(|block| self.push(block));
    }

    /// What came of it, as blocks.
    pub(super) fn into_blocks(mut self) -> Vec<Block> {
        self.single_line = false;
        self.boundary();
        self.blocks
    }

    /// What came of it: the line, and what cannot stand in it.
    pub(super) fn into_line(self) -> (Vec<Inline>, Vec<Block>) {
        (line::one_line(self.runs), self.blocks)
    }
}

/// Cuts the dash before the source of a quote, which the style of a page draws.
fn cut_dash(source: &mut [Inline]) {
    match source.first_mut() {
        Some(Inline::Passage { content, .. }) => cut_dash(content),
        Some(Inline::Text(text)) => {
            *text = text.trim_start_matches(['—', '–', '―', '-', ' ', '\u{a0}']).to_owned();
        }
        _ => {}
    }
}
