//! An article's file read: what there is to say of the article in it, and the document that readers' browsers get.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    sync::Arc,
    time::SystemTime,
};

use rayon::prelude::*;

use super::{
    Finding, PressError,
    addresses::Addresses,
    articles::file_at,
    content::{self, Content},
    file_sizes::{self, FileSizes, source_text},
    fitting::check_address,
    head::of_article,
    items::{Item, Items},
    key::KeyMaker,
    last_good,
    look::Look,
    output::Output,
    recalled::Recalled,
    related, search, sections,
    sorter::Waiting,
    told::{Entry, Lists, PlaceNumber, Span, Told},
    unread::{Says, Unread},
    withdrawn,
};
use crate::{
    check::{
        self, Severity,
        files::{MissingFiles, named_files},
        newsroom::named_alone,
        subject::Reading,
        ways::Ways,
    },
    locale::Locale,
    model::{Article, Availability, Frame, Instant, Site, SitePath},
    naming,
    source::{
        self,
        ninjs::{with_place, without_notes, write_held_back},
    },
};

/// What there is to say of an article, and the article with its text where it was read just now.
pub(super) type Read = (Box<Told>, Option<Box<(Article, String)>>);

/// What came of reading a file.
pub(super) struct Asked {
    /// The article, or why there is none.
    pub read: Result<Read, Unread>,
    /// Where the article in the file was at the pressing before, if readers could read it then, and the file was read anew.
    pub before: Option<SitePath>,
}

/// What articles are read with.
pub(super) struct Desk<'a> {
    pub content: &'a Content,
    locales: Vec<Locale>,
    /// Where the summaries are put.
    items: Arc<Items>,
    now: Instant,
    /// Whether what is remembered of articles may still hold.
    remembers: bool,
    /// Files that were changed since may be changed again without looking otherwise.
    started: SystemTime,
}

impl<'a> Desk<'a> {
    /// For the articles of `content`, as of `now`; `remembers` says whether what is remembered of them may still hold.
    pub fn of(content: &'a Content, items: Arc<Items>, now: Instant, remembers: bool) -> Self {
        let locales = content.site.editions.iter().map(Locale::new).collect();
        Self { content, locales, items, now, remembers, started: SystemTime::now() }
    }

    /// What there is to say of the articles in files.
    pub fn read_all(&self, files: &[PathBuf], remembered: &mut Recalled) -> Vec<Asked> {
        let known: Vec<_> = files.iter().map(|file| (file, remembered.take(file))).collect();
        known.into_par_iter().map(|(file, told)| self.read(file, told)).collect()
    }

    /// The same of articles that waited, once more.
    pub fn read_again(&self, waiting: &[Waiting]) -> Vec<(usize, Asked)> {
        let read = waiting.par_iter().filter_map(|Waiting { number, before, .. }| {
            let file = self.content.articles.get(*number)?;
            Some((*number, Asked { read: self.read_anew(file), before: before.clone() }))
        });
        read.collect()
    }

    /// Takes note that what was said of an article is not used.
    pub fn give_back(&self, asked: &Asked) {
        if let Ok((told, _)) = &asked.read {
            self.items.leave(told.entry.item);
        }
    }

    /// What there is to say of the article in a file; from memory, where that still holds.
    fn read(&self, file: &Path, remembered: Option<Box<Told>>) -> Asked {
        match remembered {
            Some(told) if self.remembers && told.holds(look_of(file), self.now, self.content) => {
                Asked { read: Ok((told, None)), before: None }
            }
            was => {
                let read = self.read_anew(file);
                let was = was.map(|told| told.entry);
                was.iter().filter(|_| self.remembers).for_each(|entry| self.items.leave(entry.item));
                Asked { read, before: was.map(|entry| entry.path) }
            }
        }
    }

