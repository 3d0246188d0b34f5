//! What of some markup the walker will not keep, as it is written: for those who write it.

use std::ops::Range;

use super::names::{Kin, kin};
use super::xml::tag_end;
use crate::model::{Address, AddressError};

/// How much of a tag is quoted, in characters.
const QUOTE_LENGTH: usize = 60;

/// A piece of markup that does not come through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dropped {
    /// The piece as it is written, shortened.
    pub quote: String,
    /// Where in the markup that is, in bytes.
    pub part: Range<usize>,
    /// What becomes of it.
    pub kind: DroppedKind,
}

/// What becomes of a piece of markup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DroppedKind {
    /// The element goes with all that is in it.
    Element,
    /// Only the words of the element stay, which mean less without it.
    Meaning,
    /// The words stay as they are; how they should look goes.
    Look,
    /// The element is hidden from readers, and goes with all that is in it.
    Hidden,
    /// The attribute goes: it would run something.
    Attribute,
    /// The address goes, whose scheme is this.
    Address(String),
}

/// What of `markup` is dropped, in its order. It reads tags as they are written, so it needs no parser and no tree; of
/// markup that is broken it may tell too little.
pub fn dropped(markup: &str) -> Vec<Dropped> {
    let mut found = Vec::new();
    let mut rest = markup;
    // How much of the markup follows the post of Instagram's that `rest` is in: its code comes with drawings.
    let mut behind_post = usize::MAX;
    while let Some(at) = rest.find('<') {
        rest = &rest[at..];
        if let Some(comment) = rest.strip_prefix("<!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        let name_end = rest[1..].find(|c: char| !c.is_ascii_alphanumeric()).map_or(rest.len(), |end| end + 1);
        let name = rest[1..name_end].to_ascii_lowercase();
        if name.is_empty() {
            rest = &rest[1..];
            continue;
        }
        let start = markup.len() - rest.len();
        let tag = &rest[..tag_end(rest)];
        rest = &rest[tag.len()..];
        let whole = |kind| Dropped::of(markup, start..start + tag.len(), kind);
        if name == "blockquote" && tag.contains("instagram-media") {
            behind_post = after_closing(rest, &name).len();
        }
        if is_lost(&name) {
            let of_a_post = match name.as_str() {
                "script" => is_of_a_post(tag),
                "svg" => rest.len() > behind_post,
                _ => false,
            };
            if !of_a_post {
                found.push(whole(DroppedKind::Element));
            }
            if !tag.ends_with("/>") && closes(&name) {
                rest = after_closing(rest, &name);
            }
            continue;
        }
        found.extend(lost_of_kept(&name, &tag[name_end..]).map(whole));
        let from = start + name_end;
        found.extend(lost_attributes(markup, from..start + tag.len()));
    }
    found
}

/// What is lost of an element whose words stay.
fn lost_of_kept(name: &str, attributes: &str) -> impl Iterator<Item = DroppedKind> {
    let lost = match name {
        "form" | "math" => Some(DroppedKind::Meaning),
        "font" | "marquee" | "blink" | "basefont" => Some(DroppedKind::Look),
        _ => None,
    };
    lost.into_iter().chain(is_hidden(attributes).then_some(DroppedKind::Hidden))
}

impl Dropped {
    /// A part of `markup`.
    fn of(markup: &str, part: Range<usize>, kind: DroppedKind) -> Self {
        let written = markup.get(part.clone()).unwrap_or_default();
        let end = written.char_indices().nth(QUOTE_LENGTH).map_or(written.len(), |(at, _)| at);
        Self { quote: written[..end].to_owned(), part: part.start..part.start + end, kind }
    }
}

/// Whether an element goes with all its words. What belongs to a film or a picture is read with it.
fn is_lost(name: &str) -> bool {
    let part = matches!(name, "source" | "track" | "param" | "rp" | "head" | "noembed" | "noframes");
    name == "svg" || (kin(name) == Kin::Dropped && !part)
}

/// Whether a script is the one that an embed code of a provider's comes with: the post itself is kept.
fn is_of_a_post(tag: &str) -> bool {
    let address = tag.split_once("src=").map_or("", |(_, after)| value_of(after).0);
    let address = address.split_once("//").map_or("", |(_, address)| address);
    let scripts = [
        "platform.twitter.com/widgets.js",
        "platform.x.com/widgets.js",
        "instagram.com/embed.js",
        "tiktok.com/embed.js",
        "connect.facebook.net/",
        "telegram.org/js/telegram-widget.js",
    ];
    scripts.iter().any(|script| address.strip_prefix("www.").unwrap_or(address).starts_with(script))
}

/// Whether an element has an end.
fn closes(name: &str) -> bool {
    !matches!(name, "meta" | "link" | "base" | "area" | "input" | "frame" | "bgsound" | "keygen")
}

fn after_closing<'a>(markup: &'a str, name: &str) -> &'a str {
    let mut ends = markup.match_indices("</").map(|(at, _)| &markup[at + 2..]);
    let is_of = |rest: &&str| rest.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name));
    ends.find(is_of).unwrap_or_default()
}

