//! The web app manifest: what a telephone shows of the site when a reader puts it on the home screen.

use std::{fs::File, io::Read};

use serde_json::{Value, json};

use super::{PressError, offer::offer, output::Output, outside::web_address};
use crate::model::{Site, SitePath};

/// Its file.
pub(super) const FILE: &str = "manifest.webmanifest";

/// Icons of pixels that a newsroom may put into its content folder, for home screens that show no drawings; the last one
/// fills the whole square, so that it may be cut to any shape.
const RASTER_ICONS: [(&str, &str); 3] =
    [("icon-192.png", "any"), ("icon-512.png", "any"), ("icon-maskable-512.png", "maskable")];

/// The ground of the light style and of the dark one (style/tokens.css): it shows until the page is there, and around it
/// where the newsroom has no colour of its own.
pub(super) const GROUNDS: [&str; 2] = ["#fdfcf9", "#15171a"];

/// Writes the manifest, unless the content folder brings its own.
pub(super) fn write_manifest(site: &Site, output: &mut Output) -> Result<(), PressError> {
    let text = format!("{}\n", manifest(site, output));
    offer(FILE, &text, "the site's manifest", output).map(drop)
}

/// The manifest. It speaks the language of the first edition, which is for whoever asks for none.
fn manifest(site: &Site, output: &Output) -> Value {
    let Some(edition) = site.editions.first() else { return json!({}) };
    let name = site.name.get(&edition.language);
    let mut icons = Vec::new();
    if output.holds("favicon.svg") {
        let address = format!("{}favicon.svg", site.base_path);
        icons.push(json!({ "src": address, "type": "image/svg+xml", "sizes": "any" }));
    }
    icons.extend(RASTER_ICONS.iter().filter_map(|(file, purpose)| raster(site, output, file, purpose)));
    icons.extend(logo(site, output));
    let [ground, _] = GROUNDS;
    json!({
        "id": site.base_path,
        "name": name,
        "short_name": name,
        "lang": edition.language.as_str(),
        "dir": edition.language.direction().as_str(),
        "start_url": edition.path.under(&site.base_path),
        "scope": site.base_path,
        // A newspaper is read with the way back at hand.
        "display": "minimal-ui",
        "background_color": ground,
        "theme_color": site.theme.accent.as_deref().unwrap_or(ground),
        "icons": icons,
    })
}

/// An icon of pixels, where the newsroom brings one that browsers can read the size of.
fn raster(site: &Site, output: &Output, file: &str, purpose: &str) -> Option<Value> {
    let sizes = output.holds(file).then(|| png_sizes(output, file))??;
    let address = format!("{}{file}", site.base_path);
    Some(json!({ "src": address, "type": "image/png", "sizes": sizes, "purpose": purpose }))
}

/// The logo as an icon. A drawing fits every size; of what is no PNG, the size is not known here.
fn logo(site: &Site, output: &Output) -> Option<Value> {
    // The manifest is read wherever the site is served, be it at home or at a desk: its addresses are paths.
    let anywhere = Site { url: None, ..site.clone() };
    let address = web_address(&anywhere, site.logo.as_ref()?)?;
    let path = address.split(['?', '#']).next().unwrap_or_default();
    if path.to_ascii_lowercase().ends_with(".svg") {
        return Some(json!({ "src": address, "type": "image/svg+xml", "sizes": "any" }));
    }
    let file = path.strip_prefix(&site.base_path).and_then(SitePath::parse);
    let file = file.map(|file| file.as_str().trim_matches('/').to_owned()).filter(|file| output.holds(file));
    match file.and_then(|file| png_sizes(output, &file)) {
        Some(sizes) => Some(json!({ "src": address, "type": "image/png", "sizes": sizes })),
        None => Some(json!({ "src": address })),
    }
}

/// Width and height of a PNG, as a manifest writes them; `None` for anything else.
fn png_sizes(output: &Output, file: &str) -> Option<String> {
    let mut start = [0; 24];
    File::open(output.root().join(file)).ok()?.read_exact(&mut start).ok()?;
    let (signature, rest) = start.split_first_chunk::<8>()?;
    let (header, rest) = rest.split_first_chunk::<8>()?;
    let (width, rest) = rest.split_first_chunk::<4>()?;
    let height = rest.first_chunk::<4>()?;
    let is_png = signature == b"\x89PNG\r\n\x1a\n" && header.ends_with(b"IHDR");
    is_png.then(|| format!("{}x{}", u32::from_be_bytes(*width), u32::from_be_bytes(*height)))
}
