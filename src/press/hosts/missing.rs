//! What web servers are told of the page for unknown addresses: each edition below the site's has its own, in its language.

use super::{Rules, decoded, withdrawn::is_plain};
use crate::model::{Site, SitePath};

/// The rules for the editions of `site`. Cloudflare needs none: it looks for the nearest page by itself.
pub(super) fn rules(site: &Site) -> Rules {
    let base = &site.base_path;
    let here = decoded(base);
    let mut rules = Rules::default();
    let root = site.edition_of(&SitePath::root());
    let others = site.editions.iter().enumerate().filter(|(edition, _)| *edition != root);
    let mut paths: Vec<&SitePath> = others.map(|(_, edition)| &edition.path).collect();
    paths.retain(|path| path.parts().next().is_some() && is_plain(path.as_str()));
    // An edition within another one has the last word, and so comes after it.
    paths.sort_by_key(|path| path.parts().count());
    let places: Vec<String> =
        paths.iter().map(|path| format!("{here}{}", path.as_str().trim_start_matches('/'))).collect();
    for (number, (path, place)) in paths.iter().zip(&places).enumerate() {
        let address = path.under(base);
        let (pattern, encoded) = (place.replace('.', "\\."), address.replace('.', "\\."));
        rules.nginx.push_str(&format!(
            "    if ($request_uri ~* \"^{encoded}\") {{ set $broadsheet_missing \"{place}404.html\"; }}\n"
        ));
        rules.apache.push_str(&format!(
            "<If \"%{{REQUEST_URI}} =~ m#^{pattern}#\">\n    ErrorDocument 404 {address}404.html\n</If>\n"
        ));
        // Each is led on once: to the page of the innermost edition.
        let inner: Vec<&String> =
            places.iter().filter(|inner| *inner != place && inner.starts_with(place)).collect();
        rules.caddy.push_str(&caddy(&format!("missing_{}", number + 1), Some(place), &inner, place));
        // The first one that fits counts.
        rules.redirects.insert_str(0, &format!("{address}* {address}404.html 404\n"));
    }
    let all: Vec<&String> = places.iter().collect();
    rules.caddy.push_str(&caddy("missing_elsewhere", None, &all, &here));
    rules
}

/// What leads to the page at `address`, for a path below `place` and below none of `others`: one that was led on is below
/// one of them.
fn caddy(name: &str, place: Option<&str>, others: &[&String], address: &str) -> String {
    let mut lines = format!("\t\t@{name} {{\n\t\t\texpression {{err.status_code}} == 404\n");
    place.iter().for_each(|place| lines.push_str(&format!("\t\t\tpath {place}*\n")));
    others.iter().for_each(|other| lines.push_str(&format!("\t\t\tnot path {other}*\n")));
    lines.push_str(&format!("\t\t}}\n\t\trewrite @{name} {address}404.html\n"));
    lines
}
