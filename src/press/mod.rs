//! The press: turns a content folder and a built app into a static site that any web server serves.
//!
//! One pass over the content: `content` finds what there is, `articles` reads the articles one by one and
//! writes each at its address (`check` says what their editors may have meant otherwise), `front`
//! arranges the fronts, `lists` writes them and the numbered index pages, `pages` draws every page (`render`) into a
//! whole document (`page`, with what `head` says of it), `moved` leads on from where articles were, `withdrawn` says
//! or leads on where one was taken back, `shell` makes the
//! app's own page the newsroom's, `feed`, `sitemap`, `robots` and `manifest` write what feed readers, search engines
//! and home screens ask for (`markup` writes their XML), `search` what readers search, `hosts` what web servers need;
//! `compress` packs what is text. `folders` says which folder may be written to; `output` writes, and never outside its folder, and `journal` notes what; `record` removes what an
//! earlier pressing wrote, also one that broke off.
//!
//! A fault of one article is a [`Finding`] and costs that article alone; a fault that leaves no site to
//! write is a [`PressError`].

mod app;
mod articles;
mod compress;
pub(crate) mod content;
mod embedded;
mod error;
mod escape;
mod feed;
mod folders;
mod front;
mod head;
mod hosts;
mod journal;
mod lists;
mod manifest;
mod markup;
mod moved;
mod offer;
mod output;
mod outside;
mod page;
mod pages;
mod record;
mod render;
mod robots;
pub mod search;
mod shell;
mod sitemap;
mod style;
mod withdrawn;

use std::path::PathBuf;

use crate::{check::addresses, model::Instant};

pub(crate) use articles::check_address;

pub use crate::check::{Finding, Position, Severity};
pub use content::is_passed_over;
pub use embedded::has_app;
pub use error::PressError;

/// Whether a file of this name is of the press's making, at the root or in the folder of a list.
pub(crate) fn makes(file: &str) -> bool {
    let name = file.rsplit('/').next().unwrap_or(file);
    let names = [
        "article.json",
        "latest.json",
        "site.json",
        "favicon.svg",
        manifest::FILE,
        pages::MISSING,
        robots::FILE,
        sitemap::INDEX,
        sitemap::NEWS,
    ];
    let feeds = feed::FORMATS.iter().map(|format| format.file);
    file.starts_with(content::DATA) || names.into_iter().chain(feeds).any(|made| made == name)
}

/// What to press, with what, into where.
#[derive(Clone, Debug)]
pub struct Order {
    /// The content folder: `site.json`, `articles/**/*.json`, and files such as `media/`.
    pub content: PathBuf,
    /// The folder of the built app, with its `index.html`; `None` for the app inside this program: see [`has_app`].
    pub app: Option<PathBuf>,
    /// Where the site lies on its host, when it is not where `site.json` says: to look at it somewhere else.
    pub base_path: Option<String>,
    /// The folder to write the site to: a new or empty one, one that was pressed before, or the app's own.
    pub out: PathBuf,
    /// The time for which embargoes and expiries are judged.
    pub now: Instant,
    /// Whether to write compressed copies beside text files, which costs time.
    pub compress: bool,
}

/// What a pressing did.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// Articles written with their text.
    pub articles: usize,
    /// Articles of which only a note was written, because readers may not see them now.
    pub stubs: usize,
    /// Files that were new or changed.
    pub written: usize,
    /// Files that were there already, as they should be.
    pub unchanged: usize,
    /// Files of an earlier pressing that are no longer part of the site.
    pub removed: usize,
    /// What was wrong with the content, in the order of files and places.
    pub findings: Vec<Finding>,
    /// Whether the app is a development build that now lies in another folder than its own, where it looks like a
    /// site to publish. It is large, and there are no settings for hosts beside it. It is no fault of the content.
    pub development_build: bool,
}

impl Outcome {
    /// How many files of the content were left out.
    pub fn left_out(&self) -> usize {
        self.findings.iter().filter(|finding| finding.severity == Severity::LeftOut).count()
    }

    /// How many faults were found that cost nothing.
    pub fn warnings(&self) -> usize {
        self.findings.len() - self.left_out()
    }
}

/// Presses a site.
///
/// Running it again with the same order changes nothing. Files are written before those that lead to them, so
/// that a site which is being served meanwhile has no dead links.
///
/// # Errors
/// When there is no site to write (no `site.json`, no app), or the output folder cannot be written, or holds what is
/// not of the press's making.
pub fn press(order: &Order) -> Result<Outcome, PressError> {
    let folders = folders::Folders::of(order)?;
    let content = content::Content::find(&folders.content, order.base_path.as_deref())?;
    let app = app::App::find(folders.app.as_deref())?;
    let mut output = output::Output::open(folders.out)?;
    record::begin(&app, folders.in_place, &mut output)?;
    let mut outcome = Outcome { findings: content.findings.clone(), ..Outcome::default() };

    app.write(&mut output)?;
    content.write_files(&mut output, &mut outcome)?;
    let (mut articles, missing) = articles::write_articles(&content, order.now, &mut output, &mut outcome)?;
    let records = articles.iter_mut().map(|entry| entry.record.take().map(|record| (entry.edition, record)));
    let records = records.flatten().collect();
    let mut lists = lists::lists(&content.site, &articles);
    let fronts = front::arrange(&content, &mut lists, &mut outcome.findings);
    lists::write_lists(&content.site, &lists, &fronts, &mut output)?;
    feed::write_feeds(&content.site, &lists, &mut output)?;
    manifest::write_manifest(&content.site, &mut output)?;
    shell::write_shell(&app, &content, order.now, &mut output)?;
    search::write_indexes(&content.site, records, &mut output)?;
    let policy = pages::write_pages(&app, &content, &lists, &articles, order.now, &mut output, &mut outcome)?;
    moved::write_moved(&content, &articles, &mut output, &mut outcome)?;
    let gone = withdrawn::of_content(&articles);
    let sitemaps = sitemap::write_sitemaps(&content.site, &lists, &articles, order.now, &mut output)?;
    outcome.findings.extend(sitemap::without_address(&content));
    robots::write_robots(&content.site, &sitemaps, &mut output)?;
    // A build under development goes to no host.
    match &policy {
        Some(policy) => hosts::write_hosts(&content.site, policy, &gone, &mut output, &mut outcome)?,
        None => outcome.development_build = !folders.in_place,
    }
    outcome
        .findings
        .extend(missing.findings(|file| output.holds(file) || output.holds(&format!("{file}/index.html"))));
    if order.compress {
        compress::write_copies(&mut output)?;
    }
    outcome.removed = record::settle(&app, &mut output)?;

    outcome.findings.sort_by(|one, other| one.order().cmp(&other.order()));
    (outcome.written, outcome.unchanged) = output.counts();
    Ok(outcome)
}
