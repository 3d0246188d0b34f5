//! Versions of the article that is shown: a newer one on the host is noticed and offered, and what is new since the
//! reader read it is marked.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use super::Arrival;
use super::article::may_be_read;
use crate::components::use_edition;
use crate::locale::{Locale, Message};
use crate::model::{Article, Instant, SitePath};
use crate::piece::{Element, Piece, changing, element, nothing};
use crate::platform::events::{Happening, listen, page_is_seen};
use crate::platform::storage::LocalStorage;
use crate::platform::{clock, document, fetch, marks, task, timer};
use crate::reading::{Change, Changes, Sums};
use crate::remembered::{self, Version};
use crate::store::{Remote, Store};

/// How long a page is left alone before the host is asked for a newer version, in milliseconds. The store leaves the host
/// alone for longer, however often the reader comes back.
const REST: u32 = 1_000;

/// How long an article is seen before it counts as read, in milliseconds.
const READ: u32 = 2_000;

/// What the blocks of the article are: what stands between them is not counted.
const BLOCKS: &str = "[data-article-body]>:not(.correction)";

/// What there is to tell of versions.
#[derive(Clone)]
enum News {
    Nothing,
    /// The host has a newer one; and what there was to tell before.
    Newer(Arc<Article>, Box<News>),
    /// The reader read another one, then.
    Read(Instant, Arc<Changes>),
    /// What is new is marked.
    Marked(Arc<Changes>),
}

/// The versions of the article on this page. Cheap to clone.
#[derive(Clone)]
pub struct Versions(Arc<Inner>);

struct Inner {
    news: ArcRwSignal<News>,
    /// Whether marks are to be seen in the body.
    marked: ArcRwSignal<bool>,
    /// The one that the reader does not want now.
    refused: ArcRwSignal<Option<Arc<Article>>>,
    /// The name under which it is remembered what the reader read.
    key: String,
    locale: Locale,
}

impl Versions {
    /// Those of the article at `path`: there is nothing to tell of them.
    pub fn new(path: &SitePath) -> Self {
        let edition = use_edition();
        Self(Arc::new(Inner {
            news: ArcRwSignal::new(News::Nothing),
            marked: ArcRwSignal::new(false),
            refused: ArcRwSignal::new(None),
            key: remembered::key(&edition.site.base_path, &edition.href(path)),
            locale: edition.locale.clone(),
        }))
    }

    /// The same body, which says whether marks are to be seen in it.
    pub fn marked(&self, body: Element) -> Element {
        let marked = self.0.marked.clone();
        body.follow("data-marked", move || marked.get().then(String::new))
    }

    /// Remembers that the article of `shown` is read once the reader sees it and it has come to rest, and offers to mark
    /// what is new since it was read before.
    pub fn recall(&self, shown: ArcRwSignal<Remote<Article>>) {
        let this = self.clone();
        Effect::new(move || {
            let Remote::Ready(article) = shown.get() else { return };
            if !may_be_read(&article, clock::now()) {
                return;
            }
            let (this, waits) = (this.clone(), Cell::new(true));
            let read = Rc::new(move || {
                if page_is_seen() && waits.replace(false) {
                    this.read(&article);
                }
            });
            let seen = read.clone();
            StoredValue::new_local((
                timer::after(READ, move || read()),
                listen(Happening::Seen, move || seen()),
            ));
        });
    }

    fn read(&self, article: &Article) {
        let version = Version::of(article, clock::now());
        let Some(before) = remembered::remember(&LocalStorage, &self.0.key, &version) else { return };
        let changes = Changes::between(&before.sums, &version.sums);
        if !changes.are_none() && matches!(self.0.news.get_untracked(), News::Nothing) {
            self.0.news.set(News::Read(before.read, Arc::new(changes)));
        }
    }

    /// Shows `newer` in place of the version that is shown, with what is new in it marked.
    fn show(&self, store: &Store, newer: &Arc<Article>) {
        self.0.news.set(News::Nothing);
        if let Some(shown) = store.known_article(&newer.summary.path) {
            self.mark(Changes::between(&Sums::of(&shown), &Sums::of(newer)).into());
        }
        store.replace_article(newer.clone());
    }

    fn mark(&self, changes: Arc<Changes>) {
        self.0.news.set(if changes.are_none() { News::Nothing } else { News::Marked(changes.clone()) });
        self.0.marked.set(changes.has_marks());
        let locale = self.0.locale.clone();
        task::spawn(async move {
            // The version that they are of may be on its way into the page.
            timer::sleep(0).await;
            let words = changes.blocks.iter().map(|change| match (*change)? {
                Change::New => Some(locale.text(Message::ChangeNew)),
                Change::Changed => Some(locale.text(Message::ChangeChanged)),
            });
            marks::set_each(BLOCKS, "data-change", words);
        });
    }

    /// Offers a newer version, unless the reader has put off that very one.
    fn offer(&self, newer: Arc<Article>) {
        if self.0.refused.get_untracked().as_ref() != Some(&newer) {
            let before = match self.0.news.get_untracked() {
                News::Newer(_, before) => before,
                news => Box::new(news),
            };
            self.0.news.set(News::Newer(newer, before));
        }
    }

