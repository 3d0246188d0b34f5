//! Pictures with caption and credit.

use leptos::ev::ErrorEvent;
use leptos::prelude::*;

use super::element::element;
use super::inline::inlines;
use super::link::FOREIGN_RELATION;
use super::{EditionContext, use_edition};
use crate::locale::Message;
use crate::model::{Figure, Picture, Tongue, plain_text};

/// Where a picture stands: it decides how wide it is drawn and how early it is loaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PicturePlace {
    /// Under the lead: the first picture a reader sees.
    Lead,
    /// In the body.
    Body,
    /// In a gallery.
    Gallery,
    /// The first article of a list.
    TopOfList,
    /// Further down a list.
    List,
}

impl PicturePlace {
    /// How wide the picture is drawn, for the browser's choice of a rendition. It follows `style/`.
    fn sizes(self) -> &'static str {
        match self {
            Self::Lead | Self::Body => "(min-width: 48rem) 44rem, 100vw",
            Self::Gallery => "(min-width: 48rem) 22rem, 50vw",
            Self::TopOfList => "(min-width: 64rem) 40rem, 100vw",
            Self::List => "(min-width: 64rem) 18rem, (min-width: 40rem) 33vw, 9rem",
        }
    }

    fn is_first_seen(self) -> bool {
        matches!(self, Self::Lead | Self::TopOfList)
    }
}

/// A picture of an article, with caption and credit apart.
pub fn figure_view(figure: &Figure, place: PicturePlace) -> AnyView {
    let edition = use_edition();
    let Figure { picture, link } = figure;
    let image = view! { <PictureView picture=picture.clone() place=place/> }.into_any();
    let image = match link {
        Some(address) => element("a")
            .set("href", edition.resolve(address))
            .set("rel", FOREIGN_RELATION)
            .set("aria-label", link_name(picture, &edition))
            .child(image)
            .view(),
        None => image,
    };
    let class = if place == PicturePlace::Lead { "figure figure-lead" } else { "figure" };
    element("figure").class(class).child(image).child_some(figure_caption(picture, &edition)).view()
}

/// What a picture that is a link is called: what is seen, else what it means, else where it leads.
fn link_name(picture: &Picture, edition: &EditionContext) -> String {
    let caption = plain_text(&picture.caption);
    let words = [picture.alt.clone(), caption].into_iter().find(|words| !words.trim().is_empty());
    words.unwrap_or_else(|| edition.locale.text(Message::ExternalLink))
}

/// Caption and credit, each in its own language, each named for those who hear the page.
fn figure_caption(picture: &Picture, edition: &EditionContext) -> Option<AnyView> {
    let part = |class, prefix, words: AnyView, tongue: &Tongue| {
        let prefix = element("span").class("visually-hidden").text(edition.locale.text(prefix)).text(" ");
        let words =
            element("span").set_some("lang", tongue.lang()).set_some("dir", tongue.dir()).child(words);
        element("span").class(class).child(prefix.view()).child(words.view()).view()
    };
    let caption = (!picture.caption.is_empty())
        .then(|| part("caption", Message::CaptionPrefix, inlines(&picture.caption), &picture.caption_tongue));
    let credit = (!picture.credit.is_empty()).then(|| {
        part("credit", Message::CreditPrefix, picture.credit.clone().into_any(), &picture.credit_tongue)
    });
    let empty = caption.is_none() && credit.is_none();
    (!empty).then(|| element("figcaption").child_some(caption).text(" ").child_some(credit).view())
}

/// The picture alone. Where it cannot be loaded, its words stand in its place, in a box of its size.
#[component]
pub fn PictureView(picture: Picture, place: PicturePlace) -> impl IntoView {
    let edition = use_edition();
    let broken = RwSignal::new(picture.renditions.is_empty());
    // A screen reader would hear the same words twice.
    let alt = if plain_text(&picture.caption).trim() == picture.alt.trim() {
        String::new()
    } else {
        picture.alt.clone()
    };
    let size = picture.widest().and_then(|widest| widest.size);
    let ratio = size.map(|(width, height)| format!("aspect-ratio: {width} / {height}"));
    let words = if picture.alt.is_empty() {
        edition.locale.text(Message::PictureUnavailable)
    } else {
        picture.alt.clone()
    };
    move || {
        if broken.get() {
            view! { <span class="picture-missing" style=ratio.clone()>{words.clone()}</span> }.into_any()
        } else {
            image(&picture, &alt, place, &edition, move |_| broken.set(true))
        }
    }
}

fn image(
    picture: &Picture,
    alt: &str,
    place: PicturePlace,
    edition: &EditionContext,
    on_error: impl FnMut(ErrorEvent) + 'static,
) -> AnyView {
    let widest = picture.widest();
    let source = widest.map(|rendition| edition.resolve(&rendition.address));
    let size = widest.and_then(|rendition| rendition.size);
    let candidates: Vec<String> = picture
        .renditions
        .iter()
        .filter(|rendition| same_proportions(rendition.size, size))
        .filter_map(|rendition| Some((edition.resolve(&rendition.address), rendition.size?.0)))
        .map(|(address, width)| format!("{} {width}w", candidate_address(&address)))
        .collect();
    let source_set = (candidates.len() > 1).then(|| candidates.join(", "));
    let sizes = source_set.is_some().then(|| place.sizes());
    let first = place.is_first_seen();
    view! {
        <img
            class="picture"
            class:picture-unsized=size.is_none()
            alt=alt.to_owned()
            width=size.map(|(width, _)| width)
            height=size.map(|(_, height)| height)
            sizes=sizes
            srcset=source_set
            src=source
            loading=if first { "eager" } else { "lazy" }
            fetchpriority=first.then_some("high")
            decoding="async"
            on:error=on_error
        />
    }
    .into_any()
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
