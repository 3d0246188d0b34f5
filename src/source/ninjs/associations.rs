//! Items that belong to an article: its pictures, films and sounds, and articles to read next.

use super::pictures::{File, FileKind, files, picture, says_something, words_below};
use super::summary::{lead_picture, summary};
use super::texts::headline;
use crate::model::{
    Block, Figure, Frame, Language, Media, MediaKind, MediaSource, Picture, Summary, Track, file_kind,
};
use crate::source::json::Place;

/// Names that a newsroom gives the picture above an article.
const LEAD_NAMES: [&str; 7] = ["lead", "main", "mainpic", "featured", "hero", "featureimage", "featuremedia"];

/// What is expected of a related article that does not say where it is.
pub const RELATED_PLACE: &str = "a related article with its place on this site in x.url";

/// What is associated with an article.
#[derive(Default)]
pub(super) struct Associations {
    pictures: Vec<Named>,
    embeds: Vec<Block>,
    /// Articles to read next.
    pub(super) related: Vec<Summary>,
}

struct Named {
    name: String,
    uri: String,
    picture: Picture,
    used: bool,
}

/// Reads all associations of `item`.
pub(super) fn associations(item: &Place<'_>, language: Option<&Language>) -> Associations {
    let mut found = Associations::default();
    let list = item.member("associations").map(|list| list.named_items()).unwrap_or_default();
    for (key, entry) in list {
        if !entry.is_object() {
            entry.unfit("an associated item, as an object");
            continue;
        }
        let name = entry.text_of("name").or_else(|| key.map(str::to_owned)).unwrap_or_default();
        match Sort::of(&entry) {
            Sort::Media => found.embeds.extend(media_block(&entry, language, true)),
            Sort::Picture => found.push_picture(&entry, name, language),
            Sort::Article => found.related.extend(related(&entry, language)),
            Sort::Tool => {}
        }
    }
    found
}

/// What an associated item is to readers.
enum Sort {
    Media,
    Picture,
    Article,
    /// An event, a plan or a package without a place: a tool of the newsroom's.
    Tool,
}

impl Sort {
    fn of(entry: &Place<'_>) -> Self {
        let has_files = || entry.member("renditions").is_some();
        match entry.text_of("type").unwrap_or_default().as_str() {
            "video" | "audio" => Self::Media,
            "picture" | "graphic" => Self::Picture,
            "" if has_files() => Self::Picture,
            "text" | "composite" => Self::Article,
            // What has a place is there to be read.
            _ if entry.member("x").is_some() => Self::Article,
            _ => Self::Tool,
        }
    }
}

/// The articles to read next alone.
#[cfg(feature = "native")]
pub(super) fn related_articles(item: &Place<'_>, language: Option<&Language>) -> Vec<Summary> {
    let items = item.list(&["associations"]).into_iter().filter(Place::is_object);
    let articles = items.filter(|entry| matches!(Sort::of(entry), Sort::Article));
    articles.filter_map(|entry| related(&entry, language)).collect()
}

/// The film or sound that an item is: a file for the player, or something of another site's. It is associated with an
/// article, or is the article.
pub(super) fn media_block(
    item: &Place<'_>,
    language: Option<&Language>,
    is_associated: bool,
) -> Option<Block> {
    let found = files(item, FileKind::Media);
    let address = found.first()?.address.clone();
    let is_own = |file: &File| Frame::of(&file.address, &[]).is_none() && is_played(file);
    let played: Vec<File> = found.into_iter().filter(is_own).collect();
    if !played.is_empty() {
        return Some(Block::Media(Box::new(own_media(item, played, language, is_associated))));
    }
    let title = headline(item, language).or_else(|| address.host().map(str::to_owned));
    Some(Block::Embed { title: title.unwrap_or_else(|| address.to_string()), address, words: Vec::new() })
}

