//! How large the files are that an article offers, where it does not say so: the press knows the files, and states their
//! sizes in the document that it is drawn from and that readers' browsers get, so that both show the same.

use std::fs;

use serde_json::Value;

use super::{
    PressError,
    addresses::Addresses,
    content::{self, Content},
    told::Entry,
};
use crate::{
    check::files::file_of,
    model::{Address, Article},
    source::ninjs::{untold, with_place},
};

/// The files whose sizes an article leaves to the press.
pub(super) type FileSizes = Box<[FileSize]>;

/// How large a file is.
#[derive(Clone, Debug, serde::Deserialize, serde::Serialize)]
pub(super) struct FileSize {
    /// Its address, as the article has it.
    address: String,
    /// The file in the content folder.
    file: String,
    /// Its size in bytes.
    bytes: u64,
}

/// The sizes that `article` does not state of files which the content has.
pub(super) fn unstated(content: &Content, article: &Article) -> FileSizes {
    let files = Addresses::of(article).files.into_iter().filter(|file| file.size.is_none());
    let sizes = files.filter_map(|offered| {
        let file = file_of(&content.site, &offered.address)?;
        let bytes = size(content, &file)?;
        Some(FileSize { address: offered.address.to_string(), file, bytes })
    });
    sizes.collect()
}

/// Whether the files are still as large as they were.
pub(super) fn hold(content: &Content, sizes: &[FileSize]) -> bool {
    sizes.iter().all(|known| size(content, &known.file) == Some(known.bytes))
}

fn size(content: &Content, file: &str) -> Option<u64> {
    if !content.has_file(file) {
        return None;
    }
    Some(fs::metadata(content.folder().join(file)).ok()?.len())
}

/// The text of an article's file, once more, as it is published, but for what it tells of others; where the file does not read
/// now, of its last good version.
pub(super) fn source_text(entry: &Entry) -> Result<String, PressError> {
    let file = entry.published_text.as_deref().unwrap_or(&entry.source);
    let bytes = fs::read(file).map_err(PressError::file("read", file))?;
    let text = content::text_of(&entry.source, bytes).map_err(PressError::Changed)?;
    let text = if entry.published_text.is_some() { untold(text) } else { text };
    let path = entry.settled.then_some(&entry.path);
    Ok(with_place(stated(text, &entry.file_sizes), path))
}

/// The document with these sizes in it: on the links to the files, as their author would have written them.
pub(super) fn stated(text: String, sizes: &[FileSize]) -> String {
    if sizes.is_empty() {
        return text;
    }
    let Ok(mut document) = crate::source::json::parse(&text) else { return text };
    let bodies = document.as_object_mut().into_iter().flatten();
    // Older ninjs has `body_html`, newer `bodies`.
    let bodies = bodies.filter(|(name, _)| name.to_ascii_lowercase().starts_with("bod"));
    bodies.for_each(|(_, body)| state_in(body, sizes));
    format!("{document}\n")
}

fn state_in(value: &mut Value, sizes: &[FileSize]) {
    match value {
        Value::String(markup) => *markup = stated_in_markup(markup, sizes),
        Value::Array(items) => items.iter_mut().for_each(|item| state_in(item, sizes)),
        Value::Object(members) => members.values_mut().for_each(|member| state_in(member, sizes)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Markup with the sizes on its links. What is not recognised as a link stays as it is, and has no size.
fn stated_in_markup(markup: &str, sizes: &[FileSize]) -> String {
    let mut stated = String::new();
    let mut rest = markup;
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at(at);
        stated.push_str(before);
        let size = link_address(tag).and_then(|address| {
            let address = Address::parse(&address).ok()?;
            sizes.iter().find(|size| size.address == address.as_str())
        });
        // `<a` or `<`: the rest of the tag comes with the text after it.
        let (name, after) = tag.split_at(if size.is_some() { 2 } else { 1 });
        stated.push_str(name);
        if let Some(size) = size {
            stated.push_str(&format!(" data-size=\"{}\"", size.bytes));
        }
        rest = after;
    }
    stated.push_str(rest);
    stated
}

/// Where the link leads whose tag `markup` begins with.
fn link_address(markup: &str) -> Option<String> {
    let mut rest = markup.strip_prefix("<a").or_else(|| markup.strip_prefix("<A"))?;
    rest.starts_with(is_space).then_some(())?;
    loop {
        rest = rest.trim_start_matches(|character| is_space(character) || character == '/');
        let end = rest.find(|character| is_space(character) || "=>/".contains(character))?;
        let (name, after) = rest.split_at(end);
        let Some(value) = after.trim_start_matches(is_space).strip_prefix('=') else {
            if after.starts_with('>') || name.is_empty() {
                return None;
            }
            rest = after;
            continue;
        };
        let value = value.trim_start_matches(is_space);
        let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''));
        let (value, after) = match quote {
            Some(quote) => value.get(1..)?.split_once(quote)?,
            None => value.split_at(value.find(|character| is_space(character) || character == '>')?),
        };
        if name.eq_ignore_ascii_case("href") {
            return Some(value.replace("&amp;", "&"));
        }
        rest = after;
    }
}

fn is_space(character: char) -> bool {
    character.is_ascii_whitespace()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sizes() -> FileSizes {
        let size = |address: &str, bytes| FileSize {
            address: address.to_owned(),
            file: address.trim_start_matches('/').to_owned(),
            bytes,
        };
        [size("/media/plan.pdf", 340_000), size("/media/a.csv?a=1&b=2", 5)].into()
    }

    #[test]
    fn links_to_the_files_have_their_sizes_however_they_are_written() {
        for (markup, stated) in [
            ("<a href='/media/plan.pdf'>It</a>", "<a data-size=\"340000\" href='/media/plan.pdf'>It</a>"),
            (
                "<p><A\nclass=x HREF = \" /media/plan.pdf\">",
                "<p><A data-size=\"340000\"\nclass=x HREF = \" /media/plan.pdf\">",
            ),
            ("<a download href=/media/plan.pdf>", "<a data-size=\"340000\" download href=/media/plan.pdf>"),
            (
                "<a href=\"/media/a.csv?a=1&amp;b=2\">",
                "<a data-size=\"5\" href=\"/media/a.csv?a=1&amp;b=2\">",
            ),
        ] {
            assert_eq!(stated_in_markup(markup, &sizes()), stated);
        }
    }

    #[test]
    fn everything_else_stays_as_it_is_written() {
        for markup in [
            "",
            "a < b",
            "<",
            "<a",
            "<a ",
            "<a href",
            "<a href=",
            "<a href='/media/plan.pdf",
            "<a =x>",
            "<a / / >",
            "<a title='href=/media/plan.pdf'>",
            "<abbr href='/media/plan.pdf'>",
            "<a href='/media/other.pdf'>қ</a>",
            "<aқ href='/media/plan.pdf'>",
        ] {
            assert_eq!(stated_in_markup(markup, &sizes()), markup);
        }
    }
}
