//! Lists and lists of terms.

use super::node::{Node, has_class, name_of};
use super::output::Output;
use super::walk::Walker;
use super::walk_figure::into_figures;
use crate::model::{Block, Inline, ListItem};

impl Walker<'_> {
    /// A list. What stands in it outside any item belongs to the item before it.
    pub(super) fn list<N: Node>(&mut self, name: &str, node: &N, out: &mut Output) {
        let mut items: Vec<ListItem> = Vec::new();
        let mut outside = Output::flow();
        for child in node.children() {
            if name_of(&child) != "li" {
                self.node(&child, &mut outside);
                continue;
            }
            join_to_last(&mut items, std::mem::replace(&mut outside, Output::flow()).into_blocks());
            let mut item = Output::flow();
            self.node(&child, &mut item);
            items.push(ListItem { number: number_in(&child, "value"), content: item.into_blocks() });
        }
        join_to_last(&mut items, outside.into_blocks());
        let start = number_in(node, "start");
        if name == "ol" && node.attribute("reversed").is_some() {
            number_down(&mut items, start);
        }
        items.retain(|item| !item.content.is_empty());
        let pictures_only =
            items.len() > 1 && items.iter().all(|item| matches!(item.content.as_slice(), [Block::Figure(_)]));
        if pictures_only {
            if let Ok(figures) = into_figures(items.into_iter().flat_map(|item| item.content).collect()) {
                out.push(Block::Gallery { figures, caption: Vec::new() });
            }
        } else if !items.is_empty() {
            out.push(Block::List { ordered: name == "ol", start: start.unwrap_or(1), items });
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

fn number_in<N: Node>(node: &N, attribute: &str) -> Option<i32> {
    node.attribute(attribute)?.trim().parse().ok()
}

/// Numbers the entries of a list that counts down: to 1, unless it says where it starts.
fn number_down(items: &mut [ListItem], start: Option<i32>) {
    let mut next = start.unwrap_or_else(|| i32::try_from(items.len()).unwrap_or(i32::MAX));
    for item in items {
        let number = item.number.unwrap_or(next);
        item.number = Some(number);
        next = number.saturating_sub(1);
    }
}

fn join_to_last(items: &mut Vec<ListItem>, blocks: Vec<Block>) {
    if blocks.is_empty() {
        return;
    }
    match items.last_mut() {
        Some(last) => last.content.extend(blocks),
        None => items.push(ListItem { number: None, content: blocks }),
    }
}
