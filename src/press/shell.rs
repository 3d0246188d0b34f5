//! The app's page, made the newsroom's own, with nothing drawn in it: for addresses that were not pressed.

use super::{PressError, app::App, content::Content, escape::settings_for_script, output::Output};
use crate::model::{Edition, Instant, Site, SitePath};
use crate::piece::escape;
use crate::platform::zone;

/// Where the page says the site's base path.
pub(super) const BASE: &str = "<meta name=\"broadsheet-base\" content=\"";

/// The same, as messages name it.
pub(super) const BASE_ELEMENT: &str = "<meta name=\"broadsheet-base\">";

/// Where the page says how the clocks of its zones stood: [`zone::SPANS`].
const OFFSETS: &str = "<meta name=\"broadsheet-offsets\" content=\"";

/// Where the page holds the site's settings.
pub(super) const SITE: &str = "<script type=\"application/json\" id=\"broadsheet-site\">";

/// What a page's policy is called in it.
pub(super) const POLICY: &str = "Content-Security-Policy";

/// Where the page names its icon.
const ICON: &str = "<link rel=\"icon\"";

/// Where it names that of Apple's home screens.
const APPLE: &str = "<link rel=\"apple-touch-icon\"";

/// The file of that icon.
const APPLE_FILE: &str = "apple-touch-icon.png";

pub(super) const SCRIPT_END: &str = "</script>";

/// Its file: where a host can be told to answer addresses it does not know with a page of status 200.
pub(super) const FILE: &str = "app.html";

/// Writes the app's page in the edition at the root: nothing is drawn in it yet.
pub(super) fn write_shell(
    app: &App,
    content: &Content,
    now: Instant,
    policy: Option<&str>,
    output: &mut Output,
) -> Result<(), PressError> {
    let root = content.site.edition_of(&SitePath::root());
    let Some(edition) = content.site.editions.get(root) else { return Ok(()) };
    output.make(FILE, shell(app, content, (edition, policy), now)?.as_bytes(), "the app's page")
}

/// The app's page for one edition.
fn shell(
    app: &App,
    content: &Content,
    (edition, policy): (&Edition, Option<&str>),
    now: Instant,
) -> Result<String, PressError> {
    let lacks = |lacks| app.lacks(lacks);
    let (_, base) = between(&app.page, BASE, "\"").ok_or_else(|| lacks(BASE_ELEMENT))?;
    let page = rebase(&app.page, base, &content.site.base_path);

    // A page that was pressed before holds the settings of then.
    let page = match between(&page, SITE, SCRIPT_END) {
        Some((start, old)) => {
            let end = start + SITE.len() + old.len() + SCRIPT_END.len();
            format!("{}{}", &page[..start], &page[end..])
        }
        None => page,
    };
    let page = with_policy(&page, policy).ok_or_else(|| lacks(BASE_ELEMENT))?;
    let page = set(&page, BASE, "\"", &content.site.base_path)
        .and_then(|page| set(&page, OFFSETS, "\"", &recent_offsets(&content.site, now)))
        .and_then(|page| set(&page, "<html", ">", &html_attributes(edition)))
        .ok_or_else(|| lacks("<meta name=\"broadsheet-offsets\"> or its <html> element"))?;
    let page = with_icons(&page, content).ok_or_else(|| lacks("<link rel=\"icon\">"))?;
    let mut name = String::new();
    escape(title(&content.site, edition), &mut name, false);
    let page = set(&page, "<title>", "</title>", &name).ok_or_else(|| lacks("<title>"))?;

    let (head, body) = page.split_once("</head>").ok_or_else(|| lacks("</head>"))?;
    let settings = settings_for_script(&content.site_text);
    Ok(format!("{head}{SITE}{settings}{SCRIPT_END}</head>{body}"))
}

/// The spans that the dates of recent articles, and of those of the next year, fall into.
fn recent_offsets(site: &Site, now: Instant) -> String {
    const DAY: i64 = 86_400;
    let days = (-1095..=365).step_by(30);
    let instants = days.map(|day| Instant::from_unix_seconds(now.unix_seconds().saturating_add(day * DAY)));
    let ask = || {
        for at in instants {
            for edition in &site.editions {
                // A zone that is not known is a finding of its own.
                let _ = zone::offset_seconds(&edition.time_zone, at);
            }
        }
    };
    zone::noting_spans(ask).1
}

fn title<'a>(site: &'a Site, edition: &Edition) -> &'a str {
    site.name.get(&edition.language)
}

