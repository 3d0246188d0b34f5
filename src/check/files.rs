//! Files on this site that its content names, and that are not there.

use std::{
    borrow::Cow,
    collections::{BTreeSet, HashSet},
    path::Path,
};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Finding, addresses::Addresses, places::at_address, subject::Subject};
use crate::model::{Address, Article, Site, SitePath};

/// The endings of file names have at most this many characters.
const LONGEST_ENDING: usize = 5;

/// Whether a file, by its path within the content folder, is there.
pub(crate) type HasFile<'a> = &'a (dyn Fn(&str) -> bool + Sync);

/// What is named and is no file of the content folder. The press itself may make it.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub(crate) struct MissingFiles(Vec<Missing>);

#[derive(Clone, Debug, Deserialize, Serialize)]
struct Missing {
    /// The file, relative to the root of the site.
    file: String,
    /// What to say when nothing makes it.
    finding: Finding,
}

impl MissingFiles {
    /// What the settings of the site name.
    pub fn of_site(file: &Path, text: &str, site: &Site, has_file: HasFile) -> Self {
        let mut missing = Self::default();
        let document = serde_json::from_str(text).unwrap_or(Value::Null);
        let portraits = site.people.iter().filter_map(|person| person.picture.as_ref());
        for address in site.logo.iter().chain(portraits) {
            missing.look_for(
                address,
                site,
                has_file,
                |finding| at_address(finding, text, &document, address.as_str()),
                file,
            );
        }
        missing
    }

    /// Adds what an article shows, and the files that it leads to. Pages that it leads to are not looked for.
    pub fn look_in(&mut self, subject: &Subject, has_file: HasFile) {
        for address in files_of(subject.article) {
            self.look_for(
                address,
                subject.site,
                has_file,
                |finding| at_address(finding, subject.text, subject.document, address.as_str()),
                subject.file,
            );
        }
    }

    fn look_for(
        &mut self,
        address: &Address,
        site: &Site,
        has_file: HasFile,
        place: impl FnOnce(Finding) -> Finding,
        file: &Path,
    ) {
        let Some(wanted) = file_of(site, address).filter(|wanted| !has_file(wanted)) else { return };
        let message = format!("expected the file {wanted} in the content folder, found none");
        let finding = place(Finding::warning(file, "file-missing", message))
            .helped("put the file there, or correct the address; capitals and small letters differ");
        self.0.push(Missing { file: wanted, finding });
    }

    /// Takes over what another found.
    pub fn extend(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// The warnings about what nothing makes.
    pub fn findings(self, is_made: impl Fn(&str) -> bool) -> impl Iterator<Item = Finding> {
        self.0.into_iter().filter(move |missing| !is_made(&missing.file)).map(|missing| missing.finding)
    }
}

/// The addresses of what an article shows, and of the files that it leads to, each once.
fn files_of(article: &Article) -> impl Iterator<Item = &Address> {
    let Addresses { pictures, links, .. } = Addresses::of(article);
    let links = links.into_iter().filter(|link| names_a_file(link));
    let mut seen = HashSet::new();
    pictures.into_iter().chain(links).filter(move |address| seen.insert(*address))
}

/// The files on this site that its settings name: its mark, portraits, and what its links lead to.
pub(crate) fn named_by_site(site: &Site) -> Vec<String> {
    let people = || site.people.iter();
    let links = site.follow.iter().chain(&site.footer).chain(people().flat_map(|person| &person.links));
    let portraits = people().filter_map(|person| person.picture.as_ref());
    let addresses = site.logo.iter().chain(portraits).chain(links.map(|link| &link.address));
    addresses.filter_map(|address| file_of(site, address)).collect()
}

/// The files on this site that an article with this text names, whether they are there or not.
pub(crate) fn named_files(site: &Site, article: &Article, text: &str) -> BTreeSet<String> {
    let mut named = named_in_text(site, text);
    named.extend(files_of(article).filter_map(|address| file_of(site, address)));
    named
}

/// What stands around the address of a file in a text: around a value, in which there may be spaces; around one in markup; and
/// around one of several (`srcset`), which is known by a slash.
const BOUNDS: [&str; 3] = ["\"\n", "\"\n'<>", "\"\n'<> ,()="];

/// The longest address that is looked for in a text, in characters.
const LONGEST_ADDRESS: usize = 1_000;

/// The files on this site whose names stand in a text, be it no JSON, whether they are there or not: all that an article shows,
/// and also what is dropped when it is read (a film that browsers do not play, a second still).
pub(crate) fn named_in_text(site: &Site, text: &str) -> BTreeSet<String> {
    let text = unescaped(text);
    let mut named = BTreeSet::new();
    // Names end with an ending, and most texts have few of them.
    for (dot, _) in text.match_indices('.') {
        let (before, rest) = text.split_at(dot);
        let letters = rest.bytes().skip(1).take_while(u8::is_ascii_alphanumeric);
        let length = letters.take(LONGEST_ENDING + 1).count();
        if !(1..=LONGEST_ENDING).contains(&length) {
            continue;
        }
        let (ending, behind) = rest.split_at(length + 1);
        let next = behind.chars().next().unwrap_or('"');
        let ends = |bounds: &&&str| ['?', '#'].contains(&next) || bounds.contains(next);
        let mut stems: Vec<&str> =
            BOUNDS.iter().filter(ends).filter_map(|bounds| stem(before, bounds)).collect();
        stems.dedup();
        let words = stems.iter().map(|stem| [stem, ending].concat().replace("&amp;", "&"));
        let addresses = words.filter_map(|word| Address::parse(&word).ok());
        named.extend(addresses.filter_map(|address| file_of(site, &address)));
    }
    named
}

/// What of a text is behind the last of these bounds; `None` where it is too long, or is one word among others.
fn stem<'t>(text: &'t str, bounds: &str) -> Option<&'t str> {
    let mut last = text.char_indices().rev().take(LONGEST_ADDRESS);
    let start = match last.find(|(_, sign)| bounds.contains(*sign)) {
        Some((at, sign)) => at + sign.len_utf8(),
        None if text.len() < LONGEST_ADDRESS => 0,
        None => return None,
    };
    text.get(start..).filter(|stem| stem.contains('/') || !bounds.contains(' '))
}

