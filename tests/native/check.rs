//! What must hold for any blocks, whatever they were made of.

use broadsheet::model::{Address, Block, Figure, Inline, Picture};

/// What is found on a walk through blocks.
#[derive(Default)]
pub struct Contents {
    /// All addresses.
    pub addresses: Vec<String>,
    /// All words: texts, titles, alternative texts.
    pub words: String,
    /// How deep the blocks and lines lie in each other.
    pub depth: usize,
}

/// All that is in `blocks`.
pub fn contents(blocks: &[Block]) -> Contents {
    let mut contents = Contents::default();
    contents.blocks(blocks, 1);
    contents
}

/// Fails unless every address is one a page may link to; decided apart from the code under test.
pub fn assert_safe(contents: &Contents, document: &str) {
    for address in &contents.addresses {
        let bare: String = address.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect();
        let head = bare.split(['/', '?', '#']).next().unwrap_or_default().to_lowercase();
        let scheme = head.split_once(':').map(|(scheme, _)| scheme.to_owned());
        let is_name = |scheme: &str| scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
        let safe = match scheme {
            Some(scheme) if is_name(&scheme) => ["http", "https", "mailto", "tel"].contains(&scheme.as_str()),
            _ => true,
        };
        assert!(safe, "{address:?} came through from {document}");
    }
}

impl Contents {
    fn address(&mut self, address: &Option<Address>) {
        self.addresses.extend(address.iter().map(|address| address.as_str().to_owned()));
    }

    fn blocks(&mut self, blocks: &[Block], depth: usize) {
        self.depth = self.depth.max(depth);
        blocks.iter().for_each(|block| self.block(block, depth));
    }

    fn block(&mut self, block: &Block, depth: usize) {
        match block {
            Block::Paragraph(line) | Block::Heading { content: line, .. } => self.line(line, depth),
            Block::List { items, .. } => items.iter().for_each(|item| self.blocks(&item.content, depth + 1)),
            Block::Definitions(entries) => entries.iter().for_each(|(term, meaning)| {
                self.line(term, depth);
                self.blocks(meaning, depth + 1);
            }),
            Block::Quote { content, source, address } => {
                self.blocks(content, depth + 1);
                self.line(source, depth);
                self.address(address);
            }
            Block::PullQuote { content, source } => {
                self.blocks(content, depth + 1);
                self.line(source, depth);
            }
            Block::Table { caption, head, body } => {
                self.line(caption, depth);
                for cell in head.iter().chain(body).flat_map(|row| &row.0) {
                    assert!((1..=100).contains(&cell.columns) && (1..=100).contains(&cell.rows));
                    self.line(&cell.content, depth);
                }
            }
            Block::Figure(figure) => self.figure(figure, depth),
            Block::Gallery { figures, caption } => {
                figures.iter().for_each(|figure| self.figure(figure, depth));
                self.line(caption, depth);
            }
            Block::Rule => {}
            Block::Preformatted(words) => self.words.push_str(words),
            Block::Embed { address, title, words } => {
                self.addresses.push(address.as_str().to_owned());
                self.words.push_str(title);
                self.blocks(words, depth + 1);
            }
            Block::Media(media) => {
                assert!(!media.sources.is_empty(), "a player without a file");
                self.addresses.extend(media.addresses().map(|address| address.as_str().to_owned()));
                self.words.push_str(&media.title);
                self.words.push_str(&media.credit);
                self.words.extend(media.tracks.iter().map(|track| track.label.as_str()));
                self.line(&media.caption, depth);
                self.blocks(&media.transcript, depth + 1);
            }
            Block::File(file) => {
                self.addresses.push(file.address.as_str().to_owned());
                self.words.push_str(&file.name);
                self.words.push_str(&file.note);
            }
            Block::Aside { title, content } => {
                self.line(title, depth);
                self.blocks(content, depth + 1);
            }
            Block::Passage { content, .. } => self.blocks(content, depth + 1),
        }
    }

    fn figure(&mut self, figure: &Figure, depth: usize) {
        let Picture { alt, caption, credit, renditions, .. } = &figure.picture;
        self.address(&figure.link);
        self.addresses.extend(renditions.iter().map(|rendition| rendition.address.as_str().to_owned()));
        self.words.push_str(alt);
        self.words.push_str(credit);
        self.line(caption, depth);
    }

    fn line(&mut self, line: &[Inline], depth: usize) {
        self.depth = self.depth.max(depth);
        for inline in line {
            match inline {
                Inline::Text(words) => {
                    assert!(!words.is_empty(), "an empty text");
                    self.words.push_str(words);
                }
                Inline::Break => {}
                Inline::Link { address, content } => {
                    self.addresses.push(address.as_str().to_owned());
                    self.line(content, depth + 1);
                }
                Inline::Abbreviation { title, content } => {
                    self.words.push_str(title);
                    self.line(content, depth + 1);
                }
                Inline::Emphasis(content)
                | Inline::Strong(content)
                | Inline::Superscript(content)
                | Inline::Subscript(content)
                | Inline::Code(content)
                | Inline::Mark(content)
                | Inline::Deleted(content)
                | Inline::Inserted(content)
                | Inline::Small(content)
                | Inline::Cite(content)
                | Inline::Quotation(content)
                | Inline::Passage { content, .. } => self.line(content, depth + 1),
            }
        }
    }
}
