//! The stylesheet in two parts: what a first view needs stands in every page, so that nothing waits for a request; the
//! rest is a file that pages of a kind share.

use std::collections::BTreeMap;

use crate::model::Theme;

/// What a kind of page shows at first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FirstView {
    /// An article, or what is said in its place.
    Article,
    /// A list of articles.
    List,
    /// An edition's front.
    Front,
}

impl FirstView {
    /// What the file of its other rules is called, before its hash.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Article => "style-article",
            Self::List => "style-list",
            Self::Front => "style-front",
        }
    }

    /// Whether what the file `name` of `style/` says is seen at first on such a page. The dialog is closed, nothing is
    /// on paper, and each kind of page has its own parts.
    fn needs(self, name: &str) -> bool {
        match name {
            "components/embed.css"
            | "components/media.css"
            | "components/viewer.css"
            | "components/comfort.css"
            | "components/foot_bar.css"
            | "components/forced.css"
            | "components/saved.css"
            | "components/search.css"
            | "components/report.css"
            | "components/report_preview.css"
            | "components/report_status.css"
            | "print.css" => false,
            "components/list.css" | "components/skeleton.css" => self != Self::Article,
            "components/front.css" => self == Self::Front,
            "components/breadcrumbs.css" => self != Self::Front,
            "components/article.css" | "components/body.css" | "components/tools.css" => {
                self == Self::Article
            }
            _ => true,
        }
    }

    /// The stylesheet in two parts: what such a page shows at first, and the rest. The order of the layers, which both begin
    /// with, keeps them in their places.
    pub fn split(self, css: &str, tokens: &Tokens) -> (String, String) {
        // `scripts/join-styles.sh` names each file in a comment of its own.
        let mut parts = css.split("/* style/");
        let (mut first, mut later) = (parts.next().unwrap_or_default().to_owned(), String::new());
        for part in parts {
            let (name, rules) = part.split_once(" */").unwrap_or(("", part));
            if self.needs(name) { first.push_str(rules) } else { later.push_str(rules) }
        }
        // The rest may come to stand before a first part, where one page takes the place of another (scripts/links.js).
        let order = first.find("@layer").and_then(|start| first.get(start..)?.split_inclusive(';').next());
        let later = format!("{}{later}", order.filter(|order| !order.contains('{')).unwrap_or_default());
        (with_values(&compact(&first), tokens), with_values(&compact(&later), tokens))
    }
}

/// Properties and their values.
pub(super) type Tokens = BTreeMap<String, String>;

/// The properties that `tokens.css` defines and nothing defines otherwise, with their values. The newsroom's own
/// colours, where it has some, hold in place of everything that the stylesheet says of them.
pub(super) fn tokens(css: &str, theme: &Theme) -> Tokens {
    let css = compact(css);
    let block =
        css.split_once(":root{").and_then(|(_, rest)| rest.split_once('}')).map_or("", |(block, _)| block);
    let definitions = block.split(';').filter_map(|definition| definition.split_once(':'));
    let single = definitions
        .filter(|(name, _)| name.starts_with("--") && css.matches(&format!("{name}:")).count() == 1);
    let mut tokens: Tokens = single.map(|(name, value)| (name.to_owned(), value.trim().to_owned())).collect();
    let colours = crate::theme::properties(theme);
    tokens.extend(colours.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())));
    tokens
}

/// The stylesheet with the values of tokens in place of their names, and without their definitions. Each name would
/// cost the browser a look-up for each element it draws, which was half of the time before the first word.
fn with_values(css: &str, tokens: &Tokens) -> String {
    let mut css = css.to_owned();
    for name in tokens.keys() {
        // Each definition, up to the next one or the end of the block.
        while let Some((before, rest)) = css.split_once(&format!("{name}:")) {
            let end = rest.find([';', '}']).unwrap_or(rest.len());
            let after = rest.get(end..).unwrap_or_default();
            css = format!("{before}{}", after.strip_prefix(';').unwrap_or(after));
        }
    }
    called(&css, tokens, MOST_DEEP)
}

/// How deep tokens may name each other: one that names itself would have no end.
const MOST_DEEP: usize = 4;

/// The stylesheet with the value of a token in place of every `var(name)` and `var(name, fallback)`.
fn called(css: &str, tokens: &Tokens, deep: usize) -> String {
    const CALL: &str = "var(";
    let (mut out, mut rest) = (String::with_capacity(css.len()), css);
    while let Some((before, inside)) = rest.split_once(CALL) {
        out.push_str(before);
        match call(inside, tokens) {
            Some((value, after)) if deep > 0 => {
                out.push_str(&called(value, tokens, deep - 1));
                rest = after;
            }
            _ => {
                out.push_str(CALL);
                rest = inside;
            }
        }
    }
    out + rest
}

/// The value of the token that `inside` begins with the name of, and what follows the bracket after it.
fn call<'a>(inside: &'a str, tokens: &'a Tokens) -> Option<(&'a str, &'a str)> {
    let inside = inside.trim_start();
    let end = inside.find(|it: char| it.is_whitespace() || matches!(it, ',' | ')'))?;
    let (name, after) = inside.split_at_checked(end)?;
    let after = Some(after.trim_start()).filter(|after| after.starts_with([',', ')']))?;
    Some((tokens.get(name)?, after_bracket(after)?))
}

