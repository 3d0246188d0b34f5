//! What crawlers may look at (RFC 9309), and where the sitemaps are.

use super::{PressError, offer::offer, output::Output};
use crate::{
    model::{Edition, Site},
    route::{SAVED, SEARCH},
};

/// Its file. Crawlers ask for it at the root of the host only.
pub(super) const FILE: &str = "robots.txt";

/// The pages of an edition that hold nothing of their own: what is saved is on readers' devices, and the results of a
/// search are addresses without end.
const HIDDEN: [&str; 2] = [SAVED, SEARCH];

/// Writes the file, unless the newsroom brings its own; `sitemaps` are whole addresses.
pub(super) fn write_robots(site: &Site, sitemaps: &[String], output: &mut Output) -> Result<(), PressError> {
    offer(FILE, &text(site, sitemaps), "what crawlers are told", output).map(drop)
}

fn text(site: &Site, sitemaps: &[String]) -> String {
    let mut lines = vec![
        "# Written by `broadsheet press`. A robots.txt in the content folder takes its place.".to_owned(),
    ];
    if site.base_path != "/" {
        lines.push("# Crawlers look at the root of the host only: this belongs there.".to_owned());
    }
    lines.push("User-agent: *".to_owned());
    lines.extend(site.editions.iter().flat_map(|edition| hidden(site, edition)));
    if !sitemaps.is_empty() {
        lines.push(String::new());
    }
    lines.extend(sitemaps.iter().map(|address| format!("Sitemap: {address}")));
    lines.join("\n") + "\n"
}

/// The rules for an edition. No section has such a name.
fn hidden(site: &Site, edition: &Edition) -> impl Iterator<Item = String> {
    HIDDEN.into_iter().map(|name| format!("Disallow: {}", edition.path.join(name).under(&site.base_path)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::site::read_site;

    #[test]
    fn what_is_a_readers_own_is_hidden_in_every_edition() {
        let site = read_site(
            r#"{"base_path": "/news/", "editions": [{"language": "en", "path": "/"}, {"language": "kk", "path": "/қаз/"}]}"#,
        );
        let text = text(&site.expect("valid settings").value, &["https://a.kz/news/sitemap.xml".to_owned()]);
        let rules: Vec<&str> = text.lines().filter(|line| !line.starts_with('#')).collect();
        assert_eq!(
            rules,
            [
                "User-agent: *",
                "Disallow: /news/saved/",
                "Disallow: /news/search/",
                "Disallow: /news/%D2%9B%D0%B0%D0%B7/saved/",
                "Disallow: /news/%D2%9B%D0%B0%D0%B7/search/",
                "",
                "Sitemap: https://a.kz/news/sitemap.xml"
            ]
        );
    }
}
