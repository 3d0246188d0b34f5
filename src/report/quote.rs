//! The words a report is about, with enough around them to find them again.

use crate::platform::selection::BLOCK_END;
use serde_json::{Value, json};
use std::fmt;
use std::ops::Range;

/// How many characters of context are kept on each side, at most.
pub const CONTEXT_CHARACTERS: usize = 64;

/// The longest quotation a report takes, in characters.
pub const LONGEST_QUOTE_CHARACTERS: usize = 500;

/// A `TextQuoteSelector` of the W3C Web Annotation data model: some words, and the words around them.
///
/// White space is normalised as that model asks (§4.2.4): every run of it, the boundary between two
/// paragraphs included, is one space. Whoever looks the words up must do the same to the text searched.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TextQuoteSelector {
    /// The selected words.
    pub exact: String,
    /// What stands before them, whole words only.
    pub prefix: String,
    /// What stands after them, whole words only.
    pub suffix: String,
}

/// Why a selection cannot be quoted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuoteError {
    /// It holds nothing but white space.
    Empty,
    /// It is longer than a report takes.
    TooLong {
        /// Its length in characters.
        characters: usize,
    },
    /// It does not lie within the text, or splits a character.
    OutsideText,
}

impl fmt::Display for QuoteError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => formatter.write_str("the selection holds no words"),
            Self::TooLong { characters } => write!(
                formatter,
                "the selection has {characters} characters; a report quotes at most {LONGEST_QUOTE_CHARACTERS}"
            ),
            Self::OutsideText => formatter.write_str("the selection does not lie within the text"),
        }
    }
}

impl std::error::Error for QuoteError {}

impl TextQuoteSelector {
    /// Quotes the bytes `selection` of `text`.
    ///
    /// White space at the ends of the selection is left to the context.
    pub fn new(text: &str, selection: Range<usize>) -> Result<Self, QuoteError> {
        let before = text.get(..selection.start).ok_or(QuoteError::OutsideText)?;
        let selected = text.get(selection.clone()).ok_or(QuoteError::OutsideText)?;
        let after = text.get(selection.end..).ok_or(QuoteError::OutsideText)?;
        let exact = one_spaced(selected).trim().to_owned();
        if exact.is_empty() {
            return Err(QuoteError::Empty);
        }
        let characters = exact.chars().count();
        if characters > LONGEST_QUOTE_CHARACTERS {
            return Err(QuoteError::TooLong { characters });
        }
        // The space between the quotation and its context belongs to the context, whichever side of the
        // selection's edge it lay on.
        let leading = &selected[..selected.len() - selected.trim_start().len()];
        let trailing = &selected[selected.trim_end().len()..];
        // And it is of the selection's own block: what stands above and below that may be a date, a name, or the words under a
        // picture.
        let (before, after) = ([tail(before), leading].concat(), [trailing, head(after)].concat());
        let mut prefix = last_words(before.rsplit(BLOCK_END).next().unwrap_or_default());
        let mut suffix = first_words(after.split(BLOCK_END).next().unwrap_or_default());
        // All the same, words that are alone in their block are told by that from others like them.
        if prefix.is_empty() && suffix.is_empty() {
            (prefix, suffix) = (last_words(&before), first_words(&after));
        }
        Ok(Self { exact, prefix, suffix })
    }
}

/// As drafts are stored: by hand, because derived code for it would be a good part of this module's size.
impl TextQuoteSelector {
    pub(super) fn to_value(&self) -> Value {
        json!({ "exact": self.exact, "prefix": self.prefix, "suffix": self.suffix })
    }

    pub(super) fn from_value(value: &Value) -> Option<Self> {
        let text = |name: &str| Some(value.get(name)?.as_str()?.to_owned());
        Some(Self { exact: text("exact")?, prefix: text("prefix")?, suffix: text("suffix")? })
    }
}

/// `text` with every run of white space made one space.
fn one_spaced(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len());
    for character in text.chars() {
        if !character.is_whitespace() {
            spaced.push(character);
        } else if !spaced.ends_with(' ') {
            spaced.push(' ');
        }
    }
    spaced
}

/// How much of the text beside a selection is looked at: enough for the context, however spaced.
const NEIGHBOURHOOD_CHARACTERS: usize = 16 * CONTEXT_CHARACTERS;

fn head(text: &str) -> &str {
    text.char_indices().nth(NEIGHBOURHOOD_CHARACTERS).map_or(text, |(end, _)| &text[..end])
}

fn tail(text: &str) -> &str {
    let from_end = text.char_indices().rev().nth(NEIGHBOURHOOD_CHARACTERS - 1);
    from_end.map_or(text, |(start, _)| &text[start..])
}

/// The longest beginning of `text` within the bound that does not end inside a word.
///
/// A single word longer than the bound is cut all the same: some context beats none.
fn first_words(text: &str) -> String {
    let text = &one_spaced(text);
    let Some((cut, _)) = text.char_indices().nth(CONTEXT_CHARACTERS) else {
        return text.trim_end().to_owned();
    };
    let kept = &text[..cut];
    let within_word = !text[cut..].starts_with(' ');
    match kept.rfind(' ').filter(|space| within_word && !kept[..*space].trim().is_empty()) {
        Some(space) => kept[..space].trim_end().to_owned(),
        None => kept.trim_end().to_owned(),
    }
}

