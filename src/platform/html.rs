//! Parsing HTML: with the browser's own parser in the browser, with `html5ever` natively.
//!
//! Both parse a whole document with scripting disabled, and start it with a `body`, so that what comes
//! first is not taken for a head. With the feature `html5ever` both are there in the browser too, for
//! the tests that compare them.

#[cfg(not(any(target_arch = "wasm32", feature = "html5ever")))]
compile_error!("a native build needs an HTML parser: build with `--features native`");

#[cfg(any(target_arch = "wasm32", test))]
mod quiet;

use crate::source::html::{Kind, Node};

#[cfg(target_arch = "wasm32")]
pub use browser::with_body;
#[cfg(not(target_arch = "wasm32"))]
pub use native::with_body;

/// What the markup is put after.
const PREFIX: &str = "<!DOCTYPE html><body>";

/// The `body` of a document.
fn body_of<N: Node>(document: &N) -> Option<N> {
    let child = |node: &N, name: &str| {
        let is_it = |child: &N| matches!(child.kind(), Kind::Element(other) if other == name);
        node.children().into_iter().find(is_it)
    };
    child(&child(document, "html")?, "body")
}

/// The browser's parser.
#[cfg(target_arch = "wasm32")]
pub mod browser {
    use std::rc::Rc;

    use js_sys::{Function, Object, Reflect};
    use wasm_bindgen::{JsCast, JsValue};
    use web_sys::{DomParser, SupportedType};

    use super::quiet;
    use crate::source::html::{Kind, Node};

    const XHTML: &str = "http://www.w3.org/1999/xhtml";

    // Values of `nodeType`.
    const ELEMENT: f64 = 1.0;
    const TEXT: f64 = 3.0;
    const CDATA_SECTION: f64 = 4.0;

    /// A node of the browser's document tree. The document is inert: nothing in it runs or loads.
    pub struct BrowserNode {
        node: JsValue,
        getters: Rc<Getters>,
    }

    /// The DOM's own accessors, taken from its prototypes.
    ///
    /// `node.nodeType` would not do: in `<form><input name=nodeType>`, and with a document's named
    /// elements, markup puts its own values in the place of the DOM's.
    struct Getters {
        node_type: Function,
        node_value: Function,
        first_child: Function,
        next_sibling: Function,
        local_name: Function,
        namespace: Function,
        attribute: Function,
    }

    impl Getters {
        fn of_this_browser() -> Option<Self> {
            Some(Self {
                node_type: getter("Node", "nodeType")?,
                node_value: getter("Node", "nodeValue")?,
                first_child: getter("Node", "firstChild")?,
                next_sibling: getter("Node", "nextSibling")?,
                local_name: getter("Element", "localName")?,
                namespace: getter("Element", "namespaceURI")?,
                attribute: Reflect::get(&prototype("Element")?, &"getAttribute".into())
                    .ok()?
                    .dyn_into()
                    .ok()?,
            })
        }
    }

    fn prototype(interface: &str) -> Option<JsValue> {
        let interface = Reflect::get(&js_sys::global(), &interface.into()).ok()?;
        Reflect::get(&interface, &"prototype".into()).ok()
    }

    fn getter(interface: &str, property: &str) -> Option<Function> {
        let prototype: Object = prototype(interface)?.dyn_into().ok()?;
        let descriptor = Reflect::get_own_property_descriptor(&prototype, &property.into()).ok()?;
        Reflect::get(&descriptor, &"get".into()).ok()?.dyn_into().ok()
    }

    /// Parses `markup` and gives its `body` to `read`; `None` when the browser refuses.
    pub fn with_body<T>(markup: &str, read: impl FnOnce(&BrowserNode) -> T) -> Option<T> {
        let markup = format!("{}{}", super::PREFIX, super::quiet::quieted(markup));
        let parser = DomParser::new().ok()?;
        let document = parser.parse_from_string(&markup, SupportedType::TextHtml).ok()?;
        let root = BrowserNode { node: document.into(), getters: Rc::new(Getters::of_this_browser()?) };
        super::body_of(&root).map(|body| read(&body))
    }

