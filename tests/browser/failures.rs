//! What a reader is told when an article does not come, in each language, and how they go on.

use serde_json::{Value, json};

use crate::comfort::before_each_page;
use crate::steps::follow;
use crate::support::newsroom::{article, settings};
use crate::support::{Answer, Content, Device, Fallback, Page, Site, in_browser};

/// The three editions: language, root, the headline of the article, "Try again".
const EDITIONS: [(&str, &str, &str, &str); 3] = [
    ("en", "/", "The lake is back", "Try again"),
    ("ru", "/ru/", "Озеро вернулось", "Попробовать ещё раз"),
    ("kk", "/kk/", "Көл қайтып келді", "Қайталап көру"),
];

const PUBLISHED: &str = "2026-05-01T09:00:00+05:00";

pub(crate) fn path(root: &str) -> String {
    format!("{root}learn/lake/")
}

fn document(root: &str) -> String {
    format!("{root}learn/lake/article.json")
}

pub(crate) fn site() -> Site {
    let content = Content::new(&settings());
    let with_articles = EDITIONS.into_iter().fold(content, |content, (language, root, headline, _)| {
        content.article(&article(language, &path(root), headline, PUBLISHED))
    });
    let site = with_articles.serve(Fallback::Everything);
    site.hold_pages_back();
    site
}

/// Opens the article of each edition while its document is answered by `answer`: a heading and a sentence
/// must stand there. Then the document is as it should be, and "Try again" must show it in the same page.
fn recovers_from(answer: &Answer, told: [(&str, &str); 3]) {
    let site = site();
    in_browser(Device::Phone, |page| {
        page.expect_in_console("/article.json");
        for ((_, root, headline, again), (heading, sentence)) in EDITIONS.into_iter().zip(told) {
            site.answer(&document(root), answer.clone());
            page.open(&site.url(&path(root)));
            page.wait_for_heading(heading);
            assert_eq!(page.text("main .failure h1 + p"), sentence);
            try_again(page, again, || site.restore(&document(root)), headline);
        }
    });
}

/// Presses "Try again" twice: while it still fails, and after `mend`. The page must stay the same document.
fn try_again(page: &Page, again: &str, mend: impl FnOnce(), headline: &str) {
    page.run("window.sameDocument = true", Vec::new());
    let heading = page.text("main h1");
    page.run("document.querySelector('main h1').id = 'first-failure'", Vec::new());
    page.click_named(again);
    page.wait_until(
        "!document.getElementById('first-failure') && document.querySelector('main .failure h1')",
    );
    assert_eq!(page.text("main h1"), heading, "it fails as before");
    mend();
    page.click_named(again);
    page.wait_for_heading(headline);
    assert_eq!(page.value("window.sameDocument"), json!(true), "the page was not loaded anew");
    page.wait_until("document.activeElement === document.querySelector('main h1')");
    assert!(page.title().starts_with(headline), "the title is {}", page.title());
}

const FAILED: [&str; 3] =
    ["This page could not be shown", "Не удалось показать страницу", "Бетті көрсету мүмкін болмады"];

