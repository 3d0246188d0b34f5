//! The part of [Project Fluent](https://projectfluent.org) that the message files are written in.
//!
//! A message is one line of text with `{ $placeholders }` and `{ "quoted text" }`, or one choice by
//! `$count`, a line a form. `tests.rs` compares what this reader makes of every message with what
//! Fluent's own does.

use super::plural::{Category, PluralRule};
use std::borrow::Cow;

/// The text of a message in one language.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Pattern {
    /// The same whatever the numbers.
    Plain(Cow<'static, str>),
    /// A form for each kind of number, in the order of the file. Never empty; the last is for whatever
    /// fits no other.
    Counting(Vec<(Key, Cow<'static, str>)>),
}

/// Which numbers a form is for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Key {
    /// This number alone.
    Exactly(u64),
    /// The numbers of a plural category.
    Of(Category),
}

/// A piece of a message's text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Piece<'a> {
    /// Words of the language.
    Text(&'a str),
    /// The place of a value, by name.
    Placeholder(&'a str),
}

impl Pattern {
    /// The form for `count`: an exact number before a category, the last form before none.
    pub(super) fn form(&self, rule: PluralRule, count: u64) -> &str {
        let forms = match self {
            Self::Plain(text) => return text,
            Self::Counting(forms) => forms,
        };
        let find = |wanted: Key| forms.iter().find(|(key, _)| *key == wanted);
        find(Key::Exactly(count))
            .or_else(|| find(Key::Of(rule.category(count))))
            .or_else(|| forms.last())
            .map_or("", |(_, text)| text)
    }

    /// Reads what stands after a message's `=`, from an edition's own messages.
    pub(super) fn parse(source: &str) -> Option<Self> {
        let mut lines = source.lines();
        let first = lines.next().unwrap_or_default().trim();
        Some(match read(first, &mut lines)? {
            Raw::Plain(text) => Self::Plain(Cow::Owned(text.to_owned())),
            Raw::Counting(forms) => Self::Counting(
                forms.into_iter().map(|(key, text)| (key, Cow::Owned(text.to_owned()))).collect(),
            ),
        })
    }
}

/// A pattern as it stands in its source.
enum Raw<'a> {
    Plain(&'a str),
    Counting(Vec<(Key, &'a str)>),
}

/// The texts of a language, in the order of [`super::Message::ALL`], as `build.rs` takes them out of its message file.
///
/// `None` stands for what is not understood: the tests see to it that there is nothing such.
pub(super) fn read_texts(source: &'static str) -> Vec<Option<Pattern>> {
    let mut lines = source.lines();
    let mut texts = Vec::new();
    while let Some(line) = lines.next() {
        texts.push(read(line, &mut lines).map(|raw| match raw {
            Raw::Plain(text) => Pattern::Plain(Cow::Borrowed(text)),
            Raw::Counting(forms) => {
                Pattern::Counting(forms.into_iter().map(|(key, text)| (key, Cow::Borrowed(text))).collect())
            }
        }));
    }
    texts
}

/// Reads a pattern whose first line is `first`; takes further lines only for a choice.
fn read<'a>(first: &'a str, lines: &mut std::str::Lines<'a>) -> Option<Raw<'a>> {
    if !first.ends_with("->") {
        return Some(Raw::Plain(first));
    }
    let mut forms = Vec::new();
    for line in lines {
        let line = line.trim();
        if line == "}" {
            break;
        }
        let (key, text) = line.trim_start_matches('*').strip_prefix('[')?.split_once(']')?;
        let key = match key.parse() {
            Ok(number) => Key::Exactly(number),
            Err(_) => Key::Of(Category::parse(key)?),
        };
        forms.push((key, text.trim()));
    }
    (!forms.is_empty()).then_some(Raw::Counting(forms))
}

/// The pieces of a text. A brace that opens nothing is text.
pub(super) fn pieces(text: &str) -> Pieces<'_> {
    Pieces { rest: text }
}

/// See [`pieces`].
pub(super) struct Pieces<'a> {
    rest: &'a str,
}

impl<'a> Iterator for Pieces<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        if let Some((piece, rest)) = placeable(self.rest) {
            self.rest = rest;
            return Some(piece);
        }
        // An opening brace at the start that opens nothing is skipped over, to be part of the text.
        let after = usize::from(self.rest.starts_with('{'));
        let end = self.rest.get(after..)?.find('{').map_or(self.rest.len(), |brace| brace + after);
        let (text, rest) = self.rest.split_at(end);
        self.rest = rest;
        (!text.is_empty()).then_some(Piece::Text(text))
    }
}

/// The placeable that `text` starts with, and what follows it.
fn placeable(text: &str) -> Option<(Piece<'_>, &str)> {
    let inside = text.strip_prefix('{')?.trim_start();
    if let Some(quoted) = inside.strip_prefix('"') {
        let (literal, rest) = quoted.split_once('"')?;
        return Some((Piece::Text(literal), rest.trim_start().strip_prefix('}')?));
    }
    let (name, rest) = inside.strip_prefix('$')?.split_once('}')?;
    Some((Piece::Placeholder(name.trim_end()), rest))
}

/// The names of a pattern's placeholders, each once.
pub(super) fn placeholders(pattern: &Pattern) -> Vec<String> {
    let texts: Vec<&str> = match pattern {
        Pattern::Plain(text) => vec![text],
        Pattern::Counting(forms) => forms.iter().map(|(_, text)| &**text).collect(),
    };
    let mut names = Vec::new();
    for piece in texts.into_iter().flat_map(pieces) {
        if let Piece::Placeholder(name) = piece
            && !names.iter().any(|known| known == name)
        {
            names.push(name.to_owned());
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_falls_into_pieces() {
        let read = |text| pieces(text).collect::<Vec<_>>();
        assert_eq!(
            read("a { $b }{$c} {\"{\"}d"),
            [
                Piece::Text("a "),
                Piece::Placeholder("b"),
                Piece::Placeholder("c"),
                Piece::Text(" "),
                Piece::Text("{"),
                Piece::Text("d")
            ]
        );
        assert_eq!(read("{ a } {"), [Piece::Text("{ a } "), Piece::Text("{")]);
        assert_eq!(read(""), []);
    }

    #[test]
    fn any_text_keeps_what_it_says() {
        for text in ["{", "{{", "}{", "{ $", "{ \"", "{\"\"", "ы{ы", "{ $a", "{$}"] {
            let kept: String = pieces(text)
                .map(|piece| match piece {
                    Piece::Text(text) | Piece::Placeholder(text) => text,
                })
                .collect();
            assert!(kept == text || text == "{$}", "{text:?} became {kept:?}");
        }
    }

    #[test]
    fn a_choice_prefers_the_exact_number() {
        let source = "{ $count ->\n [1] the one\n [one] one\n *[other] many\n}";
        let pattern = Pattern::parse(source).expect("a pattern");
        let forms = [0, 1, 21].map(|count| pattern.form(PluralRule::EastSlavic, count).to_owned());
        assert_eq!(forms, ["many", "the one", "one"]);
        for broken in ["{ $count ->", "{ $count ->\n}", "{ $count ->\n [lots] x\n}", "{ $count ->\n x\n}"] {
            assert_eq!(Pattern::parse(broken), None, "{broken:?}");
        }
    }
}
