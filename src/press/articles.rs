//! The articles, one by one: read, judged, and written at their addresses.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    sync::Arc,
    time::SystemTime,
};

use super::{
    Finding, Outcome, PressError,
    addresses::Addresses,
    claims::Claims,
    content::{self, Content},
    document::{stub, without_notes},
    file_sizes::{self, FileSizes, source_text},
    head::of_article,
    items::{Item, Items},
    kept::Kept,
    key::KeyMaker,
    look::Look,
    output::Output,
    progress::{Progress, Step},
    recalled::Recalled,
    related, search, sections,
    told::{Entry, Lists, PlaceNumber, Span, Told},
    unread::Unread,
    withdrawn,
};
use crate::{
    check::{
        self, Severity,
        files::{MissingFiles, named_files},
        subject::Reading,
        ways::Ways,
    },
    locale::Locale,
    model::{Article, Availability, Frame, Instant, Site, SitePath},
    naming,
    route::{Place, Route},
    source,
};
use rayon::prelude::*;

/// The longest part of an address, in bytes of UTF-8: file systems take 255.
const LONGEST_PART: usize = 240;

/// A file in the folder of a place, relative to the output folder.
pub(super) fn file_at(place: &SitePath, name: &str) -> String {
    place.parts().chain([name]).collect::<Vec<_>>().join("/")
}

/// How many articles are read before they are written, so that their texts do not gather in memory. The next ones are read
/// while places are given to these.
const BATCH: usize = 1024;

/// What there is to say of an article, and the article with its text where it was read just now.
pub(super) type Read = (Box<Told>, Option<Box<(Article, String)>>);

/// What was read: the articles, those that are kept for their pages, and the files that are named and not there.
pub(super) type Articles = (Vec<Told>, Kept, MissingFiles);

/// What articles are read with.
struct Desk<'a> {
    content: &'a Content,
    locales: Vec<Locale>,
    /// Where the summaries are put.
    items: Arc<Items>,
    now: Instant,
    /// Whether what is remembered of articles may still hold.
    remembers: bool,
    /// Files that were changed since may be changed again without looking otherwise.
    started: SystemTime,
}

/// Reads every article and writes it at its address. A broken one is reported and left out. Articles that are remembered
/// from the pressing before, and whose files are the same, are not read again. Beside the articles are the files that they name
/// and the content does not have.
pub(super) fn write_articles(
    content: &Content,
    now: Instant,
    output: &mut Output,
    outcome: &mut Outcome,
    progress: &dyn Progress,
) -> Result<Articles, PressError> {
    let (mut remembered, remembers) = output.take_articles(content.folder())?;
    let locales = content.site.editions.iter().map(Locale::new).collect();
    let items = output.items();
    let desk = Desk { content, locales, items: items.clone(), now, remembers, started: SystemTime::now() };
    let has_file = |file: &str| content.has_file(file);
    let mut missing =
        MissingFiles::of_site(&content.site_file(), &content.file_text, &content.site, &has_file);
    let mut claims = Claims::default();
    let (mut all, mut kept) = (Vec::with_capacity(content.articles.len()), Kept::default());
    let batches: Vec<&[PathBuf]> = content.articles.chunks(BATCH).collect();
    let mut reads = batches.first().map(|files| desk.read_all(files, &mut remembered)).unwrap_or_default();
    for (batch, files) in batches.iter().enumerate() {
        progress.step(Step::Reading, all.len(), content.articles.len());
        let numbers = batch * BATCH..;
        // Places are given one by one; meanwhile, the next ones are read.
        let (written, next) = rayon::join(
            || -> Result<Vec<Read>, PressError> {
                let mut written = Vec::with_capacity(files.len());
                for ((number, file), read) in numbers.zip(*files).zip(reads) {
                    match read.and_then(|read| claims.take(read, (number, &content.articles), output)) {
                        Ok((read, finding)) => {
                            outcome.findings.extend(read.0.findings.iter().cloned().chain(finding));
                            missing.extend(read.0.missing.clone());
                            written.push(read);
                        }
                        Err(unread) => outcome.findings.push(unread.leave_out(file, output)?),
                    }
                }
                Ok(written)
            },
            || batches.get(batch + 1).map(|files| desk.read_all(files, &mut remembered)).unwrap_or_default(),
        );
        let written = written?;
        reads = next;
        let output = &*output;
        if written.iter().any(|(told, read)| told.is_open() && read.is_some()) {
            output.learn();
        }
        written.par_iter().try_for_each(|read| desk.write(read, output))?;
        for (told, read) in written {
            if let Some((article, text)) = read.filter(|_| told.is_open()).map(|read| *read) {
                kept.keep(article, text.len());
            }
            all.push(*told);
        }
    }
    // Those of another program, or of other settings, are in no file any more.
    remembered.each().filter(|_| remembers).for_each(|told| items.leave(told.entry.item));
    related::write_documents(&mut all, &mut kept, output)?;
    outcome.articles = all.iter().filter(|told| told.is_open()).count();
    outcome.stubs = all.len() - outcome.articles;
    outcome.next = all.iter().filter_map(|told| told.span.until()).min();
    Ok((all, kept, missing))
}

