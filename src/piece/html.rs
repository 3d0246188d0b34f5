//! Pieces as HTML, for pages that are pressed.

use std::borrow::Cow;

use memchr::{memchr2, memchr3};

use super::{Element, Kind, Piece, Value};

impl Piece {
    /// The piece as HTML that the parser of a browser turns into the very nodes that [`super::show`] would make.
    ///
    /// Signals are read as they are now. An empty comment ends each part that changes, and keeps neighbouring texts
    /// apart; [`super::take_over`] counts on both.
    pub fn to_html(&self) -> String {
        let mut writer = Writer { html: String::with_capacity(USUAL), after_text: false };
        writer.piece(self);
        writer.html
    }
}

/// How many bytes a page mostly has, so that it need not be moved while it grows.
const USUAL: usize = 24_000;

struct Writer {
    html: String,
    /// The last node is a text: a text written now would become part of it.
    after_text: bool,
}

impl Writer {
    fn piece(&mut self, piece: &Piece) {
        match &piece.0 {
            Kind::Nothing => {}
            Kind::Text(words) => self.text(words),
            // The parser makes no node of an empty text, and one has to be there to be changed.
            Kind::Following(read) => match read() {
                words if words.is_empty() => self.text(" "),
                words => self.text(&words),
            },
            Kind::Element(element) => self.element(element),
            Kind::Several(pieces) => pieces.iter().for_each(|piece| self.piece(piece)),
            Kind::Changing(read) => {
                self.piece(&read());
                self.comment();
            }
        }
    }

    fn text(&mut self, words: &str) {
        if self.after_text {
            self.comment();
        }
        escape(words, &mut self.html, false);
        self.after_text = true;
    }

    fn comment(&mut self) {
        self.html.push_str("<!---->");
        self.after_text = false;
    }

    fn element(&mut self, element: &Element) {
        self.html.push('<');
        self.html.push_str(element.name);
        for (name, value) in &element.attributes {
            let value = match value {
                Value::Fixed(value) => Some(Cow::Borrowed(value.as_ref())),
                Value::Following(read) => read().map(Cow::Owned),
            };
            if let Some(value) = value {
                self.html.push(' ');
                self.html.push_str(name);
                self.html.push_str("=\"");
                escape(&value, &mut self.html, true);
                self.html.push('"');
            }
        }
        self.html.push('>');
        self.after_text = false;
        if is_void(element.name) {
            return;
        }
        // The parser drops a line break right after these tags.
        if matches!(element.name, "pre" | "textarea") {
            self.html.push('\n');
        }
        element.children.iter().for_each(|child| self.piece(child));
        self.html.push_str("</");
        self.html.push_str(element.name);
        self.html.push('>');
        self.after_text = false;
    }
}

/// Whether the element never has children or an end tag (HTML, "void elements").
fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "source"
            | "track"
            | "wbr"
    )
}

/// Writes `words` so that the parser reads them back as they are: the characters of markup, and the carriage
/// return, which it would make a line feed. A null character cannot be written in HTML at all.
pub(crate) fn escape(words: &str, html: &mut String, in_quotes: bool) {
    let bytes = words.as_bytes();
    // Most texts have none of them, which is quicker to see than to go through. Between tags, a quotation mark stays.
    let rare = if in_quotes { memchr3(b'"', b'\r', 0, bytes) } else { memchr2(b'\r', 0, bytes) };
    if rare.is_none() && memchr3(b'&', b'<', b'>', bytes).is_none() {
        html.push_str(words);
        return;
    }
    push_replacing(words, html, |rest| match rest[0] {
        b'&' => Some((1, "&amp;")),
        b'<' => Some((1, "&lt;")),
        b'>' => Some((1, "&gt;")),
        b'"' if in_quotes => Some((1, "&quot;")),
        b'\r' => Some((1, "&#13;")),
        0 => Some((1, "\u{fffd}")),
        _ => None,
    });
}

/// Adds `words` with some characters replaced. `replace` looks at the bytes from one on, which are never none, and
/// says how many of them what stands for. What is in between is copied as a whole: the press spends a good part of its
/// time here.
///
/// What `replace` takes has to be whole characters.
pub(crate) fn push_replacing(
    words: &str,
    text: &mut String,
    mut replace: impl FnMut(&[u8]) -> Option<(usize, &'static str)>,
) {
    let bytes = words.as_bytes();
    let (mut copied, mut at) = (0, 0);
    while at < bytes.len() {
        match replace(&bytes[at..]) {
            None => at += 1,
            Some((taken, replacement)) => {
                text.push_str(&words[copied..at]);
                text.push_str(replacement);
                at += taken;
                copied = at;
            }
        }
    }
    text.push_str(&words[copied..]);
}

#[cfg(test)]
mod tests {
    use super::super::{changing, element, following, nothing, text};
    use super::*;

    #[test]
    fn what_is_written_is_what_the_browser_reads_back() {
        let link = element("a").set("href", "/?a=1&b=\"2\"").text("a < b & c > d");
        assert_eq!(
            Piece::from(link).to_html(),
            "<a href=\"/?a=1&amp;b=&quot;2&quot;\">a &lt; b &amp; c &gt; d</a>"
        );
        let hostile = element("h1").text("</h1><script>alert(1)</script>");
        assert!(!Piece::from(hostile).to_html().contains("<script"));
        let lines = element("pre").text("\n\r\n\0");
        assert_eq!(Piece::from(lines).to_html(), "<pre>\n\n&#13;\n\u{fffd}</pre>");
        assert_eq!(Piece::from(element("br")).to_html(), "<br>");
    }

    #[test]
    fn neighbouring_texts_stay_apart_and_each_change_has_its_end() {
        let line = element("p").text("a").text("").text("b").child(following(String::new)).child(nothing());
        assert_eq!(Piece::from(line).to_html(), "<p>a<!---->b<!----> </p>");
        let changes = element("p").child(changing(|| (), |()| text("a"))).text("b");
        assert_eq!(Piece::from(changes).to_html(), "<p>a<!---->b</p>");
    }

    #[test]
    fn attributes_are_there_or_away() {
        let field = element("input").flag("readonly", true).flag("hidden", false);
        let field = field.follow("title", || None).follow("lang", || Some("kk".to_owned()));
        assert_eq!(Piece::from(field).to_html(), "<input readonly=\"\" lang=\"kk\">");
    }
}
