//! At 200 %, of the whole page and of its text alone: nothing is cut off, nothing scrolls sideways, all of it is of use.

use serde_json::{Value, json};

use crate::comfort::before_each_page;
use crate::editions;
use crate::layout::{read_to_the_end, sticking_out};
use crate::listening::VOICE;
use crate::support::{Device, Page, Site, in_browser};

const ARTICLE: &str = "/learn/language/every-kind-of-block/";
const PLACES: [&str; 10] = [
    "/",
    "/economy/",
    ARTICLE,
    "/kk/",
    "/ru/learn/language/every-kind-of-block/",
    "/topics/almaty/",
    "/people/aigul-temirbek/",
    "/ru/people/",
    "/kk/saved/",
    "/search/?q=steppe",
];

/// Goes down the page by halves of a screen and notes what hides a part of itself. What is off the screen need not be
/// laid out, so everything is looked at while it is on it. What scrolls by itself hides nothing.
const CUT: &str = "
    const done = arguments[arguments.length - 1];
    const frame = () => new Promise(over => requestAnimationFrame(() => setTimeout(over)));
    const words = 'a, button, dt, dd, figcaption, h1, h2, h3, h4, li, p, select, summary, time';
    const cuts = element => {
        const style = getComputedStyle(element);
        if (style.display === 'inline' || /auto|scroll/.test(style.overflowX)) return false;
        const clips = /hidden|clip/.test(style.overflowX) || style.contentVisibility === 'auto';
        const isWide = element.scrollWidth > element.clientWidth + 1;
        return isWide && (clips || element.matches(words)) || clips && element.scrollHeight > element.clientHeight + 2;
    };
    const isSeen = element => {
        const box = element.getBoundingClientRect();
        return box.bottom > 0 && box.top < innerHeight && element.checkVisibility({ visibilityProperty: true })
            && !element.closest('.visually-hidden, .skip-link, dialog');
    };
    (async () => {
        const cut = new Set();
        scrollTo(0, 0);
        for (let end = false; !end;) {
            await frame();
            await frame();
            for (const element of document.querySelectorAll('body *'))
                if (isSeen(element) && cuts(element))
                    cut.add(`${element.nodeName}.${element.className}: ${element.textContent.trim().slice(0, 40)}`);
            end = scrollY + innerHeight >= document.documentElement.scrollHeight - 2;
            scrollBy({ top: innerHeight / 2, behavior: 'instant' });
        }
        scrollTo(0, 0);
        done([...cut]);
    })();";

/// The links and the choices of the masthead that a click in their middle would miss.
const MISSED: &str = "Array.from(document.querySelectorAll('.masthead a, .masthead select')).filter(it => it.checkVisibility()).filter(it => {
        it.scrollIntoView({ block: 'center', inline: 'nearest' });
        const box = it.getBoundingClientRect();
        const hit = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
        return box.height < 24 || !it.contains(hit);
    }).map(it => it.innerText)";

fn holds(page: &Page, address: &str) {
    read_to_the_end(page);
    let widths = page.value(
        "(root => [root.clientWidth, root.scrollWidth, getComputedStyle(root).fontSize])(document.documentElement)",
    );
    assert_eq!(widths[0], widths[1], "{address} scrolls sideways");
    assert_eq!(sticking_out(page), json!([]), "what sticks out on {address}");
    assert_eq!(page.run_async(CUT, Vec::new()), json!([]), "cut off on {address}");
    assert_eq!(page.value(MISSED), json!([]), "of no use in the masthead of {address}");
}

/// Opens the place so that nothing of it is small.
fn open(page: &Page, address: &str, has_large_text: bool) {
    page.open(address);
    page.wait_for("main h1");
    if has_large_text {
        page.run("document.documentElement.style.fontSize = '200%'", Vec::new());
        let size = page.value("getComputedStyle(document.querySelector('.sections a')).fontSize");
        assert_eq!(size, json!("30px"), "the text of the sections follows what the reader has set");
    }
}

fn everything_holds(page: &Page, site: &Site, has_large_text: bool) {
    for place in PLACES {
        open(page, &site.url(place), has_large_text);
        holds(page, place);
    }
    let arabic = editions::site();
    for place in ["/ar/", "/ar/learn/bridge/"] {
        open(page, &arabic.url(place), has_large_text);
        holds(page, place);
    }
    open(page, &site.url("/"), has_large_text);
    page.click_named("Regions");
    page.wait_for_heading("Regions");
    page.click_named("Қазақша");
    page.wait_for_heading("Өңірлер");
    // The watch itself is awake.
    page.run(
        "const line = document.createElement('p'); line.textContent = 'Words that are cut off'; \
         line.style.cssText = 'inline-size: 3rem; overflow: hidden; white-space: nowrap'; \
         document.querySelector('main').prepend(line)",
        Vec::new(),
    );
    assert_eq!(page.run_async(CUT, Vec::new()), json!(["P.: Words that are cut off"]));
}

