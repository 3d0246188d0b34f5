//! The front, and the sections: lists of articles, page by page.

use leptos::prelude::*;

use super::crumbs::section_crumbs;
use super::{Arrival, announce, show_page};
use crate::components::{
    Breadcrumbs, EditionContext, Explanation, Failed, ListSkeleton, Pager, SummaryList, use_edition,
};
use crate::locale::Message;
use crate::model::IndexPage;
use crate::route::ListPlace;
use crate::store::{Failure, Remote, Store};

/// A list of articles. The front's first page leads with its newest article.
#[component]
pub fn ListPage(place: ListPlace) -> impl IntoView {
    let edition = use_edition();
    let store = expect_context::<Store>();
    let document = store.list(edition.index, &place);
    // A numbered page does not know how many there are; the newest one does.
    let latest = place.page.map(|_| store.list(edition.index, &place.newest()));
    let name = list_name(&edition, &place);
    let title = name.clone();
    show_page(&edition, &place.path(&edition.edition().path), &name);
    let loaded = document.clone();
    let (for_heading, is_front) = (edition.clone(), place.section.is_empty());
    announce(&edition, move || {
        loaded.with(|document| match document {
            Remote::Loading => None,
            // The front is the site itself, so its title is the site's name.
            Remote::Ready(_) if is_front => Some(String::new()),
            Remote::Ready(_) => Some(title.clone()),
            Remote::Failed(failure) => Some(Explanation::of_failure(failure, &for_heading.locale).heading),
        })
    });
    let arrival = use_context::<Arrival>();
    let again = place.clone();
    let retry = Callback::new(move |()| {
        if let Some(arrival) = arrival {
            arrival.expect();
        }
        store.list(edition.index, &again);
    });
    move || match document.get() {
        Remote::Loading => view! { <ListSkeleton/> }.into_any(),
        Remote::Ready(page) => {
            let first_of_latest = latest.clone().and_then(|latest| match latest.get() {
                Remote::Ready(latest) => Some(latest.first),
                Remote::Loading | Remote::Failed(_) => None,
            });
            let page = (*page).clone();
            view! { <ListView place=place.clone() name=name.clone() page=page latest_first=first_of_latest/> }
                .into_any()
        }
        Remote::Failed(failure) => failed(&failure, retry).into_any(),
    }
}

fn failed(failure: &Failure, retry: Callback<()>) -> impl IntoView + use<> {
    let explanation = Explanation::of_failure(failure, &use_edition().locale);
    let retry = failure.may_pass().then_some(retry);
    view! { <Failed explanation=explanation retry=retry/> }
}

/// What the list is called, with its page number where it has one.
fn list_name(edition: &EditionContext, place: &ListPlace) -> String {
    let slugs: Vec<&str> = place.section.iter().map(String::as_str).collect();
    let section = edition.site.section_chain(&slugs).and_then(|chain| chain.last().copied());
    let name =
        section.map_or_else(|| edition.locale.text(Message::Latest), |section| edition.section_name(section));
    match place.page {
        Some(number) => {
            edition.locale.with(Message::TitleWithPage, &[("title", &name), ("number", &number.to_string())])
        }
        None => name,
    }
}

/// A list that is here.
#[component]
fn ListView(
    place: ListPlace,
    name: String,
    page: IndexPage,
    #[prop(optional_no_strip)] latest_first: Option<u32>,
) -> impl IntoView {
    let edition = use_edition();
    let is_front = place.section.is_empty();
    let slugs: Vec<&str> = place.section.iter().map(String::as_str).collect();
    let section = edition.site.section_chain(&slugs).and_then(|chain| chain.last().copied());
    let description = section
        .map(|section| section.description.get(&edition.edition().language).to_owned())
        .filter(|description| !description.is_empty() && place.page.is_none())
        .map(|description| view! { <p class="list-description">{description}</p> });
    let crumbs = (!is_front).then(|| {
        view! { <Breadcrumbs crumbs=section_crumbs(&edition, &place.section) current=place.page.map(|_| name.clone())/> }
    });
    let leading = is_front && place.page.is_none();
    // The masthead names the front already; the heading is there for those who go by headings.
    let heading_class = if leading { "visually-hidden" } else { "list-heading" };
    view! {
        {crumbs}
        <h1 class=heading_class tabindex="-1">{name}</h1>
        {description}
        <SummaryList items=page.items.clone() leading=leading/>
        <Pager place=place shown=page latest_first=latest_first/>
    }
}
