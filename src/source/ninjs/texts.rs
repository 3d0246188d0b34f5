//! Headlines, descriptions and bodies: texts that each have a role and a kind of markup.

use serde_json::Value;

use crate::model::{Inline, Language, even_spaces, plain_text};
use crate::source::html;
use crate::source::json::{Place, Problems};

/// What kind of markup a text says it is in, the better before the worse.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Markup {
    /// HTML, or something close to it.
    Html,
    /// None.
    Plain,
    /// It does not say: words, but for a body that looks like markup.
    Unsaid,
    /// Another one, such as NITF, which is read as HTML where there is nothing better.
    Other,
}

/// A text with a role.
pub(super) struct RoleText<'a> {
    /// Its role in lower case, without what it says about markup; empty when it has none.
    pub(super) role: String,
    /// How it is marked up.
    pub(super) markup: Markup,
    /// The text itself, not blank.
    pub(super) text: String,
    /// Its own language, where it says so.
    pub(super) language: Option<Language>,
    /// Where it is.
    pub(super) place: Place<'a>,
}

/// All texts of one family: the list `plural`, or `singular` and every `singular_*` before 2.0.
pub(super) fn role_texts<'a>(item: &Place<'a>, plural: &str, singular: &str) -> Vec<RoleText<'a>> {
    let mut texts = Vec::new();
    if let Some(list) = item.member(plural) {
        if list.value().is_string() {
            texts.extend(role_text("", None, None, list));
        } else {
            texts.extend(list.items().into_iter().filter_map(from_entry));
        }
    }
    for (name, place) in item.members() {
        if name == singular {
            texts.extend(role_text("", None, None, place));
        } else if let Some(role) = name.strip_prefix(singular).and_then(|rest| rest.strip_prefix('_')) {
            texts.extend(role_text(role, None, None, place));
        }
    }
    texts
}

fn from_entry(entry: Place<'_>) -> Option<RoleText<'_>> {
    if entry.value().is_string() {
        return role_text("", None, None, entry);
    }
    if !entry.is_object() {
        entry.unfit("an object with a role and a value");
        return None;
    }
    let role = entry.text_of("role").unwrap_or_default();
    let content_type = entry.text_of("contentType");
    let language = entry.member("language").and_then(|language| language.language());
    let Some(value) = entry.member("value") else {
        entry.unfit("an object with a value");
        return None;
    };
    role_text(&role, content_type.as_deref(), language, value)
}

fn role_text<'a>(
    role: &str,
    content_type: Option<&str>,
    language: Option<Language>,
    place: Place<'a>,
) -> Option<RoleText<'a>> {
    let mut text = place.text()?;
    let role = role.to_ascii_lowercase();
    let content_type = content_type.map(str::to_ascii_lowercase).unwrap_or_default();
    let markup = markup(&role, &content_type);
    let is_xml = text.starts_with("<?xml") || content_type.contains("xml") || role.contains("xhtml");
    if is_xml && markup != Markup::Plain {
        text = html::with_ends(&text);
    }
    Some(RoleText { role: bare_role(&role), markup, text, language, place })
}

/// The role without the part that says how the text is marked up: `caption` of `caption_xhtml`.
fn bare_role(role: &str) -> String {
    let kinds = ["html", "xhtml", "richtext", "text", "plain"];
    let bare = role.rsplit_once('_').filter(|(_, kind)| kinds.contains(kind)).map_or(role, |(bare, _)| bare);
    if kinds.contains(&bare) { String::new() } else { bare.to_owned() }
}

/// The content type decides; where it says nothing, the role.
fn markup(role: &str, content_type: &str) -> Markup {
    if content_type.contains("plain") {
        return Markup::Plain;
    }
    for says in [content_type, role] {
        if says.contains("nitf") {
            return Markup::Other;
        }
        if says.contains("html") || says.contains("richtext") {
            return Markup::Html;
        }
        if says.contains("xml") {
            return Markup::Other;
        }
    }
    Markup::Unsaid
}

