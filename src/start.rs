//! The beginning in the browser: reads the site's settings, then draws the component tree, or takes over the one
//! that was pressed.

use crate::app::{app, prepare, route_at};
use crate::components::settings_failed;
use crate::model::Site;
use crate::platform::navigation::Navigation;
use crate::platform::{document, rest, task, timer};
use crate::route::Place;
use crate::store::{self, Store};
use crate::{piece, theme};

/// Draws the site in the page that the browser shows.
pub fn start() {
    task::begin();
    task::spawn(async {
        let Some(body) = document::body() else { return };
        rest::placed().await;
        // A pressed page is being read: the program does its work in short parts. See also `piece::take_over`.
        if document::page_kind().is_some() {
            timer::sleep(0).await;
        }
        match store::load_site().await {
            Ok(site) => open(&body, site).await,
            // Without its settings the site has no editions yet, so the browser's own languages are asked.
            Err(failure) => {
                piece::show(&body, || settings_failed(&failure, document::preferred_languages()));
            }
        }
    });
}

async fn open(body: &piece::DomElement, site: Site) {
    let navigation = Navigation::here();
    let store = Store::new(site);
    let (drawn, shown) = (store.clone(), navigation.clone());
    let draw = || app(drawn, shown);
    if document::page_kind().is_some() {
        prepare(&store, &navigation).await;
        // Links that are followed meanwhile wait for the end of it: see `Navigation::follow`.
        piece::take_over(body, draw).await;
    } else {
        // A pressed page has its colours already.
        theme::apply(&store.site().theme);
        piece::show(body, draw);
    }
    let (site, known) = (store.site().clone(), store.site().clone());
    // The headline of an article is to be there in the next frame.
    let fades = move |path: &str| !matches!(route_at(&known, path).place, Place::Article(_));
    navigation.follow(&site.base_path, move |path| store.prefetch(&route_at(store.site(), path)), fades);
}
