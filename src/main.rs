//! The browser entry: reads the site's settings, then draws the component tree, or takes over the one
//! that was pressed.

use broadsheet::app::app;
use broadsheet::components::settings_failed;
use broadsheet::model::Site;
use broadsheet::platform::navigation::Navigation;
use broadsheet::platform::{document, task};
use broadsheet::store::{self, Store};
use broadsheet::{piece, theme};

fn main() {
    task::begin();
    task::spawn(async {
        let Some(body) = document::body() else { return };
        match store::load_site().await {
            Ok(site) => open(&body, site),
            // Without its settings the site has no editions yet, so the browser's own languages are asked.
            Err(failure) => {
                piece::show(&body, || settings_failed(&failure, document::preferred_languages()));
            }
        }
    });
}

fn open(body: &piece::DomElement, site: Site) {
    theme::apply(&site.theme);
    let navigation = Navigation::begin(&site.base_path);
    let make = || app(Store::new(site), navigation);
    match document::page_kind() {
        Some(_) => piece::take_over(body, make),
        None => piece::show(body, make),
    }
}
