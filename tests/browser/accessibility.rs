//! No page breaks a rule of axe-core, contrast included: in light and dark, on a phone and on a desktop.

use crate::comfort::before_each_page;
use crate::embeds;
use crate::listening::VOICE;
use crate::steps::{tab_to, until};
use crate::support::{Answer, Device, Page, Site, in_browser};
use serde_json::{Value, json};
use std::path::Path;
use thirtyfour::Key;

/// Runs the rules that are given on the page, or all where none are, and on none that is in a frame of it, which is another
/// site's; gives what each broken one says, with the elements that break it.
const RUN: &str = "
    const done = arguments[arguments.length - 1];
    const rules = arguments[0];
    axe.run(document, { resultTypes: ['violations'], iframes: false, ...(rules && { runOnly: rules }) }).then(result => done({
        contrast: [...result.passes, ...result.violations].some(rule => rule.id === 'color-contrast'),
        rules: result.passes.length,
        broken: result.violations.map(rule => `${rule.id}: ${rule.help}\\n` + rule.nodes
            .map(node => `    ${node.html}\\n    ${node.failureSummary.replace(/\\s+/g, ' ')}`).join('\\n')),
    }), error => done({ error: String(error) }));";

/// The rules whose answer depends on colours.
const OF_COLOURS: [&str; 2] = ["color-contrast", "link-in-text-block"];

const PLAIN: &str = "learn/politics/kazakhstan-mexico-embassy/";
const EVERY_BLOCK: &str = "learn/language/every-kind-of-block/";

fn axe() -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("node_modules/axe-core/axe.min.js");
    std::fs::read_to_string(&file)
        .unwrap_or_else(|error| panic!("{}: {error}; `npm ci` brings axe-core", file.display()))
}

/// What looks at pages with axe, and what it found.
pub(crate) struct Inspection<'a> {
    pub page: &'a Page,
    site: &'a Site,
    axe: String,
    look: &'static str,
    found: Vec<String>,
}

