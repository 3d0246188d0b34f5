//! Articles in a list.

use super::article_dates::time_view;
use super::figure::{PicturePlace, picture_view};
use super::use_edition;
use crate::locale::Message;
use crate::model::Summary;
use crate::naming;
use crate::piece::{Element, Piece, element};

/// Articles, newest first. With `leading`, the first is set large.
pub fn summary_list(items: &[Summary], leading: bool) -> Piece {
    if items.is_empty() {
        return element("p").class("list-empty").text(use_edition().locale.text(Message::NoArticles)).into();
    }
    let cards = items.iter().enumerate().map(|(index, summary)| summary_card(summary, leading && index == 0));
    element("ul").class(if leading { "summaries summaries-led" } else { "summaries" }).children(cards).into()
}

/// One article: picture, section, headline, lead, time. The whole card leads to it, through one link.
pub(super) fn summary_card(summary: &Summary, top: bool) -> Element {
    let edition = use_edition();
    let place = if top { PicturePlace::TopOfList } else { PicturePlace::List };
    let picture = summary.picture.clone().map(|mut picture| {
        // The headline beside it says what it is about; a list reads better without every alt text.
        picture.alt.clear();
        picture.caption.clear();
        element("div").class("card-picture").child(picture_view(&picture, place))
    });
    let class = match (top, picture.is_some()) {
        (true, true) => "card card-top",
        (true, false) => "card card-top card-plain",
        (false, true) => "card",
        (false, false) => "card card-plain",
    };
    let headline = naming::headline(summary, &edition.locale);
    let line =
        |class, words: &Option<String>| words.clone().map(|words| element("p").class(class).text(words));
    let link = element("a").set("href", edition.href(&summary.path)).text(headline);
    let time = summary.published.or(summary.modified);
    let language = summary.language.as_ref();
    let text = element("div")
        .class("card-text")
        .set_some("lang", language.map(ToString::to_string))
        .set_some("dir", language.map(|language| language.direction().as_str()))
        .child(line("card-section", &summary.section))
        .child(element("h2").class("card-headline").child(link))
        .child(line("card-lead", &summary.lead))
        .child(time.map(|instant| element("p").class("card-time").child(time_view(instant))));
    element("li").class(class).child(picture).child(text)
}