/// 1280 pixels at 200 % are 640 of the page's.
fn enlarge(page: &Page) {
    let screen = json!({"width": 640, "height": 450, "deviceScaleFactor": 2, "mobile": false});
    page.devtools("Emulation.setDeviceMetricsOverride", &screen);
}

#[test]
fn nothing_is_lost_on_a_page_at_200_percent() {
    let site = Site::demo();
    in_browser(Device::Desktop, |page| {
        enlarge(page);
        everything_holds(page, &site, false);
    });
}

#[test]
fn nothing_is_lost_where_the_text_alone_is_at_200_percent() {
    let site = Site::demo();
    in_browser(Device::Desktop, |page| everything_holds(page, &site, true));
}

/// How much wider the open dialog is than its window, and its buttons that no scrolling brings onto the screen.
fn out_of_reach(page: &Page, dialog: &str) -> Value {
    let script = "
        const dialog = document.querySelector(arguments[0]);
        const isOut = button => {
            button.scrollIntoView({ block: 'nearest' });
            const box = button.getBoundingClientRect();
            return box.left < 0 || box.right > innerWidth || box.top < 0 || box.bottom > innerHeight;
        };
        const buttons = Array.from(dialog.querySelectorAll('button')).filter(it => it.checkVisibility());
        return [dialog.scrollWidth - dialog.clientWidth, buttons.length > 1,
            ...buttons.filter(isOut).map(it => it.innerText || it.ariaLabel)];";
    page.run(script, vec![json!(dialog)])
}

/// How many buttons and links the bar at the foot of the window has, and those of them that a click in their middle would miss.
const BAR: &str = "(all => [all.length, ...all.filter(it => {
        const box = it.getBoundingClientRect();
        const hit = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
        return box.left < 0 || box.right > innerWidth || box.top < 0 || box.bottom > innerHeight || !it.contains(hit);
    }).map(it => it.innerText)])([...document.querySelectorAll('.foot-bar :is(a, button)')].filter(it => it.checkVisibility()))";

/// The edition chosen before is offered, and then a voice reads aloud.
fn bars_hold(page: &Page, site: &Site, has_large_text: bool) {
    page.open(&site.url(ARTICLE));
    page.run("localStorage.setItem('broadsheet:edition', 'kk')", Vec::new());
    open(page, &site.url(ARTICLE), has_large_text);
    page.wait_for(".edition-offer a");
    assert_eq!(page.value(BAR), json!([2]), "of the offer of another edition");
    page.run("addVoice('en-GB')", Vec::new());
    page.wait_until("document.getElementById('listen').checkVisibility({ visibilityProperty: true })");
    page.run("document.getElementById('listen').click()", Vec::new());
    page.wait_for(".listen-bar");
    assert_eq!(page.value(BAR), json!([2]), "of the voice");
    assert_eq!(sticking_out(page), json!([]));
    page.run("localStorage.clear()", Vec::new());
}

fn dialogs_hold(page: &Page, site: &Site, has_large_text: bool) {
    open(page, &site.url(ARTICLE), has_large_text);
    page.click_named("Found a bug?");
    page.wait_for(".report-dialog[open] form");
    assert_eq!(out_of_reach(page, ".report-dialog"), json!([0, true]), "of the report dialog");
    page.run("document.querySelector('.report-dialog').close()", Vec::new());
    page.run("document.querySelector('#picture-2').click()", Vec::new());
    page.wait_until("document.querySelector('#viewer[open] img')?.naturalWidth > 0");
    assert_eq!(out_of_reach(page, "#viewer"), json!([0, true]), "of the viewer");
    let height = page.value("document.querySelector('#viewer img').clientHeight / innerHeight");
    assert!(height.as_f64() > Some(0.2), "the picture is {height} of the window high");
}

#[test]
fn the_dialog_the_viewer_and_the_bars_fit_at_200_percent() {
    let site = Site::demo();
    in_browser(Device::Desktop, |page| {
        before_each_page(page, VOICE);
        dialogs_hold(page, &site, true);
        bars_hold(page, &site, true);
        enlarge(page);
        dialogs_hold(page, &site, false);
        bars_hold(page, &site, false);
    });
}
