//! Films and sounds in the browser's own player, and files to download.

use leptos::prelude::*;

use super::figure::figure_caption;
use super::link::content_link;
use super::{use_edition, use_locale};
use crate::locale::Message;
use crate::model::{Address, File, Media, MediaKind, Picture, file_kind};
use crate::piece::{Element, Piece, changing, element, nothing, text};

/// A film or a sound with its words; `transcript` is what is said in it, drawn. Nothing but the poster loads before the
/// reader starts it.
pub(super) fn media_view(media: &Media, transcript: Vec<Piece>) -> Piece {
    let edition = use_edition();
    let words = Picture {
        caption: media.caption.clone(),
        caption_tongue: media.caption_tongue.clone(),
        credit: media.credit.clone(),
        credit_tongue: media.credit_tongue.clone(),
        ..Picture::default()
    };
    let transcript = (!transcript.is_empty()).then(|| {
        let summary = element("summary").text(edition.locale.text(Message::Transcript));
        element("details").class("transcript").child(summary).children(transcript)
    });
    let failed = RwSignal::new(false);
    let file = media.sources.last().map(|source| source.address.clone());
    let words_of_failure = edition.locale.text(Message::MediaFailed);
    let link = changing(
        move || failed.get(),
        move |failed| match &file {
            Some(file) if failed => element("p")
                .class("media-failed")
                .child(content_link(file, text(words_of_failure.clone())))
                .into(),
            _ => nothing(),
        },
    );
    element("figure")
        .class("figure media")
        .child(player(media, failed))
        .child(element("div").set("role", "status").child(link))
        .child(figure_caption(&words, [Message::MediaCaption, Message::MediaCredit], &edition))
        .child(transcript)
        .into()
}

/// The player; `failed` is set once it is known that it can play none of the files.
fn player(media: &Media, failed: RwSignal<bool>) -> Element {
    let edition = use_edition();
    let (name, message) = match media.kind {
        MediaKind::Video => ("video", Message::MediaVideo),
        MediaKind::Audio => ("audio", Message::MediaAudio),
    };
    let label = if media.title.is_empty() { edition.locale.text(message) } else { media.title.clone() };
    let last = media.sources.len().saturating_sub(1);
    let sources = media.sources.iter().enumerate().map(|(index, source)| {
        let kind = (!source.kind.is_empty()).then(|| source.kind.clone());
        let source = element("source").set("src", edition.resolve(&source.address)).set_some("type", kind);
        // The player tries one after the other, and says of each that it failed.
        if index == last { source.on("error", move |_| failed.set(true)) } else { source }
    });
    let tracks = media.tracks.iter().map(|track| {
        element("track")
            .set("kind", track.kind)
            .set_some("srclang", track.language.as_ref().map(ToString::to_string))
            .set_some("label", (!track.label.is_empty()).then(|| track.label.clone()))
            .set("src", edition.resolve(&track.address))
    });
    let is_video = media.kind == MediaKind::Video;
    element(name)
        .set("controls", "")
        .set("preload", "none")
        .flag("playsinline", is_video)
        .set_some("crossorigin", is_asked_openly(media).then_some("anonymous"))
        .on("error", move |_| failed.set(true))
        .set("aria-label", label)
        .set_some("data-shape", is_video.then(|| shape(media.size)))
        .set_some("poster", media.poster.as_ref().filter(|_| is_video).map(|poster| edition.resolve(poster)))
        .children(sources)
        .children(tracks)
}

/// Whether the hosts are asked whether this page may use their files: tracks of another host's are refused otherwise. A film
/// from a host that does not answer this would be refused then, so only if it is from where its tracks are, or from here.
fn is_asked_openly(media: &Media) -> bool {
    let elsewhere = |address: &Address| address.host().map(str::to_ascii_lowercase);
    let mut hosts = media.tracks.iter().filter_map(|track| elsewhere(&track.address));
    hosts.next().is_some_and(|first| {
        let known = |address: &Address| elsewhere(address).is_none_or(|host| host == first);
        media.sources.iter().all(|source| known(&source.address))
            && media.tracks.iter().all(|track| known(&track.address))
    })
}

/// The shape of a film's place: the nearest of four, which the style reserves. What the browser makes of width and height
/// it gives up for the shape of the poster when that has come.
fn shape(size: Option<(u32, u32)>) -> &'static str {
    let Some((width, height)) = size.map(|(width, height)| (u64::from(width), u64::from(height))) else {
        return "wide";
    };
    match width * 100 / height.max(1) {
        155.. => "wide",
        115..155 => "full",
        80..115 => "square",
        _ => "tall",
    }
}

/// A file to download, with its kind and its size.
pub(super) fn file_view(file: &File) -> Piece {
    let locale = use_locale();
    let size = file.size.map(|size| locale.bytes(size));
    // The link says the kind itself.
    let link = content_link(&file.address, text(file.name.clone()));
    let size = size.map(|size| element("span").class("file-size").text(size));
    let note = (!file.note.is_empty()).then(|| element("span").class("file-note").text(file.note.clone()));
    element("p").class("file").child(link).text(" ").child(size).text(" ").child(note).into()
}

/// The kind of the file that a link leads to, for the end of its words.
pub(super) fn kind_note(address: &Address) -> Option<Element> {
    let kind = file_kind(address)?;
    Some(element("span").class("file-kind").text(format!(" ({kind})")))
}