impl RoleText<'_> {
    /// The text as one line.
    pub(super) fn inlines(&self) -> Vec<Inline> {
        match self.markup {
            Markup::Html | Markup::Other => html::read_inlines(&self.text),
            Markup::Plain | Markup::Unsaid => html::inlines_of_text(&self.text),
        }
    }

    /// The words of the text, on one line.
    pub(super) fn words(&self) -> Option<String> {
        let line = match self.markup {
            Markup::Html | Markup::Other => even_spaces(&plain_text(&html::read_inlines(&self.text))),
            Markup::Plain | Markup::Unsaid => even_spaces(&self.text),
        };
        Some(line).filter(|line| !line.is_empty())
    }
}

/// The texts of a document that are read as markup, each with its JSON Pointer: headlines, descriptions and bodies, and
/// those of what is associated with it.
pub fn texts_in_markup(document: &Value) -> Vec<(String, &str)> {
    let problems = Problems::default();
    let item = Place::root(document, &problems);
    let associated = item.list(&["associations"]).into_iter().filter(Place::is_object);
    let families = [("headlines", "headline"), ("descriptions", "description"), ("bodies", "body")];
    let mut pointers = Vec::new();
    for item in [item.clone()].into_iter().chain(associated) {
        for (plural, singular) in families {
            let texts = role_texts(&item, plural, singular).into_iter();
            let marked = texts.filter(|text| text.markup == Markup::Html);
            pointers.extend(marked.map(|text| text.place.pointer().to_owned()));
        }
    }
    let text = |pointer: String| document.pointer(&pointer)?.as_str().map(|text| (pointer, text));
    pointers.into_iter().filter_map(text).collect()
}

/// The best of `texts` by the order of `roles`; a text of none of these roles is never taken.
///
/// Among equals one in `language`, or in none, goes before others, then HTML before plain text.
/// The role `""` stands for a text that names none.
pub(super) fn best<'t, 'a>(
    texts: &'t [RoleText<'a>],
    roles: &[&str],
    language: Option<&Language>,
) -> Option<&'t RoleText<'a>> {
    let rank = |text: &RoleText| roles.iter().position(|role| *role == text.role);
    let foreign = |text: &RoleText| match (&text.language, language) {
        (Some(own), Some(wanted)) => !own.same_language(wanted),
        _ => false,
    };
    let ranked =
        texts.iter().filter_map(|text| rank(text).map(|rank| (rank, foreign(text), text.markup, text)));
    ranked.min_by_key(|(rank, foreign, markup, _)| (*foreign, *rank, *markup)).map(|(_, _, _, text)| text)
}

/// Roles of headlines that are no headline of the article by themselves.
const SECOND_HEADLINES: [&str; 9] =
    ["subhead", "subheadline", "subtitle", "subheading", "secondary", "deck", "dek", "kicker", "slug"];

/// The headline: `main`, one without a role, any other, else the item's `title`.
pub(super) fn headline(item: &Place<'_>, language: Option<&Language>) -> Option<String> {
    let texts = role_texts(item, "headlines", "headline");
    let other = || texts.iter().find(|text| !SECOND_HEADLINES.contains(&text.role.as_str()));
    let chosen = best(&texts, &["main", ""], language).or_else(other);
    chosen.and_then(RoleText::words).or_else(|| Some(even_spaces(&item.text_of("title")?)))
}

/// The second headline.
pub(super) fn subtitle(item: &Place<'_>, language: Option<&Language>) -> Option<String> {
    let texts = role_texts(item, "headlines", "headline");
    best(&texts, &SECOND_HEADLINES[..7], language).and_then(RoleText::words)
}

/// The lead: a description that says it is one, else one that says nothing about itself.
pub(super) fn lead(item: &Place<'_>, language: Option<&Language>, is_picture: bool) -> Option<String> {
    let texts = role_texts(item, "descriptions", "description");
    let named = ["lead", "summary", "abstract", "standfirst", "intro", "teaser", "main", ""];
    // What describes a picture without saying more is its caption.
    let roles = if is_picture { &named[..6] } else { &named[..] };
    best(&texts, roles, language).and_then(RoleText::words)
}
