//! Markup that tries to run, as bodies of articles, in a real browser.
//!
//! With `BROADSHEET_CORPUS` set, the payloads are those that DOMPurify is tested with
//! (`xss/dompurify_expect.mjs`); without it, a dozen of our own.

use crate::steps::until;
use crate::support::{Content, Device, Fallback, Page, Site, in_browser, newsroom};
use serde_json::{Value, json};
use std::path::PathBuf;

/// How many payloads the corpus has, so that a reader of its file that misses some is noticed.
const IN_CORPUS: usize = 223;

/// A dozen ways in, one of each kind.
const OURS: [&str; 13] = [
    "<script>alert(1)</script><p>text</p>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)><animate onbegin=alert(1) attributeName=x dur=1s></svg>",
    "<a href=\"java\tscript:alert(1)\" autofocus onfocus=alert(1)>link</a>",
    "<iframe src=\"javascript:alert(1)\"></iframe><iframe srcdoc=\"<script>top.alert(1)</script>\"></iframe>",
    "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=x onerror=alert(1)&gt;\">",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
    "<form><input formaction=javascript:alert(1) type=image src=//elsewhere.invalid/a.png></form>",
    "<base href=//elsewhere.invalid/><a href=a>here</a><meta http-equiv=refresh content=0;//elsewhere.invalid/>",
    "<link rel=stylesheet href=//elsewhere.invalid/a.css><style>@import '//elsewhere.invalid/b.css';</style>",
    "<video poster=//elsewhere.invalid/a.png><source onerror=alert(1) src=x></video><object data=//elsewhere.invalid/>",
    "<p style=\"background:url(//elsewhere.invalid/a.png)\">styled</p><body onload=alert(1) background=//elsewhere.invalid/a>",
    "<template><script>alert(1)</script></template><details open ontoggle=alert(1)><summary>s</summary>d</details>",
];

/// Run before anything of a page: notes every call that a payload boasts with, and every word to the console.
const TRAPS: &str = "
    const sprung = [];
    Object.defineProperty(window, 'sprungTraps', { get: () => sprung.slice() });
    Object.defineProperty(window, 'firstDocument', { value: performance.timeOrigin });
    performance.setResourceTimingBufferSize(100000);
    for (const name of ['alert', 'confirm', 'prompt', 'print', 'open', 'eval', 'xss', 'stop'])
        Object.defineProperty(window, name, { value: (...words) => { sprung.push(`${name}(${words})`); } });
    for (const name of ['log', 'info', 'warn', 'error', 'debug', 'trace', 'dir', 'table'])
        console[name] = (...words) => { sprung.push(`console.${name}(${words})`); };
    for (const name of ['write', 'writeln', 'execCommand'])
        document[name] = (...words) => { sprung.push(`document.${name}(${words})`); };
    addEventListener('securitypolicyviolation', event => sprung.push(`policy: ${event.blockedURI}`));";

