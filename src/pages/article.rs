//! An article.

use std::sync::Arc;

use leptos::prelude::*;

use super::crumbs::article_crumbs;
use super::{Arrival, ShownPage, announce, show_page};
use crate::components::{
    ArticleDates, ArticleSkeleton, Body, Breadcrumbs, Corrections, Credits, EditionContext, Explanation,
    Failed, FollowLinks, PicturePlace, RelatedArticles, Subjects, TextSources, Translations, figure_view,
    report::ReportButton, use_edition,
};
use crate::locale::Message;
use crate::model::{Article, Availability, Figure, SitePath};
use crate::platform::clock;
use crate::report::ReportSubject;
use crate::store::{Failure, Remote, Store};

/// The article at `path`, in whatever state its document is.
#[component]
pub fn ArticlePage(path: SitePath) -> impl IntoView {
    let edition = use_edition();
    let store = expect_context::<Store>();
    let document = store.article(&path);
    show_page(&edition, &path, "");
    let heading = {
        let (document, edition) = (document.clone(), edition.clone());
        move || heading(&document.get(), &edition)
    };
    announce(&edition, heading);
    let arrival = use_context::<Arrival>();
    let (forgetful, place) = (store.clone(), path.clone());
    let expect_arrival = move || {
        if let Some(arrival) = arrival {
            arrival.expect();
        }
    };
    let retry = Callback::new(move |()| {
        expect_arrival();
        store.article(&path);
    });
    // The article may be there by now, in place of the note that announced it.
    let again = Callback::new(move |()| {
        expect_arrival();
        forgetful.fetch_article_again(&place);
    });
    move || match document.get() {
        Remote::Loading => view! { <ArticleSkeleton/> }.into_any(),
        Remote::Ready(article) => match refusal(&article, &edition) {
            None => view! { <ArticleView article=article/> }.into_any(),
            Some(explanation) => {
                let changes_soon = article.availability(clock::now()) == Availability::AboutToAppear;
                let retry = changes_soon.then_some(again);
                view! { <Failed explanation=explanation retry=retry/> }.into_any()
            }
        },
        Remote::Failed(failure) => {
            let explanation = explain(&failure, &edition);
            let retry = failure.may_pass().then_some(retry);
            view! { <Failed explanation=explanation retry=retry/> }.into_any()
        }
    }
}

/// What the page is called; `None` while nobody knows.
fn heading(document: &Remote<Article>, edition: &EditionContext) -> Option<String> {
    match document {
        Remote::Loading => None,
        Remote::Ready(article) => Some(match refusal(article, edition) {
            Some(explanation) => explanation.heading,
            None => headline(article, edition),
        }),
        Remote::Failed(failure) => Some(explain(failure, edition).heading),
    }
}

fn headline(article: &Article, edition: &EditionContext) -> String {
    match article.summary.headline.as_str() {
        "" => edition.locale.text(Message::Untitled),
        headline => headline.to_owned(),
    }
}

fn explain(failure: &Failure, edition: &EditionContext) -> Explanation {
    Explanation::of_failure(failure, &edition.locale)
}

/// Why readers may not see the article now, if so.
fn refusal(article: &Article, edition: &EditionContext) -> Option<Explanation> {
    let locale = &edition.locale;
    let (heading, sentence) = match article.availability(clock::now()) {
        Availability::Published => return None,
        Availability::Embargoed(until) => {
            (Message::EmbargoedTitle, locale.with(Message::Embargoed, &[("date", &locale.date_time(until))]))
        }
        Availability::AboutToAppear => (Message::EmbargoedTitle, locale.text(Message::EmbargoOver)),
        Availability::Withdrawn => (Message::WithdrawnTitle, locale.text(Message::Withdrawn)),
    };
    Some(Explanation { heading: locale.text(heading), sentence, detail: None })
}

/// An article that is here and may be read.
#[component]
fn ArticleView(article: Arc<Article>) -> impl IntoView {
    let edition = use_edition();
    let summary = article.summary.clone();
    let headline = headline(&article, &edition);
    let subject = ReportSubject::of_article(&article, &edition.site);
    let address = subject.url.clone();
    expect_context::<ShownPage>().0.set(subject.clone());
    let crumbs = match article.breadcrumbs.as_slice() {
        [] => article_crumbs(&edition, &summary.path),
        crumbs => crumbs.to_vec(),
    };
    // Text in the edition's own language needs no mark of it.
    let language =
        summary.language.clone().filter(|language| !language.same_language(&edition.edition().language));
    let direction = language.as_ref().map(|language| language.direction().as_str());
    let lead = summary.lead.clone().map(|lead| view! { <p class="lead">{lead}</p> });
    let subtitle = article.subtitle.clone().map(|subtitle| view! { <p class="subtitle">{subtitle}</p> });
    let picture = summary
        .picture
        .clone()
        .map(|picture| figure_view(&Figure { picture, link: None }, PicturePlace::Lead));
    view! {
        <Breadcrumbs crumbs=crumbs current=Some(headline.clone())/>
        <article class="article" lang=language.map(|language| language.to_string()) dir=direction>
            <header class="article-head">
                <h1 tabindex="-1">{headline}</h1>
                {subtitle}
                <ArticleDates summary=summary/>
                {lead}
                <ReportButton subject=Signal::stored(subject)/>
                <Translations translations=article.translations.clone()/>
            </header>
            {picture}
            <Body blocks=article.body_below_head()/>
            <footer class="article-foot">
                <Credits credits=article.credits.clone()/>
                <TextSources sources=article.sources.clone()/>
                <Corrections corrections=article.corrections.clone()/>
                <Subjects subjects=article.subjects.clone()/>
                <FollowLinks/>
                <p class="print-address">{address}</p>
            </footer>
        </article>
        <RelatedArticles related=article.related.clone()/>
    }
}
