//! What is wrong with a content folder, and how to mend it: one list of rules, for `broadsheet check` and for the press.
//!
//! A rule about one article is a function in `rules`, over a `Subject`: the article's text, its JSON and its model. The
//! press runs the same ones on what it reads anyway, and leaves notes to `check`. Rules that need the other articles are
//! in `related`, over a `newsroom` of a few facts of each, in `aliases` and `alike`, and in `fronts`; what needs the files is in `files` and `sizes`;
//! what our JSON Schemas say is in `schema`, what is wrong with the words of an edition in `editions`, and what else the settings may not mean in `settings`. Everything is a
//! [`Finding`] with a code that stays, a place (`locate`, `places`) and a help; `report` writes them for people and for
//! machines, with the words themselves (`excerpt`); how what is no JSON is mended is in `syntax`.
//!
//! The folder itself is found by `press::content`, so that both commands see the same files.

pub(crate) mod addresses;
pub(crate) mod aliases;
pub(crate) mod alike;
mod downloads;
pub(crate) mod editions;
mod excerpt;
pub(crate) mod files;
mod finding;
pub(crate) mod fronts;
pub(crate) mod index;
mod locate;
pub(crate) mod newsroom;
mod places;
pub(crate) mod related;
mod report;
mod rules;
mod schema;
pub(crate) mod settings;
mod sizes;
pub(crate) mod subject;
mod syntax;
pub(crate) mod ways;

use std::path::{Path, PathBuf};

use rayon::prelude::*;
use serde_json::Value;

use crate::{
    model::{Address, Article, Instant, NamedLink, SitePath},
    press::{PressError, check_address, content::Content},
};
use files::{HasFile, MissingFiles};
use index::{Found, Index};
use newsroom::Record;
use sizes::Sizes;
use subject::Reading;

pub(crate) use finding::plain;
pub use finding::{Finding, Severity};
pub use locate::Position;
pub use report::{Format, Report};

/// Checks the content folder as of `now`.
///
/// # Errors
/// When there is nothing to check: no folder, or no `site.json` that can be opened. What is wrong in a `site.json` that
/// says nothing of the site is a finding, and the only one.
pub fn check(folder: &Path, now: Instant) -> Result<Report, PressError> {
    if !folder.is_dir() {
        return Err(PressError::NoContent(folder.to_owned()));
    }
    let mut content = match Content::find(folder, None) {
        Err(PressError::Site(finding)) => return Ok(Report::of_settings(finding)),
        found => found?,
    };
    content.look_through()?;
    let has_file = |file: &str| content.has_file(file);
    let desk = Desk { content: &content, has_file: &has_file, sizes: Sizes::of(folder), now };
    let numbered: Vec<(usize, &PathBuf)> = content.articles.iter().enumerate().collect();
    let looked_at: Vec<Looked> =
        numbered.into_par_iter().map(|(number, file)| desk.look_at(number, file)).collect();

    let mut findings = [content.findings.clone(), content.reserved()].concat();
    let mut missing =
        MissingFiles::of_site(&content.site_file(), &content.file_text, &content.site, &has_file);
    let mut records = Vec::new();
    for looked in looked_at {
        findings.extend(looked.findings);
        missing.extend(looked.missing);
        records.extend(looked.record);
    }
    let (records, taken) = related::at_one_address(records, &content);
    findings.extend(taken);
    let facts = records.iter().filter_map(|record| Some(record.facts(content.articles.get(record.file)?)));
    let index = Index::of(facts.collect(), &content.site, &has_file);
    let numbered: Vec<(usize, &Record)> = records.iter().enumerate().collect();
    let among_others: Vec<Finding> = numbered
        .into_par_iter()
        .flat_map_iter(|(number, record)| related::findings(record, number, &index))
        .collect();
    findings.extend(among_others);
    findings.extend(missing.findings(|file| index.makes(file)));
    findings.extend(of_site(&content, &index));
    findings.sort_by(|one, other| one.order().cmp(&other.order()));
    Ok(Report { findings, articles: content.articles.len(), is_of_settings: false })
}

/// What is at hand while articles are looked at.
struct Desk<'a> {
    content: &'a Content,
    has_file: HasFile<'a>,
    sizes: Sizes<'a>,
    now: Instant,
}

/// What came of looking at an article.
#[derive(Default)]
struct Looked {
    findings: Vec<Finding>,
    missing: MissingFiles,
    record: Option<Record>,
}

