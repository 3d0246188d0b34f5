//! Parsing HTML: with the browser's own parser in the browser, with `html5ever` natively.
//!
//! Both parse a whole document with scripting disabled, and start it with a `body`, so that what comes
//! first is not taken for a head. With the feature `html5ever` both are there in the browser too, for
//! the tests that compare them.

#[cfg(not(any(target_arch = "wasm32", feature = "html5ever")))]
compile_error!("a native build needs an HTML parser: build with `--features native`");

#[cfg(target_arch = "wasm32")]
pub use browser::with_body;
#[cfg(not(target_arch = "wasm32"))]
pub use native::with_body;

/// What the markup is put after.
const PREFIX: &str = "<!DOCTYPE html><body>";

/// The browser's parser.
#[cfg(target_arch = "wasm32")]
pub mod browser {
    use wasm_bindgen::JsCast;
    use web_sys::{DomParser, SupportedType};

    use crate::source::html::{Kind, Node};

    const XHTML: &str = "http://www.w3.org/1999/xhtml";

    /// A node of the browser's document tree. The document is inert: nothing in it runs or loads.
    pub struct BrowserNode(web_sys::Node);

    /// Parses `markup` and gives its `body` to `read`; `None` when the browser refuses.
    pub fn with_body<T>(markup: &str, read: impl FnOnce(&BrowserNode) -> T) -> Option<T> {
        let markup = format!("{}{markup}", super::PREFIX);
        let parser = DomParser::new().ok()?;
        let document = parser.parse_from_string(&markup, SupportedType::TextHtml).ok()?;
        let body: web_sys::Node = document.body()?.into();
        Some(read(&BrowserNode(body)))
    }

    impl Node for BrowserNode {
        fn kind(&self) -> Kind {
            match self.0.node_type() {
                web_sys::Node::TEXT_NODE | web_sys::Node::CDATA_SECTION_NODE => {
                    Kind::Text(self.0.node_value().unwrap_or_default())
                }
                web_sys::Node::ELEMENT_NODE => match self.0.dyn_ref::<web_sys::Element>() {
                    Some(element) if element.namespace_uri().as_deref() == Some(XHTML) => {
                        Kind::Element(element.local_name())
                    }
                    Some(element) => Kind::Foreign(element.local_name()),
                    None => Kind::Other,
                },
                _ => Kind::Other,
            }
        }

        fn attribute(&self, name: &str) -> Option<String> {
            self.0.dyn_ref::<web_sys::Element>().and_then(|element| element.get_attribute(name))
        }

        fn children(&self) -> Vec<Self> {
            let first = self.0.first_child();
            std::iter::successors(first, web_sys::Node::next_sibling).map(BrowserNode).collect()
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
        let html =
            root.children().into_iter().find(|node| node.kind() == Kind::Element("html".to_owned()))?;
        let body =
            html.children().into_iter().find(|node| node.kind() == Kind::Element("body".to_owned()))?;
        Some(read(&body))
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
