//! From page to page of a list.

use leptos::prelude::*;

use super::use_edition;
use crate::locale::Message;
use crate::model::IndexPage;
use crate::route::ListPlace;

/// Links to the newer and the older articles of a list. Pages are counted from the oldest, so "older"
/// leads to the smaller number.
///
/// `latest_first` is the oldest page that the list's own address shows, where it is known: the link from the
/// page before it leads there.
#[component]
pub fn Pager(place: ListPlace, shown: IndexPage, latest_first: Option<u32>) -> impl IntoView {
    let edition = use_edition();
    let root = edition.edition().path.clone();
    let older = (shown.first > 1).then(|| place.at(shown.first - 1));
    let newer = place.page.map(|number| match latest_first {
        Some(first) if number + 1 >= first => place.newest(),
        _ => place.at(number + 1),
    });
    let newest =
        place.page.and_then(|_| newer.as_ref().filter(|newer| newer.page.is_some()).map(|_| place.newest()));
    let link = |target: Option<ListPlace>, relation: Option<&'static str>, message: Message| {
        target.map(|target| {
            let href = edition.href(&target.path(&root));
            view! { <li><a href=href rel=relation>{edition.locale.text(message)}</a></li> }
        })
    };
    let newest = link(newest, None, Message::Newest);
    let newer = link(newer, Some("prev"), Message::Newer);
    let older = link(older, Some("next"), Message::Older);
    let empty = newest.is_none() && newer.is_none() && older.is_none();
    (!empty).then(|| {
        view! {
            <nav class="pager" aria-label=edition.locale.text(Message::Pages)>
                <ul>{newest}{newer}{older}</ul>
            </nav>
        }
    })
}