/// One look at the article that `path` and `headline` name, in one script, so that two hundred payloads are not
/// thousands of round trips: follows a link to it where `go` says so, waits for its heading, waits until all
/// pictures have come or failed, those below the window too, and whatever that set off is over; then hands over
/// every sign of damage. It gives up after `patience`, and then says what it waited for and what it saw.
const LOOK: &str = "
    const [go, path, headline, patience] = arguments;
    const done = arguments[arguments.length - 1];
    const until = condition => new Promise(over => {
        const look = () => condition() ? over() : setTimeout(look, 5);
        look();
    });
    const follow = () => {
        const link = document.createElement('a');
        link.href = path;
        document.querySelector('main').append(link);
        link.click();
        link.remove();
    };
    const isThere = () => {
        const headings = [...document.querySelectorAll('main h1')];
        return headings.map(it => it.textContent.replace(/\\s+/g, ' ').trim()).join('|') === headline;
    };
    const pictures = () => Promise.all([...document.images].map(it => {
        it.loading = 'eager';
        return it.complete || new Promise(over => {
            it.addEventListener('load', over);
            it.addEventListener('error', over);
        });
    }));
    const turn = () => new Promise(over => requestAnimationFrame(() => setTimeout(over)));
    // What is in the article that no article may hold: elements and attributes that run, load or submit.
    const elements = ['SCRIPT', 'IFRAME', 'FRAME', 'OBJECT', 'EMBED', 'STYLE', 'LINK', 'META', 'BASE', 'FORM',
        'INPUT', 'TEXTAREA', 'SELECT', 'TEMPLATE', 'NOSCRIPT', 'PORTAL', 'DIALOG'];
    const forbidden = () => {
        const found = [];
        for (const it of document.querySelectorAll('[data-article-body], [data-article-body] *')) {
            if (it.namespaceURI !== 'http://www.w3.org/1999/xhtml' || elements.includes(it.tagName))
                found.push(it.outerHTML.slice(0, 200));
            for (const { name, value } of it.attributes) {
                const bare = value.replace(/[\\u0000-\\u0020]/g, '').toLowerCase();
                if (/^on/i.test(name) || /^(javascript|vbscript|data|blob):/.test(bare) && name !== 'title')
                    found.push(`${it.tagName} ${name}=${value.slice(0, 200)}`);
            }
        }
        return found;
    };
    const elsewhere = () => performance.getEntriesByType('resource').map(it => it.name)
        .filter(it => new URL(it).origin !== location.origin);
    let waitsFor = 'the heading';
    const tell = () => done({
        waitsFor,
        ran: window.sprungTraps,
        holds: forbidden(),
        elsewhere: elsewhere(),
        opened: [...document.querySelectorAll('dialog[open], :popover-open')].map(it => it.id),
        path: location.pathname,
        address: location.href,
        document: window.firstDocument,
        title: document.title,
    });
    const bound = setTimeout(tell, patience);
    if (go) follow();
    until(isThere)
        .then(() => { waitsFor = 'the pictures'; })
        .then(pictures)
        .then(() => { waitsFor = 'the next frames'; })
        .then(turn).then(turn)
        .then(() => { waitsFor = null; })
        .then(tell, error => done({ waitsFor: `${waitsFor}, and failed: ${error}` }))
        .finally(() => clearTimeout(bound));";

/// How long one look may take, in milliseconds: less than a script of chromedriver may.
const PATIENCE: u32 = 20_000;

fn payloads() -> Vec<String> {
    let Some(corpus) = std::env::var_os("BROADSHEET_CORPUS") else {
        println!(
            "BROADSHEET_CORPUS is not set: the corpus of attacks is left out, {} of our own run.",
            OURS.len()
        );
        return OURS.map(str::to_owned).to_vec();
    };
    let file = PathBuf::from(corpus).join("xss/dompurify_expect.mjs");
    let text = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    // The file is JavaScript, but its strings are written as JSON has them.
    let literals = text.split("\"payload\":").skip(1);
    let payloads: Vec<String> = literals
        .map(|rest| match serde_json::Deserializer::from_str(rest).into_iter::<String>().next() {
            Some(Ok(payload)) => payload,
            other => panic!("not a string of JSON, {other:?}: {}", rest.chars().take(80).collect::<String>()),
        })
        .collect();
    assert_eq!(payloads.len(), IN_CORPUS, "the corpus has another number of payloads now");
    payloads.into_iter().chain(OURS.map(str::to_owned)).collect()
}

fn headline(number: usize) -> String {
    format!("Attack number {number}")
}

fn path(number: usize) -> String {
    format!("/attacks/number-{number}/")
}

/// A site with an article for each payload, which is all of its body.
fn site(payloads: &[String]) -> Site {
    let content = Content::new(&newsroom::settings()).file("favicon.svg", newsroom::DRAWING.as_bytes());
    let articles = payloads.iter().enumerate().map(|(number, payload)| {
        let mut article =
            newsroom::article("en", &path(number), &headline(number), "2026-10-05T09:00:00+05:00");
        article["bodies"] = json!([{ "role": "main", "contentType": "text/html", "value": payload }]);
        article
    });
    articles.fold(content, |content, article| content.article(&article)).serve(Fallback::NotFoundPage)
}

