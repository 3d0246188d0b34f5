//! Articles in a list.

use leptos::prelude::*;

use super::article_dates::TimeView;
use super::figure::{PicturePlace, PictureView};
use super::use_edition;
use crate::locale::Message;
use crate::model::Summary;
use crate::platform::clock;

/// Articles, newest first. With `leading`, the first is set large.
#[component]
pub fn SummaryList(items: Vec<Summary>, leading: bool) -> impl IntoView {
    let empty = items.is_empty();
    let cards = items
        .into_iter()
        .enumerate()
        .map(|(index, summary)| view! { <SummaryCard summary=summary top=leading && index == 0/> })
        .collect_view();
    if empty {
        view! { <p class="list-empty">{use_edition().locale.text(Message::NoArticles)}</p> }.into_any()
    } else {
        view! { <ul class="summaries" class:summaries-led=leading>{cards}</ul> }.into_any()
    }
}

/// One article: picture, section, headline, lead, time. The whole card leads to it, through one link.
#[component]
fn SummaryCard(summary: Summary, top: bool) -> impl IntoView {
    let edition = use_edition();
    let now = clock::now();
    let place = if top { PicturePlace::TopOfList } else { PicturePlace::List };
    let href = edition.href(&summary.path);
    let language = summary.language.as_ref().map(ToString::to_string);
    let direction = summary.language.as_ref().map(|language| language.direction().as_str());
    let plain = summary.picture.is_none();
    let picture = summary.picture.map(|mut picture| {
        // The headline beside it says what it is about; a list reads better without every alt text.
        picture.alt.clear();
        picture.caption.clear();
        view! { <div class="card-picture"><PictureView picture=picture place=place/></div> }
    });
    let headline =
        if summary.headline.is_empty() { edition.locale.text(Message::Untitled) } else { summary.headline };
    let section = summary.section.map(|section| view! { <p class="card-section">{section}</p> });
    let lead = summary.lead.map(|lead| view! { <p class="card-lead">{lead}</p> });
    let time = summary.published.or(summary.modified);
    let time = time.map(|instant| view! { <p class="card-time"><TimeView instant=instant now=now/></p> });
    view! {
        <li class="card" class:card-top=top class:card-plain=plain>
            {picture}
            <div class="card-text" lang=language dir=direction>
                {section}
                <h2 class="card-headline"><a href=href>{headline}</a></h2>
                {lead}
                {time}
            </div>
        </li>
    }
}
