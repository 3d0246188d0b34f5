//! An article's body: blocks of text, and the inline pieces inside them.

use super::media::is_picture;
use super::{Address, File, Media, Picture, Tongue};

/// A piece of an article's body that stands by itself.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// Running text.
    Paragraph(Vec<Inline>),
    /// A heading inside the body, level 2 to 6 (1 is the headline's).
    Heading { level: u8, content: Vec<Inline> },
    /// A list; `start` is the first number of an ordered one.
    List { ordered: bool, start: i32, items: Vec<ListItem> },
    /// Terms and what they mean, in order; either side may repeat.
    Definitions(Vec<(Vec<Inline>, Vec<Block>)>),
    /// Somebody else's words, with their source.
    Quote { content: Vec<Block>, source: Vec<Inline>, address: Option<Address> },
    /// Words of the article itself, set large.
    PullQuote { content: Vec<Block>, source: Vec<Inline> },
    /// A table.
    Table { caption: Vec<Inline>, head: Vec<Row>, body: Vec<Row> },
    /// One picture.
    Figure(Figure),
    /// Several pictures that belong together.
    Gallery { figures: Vec<Figure>, caption: Vec<Inline> },
    /// A break between parts.
    Rule,
    /// Text whose spaces and line breaks count.
    Preformatted(String),
    /// Something of another site's (a video, a map, a post): where it is, what it is called, and the words of it that the
    /// article itself holds.
    Embed { address: Address, title: String, words: Vec<Block> },
    /// A film or a sound of the article's own.
    Media(Box<Media>),
    /// A file to download.
    File(File),
    /// A side note: a box, a call-out, a folded part.
    Aside { title: Vec<Inline>, content: Vec<Block> },
    /// Blocks in another language or direction.
    Passage { tongue: Tongue, content: Vec<Block> },
}

/// One entry of a list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListItem {
    /// Its number, where that is not the one after the entry before.
    pub number: Option<i32>,
    /// What it says.
    pub content: Vec<Block>,
}

/// A row of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row(pub Vec<Cell>);

/// A cell of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// Whether it heads its row or column.
    pub heading: bool,
    /// How many columns it spans: 1 to 100.
    pub columns: u16,
    /// How many rows it spans: 1 to 100.
    pub rows: u16,
    /// What it says.
    pub content: Vec<Inline>,
}

/// A picture in the body, with the address it leads to, if it is a link.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figure {
    /// The picture, its caption and its credit.
    pub picture: Picture,
    /// Where a click on it leads, if the newsroom linked it.
    pub link: Option<Address>,
}

impl Figure {
    /// The file that the picture links to, as galleries link a small one to the whole: shown large, it is that.
    pub fn file(&self) -> Option<&Address> {
        self.link.as_ref().filter(|link| is_picture(link))
    }
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq)]
pub enum Inline {
    /// Words.
    Text(String),
    /// Stressed words (`em`, `i`).
    Emphasis(Vec<Inline>),
    /// Important words (`strong`, `b`).
    Strong(Vec<Inline>),
    /// A link.
    Link { address: Address, content: Vec<Inline> },
    /// Raised.
    Superscript(Vec<Inline>),
    /// Lowered.
    Subscript(Vec<Inline>),
    /// A short form, with what it stands for.
    Abbreviation { title: String, content: Vec<Inline> },
    /// Code, and what is typed.
    Code(Vec<Inline>),
    /// Marked words.
    Mark(Vec<Inline>),
    /// Words taken back.
    Deleted(Vec<Inline>),
    /// Words put in later.
    Inserted(Vec<Inline>),
    /// Small print.
    Small(Vec<Inline>),
    /// The title of a work.
    Cite(Vec<Inline>),
    /// A quotation in the line.
    Quotation(Vec<Inline>),
    /// Words in another language or direction.
    Passage { tongue: Tongue, content: Vec<Inline> },
    /// A line break.
    Break,
}

