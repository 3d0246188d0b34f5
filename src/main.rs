//! The browser entry: reads the site's settings, then mounts the component tree.

use broadsheet::app::App;
use broadsheet::components::SettingsFailed;
use broadsheet::model::Site;
use broadsheet::platform::document;
use broadsheet::store::{self, Failure, Store};
use broadsheet::{platform::task, theme};
use leptos::prelude::*;

fn main() {
    task::spawn(async {
        match store::load_site().await {
            Ok(site) => mount(site),
            Err(failure) => mount_failure(failure),
        }
    });
}

fn mount(site: Site) {
    theme::apply(&site.theme);
    let store = Store::new(site);
    mount_to_body(move || view! { <App store=store/> });
}

/// Without its settings the site has no editions yet, so the browser's own languages are asked.
fn mount_failure(failure: Failure) {
    let languages = document::preferred_languages();
    mount_to_body(move || view! { <SettingsFailed failure=failure languages=languages/> });
}
