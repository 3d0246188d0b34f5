//! The articles, one by one: read, judged, and written at their addresses.

use std::{
    borrow::Cow,
    collections::{BTreeSet, HashMap, hash_map},
    path::{Path, PathBuf},
};

use serde_json::{Value, json};

use super::{
    Finding, Outcome, PressError,
    addresses::Addresses,
    content::Content,
    head::{Version, of_article},
    lists,
    output::Output,
    search::Record,
    withdrawn::{self, Gone},
};
use crate::{
    check::{self, Severity, files::MissingFiles, subject::Reading},
    model::{Article, Availability, Frame, Instant, PublicationStatus, Site, SitePath, Summary},
    naming,
    route::{Place, Route},
};

/// The longest part of an address, in bytes of UTF-8: file systems take 255.
const LONGEST_PART: usize = 240;

/// What lists need of an article; its body is not kept.
pub(super) struct Entry {
    /// What a list shows.
    pub summary: Summary,
    /// The edition it is in.
    pub edition: usize,
    /// The lists it stands in beside the front's, each by the parts of its address.
    pub lists: Vec<Vec<String>>,
    /// What it calls the topics and people among them.
    pub names: Vec<(Vec<String>, String)>,
    /// When readers could first read it: by this, lists are ordered.
    pub first_seen: Option<Instant>,
    /// The hosts of the frames that it may show, with their scheme.
    pub frames: Vec<String>,
    /// Whether readers may read it now.
    pub published: bool,
    /// Where they could, and may no longer: what is at its address.
    pub gone: Option<Gone>,
    /// Whether it stands in lists: it is published, and no standing page.
    pub listed: bool,
    /// It, and what it is in other languages.
    pub versions: Vec<Version>,
    /// What the index of the search gets of it; nothing where readers may not read it.
    pub record: Option<Record>,
    /// Where it was before.
    pub aliases: Vec<SitePath>,
    /// The file it was read from.
    pub source: PathBuf,
    /// How urgent its newsroom calls it: 1 is the most urgent, 9 the least.
    pub urgency: u8,
}

/// A file in the folder of a place, relative to the output folder.
pub(super) fn file_at(place: &SitePath, name: &str) -> String {
    place.parts().chain([name]).collect::<Vec<_>>().join("/")
}

/// Reads every article and writes it at its address. A broken one is reported and left out. Beside the articles are
/// the files that they name and the content does not have.
pub(super) fn write_articles(
    content: &Content,
    now: Instant,
    output: &mut Output,
    outcome: &mut Outcome,
) -> Result<(Vec<Entry>, MissingFiles), PressError> {
    let mut entries = Vec::new();
    let has_file = |file: &str| content.has_file(file);
    let mut missing =
        MissingFiles::of_site(&content.site_file(), &content.site_text, &content.site, &has_file);
    let mut uris: HashMap<String, &Path> = HashMap::new();
    for file in &content.articles {
        let reading = match read_article(file, content, now, (&mut outcome.findings, &mut missing)) {
            Ok(reading) => reading,
            Err(finding) => {
                outcome.findings.push(finding);
                continue;
            }
        };
        let Reading { article, urgency, text, .. } = reading;
        let read = (article, urgency);
        let Some(entry) = write_article(file, &text, read, content, now, output, outcome)? else {
            continue;
        };
        match uris.entry(entry.summary.id.clone()) {
            hash_map::Entry::Occupied(first) => {
                let finding = check::same_uri(file, first.key(), first.get());
                outcome.findings.push(finding.at(&text, "/uri"));
            }
            hash_map::Entry::Vacant(free) => {
                free.insert(file);
            }
        }
        entries.push(entry);
    }
    Ok((entries, missing))
}

/// Reads an article; its warnings and the files that it names in vain are added to `findings` and `missing`.
fn read_article(
    file: &Path,
    content: &Content,
    now: Instant,
    (findings, missing): (&mut Vec<Finding>, &mut MissingFiles),
) -> Result<Reading, Finding> {
    let reading = Reading::of(file)?;
    check_address(file, &reading.text, &content.site, &reading.article.summary.path)?;
    let subject = reading.subject(file, &content.site, now);
    findings.extend(subject.findings().into_iter().filter(|finding| finding.severity != Severity::Note));
    missing.look_in(&subject, &|file| content.has_file(file));
    Ok(reading)
}

