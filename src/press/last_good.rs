//! The last good version of an article whose file is left out now: a slip must not take off the site what stands there.
//!
//! It is the document that readers' browsers get, in the site that is served. Where the article was is known from the
//! pressing before; a memory that is lost (another build of the program has none) is made up for by the file itself, as far as
//! it still names its article.

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::{output::Output, told::Entry};
use crate::{
    check::subject::Reading,
    model::SitePath,
    source::{
        ninjs::{tells_of_no_article, untold},
        static_site::article_file,
    },
};

/// How many addresses a file that does not read is searched for.
const MOST_ADDRESSES: usize = 200;

/// The published document at `path` and what it says, as what is known of the article in `file`.
pub(super) fn at(file: &Path, path: &SitePath, output: &Output) -> Option<(Box<Path>, Reading)> {
    let published: PathBuf = output.served(&article_file(path));
    if !fs::symlink_metadata(&published).ok()?.is_file() {
        return None;
    }
    let text = fs::read_to_string(&published).ok()?;
    if tells_of_no_article(&text, path.as_str().trim_matches('/')) {
        return None;
    }
    let reading = Reading::of_text(file, untold(text)).ok()?;
    let article = &reading.article;
    (article.summary.path == *path && article.moved.is_none()).then(|| (published.into(), reading))
}

/// The same for a file of which nothing is remembered: at an address that its text names, with the identifier that it has.
pub(super) fn named_in(file: &Path, output: &Output) -> Option<(Box<Path>, Reading)> {
    let bytes = fs::read(file).ok()?;
    let text = String::from_utf8_lossy(&bytes);
    let uri = own_uri(&text)?;
    let paths = texts_of(&text, "\"url\"").take(MOST_ADDRESSES).filter_map(|url| SitePath::parse(&url));
    let mut found = paths.filter_map(|path| at(file, &path, output));
    found.find(|(_, reading)| reading.article.summary.id == uri)
}

/// Whether the document that is published at the place of an article is another article's, as far as can be told.
pub(super) fn is_of_another(entry: &Entry, output: &Output) -> bool {
    let Ok(text) = fs::read_to_string(output.served(&article_file(&entry.path))) else { return false };
    // One without an identifier has that of its place.
    own_uri(&text).unwrap_or_else(|| entry.path.to_string()).trim() != entry.id
}

/// The texts that stand behind a name, in a document that need not be JSON as a whole.
fn texts_of<'t>(text: &'t str, name: &'t str) -> impl Iterator<Item = String> + 't {
    text.match_indices(name).filter_map(move |(at, _)| value_in(text.get(at + name.len()..)?))
}

/// The identifier of the article itself, in a document that need not be JSON as a whole, as far as it is read: what is
/// associated with the article has identifiers too, within brackets of its own.
fn own_uri(text: &str) -> Option<String> {
    let (mut depth, mut rest) = (0_usize, text);
    loop {
        let (_, found) = rest.split_at(rest.find(['{', '[', '}', ']', '"'])?);
        let mut signs = found.chars();
        let sign = signs.next()?;
        rest = signs.as_str();
        match sign {
            '{' | '[' => depth += 1,
            '}' | ']' => depth = depth.saturating_sub(1),
            _ => {
                let name;
                (name, rest) = end_of_text(rest);
                if depth == 1
                    && name == "uri"
                    && let Some(uri) = value_in(rest)
                {
                    return Some(uri);
                }
            }
        }
    }
}

/// A text whose first quotation mark is read, and what is behind its last. It ends with its line, should that be missing.
fn end_of_text(text: &str) -> (&str, &str) {
    let mut is_escaped = false;
    let end = text.find(|sign| {
        let ends = !is_escaped && sign == '"' || sign == '\n';
        is_escaped = !is_escaped && sign == '\\';
        ends
    });
    let (inside, rest) = text.split_at(end.unwrap_or(text.len()));
    let mut rest = rest.chars();
    rest.next();
    (inside, rest.as_str())
}

/// The text behind a name.
fn value_in(behind: &str) -> Option<String> {
    let value = behind.trim_start().strip_prefix(':')?.trim_start();
    // The first value of what follows; that there is more behind it is no matter.
    serde_json::Deserializer::from_str(value).into_iter::<String>().next()?.ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_found_in_what_is_no_json() {
        let broken = r#"{ "uri" : "urn:x" "x": { "url":"/a\u002fb/", "url": 5, "url", "url": "/c/"#;
        assert_eq!(texts_of(broken, "\"url\"").collect::<Vec<_>>(), ["/a/b/"]);
        assert_eq!(own_uri(broken).as_deref(), Some("urn:x"));
    }

    #[test]
    fn an_article_has_the_identifier_that_is_within_no_other_brackets() {
        let other = r#""associations": [{ "uri": "urn:other", "a": "\"}] \\" }]"#;
        for broken in [
            format!(r#"{{ {other}, "type": "uri", "uri": "urn:own" "x" }}"#),
            format!("{{ \"a\": \"no end,\n {other}, \"uri\": \"urn:own\""),
            format!(r#"{{ "uri": "urn:own", {other}"#),
        ] {
            assert_eq!(own_uri(&broken).as_deref(), Some("urn:own"), "{broken}");
        }
        for broken in ["", "{", "\"", "\"\\", r#"{ "uri"#, r#"{ "uri": 5 }"#, &format!("{{ {other}")] {
            assert_eq!(own_uri(broken), None, "{broken}");
        }
    }
}
