//! What the index knows of an article.

use std::collections::{BTreeMap, BTreeSet};
use std::slice;

use crate::{
    model::{Article, Block, Credit, Language, Role, Site, Summary, plain_text_of_blocks},
    press::{byline, outside, sections},
    search::{GROUPS, fold},
    source::ninjs,
};

/// An article that readers may see now, as the index takes it.
#[derive(Clone, Debug)]
pub struct Record {
    /// What a result shows.
    pub summary: Summary,
    /// The lead and the body: words with a space between each two.
    pub text: String,
    /// Who made it, in words.
    pub people: Vec<String>,
    /// Those of them that are somebody by themselves, by whom results are narrowed.
    pub authors: Vec<String>,
    /// What it is about.
    pub topics: Vec<String>,
    /// What the sections that it stands in are called in its edition.
    pub section_names: Vec<String>,
    /// The sections that it stands in, each by its slugs from the outermost: `learn/politics`.
    pub sections: Vec<String>,
    /// The year of its publication, in the zone of its edition; none for a standing page.
    pub year: Option<String>,
    /// Whether it is a standing page.
    pub standing: bool,
}

/// Values by name, as pagefind takes them.
type Named<T> = BTreeMap<String, T>;

impl Record {
    /// The record of an article in the edition of index `edition`.
    ///
    /// It does not ask whether readers may see the article: whoever calls does, as for every list.
    pub fn of(site: &Site, edition: usize, article: &Article) -> Self {
        let summary = article.summary.clone();
        let people: Vec<String> =
            article.credits.iter().map(|credit| byline::name_of(credit).to_owned()).collect();
        let authors = article.credits.iter().zip(&people).filter(|(credit, name)| is_author(credit, name));
        // Pagefind counts each name as often as it is given.
        let authors = authors.map(|(_, name)| name.clone()).collect::<BTreeSet<_>>();
        let sections = sections::sections_of(site, edition, article);
        Self {
            text: words(&text(article)),
            authors: authors.into_iter().collect(),
            people,
            topics: article.subjects.iter().map(|subject| subject.name.clone()).collect(),
            section_names: sections.iter().filter_map(|slugs| section_name(site, edition, slugs)).collect(),
            sections: sections.iter().map(|slugs| slugs.join("/")).collect(),
            year: year(site, edition, article),
            standing: article.standing,
            summary,
        }
    }

    /// What pagefind finds it by beside its text, narrows by, and sorts by.
    pub(super) fn known_by(&self, language: &Language) -> (Named<String>, Named<Vec<String>>, Named<String>) {
        let fold = |text: &str| fold(text, language);
        let meta = [
            ("title", fold(&self.summary.headline)),
            ("people", fold(&self.people.join(" "))),
            ("topics", fold(&self.topics.join(" "))),
            ("sections", fold(&self.section_names.join(" "))),
        ];
        let year: Vec<String> = self.year.iter().cloned().collect();
        let filters = GROUPS.into_iter().zip([self.sections.clone(), self.authors.clone(), year]);
        let date = self.summary.published.or(self.summary.modified);
        // Not as a number: pagefind has 24 bits for that. What has no date comes last, for by date pagefind leaves out
        // what has none.
        let date = date.map_or_else(|| "0".to_owned(), |date| date.to_string());
        (
            meta.into_iter()
                .filter(|(_, text)| !text.is_empty())
                .map(|(name, text)| (name.to_owned(), text))
                .collect(),
            filters
                .filter(|(_, values)| !values.is_empty())
                .map(|(name, values)| (name.to_owned(), values))
                .collect(),
            Named::from([("date".to_owned(), date)]),
        )
    }

    /// What records are ordered by before they are cut into volumes.
    pub fn order(&self) -> super::Order<'_> {
        let summary = &self.summary;
        super::order(self.standing, summary.published.or(summary.modified), &summary.path)
    }

    /// What a result shows, without the lead, in whose place an excerpt stands.
    pub(super) fn story(&self) -> serde_json::Value {
        ninjs::write_summary(&Summary { lead: None, ..self.summary.clone() })
    }
}

/// Whether results are narrowed by a name in a credit. A credit with a role names one person. A plain `by` string is one
/// name where nothing in it stands between two; who it is meant for wrote it for people, so that is all that tells.
fn is_author(credit: &Credit, name: &str) -> bool {
    !name.is_empty() && (credit.role != Role::Byline || byline::is_one_name(name))
}

/// What the section with these slugs is called in an edition.
fn section_name(site: &Site, edition: usize, slugs: &[String]) -> Option<String> {
    let slugs: Vec<&str> = slugs.iter().map(String::as_str).collect();
    let section = site.section_chain(&slugs)?.pop()?;
    Some(section.name.get(&site.editions.get(edition)?.language).to_owned())
}

/// The year of an article's publication, in the zone of its edition; none for a standing page.
pub(in crate::press) fn year(site: &Site, edition: usize, article: &Article) -> Option<String> {
    let edition = site.editions.get(edition).filter(|_| !article.standing)?;
    let published = article.summary.published.or(article.summary.modified)?;
    Some(outside::moment(published, edition).split_once('-')?.0.to_owned())
}

/// The lead and the body. Excerpts run on from one part to the next, so what has no end of a sentence gets one.
fn text(article: &Article) -> String {
    let lead = article.summary.lead.as_deref().unwrap_or_default();
    article.body.iter().fold(ended(lead), |text, block| {
        let words = plain_text_of_blocks(slice::from_ref(block));
        let words = if matches!(block, Block::Heading { .. }) { ended(&words) } else { words };
        text + " " + &words
    })
}

fn ended(words: &str) -> String {
    let words = words.trim();
    let end = if words.ends_with(char::is_alphanumeric) { "." } else { "" };
    format!("{words}{end}")
}

/// The words of a text with a space between each two, as pagefind counts them. It passes over spaces of no width, and
/// takes words that begin with three low lines for its own.
fn words(text: &str) -> String {
    let text = text.replace('\u{200b}', "");
    let words = text.split_whitespace().map(|word| word.strip_prefix("___").unwrap_or(word));
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
