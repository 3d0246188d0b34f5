//! The pictures of an article, one at a time and as large as the screen.

use leptos::prelude::*;

use super::figure::{PICTURE_WORDS, PicturePlace, figure_caption, picture_view, spoken};
use super::viewer_place::{place, turn_zoom};
use super::{EditionContext, use_edition};
use crate::locale::Message;
use crate::model::{Address, Direction, Picture, Rendition};
use crate::piece::{Element, Event, Piece, changing, element, following, nothing};
use crate::platform::events::{self, Happening};
use crate::platform::{focus, fragment, timer};

/// The identifier of the dialog's element.
const VIEWER: &str = "viewer";

/// The identifier of what is in the open dialog. Keys are its own, wherever in it a click has put the focus.
pub(super) const FRAME: &str = "viewer-frame";

/// What the fragment of an address begins with that names a picture: `#picture-2`.
const PICTURE: &str = "picture-";

/// The pictures of an article in their order, as they are drawn, and which of them the viewer shows.
#[derive(Clone, Copy)]
pub struct Pictures {
    all: StoredValue<Vec<Picture>>,
    /// Counted from 0.
    shown: RwSignal<Option<usize>>,
}

/// Gives the figures of an article a viewer to share.
pub fn provide_pictures() -> Pictures {
    let pictures = Pictures { all: StoredValue::new(Vec::new()), shown: RwSignal::new(None) };
    provide_context(pictures);
    pictures
}

fn name(index: usize) -> String {
    format!("{PICTURE}{}", index + 1)
}

impl Pictures {
    /// The link around `image` that opens the viewer, or the largest file where the program is not there. Where a picture
    /// has a `file` that is it as a whole, that is what is shown.
    pub(super) fn link(
        self,
        picture: &Picture,
        file: Option<&Address>,
        image: Piece,
        edition: &EditionContext,
    ) -> Piece {
        let mut picture = picture.clone();
        if let Some(file) = file {
            picture.renditions = vec![Rendition { address: file.clone(), size: None }];
        }
        let Some(widest) = picture.widest() else { return image };
        let href = edition.resolve(&widest.address);
        let index = self.all.try_update_value(|all| {
            all.push(picture);
            all.len() - 1
        });
        let Some(index) = index else { return image };
        let label =
            edition.locale.with(Message::ViewerOpen, &[("number", &edition.locale.number(number(index)))]);
        element("a")
            .class("picture-link")
            .set("id", name(index))
            .set("href", href)
            .set("rel", "external")
            .child(image)
            .child(element("span").class("visually-hidden").text(" ").text(label))
            .on("click", move |event| {
                if !events::opens_elsewhere(&event) {
                    event.prevent_default();
                    self.open(index);
                }
            })
            .into()
    }

    fn count(self) -> usize {
        self.all.with_value(Vec::len)
    }

    fn open(self, index: usize) {
        fragment::enter(&name(index));
        self.shown.set(Some(index));
    }

    /// Follows the address once it is this page's, or the page another: on the way from page to page the one changes
    /// before the other.
    fn look(self) {
        timer::after(0, move || self.follow_address()).forget();
    }

    /// Shows the picture that the address names; none where it names none.
    fn follow_address(self) {
        if self.shown.is_disposed() {
            return;
        }
        let named = fragment::fragment().strip_prefix(PICTURE).and_then(|number| number.parse().ok());
        let index =
            named.and_then(|number: usize| number.checked_sub(1)).filter(|index| *index < self.count());
        match index {
            Some(index) => self.open(index),
            None => {
                focus::close_dialog(VIEWER);
                self.closed();
            }
        }
    }

    /// Goes on by `step` pictures; behind the last comes the first.
    pub(super) fn go(self, step: isize) {
        let count = self.count();
        let Some(shown) = self.shown.get_untracked() else { return };
        if let Some(index) = shown.checked_add_signed(step + count.cast_signed()).map(|index| index % count) {
            fragment::change(&name(index));
            self.shown.set(Some(index));
        }
    }

    /// The dialog is closed, by whatever.
    fn closed(self) {
        let Some(shown) = self.shown.get_untracked() else { return };
        // The way back scrolls the page to where it was: only then can the picture be brought into view.
        if fragment::fragment().starts_with(PICTURE) {
            return fragment::leave();
        }
        self.shown.set(None);
        focus::focus(&name(shown));
    }
}

fn number(index: usize) -> u64 {
    u64::try_from(index + 1).unwrap_or(u64::MAX)
}

