//! Coming to a page: where it is scrolled to, what its head says, and how new it is.

use serde_json::{Value, json};

use crate::comfort::{HEADLINE, PATH, before_each_page, pier, site_of};
use crate::pressed::program;
use crate::steps::{follow, text, until};
use crate::support::newsroom::{article, settings};
use crate::support::{Answer, Content, Device, Fallback, Page, Site, in_browser};

/// The document of the English front.
const FRONT: &str = "/data/en/latest.json";

fn times(site: &Site, path: &str) -> usize {
    site.paths().iter().filter(|asked| *asked == path).count()
}

/// Puts the reader's clock forward.
fn later(page: &Page, minutes: u32) {
    let script = "const [minutes] = arguments, now = Date.now; Date.now = () => now() + minutes * 60_000";
    page.run(script, vec![json!(minutes)]);
}

fn come_back(page: &Page) {
    page.run("window.dispatchEvent(new Event('focus'))", Vec::new());
}

/// An article of some length with a part called "Nails" at its end.
fn long_pier() -> Value {
    let words = format!("<p>{}</p>", "Planks and nails. ".repeat(110));
    pier(&format!("<h2>Planks</h2>{words}<h2>Sand</h2>{words}<h2>Nails</h2>{words}{words}"))
}

/// The addresses that the head names as the page's own.
const CANONICAL: &str = "[...document.querySelectorAll('link[rel=canonical]')].map(it => it.href)";

/// What the head says of the page in words, and whether machines may keep it.
const TOLD: &str =
    "[...document.querySelectorAll('meta:is([name=description], [name=robots])')].map(it => it.content)";

#[test]
fn a_reader_who_went_on_before_the_program_came_stays_where_they_are() {
    let site = site_of(&long_pier());
    let program = program();
    site.answer(&program, Answer::held());
    in_browser(Device::Phone, |page| {
        page.visit(&site.url(&format!("{PATH}#part-nails")));
        page.wait_until("scrollY > 400");
        page.run("scrollTo(0, 200)", Vec::new());
        site.restore(&program);
        page.wait_for_program();
        page.wait_until("document.querySelector('dialog [type=submit]').textContent !== ''");
        assert_eq!(page.value("Math.round(scrollY)"), json!(200));
    });
}

#[test]
fn a_part_of_a_page_is_in_view_where_a_link_or_a_page_that_is_not_pressed_leads_to_it() {
    let mut moved = long_pier();
    moved["x"]["aliases"] = json!(["/old/pier/"]);
    let site = site_of(&moved);
    let is_at_part = "location.hash === '#part-nails' && \
        Math.abs(document.querySelector('#part-nails').getBoundingClientRect().top) < 200";
    in_browser(Device::Phone, |page| {
        for path in [PATH, "/old/pier/"] {
            page.open(&site.url("/"));
            follow(page, &format!("{path}#part-nails"));
            page.wait_for_heading(HEADLINE);
            until(page, is_at_part);
            assert_eq!(page.path(), PATH);
        }
        site.hold_pages_back();
        page.open(&site.url(&format!("{PATH}#part-nails")));
        until(page, is_at_part);
    });
}

