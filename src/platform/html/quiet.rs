//! Markup without what a Content-Security-Policy reports while it is only being parsed.
//!
//! Browsers check the policy of the page for `style` and `on…` attributes, `<style>` and `<base>` of documents that are
//! never shown, and report each as a violation, though nothing of it is used (Chromium does so with
//! `DOMParser`, `<template>` and all other ways in). So those names are written with a mark in them before the browser
//! parses the markup, wherever they may be such a name, and the mark is taken out of everything that is read. It is
//! not what makes content harmless: that is the walker.

use std::borrow::Cow;

/// A character for private use.
const MARK: char = '\u{e000}';

/// What `style` and `base` are written as in a tag: another name, and the mark as an attribute.
const STYLE: &str = "noframes \u{e000}";
const BASE: &str = "link \u{e000}";

/// The markup with the mark in those names. A `<style>` becomes a `<noframes>` and a `<base>` a `<link>`, which are
/// parsed in the same way and are dropped by the walker too.
pub(super) fn quieted(markup: &str) -> String {
    let mut quiet = String::with_capacity(markup.len() + 16);
    let mut rest = markup;
    // A name of either kind stands behind one of these.
    while let Some(at) =
        rest.find(|character: char| character.is_ascii_whitespace() || "</\"'".contains(character))
    {
        let (before, behind) = rest.split_at(at + 1);
        quiet.push_str(before);
        let name =
            behind.split(|character: char| !character.is_ascii_alphanumeric()).next().unwrap_or_default();
        let is_tag = before.ends_with('<') || before == "/" && quiet.ends_with("</");
        match name {
            _ if !is_tag => quiet.push_str(&attribute_name(name)),
            name if name.eq_ignore_ascii_case("style") => quiet.push_str(STYLE),
            name if name.eq_ignore_ascii_case("base") => quiet.push_str(BASE),
            name => quiet.push_str(name),
        }
        rest = &behind[name.len()..];
    }
    quiet + rest
}

/// The name under which an attribute stands in quiet markup.
pub(super) fn attribute_name(name: &str) -> Cow<'_, str> {
    let starts = |with: &str| name.get(..2).is_some_and(|start| start.eq_ignore_ascii_case(with));
    if name.eq_ignore_ascii_case("style") || starts("on") {
        Cow::Owned(format!("{}{MARK}{}", &name[..2], &name[2..]))
    } else {
        Cow::Borrowed(name)
    }
}

/// What was read from quiet markup, as it stood in the markup.
pub(super) fn loud(text: String) -> String {
    if !text.contains(MARK) {
        return text;
    }
    // Where a tag is only text, as in `<xmp>`.
    text.replace(STYLE, "style").replace(BASE, "base").replace(MARK, "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_and_handlers_get_a_mark() {
        let cases = [
            ("<p style='a:b' class=styled>x</p>", "<p st\u{e000}yle='a:b' class=styled>x</p>"),
            ("<a b=\"c\"ONCLICK = x()>y", "<a b=\"c\"ON\u{e000}CLICK = x()>y"),
            ("<Style a>p{}</STYLE>", "<noframes \u{e000} a>p{}</noframes \u{e000}>"),
            ("<p/style=''/onx='styles'>", "<p/st\u{e000}yle=''/on\u{e000}x='styles'>"),
            ("<base href=/><based>", "<link \u{e000} href=/><based>"),
            ("<styles>a</styles>", "<styles>a</styles>"),
        ];
        for (markup, expected) in cases {
            assert_eq!(quieted(markup), expected);
        }
    }

    #[test]
    fn what_is_read_is_what_stood_there() {
        for markup in [
            "",
            "<",
            "</",
            "<é style=1>",
            "once on a style = \"on\"",
            "<style>a</style><base>",
            "</ on",
            "1 < 2 style",
        ] {
            assert_eq!(loud(quieted(markup)), markup);
        }
    }
}
