//! What a reader does before the program is there: links they follow, choices they make.

use serde_json::json;

use crate::comfort::before_each_page;
use crate::failures;
use crate::pressed::program;
use crate::support::{Answer, Device, Page, Site, in_browser};

/// The demo newsroom while the program is on its way, and the program's file, to let it come.
fn demo() -> (Site, String) {
    let (site, program) = (Site::demo(), program());
    site.answer(&program, Answer::held());
    (site, program)
}

/// Opens the front. The path of its first story, and the headline.
fn front(page: &Page, site: &Site) -> (String, String) {
    page.visit(&site.url("/"));
    page.wait_for_style();
    (page.attribute("main h2 a", "href").expect("the first headline is a link"), page.text("main h2 a"))
}

/// Notes what is fetched, and the signal that breaks it off.
const FETCHES: &str = "window.signals = {}; const real = window.fetch; window.fetch = (request, options) => { \
    signals[new URL(request.url ?? request, location).pathname] = options?.signal; return real(request, options) };";

#[test]
fn the_outline_of_an_article_has_its_title_and_its_headline_where_it_stays() {
    let (site, _) = demo();
    in_browser(Device::Phone, |page| {
        page.visit(&site.url("/"));
        page.wait_for_style();
        // Its own section has no others in it, which would be a row of the masthead that nobody knows of before.
        let story = "main :is(h2, h3) a[href^='/regions/'][href$='/']:not([href='/regions/'])";
        let path = page.attribute(story, "href").expect("the headline is a link");
        let headline = page.text(story);
        site.answer(&path, Answer::held());
        page.click(story);
        page.wait_for_heading(&headline);
        assert_eq!(page.title(), format!("{headline} · The Steppe Courier"));
        let place = "Math.round(document.querySelector('article h1').getBoundingClientRect().top)";
        let before = page.value(place);
        site.restore(&path);
        page.wait_for("article .body p");
        assert_eq!(page.value(place), before, "the headline has moved");
        assert_eq!(page.title(), format!("{headline} · The Steppe Courier"));
    });
}

#[test]
fn nothing_is_fetched_beforehand_on_a_slow_line() {
    let (site, _) = demo();
    in_browser(Device::Desktop, |page| {
        let slow = "Object.defineProperty(navigator, 'connection', { value: { effectiveType: 'slow-2g' } });";
        before_each_page(page, &format!("{slow}{FETCHES}"));
        let (path, _) = front(page, &site);
        page.run("document.querySelector('main h2 a').focus()", Vec::new());
        assert_eq!(page.value(&format!("'{path}' in signals")), json!(false));
        page.click("main h2 a");
        page.wait_for("article .body p");
        assert_eq!(page.value(&format!("'{path}' in signals")), json!(true), "a link that is followed is");
    });
}

#[test]
fn a_page_that_nobody_waits_for_any_more_is_broken_off() {
    let (site, _) = demo();
    in_browser(Device::Desktop, |page| {
        before_each_page(page, FETCHES);
        let (path, _) = front(page, &site);
        site.answer(&path, Answer::held());
        page.click("main h2 a");
        page.wait_until(&format!("signals['{path}']"));
        page.click_named("Learn");
        page.wait_for_heading("Learn");
        assert_eq!(page.value(&format!("signals['{path}'].aborted")), json!(true));
        site.restore(&path);
    });
}

#[test]
fn the_way_back_before_the_program_is_there_leads_to_where_the_reader_was() {
    let (site, program) = demo();
    in_browser(Device::Phone, |page| {
        front(page, &site);
        page.run("window.sameDocument = true", Vec::new());
        // As readers come there: what has been in view is as high as it is, and not as it was supposed to be.
        page.wait_until("(scrollTo(0, Math.min(scrollY + 400, 3000)), scrollY === 3000)");
        let place = "location.pathname === '/' && Math.abs(scrollY - 3000) < 5";
        page.wait_until(place);
        // Clicked by script: a pointer would first scroll to the link.
        let story = "Array.from(document.querySelectorAll('main h2 a, main h3 a')) \
            .find((link) => link.getBoundingClientRect().top > 0)";
        page.run(&format!("{story}.click()"), Vec::new());
        page.wait_for("article .body p");
        let headline = page.text("main h1");
        page.run("scrollTo(0, 700)", Vec::new());
        page.wait_until("history.state === 700");
        page.back();
        page.wait_for_heading("The Steppe Courier");
        page.wait_until(place);
        assert_eq!(page.value("document.activeElement.textContent"), json!("The Steppe Courier"));
        page.forward();
        page.wait_for_heading(&headline);
        page.wait_until("Math.abs(scrollY - 700) < 5");
        page.back();
        page.wait_for_heading("The Steppe Courier");
        page.wait_until(place);
        site.restore(&program);
        page.wait_for_program();
        page.wait_until("!('whole' in document.documentElement.dataset)");
        assert_eq!(page.value(place), json!(true), "the program has scrolled");
        assert_eq!(page.value("sameDocument"), json!(true), "the page was loaded anew");
    });
}

