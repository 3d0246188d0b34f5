//! Quotes and side notes.

use super::names::{Kin, kin};
use super::node::{Kind, Node, has_class, name_of, seen, text_of};
use super::output::Output;
use super::walk::Walker;
use super::walk_figure::as_pull_quote;
use crate::model::{Address, Block, Inline};

impl Walker<'_> {
    /// A quote: its source is in a `footer`, `cite` or `figcaption` of its own.
    pub(super) fn quote<N: Node>(&mut self, node: &N, out: &mut Output) {
        let mut inner = Output::flow();
        let mut source = Vec::new();
        let children = node.children();
        let go_on = go_on_after(&children);
        for (child, goes_on) in children.into_iter().zip(go_on.into_iter().rev()) {
            // Within the words of the quote, a `cite` is the title of a work.
            let in_words = goes_on && name_of(&child) == "cite";
            if names_source(&child) && !in_words {
                let (line, strays) = self.line_in(&child);
                if !source.is_empty() && !line.is_empty() {
                    source.push(Inline::Break);
                }
                source.extend(undressed(line));
                inner.extend(strays);
            } else {
                self.node(&child, &mut inner);
            }
        }
        let content = inner.into_blocks();
        if content.is_empty() {
            // A source without words is all there is.
            if !source.is_empty() {
                out.push(Block::Paragraph(source));
            }
            return;
        }
        // Ghost's second kind of blockquote is the article's own words, set large.
        if has_class(node, |class| class.contains("pullquote") || class == "kg-blockquote-alt") {
            out.extend(as_pull_quote(content, source));
        } else {
            let address = node.attribute("cite").and_then(|cite| Address::parse(&cite).ok());
            out.push(Block::Quote { content, source, address });
        }
    }

    /// A side note. The summary of a folded part is its title, as is a heading at the start.
    pub(super) fn aside<N: Node>(&mut self, name: &str, node: &N, out: &mut Output) {
        if name == "details" {
            return self.folded(node, out);
        }
        if has_class(node, |class| class.contains("pullquote")) {
            return self.container(node, out);
        }
        let content = self.blocks_in(node);
        push_aside(Vec::new(), content, out);
    }

    /// A part that folds away: its visible line is the title.
    pub(super) fn folded<N: Node>(&mut self, node: &N, out: &mut Output) {
        let mut title = Vec::new();
        let mut inner = Output::flow();
        for child in node.children() {
            if title.is_empty() && name_of(&child) == "summary" {
                let (line, strays) = self.line_in(&child);
                title = line;
                inner.extend(strays);
            } else {
                self.node(&child, &mut inner);
            }
        }
        push_aside(title, inner.into_blocks(), out);
    }
}

fn push_aside(mut title: Vec<Inline>, mut content: Vec<Block>, out: &mut Output) {
    if title.is_empty()
        && content.len() > 1
        && let Some(Block::Heading { content: words, .. }) = content.first_mut()
    {
        title = std::mem::take(words);
        content.remove(0);
    }
    if content.is_empty() {
        if !title.is_empty() {
            out.push(Block::Paragraph(title));
        }
    } else {
        out.push(Block::Aside { title, content });
    }
}

/// Whether a child of a quote names its source: an element for it, or a paragraph with nothing but a `cite`.
fn names_source<N: Node>(node: &N) -> bool {
    match name_of(node).as_str() {
        "footer" | "cite" | "figcaption" => true,
        "p" => {
            let mut children = node.children().into_iter().filter(|child| !words_of(child).trim().is_empty());
            children.next().is_some_and(|first| name_of(&first) == "cite") && children.next().is_none()
        }
        _ => false,
    }
}

/// Whether the line goes on after each of these nodes, with words or with an element that stands in a line; from the last
/// to the first. What is a sign, a break or empty makes no difference, and neither does a `cite`: titles are listed as
/// sources are.
fn go_on_after<N: Node>(nodes: &[N]) -> Vec<bool> {
    let mut goes_on = false;
    let mut all = Vec::new();
    for node in nodes.iter().rev() {
        all.push(goes_on);
        let in_line = match name_of(node).as_str() {
            "cite" => continue,
            name => matches!(kin(name), Kin::Dress | Kin::Plain),
        };
        if words_of(node).contains(char::is_alphanumeric) {
            goes_on = in_line;
        }
    }
    all
}

/// The words of a text or of an element.
fn words_of<N: Node>(node: &N) -> String {
    match seen(node) {
        Kind::Text(text) => text,
        Kind::Other => String::new(),
        Kind::Element(_) | Kind::Foreign(_) => text_of(node),
    }
}

/// A source that is a `cite` as a whole needs no such dress.
pub(super) fn undressed(mut line: Vec<Inline>) -> Vec<Inline> {
    match line.as_mut_slice() {
        [Inline::Cite(content)] => std::mem::take(content),
        _ => line,
    }
}
