//! Pieces as nodes of the page, new ones or those that were pressed.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use leptos::prelude::{Owner, RenderEffect, untrack};
use leptos::tachys::renderer::types::{self, Node, Placeholder, Text};
use leptos::tachys::renderer::{CastFrom, RemoveEventHandler, Rndr};
use leptos::wasm_bindgen::JsCast;

use super::slices::{Later, Slices};
use super::{Element, Hook, Kind, Listener, Piece, Read, Value};

/// An element of the page.
pub type DomElement = types::Element;

/// Draws the piece that `make` makes at the end of `parent`, for as long as the page is open.
pub fn show(parent: &DomElement, make: impl FnOnce() -> Piece) {
    keep(make, &mut Place { parent: parent.clone().into(), next: None, takes: None });
}

/// Draws the piece that `make` makes by taking over the nodes at the beginning of `parent`, which
/// [`Piece::to_html`] wrote: they stay, and come to life. A node that is not the expected one is put in its place,
/// so that the page is right in any case.
///
/// That takes a slow telephone longer than a reader who scrolls or types should wait, so it is done in slices, with
/// pauses in which the browser sees to the reader.
pub async fn take_over(parent: &DomElement, make: impl FnOnce() -> Piece) {
    let slices = Rc::new(Slices::default());
    slices.begin();
    keep(
        make,
        &mut Place {
            parent: parent.clone().into(),
            next: Rndr::first_child(parent),
            takes: Some(slices.clone()),
        },
    );
    slices.finish().await;
}

fn keep(make: impl FnOnce() -> Piece, place: &mut Place) {
    let owner = Owner::new();
    let drawn = owner.with(|| draw(make(), place));
    // Nothing ends them but the end of the page.
    std::mem::forget((owner, drawn));
}

/// Where the next node goes, or is.
#[derive(Clone)]
struct Place {
    parent: Node,
    /// A new node goes before this one. While taking over it is the next node to take.
    next: Option<Node>,
    /// There while taking over.
    takes: Option<Rc<Slices>>,
}

impl Place {
    /// The next node, if it is one that is wanted; the place moves on behind it.
    fn take<T: CastFrom<Node> + AsRef<Node>>(&mut self, wanted: impl FnOnce(&T) -> bool) -> Option<T> {
        let next = self.next.clone().filter(|_| self.takes.is_some())?;
        let node = T::cast_from(next).filter(|node| wanted(node))?;
        self.next = Rndr::next_sibling(node.as_ref());
        Some(node)
    }

    fn insert(&self, node: &Node) {
        // Fails only where a script of somebody else's took the place away.
        let _ = self.parent.insert_before(node, self.next.as_ref());
    }

    fn element(&mut self, name: &'static str) -> (DomElement, bool) {
        if let Some(element) = self.take(|element: &DomElement| element.local_name() == name) {
            return (element, true);
        }
        let element = Rndr::create_element(name, None);
        self.insert(&element);
        (element, false)
    }

    fn text(&mut self, words: &str) -> Text {
        // An empty comment keeps two texts apart.
        if self.next.as_ref().is_some_and(|next| Rndr::next_sibling(next).is_some_and(is_text)) {
            self.take(|_: &Placeholder| true);
        }
        if let Some(text) = self.take(|_: &Text| true) {
            say(&text, words);
            return text;
        }
        let text = Rndr::create_text_node(words);
        self.insert(&text);
        text
    }

    fn marker(&mut self) -> Placeholder {
        self.take(|_: &Placeholder| true).unwrap_or_else(|| {
            let marker = Rndr::create_placeholder();
            self.insert(&marker);
            marker
        })
    }
}

/// Has a text say `words`. One that says them already stays untouched, and so does the reader's selection in it.
fn say(text: &Text, words: &str) {
    if text.data() != words {
        text.set_data(words);
    }
}

fn is_text(node: Node) -> bool {
    node.node_type() == Node::TEXT_NODE
}

