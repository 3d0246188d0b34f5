//! Who made the article, in which role.

use super::Address;

/// A person or desk named under an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credit {
    /// What they did.
    pub role: Role,
    /// Their name as the newsroom writes it.
    pub name: String,
    /// Their page.
    pub address: Option<Address>,
    /// Their portrait, for machines.
    pub portrait: Option<Address>,
}

/// What somebody did for an article.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Gathered the facts.
    Reporter,
    /// Wrote the text.
    Writer,
    /// Edited it.
    Editor,
    /// Took the pictures.
    Photographer,
    /// Drew the pictures.
    Illustrator,
    /// Translated it.
    Translator,
    /// Filmed it.
    Videographer,
    /// Produced it.
    Producer,
    /// Checked it.
    FactChecker,
    /// The plain `by` string, which may hold several names and words of its own.
    Byline,
    /// A role in the newsroom's own words.
    Other(String),
}

impl Role {
    /// The role a newsroom's word for it means; a word that is not known is kept as it is.
    pub fn parse(word: &str) -> Self {
        match word.trim().to_ascii_lowercase().as_str() {
            "reporter" | "reporting" => Self::Reporter,
            "writer" | "writing" | "author" => Self::Writer,
            "editor" | "editing" => Self::Editor,
            "photographer" | "photo" | "photography" => Self::Photographer,
            "illustrator" | "illustration" => Self::Illustrator,
            "translator" | "translation" => Self::Translator,
            "videographer" | "video" => Self::Videographer,
            "producer" => Self::Producer,
            "fact-checker" | "factchecker" | "fact checker" => Self::FactChecker,
            "" | "by" | "byline" => Self::Byline,
            _ => Self::Other(word.trim().to_owned()),
        }
    }
}
