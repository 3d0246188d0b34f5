//! How a page lies on the screen and on paper: nothing jumps, nothing sticks out.

use std::collections::BTreeMap;
use std::time::Duration;

use serde_json::{Value, json};

use crate::support::newsroom::{DRAWING, article, settings};
use crate::support::{Answer, Content, Device, Fallback, Page, Site, in_browser};

/// The article of the demo newsroom that has every kind of block, in each edition.
const EVERY_BLOCK: &str = "learn/language/every-kind-of-block/";
const ROOTS: [&str; 3] = ["/", "/ru/", "/kk/"];

/// Notes every shift of the layout from the start of each document on.
pub(crate) fn watch_shifts(page: &Page) {
    let script = "window.shifts = []; window.shiftWatch = new PerformanceObserver(list => window.noteShifts(list)); \
        window.noteShifts = list => { for (const entry of list.getEntries ? list.getEntries() : list) \
            shifts.push([entry.value, ...entry.sources.map(source => source.node?.className || source.node?.nodeName)]); }; \
        shiftWatch.observe({type: 'layout-shift', buffered: true});";
    page.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({"source": script}));
}

/// The shifts so far, once two frames are drawn.
pub(crate) fn shifts(page: &Page) -> Value {
    let script = "const done = arguments[arguments.length - 1]; \
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => { \
            noteShifts(shiftWatch.takeRecords()); done(shifts); })))";
    page.run_async(script, Vec::new())
}

/// Goes down the page by halves of a screen, until every picture is there or has failed.
pub fn read_to_the_end(page: &Page) {
    let script = "const done = arguments[arguments.length - 1];
        const frame = () => new Promise(over => requestAnimationFrame(() => setTimeout(over)));
        const over = image => image.complete || new Promise(over => {
            image.addEventListener('load', over);
            image.addEventListener('error', over);
        });
        const inView = image => {
            const box = image.getBoundingClientRect();
            return box.top < innerHeight && box.bottom > 0;
        };
        const isEnd = () => scrollY + innerHeight >= document.documentElement.scrollHeight - 2;
        (async () => {
            scrollTo(0, 0);
            for (;;) {
                await Promise.all([...document.images].filter(inView).map(over));
                await frame();
                if (isEnd()) break;
                scrollBy({ top: innerHeight / 2, behavior: 'instant' });
                await frame();
            }
            await Promise.all([...document.images].filter(image => image.checkVisibility()).map(over));
            done(true);
        })();";
    page.run_async(script, Vec::new());
}

/// What reaches past the sides of the window, and is not in something that scrolls by itself.
pub(crate) fn sticking_out(page: &Page) -> Value {
    page.value(
        "Array.from(document.querySelectorAll('body *')).filter(element => { \
            const box = element.getBoundingClientRect(); \
            for (let around = element.parentElement; around; around = around.parentElement) \
                if (getComputedStyle(around).overflowX !== 'visible') return false; \
            const isOut = box.right > document.documentElement.clientWidth + 0.5 || box.left < -0.5; \
            return box.width > 0 && element.checkVisibility() && isOut \
                && getComputedStyle(element).position !== 'absolute'; \
         }).map(element => `${element.nodeName}.${element.className}`)",
    )
}

fn nothing_moves(device: Device, slow: bool) {
    let site = Site::demo();
    let document = format!("/{EVERY_BLOCK}article.json");
    in_browser(device, |page| {
        watch_shifts(page);
        if slow {
            site.hold_pages_back();
            site.answer(&document, Answer::held());
        }
        page.open(&site.url(&format!("/{EVERY_BLOCK}")));
        if slow {
            page.wait_for(".skeleton");
            page.wait_until("getComputedStyle(document.querySelector('.skeleton')).opacity === '1'");
            site.restore(&document);
        }
        page.wait_for("article .body p");
        read_to_the_end(page);
        assert_eq!(shifts(page), json!([]), "the layout has shifted");
        // The watch itself is awake: a line put above everything is a shift.
        page.run("window.scrollTo(0, 0)", Vec::new());
        page.run("const line = document.createElement('div'); line.style.height = '90px'; document.body.prepend(line)", Vec::new());
        page.wait("for the watch to see a shift", || shifts(page) != json!([]));
    });
}

#[test]
fn nothing_moves_on_a_phone() {
    nothing_moves(Device::Phone, false);
}

#[test]
fn nothing_moves_on_a_desktop() {
    nothing_moves(Device::Desktop, false);
}

#[test]
fn a_page_is_as_wide_before_it_is_long_as_after() {
    let site = Site::demo();
    in_browser(Device::Desktop, |page| {
        page.open(&site.url(&format!("/{EVERY_BLOCK}")));
        let width = "Math.round(document.body.getBoundingClientRect().width)";
        let long = page.value(width);
        page.run("document.querySelector('main').hidden = true", Vec::new());
        let is_short = "document.documentElement.scrollHeight <= innerHeight";
        assert_eq!(page.value(is_short), json!(true), "the page without its content fits the window");
        assert_eq!(page.value(width), long);
    });
}

#[test]
fn nothing_moves_when_a_slow_article_takes_the_place_of_its_skeleton() {
    nothing_moves(Device::Phone, true);
    nothing_moves(Device::Desktop, true);
}

#[test]
fn no_page_scrolls_sideways_on_a_narrow_phone() {
    let site = Site::demo();
    in_browser(Device::NarrowPhone, |page| {
        for root in ROOTS {
            for place in ["", "learn/", "page/1/", EVERY_BLOCK, "search/", "people/"] {
                let address = format!("{root}{place}");
                page.open(&site.url(&address));
                page.wait_for("main h1");
                read_to_the_end(page);
                assert_eq!(sticking_out(page), json!([]), "what sticks out on {address}");
                let widths = page.value("[innerWidth, document.documentElement.scrollWidth]");
                assert_eq!(widths, json!([360, 360]), "the width of {address}");
            }
        }
    });
}

