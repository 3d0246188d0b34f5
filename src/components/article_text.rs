//! The text of an article: its body with what belongs to places in it, and what lists those places.

use super::article_notes::correction_note;
use super::body::draw_blocks;
use super::embed::provide_embeds;
use super::{in_own_language, use_edition, use_locale};
use crate::locale::Message;
use crate::model::{Article, Block, Correction};
use crate::piece::{Element, Piece, element, nothing};
use crate::reading::{self, Part};

/// The text of an article as it is shown, and what is known of it.
pub struct ArticleText<'a> {
    /// What follows headline, lead and lead picture.
    pub blocks: Vec<Block>,
    /// The block that each correction concerns.
    pub places: Vec<Option<usize>>,
    article: &'a Article,
    minutes: u64,
    parts: Vec<Part>,
}

impl<'a> ArticleText<'a> {
    /// The text of `article`.
    pub fn of(article: &'a Article) -> Self {
        let blocks = article.body_below_head();
        let place = |correction: &Correction| reading::place_of(correction.quote.as_deref()?, &blocks);
        Self {
            places: article.corrections.iter().map(place).collect(),
            article,
            minutes: reading::minutes(article, &blocks, &use_edition().edition().language),
            parts: reading::parts(&blocks),
            blocks,
        }
    }

    /// How long it takes to read.
    pub fn reading_time(&self) -> Piece {
        let words = use_locale().count(Message::ReadingTime, self.minutes, &[]);
        element("p").class("reading-time").text(words).into()
    }

    /// The ways to the parts of a long article.
    pub fn contents(&self) -> Piece {
        let listed = reading::contents(&self.parts, self.minutes);
        if listed.is_empty() {
            return nothing();
        }
        let links = listed.into_iter().map(|part| {
            let link = element("a").set("href", format!("#{}", part.id)).set("rel", "external");
            element("li").child(link.text(part.name.clone()))
        });
        let label = use_locale().text(Message::Contents);
        let list = element("details")
            .child(element("summary").text(label.clone()))
            .child(in_own_language(element("ol").children(links), &self.article.summary));
        element("nav").class("contents").set("aria-label", label).child(list).into()
    }

    /// The body.
    pub fn body(&self) -> Element {
        provide_embeds();
        let mut drawn = Vec::new();
        for (index, mut block) in draw_blocks(&self.blocks).into_iter().enumerate() {
            if let Some(part) = self.parts.iter().find(|part| part.block == index) {
                block = block.with("id", part.id.clone());
            }
            drawn.push(block);
            let here = self.places.iter().enumerate().filter(|(_, place)| **place == Some(index));
            drawn.extend(here.map(|(number, _)| correction_note(number, self.article)));
        }
        element("div").class("body").set("data-article-body", "").children(drawn)
    }
}