/// Whether an article can be at `path`.
pub(crate) fn check_address(file: &Path, text: &str, site: &Site, path: &SitePath) -> Result<(), Finding> {
    let unfit =
        |message: String| Err(Finding::left_out(file, message).coded("address-unfit").at(text, "/x/url"));
    let edition = site.editions.get(site.edition_of(path));
    if edition.is_none_or(|edition| !edition.path.contains(path)) {
        let editions: Vec<&str> = site.editions.iter().map(|edition| edition.path.as_str()).collect();
        return unfit(format!("expected an address in an edition ({}), found {path}", editions.join(", ")));
    }
    let taken = match Route::parse(site, Some(path.clone())).place {
        Place::List(_) => Some("a list of articles is"),
        Place::Saved => Some("readers' saved articles are"),
        Place::Search => Some("the search is"),
        Place::Article(_) | Place::Nowhere => None,
    };
    if let Some(what) = taken {
        return unfit(format!("expected an address of its own, found {path}, where {what}"));
    }
    if path.parts().any(|part| part.len() > LONGEST_PART) {
        return unfit(format!("expected an address whose parts have at most {LONGEST_PART} bytes"));
    }
    Ok(())
}

fn write_article(
    file: &Path,
    text: &str,
    (article, urgency): (Article, u8),
    content: &Content,
    now: Instant,
    output: &mut Output,
    outcome: &mut Outcome,
) -> Result<Option<Entry>, PressError> {
    let path = article.summary.path.clone();
    let document = file_at(&path, "article.json");
    if let Err(owner) = output.claim(&document, &file.display().to_string()) {
        outcome.findings.push(check::address_taken(file, &path, &owner.to_string()).at(text, "/x/url"));
        return Ok(None);
    }
    let published = article.availability(now) == Availability::Published;
    let gone = withdrawn::of_article(content, &article, now);
    if published {
        output.write(&document, without_notes(text).as_bytes())?;
        outcome.articles += 1;
    } else {
        // What is told of a pressing is published with the site.
        output.leave_unrecorded(&document);
        output.leave_unrecorded(&file_at(&path, "index.html"));
        let way = gone.as_ref().and_then(withdrawn::leading_document);
        output.write(&document, way.unwrap_or_else(|| stub(&article)).as_bytes())?;
        outcome.stubs += 1;
    }
    let edition = content.site.edition_of(&path);
    let names: Vec<(Vec<String>, String)> = naming::lists_of(&content.site, &article)
        .into_iter()
        .map(|(list, name)| (list.parts, name))
        .collect();
    let mut lists = lists::sections_of(&content.site, edition, &article);
    lists.extend(names.iter().map(|(parts, _)| parts.clone()));
    Ok(Some(Entry {
        edition,
        lists,
        names,
        frames: frames(&article, &content.site),
        published,
        gone,
        listed: published && !article.standing,
        urgency,
        first_seen: check::first_seen(&article),
        versions: content
            .site
            .editions
            .get(edition)
            .map_or_else(Vec::new, |edition| of_article(edition, &article)),
        record: (published && content.site.search && article.moved.is_none())
            .then(|| Record::of(&content.site, edition, &article)),
        aliases: article.aliases,
        source: file.to_owned(),
        summary: article.summary,
    }))
}

/// The origins of the frames that an article may show, each once.
fn frames(article: &Article, site: &Site) -> Vec<String> {
    let embeds = Addresses::of(article).embeds;
    let frames = embeds.into_iter().filter_map(|address| Frame::of(address, &site.embed_hosts));
    let origins: BTreeSet<String> = frames.map(|frame| frame.origin().to_owned()).collect();
    origins.into_iter().collect()
}

/// The document without `edNote`, which editors write for each other. A document without one stays as it was written.
fn without_notes(text: &str) -> Cow<'_, str> {
    if let Ok(Value::Object(mut document)) = serde_json::from_str(text)
        && document.remove("edNote").is_some()
    {
        return Cow::Owned(format!("{}\n", Value::Object(document)));
    }
    Cow::Borrowed(text)
}

/// What readers' browsers are told of an article they may not read now: enough to say why, and none of its text.
fn stub(article: &Article) -> String {
    let status = match article.status {
        PublicationStatus::Usable => "usable",
        PublicationStatus::Withheld => "withheld",
        PublicationStatus::Canceled => "canceled",
    };
    let mut document = json!({
        "standard": { "name": "ninjs", "version": "3.1" },
        "uri": article.summary.id,
        "type": "text",
        "representationType": "incomplete",
        "pubStatus": status,
        "x": { "url": article.summary.path.as_str() },
    });
    let known = [
        ("language", article.summary.language.as_ref().map(ToString::to_string)),
        ("embargoedUntil", article.embargoed_until.map(|instant| instant.to_string())),
        ("expires", article.expires.map(|instant| instant.to_string())),
    ];
    if let Some(fields) = document.as_object_mut() {
        for (name, value) in known {
            fields.extend(value.map(|value| (name.to_owned(), json!(value))));
        }
    }
    format!("{document}\n")
}
