//! What a reader is told when something is not here, and how they go on.

use super::use_edition;
use crate::locale::{Locale, Message};
use crate::piece::{Piece, element};
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
pub fn failed(explanation: Explanation, retry: Option<Box<dyn FnMut()>>) -> Piece {
    let edition = use_edition();
    let front = edition.href(&edition.edition().path);
    let retry = retry.map(|retry| {
        let button = element("button").set("type", "button").class("button button-primary");
        button.text(edition.locale.text(Message::Retry)).on_click(retry)
    });
    let detail = explanation.detail.map(|detail| element("p").class("failure-detail").text(detail));
    let home =
        element("a").class("button").set("href", front).text(edition.locale.text(Message::GoToFrontPage));
    element("section")
        .class("failure")
        .child(element("h1").set("tabindex", "-1").text(explanation.heading))
        .child(element("p").text(explanation.sentence))
        .child(detail)
        .child(element("div").class("failure-ways").child(retry).child(home))
        .into()
}
