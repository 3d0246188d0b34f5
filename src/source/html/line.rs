//! A line of text while it is gathered, and how it becomes [`Inline`]s.
//!
//! Words are gathered flat, each run with the stack of elements it was found in. That way it does not
//! matter whether a writing tool nests blocks in inline elements (`<b><p>…</p></b>`, `<a><h2>…`) or the
//! other way round: a run that ends up in another block takes its stack with it.

use std::rc::Rc;

use crate::model::{Address, Inline, Tongue};

/// What an element does to the words inside it.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Dress {
    Emphasis,
    Strong,
    Link(Address),
    Superscript,
    Subscript,
    Abbreviation(String),
    Code,
    Mark,
    Deleted,
    Inserted,
    Small,
    Cite,
    Quotation,
    Passage(Tongue),
}

impl Dress {
    /// About how many bytes it takes.
    pub(super) fn size(&self) -> usize {
        match self {
            Self::Link(address) => 64 + address.as_str().len(),
            Self::Abbreviation(title) => 64 + title.len(),
            _ => 64,
        }
    }
}

/// One element around a run of words; two of the same dress are told apart by their number.
#[derive(Debug)]
pub(super) struct Wrapper {
    pub(super) number: u32,
    pub(super) dress: Dress,
}

/// Some words, or a break, with the elements around them from the outside in.
#[derive(Clone, Debug)]
pub(super) struct Run {
    pub(super) wrappers: Vec<Rc<Wrapper>>,
    pub(super) piece: Piece,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Piece {
    Text(String),
    Break,
}

impl Run {
    fn is_blank(&self) -> bool {
        match &self.piece {
            Piece::Text(text) => text.chars().all(is_blank),
            Piece::Break => true,
        }
    }
}

/// White space that an edge of a line does not keep; `&nbsp;` and the zero-width kinds included.
fn is_blank(character: char) -> bool {
    character.is_whitespace() || matches!(character, '\u{feff}' | '\u{200b}' | '\u{2060}')
}

/// The white space that HTML collapses.
fn is_collapsible(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\n' | '\r' | '\u{c}')
}

/// The runs as one line: white space collapsed, blank edges cut, several breaks made one.
pub(super) fn one_line(runs: Vec<Run>) -> Vec<Inline> {
    let lines = paragraphs(runs);
    let mut joined = Vec::new();
    for line in lines {
        if !joined.is_empty() {
            joined.push(Inline::Break);
        }
        joined.extend(line);
    }
    joined
}

/// The runs as paragraphs: two breaks in a row, as old editors wrote, end one.
pub(super) fn paragraphs(runs: Vec<Run>) -> Vec<Vec<Inline>> {
    let runs = collapse(runs);
    let mut lines: Vec<Vec<Run>> = vec![Vec::new()];
    let mut breaks: Vec<Run> = Vec::new();
    for run in runs {
        if run.piece == Piece::Break {
            breaks.push(run);
            continue;
        }
        // A blank run between two breaks does not keep a paragraph together.
        if run.is_blank() && !breaks.is_empty() {
            continue;
        }
        if breaks.len() > 1 {
            lines.push(Vec::new());
            breaks.clear();
        }
        if let Some(line) = lines.last_mut() {
            line.append(&mut breaks);
            line.push(run);
        }
    }
    lines.into_iter().map(trim).filter(|line| !line.is_empty()).map(|line| build(&line, 0)).collect()
}

/// Makes every stretch of white space one space, across runs, and none at the start of a line or its end.
fn collapse(runs: Vec<Run>) -> Vec<Run> {
    let mut collapsed: Vec<Run> = Vec::with_capacity(runs.len());
    let mut after_space = true;
    for mut run in runs {
        match &mut run.piece {
            Piece::Break => {
                cut_last_space(&mut collapsed);
                after_space = true;
            }
            Piece::Text(text) => {
                let mut kept = String::with_capacity(text.len());
                for character in text.chars() {
                    let space = is_collapsible(character);
                    if !(space && after_space) {
                        kept.push(if space { ' ' } else { character });
                    }
                    after_space = space;
                }
                *text = kept;
                if text.is_empty() {
                    continue;
                }
            }
        }
        collapsed.push(run);
    }
    collapsed
}

fn cut_last_space(runs: &mut Vec<Run>) {
    if let Some(Run { piece: Piece::Text(text), .. }) = runs.last_mut() {
        if text.ends_with(' ') {
            text.pop();
        }
        if text.is_empty() {
            runs.pop();
        }
    }
}

/// Cuts what is blank at either end.
fn trim(mut line: Vec<Run>) -> Vec<Run> {
    let blank_start = line.iter().take_while(|run| run.is_blank()).count();
    line.drain(..blank_start);
    while line.last().is_some_and(Run::is_blank) {
        line.pop();
    }
    if let Some(Run { piece: Piece::Text(text), .. }) = line.first_mut() {
        *text = text.trim_start_matches(is_blank).to_owned();
    }
    if let Some(Run { piece: Piece::Text(text), .. }) = line.last_mut() {
        text.truncate(text.trim_end_matches(is_blank).len());
    }
    line
}

/// Nests the runs by the elements around them. Recursion is bounded by the walker's depth.
fn build(runs: &[Run], depth: usize) -> Vec<Inline> {
    let mut inlines = Vec::new();
    let mut rest = runs;
    while let Some((first, after)) = rest.split_first() {
        let Some(wrapper) = first.wrappers.get(depth) else {
            match &first.piece {
                Piece::Text(text) => push_text(&mut inlines, text),
                Piece::Break => inlines.push(Inline::Break),
            }
            rest = after;
            continue;
        };
        let same = |run: &&Run| run.wrappers.get(depth).is_some_and(|other| other.number == wrapper.number);
        let length = rest.iter().take_while(same).count().max(1);
        let (group, after) = rest.split_at(length);
        let content = build(group, depth + 1);
        // An element around nothing but space, or a break, says nothing.
        if group.iter().all(Run::is_blank) {
            for inline in content {
                push_inline(&mut inlines, inline);
            }
        } else {
            inlines.push(put_on(&wrapper.dress, content));
        }
        rest = after;
    }
    inlines
}

fn push_inline(inlines: &mut Vec<Inline>, inline: Inline) {
    match inline {
        Inline::Text(text) => push_text(inlines, &text),
        other => inlines.push(other),
    }
}

fn push_text(inlines: &mut Vec<Inline>, text: &str) {
    match inlines.last_mut() {
        Some(Inline::Text(last)) => last.push_str(text),
        _ => inlines.push(Inline::Text(text.to_owned())),
    }
}

fn put_on(dress: &Dress, content: Vec<Inline>) -> Inline {
    match dress {
        Dress::Emphasis => Inline::Emphasis(content),
        Dress::Strong => Inline::Strong(content),
        Dress::Link(address) => Inline::Link { address: address.clone(), content },
        Dress::Superscript => Inline::Superscript(content),
        Dress::Subscript => Inline::Subscript(content),
        Dress::Abbreviation(title) => Inline::Abbreviation { title: title.clone(), content },
        Dress::Code => Inline::Code(content),
        Dress::Mark => Inline::Mark(content),
        Dress::Deleted => Inline::Deleted(content),
        Dress::Inserted => Inline::Inserted(content),
        Dress::Small => Inline::Small(content),
        Dress::Cite => Inline::Cite(content),
        Dress::Quotation => Inline::Quotation(content),
        Dress::Passage(tongue) => Inline::Passage { tongue: tongue.clone(), content },
    }
}
