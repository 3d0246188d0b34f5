//! `site.json`: what a newsroom sets up.

mod editions;
mod embeds;
mod listed;

use crate::model::{
    Address, Language, Localized, NamedLink, Notice, ReportReceivers, Section, Site, SourceSettings, Theme,
};
use crate::route::{PEOPLE, SAVED, SEARCH, TOPICS};
use crate::source::error::{Read, SourceError};
use crate::source::front;
use crate::source::json::{self, Place, Problems};

/// How many articles an index page holds when `site.json` says nothing.
const DEFAULT_PAGE_SIZE: usize = 20;

/// Slugs that no section at the top can have: other lists lie there.
const RESERVED: [&str; 4] = [TOPICS, PEOPLE, SAVED, SEARCH];

/// How deep sections may lie in each other.
const MAX_SECTION_DEPTH: usize = 8;

/// Reads `site.json`. Every field may be missing; what is there and unfit is a problem beside the site.
///
/// An error means that the text is not a JSON object.
pub fn read_site(json: &str) -> Result<Read<Site>, SourceError> {
    let value = json::parse(json)?;
    if !value.is_object() {
        return Err(json::wrong_format("the set-up of a site, as an object", &value));
    }
    let problems = Problems::default();
    let root = Place::root(&value, &problems);
    let url = root.member("url").and_then(|url| public_url(&url));
    let embed_hosts =
        root.member("embeds").map(|embeds| embeds::hosts(&embeds, url.as_deref())).unwrap_or_default();
    let mut site = Site {
        name: localized(&root, "name"),
        url,
        base_path: root.member("base_path").map_or_else(|| "/".to_owned(), |path| base_path(&path)),
        editions: editions::editions(&root),
        source: source(&root),
        sections: sections(&root, 0),
        topics: listed::topics(&root),
        people: listed::people(&root),
        notice: root.member("notice").and_then(|notice| read_notice(&notice)),
        follow: root.list(&["follow"]).iter().filter_map(named_link).collect(),
        footer: root.list(&["footer"]).iter().filter_map(named_link).collect(),
        front: Vec::new(),
        report: root.member("report").map(|report| receivers(&report)).unwrap_or_default(),
        embed_hosts,
        search: root.member("search").is_some_and(|search| is_on(&search)),
        theme: root.member("theme").map(|theme| colours(&theme)).unwrap_or_default(),
        logo: root.member("logo").and_then(|logo| logo.address()),
        logo_size: match root.list(&["logo_size"]).as_slice() {
            [width, height] => width.count().zip(height.count()),
            _ => None,
        },
        page_size: root.member("page_size").map_or(DEFAULT_PAGE_SIZE, |size| page_size(&size)),
    };
    site.front = front::blocks(&root, &site);
    Ok(Read { value: site, problems: problems.into_inner() })
}

/// A text for every language, or an object with one for each.
fn localized(parent: &Place<'_>, name: &str) -> Localized {
    parent.member(name).map(|place| texts(&place)).unwrap_or_default()
}

fn texts(place: &Place<'_>) -> Localized {
    if !place.is_object() {
        return Localized(place.text().map(|text| (String::new(), text)).into_iter().collect());
    }
    let mut texts = Vec::new();
    for (tag, text) in place.members() {
        match (Language::parse(tag), text.text()) {
            (Some(language), Some(text)) => texts.push((language.primary(), text)),
            (None, _) => text.note("a text under a language tag, such as kk", format!("the name \"{tag}\"")),
            (Some(_), None) => {}
        }
    }
    Localized(texts)
}

/// The public address: of the web, without what follows the path, and without a final slash.
fn public_url(place: &Place<'_>) -> Option<String> {
    let address = place.address()?;
    let is_web = address.host().is_some() && !address.is_relative() && address.as_str().starts_with("http");
    if !is_web {
        place.unfit("the site's public address, such as https://courier.example");
        return None;
    }
    let address = address.as_str().split(['?', '#']).next().unwrap_or_default();
    Some(address.trim_end_matches('/').to_owned())
}

/// The base path, percent-encoded, with a slash at both ends.
fn base_path(place: &Place<'_>) -> String {
    place.path().map_or_else(|| "/".to_owned(), |path| path.under("/"))
}

/// Whether something that is on or off is on.
fn is_on(place: &Place<'_>) -> bool {
    let is_on = place.value().as_bool();
    if is_on.is_none() {
        place.unfit("true or false");
    }
    is_on.unwrap_or(false)
}

fn page_size(place: &Place<'_>) -> usize {
    let Some(size) = place.count() else { return DEFAULT_PAGE_SIZE };
    if !(1..=100).contains(&size) {
        place.unfit("from 1 to 100 articles a page");
    }
    usize::try_from(size.clamp(1, 100)).unwrap_or(DEFAULT_PAGE_SIZE)
}

