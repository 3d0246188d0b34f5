//! Every page of the site, finished: fronts, sections with their numbered pages, articles, and the page for what
//! is not there.

use std::{collections::BTreeSet, sync::Arc};

use leptos::prelude::GetUntracked;
use serde_json::Value;

use super::{
    Finding, Outcome, PressError,
    app::App,
    articles::Entry,
    content::Content,
    head::{Subject, head},
    lists::List,
    output::Output,
    page::{Page, Template},
    render::{self, Documents},
    style::FirstView,
    withdrawn,
};
use crate::{
    locale::{Locale, Message},
    model::{Edition, Instant, Site, SitePath},
    naming,
    platform::document::PageKind,
    route::{ListPlace, Place, Route},
    source::static_site::{article_address, article_file, list_address, list_file},
    store::{Remote, Store},
};

/// The file that hosts answer addresses with that they do not know.
pub(super) const MISSING: &str = "404.html";

/// Presses every page, and returns the policy that hosts should send with them.
///
/// The front is written last, so that what it leads to is there.
pub(super) fn write_pages(
    app: &App,
    content: &Content,
    lists: &[List],
    articles: &[Entry],
    now: Instant,
    output: &mut Output,
    outcome: &mut Outcome,
) -> Result<Option<String>, PressError> {
    let frames: BTreeSet<&str> = articles
        .iter()
        .filter(|entry| entry.published)
        .flat_map(|entry| &entry.frames)
        .map(String::as_str)
        .collect();
    let template = Template::new(app, content, &frames)?;
    let site = &Arc::new(content.site.clone());
    let locales = site.editions.iter().map(Locale::new).collect();
    let mut pages = Pages { site, now, locales, template: &template, output, outcome };
    for entry in articles {
        match entry.gone.as_ref().and_then(|gone| withdrawn::leading_page(content, gone)) {
            Some(text) => pages.write(&entry.summary.path, &text)?,
            None => pages.article(entry)?,
        }
    }
    let (mut fronts, mut others) = (Vec::new(), Vec::new());
    for list in lists {
        let Some(edition) = site.editions.get(list.edition) else { continue };
        for number in 1..=list.pages {
            others.push((edition, list, list.place.at(number)));
        }
        let newest = (edition, list, list.place.newest());
        if list.place.parts.is_empty() { fronts.push(newest) } else { others.push(newest) }
    }
    fronts.reverse();
    for (edition, list, place) in others.into_iter().chain(fronts) {
        pages.list(edition, list, &place)?;
    }
    for (index, edition) in site.editions.iter().enumerate() {
        pages.own(index, edition, Place::Saved, Message::Saved)?;
        if site.search {
            pages.own(index, edition, Place::Search, Message::Search)?;
        }
    }
    pages.missing()?;
    Ok(template.policy)
}

struct Pages<'s, 'o> {
    site: &'s Arc<Site>,
    now: Instant,
    /// The words of each edition.
    locales: Vec<Locale>,
    template: &'s Template<'s>,
    output: &'o mut Output,
    outcome: &'o mut Outcome,
}

impl Pages<'_, '_> {
    fn article(&mut self, entry: &Entry) -> Result<(), PressError> {
        let path = &entry.summary.path;
        let Some(edition) = self.site.editions.get(entry.edition) else { return Ok(()) };
        let Some(locale) = self.locales.get(entry.edition) else { return Ok(()) };
        let text = self.output.read(&article_file(path)).unwrap_or_default();
        let documents = Documents::from([(article_address(path, &self.site.base_path), text)]);
        // It was read before, and is read here as the browser reads it: the very bytes that are published.
        let store = render::store(self.site, self.now, PageKind::Page, &documents);
        let Remote::Ready(article) = store.article(path).get_untracked() else { return Ok(()) };
        let refusal = naming::refusal(article.availability(self.now)).map(|message| locale.text(message));
        let subject = match &refusal {
            None => Subject::Article(&article),
            Some(title) => Subject::Note { title, path },
        };
        let head = head(self.site, entry.edition, locale, &subject);
        self.put(path, edition, FirstView::Article, &head, store, &documents)
    }

