//! An address that names nothing.

use leptos::prelude::*;

use super::{Arrival, announce, remarks, show_page};
use crate::components::{Explanation, Setting, failed, search_box, summary_list, use_edition, use_locale};
use crate::locale::Message;
use crate::piece::{Piece, changing, element, nothing};
use crate::platform::head;
use crate::route::ListPlace;
use crate::store::{Failure, Remote, Store};

/// What the button for trying again does.
type Retry = Box<dyn FnMut()>;

/// How many of the latest articles whoever is lost is shown.
const LATEST: usize = 6;

/// Says so, and leads to the front.
pub fn not_found_page() -> Piece {
    let edition = use_edition();
    let explanation = Explanation::of_failure(&Failure::NotFound, &edition.locale);
    let heading = explanation.heading.clone();
    show_page(&edition, &edition.edition().path, &heading, false);
    let arrival = expect_context::<Arrival>();
    announce(&edition, move || (!arrival.left_to_host()).then(|| heading.clone()));
    remarks(None, lost(explanation, None))
}

/// Says why a document is not here. `retry` makes what the button for trying again does, where that may help. Whoever
/// cannot have it at all is lost, unless what would help them is that very document.
pub(super) fn not_here(failure: &Failure, retry: &dyn Fn() -> Retry, has_others: bool) -> Piece {
    let explanation = Explanation::of_failure(failure, &use_locale());
    let retry = failure.may_pass().then(retry);
    match failure {
        Failure::NotFound | Failure::Gone | Failure::Refused(_) if has_others => lost(explanation, retry),
        _ => failed(explanation, retry),
    }
}

/// Says what is not there, offers the search, and shows the latest articles.
pub(super) fn lost(explanation: Explanation, retry: Option<Retry>) -> Piece {
    head::leave_out();
    let search = use_edition().site.search.then(|| search_box("lost-search", Message::Search));
    vec![failed(explanation, retry), search.into(), latest_articles()].into()
}

/// The latest articles of the edition, once they are here.
pub(super) fn latest_articles() -> Piece {
    let edition = use_edition();
    let latest = expect_context::<Store>().list(edition.index, &ListPlace::front());
    changing(
        move || latest.get(),
        move |latest| match latest {
            Remote::Ready(page) if !page.items.is_empty() => {
                let items = page.items.get(..LATEST).unwrap_or(&page.items);
                element("section")
                    .set("aria-labelledby", "latest-label")
                    .child(element("h2").set("id", "latest-label").text(edition.locale.text(Message::Latest)))
                    .child(summary_list(items, &Setting::UNDER_HEADING, &Setting::UNDER_HEADING))
                    .into()
            }
            // The page is about something else: what is not here either is not worth a word.
            Remote::Ready(_) | Remote::Loading | Remote::Failed(_) => nothing(),
        },
    )
}