/// A film or sound of the newsroom's own, in these files. Captions (WebVTT) are renditions, too, as is the picture before
/// an associated one begins; that of an article stands above it.
fn own_media(
    item: &Place<'_>,
    played: Vec<File>,
    article_language: Option<&Language>,
    is_associated: bool,
) -> Media {
    let kind = match item.text_of("type").as_deref() {
        Some("audio") => MediaKind::Audio,
        _ => MediaKind::Video,
    };
    let own = item.member("language").and_then(|language| language.language());
    let language = own.or_else(|| article_language.cloned());
    let track = |file: File| Track {
        address: file.address,
        kind: "captions",
        label: file.title,
        language: language.clone(),
    };
    // It is loaded before anybody asks for the film: from where the film is, or from here.
    let host = played.first().and_then(|file| file.address.host()).map(str::to_owned);
    let fits = |file: &File| {
        file.address.is_relative() || (host.is_some() && file.address.host() == host.as_deref())
    };
    let poster = || files(item, FileKind::Image).into_iter().find(fits).map(|file| file.address);
    let size = played.iter().find_map(|file| file.size);
    let source = |file: File| MediaSource { address: file.address, kind: file.content_type };
    let Picture { caption, caption_tongue, credit, credit_tongue, .. } =
        words_below(item, article_language, is_associated);
    Media {
        title: headline(item, article_language).unwrap_or_default(),
        tracks: files(item, FileKind::Track).into_iter().map(track).collect(),
        poster: is_associated.then(poster).flatten(),
        size,
        caption,
        caption_tongue,
        credit,
        credit_tongue,
        ..Media::new(kind, played.into_iter().map(source).collect())
    }
}

/// Whether the browser's own player takes a film or a sound: by its type, else by the ending of its address.
fn is_played(file: &File) -> bool {
    // Behind a `;` are the codecs.
    let kind = file.content_type.split(';').next().and_then(|kind| kind.trim().split_once('/'));
    matches!(
        kind,
        Some(
            ("video", "mp4" | "ogg" | "webm") | ("audio", "mpeg" | "mp4" | "ogg" | "wav" | "x-wav" | "webm")
        )
    ) || matches!(file_kind(&file.address), Some("MP3" | "M4A" | "OGG" | "WAV" | "MP4" | "WEBM"))
}

/// An article to read next: its headline and its place, and whatever lists show that is there.
fn related(entry: &Place<'_>, language: Option<&Language>) -> Option<Summary> {
    let Some(headline) = headline(entry, language) else {
        entry.unfit("a related article with a headline");
        return None;
    };
    let Some(place) = entry.member("x").and_then(|x| x.member("url")) else {
        entry.unfit(RELATED_PLACE);
        return None;
    };
    let path = place.path()?;
    let picture = lead_picture(entry, &mut associations(entry, language));
    Some(Summary { headline, path, ..summary(entry, picture).0 })
}

impl Associations {
    fn push_picture(&mut self, entry: &Place<'_>, name: String, language: Option<&Language>) {
        let picture = picture(entry, language, true);
        if says_something(&picture) {
            let uri = entry.text_of("uri").unwrap_or_default();
            self.pictures.push(Named { name, uri, picture, used: false });
        }
    }

    /// The picture called `name`, which counts as shown from now on.
    pub(super) fn picture(&mut self, name: &str) -> Option<Picture> {
        let named = self
            .pictures
            .iter_mut()
            .find(|named| named.name == name || (!name.is_empty() && named.uri == name))?;
        named.used = true;
        Some(named.picture.clone())
    }

    /// The picture above the article: one named so, else the first the body does not show, else the first.
    pub(super) fn lead_picture(&mut self) -> Option<Picture> {
        let pictures = &mut self.pictures;
        let is_lead = |named: &Named| LEAD_NAMES.contains(&named.name.to_ascii_lowercase().as_str());
        let index = pictures
            .iter()
            .position(|named| is_lead(named) && !named.picture.renditions.is_empty())
            .or_else(|| pictures.iter().position(|named| !named.used && !named.picture.renditions.is_empty()))
            .or_else(|| pictures.iter().position(|named| !named.picture.renditions.is_empty()))?;
        let named = pictures.get_mut(index)?;
        named.used = true;
        Some(named.picture.clone())
    }

    /// What neither the body nor the place above it shows: it comes after the body.
    pub(super) fn rest(self) -> Vec<Block> {
        let unused =
            self.pictures.into_iter().filter(|named| !named.used && !named.picture.renditions.is_empty());
        let mut figures: Vec<Figure> =
            unused.map(|named| Figure { picture: named.picture, link: None }).collect();
        let mut blocks = match figures.len() {
            0 => Vec::new(),
            1 => figures.drain(..).map(Block::Figure).collect(),
            _ => vec![Block::Gallery { figures, caption: Vec::new() }],
        };
        blocks.extend(self.embeds);
        blocks
    }
}
