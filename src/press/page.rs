//! Finished pages: what the components draw, in a whole document.

use std::collections::BTreeSet;

use base64::{Engine, prelude::BASE64_STANDARD};
use sha2::{Digest, Sha256};

use super::{
    PressError,
    app::App,
    content::Content,
    escape::{for_script, settings_for_script},
    key::{Key, KeyMaker},
    output::Output,
    render::{self, Documents},
    shell::{self, POLICY, SCRIPT_END, SITE, meta},
    style::{self, FirstView, Tokens},
};
use crate::{
    model::{Address, Edition, Site},
    piece::escape,
    platform::{
        document::{PAGE_KIND, PageKind},
        zone,
    },
    store::Store,
};

/// How many bytes a page mostly has, so that it need not be moved while it grows.
const USUAL: usize = 112_000;

/// What every page of a site shares.
pub(super) struct Template<'c> {
    content: &'c Content,
    /// What each kind of page looks like.
    looks: [Look; 3],
    /// The site's settings, for a script element.
    settings: String,
    /// The script that starts the app, below the base path.
    start: String,
    /// Scripts that trunk puts into a page under development, so that it reloads.
    development: String,
    /// The Content-Security-Policy in every page, which hosts send too. A page under development has none.
    pub policy: Option<String>,
}

/// The style of a kind of page.
struct Look {
    view: FirstView,
    /// The rules of the first view, which stand in the page.
    first: String,
    /// The rest, which is a file: a reader fetches it once for all pages of the kind.
    later: String,
    /// What that file is called.
    later_file: String,
    /// What all such pages are made of.
    key: Key,
}

impl Look {
    fn of(view: FirstView, css: &str, tokens: &Tokens) -> Self {
        let (first, later) = view.split(css, tokens);
        let hash: String = Sha256::digest(&later).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        let later_file = format!("{}-{hash}.css", view.as_str());
        Self { view, first, later, later_file, key: Key::default() }
    }
}

/// One page.
pub(super) struct Page<'p> {
    /// Its edition.
    pub edition: &'p Edition,
    /// Its path on the host, percent-encoded, base path included.
    pub address: &'p str,
    /// What it shows at first.
    pub view: FirstView,
    /// What is in its `<head>` beside what all pages have.
    pub head: &'p str,
    /// What it is drawn from.
    pub store: Store,
    /// What the press makes of it.
    pub kind: PageKind,
    /// What the store has at hand.
    pub documents: &'p Documents,
}

impl<'c> Template<'c> {
    /// Takes apart the app's page. `frames` are the origins of the frames that articles may show.
    pub fn new(app: &App, content: &'c Content, frames: &BTreeSet<&str>) -> Result<Self, PressError> {
        let sheet = linked(&app.page, "<link rel=\"stylesheet\" href=\"");
        let sheet = sheet.ok_or_else(|| app.lacks("a stylesheet beside it"))?;
        let start = linked(&app.page, "<script type=\"module\" src=\"");
        let start = start.ok_or_else(|| app.lacks("the script that starts the app"))?;
        let css = app.read(sheet)?;
        let tokens = style::tokens(&css, &content.site.theme);
        let development = inline_scripts(&app.page);
        let mut looks =
            [FirstView::Article, FirstView::List, FirstView::Front].map(|view| Look::of(view, &css, &tokens));
        // One policy for all kinds of page: the page's start shows one in place of another (scripts/links.js).
        let styles: Vec<&String> = looks.iter().map(|look| &look.first).collect();
        let policy = development.is_empty().then(|| policy(&content.site, &styles, frames));
        for look in &mut looks {
            let mut key = KeyMaker::new("template").with(policy.as_deref().unwrap_or_default());
            [start, &development, &shell::icons(content)].into_iter().for_each(|text| key.add(text));
            [&look.first, &look.later_file].into_iter().for_each(|style| key.add(style));
            look.key = key.done();
        }
        let settings = settings_for_script(&content.site_text);
        Ok(Self { content, looks, settings, start: start.to_owned(), development, policy })
    }

    /// Writes the style that is no part of the pages themselves.
    pub fn write_styles(&self, output: &mut Output) -> Result<(), PressError> {
        self.looks
            .iter()
            .try_for_each(|look| output.make(&look.later_file, look.later.as_bytes(), "the style of pages"))
    }

