//! The allow list: what each HTML element is to the walker.

/// What kind of element a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kin {
    /// Not for readers: dropped with all that is in it.
    Dropped,
    /// Changes the meaning of the words inside it.
    Dress,
    /// Inside a line, and without a meaning of its own.
    Plain,
    /// Stands by itself, without a meaning of its own.
    Container,
    /// A paragraph.
    Paragraph,
    /// A heading of the level it has in a body.
    Heading(u8),
    /// A list.
    List,
    /// A list of terms.
    Definitions,
    /// Somebody's words.
    Quote,
    /// A table.
    Table,
    /// A picture with its caption, and whatever else is put into a `figure`.
    Figure,
    /// A picture.
    Image,
    /// Something of another site's.
    Embed,
    /// A side note or a folded part.
    Aside,
    /// Text whose spaces count.
    Preformatted,
    /// A break between parts.
    Rule,
    /// A line break.
    Break,
    /// A reading above a character.
    RubyText,
}

/// What `name`, in lower case, stands for. An unknown element is [`Kin::Plain`]: it keeps what is in it.
pub(super) fn kin(name: &str) -> Kin {
    match name {
        "script" | "style" | "template" | "head" | "title" | "meta" | "link" | "base" | "param"
        | "source" | "track" | "map" | "area" | "canvas" | "input" | "select" | "option" | "optgroup"
        | "datalist" | "textarea" | "button" | "rp" | "frame" | "frameset" | "noframes" | "noembed"
        | "applet" | "bgsound" | "keygen" => Kin::Dropped,
        "em" | "i" | "dfn" | "var" | "strong" | "b" | "a" | "sup" | "sub" | "abbr" | "acronym" | "code"
        | "kbd" | "samp" | "tt" | "mark" | "small" | "del" | "s" | "strike" | "ins" | "q" | "cite" => {
            Kin::Dress
        }
        "p" => Kin::Paragraph,
        "h1" | "h2" => Kin::Heading(2),
        "h3" => Kin::Heading(3),
        "h4" => Kin::Heading(4),
        "h5" => Kin::Heading(5),
        "h6" => Kin::Heading(6),
        "ul" | "ol" | "menu" | "dir" => Kin::List,
        "dl" => Kin::Definitions,
        "blockquote" => Kin::Quote,
        "table" => Kin::Table,
        "figure" => Kin::Figure,
        "img" => Kin::Image,
        "iframe" | "video" | "audio" | "object" | "embed" => Kin::Embed,
        "aside" | "details" => Kin::Aside,
        "pre" | "listing" | "xmp" | "plaintext" => Kin::Preformatted,
        "hr" => Kin::Rule,
        "br" => Kin::Break,
        "rt" => Kin::RubyText,
        "div" | "section" | "article" | "header" | "footer" | "main" | "nav" | "hgroup" | "search"
        | "address" | "center" | "form" | "fieldset" | "legend" | "dialog" | "summary" | "figcaption"
        | "li" | "dt" | "dd" | "caption" | "thead" | "tbody" | "tfoot" | "tr" | "td" | "th" | "body"
        | "html" => Kin::Container,
        _ => Kin::Plain,
    }
}

/// Whether an element makes the cells it is found in more than cells of words.
pub(super) fn is_layout(name: &str) -> bool {
    matches!(
        kin(name),
        Kin::Heading(_)
            | Kin::List
            | Kin::Definitions
            | Kin::Quote
            | Kin::Table
            | Kin::Figure
            | Kin::Image
            | Kin::Embed
            | Kin::Aside
            | Kin::Preformatted
    )
}
