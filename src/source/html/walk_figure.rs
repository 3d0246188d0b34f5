//! Pictures, figures and galleries.

use super::node::{Node, has_class, name_of};
use super::output::Output;
use super::srcset;
use super::walk::Walker;
use super::walk_caption::{Caption, captioned, is_caption, is_credit_beside};
use super::walk_media;
use crate::model::{Block, Figure, Inline, Picture, one_line};

impl Walker<'_> {
    /// An image, which splits the line it stands in; one that stands for a character becomes that.
    pub(super) fn image<N: Node>(&mut self, node: &N, out: &mut Output) {
        let alt = one_line(&node.attribute("alt").unwrap_or_default());
        if has_class(node, |class| matches!(class, "emoji" | "wp-smiley" | "latex" | "mathjax")) {
            return self.say(out, alt);
        }
        if srcset::is_pixel(node) {
            return;
        }
        let named = node.attribute("data-assoc-ref").and_then(|name| (self.pictures)(name.trim()));
        let named = named.filter(|picture| self.afford(weight(picture)));
        let picture = match named {
            Some(picture) => picture,
            None => Picture { alt, renditions: srcset::renditions(node), ..Picture::default() },
        };
        if picture.renditions.is_empty() && picture.caption.is_empty() {
            // Nothing to load: what the picture would have said is all there is of it.
            return self.say(out, picture.alt);
        }
        let figure = Figure { picture, link: self.link() };
        if !repeats(out.blocks.last(), &figure) {
            if out.is_line() {
                out.blocks.push(Block::Figure(figure))
            } else {
                out.push(Block::Figure(figure))
            }
        }
    }

    /// Something with a caption: a picture as a rule, but tables, quotes and videos too.
    pub(super) fn figure<N: Node>(&mut self, node: &N, out: &mut Output) {
        let mut inner = Output::flow();
        let mut caption = Caption::under(node);
        self.figure_part(node, &mut inner, &mut caption, 0);
        let quoted = has_class(node, |class| class.contains("pullquote"));
        let blocks = super::walk_embed::named_address(node, inner.into_blocks());
        let blocks = if quoted { as_pull_quote(blocks, Vec::new()) } else { blocks };
        out.extend(captioned(blocks, caption));
    }

    /// Goes through a figure and its wrappers, with the caption taken out.
    fn figure_part<N: Node>(&mut self, node: &N, out: &mut Output, caption: &mut Caption, depth: usize) {
        for child in node.children() {
            let name = name_of(&child);
            let belongs = |child: &N| is_caption(child) || is_credit_beside(child);
            let wraps = name == "div" && depth < 3 && child.children().iter().any(belongs);
            if is_caption(&child) {
                self.caption(&child, out, caption);
            } else if is_credit_beside(&child) {
                caption.add_credit(&child);
            } else if wraps {
                self.figure_part(&child, out, caption, depth + 1);
            } else {
                self.node(&child, out);
            }
        }
    }

    /// An element without a meaning of its own; one with nothing but pictures in it is a gallery.
    pub(super) fn container<N: Node>(&mut self, node: &N, out: &mut Output) {
        if has_class(node, |class| class.contains("pullquote"))
            && !has_class(node, |class| class == "entry-content")
        {
            return out.extend(as_pull_quote(self.blocks_in(node), Vec::new()));
        }
        if has_class(node, |class| class == "wp-caption") {
            return self.figure(node, out);
        }
        if walk_media::is_file_card(node) {
            return self.file_card(node, out);
        }
        if has_class(node, |class| class == "kg-callout-card") {
            let content = self.blocks_in(node);
            if !content.is_empty() {
                out.push(Block::Aside { title: Vec::new(), content });
            }
            return;
        }
        if has_class(node, |class| class == "kg-toggle-card") {
            return self.folded(node, out);
        }
        let blocks = self.blocks_in(node);
        out.boundary();
        match into_figures(blocks) {
            Ok(figures) if figures.len() > 1 => out.push(Block::Gallery { figures, caption: Vec::new() }),
            Ok(figures) => out.extend(figures.into_iter().map(Block::Figure)),
            Err(blocks) => out.extend(blocks),
        }
    }

    /// The body itself: its language counts, but a body of pictures is not a gallery.
    pub(super) fn container_with_tongue<N: Node>(&mut self, body: &N, out: &mut Output) {
        let tongue = self.new_tongue(body);
        if tongue.is_empty() {
            return self.children(body, out);
        }
        let content = self.blocks_in(body);
        if !content.is_empty() {
            out.push(Block::Passage { tongue, content });
        }
    }
}

/// Whether the image only says again what the block before it shows, as the `noscript` twin of an
/// image that a script was to load does.
fn repeats(last: Option<&Block>, figure: &Figure) -> bool {
    let Some(Block::Figure(last)) = last else { return false };
    let addresses = |figure: &Figure| figure.picture.renditions.first().map(|r| r.address.clone());
    addresses(last).is_some() && addresses(last) == addresses(figure)
}

/// About how many bytes a picture takes.
fn weight(picture: &Picture) -> usize {
    256 + picture.alt.len()
        + picture.credit.len()
        + 8 * crate::model::plain_text(&picture.caption).len()
        + picture.renditions.iter().map(|rendition| 64 + rendition.address.as_str().len()).sum::<usize>()
}

/// One pull quote of what may be one, or hold some, with all of their sources.
pub(super) fn as_pull_quote(blocks: Vec<Block>, mut source: Vec<Inline>) -> Vec<Block> {
    let mut content = Vec::new();
    take_out_of_quotes(blocks, &mut content, &mut source);
    if content.is_empty() { Vec::new() } else { vec![Block::PullQuote { content, source }] }
}

fn take_out_of_quotes(blocks: Vec<Block>, content: &mut Vec<Block>, source: &mut Vec<Inline>) {
    for block in blocks {
        match block {
            Block::Quote { content: inner, source: by, .. }
            | Block::PullQuote { content: inner, source: by } => {
                take_out_of_quotes(inner, content, source);
                if !source.is_empty() && !by.is_empty() {
                    source.push(Inline::Break);
                }
                source.extend(by);
            }
            other => content.push(other),
        }
    }
}

/// The figures, if there is nothing but figures and galleries without a caption; else the blocks again.
pub(super) fn into_figures(blocks: Vec<Block>) -> Result<Vec<Figure>, Vec<Block>> {
    let only_figures = blocks.iter().all(|block| match block {
        Block::Figure(_) => true,
        Block::Gallery { caption, .. } => caption.is_empty(),
        _ => false,
    });
    if !only_figures {
        return Err(blocks);
    }
    let figures = blocks.into_iter().flat_map(|block| match block {
        Block::Figure(figure) => vec![figure],
        Block::Gallery { figures, .. } => figures,
        _ => Vec::new(),
    });
    Ok(figures.collect())
}