    /// What all pages of one kind are made of beside the settings of the site.
    pub fn key(&self, view: FirstView) -> Key {
        let look = self.looks.iter().find(|look| look.view == view);
        look.map(|look| look.key).unwrap_or_default()
    }

    /// The whole document of a page.
    pub fn html(&self, page: Page<'_>) -> String {
        let site = &self.content.site;
        let mut html = String::with_capacity(USUAL);
        html.push_str(&format!("<!doctype html>\n<html{}>\n<head>\n", shell::html_attributes(page.edition)));
        html.push_str("<meta charset=\"utf-8\">\n");
        html.push_str("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        let (body, spans) = zone::noting_spans(|| render::body(page.store, page.address));
        html.push_str(&first_picture(&body).unwrap_or_default());
        if let Some(policy) = &self.policy {
            meta(&mut html, "http-equiv", POLICY, policy);
        }
        meta(&mut html, "name", "color-scheme", "light dark");
        meta(&mut html, "name", "broadsheet-base", &site.base_path);
        meta(&mut html, "name", PAGE_KIND, page.kind.as_str());
        meta(&mut html, "name", zone::SPANS, &spans);
        html.push_str(page.head);
        html.push_str(&shell::icons(self.content));
        let look = self.looks.iter().find(|look| look.view == page.view);
        let [first, later] = look.map_or([""; 2], |look| [&look.first, &look.later_file].map(String::as_str));
        ["<style>", first, "</style>\n"].into_iter().for_each(|part| html.push_str(part));
        html.push_str("</head>\n<body>");
        html.push_str(&body);
        // The page's start (scripts/start.js) asks for it when the pictures in sight have come, or the reader does anything.
        html.push_str(&format!(
            "\n<noscript><link rel=\"stylesheet\" href=\"{}{later}\"></noscript>",
            site.base_path
        ));
        html.push_str(&format!("\n{SITE}{}{SCRIPT_END}\n", self.settings));
        for (address, document) in page.documents {
            html.push_str("<script type=\"application/json\" id=\"");
            escape(address, &mut html, true);
            html.push_str(&format!("\">{}{SCRIPT_END}\n", for_script(document)));
        }
        let start = format!("{}{}", site.base_path, self.start);
        html.push_str(&format!("<script type=\"module\" async src=\"{start}\"></script>\n"));
        html.push_str(&self.development);
        html.push_str("</body>\n</html>\n");
        html
    }
}

/// Has the browser ask for the first picture of a page before it has read so far. That is before the policy, too:
/// what stands behind it waits until it is understood.
fn first_picture(body: &str) -> Option<String> {
    let mut images = body.split("<img").skip(1).filter_map(|rest| Some(rest.split_once('>')?.0));
    let tag = images.find(|tag| tag.contains(" fetchpriority=\"high\""))?;
    let attribute = |name: &str, call: &str| {
        // As it stands there, escaped.
        let (_, value) = shell::between(tag, &format!(" {name}=\""), "\"")?;
        Some(format!(" {call}=\"{value}\""))
    };
    let mut link = "<link rel=\"preload\" as=\"image\" fetchpriority=\"high\"".to_owned();
    link.push_str(&attribute("src", "href")?);
    link.extend([attribute("srcset", "imagesrcset"), attribute("sizes", "imagesizes")].into_iter().flatten());
    link.push_str(">\n");
    Some(link)
}

/// The file that the tag beginning with `open` names, without the base path it lies under.
fn linked<'a>(page: &'a str, open: &str) -> Option<&'a str> {
    let (_, address) = shell::between(page, open, "\"")?;
    address.rsplit('/').next().filter(|file| !file.is_empty())
}

/// The scripts that run and stand in the page itself.
fn inline_scripts(page: &str) -> String {
    let mut scripts = String::new();
    let mut rest = page;
    while let Some((at, inner)) = shell::between(rest, "<script>", SCRIPT_END) {
        scripts.push_str(&format!("<script>{inner}{SCRIPT_END}\n"));
        rest = &rest[at + inner.len()..];
        rest = rest.split_once(SCRIPT_END).map_or("", |(_, after)| after);
    }
    scripts
}

