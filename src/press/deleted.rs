//! What earlier pressings published and the content no longer has: its address stays, as that of a cancelled article does.
//!
//! The record of the site says what was published ([`super::record`]), so that nothing but the site itself is needed for
//! this. What readers might never see is not in it, and leaves nothing behind.

use std::{
    collections::{BTreeMap, HashSet},
    path::{Path, PathBuf},
};

use rayon::prelude::*;
use rustc_hash::FxHashSet;

use super::{
    PressError,
    articles::file_at,
    content::Content,
    fitting::check_address,
    items::Item,
    key::KeyMaker,
    look::Look,
    moved::leads_on,
    output::Output,
    told::{Entry, Lists, PlaceNumber, Span, Told},
    withdrawn::{self, Gone},
};
use crate::{
    check::{files::MissingFiles, ways::Ways},
    model::{Instant, SitePath},
    source::ninjs,
};

/// The addresses that readers know: percent-encoded, and from the root of the site.
#[derive(Debug, Default)]
pub(super) struct Public {
    /// Those of articles, now or before, at which something is.
    pub articles: FxHashSet<String>,
    /// Those of articles that were deleted, and since when.
    pub deleted: BTreeMap<String, Instant>,
}

/// Adds to `articles` those that were deleted, writes their documents, and returns all addresses that are public.
pub(super) fn add_deleted(
    content: &Content,
    articles: &mut Vec<Told>,
    now: Instant,
    output: &mut Output,
) -> Result<Public, PressError> {
    let mut public = Public { articles: open(articles), deleted: BTreeMap::new() };
    let before = earlier(articles, &public.articles, output);
    let mut deleted = Vec::new();
    if !before.is_empty() {
        let taken = taken(articles, output);
        // Where it cannot be told which articles are left out, none of the others is known to be deleted.
        let is_certain = output.left_out().values().all(Option::is_some);
        for (address, since) in &before {
            let path = SitePath::parse(address).filter(|path| path.under("/") == *address);
            let Some(path) = path.filter(|_| is_certain || since.is_some()) else { continue };
            if !taken.contains(&path) && is_free(content, &path, output) {
                deleted.push((address.clone(), path, since.unwrap_or(now)));
            }
        }
    }
    public.articles.extend(before.into_keys());
    for (address, path, since) in deleted {
        let gone = withdrawn::at(&content.site, &content.withdrawn, &path);
        let text = withdrawn::leading_document(&gone).unwrap_or_else(|| ninjs::write_withdrawn(&path));
        output.make(&file_at(&path, "article.json"), text.as_bytes(), "an article that was deleted")?;
        articles.push(told(content, gone, since));
        public.articles.remove(&address);
        public.deleted.insert(address, since);
    }
    Ok(public)
}

/// The addresses at which articles are that readers can read or could.
fn open(articles: &[Told]) -> FxHashSet<String> {
    let open = articles.par_iter().map(|told| &told.entry).filter(|entry| entry.open || entry.gone.is_some());
    let open: Vec<String> = open.map(|entry| entry.path.under("/")).collect();
    open.into_iter().collect()
}

/// The other addresses at which there were some, in their order, and since when they are known to be deleted. One that they may
/// not read yet, or not for now, is at none of them, whatever was there before.
fn earlier(
    articles: &[Told],
    open: &FxHashSet<String>,
    output: &Output,
) -> BTreeMap<String, Option<Instant>> {
    let mut before = BTreeMap::new();
    let deleted = match output.record_digest().filter(|record| record.names_articles(open)) {
        // It names the same articles, and no others but those that were deleted.
        Some(record) => &record.deleted,
        None => {
            let record = output.earlier();
            let articles = record.articles.iter().filter(|address| !open.contains(&***address));
            before.extend(articles.map(|address| (address.to_string(), None)));
            &record.deleted
        }
    };
    let deleted = deleted.iter().filter(|(address, _)| !open.contains(*address));
    before.extend(deleted.map(|(address, since)| (address.clone(), Some(*since))));
    if !before.is_empty() {
        let entries = articles.iter().map(|told| &told.entry);
        let closed = entries.filter(|entry| !entry.open && entry.gone.is_none()).map(|entry| &entry.path);
        for path in closed.chain(output.withheld()) {
            before.remove(&path.under("/"));
        }
    }
    before
}

/// The addresses at which something of the content is: an article, one that moved from there, or one that is left out for
/// now because of a fault.
fn taken<'a>(articles: &'a [Told], output: &'a Output) -> HashSet<&'a SitePath> {
    let entries = || articles.iter().map(|told| &told.entry);
    let moved = entries().filter(|entry| leads_on(entry)).flat_map(|entry| &entry.aliases);
    let left_out = output.left_out().values().flatten();
    entries().map(|entry| &entry.path).chain(moved).chain(left_out).collect()
}

/// Whether an article could be at `path`, and no file of the site is.
fn is_free(content: &Content, path: &SitePath, output: &Output) -> bool {
    let files = ["article.json", "index.html"].map(|name| file_at(path, name));
    check_address(Path::new(""), "", &content.site, path).is_ok()
        && files.iter().all(|file| output.is_free(file))
}

/// What lists, pages and settings for hosts need of it, which is little.
fn told(content: &Content, gone: Gone, since: Instant) -> Told {
    let path = gone.path.clone();
    let entry = Entry {
        document: None,
        key: KeyMaker::new("deleted").with(path.as_str()).done(),
        id: path.as_str().to_owned(),
        other_name: None,
        headline: String::new(),
        language: None,
        published: None,
        modified: None,
        year: None,
        item: Item::default(),
        edition: content.site.edition_of(&path),
        lists: Lists::default(),
        first_seen: Some(since),
        frames: Vec::new(),
        file_sizes: Box::default(),
        gone: Some(gone),
        open: false,
        listed: false,
        searched: false,
        versions: Box::default(),
        open_versions: Vec::new(),
        closed_versions: Vec::new(),
        related: Box::default(),
        named: Box::default(),
        settled: false,
        aliases: Vec::new(),
        source: PathBuf::new(),
        published_text: None,
        urgency: 9,
        number: PlaceNumber::of(&path),
        path,
    };
    let (findings, missing, named) = (Vec::new(), MissingFiles::default(), Vec::new());
    let ways = Ways::default();
    Told { entry, findings, missing, ways, look: Look::none(), named, span: Span::default(), is_new: true }
}

/// The files of articles that readers might not see when they were pressed, and that the content no longer has. They are in
/// no record: what remembers them is the memory, and without it the document at their address, which the press alone writes.
pub(super) fn traces(output: &Output) -> Vec<String> {
    let address_of = |file: &str| {
        let address = file.strip_suffix("/article.json").filter(|_| !output.holds(file))?;
        output
            .read(file)
            .is_some_and(|text| ninjs::tells_of_no_article(&text, address))
            .then(|| address.to_owned())
    };
    let addresses = output.found().filter_map(address_of);
    let pages =
        addresses.flat_map(|address| ["article.json", "index.html"].map(|name| format!("{address}/{name}")));
    let hidden = output.found_hidden().iter().cloned();
    hidden.chain(pages).filter(|file| !output.holds(file)).collect()
}
