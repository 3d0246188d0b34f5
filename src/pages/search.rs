//! The search.

use std::rc::Rc;

use leptos::prelude::*;

use super::not_found::latest_articles;
use super::{ShownPage, announce, show_page};
use crate::components::{
    Asked, Asking, EditionContext, SHOWN, ask_for, focus_on_new, meant_button, older_button, search_begin,
    search_field, search_filters, search_path, search_results, use_edition,
};
use crate::locale::Message;
use crate::piece::{DomElement, Element, Piece, changing, element, following};
use crate::platform::document;
use crate::platform::events::plain_key;
use crate::platform::navigation::Navigation;
use crate::platform::timer::{self, Timer};
use crate::search::{Answer, Query};
use crate::source::static_site::search_address;

/// How long a reader has to rest from typing until their words are looked for, in milliseconds.
const REST: u32 = 250;

/// How the search stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// Nobody has asked for anything yet, or the program is not there yet.
    Before,
    /// It is being looked for; what was found before stays meanwhile.
    Going,
    /// There is an answer.
    Answered,
    /// There is none.
    Failed,
}

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Search {
    /// What is asked for; `None` while a pressed page is drawn or taken over.
    query: RwSignal<Option<Query>>,
    standing: RwSignal<Standing>,
    answer: RwSignal<Answer>,
    /// Counts the questions, so that an answer that comes late says nothing.
    round: RwSignal<u32>,
    navigation: StoredValue<Navigation>,
    /// The field of the words.
    field: StoredValue<Option<DomElement>, LocalStorage>,
    typing: StoredValue<Option<Timer>, LocalStorage>,
    /// One more than there were results when the reader went back to older articles, until there is an answer; else 0.
    before: RwSignal<usize>,
    /// How many results of which query were shown last.
    shown: StoredValue<(Query, usize)>,
}

/// Finds articles by words. What is asked for stands in the address. A pressed page says that it takes the program, and
/// leads to the sections.
pub fn search_page() -> Piece {
    let edition = use_edition();
    let name = edition.locale.text(Message::Search);
    let path = search_path(&edition);
    show_page(&edition, &path, &name, false);
    let title = name.clone();
    announce(&edition, move || Some(title.clone()));
    let search = Search {
        query: RwSignal::new(None),
        standing: RwSignal::new(Standing::Before),
        answer: RwSignal::new(Answer::default()),
        round: RwSignal::new(0),
        navigation: StoredValue::new(expect_context()),
        field: StoredValue::new_local(None),
        typing: StoredValue::new_local(None),
        before: RwSignal::new(0),
        shown: expect_context::<ShownPage>().results,
    };
    let asking = Asking {
        address: search_address(edition.edition(), &edition.site.base_path),
        language: edition.edition().language.clone(),
    };
    search.follow_address(asking.clone());
    let heading = element("h1").class("list-heading").set("tabindex", "-1").text(name);
    let locale = edition.locale.clone();
    let told = following(move || match search.standing.get() {
        Standing::Before => String::new(),
        Standing::Going => locale.text(Message::SearchGoing),
        Standing::Failed => locale.text(Message::SearchFailed),
        Standing::Answered => {
            match search.answer.with(|answer| (answer.total as u64, answer.older.is_some())) {
                (0, true) => locale.text(Message::SearchNothingYet),
                (0, false) => locale.text(Message::SearchNothing),
                (total, _) => locale.count(Message::SearchFound, total, &[]),
            }
        }
    });
    vec![
        heading.into(),
        form(search, &edition, edition.href(&path)).into(),
        element("p").class("search-told").set("role", "status").child(told).child(meant(search)).into(),
        element("div").class("search-found").child(found(search, asking, edition)).into(),
    ]
    .into()
}

impl Search {
    /// Looks for what the address asks for, now and whenever it asks for something else.
    fn follow_address(self, asking: Asking) {
        Effect::new(move |before: Option<()>| {
            let query = self.navigation.with_value(|navigation| Query::read(|name| navigation.query(name)));
            // Readers who type go on typing.
            if before.is_some() && query.words != self.written().trim() {
                self.write(&query.words);
            }
            if self.query.with_untracked(|known| known.as_ref() != Some(&query)) {
                self.query.set(Some(query));
                self.look(&asking);
            }
            if before.is_none() {
                self.meet();
            }
        });
    }

    /// Brings the field and what the address asks for together, once both are there: a pressed page is taken over part
    /// by part, and readers may have written before.
    fn meet(self) {
        let Some(query) = self.query.get_untracked() else { return };
        match self.written() {
            written if written.is_empty() => self.write(&query.words),
            written if written.trim() != query.words => self.choose_written(true),
            _ => {}
        }
    }

    fn written(self) -> String {
        self.field.with_value(|field| field.as_ref().map(document::field_value).unwrap_or_default())
    }

    fn write(self, words: &str) {
        self.field.with_value(|field| {
            if let Some(field) = field {
                document::set_field_value(field, words);
            }
        });
    }

