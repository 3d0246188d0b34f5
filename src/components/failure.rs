//! What a reader is told when something is not here, and how they go on.

use leptos::prelude::*;

use super::use_edition;
use crate::locale::{Locale, Message};
use crate::store::Failure;

/// A heading, a sentence, and perhaps the technical detail that a developer asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// What happened, in a few words.
    pub heading: String,
    /// What it means for the reader, and what they can do.
    pub sentence: String,
    /// The cause, for whoever mends it.
    pub detail: Option<String>,
}

impl Explanation {
    /// What a failure is called in the reader's language.
    pub fn of_failure(failure: &Failure, locale: &Locale) -> Self {
        let plain = |heading, sentence| (locale.text(heading), locale.text(sentence), None);
        let with_status = |heading, sentence, status: &u16| {
            (locale.text(heading), locale.with(sentence, &[("status", &status.to_string())]), None)
        };
        let (heading, sentence, detail) = match failure {
            Failure::Offline => plain(Message::OfflineHeading, Message::OfflineText),
            Failure::Unreachable => plain(Message::UnreachableHeading, Message::UnreachableText),
            Failure::TimedOut => plain(Message::TimedOutHeading, Message::TimedOutText),
            Failure::NotFound => plain(Message::NotFoundHeading, Message::NotFoundText),
            Failure::Gone => plain(Message::WithdrawnHeading, Message::WithdrawnText),
            Failure::Refused(status) => with_status(Message::RefusedHeading, Message::RefusedText, status),
            Failure::Server(status) => with_status(Message::ServerErrorHeading, Message::ServerErrorText, status),
            Failure::Malformed { detail } => {
                (locale.text(Message::MalformedHeading), locale.text(Message::MalformedText), Some(detail.clone()))
            }
            Failure::WrongFormat { detail } => {
                (locale.text(Message::WrongFormatHeading), locale.text(Message::WrongFormatText), Some(detail.clone()))
            }
        };
        Self { heading, sentence, detail }
    }
}

/// A page that says what is wrong, with a way to go on: try again where that may help, and the front.
#[component]
pub fn Failed(explanation: Explanation, #[prop(optional_no_strip)] retry: Option<Callback<()>>) -> impl IntoView {
    let edition = use_edition();
    let front = edition.href(&edition.edition().path);
    let retry = retry.map(|retry| {
        view! {
            <button type="button" class="button button-primary" on:click=move |_| retry.run(())>
                {edition.locale.text(Message::Retry)}
            </button>
        }
    });
    let detail = explanation.detail.map(|detail| view! { <p class="failure-detail" dir="ltr" lang="en">{detail}</p> });
    view! {
        <section class="failure">
            <h1 tabindex="-1">{explanation.heading}</h1>
            <p>{explanation.sentence}</p>
            {detail}
            <div class="failure-ways">
                {retry}
                <a class="button" href=front>{edition.locale.text(Message::GoToFront)}</a>
            </div>
        </section>
    }
}
