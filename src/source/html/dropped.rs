//! What of some markup the walker will not keep, as it is written: for those who write it.

use super::names::{Kin, kin};
use super::xml::tag_end;
use crate::model::{Address, AddressError};

/// How much of a tag is quoted, in characters.
const QUOTE_LENGTH: usize = 60;

/// How much is told of one text.
const MOST: usize = 20;

/// A piece of markup that does not come through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dropped {
    /// The piece as it is written, shortened.
    pub quote: String,
    /// What becomes of it.
    pub kind: DroppedKind,
}

/// What becomes of a piece of markup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DroppedKind {
    /// The element goes with all that is in it.
    Element,
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
    while let Some(at) = rest.find('<').filter(|_| found.len() < MOST) {
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
        let tag = &rest[..tag_end(rest)];
        rest = &rest[tag.len()..];
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
                found.push(Dropped { quote: shortened(tag), kind: DroppedKind::Element });
            }
            if !tag.ends_with("/>") && closes(&name) {
                rest = after_closing(rest, &name);
            }
        } else {
            found.extend(lost_attributes(&tag[name_end..]));
        }
    }
    found
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
    let end = markup.to_ascii_lowercase().find(&format!("</{name}"));
    end.map_or("", |end| &markup[end + 2..])
}

fn lost_attributes(attributes: &str) -> Vec<Dropped> {
    let mut found = Vec::new();
    let mut rest = attributes.trim_end_matches(['>', '/']);
    while let Some((before, after)) = rest.split_once('=') {
        let name =
            before.trim_end().rsplit(|c: char| c.is_whitespace() || c == '/').next().unwrap_or_default();
        let (value, next) = value_of(after);
        let quote = shortened(&format!("{name}={}", &after[..after.len() - next.len()]));
        rest = next;
        let name = name.to_ascii_lowercase();
        let runs = name.strip_prefix("on").is_some_and(|event| !event.is_empty());
        if runs && name.bytes().all(|byte| byte.is_ascii_alphabetic()) {
            found.push(Dropped { quote, kind: DroppedKind::Attribute });
        } else if matches!(name.as_str(), "href" | "src" | "data" | "poster" | "cite")
            && let Err(AddressError::Scheme(scheme)) = Address::parse(value)
        {
            found.push(Dropped { quote, kind: DroppedKind::Address(scheme) });
        }
    }
    found
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

fn shortened(tag: &str) -> String {
    let end = tag.char_indices().nth(QUOTE_LENGTH).map_or(tag.len(), |(at, _)| at);
    tag[..end].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quotes(markup: &str) -> Vec<String> {
        dropped(markup).into_iter().map(|dropped| dropped.quote).collect()
    }

    #[test]
    fn what_goes_is_quoted_as_it_is_written() {
        assert_eq!(
            quotes("<p>a</p><SCRIPT src='x>y'>if (a<b) <i></SCRIPT><style>p{}</style>"),
            ["<SCRIPT src='x>y'>", "<style>"]
        );
        assert_eq!(
            quotes("<p onclick = \"go(1)\">a <a href='javascript:x' title=b>b</a>"),
            ["onclick= \"go(1)\"", "href='javascript:x'"]
        );
        assert_eq!(
            quotes("<input name=a> <svg><title>b</title></svg><button>c</button>"),
            ["<input name=a>", "<svg>", "<button>"]
        );
    }

    #[test]
    fn what_stays_is_not_told() {
        let markup = "<!-- <script> --><p class=a data-on=b>1 < 2 &lt;script> <a href='/a?on=b'>c</a>\
                      <video><source src=a.mp4><track src=b.vtt></video><o:p>d</o:p> <";
        assert_eq!(quotes(markup), Vec::<String>::new());
        let posts = "<blockquote class='instagram-media'><svg><path></path></svg>a</blockquote> <script async src=\"https://platform.twitter.com/widgets.js\" charset=utf-8></script>\
                     <script async src='//www.instagram.com/embed.js'></script>\
                     <script async src=https://telegram.org/js/telegram-widget.js?22 data-telegram-post='a/1'></script>";
        assert_eq!(quotes(posts), Vec::<String>::new());
        let other = "<script src='https://a.example/?//platform.twitter.com/widgets.js'></script>";
        assert_eq!(quotes(other).len(), 1);
        let drawing = "<blockquote class='instagram-media'></blockquote><svg>";
        assert_eq!(quotes(drawing), ["<svg>"]);
        assert_eq!(quotes("<script"), ["<script"]);
        assert_eq!(quotes("<a href="), Vec::<String>::new());
    }
}
