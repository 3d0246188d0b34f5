//! Where the viewer shows a picture: it is enlarged, moved, and swiped away there.

use leptos::prelude::*;

use super::viewer::{FRAME, Pictures};
use crate::piece::{Element, Event, element};
use crate::platform::events;
use crate::platform::{enlarged, focus, marks, timer};

/// The identifier of the element that the picture lies in.
const PLACE: &str = "viewer-picture";

/// How far a finger goes that swipes, in pixels.
const SWIPE: i32 = 48;

/// Enlarges the picture around the pointer, or around its middle, or makes it as large as the window again.
pub(super) fn turn_zoom(zoomed: RwSignal<bool>, pointer: Option<(i32, i32)>) {
    zoomed.update(|zoomed| *zoomed = !*zoomed);
    if zoomed.get_untracked() {
        // Once the page says that it is large.
        let enlarge = move || {
            // A rendition for its new width, which stays when it is small again.
            marks::set_each("#viewer img[sizes]", "sizes", std::iter::once(Some("250vw".to_owned())));
            enlarged::to_enlarged(PLACE, pointer);
        };
        timer::after(0, enlarge).forget();
    }
}

/// Where the picture is. A finger that swipes turns to the next one, two fingers are the browser's. What is larger than
/// the screen follows the mouse that holds it, as the browser has it follow a finger.
pub(super) fn place(pictures: Pictures, zoomed: RwSignal<bool>, mirrored: bool) -> Element {
    let begun = StoredValue::new(None::<(i32, i32)>);
    let end = move |event: Event| {
        let begin = begun.try_update_value(Option::take).flatten();
        let Some((end, begin)) = events::pointer(&event).zip(begin) else { return };
        let (way, down) = (end.0 - begin.0, end.1 - begin.1);
        if way.abs() >= SWIPE.max(down.abs()) && !zoomed.get_untracked() {
            pictures.go(if (way < 0) != mirrored { 1 } else { -1 });
        }
    };
    let drag = move |event: Event| {
        let held = begun.get_value().filter(|_| zoomed.get_untracked() && events::is_held_by_mouse(&event));
        if let Some((before, now)) = held.zip(events::pointer(&event)) {
            enlarged::move_by(PLACE, (now.0 - before.0, now.1 - before.1));
            begun.set_value(Some(now));
        } else if held.is_none() && zoomed.get_untracked() {
            // It was let go where nobody saw it.
            begun.set_value(None);
        }
    };
    element("div")
        .set("id", PLACE)
        .class("viewer-picture")
        // What is larger than its place can be reached, and moved, with the keyboard.
        .follow("tabindex", move || zoomed.get().then(|| "0".to_owned()))
        .on("dblclick", move |event| {
            turn_zoom(zoomed, events::pointer(&event));
            // What is as large as the window again cannot keep the focus.
            focus::focus(FRAME);
        })
        .on("dragstart", |event: Event| event.prevent_default())
        // A second finger ends the swipe of the first.
        .on("pointerdown", move |event| {
            begun.set_value(events::pointer(&event).filter(|_| events::is_first_pointer(&event)));
        })
        .on("pointermove", drag)
        .on("pointercancel", move |_| begun.set_value(None))
        .on("pointerup", end)
}
