//! Lists and lists of terms.

use super::node::{Node, has_class, name_of};
use super::output::Output;
use super::walk::Walker;
use super::walk_figure::into_figures;
use crate::model::{Block, Inline, ListItem};

impl Walker<'_> {
    /// A list. What stands in it outside any item belongs to the item before it.
    pub(super) fn list<N: Node>(&mut self, name: &str, node: &N, out: &mut Output) {
        let mut items: Vec<Vec<Block>> = Vec::new();
        let mut outside = Output::flow();
        for child in node.children() {
            if name_of(&child) != "li" {
                self.node(&child, &mut outside);
                continue;
            }
            join_to_last(&mut items, std::mem::replace(&mut outside, Output::flow()).into_blocks());
            let mut item = Output::flow();
            self.node(&child, &mut item);
            items.push(item.into_blocks());
        }
        join_to_last(&mut items, outside.into_blocks());
        items.retain(|item| !item.is_empty());
        let pictures_only =
            items.len() > 1 && items.iter().all(|item| matches!(item.as_slice(), [Block::Figure(_)]));
        if pictures_only {
            if let Ok(figures) = into_figures(items.into_iter().flatten().collect()) {
                out.push(Block::Gallery { figures, caption: Vec::new() });
            }
        } else if !items.is_empty() {
            let start = node.attribute("start").and_then(|start| start.trim().parse().ok()).unwrap_or(1);
            let items = items.into_iter().map(ListItem).collect();
            out.push(Block::List { ordered: name == "ol", start, items });
        }
    }

    /// A list of terms; old WordPress galleries are made of such lists, one a picture.
    pub(super) fn definitions<N: Node>(&mut self, node: &N, out: &mut Output) {
        let is_picture = |class: &str| matches!(class, "gallery-item" | "wp-caption");
        if has_class(node, is_picture) {
            return self.figure(node, out);
        }
        let mut entries = Vec::new();
        let strays = self.entries(node, &mut entries, 0);
        if !entries.is_empty() {
            out.push(Block::Definitions(entries));
        }
        out.extend(strays);
    }

    fn entries<N: Node>(
        &mut self,
        node: &N,
        entries: &mut Vec<(Vec<Inline>, Vec<Block>)>,
        depth: usize,
    ) -> Vec<Block> {
        let mut strays = Vec::new();
        for child in node.children() {
            match name_of(&child).as_str() {
                "dt" => {
                    let (term, pictures) = self.line_in(&child);
                    strays.extend(pictures);
                    if !term.is_empty() {
                        entries.push((term, Vec::new()));
                    }
                }
                "div" if depth == 0 => strays.extend(self.entries(&child, entries, 1)),
                name => {
                    let mut meaning = Output::flow();
                    self.node(&child, &mut meaning);
                    let meaning = meaning.into_blocks();
                    match entries.last_mut() {
                        _ if meaning.is_empty() => {}
                        // A second meaning of the same term stands by itself.
                        Some((_, said)) if said.is_empty() || name != "dd" => said.extend(meaning),
                        _ => entries.push((Vec::new(), meaning)),
                    }
                }
            }
        }
        strays
    }
}

fn join_to_last(items: &mut Vec<Vec<Block>>, blocks: Vec<Block>) {
    if blocks.is_empty() {
        return;
    }
    match items.last_mut() {
        Some(last) => last.extend(blocks),
        None => items.push(blocks),
    }
}
