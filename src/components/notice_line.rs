//! The line above everything.

use std::ops::Range;

use super::use_edition;
use crate::locale::Message;
use crate::piece::{Piece, element, nothing};

/// The newsroom's notice, its telephone number a link that dials it.
pub fn notice_line() -> Piece {
    let edition = use_edition();
    let Some(notice) = &edition.site.notice else { return nothing() };
    let text = notice.text.get(&edition.edition().language).to_owned();
    let number = notice.telephone.clone().unwrap_or_default();
    let (before, written, after) = match written(&text, &number) {
        Some(place) => {
            (text[..place.start].to_owned(), text[place.clone()].to_owned(), text[place.end..].to_owned())
        }
        None if number.is_empty() || text.is_empty() => (text, number.clone(), String::new()),
        None => (text + " ", number.clone(), String::new()),
    };
    // Between words that run from right to left, its groups of digits would change places.
    let link = element("a").set("href", dial(&number)).set("dir", "ltr").text(written);
    let link = (!number.is_empty()).then_some(link);
    element("aside")
        .class("notice")
        .set("aria-label", edition.locale.text(Message::Notice))
        .child(element("p").text(before).child(link).text(after))
        .into()
}

/// Where in `text` the number stands, however its digits are grouped there.
pub fn written(text: &str, number: &str) -> Option<Range<usize>> {
    if let Some(start) = text.find(number).filter(|_| !number.is_empty()) {
        return Some(start..start + number.len());
    }
    let between = |c: char| " ()+-./\u{a0}\u{2009}\u{200e}\u{2011}\u{2013}".contains(c);
    let starts = text.char_indices().filter(|(_, c)| c.is_ascii_digit() || "+(".contains(*c));
    starts.map(|(start, _)| start).find_map(|start| {
        let mut digits = number.chars().filter(char::is_ascii_digit);
        let mut next = digits.next()?;
        for (at, character) in text[start..].char_indices() {
            if character == next {
                match digits.next() {
                    Some(digit) => next = digit,
                    None => return Some(start..start + at + 1),
                }
            } else if !between(character) {
                break;
            }
        }
        None
    })
}

/// A `tel:` address (RFC 3966) holds digits and a leading plus; the rest is for the eye.
fn dial(number: &str) -> String {
    let digits: String =
        number.chars().filter(|character| character.is_ascii_digit() || *character == '+').collect();
    format!("tel:{digits}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_found_however_it_is_written() {
        let found = |text: &'static str, number: &str| written(text, number).map(|place| &text[place]);
        let text = "Реклама +7(700) 388 81 09, каждый день";
        for number in ["+77003888109", "+7 700 388-81-09", "+7(700) 388 81 09"] {
            assert_eq!(found(text, number), Some("+7(700) 388 81 09"), "{number}");
        }
        assert_eq!(found("от 9 до 18: (700) 388", "700388"), Some("(700) 388"));
        assert_eq!(found("2024, 12", "2412"), None);
        assert_eq!(found("+7 700", "+7700388"), None);
        assert_eq!(found("call us", ""), None);
        assert_eq!(found("call us", "office"), None);
    }
}
