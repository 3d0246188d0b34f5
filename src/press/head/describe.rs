//! What a page is called, what it is about, and where it is.

use super::{Subject, Whose};
use crate::{
    locale::Message,
    model::{Article, Block, IndexPage, Section, SitePath, one_line, plain_text, plain_text_of_blocks},
    naming,
    route::ListPlace,
};

/// How many characters of an article stand for it where it has no lead: as many as search engines show.
const LENGTH: usize = 200;

/// How many of a list's stories stand for it.
const STORIES: usize = 4;

/// A page in a few words.
pub(super) struct Described {
    /// The page's title, with the site's name.
    pub title: String,
    /// What it is called without that; the front bears the site's name.
    pub name: String,
    /// What it is about.
    pub description: Option<String>,
    /// Where it is, if anywhere.
    pub path: Option<SitePath>,
    /// Whether search engines may keep it.
    pub indexed: bool,
}

impl Described {
    /// What there is to say of the page.
    pub fn of(whose: Whose, subject: &Subject) -> Self {
        let (heading, description, path) = match subject {
            Subject::Article(article) => {
                let path = article.summary.path.clone();
                (naming::headline(&article.summary, whose.locale), of_article(whose, article), Some(path))
            }
            Subject::Note { title, path } => ((*title).to_owned(), None, Some((*path).clone())),
            Subject::List { place, name, page, .. } => {
                // The front is the site itself, so its title is the site's name.
                let heading = if place.parts.is_empty() { "" } else { name };
                let description = of_list(whose, place, name, page);
                (heading.to_owned(), description, Some(place.path(&whose.edition.path)))
            }
            Subject::NotFound => (whose.locale.text(Message::NotFoundTitle), None, None),
        };
        let indexed = matches!(subject, Subject::Article(_) | Subject::List { .. });
        let title = naming::title(&heading, whose.site_name());
        let name = if heading.is_empty() { title.clone() } else { heading };
        Self { title, name, description, path, indexed }
    }
}

/// What the newsroom says of the list, else what its first stories are. A numbered page says which it is and what is on
/// it, so that no two pages of a list say the same.
fn of_list(whose: Whose, place: &ListPlace, name: &str, page: &IndexPage) -> Option<String> {
    let said = naming::list_description(whose.site, whose.edition, place, page.about.as_ref());
    let said = said.map(|text| one_line(&text)).filter(|text| place.page.is_none() && !text.is_empty());
    said.or_else(|| {
        let headlines = page.items.iter().map(|summary| one_line(&summary.headline));
        let headlines: Vec<String> =
            headlines.filter(|headline| !headline.is_empty()).take(STORIES).collect();
        let stories = headlines.join(" · ");
        let line = match place.page {
            Some(_) => format!("{name}: {stories}"),
            None => stories.clone(),
        };
        (!stories.is_empty()).then(|| cut(&line))
    })
}

/// The lead, else how the text begins, else what the section around it is about.
fn of_article(whose: Whose, article: &Article) -> Option<String> {
    let lead = article.summary.lead.as_deref().map(one_line).filter(|lead| !lead.is_empty());
    lead.or_else(|| beginning(&article.body)).or_else(|| {
        let crumbs = naming::article_crumbs(whose.site, whose.edition, whose.locale, &article.summary.path);
        let depth = whose.edition.path.parts().count();
        let innermost = crumbs.last()?;
        let slugs: Vec<&str> = innermost.path.parts().skip(depth).collect();
        let chain = whose.site.section_chain(&slugs)?;
        chain.into_iter().rev().find_map(|section| of_section(whose, section))
    })
}

fn of_section(whose: Whose, section: &Section) -> Option<String> {
    let description = one_line(section.description.get(&whose.edition.language));
    (!description.is_empty()).then_some(description)
}

/// The first paragraph that says something, else whatever the text says; cut at a word.
fn beginning(body: &[Block]) -> Option<String> {
    let mut paragraphs = body.iter().filter_map(|block| match block {
        Block::Paragraph(content) => Some(one_line(&plain_text(content))),
        _ => None,
    });
    let text = paragraphs.find(|text| !text.is_empty());
    let text = text.unwrap_or_else(|| one_line(&plain_text_of_blocks(body)));
    (!text.is_empty()).then(|| cut(&text))
}

/// The first words of a line, with an ellipsis where there are more. A word that is longer than that is cut itself:
/// some scripts have no spaces.
fn cut(line: &str) -> String {
    let Some((end, _)) = line.char_indices().nth(LENGTH) else { return line.to_owned() };
    let start = &line[..end];
    let words = if line[end..].starts_with(' ') {
        Some(start)
    } else {
        start.rsplit_once(' ').map(|(words, _)| words)
    };
    let words = words.unwrap_or(start).trim_end_matches(|last: char| " ,;:–—-".contains(last));
    format!("{words}…")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_beginning_is_cut_at_a_word() {
        assert_eq!(cut("Short."), "Short.");
        let long = "слово, ".repeat(60);
        let shortened = cut(long.trim());
        assert!(shortened.ends_with("слово…") && shortened.chars().count() <= LENGTH + 1, "{shortened}");
        assert_eq!(cut(&"字".repeat(300)).chars().count(), LENGTH + 1);
    }
}