impl Desk<'_> {
    /// What there is to say of the articles in files.
    fn read_all(&self, files: &[PathBuf], remembered: &mut Recalled) -> Vec<Result<Read, Unread>> {
        let known: Vec<_> = files.iter().map(|file| (file, remembered.take(file))).collect();
        known.into_par_iter().map(|(file, told)| self.read(file, told)).collect()
    }

    /// What there is to say of the article in a file; from memory, where that still holds.
    fn read(&self, file: &Path, remembered: Option<Box<Told>>) -> Result<Read, Unread> {
        let look = fs::metadata(file).map(|about| Look::of_source(&about)).unwrap_or(Look::none());
        match remembered {
            Some(told) if self.remembers && told.holds(look, self.now, self.content) => Ok((told, None)),
            was => {
                let read = self.read_anew(file, look);
                let was = was.map(|told| told.entry);
                was.iter().filter(|_| self.remembers).for_each(|entry| self.items.leave(entry.item));
                match read {
                    Ok((told, read)) => Ok((Box::new(told), Some(Box::new(read)))),
                    Err(unread) => Err(unread.of(was.map(|entry| entry.path))),
                }
            }
        }
    }

    fn read_anew(&self, file: &Path, look: Look) -> Result<(Told, (Article, String)), Unread> {
        let site = &self.content.site;
        let bytes = fs::read(file).map_err(PressError::file("read", file))?;
        let reading = Reading::of_text(file, content::text_of(file, bytes)?)?;
        check_address(file, &reading.text, site, &reading.article.summary.path)?;
        let subject = reading.subject(file, site, self.now);
        let mut findings = subject.findings();
        findings.retain(|finding| finding.severity != Severity::Note);
        let has_file = |file: &str| self.content.has_file(file);
        let mut missing = MissingFiles::default();
        missing.look_in(&subject, &has_file);
        let named = named_files(&subject).into_iter().map(|file| {
            let is_there = has_file(&file);
            (file, is_there)
        });
        let named = named.collect();
        let ways = Ways::of(&subject);
        let span = Span::around(&reading.article, self.now);
        let look = if look.is_since(self.started) { Look::none() } else { look };
        let Reading { mut article, urgency, mut text, .. } = reading;
        let file_sizes = file_sizes::unstated(self.content, &article);
        if !file_sizes.is_empty() {
            text = file_sizes::stated(text, &file_sizes);
            article = Reading::of_text(file, text.clone())?.article;
        }
        let mut entry = self.entry(file, &text, &article, urgency)?;
        entry.file_sizes = file_sizes;
        Ok((Told { entry, findings, missing, ways, look, named, span, is_new: true }, (article, text)))
    }

    fn entry(&self, file: &Path, text: &str, article: &Article, urgency: u8) -> Result<Entry, PressError> {
        let site = &self.content.site;
        let path = article.summary.path.clone();
        let edition = site.edition_of(&path);
        let lists =
            Lists::of(&sections::sections_of(site, edition, article), &naming::lists_of(site, article));
        let open = article.availability(self.now) == Availability::Published;
        let versions = site.editions.get(edition).map(|edition| of_article(edition, article));
        let name = self.locales.get(edition).map(|locale| naming::headline(&article.summary, locale));
        let summary = &article.summary;
        let item = match open {
            true => self.items.add(&source::ninjs::write_summary(summary).to_string())?,
            false => Item::default(),
        };
        Ok(Entry {
            document: None,
            key: KeyMaker::new("article").with(text).with([u8::from(open)]).done(),
            id: summary.id.clone(),
            other_name: name.filter(|name| *name != summary.headline).map(Into::into),
            headline: summary.headline.clone(),
            language: summary.language.clone(),
            published: summary.published,
            modified: summary.modified,
            year: search::year(site, edition, article),
            item,
            edition,
            lists,
            first_seen: check::first_seen(article),
            frames: frames(article, site),
            file_sizes: FileSizes::default(),
            gone: withdrawn::of_article(self.content, article, self.now),
            open,
            listed: open && !article.standing,
            searched: open && site.search && article.moved.is_none(),
            versions: versions.filter(|versions| versions.len() > 1).unwrap_or_default().into(),
            open_versions: Vec::new(),
            aliases: article.aliases.clone(),
            related: article.related.iter().map(|related| PlaceNumber::of(&related.path)).collect(),
            source: file.to_owned(),
            urgency,
            number: PlaceNumber::of(&path),
            path,
        })
    }

    /// Writes the document that readers' browsers get.
    fn write(&self, (told, read): &Read, output: &Output) -> Result<(), PressError> {
        let entry = &told.entry;
        if related::waits(entry) {
            return Ok(());
        }
        let document = file_at(&entry.path, "article.json");
        output.draw(&document, entry.key, || {
            let anew;
            let text = match read {
                Some(read) => &read.1,
                None => {
                    anew = source_text(entry)?;
                    &anew
                }
            };
            if let Some(way) = entry.gone.as_ref().and_then(withdrawn::leading_document) {
                return Ok(way.into_bytes());
            }
            if entry.open {
                return Ok(without_notes(text).into_owned().into_bytes());
            }
            let article = source::ninjs::read_article(text)
                .map_err(|error| PressError::Changed(Finding::of_error(&entry.source, text, &error)))?;
            Ok(stub(&article.value).into_bytes())
        })
    }
}

/// Whether an article can be at `path`.
pub(crate) fn check_address(file: &Path, text: &str, site: &Site, path: &SitePath) -> Result<(), Finding> {
    let unfit = |message: String| {
        let finding = Finding::left_out(file, message).coded("address-unfit").at(text, "/x/url");
        Err(finding.helped("give the article another `x.url`, such as /politics/strike/"))
    };
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
    if let Some(part) = content::own_file(path) {
        return unfit(format!(
            "expected an address of its own, found {path}, where the site's own file {part} is"
        ));
    }
    if path.parts().any(|part| part.len() > LONGEST_PART) {
        return unfit(format!("expected an address whose parts have at most {LONGEST_PART} bytes"));
    }
    Ok(())
}

/// The origins of the frames that an article may show, each once.
fn frames(article: &Article, site: &Site) -> Vec<String> {
    let embeds = Addresses::of(article).embeds;
    let frames = embeds.into_iter().filter_map(|address| Frame::of(address, &site.embed_hosts));
    let origins: BTreeSet<String> = frames.map(|frame| frame.origin().to_owned()).collect();
    origins.into_iter().collect()
}
