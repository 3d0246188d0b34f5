//! The text of an article as HTML for feed readers: plain elements without classes, scripts and frames, all addresses
//! whole. It says what the page says, in the same order.

use crate::{
    locale::{Locale, Message},
    model::{
        Address, Article, Block, Cell, Correction, Direction, Figure, Inline, ListItem, Row, Site, SitePath,
        Tongue, heading_name,
    },
    press::{
        markup::Markup,
        outside::{link_address, web_address},
    },
};

/// The whole text: second headline, lead, lead picture, body, corrections, sources.
pub(super) fn html(site: &Site, locale: &Locale, article: &Article) -> String {
    let summary = &article.summary;
    let mut writer = Writer { site, locale, page: &summary.path, markup: Markup::default() };
    // Most feed readers think that every text runs from left to right.
    let language = summary.language.as_ref().unwrap_or(locale.language());
    if language.direction() == Direction::RightToLeft {
        writer.markup.open("div", &[("lang", language.as_str()), ("dir", language.direction().as_str())]);
    }
    if let Some(subtitle) = &article.subtitle {
        writer.around("p", |writer| writer.markup.leaf("strong", &[], subtitle));
    }
    writer.markup.leaf_some("p", summary.lead.as_deref());
    if let Some(picture) = &summary.picture {
        writer.figure(picture, None);
    }
    writer.blocks(&article.body_below_head());
    writer.corrections(&article.corrections);
    if !article.sources.is_empty() {
        let names = locale.list(&article.sources);
        writer.markup.leaf(
            "p",
            &[],
            &locale.count(Message::Sources, article.sources.len() as u64, &[("names", &names)]),
        );
    }
    writer.markup.finish()
}

/// What writes the text of an article.
pub(super) struct Writer<'a> {
    pub site: &'a Site,
    pub locale: &'a Locale,
    /// The article's page.
    pub page: &'a SitePath,
    pub markup: Markup,
}