    fn read_anew(&self, file: &Path) -> Result<Read, Unread> {
        // Before it is read: who changes it meanwhile is noticed at the next pressing.
        let look = look_of(file);
        let site = &self.content.site;
        let bytes = fs::read(file).map_err(PressError::file("read", file))?;
        let mut reading = Reading::of_text(file, content::text_of(file, bytes)?)?.settled_in(site);
        check_address(file, &reading.text, site, &reading.article.summary.path)
            .map_err(|finding| Unread::LeftOut(Box::new(finding), self.says(&reading.article)))?;
        let subject = reading.subject(file, site, self.now);
        let mut findings = subject.findings();
        findings.retain(|finding| finding.severity != Severity::Note);
        let mut missing = MissingFiles::default();
        missing.look_in(&subject, &|file| self.content.has_file(file));
        let ways = Ways::of(&subject);
        let look = if look.is_since(self.started) { Look::none() } else { look };
        let file_sizes = file_sizes::unstated(self.content, &reading.article);
        let uris: Vec<Box<str>> = named_alone(&subject).map(|(uri, _)| uri.into()).collect();
        let settled = reading.is_settled;
        if settled || !file_sizes.is_empty() {
            let text = file_sizes::stated(reading.text, &file_sizes);
            let path = settled.then_some(&reading.article.summary.path);
            reading = Reading::of_text(file, with_place(text, path))?;
        }
        let mut told = Told { findings, missing, ways, look, ..self.tell(file, &reading)? };
        let entry = &mut told.entry;
        (entry.file_sizes, entry.named, entry.settled) = (file_sizes, uris.into(), settled);
        Ok((Box::new(told), Some(Box::new((reading.article, reading.text)))))
    }

    /// What an article says of whether readers may read it.
    fn says(&self, article: &Article) -> Says {
        let is_open = article.availability(self.now) == Availability::Published;
        Says::of(is_open, withdrawn::was_published(article, self.now))
    }

    /// The last good version of the article in a file that is left out now, as it stands on the site at `path`, where it was;
    /// or wherever the file says, if it is known no more where that was. `None` where it stands there no more, or readers might not see it.
    pub fn last_good(&self, file: &Path, path: Option<&SitePath>, output: &Output) -> Option<Read> {
        let (published, reading) = match path {
            Some(path) => last_good::at(file, path, output)?,
            None => last_good::named_in(file, output)?,
        };
        check_address(file, &reading.text, &self.content.site, &reading.article.summary.path).ok()?;
        // What is wrong with it was told when it was new, and its places are those of another file.
        let mut told = self.tell(file, &reading).ok()?;
        told.entry.published_text = Some(published);
        let is_public = told.entry.open || told.entry.gone.is_some();
        is_public.then(|| (Box::new(told), Some(Box::new((reading.article, reading.text)))))
    }

    /// What there is to say of an article that nobody has to remember for longer than this pressing.
    fn tell(&self, file: &Path, reading: &Reading) -> Result<Told, PressError> {
        let Reading { article, urgency, text, .. } = reading;
        let entry = self.entry(file, text, article, *urgency)?;
        // What is remembered of an article that readers may read must not tell what editors write for each other.
        let shown = if entry.open { without_notes(text) } else { text.into() };
        let named = named_files(&self.content.site, article, &shown).into_iter().map(|file| {
            let is_there = self.content.has_file(&file);
            (file, is_there)
        });
        Ok(Told {
            entry,
            findings: Vec::new(),
            missing: MissingFiles::default(),
            ways: Ways::default(),
            look: Look::none(),
            named: named.collect(),
            span: Span::around(article, self.now),
            is_new: true,
        })
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
            closed_versions: Vec::new(),
            aliases: article.aliases.clone(),
            related: article.related.iter().map(|related| PlaceNumber::of(&related.path)).collect(),
            named: Box::default(),
            settled: false,
            source: file.to_owned(),
            published_text: None,
            urgency,
            number: PlaceNumber::of(&path),
            path,
        })
    }

    /// Writes the document that readers' browsers get.
    pub fn write(&self, (told, read): &Read, output: &Output) -> Result<(), PressError> {
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
            Ok(write_held_back(&article.value).into_bytes())
        })
    }
}

/// How an article's file looks.
fn look_of(file: &Path) -> Look {
    fs::metadata(file).map_or(Look::none(), |about| Look::of_source(&about))
}

/// The origins of the frames that an article may show, each once.
fn frames(article: &Article, site: &Site) -> Vec<String> {
    let embeds = Addresses::of(article).embeds;
    let frames = embeds.into_iter().filter_map(|address| Frame::of(address, &site.embed_hosts));
    let origins: BTreeSet<String> = frames.map(|frame| frame.origin().to_owned()).collect();
    origins.into_iter().collect()
}
