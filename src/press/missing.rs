//! Files on this site that its content names, and that are not there.

use std::path::Path;

use serde_json::Value;

use super::{Finding, addresses::Addresses, content::Content, output::Output};
use crate::model::{Address, Article, Site, SitePath};

/// The endings of file names have at most this many characters.
const LONGEST_ENDING: usize = 5;

/// What is named and is no file of the content folder. The press itself may make it later.
pub(super) struct MissingFiles(Vec<Missing>);

struct Missing {
    /// The file, relative to the output folder.
    file: String,
    /// What to say when nothing makes it.
    finding: Finding,
}

impl MissingFiles {
    /// What the settings of the site name.
    pub fn of_site(content: &Content) -> Self {
        let file = content.site.logo.as_ref().and_then(|logo| file_of(&content.site, logo));
        let file = file.filter(|file| !content.has_file(file));
        let missing = file.map(|file| {
            let finding = finding(&content.site_file(), &content.site_text, &file, "/logo");
            Missing { file, finding }
        });
        Self(missing.into_iter().collect())
    }

    /// Adds what an article shows, and the files that it leads to. Pages that it leads to are not looked for.
    pub fn look_in(&mut self, file: &Path, text: &str, article: &Article, content: &Content) {
        let Addresses { pictures, links, .. } = Addresses::of(article);
        let links = links.into_iter().filter(|link| names_a_file(link));
        let mut named: Vec<&Address> = pictures.into_iter().chain(links).collect();
        let mut seen = std::collections::HashSet::new();
        named.retain(|address| seen.insert(*address));
        for address in named {
            let Some(wanted) = file_of(&content.site, address) else { continue };
            if !content.has_file(&wanted) {
                let finding = finding(file, text, &wanted, &pointer_to(text, address));
                self.0.push(Missing { file: wanted, finding });
            }
        }
    }

    /// The warnings, when all of the site but its compressed copies is in the output folder.
    pub fn findings(self, output: &Output) -> impl Iterator<Item = Finding> {
        let is_made = |file: &str| output.holds(file) || output.holds(&format!("{file}/index.html"));
        self.0.into_iter().filter(move |missing| !is_made(&missing.file)).map(|missing| missing.finding)
    }
}

fn finding(file: &Path, text: &str, missing: &str, pointer: &str) -> Finding {
    let message = format!("expected the file {missing} in the content folder, found none");
    Finding::left_out(file, message).into_warning().at(text, pointer)
}

/// The file that an address names, relative to the root of the site; `None` where it leads elsewhere, or to the front.
fn file_of(site: &Site, address: &Address) -> Option<String> {
    let raw = address.as_str();
    let path = if address.is_relative() {
        // A fragment or a query alone is about the page itself.
        Some(raw).filter(|raw| !raw.starts_with(['#', '?']))
    } else {
        raw.strip_prefix(&site.public_address(&SitePath::root()))
    };
    let file = SitePath::parse(path?)?.parts().collect::<Vec<_>>().join("/");
    (!file.is_empty()).then_some(file)
}

/// Whether the address is one of a file by its look: `/media/plan.pdf`, not `/politics/` or `/politics`.
fn names_a_file(address: &Address) -> bool {
    let path = address.as_str().split(['?', '#']).next().unwrap_or_default();
    let ending = path.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map(|(_, ending)| ending);
    ending.is_some_and(|ending| {
        (1..=LONGEST_ENDING).contains(&ending.len())
            && ending.bytes().all(|byte| byte.is_ascii_alphanumeric())
    })
}

/// Where in a document an address stands: a text that is the address, else the first that contains it, else the
/// document itself.
fn pointer_to(text: &str, address: &Address) -> String {
    let Ok(document) = serde_json::from_str::<Value>(text) else { return String::new() };
    let wanted = address.as_str();
    let exact = find(&document, "", &|text| text.trim() == wanted);
    exact.or_else(|| find(&document, "", &|text| text.contains(wanted))).unwrap_or_default()
}

/// The JSON Pointer of the first text in `value`, itself at `pointer`, that `fits`.
fn find(value: &Value, pointer: &str, fits: &dyn Fn(&str) -> bool) -> Option<String> {
    match value {
        Value::String(text) => fits(text).then(|| pointer.to_owned()),
        Value::Array(items) => {
            items.iter().enumerate().find_map(|(index, item)| find(item, &format!("{pointer}/{index}"), fits))
        }
        Value::Object(members) => members.iter().find_map(|(name, member)| {
            let name = name.replace('~', "~0").replace('/', "~1");
            find(member, &format!("{pointer}/{name}"), fits)
        }),
        Value::Null | Value::Bool(_) | Value::Number(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::site::read_site;

    #[test]
    fn files_of_this_site_are_told_from_those_of_others() {
        let settings =
            r#"{"url": "https://a.kz/news", "base_path": "/news/", "editions": [{"language": "kk"}]}"#;
        let site = read_site(settings).expect("valid settings").value;
        let file = |raw: &str| Address::parse(raw).ok().and_then(|address| file_of(&site, &address));
        for raw in
            ["/media/қ%20a.png", "media/қ a.png?x#y", "./media/қ a.png", "https://a.kz/news/media/қ a.png"]
        {
            assert_eq!(file(raw).as_deref(), Some("media/қ a.png"), "{raw}");
        }
        for raw in
            ["https://a.kz/media/a.png", "//a.kz/a.png", "mailto:a@b.kz", "#note", "?q", "/", "/../a.png"]
        {
            assert_eq!(file(raw), None, "{raw}");
        }
    }

    #[test]
    fn a_file_has_an_ending() {
        let is_file = |raw: &str| Address::parse(raw).is_ok_and(|address| names_a_file(&address));
        assert!(is_file("/media/plan.pdf?x") && is_file("plan.PDF"));
        for raw in ["/politics/", "/politics", "/a.b/", "/of 3. May", "/what is new. Or old"] {
            assert!(!is_file(raw), "{raw}");
        }
    }
}
