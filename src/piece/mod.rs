//! Pieces of a page: what components return.
//!
//! Leptos gives every element, with every combination of attributes and children, a type of its own, for
//! which the compiler writes code of its own. A news page is mostly elements that show data, and a reader
//! pays for all that code before the first word. So our components build their views from this one type, on
//! Leptos's signals, effects, owners and contexts; decision record 9 has the figures.
//!
//! A piece is drawn in one of three ways, and all three agree to the node:
//! [`Piece::to_html`] natively, [`show`] into an empty page, [`take_over`] of a page that was pressed.

mod draw;
pub(crate) mod html;
mod slices;

pub use crate::platform::events::Event;
pub use draw::{DomElement, show, take_over};
#[cfg(feature = "native")]
pub(crate) use html::{escape, push_replacing};

use std::borrow::Cow;

use leptos::prelude::{Get, untrack};

use crate::platform::rest;

/// A part of the page on its way there: text, elements, or what changes with signals.
#[derive(Default)]
pub struct Piece(Kind);

type Read<T> = Box<dyn Fn() -> T>;

type Listener = Box<dyn FnMut(Event)>;

type Hook = Box<dyn FnOnce(&DomElement)>;

#[derive(Default)]
enum Kind {
    #[default]
    Nothing,
    /// Never empty: the parser of a pressed page makes no text node of nothing.
    Text(Cow<'static, str>),
    Following(Read<String>),
    Element(Box<Element>),
    Several(Vec<Piece>),
    Changing(Read<Piece>),
}

/// An element on its way into the page.
pub struct Element {
    name: &'static str,
    attributes: Vec<(&'static str, Value)>,
    children: Vec<Piece>,
    listeners: Vec<(&'static str, Listener)>,
    drawn: Option<Hook>,
}

enum Value {
    Fixed(Cow<'static, str>),
    /// `None` is an attribute that is not there.
    Following(Read<Option<String>>),
}

/// An element called `name`.
pub fn element(name: &'static str) -> Element {
    Element { name, attributes: Vec::new(), children: Vec::new(), listeners: Vec::new(), drawn: None }
}

/// Text.
pub fn text(words: impl Into<Cow<'static, str>>) -> Piece {
    match words.into() {
        words if words.is_empty() => Piece(Kind::Nothing),
        words => Piece(Kind::Text(words)),
    }
}

/// Text that follows the signals that `words` reads.
pub fn following(words: impl Fn() -> String + 'static) -> Piece {
    Piece(Kind::Following(Box::new(words)))
}

/// A piece that is drawn anew when the signals that `read` reads change; what `draw` reads makes no
/// difference.
pub fn changing<T: 'static>(read: impl Fn() -> T + 'static, draw: impl Fn(T) -> Piece + 'static) -> Piece {
    Piece(Kind::Changing(Box::new(move || {
        let value = read();
        untrack(|| draw(value))
    })))
}

/// A piece that a reader does not see at first, such as a dialog that is closed. Where the program comes in
/// two parts, it is drawn when both are here, so that nothing of it is waited for.
pub fn unseen(draw: impl Fn() -> Piece + 'static) -> Piece {
    match rest::awaited() {
        Some(is_here) => {
            changing(move || is_here.get(), move |is_here| if is_here { draw() } else { nothing() })
        }
        None => draw(),
    }
}

/// No piece.
pub fn nothing() -> Piece {
    Piece(Kind::Nothing)
}

impl Element {
    /// Adds an attribute.
    pub fn set(mut self, name: &'static str, value: impl Into<Cow<'static, str>>) -> Self {
        self.attributes.push((name, Value::Fixed(value.into())));
        self
    }

    /// Adds an attribute, if there is a value for it.
    pub fn set_some(self, name: &'static str, value: Option<impl Into<Cow<'static, str>>>) -> Self {
        match value {
            Some(value) => self.set(name, value),
            None => self,
        }
    }

    /// Adds an attribute without a value, such as `hidden`, if `there`.
    pub fn flag(self, name: &'static str, there: bool) -> Self {
        if there { self.set(name, "") } else { self }
    }

    /// Adds an attribute that follows the signals that `value` reads; it is away while `value` is `None`.
    pub fn follow(mut self, name: &'static str, value: impl Fn() -> Option<String> + 'static) -> Self {
        self.attributes.push((name, Value::Following(Box::new(value))));
        self
    }

    /// Adds the attribute `class`.
    pub fn class(self, names: &'static str) -> Self {
        self.set("class", names)
    }

    /// Puts words at the end.
    pub fn text(self, words: impl Into<Cow<'static, str>>) -> Self {
        self.child(text(words))
    }

    /// Puts a piece at the end.
    pub fn child(mut self, child: impl Into<Piece>) -> Self {
        self.children.push(child.into());
        self
    }

    /// Puts pieces at the end.
    pub fn children<P: Into<Piece>>(mut self, children: impl IntoIterator<Item = P>) -> Self {
        self.children.extend(children.into_iter().map(Into::into));
        self
    }

    /// Calls `act` at every event of this name.
    pub fn on(mut self, event: &'static str, act: impl FnMut(Event) + 'static) -> Self {
        self.listeners.push((event, Box::new(act)));
        self
    }

    /// Calls `act` at every click, by whatever device.
    pub fn on_click(self, mut act: impl FnMut() + 'static) -> Self {
        self.on("click", move |_| act())
    }

    /// Calls `act` once, with the element of the page, when it is there with all its children. In the browser
    /// only.
    pub fn drawn(mut self, act: impl FnOnce(&DomElement) + 'static) -> Self {
        self.drawn = Some(Box::new(act));
        self
    }
}

impl Piece {
    /// The same piece with one more attribute, where it is an element.
    pub fn with(mut self, name: &'static str, value: impl Into<Cow<'static, str>>) -> Self {
        if let Kind::Element(element) = &mut self.0 {
            element.attributes.push((name, Value::Fixed(value.into())));
        }
        self
    }
}

impl From<Element> for Piece {
    fn from(element: Element) -> Self {
        Self(Kind::Element(Box::new(element)))
    }
}

impl From<Vec<Piece>> for Piece {
    fn from(pieces: Vec<Piece>) -> Self {
        Self(Kind::Several(pieces))
    }
}

impl<P: Into<Piece>> From<Option<P>> for Piece {
    fn from(piece: Option<P>) -> Self {
        piece.map_or_else(nothing, Into::into)
    }
}