#[test]
fn the_head_of_a_page_says_nothing_of_the_page_before() {
    let site = Site::demo();
    let said = "document.querySelectorAll('meta[property], link[hreflang], link[rel=alternate], \
        script[type=\"application/ld+json\"]').length";
    let (canonical, told) = (CANONICAL, TOLD);
    in_browser(Device::Desktop, |page| {
        page.open(&site.url("/"));
        assert!(page.value(said).as_u64() > Some(10), "the press says what it knows");
        page.click_named("Learn");
        page.wait_for_heading("Learn");
        assert_eq!(page.value(said), json!(0));
        assert_eq!(page.value(canonical), json!(["https://courier.example/learn/"]));
        assert_eq!(page.value(told), json!(["How things work, from alphabets to embassies."]));
        page.click(".card-top h2 a");
        until(page, "document.querySelector('article .lead')");
        let lead = text(page, "document.querySelector('article .lead').textContent");
        assert_eq!(page.value(told), json!([lead]));
        page.click_named("Saved articles");
        page.wait_for_heading("Saved articles");
        assert_eq!(page.value(told), json!(["noindex"]));
        assert_eq!(
            page.value(canonical),
            json!([]),
            "a page of the reader's own has no address for machines"
        );
        page.back();
        until(page, "document.querySelector('article .lead')");
        assert_eq!(page.value(told), json!([lead]));
        page.back();
        page.wait_for_heading("Learn");
        follow(page, "/topics/baikonur/");
        page.wait_for_heading("Baikonur");
        assert_eq!(page.value(told), json!(["The cosmodrome in the steppe and the town beside it."]));
        page.back();
        page.wait_for_heading("Learn");
        page.back();
        page.wait_for_heading("The Steppe Courier");
        assert_eq!(page.value(canonical), json!(["https://courier.example/"]));
    });
}

#[test]
fn the_head_is_true_of_an_article_that_came_at_the_second_try() {
    let (site, _) = morning();
    in_browser(Device::Desktop, |page| {
        page.expect_in_console("/article.json");
        site.answer("/learn/pier/article.json", Answer::status(403));
        page.open(&site.url("/"));
        follow(page, "/learn/pier/");
        until(page, "document.querySelector('main .failure h1')");
        assert_eq!(page.value(TOLD), json!(["noindex"]));
        site.restore("/learn/pier/article.json");
        page.click_named("Try again");
        page.wait_for_heading("The morning news");
        let lead = page.value("[...document.querySelectorAll('article .lead')].map(it => it.textContent)");
        assert_eq!(page.value(TOLD), lead);
        assert_eq!(page.value(CANONICAL), json!(["https://gazette.example/learn/pier/"]));
    });
}

/// A newsroom of two stories, and the document of its front with another headline on one of them.
fn morning() -> (Site, String) {
    let story = |path, headline, time| article("en", path, headline, time);
    let site = Content::new(&settings())
        .article(&story("/learn/pier/", "The morning news", "2026-10-05T09:00:00+05:00"))
        .article(&story("/learn/boat/", "A boat", "2026-10-04T09:00:00+05:00"))
        .serve(Fallback::NotFoundPage);
    let evening = site.read(&FRONT[1..]).replace("The morning news", "The evening news");
    (site, evening)
}

fn leads_with(page: &Page, headline: &str) {
    page.wait(&format!("for “{headline}”"), || {
        page.texts("main h2 a").first().is_some_and(|it| it == headline)
    });
}

#[test]
fn a_list_that_was_here_for_long_is_fetched_anew_where_a_link_leads_to_it() {
    let (site, evening) = morning();
    in_browser(Device::Desktop, |page| {
        page.open(&site.url("/"));
        page.click_named("Learn");
        page.wait_for_heading("Learn");
        site.answer(FRONT, Answer::json(evening));
        page.click(".masthead-name");
        leads_with(page, "The morning news");
        later(page, 10);
        // The link of the page that the reader is at: until here nobody was asked.
        page.click(".masthead-name");
        leads_with(page, "The evening news");
        page.wait_until("document.activeElement === document.querySelector('main h1')");
        assert_eq!(times(&site, FRONT), 1);
        later(page, 10);
        page.click_named("Learn");
        page.wait_for_heading("Learn");
        page.back();
        leads_with(page, "The evening news");
        follow(page, "/learn/boat/");
        page.wait_for("article .body p");
        assert_eq!(times(&site, FRONT), 1, "whoever goes back finds the list as it was");
        page.click(".masthead-name");
        page.wait("for the front", || times(&site, FRONT) == 2);
    });
}

