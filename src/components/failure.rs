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
        let status = |message, status: &u16| locale.with(message, &[("status", &status.to_string())]);
        let (heading, sentence, detail) = match failure {
            Failure::Offline => (Message::FailureTitle, locale.text(Message::Offline), None),
            Failure::Unreachable => (Message::FailureTitle, locale.text(Message::Unreachable), None),
            Failure::TimedOut => (Message::FailureTitle, locale.text(Message::Timeout), None),
            Failure::NotFound => (Message::NotFoundTitle, locale.text(Message::PageNotFound), None),
            Failure::Gone => (Message::WithdrawnTitle, locale.text(Message::Withdrawn), None),
            Failure::Refused(code) => (Message::FailureTitle, status(Message::Refused, code), None),
            Failure::Server(code) => (Message::FailureTitle, status(Message::ServerError, code), None),
            Failure::Malformed { line, column, detail } => {
                let place = [("line", &*line.to_string()), ("column", &*column.to_string())];
                (Message::FailureTitle, locale.with(Message::MalformedJson, &place), Some(detail))
            }
            Failure::WrongFormat { detail } => {
                (Message::FailureTitle, locale.text(Message::WrongFormat), Some(detail))
            }
        };
        let detail = detail.map(|detail| locale.with(Message::FailureDetails, &[("details", detail)]));
        let heading = locale.text(heading);
        Self { heading, sentence, detail }
    }
}

/// A page that says what is wrong, with a way to go on: try again where that may help, and the front.
#[component]
pub fn Failed(
    explanation: Explanation,
    #[prop(optional_no_strip)] retry: Option<Callback<()>>,
) -> impl IntoView {
    let edition = use_edition();
    let front = edition.href(&edition.edition().path);
    let retry = retry.map(|retry| {
        view! {
            <button type="button" class="button button-primary" on:click=move |_| retry.run(())>
                {edition.locale.text(Message::Retry)}
            </button>
        }
    });
    let detail = explanation.detail.map(|detail| view! { <p class="failure-detail">{detail}</p> });
    view! {
        <section class="failure">
            <h1 tabindex="-1">{explanation.heading}</h1>
            <p>{explanation.sentence}</p>
            {detail}
            <div class="failure-ways">
                {retry}
                <a class="button" href=front>{edition.locale.text(Message::GoToFrontPage)}</a>
            </div>
        </section>
    }
}
