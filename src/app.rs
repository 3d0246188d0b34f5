//! The whole site as one component tree: the address, the edition, the frame around every page.

use std::sync::Arc;

use leptos::prelude::*;

use crate::components::report::{provide_report_desk, report_dialog, report_status};
use crate::components::{
    EditionContext, Known, edition_offer, masthead, notice_line, provide_shelf, site_footer,
};
use crate::locale::{Locale, Message};
use crate::model::{Edition, Instant, Site, SitePath, Translation};
use crate::pages::{Arrival, ShownPage, article_page, list_page, not_found_page, saved_page, search_page};
use crate::piece::{Element, Piece, changing, element, unseen};
use crate::platform::navigation::Navigation;
use crate::platform::{clock, document, events, rest, timer};
use crate::route::{ListKind, Place, Route};
use crate::store::Store;

/// The site, at the address that `navigation` names. What an address names is decided by [`Route`], because
/// sections are the newsroom's and not known when this is compiled.
///
/// A change of edition draws everything anew, in its words.
pub fn app(store: Store, navigation: Navigation) -> Piece {
    let site = store.site().clone();
    let now = store.now();
    let words = store.clone();
    provide_context(store);
    provide_context(Arrival::new());
    provide_context(ShownPage::new());
    provide_context(navigation.clone());
    provide_report_desk();
    provide_shelf(&site.base_path);
    let clock = reading_time();
    let route = current_route(site.clone(), navigation.clone());
    finish_navigations(route, navigation);
    let edition = Memo::new(move |_| route.with(|route| route.edition));
    changing(
        move || edition.get(),
        move |index| {
            let locale = words.locale(index);
            document::set_language(locale.language(), locale.direction());
            frame(Known { site: site.clone(), index, locale, now, clock }.into(), route)
        },
    )
}

/// Reads the document of a pressed page beforehand, with a pause for the reader before and behind it.
pub async fn prepare(store: &Store, navigation: &Navigation) {
    let route = route_at(store.site(), &untrack(|| navigation.path()));
    timer::sleep(0).await;
    store.prefetch(&route);
    timer::sleep(0).await;
}

/// The time of reading, known once the page is drawn, and kept while it is seen.
fn reading_time() -> RwSignal<Option<Instant>> {
    let time = RwSignal::new(None);
    Effect::new(move || {
        time.set(Some(clock::now()));
        rest::when_here(move || keep_time(time));
    });
    time
}

/// Sets the time anew each minute, and when the reader comes back to a page that was hidden, whose timers may rest.
fn keep_time(time: RwSignal<Option<Instant>>) {
    const MINUTE: u32 = 60_000;
    let tell = move || {
        if events::page_is_seen() {
            // The page may be drawn for another edition, but the time lives as long as the site does.
            let _ = time.try_set(Some(clock::now()));
        }
    };
    fn each_minute(tell: impl Fn() + Copy + 'static) {
        timer::after(MINUTE, move || {
            tell();
            each_minute(tell);
        })
        .forget();
    }
    each_minute(tell);
    events::listen(events::Happening::Seen, tell).into_iter().for_each(events::Listener::keep);
}

/// What the address names, as it changes. Whatever is drawn for it finds the reader expected: what follows a route may do so
/// in any order.
fn current_route(site: Arc<Site>, navigation: Navigation) -> Memo<Route> {
    let arrival = expect_context::<Arrival>();
    Memo::new(move |before: Option<&Route>| {
        let route = route_at(&site, &navigation.path());
        if before.is_some_and(|before| *before != route) {
            arrival.expect();
        }
        route
    })
}

/// What an address's path names.
pub fn route_at(site: &Site, path: &str) -> Route {
    let base = site.base_path.as_str();
    let within = path.strip_prefix(base.trim_end_matches('/')).unwrap_or(path);
    Route::parse(site, SitePath::parse(within))
}