impl Inspection<'_> {
    /// Runs axe on the page as it is now, every rule in light and those of colours in dark; `name` is for whoever reads
    /// that a rule is broken.
    pub fn inspect(&mut self, name: &str) {
        self.page.run(&self.axe, Vec::new());
        // What is far from the screen is styled when it comes near it; here all of it counts.
        self.page.run("document.documentElement.dataset.whole = ''", Vec::new());
        for (scheme, rules) in [("dark", json!(OF_COLOURS)), ("light", Value::Null)] {
            self.colours(scheme);
            until(self.page, "document.getAnimations().every(it => it.playState !== 'running')");
            let is_whole = rules.is_null();
            let result = self.page.run_async(RUN, vec![rules]);
            assert_eq!(result["error"], Value::Null, "axe failed on {name}");
            assert_eq!(result["contrast"], json!(true), "contrast was looked at on {name}");
            let looked_at = result["rules"].as_u64();
            assert!(!is_whole || looked_at > Some(15), "axe found little to look at on {name}: {result}");
            let broken = result["broken"].as_array().into_iter().flatten().filter_map(Value::as_str);
            self.found.extend(broken.map(|rule| format!("{name}, {} in {scheme}: {rule}", self.look)));
        }
        self.page.run("delete document.documentElement.dataset.whole", Vec::new());
    }

    /// Has the reader's system prefer these colours.
    fn colours(&self, scheme: &str) {
        let features = json!([
            { "name": "prefers-color-scheme", "value": scheme },
            // Nothing is to be looked at half faded.
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ]);
        self.page.devtools("Emulation.setEmulatedMedia", &json!({ "features": features }));
    }

    pub fn open(&mut self, path: &str, drawn: &str) {
        self.page.open(&self.site.url(path));
        until(self.page, drawn);
    }

    fn lists_and_articles(&mut self) {
        // Each kind of list once, in one edition or another.
        let lists = match self.look {
            "phone" => ["/", "/ru/economy/", "/kk/page/1/"],
            _ => ["/kk/", "/learn/", "/ru/page/1/"],
        };
        for path in lists {
            self.open(path, "document.querySelectorAll('main h2 a').length > 0");
            self.inspect(path);
        }
        for (path, drawn) in [
            ("/search/", "document.querySelector('.search-form')"),
            ("/ru/search/?q=алматы", "document.querySelector('.search-found ol')"),
            // Nothing is found, and something like it is offered.
            ("/kk/search/?q=Қызолорда", "document.querySelector('.search-told button')"),
        ] {
            self.open(path, drawn);
            self.inspect(path);
        }
        for edition in ["/", "/ru/", "/kk/"] {
            let path = format!("{edition}{PLAIN}");
            self.open(&path, "document.querySelector('article h1')");
            self.inspect(&path);
        }
    }

    /// The question of an embed in the article at `path`, and its pictures in the viewer.
    pub fn viewer(&mut self, path: &str) {
        self.open(path, "document.querySelector('[data-embed=asking]')");
        self.inspect(&format!("the question of an embed, {path}"));
        self.page.run("document.querySelector('#picture-2').click()", Vec::new());
        until(self.page, "document.querySelector('#viewer[open] img').naturalWidth > 0");
        self.inspect(&format!("the viewer, {path}"));
        self.page.run("document.querySelector('.viewer-zoom').click()", Vec::new());
        until(self.page, "document.querySelector('[data-zoomed]')");
        self.inspect("the viewer with a picture enlarged");
    }

    fn dialog(&mut self) {
        self.open(&format!("/{PLAIN}"), "document.querySelector('article h1')");
        tab_to(self.page, "it.innerText === 'Found a bug?'");
        self.page.press(Key::Enter);
        until(self.page, "document.activeElement.type === 'radio'");
        self.inspect("the report dialog's form");
        tab_to(self.page, "it.innerText === 'Look before sending'");
        self.page.press(Key::Enter);
        until(self.page, "document.querySelector('dialog [role=alert]:not(:empty)')");
        self.inspect("the form with something missing");
        tab_to(self.page, "it.type === 'radio'");
        self.page.press(" ");
        tab_to(self.page, "it.id === 'report-comment'");
        self.page.press("A comment");
        tab_to(self.page, "it.innerText === 'Look before sending'");
        self.page.press(Key::Enter);
        until(self.page, "document.activeElement.innerText === 'Your report'");
        self.inspect("the report's preview");
    }

    fn comforts(&mut self) {
        self.open(&format!("/{PLAIN}"), "document.querySelector('article h1')");
        self.page.run("Navigator.prototype.share = undefined", Vec::new());
        tab_to(self.page, "it.innerText === 'Share'");
        self.page.press(Key::Enter);
        until(self.page, "document.querySelector('.share').open");
        self.inspect("the ways to share");
        tab_to(self.page, "it.innerText === 'Save'");
        self.page.press(" ");
        until(self.page, "document.activeElement.ariaPressed === 'true'");
        self.inspect("a saved article");
        let keep = "localStorage.setItem('broadsheet:embeds:/YouTube', 'always'); \
            localStorage.setItem('broadsheet:read:/:/learn/', '1')";
        self.page.run(keep, Vec::new());
        self.open("/saved/", "document.querySelector('main h2 a')");
        until(self.page, "document.querySelectorAll('.kept-here button').length === 2");
        self.inspect("the saved articles, and what else is kept");
        self.page.run("localStorage.clear()", Vec::new());
    }

    /// What is offered at the foot of the window, one at a time, and the marks of what is new.
    fn bars(&mut self) {
        let path = format!("/{PLAIN}");
        self.page.run("localStorage.setItem('broadsheet:edition', 'kk')", Vec::new());
        self.open(&path, "document.querySelector('.edition-offer a')");
        self.inspect("the edition that was chosen before");
        let document = format!("{path}article.json");
        let mut newer: Value = serde_json::from_str(&self.site.read(&document[1..])).expect("a document");
        newer["versionCreated"] = json!("2026-11-30T09:00:00Z");
        let body = newer["bodies"][0]["value"].as_str().unwrap_or_default().replacen("<p>", "<p>News. ", 1);
        newer["bodies"][0]["value"] = json!(body);
        self.site.answer(&document, Answer::json(newer.to_string()));
        self.open(&path, "document.querySelector('.newer button')");
        self.inspect("a newer version");
        self.page.click(".newer button");
        until(self.page, "document.querySelector('[data-marked] [data-change]')");
        self.inspect("what is new, marked");
        self.site.restore(&document);
        self.page.run("localStorage.clear()", Vec::new());
        before_each_page(self.page, VOICE);
        self.open(&path, "window.addVoice");
        self.page.run("addVoice('en-GB')", Vec::new());
        until(self.page, "document.getElementById('listen').checkVisibility({ visibilityProperty: true })");
        self.page.click("#listen");
        until(self.page, "document.querySelector('.listen-bar') && document.querySelector('[data-spoken]')");
        self.inspect("an article that is read aloud");
    }

    /// Pages that are made as those before are.
    fn places(&mut self) {
        for path in ["/topics/almaty/", "/people/aigul-temirbek/", "/people/", "/kk/topics/almaty/"] {
            self.open(path, "document.querySelectorAll('main h2 a').length > 0");
            self.inspect(path);
        }
        for edition in ["/ru/", "/kk/"] {
            self.viewer(&format!("{edition}{EVERY_BLOCK}"));
        }
        self.open("/kk/science/the-dune-that-sings/", "document.querySelector('video')");
        self.page
            .run("document.querySelectorAll('.transcript').forEach(it => { it.open = true; })", Vec::new());
        self.inspect("a sound and a film with their transcripts");
        let about = if self.look == "phone" { "/ru/about/" } else { "/about/" };
        self.open(about, "document.querySelector('article h1')");
        self.inspect("a standing page");
        self.open(&format!("/{EVERY_BLOCK}"), "document.querySelector('.contents summary')");
        tab_to(self.page, "it.matches('.contents summary')");
        self.page.press(Key::Enter);
        until(self.page, "document.querySelector('.contents a').checkVisibility()");
        self.inspect("the parts of an article");
    }

    fn errors(&mut self) {
        let (edition, told) = if self.look == "phone" {
            ("/kk/", "Бет табылмады")
        } else {
            ("/ru/", "Страница не найдена")
        };
        self.open(&format!("{edition}no/such/page/"), "document.querySelectorAll('main h3 a').length > 0");
        self.page.wait_for_heading(told);
        self.inspect("not found");
        let path = format!("/{PLAIN}");
        self.site.answer(&format!("{path}article.json"), Answer::status(500));
        self.site.hold_pages_back();
        self.open(&path, "document.querySelector('main h1')?.innerText === 'This page could not be shown'");
        self.inspect("a server's error");
        self.site.restore(&format!("{path}article.json"));
    }
}

