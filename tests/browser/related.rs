//! Articles to read next, at the end of an article.

use serde_json::{Value, json};

use crate::support::newsroom::{DRAWING, article, settings};
use crate::support::{Answer, Content, Device, Fallback, Site, in_browser};

const PATH: &str = "/learn/pier/";
const NEXT: &str = "/learn/ferry/";

/// The pier, which names the ferry in its own words, and the ferry, which has a picture.
fn site() -> Site {
    let mut pier = article("en", PATH, "The pier", "2026-10-05T09:00:00+05:00");
    pier["associations"] = json!([{
        "name": "next", "type": "text", "uri": format!("urn:gazette:en:{NEXT}"),
        "headlines": [{"role": "main", "value": "Who takes the ferry"}], "x": {"url": NEXT},
    }]);
    let mut ferry = article("en", NEXT, "The ferry", "2014-07-04T10:43:00+06:00");
    ferry["associations"] = json!([{
        "name": "lead", "type": "picture", "descriptions": [{"role": "alt", "value": "A ferry"}],
        "renditions": [{"name": "1200", "href": "/media/ferry.svg", "width": 1200, "height": 800}],
    }]);
    Content::new(&settings())
        .file("media/ferry.svg", DRAWING.as_bytes())
        .article(&pier)
        .article(&ferry)
        .serve(Fallback::NotFoundPage)
}

#[test]
fn a_story_to_read_next_has_its_picture_and_its_time_and_opens_with_them() {
    let site = site();
    in_browser(Device::Phone, |page| {
        page.open(&site.url(PATH));
        page.wait_for_heading("The pier");
        assert_eq!(page.texts("[data-related] a"), ["Who takes the ferry"]);
        assert_eq!(page.text("[data-related] time"), "4 July 2014");
        assert_eq!(page.attribute("[data-related] img", "src").as_deref(), Some("/media/ferry.svg"));
        let document = format!("{NEXT}article.json");
        site.answer(&document, Answer::held());
        page.click("[data-related] a");
        page.wait_for_heading("Who takes the ferry");
        assert_eq!(page.attribute("article", "aria-busy").as_deref(), Some("true"));
        assert_eq!(page.count("article figure img[src='/media/ferry.svg']"), 1);
        assert_eq!(page.count("article .lead"), 1);
        site.restore(&document);
        page.wait_for_heading("The ferry");
        page.wait_for("article .body p");
    });
}

#[test]
fn another_picture_of_another_story_is_no_newer_version() {
    let site = site();
    let document = format!("{PATH}article.json");
    let mut told: Value = serde_json::from_str(&site.read(&document[1..])).expect("a document");
    told["associations"][0]["x"]["published"] = json!("2014-07-05T10:43:00+06:00");
    site.answer(&document, Answer::json(told.to_string()));
    in_browser(Device::Phone, |page| {
        page.open(&site.url(PATH));
        page.wait("for the look for a newer version", || site.paths().contains(&document));
        // What the answer leads to is there with the next one.
        page.run_async("fetch(arguments[0]).then(it => it.text()).then(arguments[1])", vec![json!(document)]);
        page.wait_until("localStorage.getItem('broadsheet:read:/:/learn/pier/')");
        assert_eq!(page.count(".newer"), 0);
    });
}
