//! An article.

use leptos::prelude::*;

use super::newer::{Versions, newer_version};
use super::not_found::{lost, not_here};
use super::{Arrival, ShownPage, announce, remarks, show_page};
use crate::components::{
    ArticleText, EditionContext, Explanation, PicturePlace, Spoken, all_credits, article_breadcrumbs,
    article_dates, article_skeleton, article_tools, body_skeleton, byline, corrected_lines, corrections,
    figure_view, follow_links, in_own_language, provide_pictures, related_articles, subjects, text_sources,
    use_edition, viewer,
};
use crate::locale::Message;
use crate::model::{Article, Availability, Figure, Instant, SitePath, Summary};
use crate::naming;
use crate::piece::{Element, Piece, changing, element, unseen};
use crate::platform::navigation::Navigation;
use crate::platform::{document, head, task, timer};
use crate::report::ReportSubject;
use crate::store::{Failure, Remote, Store};

/// The article at `path`, in whatever state its document is.
pub fn article_page(path: &SitePath) -> Piece {
    let edition = use_edition();
    let store = expect_context::<Store>();
    let document = outline_first(store.article(path));
    show_page(&edition, path, "", true);
    let (watched, for_heading, clock) = (document.clone(), edition.clone(), store.clone());
    let arrival = expect_context::<Arrival>();
    announce(&edition, move || {
        let document = watched.get();
        let is_left = matches!(document, Remote::Failed(Failure::NotFound)) && arrival.left_to_host();
        if is_left { None } else { heading(&document, &for_heading, clock.now()) }
    });
    follow_moved(document.clone(), &edition);
    let versions = Versions::new(path);
    let newer = newer_one(&store, path, &versions, &document);
    let (shown, known) = (path.clone(), store.clone());
    let (path, clock) = (path.clone(), store.clone());
    // After a failure, or where the article may be there by now in place of the note that announced it.
    let retry = move || {
        let (store, path) = (store.clone(), path.clone());
        arrival.after(move || store.reload_article(&path))
    };
    let page = changing(
        move || document.get(),
        move |document| match document {
            Remote::Loading => {
                let article = known.known_article(&shown).filter(|article| may_be_read(article, clock.now()));
                match article.map(|article| article.summary.clone()).or_else(|| known.outline(&shown)) {
                    Some(summary) => article_outline(&summary),
                    None => article_skeleton(),
                }
            }
            // The page of where it is now takes the place of this one.
            Remote::Ready(article) if article.moved.is_some() => article_skeleton(),
            Remote::Ready(article) => match refusal(&article, &edition, clock.now()) {
                None => article_view(&article, &versions),
                Some(explanation) => {
                    let changes_soon = article.availability(clock.now()) == Availability::AboutToAppear;
                    lost(explanation, changes_soon.then(&retry))
                }
            },
            // The host's own page for this address is on its way.
            Remote::Failed(Failure::NotFound) if arrival.is_expected() => article_skeleton(),
            Remote::Failed(failure) => not_here(&failure, &retry, true),
        },
    );
    remarks(Some(newer), page)
}

/// What tells of a newer version of the article, and of what changed since it was read.
fn newer_one(
    store: &Store,
    path: &SitePath,
    versions: &Versions,
    document: &ArcRwSignal<Remote<Article>>,
) -> Piece {
    let (store, path, versions, document) = (store.clone(), path.clone(), versions.clone(), document.clone());
    unseen(move || {
        versions.recall(document.clone());
        newer_version(&store, &path, &versions)
    })
}

/// The document as it is to be shown: one that is here already when the reader follows a link to its page is so after a
/// moment, because its outline is drawn in a fraction of the time of the whole. On the way back, the place where the
/// reader was counts more.
fn outline_first(document: ArcRwSignal<Remote<Article>>) -> ArcRwSignal<Remote<Article>> {
    let asked_for = use_context::<Arrival>().is_some_and(Arrival::is_expected);
    let returned = use_context::<Navigation>().is_some_and(|navigation| navigation.has_returned());
    if !asked_for || returned || !matches!(document.get_untracked(), Remote::Ready(_)) {
        return document;
    }
    let shown = ArcRwSignal::new(Remote::Loading);
    let later = shown.clone();
    let painted = RwSignal::new(false);
    task::spawn(async move {
        timer::painted().await;
        // The reader may have left the page meanwhile.
        let _ = painted.try_set(true);
    });
    Effect::new(move || {
        let document = document.get();
        if painted.get() {
            later.set(document);
        }
    });
    shown
}

/// Goes on to where the article is now, if this is only where it was.
fn follow_moved(document: ArcRwSignal<Remote<Article>>, edition: &EditionContext) {
    let Some(navigation) = use_context::<Navigation>() else { return };
    let edition = edition.clone();
    Effect::new(move || {
        if let Remote::Ready(article) = document.get()
            && let Some(path) = &article.moved
        {
            navigation.replace(&edition.href(path));
        }
    });
}

