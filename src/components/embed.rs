//! What other sites have to show. Nothing of it loads before the reader says so: decision record 12.

use std::sync::Arc;

use leptos::prelude::*;

use super::consent::consent_key;
use super::link::FOREIGN_RELATION;
use super::{EditionContext, use_edition};
use crate::locale::Message;
use crate::model::{Address, Frame, Shape, page_of};
use crate::naming;
use crate::piece::{Element, Piece, changing, element, nothing};
use crate::platform::storage::{LocalStorage, Storage};
use crate::platform::{events, focus, origin, task, timer};

/// What a frame may do. Its scripts run, and nothing leads the reader away.
const SANDBOX: &str = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-presentation";

/// The providers whose embeds the reader has always shown, and how many embeds are drawn: one for each article.
#[derive(Clone, Copy)]
pub(super) struct Embeds {
    always: RwSignal<Vec<String>>,
    count: StoredValue<usize>,
}

/// Gives the blocks of an article what their embeds share.
pub(super) fn provide_embeds() {
    provide_context(Embeds { always: RwSignal::new(Vec::new()), count: StoredValue::new(0) });
}

/// How an embed stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// The program is not there, so that there is nothing to choose.
    Waiting,
    /// The reader may choose.
    Asking,
    /// It is shown. Whether the reader has just said so.
    Shown(bool),
}

impl State {
    fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Asking => "asking",
            Self::Shown(_) => "shown",
        }
    }
}

/// Something of another site's: a frame that the reader may have shown, or else a link. `words` are those of it that are
/// here already.
pub(super) fn embed_view(address: &Address, title: &str, words: Vec<Piece>) -> Piece {
    let edition = use_edition();
    let host = address.host().unwrap_or_default();
    let title = (!title.is_empty() && title != host).then(|| title.to_owned());
    let words = (!words.is_empty()).then(|| element("blockquote").class("embed-words").children(words));
    match (Frame::of(address, &edition.site.embed_hosts), use_context::<Embeds>()) {
        (Some(frame), Some(embeds)) => Consent::new(frame, title, embeds, edition).draw(address, words),
        _ => {
            let title = title.map(|title| element("span").class("embed-title").text(title));
            let link = link(address, &edition, title.into());
            let name = if words.is_some() { "div" } else { "p" };
            element(name).class("embed").child(words).child(link).into()
        }
    }
}

/// The link to the original, which says what it is and where: to its page, where the address is one for frames. What is
/// the site's own may be no page that the program can show.
fn link(address: &Address, edition: &EditionContext, title: Piece) -> Element {
    let label = naming::embed_label(address, &edition.locale, &edition.site_name());
    let page = page_of(address);
    element("a")
        .class("embed-link")
        .set("href", edition.resolve(page.as_ref().unwrap_or(address)))
        .set("rel", if address.is_relative() { "external" } else { FOREIGN_RELATION })
        .child(title)
        .child(element("span").class("embed-provider").text(label))
}

/// An embed that the reader is asked about.
struct Consent {
    frame: Frame,
    title: Option<String>,
    edition: EditionContext,
    embeds: Embeds,
    number: usize,
    /// Whether the program is there.
    live: RwSignal<bool>,
    /// What the reader said to this very embed: whether it is to be shown.
    said: RwSignal<bool>,
    /// Whether "always" is checked.
    always: RwSignal<bool>,
}

impl Consent {
    fn new(frame: Frame, title: Option<String>, embeds: Embeds, edition: EditionContext) -> Arc<Self> {
        let number = embeds.count.try_update_value(|count| {
            *count += 1;
            *count
        });
        let (live, said, always) = (RwSignal::new(false), RwSignal::new(false), RwSignal::new(false));
        let number = number.unwrap_or_default();
        Arc::new(Self { frame, title, edition, embeds, number, live, said, always })
    }

    fn text(&self, message: Message) -> String {
        self.edition.locale.with(message, &[("provider", &self.frame.provider)])
    }

    fn id(&self, part: &str) -> String {
        format!("embed-{}-{part}", self.number)
    }

    fn state(&self) -> State {
        let always = self.embeds.always.with(|always| always.contains(&self.frame.provider));
        match (self.live.get(), self.said.get(), always) {
            (false, ..) => State::Waiting,
            (true, said, always) if said || always => State::Shown(said),
            _ => State::Asking,
        }
    }

    /// What is stored is asked for when the pressed nodes are taken over.
    fn begin(&self) {
        if LocalStorage.get(&self.key()).ok().flatten().is_some() {
            self.remember();
        }
        self.live.set(true);
    }

    fn key(&self) -> String {
        consent_key(&self.edition.site.base_path, &self.frame.provider)
    }

    fn remember(&self) {
        let provider = &self.frame.provider;
        self.embeds.always.update(|always| {
            if !always.contains(provider) {
                always.push(provider.clone());
            }
        });
    }