impl Desk<'_> {
    fn look_at(&self, number: usize, file: &Path) -> Looked {
        let mut looked = Looked::default();
        if let Err(finding) = self.read(number, file, &mut looked) {
            looked.findings.push(finding);
        }
        looked
    }

    fn read(&self, number: usize, file: &Path, looked: &mut Looked) -> Result<(), Finding> {
        let site = &self.content.site;
        let reading = Reading::of(file)?.settled_in(site);
        let subject = reading.subject(file, site, self.now);
        looked.findings.extend(subject.findings());
        looked.findings.extend(schema::of_article(&subject));
        looked.findings.extend(self.sizes.findings(&subject, self.has_file));
        looked.findings.extend(downloads::findings(self.content.folder(), &subject, self.has_file));
        looked.missing.look_in(&subject, self.has_file);
        check_address(file, &reading.text, site, &reading.article.summary.path)?;
        if let Some(other) = self.content.file_in_the_way(&reading.article.summary.path) {
            let taken = address_taken(file, &reading.article.summary.path, &other.display().to_string());
            return Err(taken.at(&reading.text, "/x/url"));
        }
        looked.record = Some(Record::of(&subject, number));
        Ok(())
    }
}

/// What is wrong with `site.json` beside what its reader says: its schema, and where its links lead.
fn of_site(content: &Content, index: &Index) -> Vec<Finding> {
    let (file, text, site) = (content.site_file(), &content.file_text, &content.site);
    let document: Value = serde_json::from_str(text).unwrap_or(Value::Null);
    let told: Vec<_> =
        content.findings.iter().filter(|finding| finding.file == file).map(Finding::order).collect();
    let is_told = |pointer: &str| told.contains(&(&file, Some(locate::locate(text, pointer))));
    let mut findings = schema::of_site(&file, text, &document, &is_told);
    let people = site.people.iter().flat_map(|person| &person.links);
    let links: Vec<&Address> = site.follow.iter().chain(&site.footer).chain(people).map(address_of).collect();
    for address in links {
        let Some(to) = newsroom::place_of(site, address) else { continue };
        if index.at(&to) == Found::Nothing {
            let message = format!("expected a link to a page of this site, found {to}, where nothing is");
            let finding = Finding::warning(&file, "link-broken", message)
                .helped("correct the address, or remove the link");
            findings.push(places::at_address(finding, text, &document, address.as_str()));
        }
        if let Some(words) = related::hidden(&to, index) {
            let message =
                format!("expected a link to a page that readers can see, found {to}, which is {words}");
            let finding = Finding::warning(&file, "link-hidden", message)
                .helped("remove the link until readers can see that article");
            findings.push(places::at_address(finding, text, &document, address.as_str()));
        }
    }
    findings.extend(withdrawn_to_nothing(content, index));
    for edition in 0..site.editions.len() {
        let find = |path: &SitePath| index.listed_at(path, edition);
        findings.extend(fronts::named_stories(content, edition, find).1);
    }
    findings
}

/// The places of this site that readers are led on to from withdrawn articles, and where nothing is.
pub(crate) fn withdrawn_to_nothing(content: &Content, index: &Index) -> Vec<Finding> {
    let lost: Vec<&SitePath> =
        content.withdrawn.places().filter(|to| index.at(to) == Found::Nothing).collect();
    if lost.is_empty() {
        return Vec::new();
    }
    let (file, text) = (content.site_file(), &content.file_text);
    let document: Value = serde_json::from_str(text).unwrap_or(Value::Null);
    let finding = |to: &SitePath| {
        let message = format!("expected a place of this site to lead on to, found {to}, where nothing is");
        let finding = Finding::warning(&file, "link-broken", message)
            .helped("correct `withdrawn.redirect`, or remove it: a page says then that the article is gone");
        let leads = |text: &str| SitePath::parse(text).as_ref() == Some(to);
        let pointer = places::find_below(&document, "/withdrawn", &leads);
        finding.at(text, pointer.as_deref().unwrap_or("/withdrawn"))
    };
    lost.into_iter().map(finding).collect()
}

fn address_of(link: &NamedLink) -> &Address {
    &link.address
}

/// When readers could first read an article: one under embargo is new when the embargo ends.
pub(crate) fn first_seen(article: &Article) -> Option<Instant> {
    let published = article.summary.published.or(article.summary.modified);
    published.max(article.embargoed_until.filter(|_| published.is_some()))
}

/// A file that the system does not let us read.
pub(crate) fn unreadable(file: &Path, cause: &std::io::Error) -> Finding {
    Finding::left_out(file, format!("expected a file that can be read: {cause}"))
        .coded("file-unreadable")
        .helped("give the account that runs `broadsheet` the right to read it")
}

/// The second of two articles at one address; `owner` is what is there already.
pub(crate) fn address_taken(file: &Path, path: &SitePath, owner: &str) -> Finding {
    let message = format!("expected an address of its own, found {path}, where {owner} is already");
    Finding::left_out(file, message).coded("address-taken").helped(
        "give one of the two another `x.url`; where an article has none, its address follows from its section and its \
         headline",
    )
}

/// The second of two articles with the same `uri`.
pub(crate) fn same_uri(file: &Path, uri: &str, first: &Path) -> Finding {
    let first = first.display();
    let message = format!(
        "expected a uri of its own, found {uri}, which {first} has too: reports and feeds cannot tell the two apart"
    );
    Finding::warning(file, "uri-taken", message).helped("give one of the two another `uri`")
}
