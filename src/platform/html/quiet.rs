//! Markup without what a Content-Security-Policy reports while it is only being parsed.
//!
//! Browsers check the policy of the page for `style` attributes, `on…` attributes and `<style>` elements of documents
//! that are never shown, and report each as a violation, though nothing of it is used (Chromium does so with
//! `DOMParser`, `<template>` and all other ways in). So those names are written with a mark in them before the browser
//! parses the markup, and the mark is taken out of everything that is read. It is not what makes content harmless: that
//! is the walker.

use std::borrow::Cow;

/// A character for private use.
const MARK: char = '\u{e000}';

/// The markup with the mark in those names. A `<style>` becomes a `<noframes>`, which is parsed in the same way and is
/// dropped by the walker too.
pub(super) fn quieted(markup: &str) -> String {
    let mut quiet = String::with_capacity(markup.len() + 16);
    let mut rest = markup;
    while let Some((text, after)) = rest.split_once('<') {
        quiet.push_str(text);
        quiet.push('<');
        rest = tag(after, &mut quiet);
    }
    quiet + rest
}

/// Writes a tag from behind its `<`; what is no tag is left to the caller.
fn tag<'a>(after: &'a str, quiet: &mut String) -> &'a str {
    let named = after.strip_prefix('/').unwrap_or(after);
    if !named.starts_with(|first: char| first.is_ascii_alphabetic()) {
        return after;
    }
    quiet.push_str(&after[..after.len() - named.len()]);
    let (name, mut rest) = cut(named, |character| is_space(character) || matches!(character, '/' | '>'));
    quiet.push_str(if name.eq_ignore_ascii_case("style") { "noframes" } else { name });
    loop {
        let (between, attribute) = cut(rest, |character| !is_space(character) && character != '/');
        quiet.push_str(between);
        if attribute.is_empty() || attribute.starts_with('>') {
            return attribute;
        }
        // An equals sign in the first place is part of the name.
        let first = attribute.chars().next().map_or(0, char::len_utf8);
        let ends = |character| is_space(character) || matches!(character, '/' | '>' | '=');
        let end = attribute[first..].find(ends).map_or(attribute.len(), |at| first + at);
        quiet.push_str(&attribute_name(&attribute[..end]));
        rest = value(&attribute[end..], quiet);
    }
}

/// Writes the value of an attribute, with its equals sign; there may be none.
fn value<'a>(after: &'a str, quiet: &mut String) -> &'a str {
    let (space, equals) = cut(after, |character| !is_space(character));
    let Some(behind) = equals.strip_prefix('=') else { return after };
    quiet.push_str(space);
    quiet.push('=');
    let (space, value) = cut(behind, |character| !is_space(character));
    quiet.push_str(space);
    let length = match value.chars().next() {
        Some(quote @ ('"' | '\'')) => value[1..].find(quote).map_or(value.len(), |at| at + 2),
        _ => value.find(|character| is_space(character) || character == '>').unwrap_or(value.len()),
    };
    quiet.push_str(&value[..length]);
    &value[length..]
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
    if text.contains(MARK) { text.replace(MARK, "") } else { text }
}

fn is_space(character: char) -> bool {
    character.is_ascii_whitespace()
}

fn cut(text: &str, at: impl Fn(char) -> bool) -> (&str, &str) {
    text.split_at(text.find(at).unwrap_or(text.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_and_handlers_get_a_mark_and_everything_else_stays() {
        let cases = [
            ("<p style='a:b' class=style>x</p>", "<p st\u{e000}yle='a:b' class=style>x</p>"),
            ("<a href=\"?style=1\" ONCLICK = x()>y", "<a href=\"?style=1\" ON\u{e000}CLICK = x()>y"),
            ("<Style a>p{}</STYLE>", "<noframes a>p{}</noframes>"),
            ("1 < 2 style='x' <3 on=1", "1 < 2 style='x' <3 on=1"),
            ("<img alt='a > style=b' style>", "<img alt='a > style=b' st\u{e000}yle>"),
            ("<p =style style==a/onx", "<p =style st\u{e000}yle==a/onx"),
            ("<p/style/on", "<p/st\u{e000}yle/on\u{e000}"),
        ];
        for (markup, expected) in cases {
            assert_eq!(quieted(markup), expected);
        }
    }

    #[test]
    fn what_is_read_is_what_stood_there() {
        for markup in ["", "<", "</", "<a", "<a ", "<a href", "<a href=", "<a href='", "<é style=1>", "<a é style>"] {
            assert_eq!(loud(quieted(markup)), markup);
        }
    }
}
