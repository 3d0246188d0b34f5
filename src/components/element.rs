//! Elements whose name is a value, not a type.
//!
//! The `view!` macro gives every element, and every combination of attributes, a type of its own, for which the
//! compiler writes code of its own. What only shows data (and most of a news page does) is built from this one
//! type instead. Decision record 8 has the figures.

use leptos::attr::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::attr::custom::custom_attribute;
use leptos::html::{ElementChild, custom};
use leptos::prelude::*;

/// An element on its way into the page: name, attributes, what is in it.
pub struct Piece {
    name: &'static str,
    attributes: Vec<AnyAttribute>,
    children: Vec<AnyView>,
}

/// An element called `name`, which must not be one without an end tag (`img`, `br`): those stay with `view!`.
pub fn element(name: &'static str) -> Piece {
    Piece { name, attributes: Vec::new(), children: Vec::new() }
}

impl Piece {
    /// Adds an attribute.
    pub fn set(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push(custom_attribute(name, value.into()).into_any_attr());
        self
    }

    /// Adds an attribute, if there is a value for it.
    pub fn set_some(self, name: &'static str, value: Option<impl Into<String>>) -> Self {
        match value {
            Some(value) => self.set(name, value),
            None => self,
        }
    }

    /// Adds the attribute `class`.
    pub fn class(self, names: &'static str) -> Self {
        self.set("class", names)
    }

    /// Puts words at the end.
    pub fn text(self, words: impl Into<String>) -> Self {
        let words: String = words.into();
        self.child(words.into_any())
    }

    /// Puts a view at the end.
    pub fn child(mut self, child: AnyView) -> Self {
        self.children.push(child);
        self
    }

    /// Puts a view at the end, if there is one.
    pub fn child_some(self, child: Option<AnyView>) -> Self {
        match child {
            Some(child) => self.child(child),
            None => self,
        }
    }

    /// Puts views at the end.
    pub fn children(mut self, children: impl IntoIterator<Item = AnyView>) -> Self {
        self.children.extend(children);
        self
    }

    /// The element as a view.
    pub fn view(self) -> AnyView {
        custom(self.name).child(self.children).add_any_attr(self.attributes).into_any()
    }
}
