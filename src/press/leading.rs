//! Pages that do nothing but lead on: from where an article was, and from the root of a site whose editions all lie below it.

use super::{PressError, content::Content, output::Output, shell};
use crate::{
    model::{Edition, SitePath},
    piece::escape,
};

/// What such a page may load: its icon.
const POLICY: &str = "default-src 'none'; img-src 'self' data:; base-uri 'none'; form-action 'none'";

/// Where a page leads.
pub(super) struct Way<'a> {
    /// The place.
    pub to: &'a SitePath,
    /// What the link to it says.
    pub title: &'a str,
    /// Whether what is there now is what was here, so that search engines should know it by that address.
    pub is_same: bool,
}

/// A page of `edition` that leads on by itself, for browsers with and without scripts, and for search engines.
pub(super) fn leading_page(content: &Content, edition: &Edition, way: &Way) -> String {
    let site = &content.site;
    let escaped = |text: &str| {
        let mut out = String::new();
        escape(text, &mut out, true);
        out
    };
    let (title, address) = (escaped(way.title), escaped(&way.to.under(&site.base_path)));
    let canonical = match way.is_same {
        true => format!("<link rel=\"canonical\" href=\"{}\">\n", escaped(&site.public_address(way.to))),
        false => String::new(),
    };
    format!(
        "<!doctype html>\n<html{}>\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <meta name=\"robots\" content=\"noindex\">\n\
         <title>{title}</title>\n{canonical}\
         {}\
         <meta http-equiv=\"refresh\" content=\"0; url={address}\">\n\
         </head>\n<body><p><a href=\"{address}\">{title}</a></p></body>\n</html>\n",
        shell::html_attributes(edition),
        shell::icons(content)
    )
}

/// Writes the page at the root of a site whose editions all lie below it: it leads on to the front of the first one. Without
/// it, the site's own address would be that of a page which is not there.
pub(super) fn write_root(content: &Content, output: &mut Output) -> Result<(), PressError> {
    let (site, root) = (&content.site, SitePath::root());
    let Some(first) = site.editions.first() else { return Ok(()) };
    if site.editions.iter().any(|edition| edition.path == root) {
        return Ok(());
    }
    let way = Way { to: &first.path, title: site.name.get(&first.language), is_same: true };
    output.make("index.html", leading_page(content, first, &way).as_bytes(), "the way to the first edition")
}
