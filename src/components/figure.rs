//! Pictures with caption and credit.

use leptos::prelude::*;

use super::inline::inlines;
use super::link::FOREIGN_RELATION;
use super::viewer::Pictures;
use super::{EditionContext, use_edition};
use crate::locale::Message;
use crate::model::{Figure, Picture, Tongue, plain_text};
use crate::piece::{Element, Piece, changing, element, text};
use crate::platform::document;

/// Where a picture stands: it decides how wide it is drawn and how early it is loaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PicturePlace {
    /// Under the lead: the first picture a reader sees.
    Lead,
    /// In the body.
    Body,
    /// In the viewer, as large as the screen.
    Viewer,
    /// In a gallery.
    Gallery,
    /// The first article of a list.
    TopOfList,
    /// Further down a list.
    List,
    /// In a row of the front.
    Row,
    /// The first story of a section's block on the front.
    Section,
    /// The second of two stories in such a block.
    Pair,
    /// Beside the headline of a small story.
    Small,
}

impl PicturePlace {
    /// How wide the picture is drawn, for the browser's choice of a rendition. It follows `style/`.
    fn sizes(self) -> &'static str {
        match self {
            Self::Lead | Self::Body => "(min-width: 48rem) 44rem, 100vw",
            Self::Viewer => "100vw",
            Self::Gallery => "(min-width: 48rem) 22rem, 50vw",
            Self::TopOfList => "(min-width: 76rem) 46rem, (min-width: 64rem) 60vw, 100vw",
            Self::List => "(min-width: 64rem) 18rem, (min-width: 40rem) 33vw, 9rem",
            Self::Row => "(min-width: 76rem) 24rem, (min-width: 40rem) 31vw, 8rem",
            Self::Section => "(min-width: 76rem) 30rem, (min-width: 40rem) 46vw, 100vw",
            Self::Pair => "(min-width: 76rem) 30rem, (min-width: 40rem) 46vw, 8rem",
            Self::Small => "8rem",
        }
    }

    fn is_first_seen(self) -> bool {
        matches!(self, Self::Lead | Self::TopOfList)
    }
}

/// A picture of an article, with caption and credit apart.
pub fn figure_view(figure: &Figure, place: PicturePlace) -> Piece {
    let edition = use_edition();
    let Figure { picture, link } = figure;
    let image = picture_view(picture, place);
    let file = figure.file();
    let image = match (link, use_context::<Pictures>()) {
        (Some(address), _) if file.is_none() => element("a")
            .set("href", edition.resolve(address))
            .set("rel", FOREIGN_RELATION)
            .set("aria-label", link_name(picture, &edition))
            .child(image)
            .into(),
        (_, Some(pictures)) => pictures.link(picture, file, image, &edition),
        // Outside of articles nothing is looked at large.
        (_, None) => image,
    };
    let class = if place == PicturePlace::Lead { "figure figure-lead" } else { "figure" };
    element("figure").class(class).child(image).child(figure_caption(picture, PICTURE_WORDS, &edition)).into()
}

/// What a picture that is a link is called: what is seen, else what it means, else where it leads.
fn link_name(picture: &Picture, edition: &EditionContext) -> String {
    let caption = plain_text(&picture.caption);
    let words = [picture.alt.clone(), caption].into_iter().find(|words| !words.trim().is_empty());
    words.unwrap_or_else(|| edition.locale.text(Message::ExternalLink))
}

/// How caption and credit of a picture are named.
pub(super) const PICTURE_WORDS: [Message; 2] = [Message::CaptionPrefix, Message::CreditPrefix];

