//! Films, sounds and files.

use super::node::{Node, first_below, has_class, name_of, text_of};
use super::output::Output;
use super::srcset;
use super::walk::Walker;
use crate::model::{
    Address, Block, File, Language, Media, MediaKind, MediaSource, Track, one_line, parse_size,
};

/// How many files, and how many tracks, one film has at most.
const MOST: usize = 20;

/// The film or sound that a `video` or `audio` element is; `None` where it names no file that a page may load.
pub(super) fn media<N: Node>(name: &str, node: &N) -> Option<Media> {
    let kind = if name == "video" { MediaKind::Video } else { MediaKind::Audio };
    let children = node.children();
    let named =
        |wanted: &'static str| children.iter().filter(move |child| name_of(*child) == wanted).take(MOST);
    let own = file(node, "src").or_else(|| file(node, "data-src"));
    let own = own.map(|address| MediaSource { address, kind: String::new() });
    let others = named("source").filter_map(|source| {
        let kind = source.attribute("type").map(|kind| one_line(&kind)).unwrap_or_default();
        Some(MediaSource { address: file(source, "src")?, kind })
    });
    let sources: Vec<MediaSource> = own.into_iter().chain(others).collect();
    // A poster is loaded before anybody asks for the film: from where the film is, or from here.
    let host = sources.first()?.address.host().map(str::to_owned);
    let poster = file(node, "poster")
        .filter(|poster| poster.is_relative() || (host.is_some() && poster.host() == host.as_deref()));
    let title = ["title", "aria-label"].iter().find_map(|name| {
        node.attribute(name).map(|title| one_line(&title)).filter(|title| !title.is_empty())
    });
    Some(Media {
        title: title.unwrap_or_default(),
        tracks: named("track").filter_map(track).collect(),
        poster,
        size: srcset::size(node),
        ..Media::new(kind, sources)
    })
}

/// The address of a file of the web or of this site.
fn file<N: Node>(node: &N, name: &str) -> Option<Address> {
    let address = Address::parse(&node.attribute(name)?).ok()?;
    (address.is_relative() || address.host().is_some()).then_some(address)
}

fn track<N: Node>(node: &N) -> Option<Track> {
    let kind = match node.attribute("kind").unwrap_or_default().trim() {
        "captions" => "captions",
        "descriptions" => "descriptions",
        "chapters" => "chapters",
        // What is for scripts only.
        "metadata" => return None,
        _ => "subtitles",
    };
    Some(Track {
        address: file(node, "src")?,
        kind,
        label: node.attribute("label").map(|label| one_line(&label)).unwrap_or_default(),
        language: node.attribute("srclang").and_then(|tag| Language::parse(tag.trim())),
    })
}

/// Whether an element is the card of a file, as WordPress and Ghost make them.
pub(super) fn is_file_card<N: Node>(node: &N) -> bool {
    has_class(node, |class| matches!(class, "wp-block-file" | "kg-file-card"))
}

/// Whether an element holds what is said in the film or sound before it.
pub(super) fn is_transcript<N: Node>(node: &N) -> bool {
    node.attribute("data-transcript").is_some()
}

impl Walker<'_> {
    /// The card of a file: its link, its name, and how large it is.
    pub(super) fn file_card<N: Node>(&mut self, node: &N, out: &mut Output) {
        let is_link = |child: &N| name_of(child) == "a" && file(child, "href").is_some();
        let link = first_below(node, is_link);
        let Some((address, link)) = link.and_then(|link| Some((file(&link, "href")?, link))) else {
            return self.children(node, out);
        };
        let part = |wanted: &str| {
            let part = first_below(node, |child| has_class(child, |class| class == wanted));
            part.map(|part| one_line(&text_of(&part))).unwrap_or_default()
        };
        let names = [part("kg-file-card-title"), part("kg-file-card-filename"), one_line(&text_of(&link))];
        let own_name = address.as_str().split(['?', '#']).next().unwrap_or_default();
        let own_name = own_name.rsplit('/').next().unwrap_or_default().to_owned();
        let name = names.into_iter().chain([own_name]).find(|name| !name.is_empty());
        let size = node.attribute("data-size").or_else(|| link.attribute("data-size"));
        let size = parse_size(&size.unwrap_or_else(|| part("kg-file-card-filesize")));
        out.push(Block::File(File {
            name: name.unwrap_or_else(|| address.to_string()),
            note: part("kg-file-card-caption"),
            address,
            size,
        }));
    }

    /// Puts what is said with the film or sound it belongs to; where there is none it stays a part that folds away.
    pub(super) fn transcript(&mut self, blocks: Vec<Block>, out: &mut Output) {
        out.boundary();
        match out.blocks.last_mut() {
            Some(Block::Media(media)) if media.transcript.is_empty() => {
                media.transcript = match <[Block; 1]>::try_from(blocks) {
                    Ok([Block::Aside { content, .. }]) => content,
                    Ok([block]) => vec![block],
                    Err(blocks) => blocks,
                };
            }
            _ => out.extend(blocks),
        }
    }
}