/// Says that a page is there, so that its address is written and the page scrolled; asks for the focus.
fn finish_navigations(route: Memo<Route>, navigation: Navigation) {
    let (arrival, store) = (expect_context::<Arrival>(), expect_context::<Store>());
    Effect::new(move |before: Option<Route>| {
        // Two addresses may name one route; each is waited for.
        let _ = navigation.path();
        let route = route.get();
        if before.as_ref().is_some_and(|before| *before != route) {
            store.leave_all_but(&route);
        }
        // Whoever goes back wants the list as it was.
        if before.is_some() && !navigation.has_returned() {
            store.renew(&route, move || {
                let may_change = events::page_is_untouched();
                if may_change {
                    arrival.expect();
                }
                may_change
            });
        }
        navigation.arrived();
        route
    });
}

/// The frame around every page.
fn frame(context: EditionContext, route: Memo<Route>) -> Piece {
    let site = context.site.clone();
    let skip = skip_link(&context.locale);
    // Looked at here: what is unseen may be drawn later.
    let is_first = context.clock.get_untracked().is_none();
    provide_context(context.locale.clone());
    provide_context(context);
    let shown = expect_context::<ShownPage>();
    let elsewhere = elsewhere(site.clone(), route, shown);
    let for_path = site.clone();
    let path = Signal::derive(move || route.with(|route| route.path(&for_path)));
    let page = changing(
        move || route.get().place,
        |place| match place {
            Place::List(place) => list_page(&place),
            Place::Article(path) => article_page(&path),
            Place::Saved => saved_page(),
            Place::Search => search_page(),
            Place::Nowhere => not_found_page(),
        },
    );
    vec![
        skip.into(),
        notice_line(),
        masthead(path, elsewhere),
        element("main").set("id", CONTENT).set("tabindex", "-1").child(page).into(),
        site_footer(path),
        unseen(move || {
            vec![
                report_status(&site.report),
                edition_offer(elsewhere, is_first),
                report_dialog(shown.subject.into(), site.report.clone(), &site.base_path),
            ]
            .into()
        }),
    ]
    .into()
}

/// The place of each edition for what is shown: the translation, the same list, else the edition's front.
fn elsewhere(site: Arc<Site>, route: Memo<Route>, shown: ShownPage) -> Signal<Vec<SitePath>> {
    // The document of a pressed page is here before the page is drawn.
    let (first, store) = (route.get_untracked(), expect_context::<Store>());
    let known = match &first.place {
        Place::Article(path) => store.known_article(path).map(|article| article.translations.clone()),
        Place::List(list) => store.known_list(first.edition, list).map(|page| page.translations.clone()),
        Place::Saved | Place::Search | Place::Nowhere => None,
    };
    if let Some(translations) = known {
        shown.translations.set(translations);
    }
    Signal::derive(move || {
        let (route, translations) = (route.get(), shown.translations.get());
        let place = |(index, edition): (usize, &Edition)| match &route.place {
            Place::List(list) if matches!(list.kind(), ListKind::Front | ListKind::Section) => {
                list.newest().path(&edition.path)
            }
            Place::Saved | Place::Search => Route { edition: index, place: route.place.clone() }.path(&site),
            Place::List(_) | Place::Article(_) | Place::Nowhere => {
                // Where two editions are in one language, a translation is in that in which it lies.
                let fits = |translation: &&Translation| {
                    translation.language.same_language(&edition.language)
                        && site.edition_of(&translation.path) == index
                };
                translations
                    .iter()
                    .find(fits)
                    .map_or_else(|| edition.path.clone(), |found| found.path.clone())
            }
        };
        site.editions.iter().enumerate().map(place).collect()
    })
}

/// The identifier of the page's own part.
const CONTENT: &str = "content";

/// The first stop of the keyboard: past the masthead.
fn skip_link(locale: &Locale) -> Element {
    let link = element("a").class("skip-link").set("href", format!("#{CONTENT}")).set("rel", "external");
    link.text(locale.text(Message::SkipToContent))
}