/// The icons of a page: the newsroom's, or none at all; and that for the home screens of Apple's devices, which look into
/// no manifest for it, where the newsroom has one.
pub(super) fn icons(content: &Content) -> String {
    let mut icons = format!("{ICON}{}>\n", icon_attributes(content));
    if content.has_file(APPLE_FILE) {
        icons.push_str(&format!("{APPLE} href=\"{}{APPLE_FILE}\">\n", content.site.base_path));
    }
    icons
}

/// The icon is the newsroom's; without one the browser is told not to look for any.
fn icon_attributes(content: &Content) -> String {
    const FILE: &str = "favicon.svg";
    if content.has_file(FILE) {
        format!(" href=\"{}{FILE}\" type=\"image/svg+xml\"", content.site.base_path)
    } else {
        " href=\"data:,\"".to_owned()
    }
}

pub(super) fn html_attributes(edition: &Edition) -> String {
    format!(" lang=\"{}\" dir=\"{}\"", edition.language, edition.language.direction().as_str())
}

/// Adds an element of a page's head that says something of it by `name`.
pub(super) fn meta(html: &mut String, attribute: &str, name: &str, content: &str) {
    html.push_str(&format!("<meta {attribute}=\"{name}\" content=\""));
    escape(content, html, true);
    html.push_str("\">\n");
}

/// The start of `open`, and what stands between it and the next `close`.
pub(super) fn between<'a>(text: &'a str, open: &str, close: &str) -> Option<(usize, &'a str)> {
    let start = text.find(open)?;
    let inner = text.get(start + open.len()..)?;
    inner.find(close).and_then(|end| inner.get(..end)).map(|inner| (start, inner))
}

/// The text with `value` between `open` and the next `close`.
fn set(text: &str, open: &str, close: &str, value: &str) -> Option<String> {
    let (start, old) = between(text, open, close)?;
    let inner = start + open.len();
    Some(format!("{}{value}{}", &text[..inner], &text[inner + old.len()..]))
}

/// The page with this policy before the first that it is for, and without that of a pressing before.
fn with_policy(page: &str, policy: Option<&str>) -> Option<String> {
    let open = format!("<meta http-equiv=\"{POLICY}\"");
    let page = match between(page, &open, ">\n") {
        Some((start, old)) => {
            [&page[..start], &page[start + open.len() + old.len() + ">\n".len()..]].concat()
        }
        None => page.to_owned(),
    };
    let (start, _) = between(&page, BASE, "\"")?;
    let mut element = String::new();
    if let Some(policy) = policy {
        meta(&mut element, "http-equiv", POLICY, policy);
    }
    Some([&page[..start], &element, &page[start..]].concat())
}

/// The page with the newsroom's icons in place of those it has.
fn with_icons(page: &str, content: &Content) -> Option<String> {
    // A page that was pressed before names the second one, too.
    let page = match between(page, APPLE, ">\n") {
        Some((start, old)) => {
            [&page[..start], &page[start + APPLE.len() + old.len() + ">\n".len()..]].concat()
        }
        None => page.to_owned(),
    };
    let (start, old) = between(&page, ICON, ">")?;
    let after = page[start + ICON.len() + old.len() + ">".len()..].trim_start_matches('\n');
    Some([&page[..start], &icons(content), after].concat())
}

/// The page with the addresses in its attributes moved from one base path to another.
fn rebase(page: &str, from: &str, to: &str) -> String {
    ["href=\"", "src=\""].iter().fold(page.to_owned(), |page, attribute| {
        let start = format!("{attribute}{from}");
        let mut pieces = page.split(&start);
        let mut moved = pieces.next().unwrap_or_default().to_owned();
        for piece in pieces {
            // Two slashes begin the name of another host.
            let base = if piece.starts_with('/') { from } else { to };
            moved.push_str(attribute);
            moved.push_str(base);
            moved.push_str(piece);
        }
        moved
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_move_from_base_to_base_and_back() {
        let page = "<link href=\"/a.css\"><script src=\"/b.js\"></script><a href=\"//other.example/\">x</a>";
        let moved = rebase(page, "/", "/news/");
        assert!(moved.contains("\"/news/a.css\"") && moved.contains("\"/news/b.js\""), "{moved}");
        assert!(moved.contains("\"//other.example/\""), "{moved}");
        assert_eq!(rebase(&moved, "/news/", "/"), page);
    }
}