/// What follows the bracket that closes what `text` is inside of.
fn after_bracket(text: &str) -> Option<&str> {
    let mut open = 1;
    let (end, _) = text.match_indices(['(', ')']).find(|(_, bracket)| {
        open = if *bracket == "(" { open + 1 } else { open - 1 };
        open == 0
    })?;
    text.get(end + 1..)
}

/// The stylesheet without comments, and with a single space for every run of white space. What stands between
/// quotation marks is kept.
fn compact(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    let mut quote = None;
    while let Some(character) = rest.chars().next() {
        let length = character.len_utf8();
        if quote.is_none() && rest.starts_with("/*") {
            rest = rest.get(2..).and_then(|inside| inside.split_once("*/")).map_or("", |(_, after)| after);
            continue;
        }
        if quote.is_none() && character.is_ascii_whitespace() {
            let joins = |end: char| matches!(end, '{' | '}' | ';' | ',' | ' ');
            if !out.chars().next_back().is_none_or(joins) {
                out.push(' ');
            }
        } else {
            if quote.is_none() && matches!(character, '{' | '}') && out.ends_with(' ') {
                out.pop();
            }
            out.push(character);
            match (quote, character) {
                (Some(open), close) if open == close => quote = None,
                (None, '"' | '\'') => quote = Some(character),
                _ => {}
            }
        }
        rest = &rest[length..];
    }
    // Nothing in it may end the element it stands in.
    out.replace("</", "<\\/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_begins_with_the_rules_of_its_first_view() {
        let css = "/* style/base.css */\na{b:c}\n/* style/components/list.css */\nd{e:f}\n/* style/print.css */\ng{h:i}\n";
        let split = |view: FirstView| {
            let (first, later) = view.split(css, &Tokens::new());
            [first, later].map(|part| part.trim().to_owned())
        };
        assert_eq!(split(FirstView::Article), ["a{b:c}", "d{e:f}g{h:i}"]);
        assert_eq!(split(FirstView::List), ["a{b:c}d{e:f}", "g{h:i}"]);
        let css = "/* style/tokens.css */\n@layer base, print;\n@layer base { a { b: c } }\n/* style/print.css */\n@layer print { g { h: i } }\n";
        let (first, later) = FirstView::List.split(css, &Tokens::new());
        assert!(
            first.trim().starts_with("@layer base,print;") && later.trim().starts_with("@layer base,print;"),
            "{later}"
        );
    }

    #[test]
    fn values_stand_in_place_of_tokens() {
        let css = "/* style/tokens.css */\n:root {\n  color-scheme: light dark;\n  --accent-light: #111;\n  --ink: light-dark(var(--accent-light), #fff);\n  --font: serif;\n}\n:root:lang(kk) {\n  --font: \"PT Serif\";\n}\n/* style/base.css */\na { color: var(--ink); font-family: var(--font); left: var(--own); }\n";
        let split = |theme: &Theme| FirstView::Article.split(css, &tokens(css, theme)).0.trim().to_owned();
        assert_eq!(
            split(&Theme::default()),
            ":root{color-scheme: light dark;--font: serif;}:root:lang(kk){--font: \"PT Serif\";}\
             a{color: light-dark(#111,#fff);font-family: var(--font);left: var(--own);}"
        );
        let theme = Theme { accent: Some("#0b5d6b".to_owned()), ..Theme::default() };
        assert!(split(&theme).contains("light-dark(#0b5d6b,#fff)"), "{}", split(&theme));
    }

    #[test]
    fn a_newsrooms_colour_holds_wherever_the_sheet_says_another() {
        let css = "/* style/tokens.css */\n:root { --accent-light: #111; --ink: var(--accent-light); }\n:root:lang(kk) { --accent-light: #222; --gap: 1px; }\n/* style/print.css */\n:root { --accent-light: #000; }\na { color: var(--accent-light); }\n";
        let theme = Theme { accent: Some("#0b5d6b".to_owned()), ..Theme::default() };
        let split = |theme: &Theme| FirstView::Article.split(css, &tokens(css, theme));
        let (first, later) = split(&theme);
        assert_eq!(
            [first.trim(), later.trim()],
            [":root{}:root:lang(kk){--gap: 1px;}", ":root{}a{color: #0b5d6b;}"]
        );
        // Without one, the browser finds out which holds.
        let (first, later) = split(&Theme::default());
        assert!(
            first.contains("--accent-light: #111;") && later.contains("var(--accent-light)"),
            "{first}{later}"
        );
    }

    #[test]
    fn a_token_stands_in_place_of_what_would_be_taken_without_it() {
        let css = "/* style/tokens.css */\n:root { --ink: #111; --ink-soft: #555; }\n/* style/base.css */\na { b: var(--ink, red); c: var( --ink , rgb(0, 0, var(--ink))) d; e: var(--own, var(--ink)); f: var(--ink-soft,); g: var(--ink }\n";
        let first = FirstView::Article.split(css, &tokens(css, &Theme::default())).0;
        assert_eq!(first.trim(), ":root{}a{b: #111;c: #111 d;e: var(--own,#111);f: #555;g: var(--ink}");
    }

    #[test]
    fn comments_and_white_space_go_and_strings_stay() {
        let css = "/* a */\n.a::before {\n  content: \"/* b */  c\";\n}\n@media (width > 1px) {\n  .a .b { margin: 0 auto; }\n}\n";
        assert_eq!(
            compact(css),
            ".a::before{content: \"/* b */  c\";}@media (width > 1px){.a .b{margin: 0 auto;}}"
        );
        assert!(!compact("a{content:'</style>'}").contains("</"));
    }
}
