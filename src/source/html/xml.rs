//! What is written as XML, for parsers of HTML.

/// Elements that HTML knows to be empty.
const EMPTY: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
];

/// `markup` with an end for every element that ends in its own tag: `<a id="x"/>` becomes `<a id="x"></a>`. To HTML the
/// slash says nothing, so that a `<title/>` would swallow all that follows.
pub(crate) fn with_ends(markup: &str) -> String {
    let mut text = String::with_capacity(markup.len());
    let mut rest = markup;
    while let Some(at) = rest.find('<') {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = match rest.strip_prefix("<!--") {
            Some(comment) => comment.find("-->").map_or(rest.len(), |end| end + 7),
            None => tag_end(rest),
        };
        let (tag, after) = rest.split_at(end);
        rest = after;
        match ending_in_itself(tag) {
            Some((tag, name)) => [tag, "></", name, ">"].into_iter().for_each(|part| text.push_str(part)),
            None => text.push_str(tag),
        }
    }
    text.push_str(rest);
    text
}

/// A tag that is the end of its element too, up to the slash, and its name.
fn ending_in_itself(tag: &str) -> Option<(&str, &str)> {
    let open = tag.strip_suffix("/>")?;
    let inner =
        open.strip_prefix('<').filter(|inner| inner.starts_with(|c: char| c.is_ascii_alphabetic()))?;
    let mut parts = inner.split_ascii_whitespace();
    let name = parts.next()?;
    // In `<a href=/news/>` the slash belongs to the address.
    let bare = |part: &str| part.contains('=') && !part.ends_with(['"', '\'']);
    let is_empty = EMPTY.iter().any(|empty| name.eq_ignore_ascii_case(empty));
    let is_bare = !inner.ends_with(|c: char| c.is_ascii_whitespace()) && parts.next_back().is_some_and(bare);
    (!is_empty && !is_bare).then_some((open, name))
}

/// Where the tag at the start of `markup` ends, quoted values jumped over.
pub(super) fn tag_end(markup: &str) -> usize {
    let mut within = Within::Names;
    for (at, byte) in markup.bytes().enumerate() {
        within = match (within, byte) {
            (Within::Quoted(open), byte) if open == byte => Within::Names,
            (Within::Quoted(_), _) => within,
            (_, b'>') => return at + 1,
            (Within::Names, b'=') => Within::Equals,
            (Within::Equals, b'"' | b'\'') => Within::Quoted(byte),
            (Within::Equals, byte) if !byte.is_ascii_whitespace() => Within::Bare,
            (Within::Bare, byte) if byte.is_ascii_whitespace() => Within::Names,
            _ => within,
        };
    }
    markup.len()
}

/// Where a reader of a tag is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Within {
    Names,
    /// Behind an equals sign: here alone a quotation mark opens a value.
    Equals,
    Bare,
    Quoted(u8),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_ends_in_its_own_tag_gets_an_end() {
        assert_eq!(
            with_ends("<p>a<a id='>'/>b <IFRAME\nsrc=\"/c/\" />d<o:p/></p><title/><div />"),
            "<p>a<a id='>'></a>b <IFRAME\nsrc=\"/c/\" ></IFRAME>d<o:p></o:p></p><title></title><div ></div>"
        );
    }

    #[test]
    fn everything_else_stays_as_it_is() {
        for markup in [
            "<br/><img src='a'/><hr /><BR/>",
            "<!-- <div/> -->",
            "1 < 2 /> 3",
            "<a href=/news/>b</a>",
            "<?xml version='1.0'?><!DOCTYPE html>",
            "a <b",
            "<!-- <i/>",
            "<",
            "</p/>",
        ] {
            assert_eq!(with_ends(markup), markup);
        }
    }
}