/// What goes of the attributes that stand in a part of `markup`.
fn lost_attributes(markup: &str, part: Range<usize>) -> Vec<Dropped> {
    let mut found = Vec::new();
    let start = part.start;
    let mut rest = markup.get(part).unwrap_or_default().trim_end_matches(['>', '/']);
    let end = start + rest.len();
    while let Some((before, after)) = rest.split_once('=') {
        let named = before.trim_end();
        let name = named.rsplit(|c: char| c.is_whitespace() || c == '/').next().unwrap_or_default();
        let (value, next) = value_of(after);
        let start = end - rest.len() + named.len() - name.len();
        let part = start..end - next.len();
        rest = next;
        if let Some(kind) = lost(&name.to_ascii_lowercase(), value) {
            found.push(Dropped::of(markup, part, kind));
        }
    }
    found
}

/// What becomes of an attribute, where it goes.
fn lost(name: &str, value: &str) -> Option<DroppedKind> {
    if name.strip_prefix("on").is_some_and(|event| !event.is_empty())
        && name.bytes().all(|byte| byte.is_ascii_alphabetic())
    {
        return Some(DroppedKind::Attribute);
    }
    match name {
        "href" | "src" | "srcset" | "data" | "poster" | "cite" => match Address::parse(value) {
            Err(AddressError::Scheme(scheme)) => Some(DroppedKind::Address(scheme)),
            _ => None,
        },
        "style" => is_look(value).then_some(DroppedKind::Look),
        _ => None,
    }
}

/// Whether a style says more than that words are strong or stressed, which the walker reads.
fn is_look(style: &str) -> bool {
    let names = style.split(';').map(|declaration| declaration.split(':').next().unwrap_or_default().trim());
    names.into_iter().any(|name| {
        !name.is_empty() && !["font-weight", "font-style"].iter().any(|read| name.eq_ignore_ascii_case(read))
    })
}

/// Whether the attributes of a tag hide its element from readers.
fn is_hidden(attributes: &str) -> bool {
    let mut rest = attributes;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        let end = rest.find(|c: char| c.is_whitespace() || "=/>".contains(c)).unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        let (value, next) = match after.trim_start().strip_prefix('=') {
            Some(after) => value_of(after),
            None => ("", after),
        };
        if next == rest {
            return false;
        }
        if name.eq_ignore_ascii_case("hidden") {
            return value.trim_end_matches('>') != "until-found";
        }
        rest = next;
    }
}

/// The value after an equals sign, and what follows it.
fn value_of(text: &str) -> (&str, &str) {
    let text = text.trim_start();
    for quote in ['"', '\''] {
        if let Some(inner) = text.strip_prefix(quote) {
            return inner.split_once(quote).unwrap_or((inner, ""));
        }
    }
    let end = text.find(char::is_whitespace).unwrap_or(text.len());
    text.split_at(end)
}

#[cfg(test)]
#[path = "dropped_tests.rs"]
mod tests;
