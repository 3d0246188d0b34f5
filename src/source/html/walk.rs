//! The walker: from a parsed tree to blocks, by the allow list in [`super::names`].

use std::rc::Rc;

use super::line::{Dress, Wrapper};
use super::names::{Kin, kin};
use super::node::{Kind, Node, has_class, seen, text_of};
use super::output::Output;
use super::tongue;
use super::{walk_embed, walk_media};
use crate::model::{Address, Block, Inline, Picture, Tongue};

/// How many elements deep structure is kept; below that, text only.
const MAX_DEPTH: usize = 64;

/// How many bytes of addresses and titles one document may repeat: each run of words inside a link holds
/// the link's address again, so that without a bound a short document could become a very large one.
const MAX_REPEATED: usize = 32 * 1024 * 1024;

/// The walk through one document.
pub(super) struct Walker<'p> {
    /// Resolves `data-assoc-ref`, the name of a picture the document brings along.
    pub(super) pictures: &'p mut dyn FnMut(&str) -> Option<Picture>,
    wrappers: Vec<Rc<Wrapper>>,
    /// The languages declared around the current place, from the outside in.
    tongues: Vec<Tongue>,
    depth: usize,
    count: u32,
    /// How many more bytes of addresses and titles may be repeated.
    budget: usize,
}

impl<'p> Walker<'p> {
    pub(super) fn new(pictures: &'p mut dyn FnMut(&str) -> Option<Picture>) -> Self {
        Self { pictures, wrappers: Vec::new(), tongues: Vec::new(), depth: 0, count: 0, budget: MAX_REPEATED }
    }

    /// All that is in `node`.
    pub(super) fn children<N: Node>(&mut self, node: &N, out: &mut Output) {
        for child in node.children() {
            self.node(&child, out);
        }
    }

    /// The children as blocks.
    pub(super) fn blocks_in<N: Node>(&mut self, node: &N) -> Vec<Block> {
        let mut out = Output::flow();
        self.children(node, &mut out);
        out.into_blocks()
    }

    /// The children as one line, and what cannot stand in a line. A language of `node` itself is kept.
    pub(super) fn line_in<N: Node>(&mut self, node: &N) -> (Vec<Inline>, Vec<Block>) {
        let mut out = Output::line();
        let tongue = self.new_tongue(node);
        self.dressed(Dress::Passage(tongue), |walker| walker.children(node, &mut out));
        out.into_line()
    }

    pub(super) fn node<N: Node>(&mut self, node: &N, out: &mut Output) {
        match seen(node) {
            Kind::Text(text) => self.say(out, text),
            Kind::Other => {}
            // A drawing has no words that were meant to be read here; a formula has.
            Kind::Foreign(name) if name == "svg" => {}
            Kind::Foreign(_) => self.say(out, text_of(node)),
            Kind::Element(_) if self.depth >= MAX_DEPTH => {
                let text = format!(" {} ", text_of(node));
                self.say(out, text);
            }
            Kind::Element(name) => {
                self.depth += 1;
                self.element(&name, node, out);
                self.depth -= 1;
            }
        }
    }

    fn element<N: Node>(&mut self, name: &str, node: &N, out: &mut Output) {
        if has_class(node, is_machinery) {
            return;
        }
        if let Some(address) = walk_embed::post_address(name, node) {
            return self.post(address, name, node, out);
        }
        match kin(name) {
            Kin::Dropped => {}
            Kin::Break => out.line_break(&self.wrappers),
            Kin::Plain => self.plain(node, out),
            Kin::Dress => match super::dress::dress(name, node) {
                Some(dress) => {
                    let tongue = self.new_tongue(node);
                    self.dressed(Dress::Passage(tongue), |walker| {
                        walker.dressed(dress, |walker| walker.children(node, out));
                    });
                }
                None => self.plain(node, out),
            },
            Kin::RubyText => {
                self.say(out, " (".to_owned());
                self.children(node, out);
                self.say(out, ")".to_owned());
            }
            Kin::Image => self.image(node, out),
            Kin::Embed => self.embed(name, node, out),
            kin if !out.is_line() && walk_media::is_transcript(node) => {
                let mut inner = Output::flow();
                self.spoken(node, &mut inner, |walker, out| walker.block(kin, name, node, out));
                self.transcript(inner.into_blocks(), out);
            }
            kin if out.is_line() => self.block_in_line(kin, node, out),
            kin => self.spoken(node, out, |walker, out| walker.block(kin, name, node, out)),
        }
    }

    /// An inline element without a meaning of its own: its language and its style may say something.
    fn plain<N: Node>(&mut self, node: &N, out: &mut Output) {
        // The parts of a bookmark card are put on lines of their own by its style sheet.
        if has_class(node, |class| class.starts_with("kg-bookmark-")) {
            out.boundary();
        }
        let tongue = self.new_tongue(node);
        let (strong, emphasis) = super::dress::style(node);
        self.dressed(Dress::Passage(tongue), |walker| {
            walker.dressed_if(strong, Dress::Strong, |walker| {
                walker.dressed_if(emphasis, Dress::Emphasis, |walker| walker.children(node, out));
            });
        });
    }

