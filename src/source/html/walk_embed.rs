//! What belongs to another site: videos, maps, posts.

use std::cell::Cell;

use super::node::{Node, first_below, has_class, name_of, text_of};
use super::output::Output;
use super::walk::Walker;
use super::walk_media;
use crate::model::{Address, Block, one_line, provider_of};

impl Walker<'_> {
    /// An embed becomes its address and its title; one without a safe address leaves its fallback.
    pub(super) fn embed<N: Node>(&mut self, name: &str, node: &N, out: &mut Output) {
        if matches!(name, "video" | "audio")
            && let Some(media) = walk_media::media(name, node)
        {
            let block = Block::Media(Box::new(media));
            return if out.is_line() { out.blocks.push(block) } else { out.push(block) };
        }
        let Some(address) = address_of(name, node) else {
            // The content of an `iframe` is raw text for browsers that know none; that of an `object` is markup.
            if name != "iframe" {
                self.children(node, out);
            }
            return;
        };
        let mut title = String::new();
        for attribute in ["title", "aria-label", "name"] {
            if title.is_empty() {
                title = one_line(&node.attribute(attribute).unwrap_or_default());
            }
        }
        // What an `object` holds is what it shows, in words.
        if title.is_empty() && name == "object" {
            title = one_line(&text_of(node));
        }
        if title.is_empty() {
            title = default_title(&address);
        }
        push_embed(Block::Embed { address, title, words: Vec::new() }, out);
    }

    /// What a provider's embed code stands for: a post at `address`, with the words of it that the code holds.
    pub(super) fn post<N: Node>(&mut self, address: Address, name: &str, node: &N, out: &mut Output) {
        let mut inner = Output::flow();
        // What is in a script are no words.
        if name != "script" {
            self.spoken(node, &mut inner, |walker, out| walker.children(node, out));
        }
        push_embed(Block::Embed { title: default_title(&address), address, words: inner.into_blocks() }, out);
    }
}

fn push_embed(block: Block, out: &mut Output) {
    if out.is_line() { out.blocks.push(block) } else { out.push(block) }
}

/// Where the post is that an element is the embed code of, as X, Instagram, TikTok, Facebook and Telegram give them out
/// for a script of theirs to fill: that script goes, and the post stays.
pub(super) fn post_address<N: Node>(name: &str, node: &N) -> Option<Address> {
    let address = match name {
        "script" => node.attribute("data-telegram-post").map(|post| ["https://t.me/", post.trim()].concat()),
        "blockquote" | "div" => {
            let classes = node.attribute("class")?;
            classes.split_ascii_whitespace().find_map(|class| match class {
                "twitter-tweet" | "twitter-video" => last_link(node, "/status/"),
                "instagram-media" => {
                    node.attribute("data-instgrm-permalink").or_else(|| last_link(node, "instagram.com/"))
                }
                "tiktok-embed" => node.attribute("cite"),
                "fb-post" | "fb-video" => node.attribute("data-href"),
                "telegram-post" => last_link(node, "t.me/"),
                _ => None,
            })
        }
        _ => None,
    };
    Address::parse(&address?).ok().filter(|address| provider_of(address).is_some())
}

/// The address of the last link below `node` that holds `part`.
fn last_link<N: Node>(node: &N, part: &str) -> Option<String> {
    let last = Cell::new(None);
    let look = |child: &N| {
        let href = child.attribute("href").filter(|href| name_of(child) == "a" && href.contains(part));
        if href.is_some() {
            last.set(href);
        }
        false
    };
    first_below(node, look);
    last.take()
}

fn address_of<N: Node>(name: &str, node: &N) -> Option<Address> {
    let attribute = |node: &N, name: &str| node.attribute(name).and_then(|value| Address::parse(&value).ok());
    let own = match name {
        "object" => attribute(node, "data"),
        _ => attribute(node, "src").or_else(|| attribute(node, "data-src")),
    };
    own.or_else(|| {
        let sources =
            node.children().into_iter().filter(|child| matches!(name_of(child).as_str(), "source" | "embed"));
        sources.filter_map(|source| attribute(&source, "src")).next()
    })
}

/// The provider's host, or the name of the file.
fn default_title(address: &Address) -> String {
    match address.host() {
        Some(host) => host.to_owned(),
        None => {
            let path = address.as_str().split(['?', '#']).next().unwrap_or_default();
            path.trim_end_matches('/').rsplit('/').next().unwrap_or_default().to_owned()
        }
    }
}

/// WordPress leaves a bare address in the figure where it could not get the embed: that is one too.
pub(super) fn named_address<N: Node>(figure: &N, blocks: Vec<Block>) -> Vec<Block> {
    if !has_class(figure, |class| class.contains("embed")) || blocks.len() != 1 {
        return blocks;
    }
    let wrapper = figure
        .children()
        .into_iter()
        .find(|child| has_class(child, |class| class.ends_with("embed__wrapper")));
    let text = wrapper.map(|wrapper| one_line(&text_of(&wrapper))).unwrap_or_default();
    if text.contains(' ') || !(text.starts_with("https://") || text.starts_with("http://")) {
        return blocks;
    }
    match Address::parse(&text) {
        Ok(address) => vec![Block::Embed { title: default_title(&address), address, words: Vec::new() }],
        Err(_) => blocks,
    }
}
