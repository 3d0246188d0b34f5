//! The front, sections, topics and people: lists of articles, page by page; and the names of all topics and people.

use leptos::prelude::*;

use super::not_found::not_here;
use super::{Arrival, ShownPage, announce, remarks, show_page};
use crate::components::{
    EditionContext, Explanation, Setting, breadcrumbs, deeper_sections, front, list_feed, list_head,
    list_skeleton, pager, summary_list, use_edition,
};
use crate::model::{About, IndexPage};
use crate::naming;
use crate::piece::{Piece, changing, element};
use crate::platform::head;
use crate::route::{ListKind, ListPlace};
use crate::store::{Remote, Store};

/// A list of articles. Its first page leads with its newest article, where it is not an arranged front.
pub fn list_page(place: &ListPlace) -> Piece {
    let edition = use_edition();
    let store = expect_context::<Store>();
    let document = store.list(edition.index, place);
    // A numbered page does not know how many there are; the newest one does.
    let latest = place.page.map(|_| store.list(edition.index, &place.newest()));
    show_page(&edition, &place.path(&edition.edition().path), &name_of(&edition, place, None), true);
    let watched = document.clone();
    let (for_heading, for_name) = (edition.clone(), place.clone());
    announce(&edition, move || {
        watched.with(|document| match document {
            Remote::Loading => None,
            // The front is the site itself, so its title is the site's name.
            Remote::Ready(_) if for_name.parts.is_empty() => Some(String::new()),
            Remote::Ready(page) => Some(name_of(&for_heading, &for_name, page.about.as_ref())),
            Remote::Failed(failure) => Some(Explanation::of_failure(failure, &for_heading.locale).heading),
        })
    });
    let (arrival, place) = (expect_context::<Arrival>(), place.clone());
    let (again, index) = (place.clone(), edition.index);
    let retry = move || {
        let (store, place) = (store.clone(), again.clone());
        arrival.after(move || store.reload_list(index, &place))
    };
    let page = changing(
        move || document.get(),
        move |document| match document {
            Remote::Loading => list_skeleton(place.page.is_none()),
            Remote::Ready(page) => list_view(&place, &page, latest.clone()),
            // What is latest stands on the front.
            Remote::Failed(failure) => not_here(&failure, &retry, place != ListPlace::front()),
        },
    );
    remarks(None, page)
}

/// What the list is called.
fn name_of(edition: &EditionContext, place: &ListPlace, about: Option<&About>) -> String {
    naming::list_name(&edition.site, edition.edition(), &edition.locale, place, about)
}

/// A list that is here. `latest` is the newest page of the list, where this is another.
fn list_view(place: &ListPlace, page: &IndexPage, latest: Option<ArcRwSignal<Remote<IndexPage>>>) -> Piece {
    let edition = use_edition();
    let about = page.about.as_ref();
    let name = name_of(&edition, place, about);
    if about.is_some() {
        show_page(&edition, &place.path(&edition.edition().path), &name, true);
        expect_context::<ShownPage>().translations.set(page.translations.clone());
    }
    // No two pages of a list say the same.
    let is_first = place.page.is_none();
    head::describe(|| {
        naming::list_description(&edition.site, edition.edition(), place, about).filter(|_| is_first)
    });
    let crumbs = (!place.parts.is_empty()).then(|| {
        let crumbs = naming::list_crumbs(&edition.site, edition.edition(), &edition.locale, place, about);
        breadcrumbs(&crumbs, place.page.map(|_| name.as_str()))
    });
    let items = items(&edition, place, page);
    let (first, newest_first) = (page.first, RwSignal::new(page.newest_first));
    if let Some(latest) = latest {
        learn_from(latest, place.clone(), first, newest_first);
    }
    let here = place.clone();
    vec![
        crumbs.into(),
        list_head(place, name, about),
        deeper_sections(place),
        items,
        changing(
            move || newest_first.get(),
            move |newest_first| {
                let (newer, older) = here.neighbours(first, newest_first);
                pager(&here, newer, older)
            },
        ),
        list_feed(place),
    ]
    .into()
}

/// What stands in a list.
fn items(edition: &EditionContext, place: &ListPlace, page: &IndexPage) -> Piece {
    match (page.front.is_empty(), place.kind()) {
        (_, ListKind::Names) => element("div")
            .class("names")
            .child(summary_list(&page.items, &Setting::USUAL, &Setting::USUAL))
            .into(),
        (true, _) => {
            let first = if place.page.is_none() { &Setting::TOP } else { &Setting::USUAL };
            let mut items = page.items.clone();
            // In a section of its own, a story need not say which.
            if place.kind() == ListKind::Section {
                let name = name_of(edition, &place.newest(), None);
                items.iter_mut().for_each(|item| drop(item.section.take_if(|section| *section == name)));
            }
            summary_list(&items, first, &Setting::USUAL)
        }
        (false, _) => front(page),
    }
}

/// Learns from the newest page what a numbered one does not know: where other editions have the list, and where the links to the
/// pages around it lead, to which it mostly makes no difference.
fn learn_from(
    latest: ArcRwSignal<Remote<IndexPage>>,
    here: ListPlace,
    first: u32,
    newest_first: RwSignal<Option<u32>>,
) {
    let translations = expect_context::<ShownPage>().translations;
    Effect::new(move || {
        let Remote::Ready(latest) = latest.get() else { return };
        translations.set(latest.translations.clone());
        let known = newest_first.get_untracked();
        let learnt = known.or(Some(latest.first));
        if here.neighbours(first, known) != here.neighbours(first, learnt) {
            newest_first.set(learnt);
        }
    });
}
