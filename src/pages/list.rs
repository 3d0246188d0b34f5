//! The front, and the sections: lists of articles, page by page.

use leptos::prelude::*;

use super::{Arrival, announce, show_page};
use crate::components::{
    Explanation, breadcrumbs, failed, feed_link, front, list_skeleton, pager, summary_list, use_edition,
};
use crate::model::IndexPage;
use crate::naming;
use crate::piece::{Piece, changing, element};
use crate::route::ListPlace;
use crate::store::{Remote, Store};

/// A list of articles. Its first page leads with its newest article, where it is not an arranged front.
pub fn list_page(place: &ListPlace) -> Piece {
    let edition = use_edition();
    let store = expect_context::<Store>();
    let document = store.list(edition.index, place);
    // A numbered page does not know how many there are; the newest one does.
    let latest = place.page.map(|_| store.list(edition.index, &place.newest()));
    let name = naming::list_name(&edition.site, edition.edition(), &edition.locale, place);
    let title = name.clone();
    show_page(&edition, &place.path(&edition.edition().path), &name);
    let watched = document.clone();
    let (for_heading, is_front) = (edition.clone(), place.section.is_empty());
    announce(&edition, move || {
        watched.with(|document| match document {
            Remote::Loading => None,
            // The front is the site itself, so its title is the site's name.
            Remote::Ready(_) if is_front => Some(String::new()),
            Remote::Ready(_) => Some(title.clone()),
            Remote::Failed(failure) => Some(Explanation::of_failure(failure, &for_heading.locale).heading),
        })
    });
    let (arrival, place) = (expect_context::<Arrival>(), place.clone());
    let (again, index) = (place.clone(), edition.index);
    let retry = move || {
        let (store, place) = (store.clone(), again.clone());
        arrival.after(move || store.reload_list(index, &place))
    };
    changing(
        move || document.get(),
        move |document| match document {
            Remote::Loading => list_skeleton(place.page.is_none()),
            Remote::Ready(page) => list_view(&place, &name, &page, latest.clone()),
            Remote::Failed(failure) => {
                let explanation = Explanation::of_failure(&failure, &edition.locale);
                failed(explanation, failure.may_pass().then(&retry))
            }
        },
    )
}

/// A list that is here. `latest` is the newest page of the list, where this is another.
fn list_view(
    place: &ListPlace,
    name: &str,
    page: &IndexPage,
    latest: Option<ArcRwSignal<Remote<IndexPage>>>,
) -> Piece {
    let edition = use_edition();
    let is_front = place.section.is_empty();
    let description = naming::section_of(&edition.site, place)
        .map(|section| section.description.get(&edition.edition().language).to_owned())
        .filter(|description| !description.is_empty() && place.page.is_none())
        .map(|description| element("p").class("list-description").text(description));
    let feed = (!is_front && place.page.is_none())
        .then(|| element("p").class("list-feed").child(feed_link(&place.path(&edition.edition().path))));
    let crumbs = (!is_front).then(|| {
        let crumbs = naming::list_crumbs(&edition.site, edition.edition(), &edition.locale, place);
        breadcrumbs(&crumbs, place.page.map(|_| name))
    });
    let leading = place.page.is_none();
    // The masthead names the front already; the heading is there for those who go by headings.
    let (class, name) = match is_front && leading {
        true => ("visually-hidden", edition.site_name()),
        false => ("list-heading", name.to_owned()),
    };
    let heading = element("h1").class(class).set("tabindex", "-1").text(name);
    let (newest_first, first, here) = (page.newest_first, page.first, place.clone());
    // What is learnt of the newest page mostly makes no difference to where the links lead.
    let ways = Memo::new(move |_| {
        let latest_first = match (newest_first, latest.as_ref().map(|latest| latest.get())) {
            (Some(first), _) => Some(first),
            (None, Some(Remote::Ready(latest))) => Some(latest.first),
            (None, Some(Remote::Loading | Remote::Failed(_)) | None) => None,
        };
        here.neighbours(first, latest_first)
    });
    let here = place.clone();
    vec![
        crumbs.into(),
        heading.into(),
        description.into(),
        feed.into(),
        if page.front.is_empty() { summary_list(&page.items, leading) } else { front(page) },
        changing(move || ways.get(), move |(newer, older)| pager(&here, newer, older)),
    ]
    .into()
}
