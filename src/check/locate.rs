//! From a JSON Pointer to a line and a column, so that an editor can jump there.

use std::ops::Range;

/// A place in a text; earlier places are less.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Deserialize, serde::Serialize)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}

/// Where the value that `pointer` (RFC 6901) names starts in `json`.
///
/// When there is no such value, where the innermost value on the way to it starts: that is where it is
/// missing. `json` should have been parsed already; of a text that is no JSON any place may be returned.
pub fn locate(json: &str, pointer: &str) -> Position {
    position(json, walk(json, pointer).at)
}

/// Where `words` first stand within the text that `pointer` names, and how many characters they take in `json`, whose
/// texts may hold them with escapes. `None` where they do not.
pub fn locate_words(json: &str, pointer: &str, words: &str) -> Option<(Position, usize)> {
    let start = walk(json, pointer);
    let mut end = start;
    end.skip_value();
    let value = json.get(start.at..end.at)?;
    let escaped = serde_json::to_string(words).ok()?;
    let escaped = escaped.get(1..escaped.len().checked_sub(1)?)?;
    let spellings = [escaped.to_owned(), escaped.replace('/', "\\/")];
    let found = spellings
        .iter()
        .filter(|words| !words.is_empty())
        .find_map(|words| value.find(words.as_str()).map(|at| (start.at + at, words.chars().count())));
    found.map(|(at, width)| (position(json, at), width))
}

/// Where a part of the text that `pointer` names stands, given in the bytes of the text itself, and how many characters
/// it takes in `json`, whose texts may hold it with escapes. `None` where there is no such part.
pub fn locate_part(json: &str, pointer: &str, part: Range<usize>) -> Option<(Position, usize)> {
    let start = walk(json, pointer).at;
    let written = json.get(start..)?.strip_prefix('"')?;
    let (mut at, mut read, mut from) = (0, 0, None);
    loop {
        if read >= part.start && from.is_none() {
            from = Some(at);
        }
        if let Some(from) = from.filter(|_| read >= part.end) {
            let width = written.get(from..at)?.chars().count();
            return Some((position(json, start + 1 + from), width));
        }
        let (step, bytes) = character(written.get(at..)?)?;
        at += step;
        read += bytes;
    }
}

/// How many bytes the first character of a text in JSON takes as it is written, and how many by itself. `None` at the
/// text's end.
fn character(written: &str) -> Option<(usize, usize)> {
    let first = written.chars().next().filter(|first| *first != '"')?;
    if first != '\\' {
        return Some((first.len_utf8(), first.len_utf8()));
    }
    let unit = |at: usize| {
        let digits = written.get(at..at + 6)?.strip_prefix("\\u")?;
        u16::from_str_radix(digits, 16).ok()
    };
    let Some(one) = unit(0) else { return Some((2, 1)) };
    // A character beyond the first 65,536 is written as two halves.
    match char::decode_utf16([one].into_iter().chain(unit(6))).next()? {
        Ok(character) => Some((if character.len_utf8() == 4 { 12 } else { 6 }, character.len_utf8())),
        Err(_) => Some((6, 3)),
    }
}

/// The place of a column that is counted in bytes, from 1.
pub fn of_bytes(text: &str, line: usize, column: usize) -> Position {
    let words = text.split('\n').nth(line.saturating_sub(1)).unwrap_or_default();
    let before = column.saturating_sub(1);
    // Within a character, the character.
    let whole = words.char_indices().take_while(|(at, character)| at + character.len_utf8() <= before);
    Position { line, column: whole.count() + 1 }
}

/// To the start of the value that `pointer` names, or of the innermost on the way to it.
fn walk<'a>(json: &'a str, pointer: &str) -> Cursor<'a> {
    let mut cursor = Cursor { bytes: json.as_bytes(), at: 0 };
    cursor.skip_space();
    for token in pointer.split('/').skip(1) {
        let token = token.replace("~1", "/").replace("~0", "~");
        let found = match cursor.peek() {
            Some(b'{') => cursor.member(&token),
            Some(b'[') => token.parse().ok().and_then(|index| cursor.item(index)),
            _ => None,
        };
        match found {
            Some(at) => cursor.at = at,
            None => break,
        }
    }
    cursor
}

fn position(text: &str, at: usize) -> Position {
    let before = text.get(..at).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    Position { line: before.matches('\n').count() + 1, column: before[line_start..].chars().count() + 1 }
}