fn under_failed(sentences: [&'static str; 3]) -> [(&'static str, &'static str); 3] {
    [(FAILED[0], sentences[0]), (FAILED[1], sentences[1]), (FAILED[2], sentences[2])]
}

#[test]
fn a_server_error() {
    let sentences = [
        "The server answered with an error (500). Try again in a minute.",
        "Сервер ответил ошибкой (500). Попробуйте ещё раз через минуту.",
        "Сервер қате қайтарды (500). Бір минуттан кейін қайталап көріңіз.",
    ];
    recovers_from(&Answer::status(500), under_failed(sentences));
}

#[test]
fn a_dropped_connection() {
    let sentences = [
        "The site could not be reached. Check your connection and try again.",
        "Не удалось связаться с сайтом. Проверьте связь и попробуйте ещё раз.",
        "Сайтпен байланысу мүмкін болмады. Байланысты тексеріп, қайталап көріңіз.",
    ];
    recovers_from(&Answer::dropped(), under_failed(sentences));
}

#[test]
fn a_host_that_says_nothing_is_waited_for_once() {
    let site = site();
    in_browser(Device::Phone, |page| {
        // The start of the page waits no time at all.
        let no_time = "AbortSignal.timeout = () => AbortSignal.abort(new DOMException('', 'TimeoutError'))";
        before_each_page(page, no_time);
        site.answer(&document("/"), Answer::held());
        page.open(&site.url(&path("/")));
        page.wait_for_heading(FAILED[0]);
        assert_eq!(page.text("main .failure h1 + p"), "The answer took too long. Try again in a minute.");
        assert!(!site.paths().contains(&document("/")), "the program has not begun to wait anew");
        site.restore(&document("/"));
        page.click_named("Try again");
        page.wait_for_heading("The lake is back");
    });
}

#[test]
fn a_damaged_document() {
    let sentences = [
        "The file for this page is damaged: line 2, column 8. Try again later.",
        "Файл этой страницы повреждён: строка 2, позиция 8. Попробуйте позже.",
        "Бұл беттің файлы бүлінген: 2-жол, 8-таңба. Кейінірек қайталап көріңіз.",
    ];
    recovers_from(&Answer::json("{\n\"uri\": }"), under_failed(sentences));
}

#[test]
fn a_document_of_another_format() {
    let sentences = [
        "The file for this page is not in a format that this site can read.",
        "Файл этой страницы записан в формате, который сайт не умеет читать.",
        "Бұл беттің файлы сайт оқи алмайтын пішімде жазылған.",
    ];
    recovers_from(&Answer::json("[1, 2, 3]"), under_failed(sentences));
}

#[test]
fn no_network() {
    let sentences = [
        "You seem to be offline. Check your connection and try again.",
        "Похоже, нет подключения к интернету. Проверьте связь и попробуйте ещё раз.",
        "Интернет байланысы жоқ сияқты. Байланысты тексеріп, қайталап көріңіз.",
    ];
    let site = site();
    in_browser(Device::Phone, |page| {
        page.expect_in_console("ERR_INTERNET_DISCONNECTED");
        for ((_, root, headline, again), sentence) in EDITIONS.into_iter().zip(sentences) {
            // The reader has the front before the network goes.
            page.open(&site.url(root));
            page.wait_for("main h2 a");
            page.set_offline(true);
            page.click("main h2 a");
            page.wait_until("document.querySelector('main .failure')");
            assert_eq!(page.text("main .failure h1 + p"), sentence);
            try_again(page, again, || page.set_offline(false), headline);
        }
    });
}

/// Nothing to try again: the front is the way on.
fn is_told(site: &Site, path: &dyn Fn(&str) -> String, told: [(&str, &str); 3]) {
    in_browser(Device::Phone, |page| {
        page.expect_in_console("/article.json");
        for ((_, root, headline, again), (heading, sentence)) in EDITIONS.into_iter().zip(told) {
            page.open(&site.url(&path(root)));
            page.wait_for_heading(heading);
            assert_eq!(page.text("main .failure h1 + p"), sentence);
            assert!(page.title().starts_with(heading), "the title is {}", page.title());
            let ways = page.texts("main .failure-ways > *");
            assert!(!ways.iter().any(|way| way == again), "trying again would not help: {ways:?}");
            page.click("main .failure-ways a");
            page.wait_until(&format!("location.pathname === '{root}'"));
            page.wait_for("main h1");
            assert!(page.text("main").contains(headline) || page.count(".list-empty") == 1);
        }
    });
}

const NOT_FOUND: [(&str, &str); 3] = [
    (
        "Page not found",
        "There is no page at this address. The address may be mistyped, or the page may have moved.",
    ),
    (
        "Страница не найдена",
        "По этому адресу ничего нет. Возможно, в адресе опечатка или страница переехала.",
    ),
    (
        "Бет табылмады",
        "Бұл мекенжайда ештеңе жоқ. Мекенжай қате терілген немесе бет басқа жерге көшкен болуы мүмкін.",
    ),
];

#[test]
fn an_article_that_is_not_there() {
    let site = site();
    let path = |root: &str| format!("{root}learn/no-such-lake/");
    for (_, root, _, _) in EDITIONS {
        site.answer(&format!("{root}learn/no-such-lake/article.json"), Answer::status(404));
    }
    is_told(&site, &path, NOT_FOUND);
}

#[test]
fn a_host_that_answers_every_address_with_the_page() {
    is_told(&site(), &|root| format!("{root}learn/no-such-lake/"), NOT_FOUND);
}

#[test]
fn whoever_is_lost_is_offered_the_search_and_the_latest_articles() {
    let site = Site::demo();
    in_browser(Device::Phone, |page| {
        page.expect_in_console("Failed to load resource");
        let offered = || {
            page.wait_until("document.querySelectorAll('[aria-labelledby=latest-label] h3 a').length === 6");
            assert_eq!(page.count("main form[role=search] input"), 1);
        };
        page.open(&site.url("/topics/nope/"));
        page.wait_for_heading("Page not found");
        offered();
        page.open(&site.url("/"));
        for (path, heading) in [
            ("/people/nobody/", "Page not found"),
            ("/learn/page/99/", "Page not found"),
            ("/learn/lake/", "Article not available"),
        ] {
            site.answer("/learn/lake/article.json", Answer::status(410));
            follow(page, path);
            page.wait_for_heading(heading);
            offered();
        }
    });
}

fn site_of(change: impl Fn(&mut Value)) -> Site {
    let content =
        EDITIONS.into_iter().fold(Content::new(&settings()), |content, (language, root, headline, _)| {
            let mut article = article(language, &path(root), headline, PUBLISHED);
            change(&mut article);
            content.article(&article)
        });
    content.serve(Fallback::Pages)
}

#[test]
fn an_article_under_embargo() {
    let site = site_of(|article| article["embargoedUntil"] = json!("2099-03-04T10:05:00+05:00"));
    let told = [
        ("Not published yet", "This article will be published on 4 March 2099, 10:05."),
        ("Ещё не опубликовано", "Дата и время публикации этой статьи: 04 марта 2099, 10:05."),
        ("Әлі жарияланған жоқ", "Бұл мақаланың жарияланатын уақыты: 04 наурыз 2099, 10:05."),
    ];
    is_told(&site, &path, told);
}

#[test]
fn an_article_that_was_withdrawn_or_not_published() {
    let site = site_of(|article| article["pubStatus"] = json!("canceled"));
    let told = [
        ("Article not available", "The newsroom has withdrawn this article, or has not published it."),
        ("Статья недоступна", "Редакция сняла эту статью с публикации или не публиковала её."),
        ("Мақала қолжетімсіз", "Редакция бұл мақаланы жариядан алып тастаған немесе жарияламаған."),
    ];
    is_told(&site, &path, told);
}

#[test]
fn waiting_shows_nothing_at_first_and_then_the_shape_of_the_page() {
    let site = site();
    in_browser(Device::Phone, |page| {
        site.answer(&document("/"), Answer::held());
        page.open(&site.url(&path("/")));
        page.wait_for(".skeleton");
        let style = "getComputedStyle(document.querySelector('.skeleton'))";
        assert_eq!(page.value(&format!("{style}.animationDelay")), json!("0.3s"));
        // The browser's own clock of the animation is set to each moment; no test waits for it.
        let opacity_at = |milliseconds: u32| {
            page.run(
                "const animation = document.querySelector('.skeleton').getAnimations()[0]; animation.pause(); \
                 animation.currentTime = arguments[0]; \
                 return Number(getComputedStyle(document.querySelector('.skeleton')).opacity)",
                vec![json!(milliseconds)],
            )
        };
        assert_eq!(opacity_at(0), json!(0));
        assert_eq!(opacity_at(299), json!(0));
        assert_eq!(opacity_at(600), json!(1));
        assert!(page.count(".skeleton .bone") > 5, "it has the shape of an article");
        assert_eq!(page.text(".skeleton [role=status]"), "Loading…");
        site.restore(&document("/"));
        page.wait_for_heading("The lake is back");
        assert_eq!(page.count(".skeleton"), 0);
    });
}