    fn list(&mut self, edition: &Edition, list: &List, place: &ListPlace) -> Result<(), PressError> {
        let mut text = self.output.read(&list_file(edition, place)).unwrap_or_default();
        // The link to newer articles leads to the list's own address where that shows them. The page says so
        // itself, so that it changes only when that changes.
        if place.page.is_some_and(|number| number + 1 >= list.newest_first)
            && let Ok(Value::Object(mut page)) = serde_json::from_str(&text)
        {
            page.insert("newestFirst".to_owned(), list.newest_first.into());
            text = Value::Object(page).to_string();
        }
        let Some(locale) = self.locales.get(list.edition) else { return Ok(()) };
        let documents = Documents::from([(list_address(edition, place, &self.site.base_path), text)]);
        let store = render::store(self.site, self.now, PageKind::Page, &documents);
        let Remote::Ready(page) = store.list(list.edition, place).get_untracked() else { return Ok(()) };
        let about = page.about.as_ref();
        let name = naming::list_name(self.site, edition, locale, place, about);
        let crumbs = naming::list_crumbs(self.site, edition, locale, place, about);
        let latest_first = page.newest_first;
        let editions = &list.editions;
        let subject =
            Subject::List { place, editions, name: &name, page: &page, latest_first, crumbs: &crumbs };
        let head = head(self.site, list.edition, locale, &subject);
        let view = if page.front.is_empty() { FirstView::List } else { FirstView::Front };
        let path = place.path(&edition.path);
        self.put(&path, edition, view, &head, store, &documents)
    }

    /// A page of the reader's own: saved articles, the search. What is on it only their browser knows.
    fn own(
        &mut self,
        index: usize,
        edition: &Edition,
        place: Place,
        name: Message,
    ) -> Result<(), PressError> {
        let route = Route { edition: index, place };
        let path = route.path(self.site);
        let Some(locale) = self.locales.get(index) else { return Ok(()) };
        let title = locale.text(name);
        let head = head(self.site, index, locale, &Subject::Note { title: &title, path: &path });
        let documents = Documents::new();
        let store = render::store(self.site, self.now, PageKind::Page, &documents);
        self.put(&path, edition, FirstView::List, &head, store, &documents)
    }

    /// Writes the page at `path`.
    fn put(
        &mut self,
        path: &SitePath,
        edition: &Edition,
        view: FirstView,
        head: &str,
        store: Store,
        documents: &Documents,
    ) -> Result<(), PressError> {
        let address = path.under(&self.site.base_path);
        let page = Page { edition, address: &address, view, head, store, kind: PageKind::Page, documents };
        let text = self.template.html(page);
        self.write(path, &text)
    }

    /// Writes the text of the page at `path`.
    fn write(&mut self, path: &SitePath, text: &str) -> Result<(), PressError> {
        let file = super::articles::file_at(path, "index.html");
        match self.output.claim(&file, "a page of the site") {
            Ok(()) => self.output.write(&file, text.as_bytes()),
            Err(owner) => {
                let message = format!("stands where the site's own page {file} would be");
                self.outcome.findings.push(Finding::left_out(owner.as_ref(), message).into_warning());
                Ok(())
            }
        }
    }

    /// The page for what is not there, in the edition at the root. It may answer at any address.
    fn missing(&mut self) -> Result<(), PressError> {
        let root = self.site.edition_of(&SitePath::root());
        let Some(edition) = self.site.editions.get(root) else { return Ok(()) };
        let address = format!("{}{MISSING}", self.site.base_path);
        let Some(locale) = self.locales.get(root) else { return Ok(()) };
        let head = head(self.site, root, locale, &Subject::NotFound);
        // It shows the latest articles, so that whoever is lost finds something.
        let front = ListPlace::front();
        let text = self.output.read(&list_file(edition, &front)).unwrap_or_default();
        let documents = Documents::from([(list_address(edition, &front, &self.site.base_path), text)]);
        let (kind, view) = (PageKind::Missing, FirstView::List);
        let store = render::store(self.site, self.now, kind, &documents);
        let page = Page { edition, address: &address, view, head: &head, store, kind, documents: &documents };
        self.output.make(MISSING, self.template.html(page).as_bytes(), "the page for what is not there")
    }
}