/// The viewer of an article whose figures are drawn.
pub fn viewer(pictures: Pictures) -> Piece {
    if pictures.count() == 0 {
        return nothing();
    }
    let edition = use_edition();
    let open = Memo::new(move |_| pictures.shown.with(Option::is_some));
    let label = edition.locale.text(Message::Viewer);
    let content =
        changing(move || open.get(), move |open| if open { frame(pictures, &edition) } else { nothing() });
    let listener = StoredValue::new_local(None);
    element("dialog")
        .set("id", VIEWER)
        .class("viewer")
        .set("aria-label", label)
        .on("close", move |_| pictures.closed())
        .child(content)
        .drawn(move |_| {
            listener.set_value(events::listen(Happening::AddressChanged, move || pictures.look()));
            pictures.look();
        })
        .into()
}

/// What is in the open dialog.
fn frame(pictures: Pictures, edition: &EditionContext) -> Piece {
    let zoomed = RwSignal::new(false);
    let mirrored = edition.locale.direction() == Direction::RightToLeft;
    let many = pictures.count() > 1;
    let turn = |class, message, step| {
        let button = button(class, edition.locale.text(message));
        many.then(|| button.on_click(move || pictures.go(step)))
    };
    let keys = move |event: Event| {
        let onward = if mirrored { -1 } else { 1 };
        match events::plain_key(&event).as_deref() {
            // What is larger than the screen is moved by the same keys.
            Some("ArrowRight") if many && !zoomed.get_untracked() => pictures.go(onward),
            Some("ArrowLeft") if many && !zoomed.get_untracked() => pictures.go(-onward),
            // The one without Shift is the same key on most keyboards.
            Some("+" | "=") if !zoomed.get_untracked() => turn_zoom(zoomed, None),
            Some("-" | "0") if zoomed.get_untracked() => turn_zoom(zoomed, None),
            _ => return,
        }
        event.prevent_default();
    };
    element("div")
        .set("id", FRAME)
        .set("tabindex", "-1")
        .class("viewer-frame")
        .follow("data-zoomed", move || zoomed.get().then(String::new))
        .on("keydown", keys)
        .child(head(pictures, zoomed, edition))
        .child(stage(pictures, zoomed, edition, mirrored))
        .child(turn("viewer-before", Message::ViewerPrevious, -1))
        .child(turn("viewer-next", Message::ViewerNext, 1))
        .drawn(|_| {
            // The focus goes back to the picture, not to whatever had it.
            let _ = focus::open_dialog(VIEWER);
        })
        .into()
}

fn button(class: &'static str, label: String) -> Element {
    element("button").set("type", "button").class(class).set("aria-label", label.clone()).set("title", label)
}

/// Which picture it is, which is said aloud, and the buttons.
fn head(pictures: Pictures, zoomed: RwSignal<bool>, edition: &EditionContext) -> Element {
    let locale = edition.locale.clone();
    let count = locale.number(number(pictures.count() - 1));
    let place = following(move || {
        let shown = pictures.shown.get().map(number).unwrap_or_default();
        locale.with(Message::ViewerPlace, &[("number", &locale.number(shown)), ("count", &count)])
    });
    let seen = following(move || {
        let shown = pictures.shown.get().unwrap_or_default();
        pictures
            .all
            .with_value(|all| all.get(shown).map(|picture| format!(". {}", spoken(picture))))
            .unwrap_or_default()
    });
    let seen = element("span").class("visually-hidden").child(seen);
    let zoom = button("viewer-zoom", edition.locale.text(Message::ViewerZoom))
        .follow("aria-pressed", move || Some(zoomed.get().to_string()))
        .on_click(move || turn_zoom(zoomed, None));
    let close = button("viewer-close", edition.locale.text(Message::ViewerClose))
        .set("autofocus", "")
        .on_click(|| focus::close_dialog(VIEWER));
    element("div")
        .class("viewer-head")
        .child(element("p").set("role", "status").child(place).child(seen))
        .child(zoom)
        .child(close)
}

/// The picture with its words.
fn stage(pictures: Pictures, zoomed: RwSignal<bool>, edition: &EditionContext, mirrored: bool) -> Element {
    let edition = edition.clone();
    let figure = changing(
        move || pictures.shown.get(),
        move |shown| {
            let picture = shown.and_then(|shown| pictures.all.with_value(|all| all.get(shown).cloned()));
            let Some(picture) = picture else { return nothing() };
            zoomed.set(false);
            let place = place(pictures, zoomed, mirrored);
            let place = place.child(picture_view(&picture, PicturePlace::Viewer));
            element("figure")
                .class("figure")
                .child(place)
                .child(figure_caption(&picture, PICTURE_WORDS, &edition))
                .into()
        },
    );
    element("div").class("viewer-stage").child(figure)
}
