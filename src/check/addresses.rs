//! Every address that the page of an article shows or leads to.

use crate::model::{Address, Article, Block, Figure, File, Inline, Media, Picture};

/// The addresses of an article.
#[derive(Default)]
pub(crate) struct Addresses<'a> {
    /// The pictures themselves.
    pub shown: Vec<&'a Picture>,
    /// The films and sounds themselves.
    pub played: Vec<&'a Media>,
    /// The files to download.
    pub files: Vec<&'a File>,
    /// Those of the files of its pictures.
    pub pictures: Vec<&'a Address>,
    /// Those that its links and its embeds lead to.
    pub links: Vec<&'a Address>,
    /// Those of its embeds.
    pub embeds: Vec<&'a Address>,
}

impl<'a> Addresses<'a> {
    /// The addresses of `article`, as often as they are in it.
    pub fn of(article: &'a Article) -> Self {
        let mut addresses = Self::default();
        article.summary.picture.iter().for_each(|picture| addresses.picture(picture));
        addresses.links.extend(article.credits.iter().filter_map(|credit| credit.address.as_ref()));
        addresses.pictures.extend(article.credits.iter().filter_map(|credit| credit.portrait.as_ref()));
        addresses.blocks(&article.body);
        addresses
    }

    fn picture(&mut self, picture: &'a Picture) {
        self.shown.push(picture);
        self.pictures.extend(picture.renditions.iter().map(|rendition| &rendition.address));
        self.line(&picture.caption);
    }

    fn figure(&mut self, figure: &'a Figure) {
        self.picture(&figure.picture);
        self.links.extend(&figure.link);
    }

    fn blocks(&mut self, blocks: &'a [Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &'a Block) {
        match block {
            Block::Paragraph(content) | Block::Heading { content, .. } => self.line(content),
            Block::List { items, .. } => items.iter().for_each(|item| self.blocks(&item.content)),
            Block::Definitions(entries) => entries.iter().for_each(|(term, meaning)| {
                self.line(term);
                self.blocks(meaning);
            }),
            Block::Quote { content, source, address } => {
                self.blocks(content);
                self.line(source);
                self.links.extend(address);
            }
            Block::PullQuote { content, source } => {
                self.blocks(content);
                self.line(source);
            }
            Block::Table { caption, head, body } => {
                self.line(caption);
                head.iter().chain(body).flat_map(|row| &row.0).for_each(|cell| self.line(&cell.content));
            }
            Block::Figure(figure) => self.figure(figure),
            Block::Gallery { figures, caption } => {
                figures.iter().for_each(|figure| self.figure(figure));
                self.line(caption);
            }
            Block::Embed { address, words, .. } => {
                self.links.push(address);
                self.embeds.push(address);
                self.blocks(words);
            }
            Block::Media(media) => {
                self.played.push(media);
                self.links.extend(media.addresses());
                self.line(&media.caption);
                self.blocks(&media.transcript);
            }
            Block::File(file) => {
                self.files.push(file);
                self.links.push(&file.address);
            }
            Block::Aside { title, content } => {
                self.line(title);
                self.blocks(content);
            }
            Block::Passage { content, .. } => self.blocks(content),
            Block::Rule | Block::Preformatted(_) => {}
        }
    }

    fn line(&mut self, content: &'a [Inline]) {
        for inline in content {
            if let Inline::Link { address, .. } = inline {
                self.links.push(address);
            }
            self.line(inline.content());
        }
    }
}
