//! No page breaks a rule of axe-core, contrast included: in light and dark, on a phone and on a desktop.

use crate::steps::{tab_to, until};
use crate::support::{Answer, Device, Page, Site, in_browser};
use crate::{editions, embeds};
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
struct Inspection<'a> {
    page: &'a Page,
    site: &'a Site,
    axe: String,
    look: &'static str,
    found: Vec<String>,
}

impl Inspection<'_> {
    /// Runs axe on the page as it is now, every rule in light and those of colours in dark; `name` is for whoever reads
    /// that a rule is broken.
    fn inspect(&mut self, name: &str) {
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

    fn open(&mut self, path: &str, drawn: &str) {
        self.page.open(&self.site.url(path));
        until(self.page, drawn);
    }

    fn lists_and_articles(&mut self) {
        for (path, drawn) in [
            ("/", "document.querySelectorAll('main h2 a').length > 2"),
            ("/learn/", "document.querySelectorAll('main h2 a').length > 0"),
            ("/page/1/", "document.querySelectorAll('main h2 a').length > 0"),
            ("/search/", "document.querySelector('.search-form')"),
            ("/ru/search/?q=алматы", "document.querySelector('.search-found ol')"),
        ] {
            self.open(path, drawn);
            self.inspect(path);
        }
        for edition in ["/", "/ru/", "/kk/"] {
            for article in [PLAIN, EVERY_BLOCK] {
                let path = format!("{edition}{article}");
                self.open(&path, "document.querySelector('article h1')");
                self.inspect(&path);
            }
        }
    }

    /// The question of an embed in the article at `path`, and its pictures in the viewer.
    fn viewer(&mut self, path: &str) {
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
        self.open("/saved/", "document.querySelector('main h2 a')");
        self.inspect("the saved articles");
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
        self.open("/about/", "document.querySelector('article h1')");
        self.inspect("a standing page");
        self.open(&format!("/{EVERY_BLOCK}"), "document.querySelector('.contents summary')");
        tab_to(self.page, "it.matches('.contents summary')");
        self.page.press(Key::Enter);
        until(self.page, "document.querySelector('.contents a').checkVisibility()");
        self.inspect("the parts of an article");
    }

    fn errors(&mut self) {
        self.open("/no/such/page/", "document.querySelectorAll('main h3 a').length > 0");
        assert_eq!(self.page.text("main h1"), "Page not found");
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
fn inspect(page: &Page, site: &Site, look: &'static str, go_about: impl FnOnce(&mut Inspection<'_>)) {
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
            inspection.errors();
            inspection.places();
        });
    });
}

#[test]
fn no_rule_is_broken_from_right_to_left() {
    let site = editions::site();
    in_browser(Device::Phone, |page| {
        inspect(page, &site, "phone", |inspection| {
            for path in ["/ar/", "/ar/learn/", "/ar/learn/bridge/"] {
                inspection.open(path, "document.querySelector('main h1')");
                assert_eq!(inspection.page.attribute("html", "dir").as_deref(), Some("rtl"));
                inspection.inspect(path);
            }
            inspection.viewer("/ar/learn/bridge/");
        });
    });
}

#[test]
fn no_rule_is_broken_where_an_embed_is_shown() {
    embeds::in_film_house(|page, site| {
        inspect(page, site, "desktop", |inspection| {
            inspection.open(embeds::FILM, "document.querySelector('[data-embed=asking]')");
            inspection.page.click_named("Show");
            until(inspection.page, "document.querySelector('[data-embed=shown] iframe')");
            until(inspection.page, "document.activeElement.innerText === 'Skip past the embed'");
            inspection.inspect("an embed that is shown");
        });
    });
}

#[test]
fn no_rule_is_broken_on_a_desktop() {
    inspect_all(Device::Desktop, "desktop");
}

#[test]
fn no_rule_is_broken_on_a_phone() {
    inspect_all(Device::Phone, "phone");
}
