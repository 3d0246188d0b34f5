//! The small button beside a selection on a touch screen.

use super::desk::{Opening, ReportDesk, quote_selection};
use super::words::Words;
use crate::locale::Message;
use crate::piece::{Piece, changing, element, nothing};
use crate::platform::events::{Happening, listen};
use crate::platform::selection::{Place, place_below, pointer_is_coarse};
use crate::platform::{document, timer};
use crate::report::ReportSubject;
use leptos::prelude::*;

/// How long a selection must rest before the button shows, in milliseconds: handles are still being dragged.
const REST: u32 = 250;

/// Shows a button below the selection while there is one, where readers point with a finger.
pub(super) fn touch_button(desk: ReportDesk, words: Words, subject: Signal<ReportSubject>) -> Piece {
    let found = RwSignal::new(None::<Opening>);
    Effect::new(move || {
        // One pending look; a new change takes the earlier one back.
        let mut pending = None::<timer::Timer>;
        let changed = move || {
            let look = move || drop(found.try_set(find(subject)));
            if let Some(earlier) = pending.replace(timer::after(REST, look)) {
                earlier.stop();
            }
        };
        // Kept by the effect's owner, so that it ends with the component.
        StoredValue::new_local(listen(Happening::SelectionChanged, changed));
    });
    changing(
        move || found.get(),
        move |opening| {
            let Some(opening) = opening else { return nothing() };
            let Some(Place { left, top }) = place_below() else { return nothing() };
            let open = move || {
                found.set(None);
                desk.opening.set(Some(opening.clone()));
            };
            element("button")
                .set("type", "button")
                .class("report-touch")
                .set("aria-haspopup", "dialog")
                .text(words.text(Message::ReportSelection))
                .drawn(move |button| {
                    document::set_property_of(button, "--report-left", &format!("{left}px"));
                    document::set_property_of(button, "--report-top", &format!("{top}px"));
                })
                // Or the press would take the selection away, and the button with it.
                .on("mousedown", |event| event.prevent_default())
                .on_click(open)
                .into()
        },
    )
}

fn find(subject: Signal<ReportSubject>) -> Option<Opening> {
    if !pointer_is_coarse() {
        return None;
    }
    match quote_selection() {
        Ok(None) => None,
        quote => Some(Opening { subject: subject.get_untracked(), quote }),
    }
}