#[test]
fn long_credits_stay_within_a_narrow_phone() {
    let credit = "Photograph by Saule Akhmetova-Zhumabekova of the Agency for the Rivers of the Steppe";
    let mut article = article("en", "/learn/politics/pier/", "The pier", "2024-05-01T09:00:00Z");
    article["bodies"][0]["value"] = json!(format!(
        "<figure><img src='/media/pier.svg' width='1200' height='800' alt='A pier'>\
         <figcaption>The pier. <cite>{credit}</cite></figcaption></figure>"
    ));
    let content = Content::new(&settings()).article(&article).file("media/pier.svg", DRAWING.as_bytes());
    let site = content.serve(Fallback::NotFoundPage);
    in_browser(Device::NarrowPhone, |page| {
        page.open(&site.url("/learn/politics/pier/"));
        page.wait_for("figure .credit");
        assert!(page.text("figure .credit").contains(credit));
        assert_eq!(sticking_out(page), json!([]));
        let widths = page.value("[innerWidth, document.documentElement.scrollWidth]");
        assert_eq!(widths, json!([360, 360]));
    });
}

#[test]
fn a_wide_table_scrolls_by_itself() {
    let site = Site::demo();
    in_browser(Device::NarrowPhone, |page| {
        page.open(&site.url(&format!("/{EVERY_BLOCK}")));
        page.wait_for(".table-frame table");
        let frame = "document.querySelector('.table-frame')";
        assert_eq!(page.value(&format!("getComputedStyle({frame}).overflowX")), json!("auto"));
        let named = page
            .attribute(".table-frame", "aria-label")
            .or(page.attribute(".table-frame", "aria-labelledby"));
        assert!(named.is_some_and(|name| !name.is_empty()), "the frame has a name");
        assert_eq!(
            page.attribute(".table-frame", "tabindex").as_deref(),
            Some("0"),
            "the keyboard reaches it"
        );
    });
}

#[test]
fn paper_shows_the_article_its_pictures_and_its_address_alone() {
    let site = Site::demo();
    in_browser(Device::Desktop, |page| {
        page.open(&site.url(&format!("/{EVERY_BLOCK}")));
        page.wait_for("article .body p");
        assert_eq!(page.value("document.querySelector('.print-address').checkVisibility()"), json!(false));
        page.set_print();
        let shown = |selector: &str| {
            let script = "return Array.from(document.querySelectorAll(arguments[0])) \
                .filter(element => element.checkVisibility()).length";
            page.run(script, vec![json!(selector)]).as_u64().unwrap_or_default()
        };
        let wanted =
            ["h1", "article time", ".lead", ".body p", ".body img", ".body table", "figcaption", ".credits"];
        let missing: Vec<&str> = wanted.into_iter().filter(|selector| shown(selector) == 0).collect();
        assert_eq!(missing, [""; 0], "on paper these are missing");
        let address = format!("https://courier.example/{EVERY_BLOCK}");
        assert_eq!((shown(".print-address"), page.text(".print-address")), (1, address));
        let room = "parseFloat(getComputedStyle(document.querySelector('.body > ol')).paddingInlineStart)";
        assert!(page.value(room).as_f64() > Some(8.0), "the numbers of a list have their room");
        let rest = [
            "body > :not(main, script, noscript)",
            "main > :not(article)",
            "nav",
            "button",
            "select",
            "dialog",
            ".follow",
        ];
        let counts: BTreeMap<&str, u64> = rest
            .into_iter()
            .map(|selector| (selector, shown(selector)))
            .filter(|(_, count)| *count > 0)
            .collect();
        assert_eq!(counts, BTreeMap::new(), "on paper these are too much");
    });
}

#[test]
fn what_lies_below_the_first_screen_of_an_article_is_laid_out_when_its_style_is_there() {
    let site = Site::demo();
    in_browser(Device::Phone, |page| {
        watch_shifts(page);
        page.visit(&site.url(&format!("/{EVERY_BLOCK}")));
        // What stands in the page itself asks for it; what comes later takes it back, all of it.
        let asks = "[...document.querySelectorAll('style')].some(it => it.textContent.includes('content-visibility'))";
        assert_eq!(page.value(asks), json!(true));
        let waiting = "[...document.querySelectorAll('.article, .article *, .related')]
            .filter(it => getComputedStyle(it).contentVisibility === 'auto').length";
        page.wait_until(&format!("{waiting} === 0"));
        assert_eq!(shifts(page), json!([]));
    });
}

#[test]
fn a_wide_logo_that_comes_late_moves_nothing() {
    let wide =
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 300 75'><rect width='300' height='75'/></svg>";
    let shifts_with = |device, size: Option<[u32; 2]>| {
        let mut settings = settings();
        settings["logo"] = json!("/media/mark.svg");
        settings["logo_size"] = json!(size);
        let site =
            Content::new(&settings).file("media/mark.svg", wide.as_bytes()).serve(Fallback::NotFoundPage);
        let late = Answer::new(200, "image/svg+xml", wide).after(Duration::from_millis(500));
        site.answer("/media/mark.svg", late);
        let mut seen = Value::Null;
        in_browser(device, |page| {
            watch_shifts(page);
            page.open(&site.url("/"));
            page.wait_until("document.querySelector('.masthead-mark').naturalWidth > 0");
            seen = shifts(page);
        });
        seen
    };
    for device in [Device::Phone, Device::Desktop] {
        assert_eq!(shifts_with(device, None), json!([]));
    }
    assert_ne!(shifts_with(Device::Desktop, Some([40, 40])), json!([]), "the watch itself is awake");
}