fn source(root: &Place<'_>) -> SourceSettings {
    if let Some(kind) = root.member("source").and_then(|source| source.member("type"))
        && kind.text().is_none_or(|kind| kind != "static")
    {
        kind.unfit("the source \"static\", the only one there is");
    }
    SourceSettings::Static
}

fn sections(parent: &Place<'_>, depth: usize) -> Vec<Section> {
    let places = parent.list(&["sections"]);
    if depth >= MAX_SECTION_DEPTH {
        if !places.is_empty() {
            parent.note(&format!("at most {MAX_SECTION_DEPTH} levels of sections"), "more".to_owned());
        }
        return Vec::new();
    }
    let mut sections: Vec<Section> = Vec::new();
    for place in places {
        let Some(slug) = slug(&place) else { continue };
        if depth == 0 && RESERVED.contains(&slug.as_str()) {
            place.note(
                "a section with another slug",
                ["the slug ", &slug, ", which the site needs itself"].concat(),
            );
            continue;
        }
        if sections.iter().any(|section| section.slug == slug) {
            place.unfit("a section with a slug of its own");
            continue;
        }
        let mut name = localized(&place, "name");
        if name.is_empty() {
            place.note("a section with a name", "none; its slug is shown".to_owned());
            name = Localized(vec![(String::new(), slug.clone())]);
        }
        let description = localized(&place, "description");
        sections.push(Section { name, description, sections: self::sections(&place, depth + 1), slug });
    }
    sections
}

/// A part of an address: one part, and one that can name a folder.
fn slug(place: &Place<'_>) -> Option<String> {
    let path = place.member("slug").and_then(|slug| slug.path());
    let slug = path.filter(|path| path.parts().count() == 1).map(|path| path.parts().collect::<String>());
    if slug.is_none() {
        place.unfit("a slug, one part of an address such as learn");
    }
    slug
}

fn read_notice(place: &Place<'_>) -> Option<Notice> {
    let text = if place.is_object() { localized(place, "text") } else { texts(place) };
    if text.is_empty() {
        place.unfit("a notice with a text");
        return None;
    }
    let telephone = place.member("telephone").and_then(|number| telephone(&number));
    Some(Notice { text, telephone })
}

/// A telephone number as it is written for people: it needs digits, and nothing but what numbers hold.
fn telephone(place: &Place<'_>) -> Option<String> {
    let number = place.text()?;
    let digits = number.chars().filter(char::is_ascii_digit).count();
    let valid = (3..=20).contains(&digits)
        && number.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || "+()-–./".contains(c));
    if !valid {
        place.unfit("a telephone number, such as +7 (700) 388 81 09");
    }
    valid.then_some(number)
}

fn named_link(place: &Place<'_>) -> Option<NamedLink> {
    let address: Option<Address> = place.member("url").and_then(|url| url.address());
    let Some(address) = address else {
        place.unfit("a link with a name and a url");
        return None;
    };
    let mut name = localized(place, "name");
    if name.is_empty() {
        place.note("a link with a name", "none; its address is shown".to_owned());
        name = Localized(vec![(String::new(), address.host().unwrap_or(address.as_str()).to_owned())]);
    }
    let language = place.member("language").and_then(|language| language.language());
    Some(NamedLink { name, address, language })
}

fn receivers(place: &Place<'_>) -> ReportReceivers {
    let endpoint = place.member("endpoint").and_then(|place| {
        let endpoint = place.address()?;
        let sends_safely = endpoint.is_relative() || is_https(&endpoint) || is_loopback(&endpoint);
        if !sends_safely {
            place.unfit("an address that starts with https, so that a report travels unread");
        }
        sends_safely.then_some(endpoint)
    });
    let email = place.member("email").and_then(|place| {
        let email = place.text()?;
        let parts: Vec<&str> = email.split('@').collect();
        let valid = matches!(parts.as_slice(), [name, host] if !name.is_empty() && host.contains('.'))
            && !email.contains(|c: char| c.is_whitespace() || c.is_control() || "?&\"<>,:;".contains(c));
        if !valid {
            place.unfit("an e-mail address");
        }
        valid.then_some(email)
    });
    ReportReceivers { endpoint, email }
}

fn is_https(address: &Address) -> bool {
    address.as_str().get(..8).is_some_and(|start| start.eq_ignore_ascii_case("https://"))
}

/// Whether an address is this very machine's, which is what a developer tries things on.
fn is_loopback(address: &Address) -> bool {
    matches!(address.host(), Some("localhost" | "127.0.0.1"))
}

fn colours(place: &Place<'_>) -> Theme {
    let colour = |name: &str| {
        let place = place.member(name)?;
        let text = place.text()?;
        let valid = text.strip_prefix('#').is_some_and(|digits| {
            matches!(digits.len(), 3 | 6) && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
        });
        if !valid {
            place.unfit("a colour as #rgb or #rrggbb");
        }
        valid.then(|| text.to_ascii_lowercase())
    };
    Theme { accent: colour("accent"), accent_dark: colour("accent_dark") }
}