    fn show(&self) {
        self.said.set(true);
        if self.always.get_untracked() {
            // Where storage is closed it holds until the page is left.
            let _ = LocalStorage.set(&self.key(), "always");
            self.remember();
        }
    }

    fn stop(&self) {
        let _ = LocalStorage.remove(&self.key());
        self.always.set(false);
        self.said.set(false);
        self.embeds.always.update(|always| always.retain(|provider| *provider != self.frame.provider));
        let button = self.id("show");
        // The button can take the focus once it is seen.
        task::spawn(async move {
            timer::sleep(0).await;
            focus::focus(&button);
        });
    }

    fn draw(self: &Arc<Self>, address: &Address, words: Option<Element>) -> Piece {
        let (state, began) = (self.clone(), self.clone());
        let link = link(address, &self.edition, nothing());
        let foot = element("div")
            .set("id", self.id("end"))
            .set("tabindex", "-1")
            .class("embed-foot")
            .child(element("p").child(link))
            .child(self.keep());
        let place = element("div").class(place_class(self.frame.shape));
        let place = place.child(self.question(words)).child(self.shown());
        element("figure")
            .class("embed-box")
            .set("aria-label", self.text(Message::EmbedRegion))
            .follow("data-embed", move || Some(state.state().as_str().to_owned()))
            .child(place)
            .child(foot)
            .drawn(move |_| began.begin())
            .into()
    }

    /// What it is, what its provider would learn, and the button.
    fn question(self: &Arc<Self>, words: Option<Element>) -> Element {
        let show = self.clone();
        let title = self.title.clone().map(|title| element("p").class("embed-title").text(title));
        let button = element("button")
            .set("type", "button")
            .set("id", self.id("show"))
            .class("button button-primary embed-choice")
            .text(self.edition.locale.text(Message::EmbedShow))
            .on_click(move || show.show());
        element("div")
            .class("embed-question")
            .child(title)
            .child(words)
            .child(element("p").class("embed-note").text(self.text(Message::EmbedNote)))
            .child(button)
    }

    /// Under the frame: the wish for always, and the way to take it back, in one place.
    fn keep(self: &Arc<Self>) -> Element {
        let (always, stop) = (self.always, self.clone());
        // Drawn anew, and so unchecked, when what was shown is taken back.
        let said = self.said;
        let field = changing(
            move || said.get(),
            move |_| {
                let field = element("input").set("type", "checkbox");
                field.on("change", move |event| always.set(events::is_checked(&event))).into()
            },
        );
        let label = element("label").class("embed-choice").child(field);
        let label = label.child(element("span").text(self.text(Message::EmbedAlways)));
        let button = element("button").set("type", "button").class("embed-stop");
        let button = button.text(self.text(Message::EmbedStop)).on_click(move || stop.stop());
        element("div").class("embed-keep").child(label).child(button)
    }

    fn shown(self: &Arc<Self>) -> Piece {
        let (state, this) = (self.clone(), self.clone());
        let shown = Memo::new(move |_| match state.state() {
            State::Shown(said) => Some(said),
            State::Waiting | State::Asking => None,
        });
        changing(
            move || shown.get(),
            move |shown| match shown {
                None => nothing(),
                Some(said) => vec![this.skip(said), this.iframe()].into(),
            },
        )
    }

    /// A way past the frame, whose own stops may be many. It has the focus after the button, which goes.
    fn skip(&self, said: bool) -> Piece {
        let link = element("a").class("embed-skip").set("rel", "external");
        let link = link.set("href", format!("#{}", self.id("end")));
        let link = link.text(self.edition.locale.text(Message::EmbedSkip)).set("id", self.id("skip"));
        let id = self.id("skip");
        link.drawn(move |_| {
            if said {
                focus::focus(&id);
            }
        })
        .into()
    }

    /// The frame, as closed as it works: its scripts run, on its own host, and reach nothing of this page. One of this
    /// very host, which the settings refuse where they know it, is of no host: it could take off what closes it.
    fn iframe(&self) -> Piece {
        let sandbox = if origin::is_own(self.frame.origin()) {
            SANDBOX.to_owned()
        } else {
            format!("{SANDBOX} allow-same-origin")
        };
        let title = self.title.clone().unwrap_or_else(|| self.frame.provider.clone());
        element("iframe")
            .set("title", title)
            .set("loading", "lazy")
            .set("referrerpolicy", "strict-origin")
            .set("sandbox", sandbox)
            .set("allow", "fullscreen; picture-in-picture; encrypted-media")
            .set("allowfullscreen", "")
            .set("src", self.frame.address.clone())
            .into()
    }
}

fn place_class(shape: Shape) -> &'static str {
    match shape {
        Shape::Wide => "embed-place embed-wide",
        Shape::Tall => "embed-place embed-tall",
        Shape::Map => "embed-place embed-map",
        Shape::Post => "embed-place embed-post",
        Shape::Sound => "embed-place embed-sound",
    }
}
