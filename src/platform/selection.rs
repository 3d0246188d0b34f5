//! What the reader has selected.

use std::ops::Range;

/// Selected words within a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selected {
    /// The whole text: of the article the selection is in, else of the page's main part. Blocks are separated
    /// by [`BLOCK_END`], lines by line breaks.
    pub text: String,
    /// Where the selected words are in it, in bytes.
    pub range: Range<usize>,
}

/// Where on the page something is, in whole CSS pixels from the page's left and top.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// From the left.
    pub left: i32,
    /// From the top.
    pub top: i32,
}

/// What separates blocks of text: the paragraph separator of Unicode, which is white space, and in no text of an article.
pub const BLOCK_END: char = '\u{2029}';

/// What is selected now, if it lies in an article or the page's main part.
#[cfg(target_arch = "wasm32")]
pub fn selected() -> Option<Selected> {
    browser::selected()
}

/// The lower left corner of the last line of the selection.
#[cfg(target_arch = "wasm32")]
pub fn place_below() -> Option<Place> {
    browser::place_below()
}

/// What is selected, and the block of text that it begins in: where the reader is.
#[cfg(target_arch = "wasm32")]
pub(super) use browser::{block_of, range};

/// Whether the reader points with a finger.
#[cfg(target_arch = "wasm32")]
pub fn pointer_is_coarse() -> bool {
    let query = web_sys::window().and_then(|window| window.match_media("(pointer: coarse)").ok().flatten());
    query.is_some_and(|query| query.matches())
}

/// Nothing is selected natively.
#[cfg(not(target_arch = "wasm32"))]
pub fn selected() -> Option<Selected> {
    None
}

/// Nothing is selected natively.
#[cfg(not(target_arch = "wasm32"))]
pub fn place_below() -> Option<Place> {
    None
}

/// Nobody points natively.
#[cfg(not(target_arch = "wasm32"))]
pub fn pointer_is_coarse() -> bool {
    false
}

#[cfg(target_arch = "wasm32")]
mod browser {
    use super::{BLOCK_END, Place, Selected};
    use wasm_bindgen::JsCast;
    use web_sys::{Element, Node};

    pub fn range() -> Option<web_sys::Range> {
        let selection = web_sys::window()?.get_selection().ok()??;
        if selection.range_count() == 0 || selection.is_collapsed() {
            return None;
        }
        selection.get_range_at(0).ok()
    }

    /// The block of text that the beginning of a range is in.
    pub fn block_of(range: &web_sys::Range) -> Option<Element> {
        let mut element = element_at(&range.start_container().ok()?)?;
        while INLINE.contains(&element.tag_name().as_str()) {
            element = element.parent_element()?;
        }
        Some(element)
    }

    fn element_at(node: &Node) -> Option<Element> {
        node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element())
    }

    pub fn selected() -> Option<Selected> {
        let range = range()?;
        let (start, end) = (range.start_container().ok()?, range.end_container().ok()?);
        // A selection by three clicks ends at the start of whatever follows, perhaps outside the article.
        let root = text_root(&start).or_else(|| text_root(&end))?;
        let mut reader = Reader {
            start: (start, range.start_offset().ok()?),
            end: (end, range.end_offset().ok()?),
            text: String::new(),
            from: None,
            to: None,
        };
        reader.read(&root);
        let length = reader.text.len();
        let (from, to) = (reader.from.unwrap_or(0), reader.to.unwrap_or(length));
        (from < to).then_some(Selected { text: reader.text, range: from..to })
    }

    /// The article that `node` is in; outside articles the page's main part. Nothing inside dialogs.
    fn text_root(node: &Node) -> Option<Node> {
        let element = element_at(node)?;
        let closest = |selector| element.closest(selector).ok().flatten();
        if closest("dialog").is_some() {
            return None;
        }
        let root = closest("article").or_else(|| closest("[data-article-body]")).or_else(|| closest("main"));
        root.map(Node::from)
    }

    /// Elements that do not end a block. All others do, but for one that ends a line.
    const INLINE: &[&str] = &[
        "A", "ABBR", "B", "BDI", "BDO", "CITE", "CODE", "DATA", "DEL", "DFN", "EM", "I", "INS", "KBD",
        "MARK", "Q", "S", "SAMP", "SMALL", "SPAN", "STRONG", "SUB", "SUP", "TIME", "U", "VAR", "WBR",
    ];

    /// Elements that are no part of the text: controls, and what is for machines.
    const LEFT_OUT: &str = "button, dialog, form, nav, noscript, script, select, style, svg, template, [hidden], \
        .tools-box, .visually-hidden";

    /// Gathers a text, and finds the two ends of a selection in it.
    struct Reader {
        start: (Node, u32),
        end: (Node, u32),
        text: String,
        from: Option<usize>,
        to: Option<usize>,
    }

    impl Reader {
        fn read(&mut self, node: &Node) {
            if node.node_type() == Node::TEXT_NODE {
                self.read_text(node);
            } else if let Some(element) = node.dyn_ref::<Element>() {
                let inline = INLINE.contains(&element.tag_name().as_str());
                let left_out = element.matches(LEFT_OUT).unwrap_or(false);
                let end = if element.tag_name() == "BR" { '\n' } else { BLOCK_END };
                if !inline {
                    self.text.push(end);
                }
                if !left_out {
                    self.read_children(node);
                }
                if !inline {
                    self.text.push(end);
                }
            }
        }

        fn read_children(&mut self, node: &Node) {
            let (starts, ends) = self.ends_in(node);
            let mut child = node.first_child();
            let mut index = 0;
            while let Some(current) = child {
                self.pass(starts, ends, index);
                self.read(&current);
                child = current.next_sibling();
                index += 1;
            }
            self.pass(starts, ends, index);
        }

        /// Notes the selection's ends where they lie before child `index`.
        fn pass(&mut self, starts: bool, ends: bool, index: u32) {
            if starts && index == self.start.1 {
                self.from = Some(self.text.len());
            }
            if ends && index == self.end.1 {
                self.to = Some(self.text.len());
            }
        }

        fn read_text(&mut self, node: &Node) {
            let text = node.node_value().unwrap_or_default();
            let (starts, ends) = self.ends_in(node);
            if starts {
                self.from = Some(self.text.len() + bytes_before(&text, self.start.1));
            }
            if ends {
                self.to = Some(self.text.len() + bytes_before(&text, self.end.1));
            }
            self.text.push_str(&text);
        }

        fn ends_in(&self, node: &Node) -> (bool, bool) {
            (node.is_same_node(Some(&self.start.0)), node.is_same_node(Some(&self.end.0)))
        }
    }

    /// How many bytes of `text` lie before its UTF-16 code unit `offset`, counted in whole characters.
    fn bytes_before(text: &str, offset: u32) -> usize {
        let mut units = 0;
        for (at, character) in text.char_indices() {
            if units >= offset as usize {
                return at;
            }
            units += character.len_utf16();
        }
        text.len()
    }

    pub fn place_below() -> Option<Place> {
        let window = web_sys::window()?;
        let area = range()?.get_bounding_client_rect();
        let scrolled = (window.scroll_x().unwrap_or(0.0), window.scroll_y().unwrap_or(0.0));
        // The casts drop fractions of a pixel, and saturate.
        Some(Place { left: (area.left() + scrolled.0) as i32, top: (area.bottom() + scrolled.1) as i32 })
    }
}