impl Inline {
    /// The pieces within it; none where it has only words of its own.
    pub fn content(&self) -> &[Inline] {
        match self {
            Self::Text(_) | Self::Break => &[],
            Self::Emphasis(content)
            | Self::Strong(content)
            | Self::Superscript(content)
            | Self::Subscript(content)
            | Self::Code(content)
            | Self::Mark(content)
            | Self::Deleted(content)
            | Self::Inserted(content)
            | Self::Small(content)
            | Self::Cite(content)
            | Self::Quotation(content)
            | Self::Link { content, .. }
            | Self::Abbreviation { content, .. }
            | Self::Passage { content, .. } => content,
        }
    }
}

/// What HTML calls a heading of this level inside a body.
pub fn heading_name(level: u8) -> &'static str {
    match level {
        0..=2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        6.. => "h6",
    }
}

/// A text as one line, as it is compared: its words with a space between them.
pub fn one_line(text: &str) -> String {
    joined(&mut text.split_whitespace())
}

/// A text as one line, as it is shown: its white space evened out, but for spaces that keep two words together.
pub fn even_spaces(text: &str) -> String {
    let parts =
        text.trim().split(|c: char| c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{2007}' | '\u{202f}'));
    joined(&mut parts.filter(|part| !part.is_empty()))
}

fn joined(words: &mut dyn Iterator<Item = &str>) -> String {
    let mut line = String::new();
    for word in words {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// The words of a line, without their dress; a line break counts as a space.
pub fn plain_text(content: &[Inline]) -> String {
    let mut text = String::new();
    push_text(content, &mut text);
    text
}

/// The words of some blocks, a line each.
pub fn plain_text_of_blocks(blocks: &[Block]) -> String {
    let mut text = String::new();
    for block in blocks {
        push_block_text(block, &mut text);
    }
    text
}

fn push_text(content: &[Inline], text: &mut String) {
    for inline in content {
        match inline {
            Inline::Text(words) => text.push_str(words),
            Inline::Break => text.push(' '),
            dressed => push_text(dressed.content(), text),
        }
    }
}

fn push_line(content: &[Inline], text: &mut String) {
    push_text(content, text);
    text.push('\n');
}

fn push_words(words: &str, text: &mut String) {
    text.extend([words, "\n"]);
}

fn push_blocks(blocks: &[Block], text: &mut String) {
    blocks.iter().for_each(|block| push_block_text(block, text));
}

fn push_block_text(block: &Block, text: &mut String) {
    match block {
        Block::Paragraph(content) | Block::Heading { content, .. } => push_line(content, text),
        Block::List { items, .. } => items.iter().for_each(|item| push_blocks(&item.content, text)),
        Block::Definitions(entries) => {
            for (term, meaning) in entries {
                push_line(term, text);
                push_blocks(meaning, text);
            }
        }
        Block::Quote { content, source, .. } | Block::PullQuote { content, source } => {
            push_blocks(content, text);
            push_line(source, text);
        }
        Block::Table { caption, head, body } => {
            push_line(caption, text);
            let cells = head.iter().chain(body).flat_map(|row| &row.0);
            cells.for_each(|cell| push_line(&cell.content, text));
        }
        Block::Figure(figure) => push_line(&figure.picture.caption, text),
        Block::Gallery { figures, caption } => {
            figures.iter().for_each(|figure| push_line(&figure.picture.caption, text));
            push_line(caption, text);
        }
        Block::Rule => {}
        Block::Preformatted(words) => push_words(words, text),
        Block::Embed { title, words, .. } => {
            push_words(title, text);
            push_blocks(words, text);
        }
        Block::Media(media) => {
            push_words(&media.title, text);
            push_line(&media.caption, text);
            push_blocks(&media.transcript, text);
        }
        Block::File(file) => {
            push_words(&file.name, text);
            push_words(&file.note, text);
        }
        Block::Aside { title, content } => {
            push_line(title, text);
            push_blocks(content, text);
        }
        Block::Passage { content, .. } => push_blocks(content, text),
    }
}
