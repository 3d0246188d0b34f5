//! The whole site as one component tree: the router, the edition, the frame around every page.

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::components::Router;
use leptos_router::hooks::use_location;
use leptos_router::location::{BrowserUrl, LocationProvider};

use crate::components::report::{ReportDialog, ReportStatus, provide_report_desk};
use crate::components::{EditionContext, Masthead, NoticeLine, SiteFooter};
use crate::locale::{Locale, Message};
use crate::model::{Site, SitePath};
use crate::pages::{Arrival, ArticlePage, ListPage, NotFoundPage, ShownPage};
use crate::platform::document;
use crate::route::{Place, Route};
use crate::store::Store;

/// The site. The router follows the links and the address bar; what an address names is decided by
/// [`Route`], because sections are the newsroom's and not known when this is compiled.
#[component]
pub fn App(store: Store) -> impl IntoView {
    let site = store.site().clone();
    let base = site.base_path.trim_end_matches('/').to_owned();
    provide_context(store);
    provide_context(Arrival::new());
    provide_context(ShownPage(RwSignal::default()));
    provide_report_desk();
    view! {
        <Router base=base>
            <Editions site=site/>
        </Router>
    }
}

/// Draws the edition that the address lies in; a change of edition draws everything anew, in its words.
#[component]
fn Editions(site: Arc<Site>) -> impl IntoView {
    let route = current_route(site.clone());
    finish_navigations(route);
    let edition = Memo::new(move |_| route.with(|route| route.edition));
    move || {
        let index = edition.get();
        let locale = Locale::new(&site.editions[index]);
        document::set_language(locale.language(), locale.direction());
        let context = EditionContext { site: site.clone(), index, locale };
        view! { <Frame context=context route=route/> }
    }
}

/// What the address names, as it changes.
fn current_route(site: Arc<Site>) -> Memo<Route> {
    let pathname = use_location().pathname;
    Memo::new(move |_| {
        let pathname = pathname.get();
        let base = site.base_path.as_str();
        let within = pathname.strip_prefix(base.trim_end_matches('/')).unwrap_or(&pathname);
        Route::parse(&site, SitePath::parse(within))
    })
}

/// Tells the router that a page is there, so that it writes the address and scrolls; asks for the focus.
fn finish_navigations(route: Memo<Route>) {
    let location = use_context::<BrowserUrl>();
    let arrival = expect_context::<Arrival>();
    let pathname = use_location().pathname;
    Effect::new(move |before: Option<Route>| {
        // Two addresses may name one route; the router waits for each.
        pathname.track();
        let route = route.get();
        if before.is_some_and(|before| before != route) {
            arrival.expect();
        }
        if let Some(location) = &location {
            location.ready_to_complete();
        }
        route
    });
}

/// The frame around every page.
#[component]
fn Frame(context: EditionContext, route: Memo<Route>) -> impl IntoView {
    let site = context.site.clone();
    let skip = context.locale.text(Message::SkipToContent);
    let (receivers, base) = (Signal::stored(site.report.clone()), site.base_path.clone());
    provide_context(context.locale.clone());
    provide_context(context);
    let shown = expect_context::<ShownPage>();
    let path = Signal::derive(move || route.with(|route| route.path(&site)));
    view! {
        <SkipLink label=skip/>
        <NoticeLine/>
        <Masthead path=path/>
        <main id="content" tabindex="-1">
            {move || match route.get().place {
                Place::List(place) => view! { <ListPage place=place/> }.into_any(),
                Place::Article(path) => view! { <ArticlePage path=path/> }.into_any(),
                Place::Nowhere => view! { <NotFoundPage/> }.into_any(),
            }}
        </main>
        <SiteFooter/>
        <ReportStatus receivers=receivers/>
        <ReportDialog subject=shown.0 receivers=receivers base=base/>
    }
}

/// The first stop of the keyboard: past the masthead.
#[component]
fn SkipLink(label: String) -> impl IntoView {
    view! { <a class="skip-link" href="#content" rel="external">{label}</a> }
}