/// What keeps a piece alive, and its outermost nodes, to remove it by.
enum Drawn {
    Nothing,
    Text(Text, #[expect(dead_code, reason = "an effect runs until it is dropped")] Option<RenderEffect<()>>),
    Element(#[expect(dead_code, reason = "kept alive")] Kept, DomElement),
    Several(Vec<Drawn>),
    Changing(Content, Placeholder),
    /// What an element that is taken over has inside, drawn by now or not.
    PutOff(#[expect(dead_code, reason = "kept alive")] Later<Inside>),
}

/// What changes, in the value of its effect. The task of an effect that is dropped ends a moment later, and holds the value until
/// then: what is in it would still run, and read what is gone. So it is taken out.
struct Content(RenderEffect<Drawn>);

impl Drop for Content {
    fn drop(&mut self) {
        drop(self.0.take_value());
    }
}

/// What lives as long as an element does.
#[expect(dead_code, reason = "effects run until they are dropped")]
struct Kept {
    inside: Inside,
    effects: Vec<RenderEffect<()>>,
}

/// The children of an element, and its own life that begins when they are all there.
#[expect(dead_code, reason = "listeners listen until they are dropped")]
struct Inside {
    children: Vec<Drawn>,
    listeners: Vec<RemoveEventHandler<DomElement>>,
}

/// What an element does when something happens to it.
struct Life {
    listeners: Vec<(&'static str, Listener)>,
    drawn: Option<Hook>,
}

impl Drawn {
    /// Takes the nodes out of the page.
    fn remove(self) {
        match self {
            // Children go with their element.
            Self::Nothing | Self::PutOff(_) => {}
            Self::Text(text, _) => Rndr::remove(&text),
            Self::Element(_, element) => Rndr::remove(&element),
            Self::Several(pieces) => pieces.into_iter().for_each(Self::remove),
            Self::Changing(content, marker) => {
                if let Some(content) = content.0.take_value() {
                    content.remove();
                }
                Rndr::remove(&marker);
            }
        }
    }
}

fn draw(piece: Piece, place: &mut Place) -> Drawn {
    match piece.0 {
        Kind::Nothing => Drawn::Nothing,
        Kind::Text(words) => Drawn::Text(place.text(&words), None),
        Kind::Following(read) => draw_following(read, place),
        Kind::Element(element) => draw_element(*element, place),
        Kind::Several(pieces) => Drawn::Several(pieces.into_iter().map(|piece| draw(piece, place)).collect()),
        Kind::Changing(read) => draw_changing(read, place),
    }
}

fn draw_following(read: Read<String>, place: &mut Place) -> Drawn {
    let node = place.text(&untrack(&read));
    let shown = node.clone();
    let effect = RenderEffect::new(move |_| say(&shown, &read()));
    Drawn::Text(node, Some(effect))
}

fn draw_element(element: Element, place: &mut Place) -> Drawn {
    let (node, taken) = place.element(element.name);
    let mut effects = Vec::new();
    for (name, value) in element.attributes {
        match value {
            // A pressed element mostly has it.
            Value::Fixed(value) if taken && node.get_attribute(name).as_deref() == Some(&*value) => {}
            Value::Fixed(value) => Rndr::set_attribute(&node, name, &value),
            Value::Following(read) => effects.push(follow(&node, name, read)),
        }
    }
    let (inside, takes) = (node.clone(), place.takes.clone().filter(|_| taken));
    let life = Life { listeners: element.listeners, drawn: element.drawn };
    let inside = match takes.clone() {
        Some(slices) if slices.is_over() => {
            let later = slices.put_off(move || draw_inside(&inside, element.children, takes, life));
            Inside { children: vec![Drawn::PutOff(later)], listeners: Vec::new() }
        }
        _ => draw_inside(&inside, element.children, takes, life),
    };
    Drawn::Element(Kept { inside, effects }, node)
}

/// Draws the children of an element. Its own life begins when all that is in them is there: a listener may ask what
/// its fields hold.
fn draw_inside(node: &DomElement, children: Vec<Piece>, takes: Option<Rc<Slices>>, life: Life) -> Inside {
    let waiting = takes.as_ref().map_or(0, |slices| slices.count());
    let next = takes.as_ref().and_then(|_| Rndr::first_child(node));
    let mut inside = Place { parent: node.clone().into(), next, takes: takes.clone() };
    let mut children: Vec<Drawn> = children.into_iter().map(|child| draw(child, &mut inside)).collect();
    // What is left was not in the piece.
    while let Some(left) = inside.next.take() {
        inside.next = Rndr::next_sibling(&left);
        Rndr::remove(&left);
    }
    match takes {
        Some(slices) if slices.count() > waiting && !life.is_empty() => {
            let node = node.clone();
            children.push(Drawn::PutOff(slices.put_off(move || life.begin(&node))));
            Inside { children, listeners: Vec::new() }
        }
        _ => Inside { children, ..life.begin(node) },
    }
}

impl Life {
    fn is_empty(&self) -> bool {
        self.listeners.is_empty() && self.drawn.is_none()
    }

    fn begin(self, node: &DomElement) -> Inside {
        let listeners = self.listeners.into_iter().map(|(name, mut act)| {
            Rndr::add_event_listener(node, name, Box::new(move |event| act(event.unchecked_into())))
        });
        let listeners = listeners.collect();
        if let Some(drawn) = self.drawn {
            drawn(node);
        }
        Inside { children: Vec::new(), listeners }
    }
}

fn follow(node: &DomElement, name: &'static str, read: Read<Option<String>>) -> RenderEffect<()> {
    let node = node.clone();
    RenderEffect::new(move |_| match read() {
        Some(value) if node.get_attribute(name).as_ref() == Some(&value) => {}
        Some(value) => Rndr::set_attribute(&node, name, &value),
        None => Rndr::remove_attribute(&node, name),
    })
}

/// Draws what changes before a comment of its own, by which its place is found again.
fn draw_changing(read: Read<Piece>, place: &mut Place) -> Drawn {
    // The first run is at the place given, every later one before the marker.
    let first = Rc::new(RefCell::new(Some(place.clone())));
    let marker = Rc::new(OnceCell::<Placeholder>::new());
    let (first_place, later_place) = (first.clone(), marker.clone());
    let effect = RenderEffect::new(move |before: Option<Drawn>| {
        if let Some(place) = first_place.borrow_mut().as_mut() {
            return draw(read(), place);
        }
        if let Some(before) = before {
            before.remove();
        }
        let content = read();
        let parent = later_place.get().and_then(|marker| Some((marker.parent_node()?, marker.clone())));
        match parent {
            Some((parent, marker)) => {
                draw(content, &mut Place { parent, next: Some(marker.into()), takes: None })
            }
            // Somebody else's script removed the place: there is nowhere to draw.
            None => Drawn::Nothing,
        }
    });
    if let Some(behind) = first.take() {
        *place = behind;
    }
    let found = marker.get_or_init(|| place.marker()).clone();
    Drawn::Changing(Content(effect), found)
}