#[test]
fn the_way_back_while_the_program_takes_over_is_followed() {
    let (site, program) = demo();
    in_browser(Device::Phone, |page| {
        front(page, &site);
        page.run("window.sameDocument = true", Vec::new());
        page.click("main h2 a");
        page.wait_for("article .body p");
        // The program asks for the time when it begins and after each part; so it has many of them.
        let go_back = "let ahead = 0; const now = Date.now; Date.now = () => { \
            if (!ahead) history.back(); ahead += 100; return now() + ahead }";
        page.run(go_back, Vec::new());
        site.restore(&program);
        page.wait_until("location.pathname === '/'");
        page.wait_for_heading("The Steppe Courier");
        page.wait_for_program();
        assert_eq!(page.value("sameDocument"), json!(true), "the page was loaded anew");
    });
}

#[test]
fn a_link_followed_while_the_program_takes_over_is_followed_by_the_program() {
    let (site, program) = demo();
    in_browser(Device::Phone, |page| {
        let (path, headline) = front(page, &site);
        page.run("window.sameDocument = true", Vec::new());
        // As above: in the middle of taking over.
        let click = "let ahead = 0; const now = Date.now; Date.now = () => { \
            if (ahead === 300) document.querySelector('main h2 a').click(); ahead += 100; return now() + ahead }";
        page.run(click, Vec::new());
        site.restore(&program);
        page.wait_for_heading(&headline);
        page.wait_for("article .body p");
        assert_eq!(page.value("location.pathname"), json!(path));
        assert_eq!(page.value("sameDocument"), json!(true), "the page was loaded anew");
    });
}

#[test]
fn a_link_that_waits_for_a_program_that_fails_is_followed_by_the_browser() {
    let site = Site::demo();
    in_browser(Device::Phone, |page| {
        page.expect_in_console("no room for it");
        let fails = "WebAssembly.instantiate = () => { \
            if (location.pathname === '/') document.querySelector('main h2 a').click(); \
            return Promise.reject(new Error('no room for it')) }";
        let (path, headline) = front(page, &site);
        before_each_page(page, fails);
        page.visit(&site.url("/"));
        page.wait_for_heading(&headline);
        assert_eq!(page.value("location.pathname"), json!(path));
        // The next one need not wait.
        page.click_named("Learn");
        page.wait_for_heading("Learn");
    });
}

#[test]
fn an_edition_that_was_chosen_before_the_program_came_is_remembered() {
    let (site, program) = demo();
    in_browser(Device::Desktop, |page| {
        page.visit(&site.url("/"));
        page.click_named("Русский");
        page.wait_until("document.documentElement.lang === 'ru'");
        site.restore(&program);
        page.open(&site.url("/"));
        page.wait_for(".edition-offer a[lang=ru]");
    });
}

#[test]
fn what_was_chosen_before_the_program_came_is_kept() {
    let (site, program) = demo();
    in_browser(Device::Phone, |page| {
        page.visit(&site.url("/learn/language/every-kind-of-block/"));
        page.run(
            "document.querySelector('.theme select').value = 'dark'; \
             document.querySelector('.text-size').value = 'large'",
            Vec::new(),
        );
        site.restore(&program);
        page.wait_for_program();
        let kept = "[document.documentElement.dataset.theme, document.documentElement.dataset.size, \
            document.querySelector('.theme select').value, document.querySelector('.text-size').value]";
        assert_eq!(page.value(kept), json!(["dark", "large", "dark", "large"]));
        page.reload();
        page.wait_until("document.querySelector('.text-size').value === 'large'");
        assert_eq!(page.value(kept), json!(["dark", "large", "dark", "large"]));
    });
}

/// Without the program nothing can be drawn, so the page's start says so, in the page's language.
#[test]
fn a_program_that_does_not_come() {
    let (site, program) = (failures::site(), program());
    in_browser(Device::Phone, |page| {
        page.expect_in_console("_bg.wasm");
        page.expect_in_console("Uncaught");
        site.answer(&program, Answer::status(503));
        page.visit(&site.url(&failures::path("/ru/")));
        page.wait_for_heading("Не удалось загрузить страницу. Проверьте соединение и попробуйте ещё раз.");
        site.restore(&program);
        page.click_named("Попробовать ещё раз");
        page.wait_for_heading("Озеро вернулось");
    });
}

/// Has the browser know nothing of commands that a button gives to another element: neither their name nor their work.
const WITHOUT_COMMANDS: &str = "delete HTMLButtonElement.prototype.command; \
    addEventListener('command', event => event.preventDefault(), true);";

#[test]
fn a_browser_without_commands_opens_and_closes_the_report_before_the_program_is_there() {
    let (site, _) = demo();
    in_browser(Device::Phone, |page| {
        before_each_page(page, WITHOUT_COMMANDS);
        page.visit(&site.url("/learn/language/every-kind-of-block/"));
        page.wait_for_style();
        assert_eq!(page.value("'command' in HTMLButtonElement.prototype"), json!(false));
        for way in ["Cancel", "×"] {
            page.click_named("Found a bug?");
            page.wait_until("document.querySelector('#report-dialog').matches(':modal')");
            page.click_named(way);
            page.wait_until("!document.querySelector('#report-dialog').open");
        }
    });
}
