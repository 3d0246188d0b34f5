//! Markup for other machines: XML, and HTML that is XML too. Every text passes through here, and is escaped here.

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

    /// How many bytes there are by now.
    pub fn len(&self) -> usize {
        self.text.len()
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

/// Whether XML 1.0 has the character at all. What it does not have cannot be written in any way, and goes.
fn is_of_xml(one: char) -> bool {
    matches!(one, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..)
}

/// Adds words so that a parser of XML, and one of HTML, reads them as they are.
fn push_escaped(words: &str, in_quotes: bool, text: &mut String) {
    // What stays as it is goes in whole stretches.
    let mut start = 0;
    for (index, one) in words.char_indices() {
        let escaped = match one {
            '&' => "&amp;",
            '<' => "&lt;",
            '>' => "&gt;",
            '"' if in_quotes => "&quot;",
            // Parsers make a line feed of it, and spaces of all line breaks in an attribute.
            '\r' => "&#13;",
            '\n' if in_quotes => "&#10;",
            '\t' if in_quotes => "&#9;",
            one if is_of_xml(one) => continue,
            _ => "",
        };
        text.push_str(words.get(start..index).unwrap_or_default());
        text.push_str(escaped);
        start = index + one.len_utf8();
    }
    text.push_str(words.get(start..).unwrap_or_default());
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
