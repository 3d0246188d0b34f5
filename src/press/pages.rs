//! Every page of the site, finished: fronts, sections with their numbered pages, articles, and the page for what
//! is not there.

use std::{collections::BTreeSet, sync::Arc};

use leptos::prelude::GetUntracked;
use rayon::prelude::*;

use super::{
    Finding, Outcome, PressError,
    app::App,
    content::Content,
    front::Fronts,
    head::{Subject, head},
    kept::Kept,
    key::{Key, KeyMaker},
    lists::List,
    output::Output,
    page::{Page, Template},
    page_job::{Job, MISSING, all_jobs, missing_file},
    progress::{Count, Progress, Step},
    render::{self, Documents},
    style::FirstView,
    told::{Entry, Told},
    versions, withdrawn,
};
use crate::{
    locale::{Locale, Message},
    model::{Edition, IndexPage, Instant, Site, SitePath},
    naming,
    platform::document::PageKind,
    route::{ListPlace, Place, Route},
    source::static_site::{article_address, article_file, list_address},
    store::{Remote, Store},
};

const OWNER: &str = "a page of the site";

/// Presses every page, and returns the policy that hosts should send with them.
pub(super) fn write_pages(
    app: &App,
    content: &Content,
    (lists, fronts): (&[List], &Fronts),
    (articles, kept, now): (&[Told], &Kept, Instant),
    (output, outcome): (&mut Output, &mut Outcome),
    progress: &dyn Progress,
) -> Result<Option<String>, PressError> {
    let entries = || articles.iter().map(|told| &told.entry);
    let frames: BTreeSet<&str> =
        entries().filter(|entry| entry.open).flat_map(|entry| &entry.frames).map(String::as_str).collect();
    let template = Template::new(app, content, &frames)?;
    template.write_styles(output)?;
    let site = &Arc::new(content.site.clone());
    let jobs = reserve(all_jobs(entries(), lists, site), lists, site, (output, outcome))?;
    let locales = site.editions.iter().map(Locale::new).collect();
    let pages = Pages { content, site, now, locales, template: &template, fronts, kept, output };
    let count = Count::of(Step::Drawing, jobs.len(), progress);
    jobs.par_iter().try_for_each(|(job, file)| {
        count.one();
        pages.draw(job, file)
    })?;
    Ok(template.policy)
}

/// Reserves the files of pages, those for what is not there among them. A page whose file the content has is left to it.
fn reserve<'a>(
    jobs: Vec<Job<'a>>,
    lists: &'a [List],
    site: &Site,
    (output, outcome): (&mut Output, &mut Outcome),
) -> Result<Vec<(Job<'a>, String)>, PressError> {
    let mut reserved = Vec::new();
    let wanted = jobs.into_par_iter().map(|job| {
        let file = job.file(site);
        let is_claimed = file.as_ref().is_some_and(|file| output.claim_known(file, OWNER));
        (job, file, is_claimed)
    });
    let wanted: Vec<(Job, Option<String>, bool)> = wanted.collect();
    for (job, file, is_claimed) in wanted {
        let Some(file) = file else { continue };
        let claimed = if is_claimed { Ok(()) } else { output.claim(&file, OWNER) };
        match claimed {
            Ok(()) => reserved.push((job, file)),
            Err(owner) => {
                let message = format!("stands where the site's own page {file} would be");
                outcome.findings.push(Finding::left_out(owner.as_ref(), message).into_warning());
            }
        }
    }
    for front in lists.iter().filter(|list| list.place.parts.is_empty()) {
        let Some(file) = missing_file(site, front.edition) else { continue };
        match output.claim(&file, "the page for what is not there") {
            Ok(()) => reserved.push((Job::Missing(front), file)),
            Err(by) if file == MISSING => return Err(PressError::Taken { file, by }),
            // The content brings that of this edition itself.
            Err(_) => {}
        }
    }
    Ok(reserved)
}

/// What pages are drawn with.
struct Pages<'a> {
    content: &'a Content,
    site: &'a Arc<Site>,
    now: Instant,
    /// The words of each edition.
    locales: Arc<[Locale]>,
    template: &'a Template<'a>,
    fronts: &'a Fronts,
    kept: &'a Kept,
    output: &'a Output,
}

