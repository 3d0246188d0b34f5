//! What search engines are told to look at ([sitemaps.org](https://www.sitemaps.org/protocol.html)): every page that they
//! may keep, with its versions in other languages and when it last changed; and the news of the last two days, where there are any.
//!
//! `sitemap.xml` is the index. `sitemap-1.xml` and on hold the articles, from the oldest, so that a full one does not
//! change when articles are added; `sitemap-pages-1.xml` and on hold the fronts, the lists and the pages without a date,
//! which change all the time.

mod news;
#[cfg(test)]
mod tests;

use rayon::prelude::*;

use super::{
    PressError,
    head::{Version, alternates, of_list},
    key::{Key, KeyMaker},
    lists::List,
    markup::Markup,
    offer::{claim, offer},
    output::Output,
    outside::file_address,
    told::{Entry, Told},
};
use crate::model::{Instant, Site, SitePath};

/// The index, which names the others.
pub(super) const INDEX: &str = "sitemap.xml";

/// The news.
pub(super) const NEWS: &str = "sitemap-news.xml";

const OWNER: &str = "a sitemap";

/// The namespace of sitemaps.
const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// How many addresses a file holds: fewer than the 50,000 that are allowed, because search engines load a file again
/// when one of its articles is changed.
const MOST_ADDRESSES: usize = 10_000;

/// How large a file grows, by what its addresses take at most. It may have 50 MB.
const MOST_BYTES: usize = 50_000_000;

/// A page that search engines may keep.
struct Page<'a> {
    path: &'a SitePath,
    /// It, and what it is in other languages.
    versions: &'a [Version],
    /// When it last changed, where that is known.
    changed: Option<Instant>,
}

/// The pages of a file of addresses, which has no name yet.
struct File<'a> {
    pages: Vec<Page<'a>>,
    /// When the latest of its pages changed.
    changed: Option<Instant>,
}

/// What came of the sitemaps.
#[derive(Default)]
pub(super) struct Sitemaps {
    /// The addresses of those that `robots.txt` should name.
    pub named: Vec<String>,
    /// When the file of the news is to be written again although no article has changed, where there are any in it.
    pub news_until: Option<Instant>,
}

/// Writes the sitemaps, unless the newsroom brings its own.
///
/// Search engines take whole addresses only: a site that does not know its own gets none.
pub(super) fn write_sitemaps(
    site: &Site,
    lists: &[List],
    articles: &[Told],
    now: Instant,
    output: &mut Output,
) -> Result<Sitemaps, PressError> {
    if site.url.is_none() {
        return Ok(Sitemaps::default());
    }
    if !output.holds(INDEX) {
        let versions = list_versions(site, lists);
        let mut parts = Vec::new();
        for (name, files) in [
            ("sitemap-pages", files(site, pages(site, &versions, lists, articles))),
            ("sitemap", files(site, dated(articles))),
        ] {
            let files = (1..).zip(files).map(|(number, file)| (format!("{name}-{number}.xml"), file));
            parts.extend(files.filter(|(name, _)| claim(name, OWNER, output)));
        }
        let shared = &*output;
        parts.par_iter().try_for_each(|(name, file)| {
            shared.draw(name, file.key(), || Ok(file.text(site).into_bytes()))
        })?;
        let parts = parts.iter();
        let parts: Vec<_> =
            parts.map(|(name, file)| (file_address(site, &SitePath::root(), name), file.changed)).collect();
        offer(INDEX, &index(&parts), OWNER, output)?;
    }
    let news = news::newest(articles, now);
    // Search engines take a file without news for one that is broken.
    let is_ours = !news.is_empty() && offer(NEWS, &news::text(site, &news), OWNER, output)?;
    let named = [INDEX, NEWS].into_iter().filter(|file| output.holds(file));
    Ok(Sitemaps {
        named: named.map(|file| file_address(site, &SitePath::root(), file)).collect(),
        news_until: news::until(&news).filter(|_| is_ours),
    })
}

/// The articles that readers may read.
fn entries(articles: &[Told]) -> impl Iterator<Item = &Entry> {
    articles.iter().map(|told| &told.entry).filter(|entry| entry.open)
}

/// The articles with a date, from the oldest.
fn dated(articles: &[Told]) -> Vec<Page<'_>> {
    let mut dated: Vec<&Entry> = entries(articles).filter(|entry| entry.first_seen.is_some()).collect();
    dated.par_sort_by(|one, other| one.order().cmp(&other.order()));
    dated.into_iter().map(page).collect()
}