    /// Asks the index.
    fn look(self, asking: &Asking) {
        let round = self.round.get_untracked().wrapping_add(1);
        self.round.set(round);
        let query = self.query.get_untracked().unwrap_or_default();
        // What there is to choose from only the index knows.
        let nothing = query.is_empty();
        self.standing.set(if nothing { Standing::Before } else { Standing::Going });
        let mut upto = self.before.get_untracked().saturating_sub(1) + SHOWN;
        // Whoever goes back wants the list as it was.
        if self.navigation.with_value(Navigation::has_returned) {
            self.shown.with_value(|(known, shown)| {
                if *known == query {
                    upto = upto.max(*shown)
                }
            });
        }
        ask_for(asking, &query, 0..upto, move |answer| {
            // The page may have gone.
            if self.round.try_get_untracked() != Some(round) {
                return;
            }
            let standing = match answer {
                _ if nothing => Standing::Before,
                Some(_) => Standing::Answered,
                None => Standing::Failed,
            };
            self.answer.set(answer.unwrap_or_default());
            self.standing.set(standing);
        });
    }

    /// Has the address ask for `query`.
    fn choose(self, query: &Query, on_the_way: bool) {
        self.typing.set_value(None);
        self.before.set(0);
        self.navigation.with_value(|navigation| navigation.ask(&query.pairs(), on_the_way));
    }

    /// Has the address ask for the same, as far back as `volume`; there are `total` results by now.
    fn go_back(self, volume: &str, total: usize) {
        let query = self.query.get_untracked().unwrap_or_default();
        self.choose(&Query { volume: volume.to_owned(), ..query }, false);
        self.before.set(total + 1);
    }

    /// Has the address ask for what is written.
    fn choose_written(self, on_the_way: bool) {
        let query = self.query.get_untracked().unwrap_or_default();
        let words = self.written().trim().to_owned();
        // Other words are looked for in the newest articles first.
        let volume = if words == query.words { query.volume } else { String::new() };
        self.choose(&Query { words, volume, ..query }, on_the_way);
    }
}

/// The field, its button, and the choices.
fn form(search: Search, edition: &EditionContext, action: String) -> Element {
    let words = search_field(edition)
        .set("autocomplete", "off")
        .drawn(move |input| {
            search.field.set_value(Some(input.clone()));
            search.meet();
        })
        .on("input", move |_| {
            let rest = timer::after(REST, move || search.choose_written(true));
            search.typing.set_value(Some(rest));
        })
        .on("keydown", move |event| {
            if plain_key(&event).as_deref() == Some("Escape") && !search.written().is_empty() {
                event.prevent_default();
                search.write("");
                search.choose_written(false);
            }
        });
    let find = element("button").class("button button-primary").set("type", "submit");
    let find = find.text(edition.locale.text(Message::SearchFind));
    element("form")
        .class("search-form")
        .set("role", "search")
        .set("aria-label", edition.locale.text(Message::Search))
        .set("action", action)
        .child(element("div").class("search-line").child(words).child(find))
        .child(search_filters(search.query, search.answer, move |query| search.choose(&query, false)))
        .on("submit", move |event| {
            event.prevent_default();
            search.choose_written(false);
        })
}

/// What the reader may have meant, in the line that says how much was found, so that it is read out with that.
fn meant(search: Search) -> Piece {
    let meant = move || match search.standing.get() {
        Standing::Answered => search.answer.with(|answer| answer.meant.clone()),
        _ => None,
    };
    let choose = move |words: &str| {
        let query = search.query.get_untracked().unwrap_or_default();
        search.choose(&Query { words: words.to_owned(), volume: String::new(), ..query }, false);
    };
    changing(meant, move |meant| meant.map(|words| meant_button(words, choose)).into())
}

/// What is below the form.
fn found(search: Search, asking: Asking, edition: EditionContext) -> Piece {
    // What was found before stays until there is an answer.
    let shown = Memo::new(move |before: Option<&(Standing, u32)>| match search.standing.get() {
        Standing::Going => before.copied().unwrap_or((Standing::Before, 0)),
        // However often nothing was asked for, it looks the same: the nodes of a pressed page stay.
        Standing::Before => (Standing::Before, 0),
        standing => (standing, search.round.get_untracked()),
    });
    changing(
        move || shown.get().0,
        move |standing| match standing {
            Standing::Before | Standing::Going => search_begin(&edition),
            Standing::Failed => {
                let asking = asking.clone();
                let button = element("button").set("type", "button").class("button");
                let button = button.text(edition.locale.text(Message::Retry));
                let again = move || {
                    search.look(&asking);
                    // The button goes with the failure.
                    document::focus_headline();
                };
                button.on_click(again).into()
            }
            Standing::Answered => {
                let query = search.query.get_untracked().unwrap_or_default();
                let go_back = Rc::new(move |volume: &str, total| search.go_back(volume, total));
                answered(search, Asked { asking: asking.clone(), query, go_back, shown: search.shown })
            }
        },
    )
}

/// What was found, or what to do where nothing was.
fn answered(search: Search, asked: Asked) -> Piece {
    let results = search.answer.with_untracked(|answer| match answer.total {
        0 => vec![older_button(&asked, answer), latest_articles()].into(),
        _ => search_results(asked, answer, 0),
    });
    let focus = move |_: &DomElement| {
        if let Some(before) = search.before.get_untracked().checked_sub(1) {
            search.before.set(0);
            search.answer.with_untracked(|answer| focus_on_new(answer, before));
        }
    };
    element("div").child(results).drawn(focus).into()
}
