//! The sentence that says who made an article.

use super::pattern::{self, Piece};
use super::{Locale, Message, separator};
use crate::model::{Address, Credit, Role};
use crate::platform::letters;

/// A part of a byline, in reading order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BylinePart {
    /// Words between names, their spaces included.
    Text(String),
    /// A person, to be linked where there is an address.
    Person {
        /// The name as the newsroom writes it.
        name: String,
        /// Their page.
        address: Option<Address>,
    },
}

/// How a `by` string starts when it already says what the person did, in lower case.
///
/// All languages together: an edition may carry an article, or an agency's line, in another.
const OPENINGS: &[&str] = &[
    "by",
    "compiled",
    "edited",
    "from",
    "photo",
    "photos",
    "reporting",
    "reported",
    "story",
    "text",
    "translated",
    "words",
    "writing",
    "written",
    "par",
    "por",
    "foto",
    "fotos",
    "texte",
    "texto",
    "от",
    "фото",
    "перевод",
    "редактор",
    "автор",
    "авторы",
    "корреспондент",
    "материал",
    "подготовил",
    "подготовила",
    "подготовили",
    "текст",
    "авторлар",
    "авторлары",
    "дайындаған",
    "жазған",
    "аударған",
    "мәтін",
    "мәтінді",
    "тілші",
    "إعداد",
    "تصوير",
    "ترجمة",
    "بقلم",
    "تقرير",
    "كتب",
    "كتبت",
    "كتابة",
];

impl Locale {
    /// "Reporting by Alisher Akhmetov, writing by Assel Satubaldina and Dana Omarova", in parts.
    ///
    /// Credits of one role are joined, in the order in which the roles first appear. Credits without a name
    /// are left out; without any, the byline is empty.
    pub fn byline(&self, credits: &[Credit]) -> Vec<BylinePart> {
        let mut parts = Parts::default();
        for (role, people) in by_role(credits) {
            if !parts.finished.is_empty() || !parts.text.is_empty() {
                parts.text.push_str(self.between(Message::BylineJoin));
            }
            self.push_role(role, &people, &mut parts);
        }
        parts.finish()
    }

    fn push_role(&self, role: &Role, people: &[&Credit], parts: &mut Parts) {
        let says_it_itself =
            *role == Role::Byline && people.first().is_some_and(|credit| has_opening(&credit.name));
        if says_it_itself {
            return self.push_people(people, parts);
        }
        let first_words = parts.finished.is_empty() && parts.text.is_empty();
        for piece in pattern::pieces(self.form(message(role), 0)) {
            match (piece, role) {
                (Piece::Placeholder("names"), _) => self.push_people(people, parts),
                (Piece::Placeholder("role"), Role::Other(name)) => {
                    self.push_isolated(name, &mut parts.text);
                }
                (Piece::Text(words) | Piece::Placeholder(words), _) => parts.text.push_str(words),
            }
        }
        if first_words {
            parts.capitalise();
        }
    }

    fn push_people(&self, people: &[&Credit], parts: &mut Parts) {
        for (index, credit) in people.iter().enumerate() {
            if index > 0 {
                parts.text.push_str(self.between(separator(index, people.len())));
            }
            parts.person(credit);
        }
    }
}

/// The parts of a byline as they are put together.
#[derive(Default)]
struct Parts {
    finished: Vec<BylinePart>,
    text: String,
}

impl Parts {
    fn person(&mut self, credit: &Credit) {
        self.finish_text();
        let name = credit.name.trim().to_owned();
        self.finished.push(BylinePart::Person { name, address: credit.address.clone() });
    }

    fn finish_text(&mut self) {
        if !self.text.is_empty() {
            self.finished.push(BylinePart::Text(std::mem::take(&mut self.text)));
        }
    }

    fn finish(mut self) -> Vec<BylinePart> {
        self.finish_text();
        self.finished
    }

    /// Gives the first words their capital; a name keeps the newsroom's writing.
    fn capitalise(&mut self) {
        let words = match self.finished.first_mut() {
            Some(BylinePart::Text(words)) => words,
            Some(BylinePart::Person { .. }) => return,
            None => &mut self.text,
        };
        let (first, rest) = words.split_at(first_letter(words));
        *words = letters::uppercase(first) + rest;
    }
}

/// The credits that have a name, by role.
fn by_role(credits: &[Credit]) -> Vec<(&Role, Vec<&Credit>)> {
    let mut roles: Vec<(&Role, Vec<&Credit>)> = Vec::new();
    for credit in credits.iter().filter(|credit| !credit.name.trim().is_empty()) {
        match roles.iter_mut().find(|(role, _)| *role == &credit.role) {
            Some((_, people)) => people.push(credit),
            None => roles.push((&credit.role, vec![credit])),
        }
    }
    roles
}

fn message(role: &Role) -> Message {
    match role {
        Role::Reporter => Message::BylineReporter,
        Role::Writer => Message::BylineWriter,
        Role::Editor => Message::BylineEditor,
        Role::Photographer => Message::BylinePhotographer,
        Role::Illustrator => Message::BylineIllustrator,
        Role::Translator => Message::BylineTranslator,
        Role::Videographer => Message::BylineVideographer,
        Role::Producer => Message::BylineProducer,
        Role::FactChecker => Message::BylineFactChecker,
        Role::Byline => Message::BylinePlain,
        Role::Other(_) => Message::BylineOther,
    }
}

/// How many bytes the first letter of a text has; none where there is none.
fn first_letter(text: &str) -> usize {
    text.chars().next().map_or(0, char::len_utf8)
}

/// How a `by` string starts too, but also some names of two words: Von Trapp, De Niro.
const PARTICLES: &[&str] = &["von", "de"];

/// Openings after which there is the name and nothing else.
const PREPOSITIONS: &[&str] = &["by", "from", "par", "por", "von", "de", "от", "بقلم"];

/// Whether a `by` string says what the person did: by its first word, or as "Role: Name".
fn has_opening(by: &str) -> bool {
    opening(by).is_some() || by.contains(": ")
}

/// The first word of a `by` string in lower case, if it says what the person did.
fn opening(by: &str) -> Option<String> {
    let mut words = by.split_whitespace();
    let first = letters::lowercase(words.next()?.trim_end_matches(':'));
    let is_particle = PARTICLES.contains(&first.as_str()) && words.count() >= 2;
    (is_particle || OPENINGS.contains(&first.as_str())).then_some(first)
}

/// The name in a `by` string, without the words that say what the person did: for machines, which know that from the
/// place where the name stands. What says more than that stays as it is.
pub fn without_opening(by: &str) -> &str {
    let by = by.trim();
    if by.contains(';') {
        return by;
    }
    if let Some((role, name)) = by.split_once(": ").filter(|(role, _)| role.split_whitespace().count() <= 3) {
        return if role.contains(',') { by } else { name.trim() };
    }
    let (Some(opening), Some((_, rest))) = (opening(by), by.split_once(char::is_whitespace)) else {
        return by;
    };
    if PREPOSITIONS.contains(&opening.as_str()) {
        return rest.trim();
    }
    // Words of English and of no other language here: their capitals are as long as their small letters.
    let after_by = rest.to_ascii_lowercase().rfind(" by ").and_then(|at| rest.get(at + 4..));
    after_by.map_or_else(|| without_opening(rest), str::trim)
}