    impl BrowserNode {
        /// The value of an accessor; `None` for `null`.
        fn get(&self, getter: &Function) -> Option<JsValue> {
            getter.call0(&self.node).ok().filter(|value| !value.is_null() && !value.is_undefined())
        }

        fn text(&self, getter: &Function) -> Option<String> {
            self.get(getter).and_then(|value| value.as_string())
        }

        fn other(&self, getter: &Function) -> Option<Self> {
            Some(Self { node: self.get(getter)?, getters: Rc::clone(&self.getters) })
        }
    }

    impl Node for BrowserNode {
        fn kind(&self) -> Kind {
            let kind = self.get(&self.getters.node_type).and_then(|kind| kind.as_f64());
            if kind == Some(TEXT) || kind == Some(CDATA_SECTION) {
                return Kind::Text(quiet::loud(self.text(&self.getters.node_value).unwrap_or_default()));
            }
            if kind != Some(ELEMENT) {
                return Kind::Other;
            }
            let name = self.text(&self.getters.local_name).unwrap_or_default();
            match self.text(&self.getters.namespace).as_deref() {
                Some(XHTML) => Kind::Element(name),
                _ => Kind::Foreign(name),
            }
        }

        fn attribute(&self, name: &str) -> Option<String> {
            let name = quiet::attribute_name(name);
            let value = self.getters.attribute.call1(&self.node, &(*name).into()).ok()?.as_string();
            value.map(quiet::loud)
        }

        fn children(&self) -> Vec<Self> {
            let next = |node: &Self| node.other(&node.getters.next_sibling);
            std::iter::successors(self.other(&self.getters.first_child), next).collect()
        }
    }
}

/// The native parser.
#[cfg(feature = "html5ever")]
pub mod native {
    use html5ever::tendril::TendrilSink;
    use html5ever::tree_builder::TreeBuilderOpts;
    use html5ever::{ParseOpts, ns, parse_document};
    use markup5ever_rcdom::{Handle, NodeData, RcDom};

    use crate::source::html::{Kind, Node};

    /// A node of `html5ever`'s tree.
    pub struct NativeNode(Handle);

    /// Parses `markup` and gives its `body` to `read`.
    pub fn with_body<T>(markup: &str, read: impl FnOnce(&NativeNode) -> T) -> Option<T> {
        let tree_builder = TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() };
        let options = ParseOpts { tree_builder, ..ParseOpts::default() };
        let markup = format!("{}{markup}", super::PREFIX);
        // The tree empties itself when it is dropped, so it must live until `read` is done.
        let tree = parse_document(RcDom::default(), options).one(markup);
        let root = NativeNode(tree.document.clone());
        super::body_of(&root).map(|body| read(&body))
    }

    impl Node for NativeNode {
        fn kind(&self) -> Kind {
            match &self.0.data {
                NodeData::Text { contents } => Kind::Text(contents.borrow().to_string()),
                NodeData::Element { name, .. } if name.ns == ns!(html) => {
                    Kind::Element(name.local.to_string())
                }
                NodeData::Element { name, .. } => Kind::Foreign(name.local.to_string()),
                NodeData::Document
                | NodeData::Doctype { .. }
                | NodeData::Comment { .. }
                | NodeData::ProcessingInstruction { .. } => Kind::Other,
            }
        }

        fn attribute(&self, name: &str) -> Option<String> {
            let NodeData::Element { attrs, .. } = &self.0.data else { return None };
            let attributes = attrs.borrow();
            let found = attributes
                .iter()
                .find(|attribute| attribute.name.ns == ns!() && &*attribute.name.local == name);
            found.map(|attribute| attribute.value.to_string())
        }

        fn children(&self) -> Vec<Self> {
            self.0.children.borrow().iter().cloned().map(NativeNode).collect()
        }
    }
}
