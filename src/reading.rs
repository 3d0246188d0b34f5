//! What there is to say about reading an article: how long it takes, which parts it has, where in it something was set
//! right, and what changed since it was last read.
//!
//! Pure functions of the article, so that the press and the browser say the same.

use crate::model::{Article, Block, Language, one_line, plain_text, plain_text_of_blocks};
use crate::report::difference::{Change as Words, difference};
use crate::source::slug;

/// How many minutes an article must take before its parts are listed above it.
const LONG: u64 = 4;

/// How many headings it must have for that.
const SEVERAL: usize = 3;

/// How many words a minute a reader of a language reads: after the "International Reading Speed Texts" (Trauzettel-Klosinski
/// and Dietz, 2012), rounded. Kazakh is not among them; Turkish, which builds its words alike, is. A language that is not
/// listed is read as English is.
fn words_per_minute(language: &str) -> u64 {
    match language {
        "ru" => 180,
        "kk" => 160,
        "ar" => 140,
        _ => 220,
    }
}

/// How many whole minutes reading the article takes, at least one. `body` is what is shown of its body, `language` the
/// one it is in where it does not say.
pub fn minutes(article: &Article, body: &[Block], language: &Language) -> u64 {
    let language = article.summary.language.as_ref().unwrap_or(language);
    let lead = article.summary.lead.as_deref().unwrap_or_default();
    let words = count_words(lead) + count_words(&plain_text_of_blocks(body));
    words.div_ceil(words_per_minute(&language.primary())).max(1)
}

/// How many words a text has: what stands between spaces and holds a letter or a digit.
fn count_words(text: &str) -> u64 {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count() as u64
}

/// A heading of the body, and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The index of the heading's block.
    pub block: usize,
    /// Its level, 2 to 6.
    pub level: u8,
    /// Its identifier in the page: its words, after `part-`, which keeps it apart from the page's own.
    pub id: String,
    /// Its words.
    pub name: String,
}

/// The headings of a body, in order.
pub fn parts(body: &[Block]) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for (block, content) in body.iter().enumerate() {
        let Block::Heading { level, content } = content else { continue };
        let name = one_line(&plain_text(content));
        let first = format!("part-{}", slug(&name));
        let mut id = first.clone();
        let mut number = 1;
        while parts.iter().any(|part| part.id == id) {
            number += 1;
            id = format!("{first}-{number}");
        }
        parts.push(Part { block, level: (*level).max(2), id, name });
    }
    parts
}

/// The parts that are listed above an article that takes so many minutes: none where it is short or has few.
pub fn contents(parts: &[Part], minutes: u64) -> Vec<&Part> {
    let listed: Vec<&Part> = parts.iter().filter(|part| part.level == 2 && !part.name.is_empty()).collect();
    if minutes < LONG || listed.len() < SEVERAL { Vec::new() } else { listed }
}

/// The block that holds the words `quote`, whatever their dress and the white space between them.
pub fn place_of(quote: &str, body: &[Block]) -> Option<usize> {
    let quote = one_line(quote);
    body.iter().position(|block| !quote.is_empty() && words_of(block).contains(&quote))
}

fn words_of(block: &Block) -> String {
    one_line(&plain_text_of_blocks(std::slice::from_ref(block)))
}

/// Short sums of an article's words, by which two versions of it are compared without either being kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    /// Of its headlines.
    pub headline: u32,
    /// Of its lead.
    pub lead: u32,
    /// Of each block below its head.
    pub blocks: Vec<u32>,
}

impl Sums {
    /// Those of `article`.
    pub fn of(article: &Article) -> Self {
        let summary = &article.summary;
        let headlines =
            one_line(&[&summary.headline, " ", article.subtitle.as_deref().unwrap_or("")].concat());
        Self {
            headline: sum_of(&headlines),
            lead: sum_of(&one_line(summary.lead.as_deref().unwrap_or_default())),
            blocks: article.body_below_head().iter().map(|block| sum_of(&words_of(block))).collect(),
        }
    }
}

/// FNV-1a of 32 bits.
fn sum_of(words: &str) -> u32 {
    words.bytes().fold(0x811c_9dc5, |sum, byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// How a block stands to an earlier version of the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It is new.
    New,
    /// It stands in place of another.
    Changed,
}

/// What is otherwise in a version of an article than in an earlier one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// How each of its blocks stands to the earlier version; `None` where its words are the same.
    pub blocks: Vec<Option<Change>>,
    /// Whether its headlines are others.
    pub headline: bool,
    /// Whether its lead is another.
    pub lead: bool,
    /// Whether the earlier version had blocks in whose place there is nothing now.
    pub removed: bool,
}

impl Changes {
    /// What is otherwise in `after`.
    ///
    /// Each sum of a block stands for one character, so that the difference of texts finds them.
    pub fn between(before: &Sums, after: &Sums) -> Self {
        let mut known: Vec<u32> = Vec::new();
        let mut characters = |sums: &[u32]| -> String {
            let character = |sum: &u32| {
                let number = known.iter().position(|other| other == sum).unwrap_or_else(|| {
                    known.push(*sum);
                    known.len() - 1
                });
                // For private use, and no letter: each is a word of its own.
                u32::try_from(number).ok().and_then(|number| char::from_u32(0xf_0000 + number)).unwrap_or(' ')
            };
            sums.iter().map(character).collect()
        };
        let (old, new) = (characters(&before.blocks), characters(&after.blocks));
        let mut changes = Self {
            headline: before.headline != after.headline,
            lead: before.lead != after.lead,
            ..Self::default()
        };
        let mut gone = 0;
        for change in difference(&old, &new) {
            match change {
                Words::Same(line) => {
                    changes.removed |= gone > 0;
                    gone = 0;
                    changes.blocks.extend(line.chars().map(|_| None));
                }
                Words::Removed(line) => gone = line.chars().count(),
                Words::Added(line) => {
                    let standing = |index| Some(if index < gone { Change::Changed } else { Change::New });
                    let count = line.chars().count();
                    changes.blocks.extend((0..count).map(standing));
                    gone = gone.saturating_sub(count);
                }
            }
        }
        changes.removed |= gone > 0;
        changes
    }

    /// Whether any block is new or changed.
    pub fn has_marks(&self) -> bool {
        self.blocks.iter().any(Option::is_some)
    }

    /// Whether there is nothing to tell.
    pub fn are_none(&self) -> bool {
        !(self.has_marks() || self.headline || self.lead || self.removed)
    }
}
