//! The press: turns a content folder and a built app into a static site that any web server serves.
//!
//! One pass over the content: `content` finds what there is, `articles` has the articles read (`desk`) and writes each at its address (`fitting` says where one can be, `sorter` which of two is there, `last_good` what stays where a file does not read now)
//! (`check` says what their editors may have meant otherwise; `file_sizes` states in each how large the files are that it offers, `told` is what is kept of each, `kept` are those that are needed whole; `related` tells in each what there is
//! to tell of the articles to read next, and where those are that it names by identifiers alone (`named`), and `versions` which of its translations are there, `files` copies what they show), `front`
//! arranges the fronts, `lists` writes them and the numbered index pages (`sections` says which of those the sections are, `names` are all topics and people, in the order of the `alphabet`), `pages` draws every page (`page_job` says which there are, `render` draws) into a
//! whole document (`page`, with what `head` says of it), `moved` leads on from where articles were, `withdrawn` says
//! or leads on where one was taken back (`leading` writes the pages that lead on), `deleted` finds those that the content no longer has, `shell` makes the
//! app's own page the newsroom's (`logo` says how large its mark is), `byline` tells names from what stands around them, `feed`, `sitemap`, `robots` and `manifest` write what feed readers, search engines
//! and home screens ask for (`markup` writes their XML), `search` what readers search, `hosts` what web servers need;
//! `compress` packs what is text. `folders` says which folder may be written to; `output` writes, and never outside its
//! folder; `record` removes what an earlier pressing wrote.
//!
//! Pressing again costs what changed: each file has a `key` of what it is made of, `memory` keeps these for the next
//! pressing, each with the `look` of its file, in `memory_parts`; `items` are what lists show (both in files that are
//! `numbered`). `revisit` looks at what is served, `folder_looks` says which folders need not be read, `recalled` are the
//! articles that need not be. The site is made ready beside the one that is served, and takes its place at
//! once (`stage`, on the trees of `tree`; where that cannot be, `file_by_file`). Articles are read, and pages drawn, on all cores; `progress` tells how far it is.
//!
//! A fault of one article is a [`Finding`] and costs that article alone; a fault that leaves no site to
//! write is a [`PressError`].

mod alphabet;
mod among;
mod app;
mod articles;
mod byline;
mod claims;
mod compress;
pub(crate) mod content;
mod deleted;
mod desk;
mod embedded;
mod error;
mod escape;
mod feed;
mod file_by_file;
mod file_sizes;
mod files;
mod fitting;
mod folder_looks;
mod folders;
mod front;
mod head;
mod hosts;
mod items;
mod kept;
mod key;
mod last_good;
mod leading;
mod list_page;
mod lists;
mod logo;
mod look;
mod manifest;
mod markup;
mod memory;
mod memory_parts;
mod moved;
mod named;
mod names;
mod numbered;
mod offer;
mod output;
mod outside;
mod page;
mod page_job;
mod pages;
mod progress;
mod recalled;
mod record;
mod related;
mod render;
mod revisit;
mod robots;
pub mod search;
mod sections;
mod shell;
mod sitemap;
mod sorter;
mod stage;
mod style;
mod told;
mod tree;
mod unread;
mod versions;
mod withdrawn;

use std::path::PathBuf;

use crate::{check::addresses, model::Instant};

pub(crate) use fitting::check_address;
pub(crate) use moved::unfit_alias;
pub(crate) use names::SIZE as NAMES;
pub(crate) use sections::sections_of;

pub use crate::check::{Finding, Position, Severity};
pub use content::is_passed_over;
pub use embedded::has_app;
pub use error::PressError;
pub use progress::{Progress, Quiet, Step};