fn is_empty(list: &Value) -> bool {
    list.as_array().is_some_and(Vec::is_empty)
}

/// Looks at the article `number`, following a link to it first if `go`; see [`LOOK`].
fn look(page: &Page, number: usize, go: bool) -> Value {
    let arguments = vec![json!(go), json!(path(number)), json!(headline(number)), json!(PATIENCE)];
    match page.try_async(LOOK, arguments) {
        Ok(seen) => seen,
        Err(error) => json!({ "waitsFor": format!("an answer of the page: {error}") }),
    }
}

/// What was `seen` of the article `number` that it must not do; `None` if nothing.
fn damage(seen: &Value, number: usize, document: &Value) -> Option<String> {
    let signs = [
        ("it ran", "ran"),
        ("it holds", "holds"),
        ("it asked elsewhere for", "elsewhere"),
        ("it opened", "opened"),
    ];
    let mut told: Vec<String> = signs
        .into_iter()
        .filter(|(_, sign)| !is_empty(&seen[sign]))
        .map(|(what, sign)| format!("{what} {}", seen[sign]))
        .collect();
    if !seen["waitsFor"].is_null() {
        told.push(format!("it kept us waiting for {}", seen["waitsFor"]));
    }
    if seen["path"] != json!(path(number)) || seen["document"] != *document {
        told.push(format!("it led to {}", seen["address"]));
    }
    if !seen["title"].as_str().is_some_and(|title| title.starts_with(&headline(number))) {
        told.push(format!("it changed the title to {}", seen["title"]));
    }
    (!told.is_empty()).then(|| told.join("; "))
}

#[test]
fn nothing_in_a_body_runs_opens_or_asks_elsewhere() {
    let payloads = payloads();
    let site = site(&payloads);
    in_browser(Device::Desktop, |page| {
        // Pictures that are not there.
        page.expect_in_console("Failed to load resource");
        page.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": TRAPS }));
        let mut document = Value::Null;
        for (number, payload) in payloads.iter().enumerate() {
            // A browser takes 200 new addresses in ten seconds from one document, and no more.
            if number % 100 == 0 {
                page.open(&site.url("/"));
                until(page, "document.querySelector('main h2 a')");
                document = page.value("window.firstDocument");
            }
            let check = |go: bool| {
                if let Some(damage) = damage(&look(page, number, go), number, &document) {
                    panic!("payload {number} did damage: {damage}\n{payload}");
                }
            };
            check(true);
            // What a payload does late is seen at the next one; the last of a document has none, so it is
            // looked at twice.
            if number % 100 == 99 || number + 1 == payloads.len() {
                check(false);
            }
        }
        // And once as the first page, where the markup is there before anything else.
        for number in (0..payloads.len()).step_by(20) {
            page.open(&site.url(&path(number)));
            let document = page.value("window.firstDocument");
            assert_eq!(damage(&look(page, number, false), number, &document), None, "{}", payloads[number]);
        }
        // Without the policy, which would catch what the traps do not.
        page.devtools("Page.setBypassCSP", &json!({ "enabled": true }));
        page.open(&site.url(&path(0)));
        page.wait_for_heading(&headline(0));
        the_traps_work(page);
    });
}

/// The same payload, let loose: a test whose traps catch nothing would prove nothing.
fn the_traps_work(page: &Page) {
    let loose = "const it = document.createElement('div');
        it.innerHTML = '<img src=x onerror=alert(1)><img src=\"http://elsewhere.invalid/a.png\">';
        document.querySelector('[data-article-body]').append(it);";
    page.run(loose, Vec::new());
    page.wait("for the look to see what is let loose", || {
        let seen = look(page, 0, false);
        let ran = seen["ran"].as_array().is_some_and(|ran| ran.contains(&json!("alert(1)")));
        let elsewhere = seen["elsewhere"].as_array().map_or(0, Vec::len);
        ran && elsewhere == 1 && seen["holds"].as_array().is_some_and(|holds| !holds.is_empty())
    });
}
