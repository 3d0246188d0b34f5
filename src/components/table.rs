//! Tables.

use leptos::prelude::*;

use super::inline::inlines;
use super::use_edition;
use crate::locale::Message;
use crate::model::{Cell, Inline, Row, plain_text};

/// A table that scrolls by itself where it is wider than the column: the frame takes the focus, so that
/// the arrow keys move it.
#[component]
pub fn TableView(caption: Vec<Inline>, head: Vec<Row>, body: Vec<Row>) -> impl IntoView {
    let label = match plain_text(&caption) {
        words if words.is_empty() => use_edition().locale.text(Message::TableScroll),
        words => words,
    };
    let caption = (!caption.is_empty()).then(|| view! { <caption>{inlines(&caption)}</caption> });
    let head = (!head.is_empty()).then(|| view! { <thead>{rows(&head, "col")}</thead> });
    view! {
        <div class="table-frame" role="region" tabindex="0" aria-label=label>
            <table>
                {caption}
                {head}
                <tbody>{rows(&body, "row")}</tbody>
            </table>
        </div>
    }
}

fn rows(rows: &[Row], scope: &'static str) -> AnyView {
    let rows = rows.iter().map(|row| {
        let cells = row.0.iter().map(|cell| draw_cell(cell, scope)).collect_view();
        view! { <tr>{cells}</tr> }
    });
    rows.collect_view().into_any()
}

fn draw_cell(cell: &Cell, scope: &'static str) -> AnyView {
    let columns = (cell.columns > 1).then_some(cell.columns);
    let rows = (cell.rows > 1).then_some(cell.rows);
    if cell.heading {
        view! { <th scope=scope colspan=columns rowspan=rows>{inlines(&cell.content)}</th> }.into_any()
    } else {
        view! { <td colspan=columns rowspan=rows>{inlines(&cell.content)}</td> }.into_any()
    }
}