impl Writer<'_> {
    pub fn around(&mut self, name: &'static str, fill: impl FnOnce(&mut Self)) {
        self.markup.open(name, &[]);
        fill(self);
        self.markup.close();
    }

    pub fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph(content) => self.line("p", content),
            Block::Heading { level, content } => self.line(heading_name(*level), content),
            Block::List { ordered, start, items } => self.list(*ordered, *start, items),
            Block::Definitions(entries) => self.definitions(entries),
            Block::Quote { content, source, address } => self.quote(content, source, address.as_ref()),
            Block::PullQuote { content, source } => {
                self.around("aside", |writer| writer.quote(content, source, None));
            }
            Block::Table { caption, head, body } => self.table(caption, head, body),
            Block::Figure(Figure { picture, link }) => self.figure(picture, link.as_ref()),
            Block::Gallery { figures, caption } => {
                figures.iter().for_each(|figure| self.figure(&figure.picture, figure.link.as_ref()));
                self.some_line("p", caption);
            }
            Block::Rule => self.markup.empty("hr", &[]),
            Block::Preformatted(words) => {
                // The parser drops a line break right after the tag.
                self.around("pre", |writer| writer.markup.words(&format!("\n{words}")));
            }
            Block::Embed { address, title, words } => {
                if !words.is_empty() {
                    self.around("blockquote", |writer| writer.blocks(words));
                }
                self.embed(address, title);
            }
            Block::Media(media) => self.media(media),
            Block::File(file) => self.file(file),
            Block::Aside { title, content } => self.around("aside", |writer| {
                if !title.is_empty() {
                    writer.around("p", |writer| writer.line("strong", title));
                }
                writer.blocks(content);
            }),
            Block::Passage { tongue, content } => {
                self.passage("div", tongue, |writer| writer.blocks(content))
            }
        }
    }

    fn line(&mut self, name: &'static str, content: &[Inline]) {
        self.around(name, |writer| writer.inlines(content));
    }

    fn some_line(&mut self, name: &'static str, content: &[Inline]) {
        if !content.is_empty() {
            self.line(name, content);
        }
    }

    pub fn inlines(&mut self, content: &[Inline]) {
        for inline in content {
            self.inline(inline);
        }
    }

    fn inline(&mut self, inline: &Inline) {
        match inline {
            Inline::Text(words) => self.markup.words(words),
            Inline::Break => self.markup.empty("br", &[]),
            Inline::Emphasis(content) => self.line("em", content),
            Inline::Strong(content) => self.line("strong", content),
            Inline::Superscript(content) => self.line("sup", content),
            Inline::Subscript(content) => self.line("sub", content),
            Inline::Code(content) => self.line("code", content),
            Inline::Mark(content) => self.line("mark", content),
            Inline::Deleted(content) => self.line("del", content),
            Inline::Inserted(content) => self.line("ins", content),
            Inline::Small(content) => self.line("small", content),
            Inline::Cite(content) => self.line("cite", content),
            Inline::Quotation(content) => self.line("q", content),
            Inline::Abbreviation { title, content } => {
                self.markup.open("abbr", &[("title", title)]);
                self.inlines(content);
                self.markup.close();
            }
            Inline::Passage { tongue, content } => {
                self.passage("span", tongue, |writer| writer.inlines(content));
            }
            Inline::Link { address, content } => self.link(Some(address), |writer| writer.inlines(content)),
        }
    }

    /// What `fill` writes, as a link where it leads somewhere.
    pub fn link(&mut self, address: Option<&Address>, fill: impl FnOnce(&mut Self)) {
        match address.and_then(|address| link_address(self.site, self.page, address)) {
            None => fill(self),
            Some(address) => {
                self.markup.open("a", &[("href", &address)]);
                fill(self);
                self.markup.close();
            }
        }
    }

    pub fn passage(&mut self, name: &'static str, tongue: &Tongue, fill: impl FnOnce(&mut Self)) {
        let lang = tongue.lang();
        let lang = lang.as_deref().map(|lang| ("lang", lang));
        let attributes: Vec<_> = lang.into_iter().chain(tongue.dir().map(|dir| ("dir", dir))).collect();
        self.markup.open(name, &attributes);
        fill(self);
        self.markup.close();
    }

    fn list(&mut self, ordered: bool, start: i32, items: &[ListItem]) {
        let start = start.to_string();
        let attributes = [("start", start.as_str())];
        let is_numbered_otherwise = ordered && start != "1";
        let attributes = if is_numbered_otherwise { &attributes[..] } else { &[] };
        self.markup.open(if ordered { "ol" } else { "ul" }, attributes);
        for item in items {
            let number = item.number.map(|number| number.to_string());
            let attributes: Vec<_> = number.iter().map(|number| ("value", number.as_str())).collect();
            self.markup.open("li", &attributes);
            self.entry(&item.content);
            self.markup.close();
        }
        self.markup.close();
    }

    /// An entry that begins with a line needs no paragraph for it.
    fn entry(&mut self, blocks: &[Block]) {
        match blocks {
            [Block::Paragraph(content), rest @ ..]
                if rest.iter().all(|block| matches!(block, Block::List { .. })) =>
            {
                self.inlines(content);
                self.blocks(rest);
            }
            blocks => self.blocks(blocks),
        }
    }

    fn definitions(&mut self, entries: &[(Vec<Inline>, Vec<Block>)]) {
        self.around("dl", |writer| {
            for (term, meaning) in entries {
                writer.some_line("dt", term);
                if !meaning.is_empty() {
                    writer.around("dd", |writer| writer.entry(meaning));
                }
            }
        });
    }

    fn quote(&mut self, content: &[Block], source: &[Inline], address: Option<&Address>) {
        let cite = address.and_then(|address| web_address(self.site, address));
        let attributes: Vec<_> = cite.iter().map(|cite| ("cite", cite.as_str())).collect();
        self.markup.open("blockquote", &attributes);
        self.blocks(content);
        if !source.is_empty() {
            self.around("p", |writer| {
                writer.markup.words("— ");
                writer.inlines(source);
            });
        }
        self.markup.close();
    }

    fn table(&mut self, caption: &[Inline], head: &[Row], body: &[Row]) {
        self.around("table", |writer| {
            writer.some_line("caption", caption);
            for (name, rows) in [("thead", head), ("tbody", body)] {
                if !rows.is_empty() {
                    writer.around(name, |writer| rows.iter().for_each(|row| writer.row(row)));
                }
            }
        });
    }

    fn row(&mut self, row: &Row) {
        self.around("tr", |writer| {
            for Cell { heading, columns, rows, content } in &row.0 {
                let spans = [("colspan", columns.to_string()), ("rowspan", rows.to_string())];
                let spans = spans.iter().filter(|(_, span)| span != "1");
                let attributes: Vec<_> = spans.map(|(name, span)| (*name, span.as_str())).collect();
                writer.markup.open(if *heading { "th" } else { "td" }, &attributes);
                writer.inlines(content);
                writer.markup.close();
            }
        });
    }

    fn corrections(&mut self, corrections: &[Correction]) {
        if corrections.is_empty() {
            return;
        }
        self.markup.leaf("h2", &[], &self.locale.text(Message::Corrections));
        self.around("ul", |writer| {
            for Correction { date, text, .. } in corrections {
                let date = date.map(|date| format!("{}: ", writer.locale.date(date))).unwrap_or_default();
                writer.markup.leaf("li", &[], &format!("{date}{text}"));
            }
        });
    }
}
