//! Tables.

use super::inline::inlines;
use super::use_locale;
use crate::locale::Message;
use crate::model::{Cell, Inline, Row, plain_text};
use crate::piece::{Element, Piece, element};

/// A table that scrolls by itself where it is wider than the column: the frame takes the focus, so that
/// the arrow keys move it.
pub fn table(caption: &[Inline], head: &[Row], body: &[Row]) -> Piece {
    let label = match plain_text(caption) {
        words if words.is_empty() => use_locale().text(Message::TableScroll),
        words => words,
    };
    let caption = (!caption.is_empty()).then(|| element("caption").child(inlines(caption)));
    let head = (!head.is_empty()).then(|| element("thead").children(rows(head, "col")));
    let body = element("tbody").children(rows(body, "row"));
    let table = element("table").child(caption).child(head).child(body);
    element("div")
        .class("table-frame")
        .set("role", "region")
        .set("tabindex", "0")
        .set("aria-label", label)
        .child(table)
        .into()
}

fn rows(rows: &[Row], scope: &'static str) -> impl Iterator<Item = Element> {
    rows.iter().map(move |row| element("tr").children(row.0.iter().map(|cell| draw_cell(cell, scope))))
}

fn draw_cell(cell: &Cell, scope: &'static str) -> Element {
    let span = |count: u16| (count > 1).then(|| count.to_string());
    element(if cell.heading { "th" } else { "td" })
        .set_some("scope", cell.heading.then_some(scope))
        .set_some("colspan", span(cell.columns))
        .set_some("rowspan", span(cell.rows))
        .child(inlines(&cell.content))
}
