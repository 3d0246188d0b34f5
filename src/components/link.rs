//! Links in content.

use super::media::kind_note;
use super::{EditionContext, use_edition};
use crate::locale::Message;
use crate::model::Address;
use crate::piece::{Piece, element, text};

/// Where a link of a newsroom's leads.
enum Target {
    /// A page of this site, which opens without loading anything anew.
    Page(String),
    /// A file of this site.
    File(String),
    /// Another site.
    Foreign(String),
    /// A mail or telephone program.
    Program(String),
}

/// A link to wherever the newsroom says: links that leave the site are marked and give the other side no
/// handle on this window.
pub fn content_link(address: &Address, content: Piece) -> Piece {
    link_to(address, content, ["", "foreign"], ["", "external", FOREIGN_RELATION])
}

/// The same to the page of a person.
pub(super) fn person_link(address: &Address, name: String) -> Piece {
    let relations = ["author", "author external", "author external noopener noreferrer"];
    link_to(address, text(name), ["person", "person foreign"], relations)
}

/// A link with a class and a relation: here and elsewhere, to a page, to a file, and to another site.
fn link_to(
    address: &Address,
    content: Piece,
    classes: [&'static str; 2],
    relations: [&'static str; 3],
) -> Piece {
    let edition = use_edition();
    let ([class, foreign_class], [page, file, foreign]) = (classes, relations);
    let (href, class, relation, is_foreign) = match target(address, &edition) {
        Target::Page(href) | Target::Program(href) => (href, class, page, false),
        Target::File(href) => (href, class, file, false),
        Target::Foreign(href) => (href, foreign_class, foreign, true),
    };
    let note = is_foreign.then(|| {
        element("span").class("visually-hidden").text(" ").text(edition.locale.text(Message::ExternalLink))
    });
    let some = |words: &'static str| Some(words).filter(|words| !words.is_empty());
    element("a")
        .set_some("class", some(class))
        .set("href", href)
        .set_some("rel", some(relation))
        .child(content)
        .child(kind_note(address))
        .child(note)
        .into()
}

/// How a link that leaves the site is related to it: following links leaves it alone, and the other side learns
/// neither this window nor this address.
pub const FOREIGN_RELATION: &str = "external noopener noreferrer";

fn target(address: &Address, edition: &EditionContext) -> Target {
    let own = edition.site.url.as_deref().and_then(origin);
    match origin(address.as_str()) {
        Some(origin) if Some(&origin) == own.as_ref() => match after_origin(address.as_str()) {
            // Without its origin, it would name a host.
            path if path.starts_with("//") => local(address.to_string()),
            path if path.starts_with('/') => local(path.to_owned()),
            rest => Target::Page(edition.site.base_path.clone() + rest),
        },
        Some(_) => Target::Foreign(address.to_string()),
        None if address.is_relative() => local(edition.resolve(address)),
        None if is_program(address.as_str()) => Target::Program(address.to_string()),
        None => Target::Foreign(address.to_string()),
    }
}

/// Host and port of a web address, in lower case.
fn origin(address: &str) -> Option<String> {
    let rest = address.split_once("//").filter(|(scheme, _)| matches!(*scheme, "http:" | "https:" | ""))?.1;
    let host = rest.split(['/', '?', '#']).next()?.to_ascii_lowercase();
    (!host.is_empty()).then_some(host)
}

fn after_origin(address: &str) -> &str {
    let rest = address.split_once("//").map_or("", |(_, rest)| rest);
    rest.find(['/', '?', '#']).map_or("", |end| &rest[end..])
}

/// Mail and telephone programs open these; everything else with a scheme leads to a site.
fn is_program(address: &str) -> bool {
    let scheme = address.split(':').next().unwrap_or_default();
    scheme.eq_ignore_ascii_case("mailto") || scheme.eq_ignore_ascii_case("tel")
}

fn local(href: String) -> Target {
    let path = href.split(['?', '#']).next().unwrap_or_default();
    let is_file = path.rsplit('/').next().is_some_and(|name| name.contains('.') && !name.ends_with(".html"));
    if is_file { Target::File(href) } else { Target::Page(href) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_is_told_from_a_path() {
        let expected = Some("courier.example:8080".to_owned());
        assert_eq!(origin("https://Courier.example:8080/learn/"), expected);
        assert_eq!(origin("//courier.example:8080"), expected);
        for path in ["/learn//politics/", "learn", "mailto:desk@courier.example", "https:///nowhere"] {
            assert_eq!(origin(path), None, "{path}");
        }
        assert_eq!(after_origin("https://courier.example/learn/?a#b"), "/learn/?a#b");
        assert_eq!(after_origin("https://courier.example"), "");
    }

    #[test]
    fn only_mail_and_telephone_are_programs() {
        assert!(is_program("MAILTO:desk@courier.example") && is_program("tel:+7"));
        assert!(!is_program("https:///nowhere"));
    }
}
