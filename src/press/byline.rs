//! Who is named in a credit, as machines take it: a name, and nothing that people read around it.

use crate::{
    locale::without_opening,
    model::{Credit, Role},
};

/// Agencies that stand behind a name in a `by` string, in lower case.
const AGENCIES: [&str; 20] = [
    "associated press",
    "the associated press",
    "ap",
    "reuters",
    "afp",
    "agence france-presse",
    "bloomberg",
    "dpa",
    "efe",
    "ansa",
    "upi",
    "xinhua",
    "kazinform",
    "казинформ",
    "қазақпарат",
    "interfax",
    "интерфакс",
    "tass",
    "тасс",
    "риа новости",
];

/// The name in a credit. A plain `by` string may say what the person did, and for which agency.
pub(super) fn name_of(credit: &Credit) -> &str {
    let name = credit.name.trim();
    if credit.role != Role::Byline {
        return name;
    }
    let name = without_opening(name);
    match name.rsplit_once(',') {
        Some((person, agency)) if is_agency(agency) && !person.trim().is_empty() => person.trim(),
        _ => name,
    }
}

/// What stands between two names in a line of them, in the languages that there are words for.
const BETWEEN_NAMES: [&str; 8] = ["and", "with", "и", "және", "мен", "пен", "бен", "و"];

/// What stands behind a comma in one name.
const BEHIND_A_COMMA: [&str; 5] = ["jr", "sr", "ii", "iii", "phd"];

/// Whether a line for people, without its opening and its agency, is the name of one person, or of one agency.
pub(super) fn is_one_name(line: &str) -> bool {
    let rest_is_one = line.split(',').skip(1).all(|part| {
        let part = part.trim().replace('.', "").to_lowercase();
        BEHIND_A_COMMA.contains(&part.as_str())
    });
    let mut words = line.split_whitespace().map(str::to_lowercase);
    // In Arabic it is written together with the name behind it.
    let is_joined =
        line.split_whitespace().skip(1).any(|word| word.starts_with('و') && word.chars().count() > 3);
    rest_is_one
        && !is_joined
        && !line.contains([';', '/', '&', '|', '،'])
        && !words.any(|word| BETWEEN_NAMES.contains(&&*word))
}

/// Whether a name is an agency's.
pub(super) fn is_agency(name: &str) -> bool {
    AGENCIES.contains(&name.trim().to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_comes_without_its_opening_and_its_agency() {
        let name = |role, name: &str| {
            name_of(&Credit { role, name: name.to_owned(), address: None, portrait: None }).to_owned()
        };
        assert_eq!(name(Role::Byline, "By JOE SMITH, Associated Press"), "JOE SMITH");
        assert_eq!(name(Role::Byline, "Иван Иванов, ТАСС"), "Иван Иванов");
        assert_eq!(name(Role::Byline, "By The Associated Press"), "The Associated Press");
        assert_eq!(name(Role::Byline, "Joe Smith, Jr."), "Joe Smith, Jr.");
        assert_eq!(name(Role::Writer, " By Chance, AP "), "By Chance, AP");
        for line in ["Joe Smith", "Joe Smith, Jr.", "Александр Иванов", "The Associated Press", "Anders Sand"]
        {
            assert!(is_one_name(line), "{line}");
        }
        for line in
            ["Ann Quay and Bo Smith", "Ann Quay, Bo Smith", "Иван и Анна", "Әсел мен Дана", "A / B", "A & B"]
        {
            assert!(!is_one_name(line), "{line}");
        }
        assert!(is_agency("The Associated Press") && !is_agency("Joe Smith"));
    }
}