#[derive(Clone, Copy)]
struct Cursor<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Cursor<'_> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn skip_space(&mut self) {
        while self.peek().is_some_and(|byte| byte.is_ascii_whitespace()) {
            self.at += 1;
        }
    }

    /// Steps over `byte` and the white space around it; whether it was there.
    fn take(&mut self, byte: u8) -> bool {
        self.skip_space();
        let there = self.peek() == Some(byte);
        if there {
            self.at += 1;
            self.skip_space();
        }
        there
    }

    /// The start of the member `name` of the object here; of several, the last, as serde_json does.
    fn member(mut self, name: &str) -> Option<usize> {
        let mut found = None;
        self.take(b'{');
        while self.peek() == Some(b'"') {
            let key_start = self.at;
            self.skip_value();
            let is_named = self.bytes.get(key_start..self.at).is_some_and(|key| spells(key, name));
            self.take(b':');
            if is_named {
                found = Some(self.at);
            }
            self.skip_value();
            if !self.take(b',') {
                break;
            }
        }
        found
    }

    /// The start of item `index` of the array here.
    fn item(mut self, index: usize) -> Option<usize> {
        self.take(b'[');
        for _ in 0..index {
            self.skip_value();
            if !self.take(b',') {
                return None;
            }
        }
        (self.peek() != Some(b']')).then_some(self.at)
    }

    /// Steps over one value of any kind.
    fn skip_value(&mut self) {
        let mut depth = 0_usize;
        while let Some(byte) = self.peek() {
            match byte {
                b'"' => self.skip_string(),
                b'{' | b'[' => {
                    depth += 1;
                    self.at += 1;
                }
                b'}' | b']' | b',' | b':' if depth == 0 => return,
                b'}' | b']' => {
                    depth -= 1;
                    self.at += 1;
                }
                _ => self.at += 1,
            }
            if depth == 0 && matches!(byte, b'"' | b'}' | b']') {
                return;
            }
        }
    }

    fn skip_string(&mut self) {
        self.at += 1;
        while let Some(rest) = self.bytes.get(self.at..) {
            let Some(stop) = rest.iter().position(|byte| matches!(byte, b'"' | b'\\')) else {
                self.at = self.bytes.len();
                return;
            };
            self.at += stop + if rest[stop] == b'\\' { 2 } else { 1 };
            if rest[stop] == b'"' {
                return;
            }
        }
    }
}

/// Whether `key`, with its quotation marks, is `name`. Few keys have an escape to be read.
fn spells(key: &[u8], name: &str) -> bool {
    match key {
        [b'"', plain @ .., b'"'] if !plain.contains(&b'\\') => plain == name.as_bytes(),
        key => serde_json::from_slice(key).is_ok_and(|key: String| key == name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "{\n  \"a/b\": [1, {\"ә\": \"{]\\\"\", \"x\": true}],\n  \"c\": {\"d\": null}\n}";

    fn at(pointer: &str) -> (usize, usize) {
        let Position { line, column } = locate(TEXT, pointer);
        (line, column)
    }

    #[test]
    fn values_are_found_by_line_and_column() {
        assert_eq!(at(""), (1, 1));
        assert_eq!(at("/a~1b"), (2, 10));
        assert_eq!(at("/a~1b/0"), (2, 11));
        assert_eq!(at("/a~1b/1/ә"), (2, 20));
        assert_eq!(at("/a~1b/1/x"), (2, 33));
        assert_eq!(at("/c/d"), (3, 14));
    }

    #[test]
    fn what_is_missing_is_looked_for_in_its_parent() {
        assert_eq!(at("/c/e/f"), (3, 8));
        assert_eq!(at("/a~1b/2"), (2, 10));
        assert_eq!(at("/a~1b/x"), (2, 10));
        assert_eq!(at("/none"), (1, 1));
    }

    #[test]
    fn words_are_found_within_their_text_as_they_are_written() {
        let text = "{\n \"a\": \"<b>\",\n \"c\": \"ә <a href=\\\"x\\\"> <\\/b>\"\n}";
        let at = |pointer: &str, words: &str| {
            locate_words(text, pointer, words).map(|(place, width)| (place.line, place.column, width))
        };
        assert_eq!(at("/c", "<a href=\"x\">"), Some((3, 10, 14)));
        assert_eq!(at("/c", "</b>"), Some((3, 25, 5)));
        assert_eq!(at("/c", "<b>"), None);
        assert_eq!(at("/c", ""), None);
    }

    #[test]
    fn a_part_of_a_text_is_found_behind_escapes() {
        let text = "{\n \"a\": \"ә\\u0431\\n<i>\\\"\\ud83d\\ude00<b>\"\n}";
        let value = "ә\u{431}\n<i>\"\u{1f600}<b>";
        for (part, column, width) in
            [("<i>", 17, 3), ("<b>", 34, 3), ("\u{431}", 9, 6), ("\u{1f600}", 22, 12)]
        {
            let from = value.find(part).expect("a part");
            let place =
                locate_part(text, "/a", from..from + part.len()).map(|(at, width)| (at.column, width));
            assert_eq!(place, Some((column, width)), "{part}");
        }
        assert_eq!(locate_part(text, "/a", 90..91), None);
        assert_eq!(locate_part("{\"a\": 1}", "/a", 0..1), None);
    }

    #[test]
    fn a_column_in_bytes_becomes_one_in_characters() {
        let text = "{\n  \"әә\" 1\r\n}";
        let column = |line, column| of_bytes(text, line, column).column;
        assert_eq!((column(2, 3), column(2, 10), column(2, 0), column(9, 4)), (3, 8, 1, 1));
        assert_eq!((column(2, 4), column(2, 5)), (4, 4));
    }

    #[test]
    fn a_text_that_is_no_json_does_no_harm() {
        for text in ["", "{", "[", "{\"a\"", "{\"a\":", "{\"a\\", "[1,", "}", "{\"a\":{{{"] {
            for pointer in ["", "/a", "/a/b", "/0", "/1/2"] {
                assert!(locate(text, pointer).line >= 1);
            }
        }
    }
}
