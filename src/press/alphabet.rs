//! The order in which readers look names up.

/// The Cyrillic letters in the order of the Kazakh alphabet, in which the Russian ones have the order of the Russian one. By
/// their numbers, `ё` and the Kazakh letters would stand behind all others.
const CYRILLIC: &str = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя";

/// What a name is ordered by: its letters and digits as the alphabet has them, in whatever case. Other signs only keep words
/// apart.
pub(super) fn order(name: &str) -> Vec<u32> {
    let is_sign = |letter: char| !letter.is_alphanumeric();
    let mut order: Vec<u32> =
        name.trim_matches(is_sign).chars().flat_map(char::to_lowercase).map(number).collect();
    order.dedup_by(|one, other| *one == 0 && *other == 0);
    order
}

/// The place of a small letter among all, 0 for a sign. Other scripts stand before and behind the Cyrillic one as they do by
/// their numbers.
fn number(letter: char) -> u32 {
    /// More than there are Cyrillic letters, so that there is room for all of them where the first has its place.
    const ROOM: u32 = 64;
    match CYRILLIC.chars().position(|known| known == letter) {
        Some(place) => u32::from('а') * ROOM + u32::try_from(place).unwrap_or_default(),
        None if letter.is_alphanumeric() => u32::from(letter) * ROOM,
        None => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stand_so(names: &[&str]) {
        let mut sorted = names.to_vec();
        sorted.sort_by_key(|name| order(name));
        assert_eq!(sorted, names);
    }

    #[test]
    fn letters_stand_where_the_alphabets_have_them() {
        stand_so(&["Елена", "ёлка", "Жанна", "Игорь", "йога", "яблоко"]);
        stand_so(&["Айна", "Әлия", "Баян", "Қайрат", "Лаура", "Өскемен", "Пётр", "Ұлан", "Үміт", "Шолпан"]);
        stand_so(&["Almaty", "zoo", "Абай", "Єва", "أحمد"]);
    }

    #[test]
    fn signs_do_not_count_and_short_words_come_first() {
        stand_so(&["Абай", "«Алга»", "Алматы"]);
        stand_so(&["Anna Zimina", "Anna-Zoya", "Annabel Ash"]);
        assert_eq!(order("«Алга»"), order("алга"));
    }
}
