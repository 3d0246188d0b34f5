//! What was found.

use leptos::prelude::*;

use crate::components::summary_list::{Setting, story};
use crate::components::use_edition;
use crate::locale::Message;
use crate::model::{Language, Summary};
use crate::piece::{Piece, changing, element, nothing, text};
use crate::platform::{focus, search, task};
use crate::search::{Answer, Query, marked};

/// How many results are shown at once.
const SHOWN: usize = 10;

/// Whom to ask: the address of the edition's index, and its language.
#[derive(Clone)]
pub struct Asking {
    /// The address of the module that asks it.
    pub address: String,
    /// The language of what is in it.
    pub language: Language,
}

/// Asks for the results of `query` from number `from`; `done` is told the answer, or `None` where there was none.
pub fn ask_for(asking: &Asking, query: &Query, from: usize, done: impl FnOnce(Option<Answer>) + 'static) {
    let request = query.request(&asking.language, from, from + SHOWN);
    let address = asking.address.clone();
    task::spawn(async move {
        let answer = search::ask(&address, &request).await;
        done(answer.ok().and_then(|answer| Answer::parse(&answer)));
    });
}

/// Results from number `from`, and below them a button for more, in whose place these come.
pub fn search_results(asking: Asking, query: Query, hits: &[Summary], from: usize, total: usize) -> Piece {
    let stories = hits.iter().map(|hit| story("li", hit, &Setting::USUAL));
    let id = format!("results-{from}");
    let list = element("ol").class("summaries").set("id", id).set("tabindex", "-1").children(stories);
    let next = from + SHOWN;
    if next >= total || hits.is_empty() {
        return list.into();
    }
    let more = RwSignal::new(None::<Answer>);
    let failed = RwSignal::new(false);
    let below = changing(
        move || more.get(),
        move |answer| match answer {
            Some(answer) => {
                let results = search_results(asking.clone(), query.clone(), &answer.hits, next, answer.total);
                // The button has gone: the keyboard goes on with what has come in its place.
                element("div").child(results).drawn(move |_| focus::focus(&format!("results-{next}"))).into()
            }
            None => {
                let (asking, query) = (asking.clone(), query.clone());
                let ask = move || {
                    failed.set(false);
                    ask_for(&asking, &query, next, move |answer| match answer {
                        Some(answer) => more.set(Some(answer)),
                        None => failed.set(true),
                    });
                };
                let button = element("button").set("type", "button").class("button search-more");
                button.text(use_edition().locale.text(Message::SearchMore)).on_click(ask).into()
            }
        },
    );
    let locale = use_edition().locale;
    let told = changing(
        move || failed.get(),
        move |failed| if failed { text(locale.text(Message::SearchFailed)) } else { nothing() },
    );
    vec![list.into(), below, element("p").class("search-told").set("role", "status").child(told).into()]
        .into()
}

/// The words of a lead, those that were looked for marked.
pub fn marked_line(words: &str) -> Piece {
    let parts = marked(words).into_iter().map(|(found, words)| match found {
        true => element("mark").text(words.to_owned()).into(),
        false => text(words.to_owned()),
    });
    parts.collect::<Vec<Piece>>().into()
}
