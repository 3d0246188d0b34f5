//! What was found.

use std::ops::Range;
use std::rc::Rc;

use leptos::prelude::*;

use crate::components::summary_list::{Setting, story};
use crate::components::use_locale;
use crate::locale::Message;
use crate::model::Language;
use crate::piece::{Element, Piece, changing, element, nothing, text};
use crate::platform::{document, focus, search, task};
use crate::search::{Answer, Query, marked};

/// How many results are shown at once.
pub const SHOWN: usize = 10;

/// What the button is called that leads back to older articles.
const OLDER: &str = "search-older";

/// Whom to ask: the address of the edition's index, and its language.
#[derive(Clone)]
pub struct Asking {
    /// The address of the module that asks it.
    pub address: String,
    /// The language of what is in it.
    pub language: Language,
}

/// Is told the volume to go back to, and how many results there are by now.
pub type GoBack = Rc<dyn Fn(&str, usize)>;

/// What was asked, and what is done when the reader wants older articles.
#[derive(Clone)]
pub struct Asked {
    /// Whom.
    pub asking: Asking,
    /// What.
    pub query: Query,
    /// That.
    pub go_back: GoBack,
    /// Keeps the query, and how many of its results are shown.
    pub shown: StoredValue<(Query, usize)>,
}

/// Asks for the results of `query` of these numbers, counted from 0; `done` is told the answer, or `None` where there was
/// none.
pub fn ask_for(
    asking: &Asking,
    query: &Query,
    numbers: Range<usize>,
    done: impl FnOnce(Option<Answer>) + 'static,
) {
    let request = query.request(&asking.language, numbers.start, numbers.end);
    let address = asking.address.clone();
    task::spawn(async move {
        let answer = search::ask(&address, &request).await;
        done(answer.ok().and_then(|answer| Answer::parse(&answer)));
    });
}

/// What result number `number` is called in the page.
fn place(number: usize) -> String {
    format!("results-{number}")
}

/// Results from number `from`, and below them a button for more, in whose place these come; where there are no more,
/// one for older articles.
pub fn search_results(asked: Asked, answer: &Answer, from: usize) -> Piece {
    let hits = &answer.hits;
    let stories = hits.iter().enumerate().map(|(index, hit)| {
        story("li", hit, &Setting::USUAL).set("id", place(from + index)).set("tabindex", "-1")
    });
    let list = element("ol").class("summaries").children(stories);
    let next = from + hits.len();
    asked.shown.set_value((asked.query.clone(), next));
    if next >= answer.total || hits.is_empty() {
        return vec![list.into(), older_button(&asked, answer)].into();
    }
    let more = RwSignal::new(None::<Answer>);
    let failed = RwSignal::new(false);
    let below = changing(
        move || more.get(),
        move |answer| match answer {
            Some(answer) => {
                let results = search_results(asked.clone(), &answer, next);
                // The button has gone: the keyboard goes on with what has come in its place.
                element("div").child(results).drawn(move |_| focus::focus(&place(next))).into()
            }
            None => {
                let asked = asked.clone();
                let ask = move || {
                    failed.set(false);
                    ask_for(&asked.asking, &asked.query, next..next + SHOWN, move |answer| match answer {
                        Some(answer) => more.set(Some(answer)),
                        None => failed.set(true),
                    });
                };
                button(use_locale().text(Message::SearchMore)).on_click(ask).into()
            }
        },
    );
    let locale = use_locale();
    let told = changing(
        move || failed.get(),
        move |failed| if failed { text(locale.text(Message::SearchFailed)) } else { nothing() },
    );
    vec![list.into(), below, element("p").class("search-told").set("role", "status").child(told).into()]
        .into()
}

fn button(name: String) -> Element {
    element("button").set("type", "button").class("button search-more").text(name)
}

/// Leads back to older articles, where there are any that were not searched.
pub fn older_button(asked: &Asked, answer: &Answer) -> Piece {
    let Some((volume, years)) = answer.older.clone() else { return nothing() };
    let (go_back, total) = (asked.go_back.clone(), answer.total);
    button(use_locale().with(Message::SearchOlder, &[("years", &years)]))
        .set("id", OLDER)
        .on_click(move || go_back(&volume, total))
        .into()
}

/// Asks whether the reader meant `words`; `choose` is told where they did.
pub fn meant_button(words: String, choose: impl Fn(&str) + 'static) -> Element {
    let name = use_locale().with(Message::SearchMeant, &[("words", &words)]);
    element("button").set("type", "button").class("search-meant").text(name).on_click(move || {
        choose(&words);
        // The button goes with the words that it stands for.
        document::focus_headline();
    })
}

/// Leads the keyboard to what came after `before` results: the first new one. Where nothing has come, to the button that
/// leads on, and at the end of the archive to the last result.
pub fn focus_on_new(answer: &Answer, before: usize) {
    match answer.total {
        total if total > before => focus::focus(&place(before)),
        _ if answer.older.is_some() => focus::focus(OLDER),
        0 => document::focus_headline(),
        total => focus::focus(&place(total - 1)),
    }
}

/// The words of a lead, those that were looked for marked.
pub fn marked_line(words: &str) -> Piece {
    let parts = marked(words).into_iter().map(|(found, words)| match found {
        true => element("mark").text(words.to_owned()).into(),
        false => text(words.to_owned()),
    });
    parts.collect::<Vec<Piece>>().into()
}
