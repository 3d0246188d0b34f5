//! A numbered page of a list of articles.

use super::{Address, FrontPart, Summary, Translation};

/// Some of a list's articles, newest first, and where they stand in the whole list.
///
/// Pages are counted from the oldest (page 1), so that a full page never changes again.
#[derive(Clone, Debug, PartialEq)]
pub struct IndexPage {
    /// How many pages the list has. Only the list's newest file knows; a numbered page says `None`.
    pub pages: Option<u32>,
    /// The number of the oldest page whose articles are in this file.
    pub first: u32,
    /// The oldest page whose articles the list's newest file has. Only a numbered page that was pressed says so, and
    /// only where the link to newer articles depends on it; a page of names says which is the last.
    pub newest_first: Option<u32>,
    /// Where other editions have the topic or person that it is about. Only the list's newest file knows.
    pub translations: Vec<Translation>,
    /// What the list is of, where only its documents say so: a topic or a person.
    pub about: Option<About>,
    /// The articles, or topics or people as if they were. On an arranged front they follow each other as its blocks do.
    pub items: Vec<Summary>,
    /// The blocks of an arranged front, from the top. Every other list has none.
    pub front: Vec<FrontPart>,
}

/// A topic or a person, in the words of one edition.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// What the topic or the person is called.
    pub name: String,
    /// What the person does.
    pub role: Option<String>,
    /// A sentence or two.
    pub description: Option<String>,
    /// The person's portrait.
    pub picture: Option<Address>,
    /// Where else the person is found: what the link says, and where it leads.
    pub links: Vec<(String, Address)>,
}