/// The longest end of `text` within the bound that does not begin inside a word.
fn last_words(text: &str) -> String {
    let text = &one_spaced(text);
    let Some((cut, _)) = text.char_indices().rev().nth(CONTEXT_CHARACTERS - 1) else {
        return text.trim_start().to_owned();
    };
    let kept = &text[cut..];
    let within_word = !text[..cut].ends_with(' ') && cut > 0;
    match kept.find(' ').filter(|space| within_word && !kept[*space..].trim().is_empty()) {
        Some(space) => kept[space..].trim_start().to_owned(),
        None => kept.trim_start().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn quote(text: &str, words: &str) -> TextQuoteSelector {
        let start = text.find(words).expect("the words are in the text");
        TextQuoteSelector::new(text, start..start + words.len()).expect("a quotation")
    }

    #[test]
    fn a_quotation_keeps_its_surroundings() {
        let quoted = quote("The old harbor\n\n  was closed\tin May.", "was closed");
        assert_eq!(quoted.exact, "was closed");
        assert_eq!((quoted.prefix.as_str(), quoted.suffix.as_str()), ("The old harbor ", " in May."));
    }

    #[test]
    fn context_is_of_the_block_around_the_words() {
        let text =
            "By A. Writer\u{2029}3 May\u{2029}The old harbor\nwas closed in May.\u{2029}\u{2029}Read also";
        let quoted = quote(text, "closed");
        assert_eq!((quoted.prefix.as_str(), quoted.suffix.as_str()), ("The old harbor was ", " in May."));
        let across = quote(text, "3 May\u{2029}The old");
        assert_eq!((across.prefix.as_str(), across.exact.as_str()), ("", "3 May The old"));
        assert_eq!(across.suffix, " harbor was closed in May.");
        // Three clicks select up to the next block.
        let whole = quote(text, "closed in May.\u{2029}\u{2029}");
        assert_eq!((whole.exact.as_str(), whole.suffix.as_str()), ("closed in May.", ""));
    }

    #[test]
    fn words_alone_in_their_block_have_their_context_around_it() {
        let quoted = quote("Boats a day\u{2029}Monday\u{2029}12\u{2029} \u{2029}Tuesday\n15", "12");
        assert_eq!((quoted.prefix.as_str(), quoted.suffix.as_str()), ("Boats a day Monday ", " Tuesday 15"));
        let all = quote("All there is", "All there is");
        assert_eq!((all.prefix.as_str(), all.suffix.as_str()), ("", ""));
    }

    #[test]
    fn context_is_cut_at_the_edges_of_words() {
        let words = "алма ".repeat(40) + "қате " + &"өрік ".repeat(40);
        let quoted = quote(&words, "қате");
        assert_eq!(quoted.prefix, "алма ".repeat(12));
        assert_eq!(quoted.suffix, format!(" {}", "өрік ".repeat(12)).trim_end());
        assert!(quoted.prefix.chars().count() <= CONTEXT_CHARACTERS);
    }

    #[test]
    fn a_part_of_a_word_keeps_the_rest_of_it() {
        let quoted = quote("Kazakstan borders Mexico not.", "kst");
        assert_eq!((quoted.prefix.as_str(), quoted.suffix.as_str()), ("Kaza", "an borders Mexico not."));
        let endless = "x".repeat(300);
        let quoted = TextQuoteSelector::new(&endless, 100..101).expect("a quotation");
        assert_eq!((quoted.prefix.len(), quoted.suffix.len()), (CONTEXT_CHARACTERS, CONTEXT_CHARACTERS));
    }

    #[test]
    fn selections_that_cannot_be_quoted_say_why() {
        let long = "word ".repeat(150);
        assert_eq!(
            TextQuoteSelector::new(&long, 0..long.len()),
            Err(QuoteError::TooLong { characters: 749 })
        );
        assert_eq!(TextQuoteSelector::new("a  b", 1..3), Err(QuoteError::Empty));
        assert_eq!(TextQuoteSelector::new("өрік", 1..3), Err(QuoteError::OutsideText));
        assert_eq!(TextQuoteSelector::new("a", 0..9), Err(QuoteError::OutsideText));
        let exactly = "x".repeat(LONGEST_QUOTE_CHARACTERS);
        assert!(TextQuoteSelector::new(&exactly, 0..exactly.len()).is_ok());
    }

    proptest! {
        #[test]
        fn a_quotation_is_found_again_in_the_normalised_text(
            text in "([a-zа-яә]{1,9}|[ \n\t]{1,3}|[.,—]){0,120}",
            from in 0usize..400,
            length in 0usize..60,
        ) {
            let edges: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let start = edges[from.min(edges.len() - 1)];
            let end = edges[(from + length).min(edges.len() - 1)];
            if let Ok(quoted) = TextQuoteSelector::new(&text, start..end) {
                let whole = format!("{}{}{}", quoted.prefix, quoted.exact, quoted.suffix);
                prop_assert!(one_spaced(&text).contains(&whole), "{whole:?} in {text:?}");
                prop_assert!(quoted.prefix.chars().count() <= CONTEXT_CHARACTERS);
                prop_assert!(quoted.suffix.chars().count() <= CONTEXT_CHARACTERS);
            }
        }

        #[test]
        fn no_range_of_any_text_panics(text in ".{0,80}", start in 0usize..200, end in 0usize..200) {
            let _ = TextQuoteSelector::new(&text, start..end);
        }
    }
}