impl Pages<'_> {
    fn draw(&self, job: &Job, file: &str) -> Result<(), PressError> {
        match job {
            Job::Article(entry) => {
                let gone = entry.gone.as_ref();
                if let Some(text) = gone.and_then(|gone| withdrawn::leading_page(self.content, gone)) {
                    return self.output.write(file, text.as_bytes());
                }
                self.put(file, FirstView::Article, self.article_key(entry), || {
                    self.output.expect_as_made(&article_file(&entry.path))?;
                    Ok(self.article(entry))
                })
            }
            Job::List(list, place) => {
                let is_front = place.page.is_none() && place.parts.is_empty();
                let is_arranged = is_front && self.fronts.contains_key(&list.edition);
                let view = if is_arranged { FirstView::Front } else { FirstView::List };
                self.put(file, view, self.list_key(list, place), || {
                    let newest_first = Self::newest_first(list, place);
                    let text = list.text(place, newest_first, self.fronts, self.output)?;
                    let page = list.page(place, newest_first, (self.fronts, self.kept));
                    Ok(self.list(list, place, view, (text, page)))
                })
            }
            Job::Own(edition, place, name) => {
                let key = KeyMaker::new("own page").done();
                self.put(file, FirstView::List, key, || Ok(self.own(*edition, place, *name)))
            }
            Job::Missing(front) => {
                let key = KeyMaker::new("missing").with(front.key(&front.place, self.fronts)).done();
                self.put(file, FirstView::List, key, || {
                    let text = front.text(&front.place, None, self.fronts, self.output)?;
                    Ok(self.missing(front, text))
                })
            }
        }
    }

    /// Writes a page that is made of what `key` says, and of what all pages of its view are.
    fn put(
        &self,
        file: &str,
        view: FirstView,
        key: Key,
        draw: impl FnOnce() -> Result<Option<String>, PressError>,
    ) -> Result<(), PressError> {
        let key = KeyMaker::new("page").with(self.template.key(view)).with(key).done();
        self.output.draw(file, key, || Ok(draw()?.unwrap_or_default().into_bytes()))
    }

    fn words(&self, edition: usize) -> Option<(&Edition, &Locale)> {
        Some((self.site.editions.get(edition)?, self.locales.get(edition)?))
    }

    /// What the page of an article is made of: of the time only the note on its age.
    fn article_key(&self, entry: &Entry) -> Key {
        let age = entry.date().and_then(|at| self.words(entry.edition)?.1.age_note(at, self.now));
        let document = entry.document.unwrap_or(entry.key);
        KeyMaker::new("article").with(document).with(age.unwrap_or_default()).done()
    }

    fn article(&self, entry: &Entry) -> Option<String> {
        let path = &entry.path;
        let (edition, locale) = self.words(entry.edition)?;
        let text = self.output.read(&article_file(path)).unwrap_or_default();
        let documents = Documents::from([(article_address(path, &self.site.base_path), text)]);
        let store = render::store(self.site, &self.locales, self.now, PageKind::Page, &documents);
        // What is not kept is read as the browser reads it: from the very bytes that are published.
        if let Some(article) = self.kept.get(path) {
            store.hand_over(path, versions::with_open(article, entry));
        }
        let Remote::Ready(article) = store.article(path).get_untracked() else { return None };
        let refusal = naming::refusal(article.availability(self.now)).map(|message| locale.text(message));
        let subject = match &refusal {
            None => Subject::Article(&article),
            Some(title) => Subject::Note { title, path },
        };
        let head = head(self.site, entry.edition, locale, &subject);
        Some(self.html(path, edition, FirstView::Article, &head, store, &documents))
    }

    /// The oldest page that the list's own address shows, for a page that has a link there: so that it changes only when
    /// that changes.
    fn newest_first(list: &List, place: &ListPlace) -> Option<u32> {
        place.page.is_some_and(|number| number + 1 >= list.newest_first).then_some(list.newest_first)
    }

    fn list_key(&self, list: &List, place: &ListPlace) -> Key {
        let mut key = KeyMaker::new("list").with(list.key(place, self.fronts));
        key.add(place.path(&SitePath::root()).as_str());
        key.add(Self::newest_first(list, place).unwrap_or(0).to_le_bytes());
        let numbers = [list.edition].into_iter().chain(list.editions.iter().copied());
        numbers.for_each(|number| key.add(number.to_le_bytes()));
        key.done()
    }

    fn list(
        &self,
        list: &List,
        place: &ListPlace,
        view: FirstView,
        (text, page): (String, Option<IndexPage>),
    ) -> Option<String> {
        let (edition, locale) = self.words(list.edition)?;
        let documents = Documents::from([(list_address(edition, place, &self.site.base_path), text)]);
        let store = render::store(self.site, &self.locales, self.now, PageKind::Page, &documents);
        if let Some(page) = page {
            store.hand_over_list(list.edition, place, page);
        }
        let Remote::Ready(page) = store.list(list.edition, place).get_untracked() else { return None };
        let about = page.about.as_ref();
        let name = naming::list_name(self.site, edition, locale, place, about);
        let crumbs = naming::list_crumbs(self.site, edition, locale, place, about);
        let latest_first = page.newest_first;
        let editions = &list.editions;
        let subject =
            Subject::List { place, editions, name: &name, page: &page, latest_first, crumbs: &crumbs };
        let head = head(self.site, list.edition, locale, &subject);
        Some(self.html(&place.path(&edition.path), edition, view, &head, store, &documents))
    }

    fn own(&self, index: usize, place: &Place, name: Message) -> Option<String> {
        let (edition, locale) = self.words(index)?;
        let path = Route { edition: index, place: place.clone() }.path(self.site);
        let title = locale.text(name);
        let head = head(self.site, index, locale, &Subject::Note { title: &title, path: &path });
        let documents = Documents::new();
        let store = render::store(self.site, &self.locales, self.now, PageKind::Page, &documents);
        Some(self.html(&path, edition, FirstView::List, &head, store, &documents))
    }

    fn html(
        &self,
        path: &SitePath,
        edition: &Edition,
        view: FirstView,
        head: &str,
        store: Store,
        documents: &Documents,
    ) -> String {
        let address = path.under(&self.site.base_path);
        let page = Page { edition, address: &address, view, head, store, kind: PageKind::Page, documents };
        self.template.html(page)
    }

    fn missing(&self, front: &List, text: String) -> Option<String> {
        let (edition, locale) = self.words(front.edition)?;
        let address = format!("{}{}", self.site.base_path, missing_file(self.site, front.edition)?);
        let head = head(self.site, front.edition, locale, &Subject::NotFound);
        // It shows the latest articles, so that whoever is lost finds something.
        let documents = Documents::from([(list_address(edition, &front.place, &self.site.base_path), text)]);
        let (kind, view) = (PageKind::Missing, FirstView::List);
        let store = render::store(self.site, &self.locales, self.now, kind, &documents);
        let page = Page { edition, address: &address, view, head: &head, store, kind, documents: &documents };
        Some(self.template.html(page))
    }
}
