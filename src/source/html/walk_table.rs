//! Tables of data; tables that only lay out a page become what is in their cells.

use super::names::is_layout;
use super::node::{Node, any_below, name_of};
use super::output::Output;
use super::walk::Walker;
use crate::model::{Block, Cell, Inline, Row};

/// The widest and tallest cell.
const MAX_SPAN: u16 = 100;

/// A table while it is read.
#[derive(Default)]
struct Parts {
    caption: Vec<Inline>,
    head: Vec<Row>,
    body: Vec<Row>,
    foot: Vec<Row>,
    /// What cannot stand in a cell.
    strays: Vec<Block>,
}

impl Walker<'_> {
    /// A table.
    pub(super) fn table<N: Node>(&mut self, node: &N, out: &mut Output) {
        if is_page_layout(node) {
            out.boundary();
            self.children(node, out);
            return out.boundary();
        }
        let mut parts = Parts::default();
        for child in node.children() {
            self.table_part(&child, &mut parts);
        }
        let Parts { caption, mut head, mut body, foot, strays } = parts;
        body.extend(foot);
        // Without a `thead`, a first row of headings heads the table.
        let first_heads =
            body.len() > 1 && body.first().is_some_and(|row| row.0.iter().all(|cell| cell.heading));
        if head.is_empty() && first_heads {
            head.push(body.remove(0));
        }
        if !(head.is_empty() && body.is_empty()) {
            out.push(Block::Table { caption, head, body });
        } else if !caption.is_empty() {
            out.push(Block::Paragraph(caption));
        }
        out.extend(strays);
    }

    fn table_part<N: Node>(&mut self, node: &N, parts: &mut Parts) {
        match name_of(node).as_str() {
            "caption" => {
                let (caption, strays) = self.line_in(node);
                parts.caption = caption;
                parts.strays.extend(strays);
            }
            "thead" => {
                let rows = self.rows(node, parts);
                parts.head.extend(rows);
            }
            "tbody" => {
                let rows = self.rows(node, parts);
                parts.body.extend(rows);
            }
            "tfoot" => {
                let rows = self.rows(node, parts);
                parts.foot.extend(rows);
            }
            "tr" => {
                let row = self.row(node, parts);
                parts.body.extend(Some(row).filter(says_something));
            }
            // Nothing else has words here: parsers move them out before the table.
            _ => {}
        }
    }

    fn rows<N: Node>(&mut self, node: &N, parts: &mut Parts) -> Vec<Row> {
        let mut rows = Vec::new();
        // How many more rows a cell above reaches down into.
        let mut reach = 0;
        for child in node.children().iter().filter(|child| name_of(*child) == "tr") {
            let row = self.row(child, parts);
            if says_something(&row) || reach > 0 {
                let tallest = row.0.iter().map(|cell| cell.rows).max().unwrap_or(1);
                reach = tallest.max(reach).saturating_sub(1);
                rows.push(row);
            }
        }
        rows
    }

    fn row<N: Node>(&mut self, node: &N, parts: &mut Parts) -> Row {
        let mut cells = Vec::new();
        for child in node.children() {
            let heading = match name_of(&child).as_str() {
                "th" => true,
                "td" => false,
                _ => continue,
            };
            let (content, strays) = self.line_in(&child);
            parts.strays.extend(strays);
            cells.push(Cell {
                heading,
                columns: span(&child, "colspan"),
                rows: span(&child, "rowspan"),
                content,
            });
        }
        Row(cells)
    }
}

/// Whether anything is in a row's cells. One with nothing is left out, unless a cell of a row above goes on in it.
fn says_something(row: &Row) -> bool {
    row.0.iter().any(|cell| !cell.content.is_empty())
}

fn span<N: Node>(node: &N, name: &str) -> u16 {
    let value = node.attribute(name).and_then(|value| value.trim().parse::<u32>().ok()).unwrap_or(1);
    u16::try_from(value).unwrap_or(MAX_SPAN).clamp(1, MAX_SPAN)
}

/// Whether a table only lays out a page: it says so, or holds more than words and has no headings.
fn is_page_layout<N: Node>(node: &N) -> bool {
    if matches!(node.attribute("role").as_deref(), Some("presentation" | "none")) {
        return true;
    }
    let is_data = any_below(node, |name| matches!(name, "th" | "caption" | "thead"));
    !is_data && any_below(node, is_layout)
}