/// What pages may load and run (Content Security Policy Level 3): our own program and style, pictures,
/// films and sounds from anywhere secure, the desk that takes reports, and frames of the hosts that articles embed: of all articles, because a reader
/// comes from one to another without a new page and its policy. `'wasm-unsafe-eval'` allows WebAssembly and nothing else.
fn policy(site: &Site, styles: &[&String], frames: &BTreeSet<&str>) -> String {
    let hashes = styles.iter().map(|style| BASE64_STANDARD.encode(Sha256::digest(style)));
    let hashes: String = hashes.map(|hash| format!(" 'sha256-{hash}'")).collect();
    let desk = site.report.endpoint.as_ref().and_then(origin).map(|origin| format!(" {origin}"));
    let desk = desk.unwrap_or_default();
    let mail = if site.report.email.is_some() { " mailto:" } else { "" };
    let frames: String = frames.iter().map(|origin| format!(" {origin}")).collect();
    let frames = if frames.is_empty() { frames } else { format!("frame-src{frames}; ") };
    // A newsroom on plain HTTP may have its pictures there too.
    let secure = site.url.as_deref().is_some_and(|url| url.starts_with("https:"));
    let plain = if secure { "" } else { " http:" };
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'{hashes}; \
         img-src 'self' https:{plain} data:; media-src 'self' https:{plain}; {frames}connect-src 'self'{desk}; manifest-src 'self'; \
         form-action 'self'{desk}{mail}; base-uri 'none'"
    )
}

/// Scheme, host and port of an address on another host; where it has no scheme, any that the page may use.
fn origin(address: &Address) -> Option<String> {
    address.host()?;
    let (scheme, rest) = address.as_str().split_once("//")?;
    let host = rest.split(['/', '?', '#']).next()?;
    // Only what may stand in a policy.
    let fit = host.chars().all(|character| character.is_ascii_alphanumeric() || ".-:[]".contains(character));
    let scheme = if scheme.is_empty() { String::new() } else { format!("{scheme}//") };
    fit.then(|| format!("{scheme}{host}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_picture_is_asked_for_as_the_page_has_it() {
        let image = "<img alt=\"a > b\" src=\"/1.webp?a=1&amp;b=2\" srcset=\"/1.webp 320w, /2.webp 640w\" sizes=\"100vw\" fetchpriority=\"high\">";
        let body = format!("<img src=\"/mark.svg\"><p>{}</p>", image.replace("a > b", "a &gt; b"));
        assert_eq!(
            first_picture(&body).as_deref(),
            Some(
                "<link rel=\"preload\" as=\"image\" fetchpriority=\"high\" href=\"/1.webp?a=1&amp;b=2\" \
                 imagesrcset=\"/1.webp 320w, /2.webp 640w\" imagesizes=\"100vw\">\n"
            )
        );
        assert_eq!(first_picture("<p>no picture</p>"), None);
        assert_eq!(first_picture("<img src=\"/mark.svg\"><p>a word: fetchpriority=\"high\"</p>"), None);
    }

    #[test]
    fn the_policy_allows_frames_of_the_hosts_given_and_no_other() {
        let settings = r#"{"editions": [{"language": "en"}], "embeds": {"allow": ["maps.example"]}}"#;
        let site = crate::source::site::read_site(settings).expect("valid settings").value;
        let of = |frames: &[&str]| policy(&site, &[], &frames.iter().copied().collect());
        assert!(
            of(&["https://www.youtube-nocookie.com"])
                .contains("; frame-src https://www.youtube-nocookie.com; ")
        );
        let none = of(&[]);
        assert!(none.contains("default-src 'none'") && !none.contains("frame-src"), "{none}");
    }

    #[test]
    fn the_policy_names_other_hosts_by_their_origins() {
        let origin = |address| origin(&Address::parse(address).expect("an address"));
        assert_eq!(
            origin("https://desk.example:8443/reports?x=1").as_deref(),
            Some("https://desk.example:8443")
        );
        assert_eq!(origin("//desk.example/reports").as_deref(), Some("desk.example"));
        assert_eq!(origin("/reports"), None);
    }
}