/// Looks at what `go_about` opens, in light and dark.
pub(crate) fn inspect(
    page: &Page,
    site: &Site,
    look: &'static str,
    go_about: impl FnOnce(&mut Inspection<'_>),
) {
    let mut inspection = Inspection { page, site, axe: axe(), look, found: Vec::new() };
    inspection.colours("light");
    go_about(&mut inspection);
    let found = inspection.found;
    assert!(found.is_empty(), "{} rules are broken:\n{}", found.len(), found.join("\n"));
}

fn inspect_all(device: Device, look: &'static str) {
    let site = Site::demo();
    in_browser(device, |page| {
        page.expect_in_console("Failed to load resource");
        inspect(page, &site, look, |inspection| {
            inspection.lists_and_articles();
            inspection.dialog();
            inspection.viewer(&format!("/{EVERY_BLOCK}"));
            inspection.comforts();
            inspection.bars();
            inspection.errors();
            inspection.places();
        });
    });
}

pub(crate) const LOOKS: [(Device, &str); 2] = [(Device::Desktop, "desktop"), (Device::Phone, "phone")];

#[test]
fn no_rule_is_broken_where_an_embed_is_shown() {
    for (device, look) in LOOKS {
        embeds::in_film_house_on(device, |page, site| {
            inspect(page, site, look, |inspection| {
                inspection.open(embeds::FILM, "document.querySelector('[data-embed=asking]')");
                inspection.page.click_named("Show");
                until(inspection.page, "document.querySelector('[data-embed=shown] iframe')");
                until(inspection.page, "document.activeElement.innerText === 'Skip past the embed'");
                inspection.inspect("an embed that is shown");
            });
        });
    }
}

#[test]
fn no_rule_is_broken_on_a_desktop() {
    inspect_all(Device::Desktop, "desktop");
}

#[test]
fn no_rule_is_broken_on_a_phone() {
    inspect_all(Device::Phone, "phone");
}