/// Whether a file of this name is of the press's making, at the root or in the folder of a list.
pub(crate) fn makes(file: &str) -> bool {
    let name = file.rsplit('/').next().unwrap_or(file);
    let names = [
        "article.json",
        "latest.json",
        "site.json",
        "favicon.svg",
        manifest::FILE,
        page_job::MISSING,
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
    /// Whether nothing is published where something of the content would be left out.
    pub strict: bool,
}

/// What a pressing did.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// Articles written with their text.
    pub articles: usize,
    /// Articles of which only a note was written, because readers may not see them now.
    pub stubs: usize,
    /// The next moment at which the site changes by time alone: readers may read what they may not read now, or the other way
    /// round, as far as the articles say, or an article is news no more. The site is to be pressed again then.
    pub next: Option<Instant>,
    /// Articles whose files are left out, and of which the last good version stays on the site.
    pub staying: usize,
    /// Files that were new or changed.
    pub written: usize,
    /// Files that were there already, as they should be.
    pub unchanged: usize,
    /// Files of an earlier pressing that are no longer part of the site.
    pub removed: usize,
    /// What was wrong with the content, in the order of files and places.
    pub findings: Vec<Finding>,
    /// Why the site took the place of the old one file by file, where that could not be done at once. It is no fault of the
    /// content.
    pub file_by_file: Option<String>,
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
/// It is made ready beside the output folder, and takes the place of what is there at once: whoever is served meanwhile gets
/// the old site or the new one. Running it again with the same order changes nothing.
///
/// # Errors
/// When there is no site to write (no `site.json`, no app), or the output folder cannot be written, or holds what is
/// not of the press's making; and where something would be left out of a site that was ordered whole. The site that is there stays as it is then.
pub fn press(order: &Order, progress: &dyn Progress) -> Result<Outcome, PressError> {
    let folders = folders::Folders::of(order)?;
    let mut content = content::Content::find(&folders.content, order.base_path.as_deref())?;
    let app = app::App::find(folders.app.as_deref())?;
    let basis = basis(&content);
    let (output, found) = rayon::join(|| output::Output::open(folders.out, basis), || content.look_through());
    let mut output = found.and(output)?;
    let mut outcome = Outcome { findings: content.findings.clone(), ..Outcome::default() };

    app.write(&mut output)?;
    let files = content.claim_files(&mut output, &mut outcome)?;
    let (mut articles, kept, missing) =
        articles::write_articles(&content, order.now, &mut output, &mut outcome, progress)?;
    files::copy_files(files, (&content, &articles), &outcome.findings, &mut output, progress)?;
    let public = deleted::add_deleted(&content, &mut articles, order.now, &mut output)?;
    write_site(order, &app, &content, (&articles, &kept), (&mut output, &mut outcome), progress)?;
    drop(kept);
    outcome.findings.extend(among::findings(&content, &articles, order.now, &output));
    outcome.development_build &= !folders.in_place;
    outcome
        .findings
        .extend(missing.findings(|file| output.holds(file) || output.holds(&format!("{file}/index.html"))));
    if order.compress {
        compress::write_copies(&mut output, progress)?;
    }
    outcome.removed = record::settle(&app, public, &mut output)?;

    outcome.findings.sort_by(|one, other| one.order().cmp(&other.order()));
    if order.strict && outcome.left_out() > 0 {
        return Err(PressError::Incomplete(outcome.findings));
    }
    (outcome.written, outcome.unchanged) = output.counts();
    progress.step(Step::Publishing, 0, 1);
    if let stage::Swap::ByFile(cause) = output.publish(content.folder(), &articles, !folders.in_place)? {
        outcome.file_by_file = Some(cause);
    }
    progress.step(Step::Publishing, 1, 1);
    // To take an archive's tables apart takes time, in which nobody has to wait.
    rayon::spawn(move || drop(articles));
    Ok(outcome)
}

/// The program and the settings, of which everything is drawn.
fn basis(content: &content::Content) -> key::Key {
    key::KeyMaker::new("basis").with(memory::program()).with(&content.site_text).done()
}

/// Writes everything that is made of all articles together.
fn write_site(
    order: &Order,
    app: &app::App,
    content: &content::Content,
    (articles, kept): (&[told::Told], &kept::Kept),
    (output, outcome): (&mut output::Output, &mut Outcome),
    progress: &dyn Progress,
) -> Result<(), PressError> {
    progress.step(Step::Listing, 0, 1);
    let site = &content.site;
    let mut lists = lists::lists(site, articles);
    let fronts = front::arrange(content, &mut lists, &mut outcome.findings, output)?;
    lists::write_lists(site, &lists, &fronts, output)?;
    feed::write_feeds(site, &lists, kept, output)?;
    manifest::write_manifest(site, output)?;
    search::write_indexes(site, (articles, kept), output, progress)?;
    let (lists, output) = (&lists, output);
    let drawn = pages::write_pages(
        app,
        content,
        (lists, &fronts),
        (articles, kept, order.now),
        (&mut *output, &mut *outcome),
        progress,
    )?;
    shell::write_shell(app, content, order.now, drawn.as_deref(), output)?;
    leading::write_root(content, output)?;
    moved::write_moved(content, articles, output, outcome)?;
    let sitemaps = sitemap::write_sitemaps(site, lists, articles, order.now, output)?;
    outcome.next = outcome.next.into_iter().chain(sitemaps.news_until).min();
    robots::write_robots(site, &sitemaps.named, output)?;
    // A build under development goes to no host.
    match &drawn {
        Some(policy) => hosts::write_hosts(site, policy, &withdrawn::of_content(articles), output, outcome)?,
        None => outcome.development_build = true,
    }
    Ok(())
}
