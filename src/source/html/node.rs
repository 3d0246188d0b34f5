//! The little that the walker needs to know of a parsed tree.

use super::names::{Kin, kin};

/// A node of a parsed document, whichever parser made it.
///
/// Implemented over the browser's own DOM and over `html5ever`'s tree: see [`crate::platform::html`].
pub trait Node: Sized {
    /// What kind of node it is.
    fn kind(&self) -> Kind;
    /// The value of an attribute without namespace. The name is given in lower case.
    fn attribute(&self, name: &str) -> Option<String>;
    /// Its children in order. A `template` has none.
    fn children(&self) -> Vec<Self>;
}

/// What kind of node it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An HTML element, with its name in lower case.
    Element(String),
    /// An element of SVG or MathML, with its name.
    Foreign(String),
    /// Text.
    Text(String),
    /// A comment, or anything else that is not for readers.
    Other,
}

/// What kind of node it is to readers: an element that is hidden from them is none.
pub(super) fn seen<N: Node>(node: &N) -> Kind {
    // A browser shows what is hidden `until-found` to who looks for it.
    let is_hidden = || node.attribute("hidden").is_some_and(|value| value != "until-found");
    match node.kind() {
        Kind::Element(_) if is_hidden() => Kind::Other,
        kind => kind,
    }
}

/// The name of an HTML element that is not hidden; empty for other nodes.
pub(super) fn name_of<N: Node>(node: &N) -> String {
    match seen(node) {
        Kind::Element(name) => name,
        Kind::Foreign(_) | Kind::Text(_) | Kind::Other => String::new(),
    }
}

/// Whether one of the classes of an element that is not hidden satisfies `test`.
pub(super) fn has_class<N: Node>(node: &N, test: impl Fn(&str) -> bool) -> bool {
    matches!(seen(node), Kind::Element(_)) && one_satisfies(node.attribute("class"), &test)
}

/// Asked in many places: written out for each test, it would be a part of the program that readers wait for.
fn one_satisfies(classes: Option<String>, test: &dyn Fn(&str) -> bool) -> bool {
    classes.is_some_and(|classes| classes.split_ascii_whitespace().any(test))
}

/// The readable text below a node, with a space where a block or a line ends. Safe at any depth.
pub(super) fn text_of<N: Node>(node: &N) -> String {
    let mut text = String::new();
    let mut waiting = node.children();
    waiting.reverse();
    while let Some(node) = waiting.pop() {
        match seen(&node) {
            Kind::Text(words) => text.push_str(&words),
            Kind::Other => {}
            Kind::Foreign(name) if is_hidden_foreign(&name) => {}
            Kind::Foreign(_) => waiting.extend(node.children().into_iter().rev()),
            Kind::Element(name) => {
                let kin = kin(&name);
                if !matches!(kin, Kin::Dropped | Kin::Embed) {
                    if !matches!(kin, Kin::Dress | Kin::Plain) {
                        text.push(' ');
                    }
                    waiting.extend(node.children().into_iter().rev());
                }
            }
        }
    }
    text
}

/// Whether an element of SVG or MathML has no words for readers.
fn is_hidden_foreign(name: &str) -> bool {
    // What the browser's parser is given in place of `style`: see `platform::html::quiet`.
    matches!(name, "svg" | "script" | "style" | "noframes") || name.starts_with("annotation")
}

/// The first HTML element below `node`, in the order of the document, that satisfies `test`. Safe at any depth.
pub(super) fn first_below<N: Node>(node: &N, test: impl Fn(&N) -> bool) -> Option<N> {
    let mut waiting = node.children();
    waiting.reverse();
    while let Some(node) = waiting.pop() {
        if matches!(seen(&node), Kind::Element(_)) {
            if test(&node) {
                return Some(node);
            }
            waiting.extend(node.children().into_iter().rev());
        }
    }
    None
}

/// Whether an HTML element below `node` satisfies `test`. Safe at any depth.
pub(super) fn any_below<N: Node>(node: &N, test: fn(&str) -> bool) -> bool {
    let mut waiting = node.children();
    while let Some(node) = waiting.pop() {
        if let Kind::Element(name) = seen(&node) {
            if test(&name) {
                return true;
            }
            waiting.extend(node.children());
        }
    }
    false
}

/// The text below a node as it stands, with a line break for each `br`. Safe at any depth.
pub(super) fn raw_text_of<N: Node>(node: &N) -> String {
    let mut text = String::new();
    let mut waiting = node.children();
    waiting.reverse();
    while let Some(node) = waiting.pop() {
        match seen(&node) {
            Kind::Text(words) => text.push_str(&words),
            Kind::Other | Kind::Foreign(_) => {}
            Kind::Element(name) => match kin(&name) {
                Kin::Break => text.push('\n'),
                Kin::Dropped | Kin::Embed => {}
                _ => waiting.extend(node.children().into_iter().rev()),
            },
        }
    }
    text
}