#[test]
fn a_list_does_not_change_under_a_reader_who_has_scrolled() {
    let (site, evening) = morning();
    let count = "window.fetched = 0; const real = window.fetch; window.fetch = async (...all) => { \
        const answer = await real(...all); await answer.clone().text(); \
        if (answer.url.endsWith('/data/en/latest.json')) setTimeout(() => { fetched += 1 }); return answer }";
    in_browser(Device::Phone, |page| {
        page.open(&site.url("/"));
        page.run("document.body.style.paddingBottom = '3000px'", Vec::new());
        page.click_named("Learn");
        page.wait_for_heading("Learn");
        later(page, 10);
        site.answer(FRONT, Answer::held());
        page.run(count, Vec::new());
        page.click(".masthead-name");
        leads_with(page, "The morning news");
        page.wait("for the request", || times(&site, FRONT) == 1);
        page.run("scrollTo(0, 200)", Vec::new());
        site.answer(FRONT, Answer::json(evening));
        page.wait_until("fetched === 1");
        leads_with(page, "The morning news");
        later(page, 2);
        page.click(".masthead-name");
        leads_with(page, "The evening news");
    });
}

/// The article at [`PATH`] in a version of its own.
fn version(day: u32) -> Answer {
    let mut newer = pier(&format!("<p>Version {day}.</p>"));
    newer["versionCreated"] = json!(format!("2026-10-{day:02}T09:00:00+05:00"));
    Answer::json(newer.to_string())
}

#[test]
fn a_newer_version_can_wait_and_the_next_one_is_offered() {
    let document = format!("{PATH}article.json");
    let site = site_of(&pier("<p>Version 5.</p>"));
    site.answer(&document, version(6));
    in_browser(Device::Phone, |page| {
        page.open(&site.url(PATH));
        page.wait_for(".newer button");
        page.click_named("Later");
        page.wait_until("!document.querySelector('.newer')");
        assert_eq!(page.texts(".body p"), ["Version 5."]);
        page.run(
            "window.offers = 0; new MutationObserver(all => all.forEach(it => { offers += it.addedNodes.length })) \
                .observe(document.querySelector('.newer-offer'), { childList: true })",
            Vec::new(),
        );
        later(page, 2);
        come_back(page);
        page.wait("for another look", || times(&site, &document) == 2);
        site.answer(&document, version(7));
        later(page, 2);
        come_back(page);
        page.wait_for(".newer button");
        assert_eq!(page.value("offers"), json!(1), "what was refused was offered again");
    });
}

/// Notes how long each timer is set to, and which have come.
pub(crate) const TIMERS: &str = "window.timers = []; window.come = []; const real = window.setTimeout; \
    window.setTimeout = (act, time, ...rest) => { timers.push(time); \
        return real((...all) => { act(...all); come.push(time) }, time, ...rest) };";

#[test]
fn a_host_is_asked_for_a_newer_version_once_a_minute_wherever_the_reader_goes_meanwhile() {
    let document = format!("{PATH}article.json");
    let site = site_of(&pier("<p>Text.</p>"));
    in_browser(Device::Phone, |page| {
        before_each_page(page, TIMERS);
        page.open(&site.url(PATH));
        page.wait("for the first look", || times(&site, &document) == 1);
        let looks =
            |count: usize| page.wait_until(&format!("come.filter(it => it === 1000).length === {count}"));
        looks(1);
        for (count, minutes, asked) in [(2, 0, 1), (3, 2, 2)] {
            page.click(".masthead-name");
            page.wait_for("main h2 a");
            assert_eq!(times(&site, &document), 1);
            later(page, minutes);
            follow(page, PATH);
            page.wait_for("article .body p");
            looks(count);
            page.wait("for what is asked", || times(&site, &document) == asked);
        }
    });
}

#[test]
fn whoever_saves_data_is_not_asked_for_by_the_first_look() {
    let site = site_of(&pier("<p>Text.</p>"));
    in_browser(Device::Phone, |page| {
        let saving = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } });";
        before_each_page(page, &format!("{saving}{TIMERS}"));
        page.open(&site.url(PATH));
        page.wait_until("document.querySelector('dialog [type=submit]').textContent !== ''");
        assert_eq!(page.value("timers.includes(1000)"), json!(false));
        later(page, 2);
        come_back(page);
        page.wait("for a look", || times(&site, &format!("{PATH}article.json")) == 1);
    });
}
