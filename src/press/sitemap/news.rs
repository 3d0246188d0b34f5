//! The news of the last two days, in the words of Google News.

use super::NAMESPACE;
use crate::{
    model::{Instant, Language, Site},
    press::{
        markup::Markup,
        outside::moment,
        told::{Entry, Told},
    },
};

/// How long an article is news, in seconds: the two days of Google News.
const NEWS_FOR: i64 = 2 * 86_400;

/// How many articles the file may hold.
const MOST: usize = 1_000;

/// An article, with when readers could first read it.
pub(super) type News<'a> = (&'a Entry, Instant);

/// The file: these articles of all editions.
pub(super) fn text(site: &Site, news: &[News]) -> String {
    let mut markup = Markup::xml();
    let namespaces = [("xmlns", NAMESPACE), ("xmlns:news", "http://www.google.com/schemas/sitemap-news/0.9")];
    markup.open("urlset", &namespaces);
    markup.line();
    for (entry, at) in news {
        push(site, entry, *at, &mut markup);
    }
    format!("{}\n", markup.finish())
}

/// When the next of these is news no more; `None` where there are none.
pub(super) fn until(news: &[News]) -> Option<Instant> {
    let oldest = news.iter().map(|(_, at)| at.unix_seconds()).min()?;
    // Two days later, to the second, it still is.
    Some(Instant::from_unix_seconds(oldest.saturating_add(NEWS_FOR + 1)))
}

/// The articles that are news at `now`, the newest first. Without a headline it is none.
pub(super) fn newest(articles: &[Told], now: Instant) -> Vec<News<'_>> {
    let since = Instant::from_unix_seconds(now.unix_seconds().saturating_sub(NEWS_FOR));
    let mut newest: Vec<News> = articles
        .iter()
        .map(|told| &told.entry)
        .filter(|entry| entry.listed && !entry.headline.is_empty())
        .filter_map(|entry| Some((entry, entry.first_seen?)))
        .filter(|(_, at)| *at >= since && at.begins() <= now)
        .collect();
    newest
        .sort_by(|(one, earlier), (other, later)| later.cmp(earlier).then_with(|| one.path.cmp(&other.path)));
    newest.truncate(MOST);
    newest
}

fn push(site: &Site, entry: &Entry, at: Instant, markup: &mut Markup) {
    let Some(edition) = site.editions.get(entry.edition) else { return };
    let language = entry.language.as_ref().unwrap_or(&edition.language);
    markup.open("url", &[]);
    markup.leaf("loc", &[], &site.public_address(&entry.path));
    markup.open("news:news", &[]);
    markup.open("news:publication", &[]);
    markup.leaf("news:name", &[], site.name.get(&edition.language));
    markup.leaf("news:language", &[], &language_of(language));
    markup.close();
    markup.leaf("news:publication_date", &[], &moment(at, edition));
    markup.leaf("news:title", &[], &entry.headline);
    markup.close();
    markup.close();
    markup.line();
}

/// A language as Google News calls it: by its first part, and Chinese by how it is written.
fn language_of(language: &Language) -> String {
    let primary = language.primary();
    if primary != "zh" {
        return primary;
    }
    let tag = language.as_str().to_ascii_lowercase();
    let says = |parts: &[&str]| tag.split('-').any(|part| parts.contains(&part));
    let is_traditional = says(&["hant"]) || says(&["tw", "hk", "mo"]) && !says(&["hans"]);
    let name = if is_traditional { "zh-tw" } else { "zh-cn" };
    name.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_is_called_by_how_it_is_written() {
        for (tag, expected) in [
            ("zh", "zh-cn"),
            ("zh-SG", "zh-cn"),
            ("zh-Hans-HK", "zh-cn"),
            ("zh-TW", "zh-tw"),
            ("zh_Hant", "zh-tw"),
            ("zh-HK", "zh-tw"),
            ("ru-KZ", "ru"),
        ] {
            assert_eq!(language_of(&Language::parse(tag).expect("a tag")), expected, "{tag}");
        }
    }
}
