//! The words that a finding is about, as they stand in their file, with a mark under them.
//!
//! A renderer of our own: a line and its mark are all that an editor needs, and a text of one line can be a whole
//! article, of which libraries for compilers show everything.

use super::Finding;

/// How much of a line is shown, in characters.
const LONGEST: usize = 96;

/// How much of it stands before the place.
const BEFORE: usize = 24;

/// The line of `text` that the finding is about, with a mark under its words: two lines, the second of spaces and marks.
/// `None` where the finding has no place, or the text has changed since.
pub(super) fn excerpt(finding: &Finding, text: &str) -> Option<(String, String)> {
    let position = finding.position?;
    let line: Vec<char> = text.lines().nth(position.line.checked_sub(1)?)?.chars().collect();
    let at = position.column.checked_sub(1)?.min(line.len());
    let width = width(finding, &line[at..]);
    // Spaces at the start of a line say nothing.
    let indent = line.iter().take_while(|character| character.is_whitespace()).count().min(at);
    let start = if line.len() - indent <= LONGEST { indent } else { at.saturating_sub(BEFORE).max(indent) };
    let end = line.len().min(start + LONGEST);
    let (before, after) = (if start > indent { "…" } else { "" }, if end < line.len() { "…" } else { "" });
    let shown: String = line[start..end].iter().copied().map(visible).collect();
    let marks = width.clamp(1, (end - at).max(1));
    let space = " ".repeat(at - start + before.chars().count());
    Some((format!("{before}{shown}{after}"), format!("{space}{}", "^".repeat(marks))))
}

/// The words alone; `None` where the finding is about no words.
pub(super) fn words(finding: &Finding, text: &str) -> Option<String> {
    let position = finding.position?;
    let line = text.lines().nth(position.line.checked_sub(1)?)?;
    let rest: Vec<char> = line.chars().skip(position.column.checked_sub(1)?).collect();
    let words: String = rest.iter().take(width(finding, &rest).min(LONGEST)).collect();
    Some(words).filter(|words| !words.is_empty())
}

/// How many characters a finding is about, which starts with a line's rest.
fn width(finding: &Finding, rest: &[char]) -> usize {
    match finding.width {
        0 => value_width(rest),
        width => usize::try_from(width).unwrap_or(usize::MAX),
    }
}

/// What a terminal could take for an order, or for a direction, is a space.
fn visible(character: char) -> char {
    let directs =
        matches!(character, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    if character.is_control() || directs { ' ' } else { character }
}

/// How many characters the value takes that starts a line's rest: a text, a word, or the sign that opens a list.
fn value_width(rest: &[char]) -> usize {
    match rest.first() {
        Some('"') => {
            let mut escaped = false;
            let end = rest.iter().skip(1).position(|character| {
                let ends = *character == '"' && !escaped;
                escaped = *character == '\\' && !escaped;
                ends
            });
            end.map_or(rest.len(), |end| end + 2)
        }
        Some('{' | '[') | None => 1,
        Some(_) => rest.iter().take_while(|c| !c.is_whitespace() && !",]}".contains(**c)).count(),
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::check::Position;

    fn shown(text: &str, line: usize, column: usize, width: u32) -> Option<(String, String)> {
        let finding = Finding::note(Path::new("a.json"), "a-code", "a message");
        excerpt(&Finding { position: Some(Position { line, column }), width, ..finding }, text)
    }

    #[test]
    fn the_words_are_marked() {
        let text = "{\n    \"ә\": \"қ \\\" a\",\n    \"b\": true}";
        let lines = |a: &str, b: &str| Some((a.to_owned(), b.to_owned()));
        assert_eq!(shown(text, 2, 10, 0), lines("\"ә\": \"қ \\\" a\",", "     ^^^^^^^^"));
        assert_eq!(shown(text, 3, 10, 0), lines("\"b\": true}", "     ^^^^"));
        assert_eq!(shown(text, 1, 1, 0), lines("{", "^"));
        assert_eq!(shown(text, 9, 1, 0), None);
    }

    #[test]
    fn a_long_line_is_shown_around_the_words() {
        let text = format!("\"{}HERE{}\"", "a".repeat(500), "b".repeat(500));
        let (line, marks) = shown(&text, 1, 502, 4).expect("an excerpt");
        assert!(line.starts_with('…') && line.ends_with('…') && line.chars().count() == LONGEST + 2);
        let marked: String =
            line.chars().zip(marks.chars()).filter(|(_, mark)| *mark == '^').map(|(c, _)| c).collect();
        assert_eq!(marked, "HERE");
    }

    #[test]
    fn what_a_terminal_would_obey_is_not_shown() {
        let (line, _) = shown("\"a\u{1b}[31m\u{202e}b\"", 1, 1, 0).expect("an excerpt");
        assert_eq!(line, "\"a [31m b\"");
    }

    #[test]
    fn a_place_that_is_no_longer_there_does_no_harm() {
        for text in ["", "a", "\n"] {
            for (line, column, width) in [(1, 1, 0), (1, 9, 5), (2, 1, 0), (0, 0, 0), (1, 0, 1)] {
                let _ = shown(text, line, column, width);
            }
        }
    }
}
