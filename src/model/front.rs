//! The front of an edition: how a newsroom arranges it, and what it then holds.

use super::SitePath;

/// What a block of the front is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FrontKind {
    /// The story above all others.
    Lead,
    /// Stories side by side.
    Row,
    /// A section's newest stories under its name.
    Section,
    /// The newest stories that stand nowhere above.
    Latest,
}

/// A block of the front, as `site.json` asks for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrontBlock {
    /// What it is.
    pub kind: FrontKind,
    /// The slugs of its section, from the outermost; empty where it has none.
    pub section: Vec<String>,
    /// How many stories it holds at the most.
    pub stories: usize,
    /// The articles that the newsroom wants there first, of any edition.
    pub articles: Vec<SitePath>,
}

/// A block of the front with its stories, which are the next ones of [`super::IndexPage::items`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrontPart {
    /// What it is.
    pub kind: FrontKind,
    /// The slugs of its section, from the outermost; empty where it has none.
    pub section: Vec<String>,
    /// How many stories it holds.
    pub stories: usize,
    /// Whether its section has stories that stand neither here nor above.
    pub more: bool,
}

impl FrontKind {
    /// The kind of that name in `site.json` and in documents.
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Lead, Self::Row, Self::Section, Self::Latest].into_iter().find(|kind| kind.as_str() == name)
    }

    /// Its name.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Lead => "lead",
            Self::Row => "row",
            Self::Section => "section",
            Self::Latest => "latest",
        }
    }

    /// How many stories such a block holds where nobody says.
    pub fn usual_stories(self) -> usize {
        match self {
            Self::Lead => 1,
            Self::Row => 3,
            Self::Section => 4,
            Self::Latest => 6,
        }
    }
}
