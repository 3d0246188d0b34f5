//! Hearing an article, by the voice of the reader's browser.

use leptos::prelude::*;

use crate::components::{use_edition, use_locale};
use crate::locale::{Locale, Message};
use crate::model::{Block, Language, Summary, plain_text_of_blocks};
use crate::naming;
use crate::piece::{Element, Piece, changing, element, following, nothing};
use crate::platform::events::{Happening, listen as listen_to};
use crate::platform::{focus, speech};

/// The identifier of the button that begins.
const LISTEN: &str = "listen";

/// How much is said at once, in bytes, before the end of a sentence ends it.
const MUCH: usize = 150;

/// What is said of an article: headline, lead, and block by block.
pub struct Spoken {
    texts: Vec<String>,
    language: Language,
}

impl Spoken {
    /// All there is to say of an article with this body.
    pub fn of(summary: &Summary, body: &[Block]) -> Self {
        let edition = use_edition();
        let language = summary.language.clone().unwrap_or_else(|| edition.edition().language.clone());
        let mut texts = vec![naming::headline(summary, &edition.locale)];
        texts.extend(summary.lead.clone());
        texts.extend(body.iter().map(|block| plain_text_of_blocks(std::slice::from_ref(block))));
        Self { texts, language }
    }
}

/// A place in what is said: which text, counted from 0, and how many bytes of it come before.
type Place = (usize, usize);

/// Where the voice is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Silent,
    Speaking(Place),
    Paused(Place),
}

/// The beginning of a text, as much as is said at once. There are voices that fall silent for good after a quarter of a
/// minute, so a long text is said in parts, each of whole sentences.
fn part(text: &str) -> &str {
    let ends = |(at, character): &(usize, char)| {
        *at > MUCH && character.is_whitespace() && text[..*at].ends_with(['.', '!', '?', '…', '؟'])
    };
    text.char_indices().find(ends).map_or(text, |(at, _)| &text[..at])
}

/// The voice that reads one article. Cheap to copy.
#[derive(Clone, Copy)]
struct Reader {
    texts: StoredValue<Vec<String>>,
    language: StoredValue<Language>,
    state: RwSignal<State>,
    /// What is being said: the browser may forget it otherwise, and never tell its end.
    said: StoredValue<Option<speech::Said>, LocalStorage>,
    /// Counts what is said, so that the end of what was broken off does nothing.
    round: StoredValue<u32>,
    /// What the reader is told beside the buttons.
    told: RwSignal<String>,
    /// That the voice failed.
    failed: StoredValue<String>,
}

impl Reader {
    /// Says what begins at a place, then what follows.
    fn speak(self, (index, from): Place) {
        let text = |texts: &Vec<String>| Some(part(texts.get(index)?.get(from..)?).to_owned());
        let Some(text) = self.texts.try_with_value(text).flatten() else { return self.stop() };
        if text.trim().is_empty() {
            return self.speak((index + 1, 0));
        }
        let round = self.hush();
        self.state.set(State::Speaking((index, from)));
        speech::mark(Some(index));
        let next = (index, from + text.len());
        let ended = move |is_said| match is_said {
            _ if self.round.try_get_value() != Some(round) => {}
            true => self.speak(next),
            false => self.fail(),
        };
        let said = self.language.with_value(|language| speech::say(&text, language, ended));
        if said.is_none() {
            // Nothing speaks, so nothing would ever end it.
            return self.fail();
        }
        self.said.set_value(said);
    }

    /// Breaks off. The number of the next round.
    fn hush(self) -> u32 {
        let round = self.round.try_update_value(|round| {
            *round = round.wrapping_add(1);
            *round
        });
        speech::cancel();
        round.unwrap_or_default()
    }

    /// Ends, and says that the voice failed: many need a connection.
    fn fail(self) {
        self.stop();
        self.told.set(self.failed.get_value());
    }

    fn stop(self) {
        self.hush();
        speech::mark(None);
        // The bar goes.
        focus::leave(".listen-bar", LISTEN);
        let _ = self.state.try_set(State::Silent);
    }

    /// Breaks off, or goes on with the part that was broken off: not every browser can pause a voice.
    fn pause_or_go_on(self) {
        match self.state.get_untracked() {
            State::Speaking(place) => {
                self.hush();
                self.state.set(State::Paused(place));
            }
            State::Paused(place) => self.speak(place),
            State::Silent => {}
        }
    }
}

/// The button, which is seen where there is a voice for the article's language; and the bar that is there while the
/// voice speaks. `told` says what went wrong.
pub(super) fn listen(spoken: Spoken, told: RwSignal<String>) -> (Element, Piece) {
    let locale = use_locale();
    let button = element("button")
        .set("type", "button")
        .set("id", LISTEN)
        .class("button listen needs-script")
        .text(locale.text(Message::Listen));
    let reader = Reader {
        texts: StoredValue::new(spoken.texts),
        language: StoredValue::new(spoken.language),
        state: RwSignal::new(State::Silent),
        said: StoredValue::new_local(None),
        round: StoredValue::new(0),
        told,
        failed: StoredValue::new(locale.text(Message::ListenFailed)),
    };
    let voice = watch_voices(reader);
    let on = Memo::new(move |_| reader.state.get() != State::Silent);
    let button = button
        .follow("data-mute", move || (!voice.get()).then(String::new))
        .follow("aria-pressed", move || Some(on.get().to_string()))
        .on_click(move || match on.get_untracked() {
            true => reader.stop(),
            false => {
                told.set(String::new());
                reader.speak((0, 0));
            }
        });
    let bar = changing(move || on.get(), move |on| if on { bar(reader, &locale) } else { nothing() });
    (button, bar)
}

/// Whether there is a voice for the article's language, as voices come and go. The voice falls silent with the article.
fn watch_voices(reader: Reader) -> RwSignal<bool> {
    let voice = RwSignal::new(false);
    Effect::new(move || {
        let look = move || {
            let _ = voice.try_set(reader.language.with_value(speech::has_voice));
        };
        look();
        // Kept by the effect's owner, so that they end with the article.
        StoredValue::new_local(listen_to(Happening::VoicesChanged, look));
        StoredValue::new_local(listen_to(Happening::Leaving, move || reader.stop()));
        on_cleanup(speech::cancel);
    });
    voice
}

/// The buttons that break off and go on, and end.
fn bar(reader: Reader, locale: &Locale) -> Piece {
    let words = locale.clone();
    let label = move || {
        let paused = matches!(reader.state.get(), State::Paused(_));
        words.text(if paused { Message::ListenGoOn } else { Message::ListenPause })
    };
    let pause = plain_button().child(following(label)).on_click(move || reader.pause_or_go_on());
    let stop = plain_button().text(locale.text(Message::ListenStop)).on_click(move || {
        reader.stop();
        focus::focus(LISTEN);
    });
    element("div")
        .class("listen-bar foot-bar")
        .set("role", "group")
        .set("aria-label", locale.text(Message::Listen))
        .child(pause)
        .child(stop)
        .into()
}

fn plain_button() -> Element {
    element("button").set("type", "button").class("button")
}
