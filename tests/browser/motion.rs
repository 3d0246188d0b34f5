//! Whoever wants no motion has none.

use serde_json::{Value, json};

use crate::comfort::before_each_page;
use crate::layout::read_to_the_end;
use crate::steps::until;
use crate::support::{Answer, Device, Page, Site, in_browser};

const ARTICLE: &str = "/learn/language/every-kind-of-block/";

/// Notes from the start of each document on what begins to move and takes longer than a frame to do so.
const WATCH: &str = "
    window.moving = [];
    for (const kind of ['animationstart', 'transitionstart']) addEventListener(kind, event => {
        for (const it of document.getAnimations())
            if (it.effect.getComputedTiming().duration > 16 && !moving.includes(it)) moving.push(it);
    }, true);";

/// What has moved since the document began, and what moves now.
const MOVING: &str = "[...moving, ...document.getAnimations().filter(it => it.effect.getComputedTiming().duration > 16)]
    .map(it => `${it.effect.target?.nodeName}.${it.effect.target?.className}: ${it.animationName ?? it.transitionProperty}`)";

fn wish(page: &Page, motion: &str) {
    let features = json!([{ "name": "prefers-reduced-motion", "value": motion }]);
    page.devtools("Emulation.setEmulatedMedia", &json!({ "features": features }));
}

/// Opens the article so that it comes late and a skeleton stands in its place first.
fn open_slowly(page: &Page, site: &Site) {
    let document = format!("{ARTICLE}article.json");
    site.hold_pages_back();
    site.answer(&document, Answer::held());
    page.open(&site.url(ARTICLE));
    until(page, "getComputedStyle(document.querySelector('.skeleton')).opacity === '1'");
    site.restore(&document);
    page.wait_for("article .body p");
}

/// The article's document in a newer version.
fn newer(site: &Site) -> Answer {
    let document = site.read(&format!("{ARTICLE}article.json")[1..]);
    let mut newer: Value = serde_json::from_str(&document).expect("a document");
    newer["versionCreated"] = json!("2026-11-30T09:00:00Z");
    Answer::json(newer.to_string())
}

fn nothing_moves(device: Device) {
    let site = Site::demo();
    in_browser(device, |page| {
        before_each_page(page, WATCH);
        wish(page, "reduce");
        page.open(&site.url("/"));
        page.wait_for("main h2 a");
        read_to_the_end(page);
        page.hover(".pager a");
        page.click_named("Learn");
        page.wait_for_heading("Learn");
        assert_eq!(page.value(MOVING), json!([]), "on the front and on the way to a section");
        site.answer(&format!("{ARTICLE}article.json"), newer(&site));
        page.open(&site.url(ARTICLE));
        page.wait_for(".newer button");
        for opener in [".share summary", ".contents summary", ".save", "#picture-1"] {
            page.run("document.querySelector(arguments[0]).click()", vec![json!(opener)]);
        }
        page.wait_for("#viewer[open] img");
        page.run("document.querySelector('.viewer-zoom').click()", Vec::new());
        page.wait_for("[data-zoomed]");
        page.run("document.querySelector('.viewer-close').click()", Vec::new());
        until(page, "!document.querySelector('#viewer[open]')");
        page.click(".newer button");
        until(page, "!document.querySelector('.newer')");
        page.click_named("Found a bug?");
        page.wait_for(".report-dialog[open] form");
        assert_eq!(
            page.value(MOVING),
            json!([]),
            "on an article, in its viewer, its dialog and its newer version"
        );
        open_slowly(page, &site);
        assert_eq!(page.value(MOVING), json!([]), "on an article that comes late");
    });
}

#[test]
fn nothing_moves_by_itself_for_whoever_wants_no_motion() {
    nothing_moves(Device::Desktop);
}

#[test]
fn nothing_moves_by_itself_for_whoever_wants_no_motion_on_a_phone() {
    nothing_moves(Device::Phone);
}

#[test]
fn the_watch_for_motion_is_awake() {
    let site = Site::demo();
    in_browser(Device::Desktop, |page| {
        before_each_page(page, WATCH);
        wish(page, "no-preference");
        open_slowly(page, &site);
        assert_eq!(page.value("moving[0]?.animationName"), json!("skeleton-appear"));
    });
}
