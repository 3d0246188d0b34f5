//! The web app manifest: what a telephone shows of the site when a reader puts it on the home screen.

use serde_json::{Value, json};

use super::{PressError, output::Output, outside::web_address};
use crate::model::Site;

/// Its file.
pub(super) const FILE: &str = "manifest.webmanifest";

/// The ground of the site's light style, which shows until the page is there.
const GROUND: &str = "#fdfcf9";

/// Writes the manifest, unless the content folder brings its own.
pub(super) fn write_manifest(site: &Site, output: &mut Output) -> Result<(), PressError> {
    if output.is_folder(FILE) || output.claim(FILE, "the site's manifest").is_err() {
        return Ok(());
    }
    let has_favicon = output.holds("favicon.svg");
    output.write(FILE, format!("{}\n", manifest(site, has_favicon)).as_bytes())
}

/// The manifest. It speaks the language of the first edition, which is for whoever asks for none.
fn manifest(site: &Site, has_favicon: bool) -> Value {
    let Some(edition) = site.editions.first() else { return json!({}) };
    let name = site.name.get(&edition.language);
    let mut icons = Vec::new();
    if has_favicon {
        let address = format!("{}favicon.svg", site.base_path);
        icons.push(json!({ "src": address, "type": "image/svg+xml", "sizes": "any" }));
    }
    icons.extend(logo(site));
    let mut manifest = json!({
        "id": site.base_path,
        "name": name,
        "short_name": name,
        "lang": edition.language.as_str(),
        "dir": edition.language.direction().as_str(),
        "start_url": edition.path.under(&site.base_path),
        "scope": site.base_path,
        // A newspaper is read with the way back at hand.
        "display": "minimal-ui",
        "background_color": GROUND,
        "icons": icons,
    });
    if let (Some(fields), Some(accent)) = (manifest.as_object_mut(), &site.theme.accent) {
        fields.insert("theme_color".to_owned(), json!(accent));
    }
    manifest
}

/// The logo as an icon. A drawing fits every size; what size a photograph has is not known here.
fn logo(site: &Site) -> Option<Value> {
    // The manifest is read wherever the site is served, be it at home or at a desk: its addresses are paths.
    let anywhere = Site { url: None, ..site.clone() };
    let address = web_address(&anywhere, site.logo.as_ref()?)?;
    let path = address.split(['?', '#']).next().unwrap_or_default().to_ascii_lowercase();
    if path.ends_with(".svg") {
        return Some(json!({ "src": address, "type": "image/svg+xml", "sizes": "any" }));
    }
    Some(json!({ "src": address }))
}
