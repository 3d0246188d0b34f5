//! What stands under a picture: its words, and whose it is.

use super::names::is_layout;
use super::node::{Node, any_below, has_class, name_of, text_of};
use super::output::Output;
use super::tongue;
use super::walk::Walker;
use super::walk_figure;
use super::walk_quote::undressed;
use crate::model::{Block, Inline, Tongue, one_line};

/// What stands under a picture.
#[derive(Default)]
pub(super) struct Caption {
    content: Vec<Inline>,
    tongue: Tongue,
    credit: String,
    credit_tongue: Tongue,
    /// Whether it stands under somebody's words, whose source is the whole of it.
    is_source: bool,
}

impl Caption {
    /// Nothing yet stands under what is in the figure `node`.
    pub(super) fn under<N: Node>(node: &N) -> Self {
        Self { is_source: any_below(node, |name| name == "blockquote"), ..Self::default() }
    }

    /// Takes the words of an element for the credit.
    pub(super) fn add_credit<N: Node>(&mut self, node: &N) {
        let words = one_line(&text_of(node));
        if !words.is_empty() {
            if !self.credit.is_empty() {
                self.credit.push_str(", ");
            }
            self.credit.push_str(&words);
            self.credit_tongue = tongue::of(node);
        }
    }
}

impl Walker<'_> {
    /// A caption: its words, and whose picture it is.
    pub(super) fn caption<N: Node>(&mut self, node: &N, out: &mut Output, caption: &mut Caption) {
        let mut line = Output::line();
        let credited = caption.credit.len();
        self.caption_part(node, &mut line, caption, 0);
        let (mut content, strays) = line.into_line();
        if caption.credit.len() > credited {
            trim_separators(&mut content);
        }
        if !caption.content.is_empty() && !content.is_empty() {
            caption.content.push(Inline::Break);
        }
        caption.content.extend(content);
        caption.tongue = self.new_tongue(node);
        out.extend(strays);
    }

    /// Goes through a caption, with the credit taken out.
    fn caption_part<N: Node>(&mut self, node: &N, line: &mut Output, caption: &mut Caption, depth: usize) {
        for child in node.children() {
            let name = name_of(&child);
            if is_credit(&child) && !caption.is_source {
                caption.add_credit(&child);
            } else if matches!(name.as_str(), "p" | "div" | "span")
                && depth < 3
                && tongue::of(&child).is_empty()
            {
                let block = name != "span";
                if block {
                    line.boundary();
                }
                self.caption_part(&child, line, caption, depth + 1);
                if block {
                    line.boundary();
                }
            } else {
                self.node(&child, line);
            }
        }
    }
}

/// Whether an element is the caption of the figure it is in.
pub(super) fn is_caption<N: Node>(node: &N) -> bool {
    name_of(node) == "figcaption"
        || has_class(node, |class| matches!(class, "wp-caption-text" | "gallery-caption" | "wp-caption-dd"))
}

/// Whether an element says whose picture it is.
fn is_credit<N: Node>(node: &N) -> bool {
    name_of(node) == "cite" || has_class(node, |class| class.contains("credit") || class == "byline")
}

/// The same outside a caption, where an element of that name may be around the picture itself.
pub(super) fn is_credit_beside<N: Node>(node: &N) -> bool {
    is_credit(node) && !is_layout(&name_of(node)) && !any_below(node, is_layout)
}

/// Cuts a separator that stood between caption and credit.
fn trim_separators(content: &mut Vec<Inline>) {
    while let Some(Inline::Text(text)) = content.last_mut() {
        let length = text.trim_end_matches(|c: char| c.is_whitespace() || "|/·•—–-(".contains(c)).len();
        text.truncate(length);
        if !text.is_empty() {
            return;
        }
        content.pop();
    }
}

/// A caption, for a block that has no place for its language beside it.
fn in_tongue(tongue: Tongue, content: Vec<Inline>) -> Vec<Inline> {
    if tongue.is_empty() || content.is_empty() { content } else { vec![Inline::Passage { tongue, content }] }
}

/// Puts a caption where it belongs for what the figure holds.
pub(super) fn captioned(blocks: Vec<Block>, caption: Caption) -> Vec<Block> {
    let mut blocks = match walk_figure::into_figures(blocks) {
        Ok(figures) if figures.len() > 1 => {
            let mut line = in_tongue(caption.tongue, caption.content);
            if !caption.credit.is_empty() {
                let start = if line.is_empty() { String::new() } else { " ".to_owned() };
                line.push(Inline::Text(start + &caption.credit));
            }
            return vec![Block::Gallery { figures, caption: line }];
        }
        Ok(figures) => figures.into_iter().map(Block::Figure).collect(),
        Err(blocks) => blocks,
    };
    let Caption { content, tongue, credit, credit_tongue, .. } = caption;
    match blocks.as_mut_slice() {
        [Block::Figure(figure)] => {
            if !content.is_empty() {
                (figure.picture.caption, figure.picture.caption_tongue) = (content, tongue);
            }
            if !credit.is_empty() {
                (figure.picture.credit, figure.picture.credit_tongue) = (credit, credit_tongue);
            }
            return blocks;
        }
        [Block::Media(media)] => {
            (media.caption, media.caption_tongue) = (content, tongue);
            (media.credit, media.credit_tongue) = (credit, credit_tongue);
            return blocks;
        }
        [Block::Table { caption: empty, .. }] if empty.is_empty() && credit.is_empty() => {
            *empty = in_tongue(tongue, content);
        }
        [Block::Quote { source, .. } | Block::PullQuote { source, .. }] if source.is_empty() => {
            *source = in_tongue(tongue, undressed(content));
            if !credit.is_empty() {
                let join = if source.is_empty() { "" } else { ", " };
                source.push(Inline::Text(join.to_owned() + &credit));
            }
            return blocks;
        }
        _ => {
            let lines = [in_tongue(tongue, content), super::inlines_of_text(&credit)];
            blocks.extend(lines.into_iter().filter(|line| !line.is_empty()).map(Block::Paragraph));
        }
    }
    blocks
}