/// Caption and credit, each in its own language, each named for those who hear the page.
pub(super) fn figure_caption(
    picture: &Picture,
    [caption_prefix, credit_prefix]: [Message; 2],
    edition: &EditionContext,
) -> Option<Element> {
    let part = |class, prefix, words: Piece, tongue: &Tongue| {
        let prefix = element("span").class("visually-hidden").text(edition.locale.text(prefix)).text(" ");
        let words =
            element("span").set_some("lang", tongue.lang()).set_some("dir", tongue.dir()).child(words);
        element("span").class(class).child(prefix).child(words)
    };
    let caption = (!picture.caption.is_empty())
        .then(|| part("caption", caption_prefix, inlines(&picture.caption), &picture.caption_tongue));
    let credit = (!picture.credit.is_empty())
        .then(|| part("credit", credit_prefix, text(picture.credit.clone()), &picture.credit_tongue));
    let empty = caption.is_none() && credit.is_none();
    (!empty).then(|| element("figcaption").child(caption).text(" ").child(credit))
}

/// The picture alone. Where it cannot be loaded, its words stand in its place.
pub fn picture_view(picture: &Picture, place: PicturePlace) -> Piece {
    let edition = use_edition();
    let broken = RwSignal::new(picture.renditions.is_empty());
    let picture = picture.clone();
    changing(
        move || broken.get(),
        move |is_broken| match is_broken {
            true => missing(&picture, &edition),
            false => image(&picture, place, &edition)
                .on("error", move |_| broken.set(true))
                // A pressed picture may have failed before anybody listened.
                .drawn(move |element| {
                    if document::image_has_failed(element) {
                        broken.set(true);
                    }
                })
                .into(),
        },
    )
}

/// What a screen reader says in place of the picture. It would hear the caption's words twice.
pub(super) fn spoken(picture: &Picture) -> String {
    let is_caption = plain_text(&picture.caption).trim() == picture.alt.trim();
    if is_caption { String::new() } else { picture.alt.clone() }
}

fn missing(picture: &Picture, edition: &EditionContext) -> Piece {
    let words = match spoken(picture) {
        words if words.is_empty() => edition.locale.text(Message::PictureUnavailable),
        words => words,
    };
    element("span").class("picture-missing").text(words).into()
}

fn image(picture: &Picture, place: PicturePlace, edition: &EditionContext) -> Element {
    let widest = picture.widest();
    let size = widest.and_then(|rendition| rendition.size);
    let candidates: Vec<String> = picture
        .renditions
        .iter()
        .filter(|rendition| same_proportions(rendition.size, size))
        .filter_map(|rendition| Some((edition.resolve(&rendition.address), rendition.size?.0)))
        .map(|(address, width)| format!("{} {width}w", candidate_address(&address)))
        .collect();
    let source_set = (candidates.len() > 1).then(|| candidates.join(", "));
    let first = place.is_first_seen();
    // The browser begins to load when it sees `src`, so what it chooses by comes first.
    element("img")
        .class(if size.is_some() { "picture" } else { "picture picture-unsized" })
        .set("alt", spoken(picture))
        .set_some("width", size.map(|(width, _)| width.to_string()))
        .set_some("height", size.map(|(_, height)| height.to_string()))
        .set("loading", if first { "eager" } else { "lazy" })
        .set_some("fetchpriority", first.then_some("high"))
        .set("decoding", "async")
        .set_some("sizes", source_set.is_some().then(|| place.sizes()))
        .set_some("srcset", source_set)
        .set_some("src", widest.map(|rendition| edition.resolve(&rendition.address)))
}

/// Whether two sizes differ by no more than rounding: another crop is another picture.
fn same_proportions(one: Option<(u32, u32)>, other: Option<(u32, u32)>) -> bool {
    match (one, other) {
        (Some((width, height)), Some((other_width, other_height))) => {
            let (left, right) =
                (u64::from(width) * u64::from(other_height), u64::from(other_width) * u64::from(height));
            left.abs_diff(right) * 50 <= left.max(right)
        }
        (None, _) | (_, None) => false,
    }
}

/// In `srcset` a space ends an address, and a comma at its end does too.
fn candidate_address(address: &str) -> String {
    address.replace(' ', "%20").replace(',', "%2C")
}
