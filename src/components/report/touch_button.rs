//! The small button beside a selection on a touch screen.

use super::desk::{quote_selection, use_desk};
use super::words::use_words;
use crate::locale::Message;
use crate::platform::events::{Happening, listen};
use crate::platform::selection::{Place, place_below, pointer_is_coarse};
use crate::platform::timer;
use crate::report::ReportSubject;
use crate::report::quote::{QuoteError, TextQuoteSelector};
use leptos::prelude::*;

/// How long a selection must rest before the button shows, in milliseconds: handles are still being dragged.
const REST: u32 = 250;

/// Selected words and where they are.
#[derive(Clone, PartialEq)]
struct Found {
    quote: Result<Option<TextQuoteSelector>, QuoteError>,
    place: Place,
}

/// Shows a button below the selection while there is one, where readers point with a finger.
#[component]
pub fn ReportTouchButton(
    /// What a report made here is about.
    #[prop(into)]
    subject: Signal<ReportSubject>,
) -> impl IntoView {
    let (desk, words) = (use_desk(), use_words());
    let found = RwSignal::new(None::<Found>);
    Effect::new(move || {
        // One pending look; a new change takes the earlier one back.
        let mut pending = None;
        let changed = move || {
            let look = move || drop(found.try_set(find()));
            drop(pending.replace(timer::after(REST, look)));
        };
        // Kept by the effect's owner, so that it ends with the component.
        StoredValue::new_local(listen(Happening::SelectionChanged, changed));
    });
    let open = move |quote| {
        found.set(None);
        desk.open(subject.get_untracked(), quote);
    };
    move || {
        found.get().map(|Found { quote, place }| {
            view! {
                <button
                    type="button"
                    class="report-touch"
                    aria-haspopup="dialog"
                    style:--report-left=format!("{}px", place.left)
                    style:--report-top=format!("{}px", place.top)
                    // Or the press would take the selection away, and the button with it.
                    on:mousedown=|event| event.prevent_default()
                    on:click=move |_| open(quote.clone())
                >
                    {words.text(Message::ReportSelection)}
                </button>
            }
        })
    }
}

fn find() -> Option<Found> {
    if !pointer_is_coarse() {
        return None;
    }
    match quote_selection() {
        Ok(None) => None,
        quote => Some(Found { quote, place: place_below()? }),
    }
}
