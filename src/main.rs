//! The browser entry: reads the site's settings, then draws the component tree, or takes over the one
//! that was pressed.

use broadsheet::app::{app, prepare, route_at};
use broadsheet::components::settings_failed;
use broadsheet::model::Site;
use broadsheet::platform::navigation::Navigation;
use broadsheet::platform::{document, task, timer};
use broadsheet::store::{self, Store};
use broadsheet::{piece, theme};

fn main() {
    task::begin();
    task::spawn(async {
        let Some(body) = document::body() else { return };
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
    let (navigation, base) = (Navigation::here(), site.base_path.clone());
    let store = Store::new(site);
    let drawn = store.clone();
    if document::page_kind().is_some() {
        prepare(&store, &navigation).await;
        let shown = navigation.clone();
        // Links lead to pressed pages meanwhile, by the browser.
        piece::take_over(body, || app(drawn, shown)).await;
    } else {
        // A pressed page has its colours already.
        theme::apply(&store.site().theme);
        let shown = navigation.clone();
        piece::show(body, || app(drawn, shown));
    }
    let site = store.site().clone();
    navigation.follow(&base, move |path| {
        if path.starts_with(&site.base_path) {
            store.prefetch(&route_at(&site, path));
        }
    });
}
