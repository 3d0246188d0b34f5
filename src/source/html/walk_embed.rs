//! What belongs to another site: videos, maps, posts.

use super::node::{Node, has_class, name_of, text_of};
use super::output::Output;
use super::walk::Walker;
use super::walk_media;
use crate::model::{Address, Block, one_line};

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
        let title = ["title", "aria-label", "name"].iter().find_map(|name| {
            node.attribute(name).map(|title| one_line(&title)).filter(|title| !title.is_empty())
        });
        let title = title.unwrap_or_else(|| default_title(&address));
        let block = Block::Embed { address, title };
        if out.is_line() { out.blocks.push(block) } else { out.push(block) }
    }
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
        Ok(address) => vec![Block::Embed { title: default_title(&address), address }],
        Err(_) => blocks,
    }
}