/// What the page is called; `None` while nobody knows.
fn heading(document: &Remote<Article>, edition: &EditionContext, now: Instant) -> Option<String> {
    match document {
        Remote::Loading => None,
        Remote::Ready(article) if article.moved.is_some() => None,
        Remote::Ready(article) => Some(match refusal(article, edition, now) {
            Some(explanation) => explanation.heading,
            None => naming::headline(&article.summary, &edition.locale),
        }),
        Remote::Failed(failure) => Some(Explanation::of_failure(failure, &edition.locale).heading),
    }
}

/// Why readers may not see the article now, if so.
fn refusal(article: &Article, edition: &EditionContext, now: Instant) -> Option<Explanation> {
    let locale = &edition.locale;
    let availability = article.availability(now);
    let heading = naming::refusal(availability)?;
    let sentence = match availability {
        Availability::Embargoed(until) => {
            locale.with(Message::Embargoed, &[("date", &locale.date_time(until))])
        }
        Availability::AboutToAppear => locale.text(Message::EmbargoOver),
        Availability::Withdrawn | Availability::Published => locale.text(Message::Withdrawn),
    };
    Some(Explanation { heading: locale.text(heading), sentence, detail: None })
}

/// Whether readers may see the article, at this address.
pub(super) fn may_be_read(article: &Article, now: Instant) -> bool {
    article.moved.is_none() && article.availability(now) == Availability::Published
}

/// An article that is here and may be read.
fn article_view(article: &Article, versions: &Versions) -> Piece {
    let edition = use_edition();
    let subject = ReportSubject::of_article(article, &edition.site);
    let address = subject.url.clone();
    let shown = expect_context::<ShownPage>();
    shown.subject.set(subject.clone());
    head::describe(|| article.summary.lead.clone());
    shown.translations.set(article.translations.clone());
    let crumbs = naming::crumbs_of(&edition.site, edition.edition(), &edition.locale, article);
    let text = ArticleText::of(article);
    let foot = element("footer")
        .class("article-foot")
        .child(all_credits(&article.credits))
        .child(text_sources(&article.sources))
        .child(subjects(&article.subjects))
        .child(follow_links())
        .child(element("p").class("print-address").text(address));
    let pictures = provide_pictures();
    let mut summary = article.summary.clone();
    let mut dates = vec![text.reading_time()];
    let mut made = Some(byline(&article.credits));
    // A page that stands by itself has no date.
    if article.standing {
        (summary.published, summary.modified) = (None, None);
        dates.clear();
        made = None;
    }
    dates.extend(corrected_lines(&article.corrections, &text.places));
    let spoken = Spoken::of(&article.summary, &text.blocks);
    let whole = article_top(&summary, &article.subtitle, made, dates)
        .child(corrections(article, &text.places))
        .child(article_tools(&summary, subject, spoken))
        .child(text.contents())
        .child(in_own_language(versions.marked(text.body()), &summary))
        .child(foot);
    let headline = naming::headline(&article.summary, &edition.locale);
    let related = related_articles(&article.related);
    vec![article_breadcrumbs(&crumbs, &headline), whole.into(), related, unseen(move || viewer(pictures))]
        .into()
}

/// What is known of an article before its document is here, in the places where the article will have it.
fn article_outline(summary: &Summary) -> Piece {
    let edition = use_edition();
    let crumbs = naming::article_crumbs(&edition.site, edition.edition(), &edition.locale, &summary.path);
    let headline = naming::headline(summary, &edition.locale);
    document::set_title(&naming::title(&headline, &edition.site_name()));
    provide_pictures();
    // What can be done with it is drawn with the text: the outline is to be there at once.
    let whole = article_top(summary, &None, None, Vec::new()).set("aria-busy", "true").child(body_skeleton());
    vec![article_breadcrumbs(&crumbs, &headline), whole.into()].into()
}

/// The element of an article, with its head and the picture below it.
fn article_top(
    summary: &Summary,
    subtitle: &Option<String>,
    byline: Option<Piece>,
    dates: Vec<Piece>,
) -> Element {
    let edition = use_edition();
    let line = |class, words: &Option<String>| {
        words.clone().map(|words| in_own_language(element("p").class(class).text(words), summary))
    };
    let headline = element("h1").set("tabindex", "-1").text(naming::headline(summary, &edition.locale));
    let head = element("header")
        .class("article-head")
        .child(in_own_language(headline, summary))
        .child(line("subtitle", subtitle))
        .child(article_dates(summary, byline, dates))
        .child(line("lead", &summary.lead));
    let picture = summary
        .picture
        .clone()
        .map(|picture| figure_view(&Figure { picture, link: None }, PicturePlace::Lead))
        .map(|figure| in_own_language(figure, summary));
    element("article").class("article").child(head).child(picture)
}
