//! Markup for other machines: XML, and HTML that is XML too. Every text passes through here, and is escaped here.

use crate::piece::push_replacing;

/// Markup as it is written, with the elements that are open.
#[derive(Default)]
pub(super) struct Markup {
    text: String,
    open: Vec<&'static str>,
}

impl Markup {
    /// A document of XML.
    pub fn xml() -> Self {
        Self { text: "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n".to_owned(), open: Vec::new() }
    }

    /// Opens an element.
    pub fn open(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes);
        self.text.push('>');
        self.open.push(name);
    }

    /// Closes the element that was opened last.
    pub fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            self.text.push_str("</");
            self.text.push_str(name);
            self.text.push('>');
        }
    }

    /// An element without content.
    pub fn empty(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes);
        self.text.push_str("/>");
    }

    /// An element that holds some words.
    pub fn leaf(&mut self, name: &'static str, attributes: &[(&str, &str)], words: &str) {
        self.open(name, attributes);
        self.words(words);
        self.close();
    }

    /// The same without attributes, where there are words.
    pub fn leaf_some(&mut self, name: &'static str, words: Option<&str>) {
        if let Some(words) = words {
            self.leaf(name, &[], words);
        }
    }

    /// Words.
    pub fn words(&mut self, words: &str) {
        push_escaped(words, false, &mut self.text);
    }

    /// A line break, for whoever reads the markup itself.
    pub fn line(&mut self) {
        self.text.push('\n');
    }

    /// The markup, with what is still open closed.
    pub fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        self.text
    }

    fn tag(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.text.push('<');
        self.text.push_str(name);
        for (name, value) in attributes {
            self.text.push(' ');
            self.text.push_str(name);
            self.text.push_str("=\"");
            push_escaped(value, true, &mut self.text);
            self.text.push('"');
        }
    }
}

/// Adds words so that a parser of XML, and one of HTML, reads them as they are. Characters that XML 1.0 does not have
/// cannot be written in any way, and go.
fn push_escaped(words: &str, in_quotes: bool, text: &mut String) {
    push_replacing(words, text, |rest| match *rest {
        [b'&', ..] => Some((1, "&amp;")),
        [b'<', ..] => Some((1, "&lt;")),
        [b'>', ..] => Some((1, "&gt;")),
        [b'"', ..] if in_quotes => Some((1, "&quot;")),
        // Parsers make a line feed of it, and spaces of all line breaks in an attribute.
        [b'\r', ..] => Some((1, "&#13;")),
        [b'\n', ..] if in_quotes => Some((1, "&#10;")),
        [b'\t', ..] if in_quotes => Some((1, "&#9;")),
        [b'\n' | b'\t', ..] => None,
        [0..b' ', ..] => Some((1, "")),
        // U+FFFE and U+FFFF.
        [0xef, 0xbf, 0xbe | 0xbf, ..] => Some((3, "")),
        _ => None,
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_words_and_what_xml_forbids_goes() {
        let mut markup = Markup::default();
        markup.open("a", &[("b", "\"<&>\n\u{1}\u{ffff}")]);
        markup.words("]]> </a> \u{0}\u{b}\u{1f}& \u{1f600}\r");
        markup.empty("c", &[]);
        assert_eq!(
            markup.finish(),
            "<a b=\"&quot;&lt;&amp;&gt;&#10;\">]]&gt; &lt;/a&gt; &amp; \u{1f600}&#13;<c/></a>"
        );
    }
}
