//! A feed as Atom, with the pictures in the words of Media RSS, which readers of Atom know too.

use super::{FORMATS, Feed, Item, item::Image};
use crate::press::markup::Markup;

/// When an article without any date was last changed, and a feed without articles: Atom wants a time.
const LONG_AGO: &str = "1970-01-01T00:00:00Z";

/// The feed as XML.
pub(super) fn write(feed: &Feed) -> String {
    let [own, other] = &FORMATS;
    let mut markup = Markup::xml();
    let namespaces =
        [("xmlns", "http://www.w3.org/2005/Atom"), ("xmlns:media", "http://search.yahoo.com/mrss/")];
    markup.open("feed", &[namespaces[0], namespaces[1], ("xml:lang", &feed.language)]);
    markup.line();
    markup.leaf("id", &[], &feed.home);
    markup.leaf("title", &[], &feed.title);
    markup.leaf_some("subtitle", feed.description.as_deref());
    let newest = feed.items.iter().filter_map(|item| item.updated.as_ref()).max_by_key(|(at, _)| *at);
    markup.leaf("updated", &[], newest.map_or(LONG_AGO, |(_, text)| text));
    link("self", own.kind, &feed.address(own.file), &mut markup);
    link("alternate", "text/html", &feed.home, &mut markup);
    link("alternate", other.kind, &feed.address(other.file), &mut markup);
    markup.leaf_some("icon", feed.favicon.as_deref());
    markup.leaf_some("logo", feed.logo.as_deref());
    author(&feed.publisher.0, Some(&feed.publisher.1), &mut markup);
    markup.line();
    for item in &feed.items {
        entry(item, &mut markup);
    }
    format!("{}\n", markup.finish())
}

fn entry(item: &Item, markup: &mut Markup) {
    markup.open("entry", &[("xml:lang", &item.language)]);
    markup.leaf("id", &[], if is_identifier(&item.id) { &item.id } else { &item.address });
    markup.leaf("title", &[], &item.name);
    link("alternate", "text/html", &item.address, markup);
    markup.leaf_some("published", item.published.as_deref());
    markup.leaf("updated", &[], item.updated.as_ref().map_or(LONG_AGO, |(_, text)| text));
    for (name, page) in &item.authors {
        author(name, page.as_deref(), markup);
    }
    for tag in &item.tags {
        markup.empty("category", &[("term", tag)]);
    }
    markup.leaf_some("summary", item.summary.as_deref());
    if let Some(image) = &item.image {
        picture(image, markup);
    }
    markup.leaf("content", &[("type", "html")], &item.html);
    markup.close();
    markup.line();
}

fn link(relation: &str, kind: &str, address: &str, markup: &mut Markup) {
    markup.empty("link", &[("rel", relation), ("type", kind), ("href", address)]);
}

fn author(name: &str, page: Option<&str>, markup: &mut Markup) {
    markup.open("author", &[]);
    markup.leaf("name", &[], name);
    markup.leaf_some("uri", page);
    markup.close();
}

fn picture(image: &Image, markup: &mut Markup) {
    let size = image.size.map(|(width, height)| [width.to_string(), height.to_string()]);
    let mut attributes = vec![("url", image.address.as_str()), ("medium", "image")];
    if let Some([width, height]) = &size {
        attributes.extend([("width", width.as_str()), ("height", height.as_str())]);
    }
    let said = |words: &'_ str| !words.is_empty();
    markup.open("media:content", &attributes);
    markup.leaf_some("media:description", Some(image.caption.as_str()).filter(|words| said(words)));
    markup.leaf_some("media:credit", Some(image.credit.as_str()).filter(|words| said(words)));
    markup.close();
}

/// Whether an identifier is one everywhere, as Atom wants it: with a scheme, and without what no address may hold.
fn is_identifier(id: &str) -> bool {
    let Some((scheme, rest)) = id.split_once(':') else { return false };
    let fits = |one: char| !one.is_whitespace() && !one.is_control() && !"<>\"{}|\\^`".contains(one);
    scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme.chars().all(|one| one.is_ascii_alphanumeric() || "+-.".contains(one))
        && !rest.is_empty()
        && rest.chars().all(fits)
}