fn page(entry: &Entry) -> Page<'_> {
    // At the end of an embargo, it changes for readers.
    let changed = entry.modified.max(entry.first_seen);
    Page { path: &entry.path, versions: &entry.open_versions, changed }
}

/// The versions of every list.
fn list_versions(site: &Site, lists: &[List]) -> Vec<Vec<Version>> {
    let versions = |list: &List| {
        let edition = site.editions.get(list.edition);
        edition.map_or_else(Vec::new, |edition| of_list(site, edition, &list.place, &list.editions))
    };
    lists.iter().map(versions).collect()
}

/// Every other page: the lists that have articles or names, by their own address, which leads to the other pages; and the
/// pages without a date.
fn pages<'a>(
    site: &Site,
    versions: &'a [Vec<Version>],
    lists: &[List<'a>],
    articles: &'a [Told],
) -> Vec<Page<'a>> {
    let fronts: Vec<&SitePath> = site.editions.iter().map(|edition| &edition.path).collect();
    let of_lists = lists.iter().zip(versions).filter_map(|(list, versions)| {
        let path = &versions.first()?.path;
        let newest = list.articles.iter().map(|entry| entry.modified.max(entry.first_seen)).max();
        let is_of_use = newest.is_some() || fronts.contains(&path) || list.is_of_names();
        is_of_use.then_some(Page { path, versions, changed: newest.flatten() })
    });
    let undated = entries(articles).filter(|entry| entry.first_seen.is_none()).map(page);
    of_lists.chain(undated).collect()
}

/// The pages in files, each of which is full before the next begins.
fn files<'a>(site: &Site, pages: Vec<Page<'a>>) -> Vec<File<'a>> {
    let mut files: Vec<File> = Vec::new();
    let mut room = 0_usize;
    let front = site.public_address(&SitePath::root()).len();
    for page in pages {
        let size = page.most_bytes(front);
        match files.last_mut().filter(|file| file.pages.len() < MOST_ADDRESSES && size <= room) {
            Some(file) => {
                room -= size;
                file.changed = file.changed.max(page.changed);
                file.pages.push(page);
            }
            None => {
                room = MOST_BYTES.saturating_sub(size);
                files.push(File { changed: page.changed, pages: vec![page] });
            }
        }
    }
    files
}

impl Page<'_> {
    /// More bytes than it takes in a file: a byte of an address may be written as three, or as six. The address of the site's
    /// front has `front` bytes.
    fn most_bytes(&self, front: usize) -> usize {
        const AROUND: usize = 200;
        let address = |path: &SitePath| AROUND + 6 * (front + path.as_str().len());
        // One of the versions is named once more, for readers of other languages.
        address(self.path) * 2 + self.versions.iter().map(|version| address(&version.path)).sum::<usize>()
    }
}

impl File<'_> {
    /// What it is made of.
    fn key(&self) -> Key {
        let mut key = KeyMaker::new("sitemap");
        for page in &self.pages {
            key.add(page.path.as_str());
            key.add(page.changed.map_or(i64::MIN, Instant::unix_seconds).to_le_bytes());
            for version in page.versions {
                key.add(version.language.as_str());
                key.add(version.path.as_str());
            }
        }
        key.done()
    }

    fn text(&self, site: &Site) -> String {
        let mut markup = Markup::xml();
        let namespaces = [("xmlns", NAMESPACE), ("xmlns:xhtml", "http://www.w3.org/1999/xhtml")];
        markup.open("urlset", &namespaces);
        markup.line();
        self.pages.iter().for_each(|page| push(site, page, &mut markup));
        format!("{}\n", markup.finish())
    }
}

fn push(site: &Site, page: &Page, markup: &mut Markup) {
    markup.open("url", &[]);
    markup.leaf("loc", &[], &site.public_address(page.path));
    markup.leaf_some("lastmod", page.changed.map(|at| at.to_string()).as_deref());
    for (language, path) in alternates(site, page.versions) {
        let address = site.public_address(path);
        markup.empty("xhtml:link", &[("rel", "alternate"), ("hreflang", language), ("href", &address)]);
    }
    markup.close();
    markup.line();
}

fn index(parts: &[(String, Option<Instant>)]) -> String {
    let mut markup = Markup::xml();
    markup.open("sitemapindex", &[("xmlns", NAMESPACE)]);
    markup.line();
    for (address, changed) in parts {
        markup.open("sitemap", &[]);
        markup.leaf("loc", &[], address);
        markup.leaf_some("lastmod", changed.map(|at| at.to_string()).as_deref());
        markup.close();
        markup.line();
    }
    format!("{}\n", markup.finish())
}
