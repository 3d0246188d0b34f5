//! The site's settings, which come before anything else is loaded.

use super::Failure;
use crate::model::Site;
use crate::platform::{document, fetch};
use crate::source::site::read_site;

/// The site's settings: those that the press wrote into the page, else `site.json` beside the site.
///
/// The base path is the page's own (`<meta name="broadsheet-base">`), which the press writes too.
pub async fn load_site() -> Result<Site, Failure> {
    let base = document::meta("broadsheet-base").unwrap_or_else(|| "/".to_owned());
    let settings = match document::embedded("broadsheet-site") {
        Some(settings) => settings,
        None => {
            let response = fetch::get(&format!("{base}site.json")).await?;
            match Failure::of_status(response.status) {
                Some(failure) => return Err(failure),
                None => response.body,
            }
        }
    };
    let mut site = read_site(&settings)?.value;
    site.base_path = base;
    Ok(site)
}
