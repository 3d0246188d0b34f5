//! Names as parts of addresses.

use crate::platform::letters;

/// The longest slug, in characters.
const SLUG_LENGTH: usize = 80;

/// Letters and digits of any script in lower case, with `-` between words; of bounded length.
pub fn slug(text: &str) -> String {
    let mut slug = String::new();
    for word in text.split(|c: char| !(c.is_alphanumeric() || is_mark(c))).filter(|word| !word.is_empty()) {
        let word = letters::lowercase(word);
        if !slug.is_empty() && slug.chars().count() + word.chars().count() >= SLUG_LENGTH {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.extend(word.chars().take(SLUG_LENGTH));
    }
    slug
}

/// Marks that belong to the letter before them: accents, Arabic and Hebrew points, Indic vowel signs, joiners.
fn is_mark(character: char) -> bool {
    matches!(character,
        '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}'
        | '\u{670}' | '\u{6d6}'..='\u{6ed}' | '\u{900}'..='\u{903}' | '\u{93a}'..='\u{94f}'
        | '\u{e31}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}')
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn slugs_keep_letters_of_every_script() {
        assert_eq!(slug("Kazakhstan–Mexico: “details”, unveiled!"), "kazakhstan-mexico-details-unveiled");
        assert_eq!(slug("Қала көшелері ҮШІН 2014"), "қала-көшелері-үшін-2014");
        assert_eq!(slug("دَرس"), "دَرس");
        assert_eq!(slug("…!"), "");
    }

    #[test]
    fn slugs_are_bounded_and_end_at_a_word() {
        let long = slug(&"word ".repeat(100));
        assert!(long.chars().count() <= 80 && long.ends_with("word"), "{long}");
        assert_eq!(slug(&"я".repeat(500)).chars().count(), 80);
    }
}
