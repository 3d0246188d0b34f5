//! What web servers are told of the page for unknown addresses: each edition below the site's has its own, in its language.

use super::{decoded, withdrawn::is_plain};
use crate::model::{Site, SitePath};

/// The lines for each server.
#[derive(Debug, Default)]
pub(super) struct Rules {
    pub apache: String,
    pub caddy: String,
    pub nginx: String,
    /// For Netlify. Cloudflare looks for the nearest page by itself.
    pub redirects: String,
}

impl Rules {
    /// The rules for the editions of `site`.
    pub fn of(site: &Site) -> Self {
        let base = &site.base_path;
        let here = decoded(base);
        let mut rules = Self::default();
        let mut elsewhere = Vec::new();
        let root = site.edition_of(&SitePath::root());
        let others = site.editions.iter().enumerate().filter(|(edition, _)| *edition != root);
        let mut paths: Vec<&SitePath> = others.map(|(_, edition)| &edition.path).collect();
        paths.retain(|path| path.parts().next().is_some() && is_plain(path.as_str()));
        // The first rule that fits counts, so an edition within another one comes before it.
        paths.sort_by_key(|path| std::cmp::Reverse(path.parts().count()));
        for path in paths {
            let address = path.under(base);
            let place = format!("{here}{}", path.as_str().trim_start_matches('/'));
            let pattern = place.replace('.', "\\.");
            let encoded = address.replace('.', "\\.");
            rules.nginx.push_str(&format!("    \"~*^{encoded}\" \"{place}404.html\";\n"));
            rules.apache.push_str(&format!(
                "<If \"%{{REQUEST_URI}} =~ m#^{pattern}#\">\n    ErrorDocument 404 {address}404.html\n</If>\n"
            ));
            rules.caddy.push_str(&caddy(
                &format!("missing_{}", elsewhere.len() + 1),
                Some(&place),
                &elsewhere,
                &address,
            ));
            rules.redirects.push_str(&format!("{address}* {address}404.html 404\n"));
            elsewhere.push(place);
        }
        rules.caddy.push_str(&caddy("missing_elsewhere", None, &elsewhere, base));
        rules
    }
}

/// What leads to the page at `address`, for a path below `place` and below none of `others`: one that was led on is below
/// one of them.
fn caddy(name: &str, place: Option<&str>, others: &[String], address: &str) -> String {
    let mut lines = format!("\t\t@{name} {{\n\t\t\texpression {{err.status_code}} == 404\n");
    place.iter().for_each(|place| lines.push_str(&format!("\t\t\tpath {place}*\n")));
    others.iter().for_each(|other| lines.push_str(&format!("\t\t\tnot path {other}*\n")));
    lines.push_str(&format!("\t\t}}\n\t\trewrite @{name} {address}404.html\n"));
    lines
}