    /// Puts the version that is offered off: what there was to tell `before` is told again.
    fn refuse(&self, offered: &Arc<Article>, before: News) {
        self.0.refused.set(Some(offered.clone()));
        self.0.news.set(before);
        // The button has gone.
        document::focus_headline();
    }

    /// The reader knows what is new.
    fn settle(&self) {
        self.0.marked.set(false);
        self.0.news.set(News::Nothing);
        remembered::settle(&LocalStorage, &self.0.key);
        // The button has gone.
        document::focus_headline();
    }
}

/// Offers the version on the host where it is newer than the one that is shown, and what is new since the reader read
/// it; nothing changes under the reader's eyes.
pub fn newer_version(store: &Store, path: &SitePath, versions: &Versions) -> Piece {
    let (store, versions) = (store.clone(), versions.clone());
    watch(store.clone(), path.clone(), versions.clone());
    let (arrival, news) = (expect_context::<Arrival>(), versions.0.news.clone());
    changing(move || news.get(), move |news| offer(news, &store, &versions, arrival))
}

fn offer(news: News, store: &Store, versions: &Versions, arrival: Arrival) -> Piece {
    let (locale, this) = (&versions.0.locale, versions.clone());
    let button = |words, act: Box<dyn FnMut()>| {
        element("button").set("type", "button").class("button").on_click(act).text(locale.text(words))
    };
    let (line, act, close) = match news {
        News::Nothing => return nothing(),
        News::Newer(newer, before) => {
            let (store, offered, versions) = (store.clone(), newer.clone(), versions.clone());
            let show = arrival.after(move || this.show(&store, &newer));
            let later =
                button(Message::NewerLater, Box::new(move || versions.refuse(&offered, (*before).clone())));
            let line = locale.text(Message::NewerVersion);
            (line, button(Message::NewerShow, show), Some(later))
        }
        News::Read(read, changes) => {
            let show = move || {
                this.mark(changes.clone());
                document::focus_headline();
            };
            let line = locale.with(Message::NewerSince, &[("date", &locale.date_time(read))]);
            let versions = versions.clone();
            let close = button(Message::NewerSinceClose, Box::new(move || versions.settle()));
            (line, button(Message::NewerSinceShow, Box::new(show)), Some(close))
        }
        News::Marked(changes) => {
            let hide = button(Message::NewerHide, Box::new(move || this.settle()));
            (told(&changes, locale), hide, None)
        }
    };
    // At the foot of the window: the reader may be anywhere in the article.
    element("p").class("newer foot-bar").text(line + " ").child(act).child(close).into()
}

/// What is new, as far as it is more than marks, and that there are marks.
fn told(changes: &Changes, locale: &Locale) -> String {
    let sentences = [
        (changes.headline, Message::NewerHeadline),
        (changes.lead, Message::NewerLead),
        (changes.has_marks(), Message::NewerMarked),
        (changes.removed, Message::NewerRemoved),
    ];
    let sentences = sentences.into_iter().filter(|(holds, _)| *holds);
    sentences.map(|(_, message)| locale.text(message)).collect::<Vec<_>>().join(" ")
}

/// Asks the host when the article has been shown for a moment, unless the reader saves data, and when the reader comes
/// back to the page.
fn watch(store: Store, path: SitePath, versions: Versions) {
    Effect::new(move || {
        let (store, path, versions) = (store.clone(), path.clone(), versions.clone());
        let look = Rc::new(move || {
            let versions = versions.clone();
            store.look_for_newer(&path, Box::new(move |newer| versions.offer(newer)));
        });
        if !fetch::saves_data() {
            let look = look.clone();
            // Kept by the effect's owner, as the listeners are, so that they end with the page.
            StoredValue::new_local(timer::after(REST, move || look()));
        }
        for happening in [Happening::Seen, Happening::Focused] {
            let look = look.clone();
            let come_back = move || {
                if page_is_seen() {
                    look();
                }
            };
            StoredValue::new_local(listen(happening, come_back));
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_that_is_put_off_brings_back_what_there_was_to_tell() {
        Owner::new().set();
        let versions = Versions(Arc::new(Inner {
            news: ArcRwSignal::new(News::Marked(Arc::default())),
            marked: ArcRwSignal::new(true),
            refused: ArcRwSignal::new(None),
            key: String::new(),
            locale: Locale::for_reader(Vec::new()),
        }));
        let article = |headline: &str| {
            let document = format!("{{\"uri\": \"urn:test:pier\", \"headline\": \"{headline}\"}}");
            Arc::new(crate::source::ninjs::read_article(&document).expect("an article").value)
        };
        versions.offer(article("Second"));
        versions.offer(article("Third"));
        let News::Newer(offered, before) = versions.0.news.get_untracked() else { panic!("an offer") };
        assert_eq!(offered.summary.headline, "Third");
        versions.refuse(&offered, *before);
        assert!(
            matches!(versions.0.news.get_untracked(), News::Marked(_)),
            "or the marks could not be hidden"
        );
        versions.offer(offered);
        assert!(matches!(versions.0.news.get_untracked(), News::Marked(_)), "it is not offered again");
    }
}