    /// A block where there is only a line: its words stay, on a line of their own.
    fn block_in_line<N: Node>(&mut self, kin: Kin, node: &N, out: &mut Output) {
        match kin {
            Kin::Figure => {
                let mut inner = Output::flow();
                self.figure(node, &mut inner);
                out.blocks.extend(inner.into_blocks());
            }
            _ => {
                out.boundary();
                let tongue = self.new_tongue(node);
                self.dressed(Dress::Passage(tongue), |walker| walker.children(node, out));
                out.boundary();
            }
        }
    }

    fn block<N: Node>(&mut self, kin: Kin, name: &str, node: &N, out: &mut Output) {
        match kin {
            Kin::Paragraph | Kin::Heading(_) if has_class(node, |class| class.contains("pullquote")) => {
                self.quote(node, out);
            }
            Kin::Heading(level) => {
                let (content, strays) = self.line_in(node);
                if !content.is_empty() {
                    out.push(Block::Heading { level, content });
                }
                out.extend(strays);
            }
            Kin::List => self.list(name, node, out),
            Kin::Definitions => self.definitions(node, out),
            Kin::Quote => self.quote(node, out),
            Kin::Table => self.table(node, out),
            Kin::Figure => self.figure(node, out),
            Kin::Aside => self.aside(name, node, out),
            Kin::Preformatted => {
                let text = super::node::raw_text_of(node);
                let text = text.trim_end();
                if !text.is_empty() {
                    out.push(Block::Preformatted(text.to_owned()));
                }
            }
            Kin::Rule => out.push(Block::Rule),
            Kin::Container => self.container(node, out),
            // The kinds that stand in a line have been dealt with in `element`.
            Kin::Paragraph
            | Kin::Dropped
            | Kin::Dress
            | Kin::Plain
            | Kin::Image
            | Kin::Embed
            | Kin::Break
            | Kin::RubyText => {
                out.boundary();
                self.children(node, out);
                out.boundary();
            }
        }
    }

    /// Runs `walk` for a block; what a declared language covers becomes a passage.
    pub(super) fn spoken<N: Node>(
        &mut self,
        node: &N,
        out: &mut Output,
        walk: impl FnOnce(&mut Self, &mut Output),
    ) {
        let tongue = self.new_tongue(node);
        if tongue.is_empty() {
            return walk(self, out);
        }
        let mut inner = Output::flow();
        self.tongues.push(tongue.clone());
        walk(self, &mut inner);
        self.tongues.pop();
        let content = inner.into_blocks();
        if !content.is_empty() {
            out.push(Block::Passage { tongue, content });
        }
    }

    /// The language and direction that `node` declares, if they are not those already declared around it.
    pub(super) fn new_tongue<N: Node>(&self, node: &N) -> Tongue {
        let mut tongue = tongue::of(node);
        if tongue.language.is_some()
            && tongue.language == self.tongues.iter().rev().find_map(|t| t.language.clone())
        {
            tongue.language = None;
        }
        let around =
            self.tongues.iter().rev().find_map(|t| {
                t.direction.or_else(|| t.language.as_ref().map(crate::model::Language::direction))
            });
        let own = tongue.language.as_ref().map(crate::model::Language::direction).or(around);
        if tongue.direction == own {
            tongue.direction = None;
        }
        tongue
    }

    /// Runs `walk` with `dress` around all words it finds; twice the same is once.
    pub(super) fn dressed(&mut self, dress: Dress, walk: impl FnOnce(&mut Self)) {
        let tongue = match &dress {
            Dress::Passage(tongue) if tongue.is_empty() => return walk(self),
            Dress::Passage(tongue) => Some(tongue.clone()),
            _ if self.wrappers.iter().any(|wrapper| wrapper.dress == dress) => return walk(self),
            _ => None,
        };
        self.count += 1;
        self.wrappers.push(Rc::new(Wrapper { number: self.count, dress }));
        let declared = self.tongues.len();
        self.tongues.extend(tongue);
        walk(self);
        self.tongues.truncate(declared);
        self.wrappers.pop();
    }

    fn dressed_if(&mut self, condition: bool, dress: Dress, walk: impl FnOnce(&mut Self)) {
        if condition { self.dressed(dress, walk) } else { walk(self) }
    }

    /// Adds words where the walker stands.
    pub(super) fn say(&mut self, out: &mut Output, text: String) {
        let cost = self.wrappers.iter().map(|wrapper| wrapper.dress.size()).sum();
        let wrappers: &[Rc<Wrapper>] = if self.afford(cost) { &self.wrappers } else { &[] };
        out.text(wrappers, text);
    }

    /// Whether `cost` more bytes may be repeated; counts them if so.
    pub(super) fn afford(&mut self, cost: usize) -> bool {
        match self.budget.checked_sub(cost) {
            Some(rest) => {
                self.budget = rest;
                true
            }
            None => false,
        }
    }

    /// Where the link leads that the walker stands in.
    pub(super) fn link(&mut self) -> Option<Address> {
        let link = self.wrappers.iter().rev().find_map(|wrapper| match &wrapper.dress {
            Dress::Link(address) => Some(address.clone()),
            _ => None,
        });
        link.filter(|address| self.afford(address.as_str().len()))
    }
}

/// Classes of elements that only work with a script of the tool that wrote them: player controls, forms.
fn is_machinery(class: &str) -> bool {
    [
        "kg-audio-player",
        "kg-audio-hide",
        "kg-video-player",
        "kg-video-overlay",
        "kg-bookmark-icon",
        "kg-signup-card",
        "screen-reader-text",
    ]
    .contains(&class)
}
