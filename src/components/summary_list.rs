//! Articles in a list.

use super::article_dates::day_view;
use super::figure::{PicturePlace, picture_view};
use super::search::marked_line;
use super::{use_edition, use_locale};
use crate::locale::Message;
use crate::model::Summary;
use crate::naming;
use crate::piece::{Element, Piece, element};

/// How a story is set in a list.
pub struct Setting {
    /// The class that its style goes by.
    pub(super) look: &'static str,
    /// The element of its headline.
    pub(super) heading: &'static str,
    /// Where its picture stands, if it shows one.
    pub(super) picture: Option<PicturePlace>,
    /// Whether its lead is shown.
    pub(super) lead: bool,
}

impl Setting {
    /// The first story of a list.
    pub const TOP: Self =
        Self { look: "card-top", heading: "h2", picture: Some(PicturePlace::TopOfList), lead: true };

    /// Every other story of a list.
    pub const USUAL: Self =
        Self { look: "card-usual", heading: "h2", picture: Some(PicturePlace::List), lead: true };

    /// A story under a heading of its own.
    pub const UNDER_HEADING: Self = Self { heading: "h3", ..Self::USUAL };

    /// An article to read next.
    pub const RELATED: Self =
        Self { look: "card-related", heading: "h3", picture: Some(PicturePlace::Small), lead: false };
}

/// Articles, newest first, each set as `usual` says, and the first as `first` does.
pub fn summary_list(items: &[Summary], first: &Setting, usual: &Setting) -> Piece {
    if items.is_empty() {
        return element("p").class("list-empty").text(use_locale().text(Message::NoArticles)).into();
    }
    let cards = items
        .iter()
        .enumerate()
        .map(|(index, summary)| story("li", summary, if index == 0 { first } else { usual }));
    element("ul").class("summaries").children(cards).into()
}

/// One article: picture, section, headline, lead, time, in an element called `name`. All of it leads to the article,
/// through one link.
pub(super) fn story(name: &'static str, summary: &Summary, setting: &Setting) -> Element {
    let edition = use_edition();
    let picture = summary.picture.clone().zip(setting.picture).map(|(mut picture, place)| {
        // The headline beside it says what it is about; a list reads better without every alt text.
        picture.alt.clear();
        picture.caption.clear();
        element("div").class("card-picture").child(picture_view(&picture, place))
    });
    let plain = if picture.is_some() { "" } else { " card-plain" };
    let headline = naming::headline(summary, &edition.locale);
    let line =
        |class, words: &Option<String>| words.clone().map(|words| element("p").class(class).text(words));
    // In the results of a search, the lead is an excerpt with marks.
    let lead = summary.lead.as_deref().filter(|_| setting.lead);
    let link = element("a").set("href", edition.href(&summary.path)).text(headline);
    let time = summary.published.or(summary.modified);
    let language = summary.language.as_ref();
    let text = element("div")
        .class("card-text")
        .set_some("lang", language.map(ToString::to_string))
        .set_some("dir", language.map(|language| language.direction().as_str()))
        .child(line("card-section", &summary.section))
        .child(element(setting.heading).class("card-headline").child(link))
        .child(lead.map(|lead| element("p").class("card-lead").child(marked_line(lead))))
        .child(time.map(|instant| element("p").class("card-time").child(day_view(instant))));
    element(name).set("class", format!("card {}{plain}", setting.look)).child(picture).child(text)
}
