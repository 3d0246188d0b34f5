//! Pictures: the files of an item, and what is said about it.

use serde_json::Value;

use super::texts::{best, headline, role_texts};
use crate::model::{Address, Inline, Language, Picture, Rendition, Tongue, even_spaces};
use crate::source::html;
use crate::source::json::{Place, Problems};

/// The roles of what is said to those who do not see a picture.
const ALT_ROLES: [&str; 4] = ["alt", "alttext", "alt-text", "accessibility"];

/// The picture that an item of type picture is, or that an article has renditions of by itself.
///
/// `article_language` is the one of the article around it: a caption in it needs no mark.
/// `credit_by` says whether the item's `by` is the picture's, and not the article's, credit.
pub(super) fn picture(item: &Place<'_>, article_language: Option<&Language>, credit_by: bool) -> Picture {
    let own = item.member("language").and_then(|language| language.language());
    let wanted = own.as_ref().or(article_language);
    let texts = role_texts(item, "descriptions", "description");
    let tongue = |language: Option<&Language>| {
        let language = language.or(own.as_ref()).filter(|language| Some(*language) != article_language);
        Tongue { language: language.cloned(), direction: None }
    };
    let caption = best(&texts, &["caption", "main", "", "long", "summary", "lead"], wanted);
    let alt = best(&texts, &ALT_ROLES, wanted);
    let credit = best(&texts, &["creditline", "credit", "credit-line"], wanted);
    let credit_text = credit.and_then(|text| text.words());
    let line = |names: &[&str]| Some(even_spaces(&item.first_member(names)?.text()?));
    let by = || credit_by.then(|| line(&["by", "byline"])).flatten();
    let copyright = || line(&["copyrightHolder", "copyrightNotice"]);
    Picture {
        // A title is better than nothing for who does not see the picture.
        alt: alt
            .and_then(|text| text.words())
            .or_else(|| credit_by.then(|| headline(item, wanted))?)
            .unwrap_or_default(),
        caption: caption.map(|text| text.inlines()).unwrap_or_default(),
        caption_tongue: caption.map(|text| tongue(text.language.as_ref())).unwrap_or_default(),
        credit_tongue: credit.map(|text| tongue(text.language.as_ref())).unwrap_or_default(),
        credit: credit_text.or_else(by).or_else(copyright).unwrap_or_default(),
        renditions: renditions(item),
    }
}

/// What is said below the film or sound that an item is: its caption and its credit. What an article that is one itself says
/// above it, its lead, is no caption.
pub(super) fn words_below(
    item: &Place<'_>,
    article_language: Option<&Language>,
    is_associated: bool,
) -> Picture {
    let mut words = picture(item, article_language, is_associated);
    let texts = role_texts(item, "descriptions", "description");
    if !is_associated && best(&texts, &["caption"], article_language).is_none() {
        words.caption.clear();
    }
    words
}

/// What is read out of an item of type picture that says nothing to those who do not see it: its headline.
pub fn alt_stand_in(item: &Value, article_language: Option<&Language>) -> Option<String> {
    let problems = Problems::default();
    let item = Place::root(item, &problems);
    let own = item.member("language").and_then(|language| language.language());
    let wanted = own.as_ref().or(article_language);
    let texts = role_texts(&item, "descriptions", "description");
    let alt = best(&texts, &ALT_ROLES, wanted).and_then(|text| text.words());
    headline(&item, wanted).filter(|_| alt.is_none())
}

/// The files that are pictures, from the narrowest to the widest.
fn renditions(item: &Place<'_>) -> Vec<Rendition> {
    let files = item.list(&["renditions"]).into_iter().filter_map(|file| file_of(&file));
    let pictures = files.filter(|file| file.kind.is_none_or(|kind| kind == FileKind::Image));
    html::sorted_renditions(
        pictures.map(|file| Rendition { address: file.address, size: file.size }).collect(),
    )
}

/// The files of an item that are of this kind, as they are ordered there.
pub(super) fn files(item: &Place<'_>, kind: FileKind) -> Vec<File> {
    let files = item.list(&["renditions"]).into_iter().filter_map(|file| file_of(&file));
    files.filter(|file| file.kind == Some(kind)).collect()
}

/// What a file is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum FileKind {
    /// A picture.
    Image,
    /// A film or a sound.
    Media,
    /// Text in time with a film or a sound (WebVTT).
    Track,
    /// Anything else.
    Other,
}

/// A file of an item.
pub(super) struct File {
    /// Where it is.
    pub address: Address,
    /// What it is; `None` when nobody said.
    pub kind: Option<FileKind>,
    /// The same, as a media type: `video/mp4`. Empty when nobody said.
    pub content_type: String,
    /// What it is called. Empty when nobody said.
    pub title: String,
    /// Width and height in pixels, where both are known and not zero.
    pub size: Option<(u32, u32)>,
}

fn file_of(file: &Place<'_>) -> Option<File> {
    if !file.is_object() {
        file.unfit("an object with an href");
        return None;
    }
    // A rendition without an address is allowed: the agency names it, and delivers it elsewhere.
    let address = file.member("href")?.address()?;
    let content_type = file.first_member(&["contentType", "mimetype"]).and_then(|kind| kind.text());
    let content_type = content_type.map(|kind| kind.to_ascii_lowercase());
    let kind = content_type.as_deref().map(|kind| match kind.split_once('/') {
        Some(("image", _)) => FileKind::Image,
        Some(("video" | "audio", _)) => FileKind::Media,
        _ if kind.starts_with("text/vtt") => FileKind::Track,
        _ => FileKind::Other,
    });
    let title = file.text_of("title").unwrap_or_default();
    let side = |name: &str| file.member(name).and_then(|side| side.count());
    let size = side("width").zip(side("height")).filter(|(width, height)| *width > 0 && *height > 0);
    Some(File { address, kind, content_type: content_type.unwrap_or_default(), title, size })
}

/// Whether a picture shows or says anything.
pub(super) fn says_something(picture: &Picture) -> bool {
    let caption: &[Inline] = &picture.caption;
    !picture.renditions.is_empty() || !caption.is_empty()
}
