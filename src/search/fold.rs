//! Words as they are compared. What is indexed and what is asked for pass the same function.

use crate::model::Language;
use crate::platform::letters;

/// `text` as it is compared: in small letters, without the differences that readers do not type. Its words are as many
/// as before and in the same places, so that a place in the folded text is one in the text itself.
///
/// Kazakh letters become the Russian ones that stand in for them on a keyboard without them, `ё` becomes `е`. Pagefind
/// takes all marks off letters, also that of `й`, and its Russian stemmer then no longer knows the ending of «новый».
/// So in a Russian text such an ending becomes the «новые» that it does know.
pub fn fold(text: &str, language: &Language) -> String {
    let russian = language.primary() == "ru";
    let lower = letters::lowercase(text);
    let mut folded = String::with_capacity(lower.len());
    let mut before = ' ';
    let mut characters = lower.chars().peekable();
    while let Some(character) = characters.next() {
        let ends = characters.peek().is_none_or(|next| !is_letter(*next));
        let plain = match character {
            'ә' => 'а',
            'ғ' => 'г',
            'қ' => 'к',
            'ң' => 'н',
            'ө' => 'о',
            'ұ' | 'ү' => 'у',
            'һ' => 'х',
            'і' => 'и',
            'ё' => 'е',
            'й' if russian && ends && matches!(before, 'ы' | 'и' | 'о' | 'е') => 'е',
            'й' => 'и',
            other => other,
        };
        folded.push(plain);
        before = plain;
    }
    folded
}

/// Whether a small Cyrillic letter: the only ones before which an ending is none.
fn is_letter(character: char) -> bool {
    ('а'..='ӿ').contains(&character)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str, language: &str) -> String {
        fold(text, &Language::parse(language).expect("a language"))
    }

    #[test]
    fn words_are_the_same_with_kazakh_letters_and_their_stand_ins() {
        for (word, typed) in [
            ("Әбілова", "Абилова"),
            ("ғарыш", "гарыш"),
            ("Қазақстан", "Казахстан".replace('х', "к").as_str()),
            ("теңіз", "тениз"),
            ("өнер", "онер"),
            ("ұлы", "улы"),
            ("үкі", "уки"),
            ("қаһарман", "кахарман"),
        ] {
            assert_eq!(folded(word, "kk"), folded(typed, "kk"), "{word}");
            assert_eq!(folded(word, "ru"), folded(typed, "ru"), "{word} in a Russian text");
        }
        assert_eq!(folded("ЁЛКА", "ru"), folded("елка", "ru"));
    }

    #[test]
    fn a_russian_ending_becomes_one_that_the_stemmer_knows() {
        assert_eq!(folded("Новый, синий; большой музей.", "ru"), "новые, синие; большое музее.");
        assert_eq!(folded("край и район", "ru"), "краи и раион");
        assert_eq!(folded("ой-ойлар", "kk"), "ои-оилар");
    }

    #[test]
    fn words_stay_in_their_places() {
        let text = "«Ёж»  Әнұран,\nİstanbul —\tЩучье й";
        let words = |text: &str| text.split_whitespace().count();
        assert_eq!(words(&folded(text, "ru")), words(text));
        assert_eq!(folded("A plain text.", "en"), "a plain text.");
    }
}