/// A text without what JSON puts before a sign, or instead of it, within its strings.
fn unescaped(text: &str) -> Cow<'_, str> {
    if !text.contains('\\') {
        return text.into();
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('\\') {
        plain.push_str(before);
        let code = after.strip_prefix('u').and_then(|code| u32::from_str_radix(code.get(..4)?, 16).ok());
        let (sign, length) = match (code.and_then(char::from_u32), after.chars().next()) {
            (Some(sign), _) => (sign, 5),
            (None, Some('b' | 'f' | 'n' | 'r' | 't')) => ('\n', 1),
            (None, Some(sign)) => (sign, sign.len_utf8()),
            (None, None) => break,
        };
        plain.push(sign);
        rest = after.get(length..).unwrap_or_default();
    }
    plain.push_str(rest);
    plain.into()
}

/// The file that an address names, relative to the root of the site; `None` where it leads elsewhere, or to the front.
pub(crate) fn file_of(site: &Site, address: &Address) -> Option<String> {
    let raw = address.as_str();
    let path = if address.is_relative() {
        // A fragment or a query alone is about the page itself.
        Some(address.under("/")).filter(|_| !raw.starts_with(['#', '?']))
    } else {
        below(raw, &site.public_address(&SitePath::root())).map(str::to_owned)
    };
    let file = SitePath::parse(&path?)?.parts().collect::<Vec<_>>().join("/");
    (!file.is_empty()).then_some(file)
}

/// What of an address lies below the front of the site; with http or https, or with the scheme of the page that it is on.
fn below<'a>(address: &'a str, front: &str) -> Option<&'a str> {
    let (_, front) = front.split_once("//")?;
    let (scheme, rest) = address.split_once("//")?;
    let is_of_the_web = ["", "http:", "https:"].iter().any(|known| scheme.eq_ignore_ascii_case(known));
    rest.strip_prefix(front).filter(|_| is_of_the_web)
}

/// Whether the address is one of a file by its look: `/media/plan.pdf`, not `/politics/` or `/politics`.
pub(super) fn names_a_file(address: &Address) -> bool {
    let path = address.as_str().split(['?', '#']).next().unwrap_or_default();
    let ending = path.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map(|(_, ending)| ending);
    ending.is_some_and(|ending| {
        (1..=LONGEST_ENDING).contains(&ending.len())
            && ending.bytes().all(|byte| byte.is_ascii_alphanumeric())
    })
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
        for raw in [
            "/media/қ%20a.png",
            "media/қ a.png?x#y",
            "./media/қ a.png",
            "../media/қ a.png",
            "https://a.kz/news/media/қ a.png",
            "//a.kz/news/media/қ a.png",
            "http://a.kz/news/media/қ a.png",
        ] {
            assert_eq!(file(raw).as_deref(), Some("media/қ a.png"), "{raw}");
        }
        for raw in ["https://a.kz/media/a.png", "//a.kz/a.png", "mailto:a@b.kz", "#note", "?q", "/", "/.."] {
            assert_eq!(file(raw), None, "{raw}");
        }
    }

    #[test]
    fn files_are_found_in_what_is_no_json() {
        let site = read_site(r#"{"url": "https://a.kz", "editions": [{"language": "kk"}]}"#);
        let site = site.expect("valid settings").value;
        let text = r#"{ "href": "\/media\/\u049b a.png", "srcset": "/media/b.webp 1x, media/c.webp 2x" "x
            "value": "<a href=\"https://a.kz/media/d.pdf\">one</a>, <a href='/media/e%20f.mov'>and</a> /other/g
            <img src=/media/h.gif>, <a href='/media/i&amp;j.csv?k=l#m'> \\media\\n.txt", "name": "the pilot's.wav" "#;
        let named = named_in_text(&site, text);
        for file in [
            "media/қ a.png",
            "media/b.webp",
            "media/c.webp",
            "media/d.pdf",
            "media/e f.mov",
            "media/h.gif",
            "media/i&j.csv",
            "media/n.txt",
            "the pilot's.wav",
        ] {
            assert!(named.contains(file), "no {file} in {named:?}");
        }
        assert!(!named.iter().any(|file| file.contains("other")), "{named:?}");
        for text in ["", "\\", "\"\\u04", "a.png\\"] {
            named_in_text(&site, text);
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
