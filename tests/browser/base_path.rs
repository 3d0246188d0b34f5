//! A site that lies under a path of its host.

use serde_json::{Value, json};

use crate::steps::follow;
use crate::support::newsroom::{DRAWING, article, crumbs, settings};
use crate::support::{Content, Device, Fallback, Page, in_browser};

/// The links of this host that leave the path `base`.
pub(crate) fn links_outside(page: &Page, base: &str) -> Value {
    let script = "return Array.from(document.querySelectorAll('a[href]')).filter(link => link.host === location.host) \
        .map(link => link.pathname).filter(path => !path.startsWith(arguments[0]))";
    page.run(script, vec![json!(base)])
}

#[test]
fn a_site_under_a_path_stays_under_it() {
    let mut settings = settings();
    settings["base_path"] = json!("/news/");
    let mut article: Value = article("en", "/learn/well/", "A deep well", "2026-03-08T09:00:00+05:00");
    article["x"]["sections"] = crumbs("/", ["Main", "Learn", "Politics", "Politics"]);
    article["subjects"] = json!([{"name": "Water"}]);
    article["x"]["aliases"] = json!(["/old/well/"]);
    article["bodies"][0]["value"] = json!("<p>The <a href=\"/politics/\">politics</a> of water.</p>");
    article["associations"] = json!([{
        "name": "lead",
        "type": "picture",
        "descriptions": [{"role": "alt", "value": "A well"}],
        "renditions": [{"name": "600", "href": "/media/well.svg", "contentType": "image/svg+xml", "width": 600, "height": 400}]
    }]);
    let content = Content::new(&settings).article(&article).file("media/well.svg", DRAWING.as_bytes());
    let site = content.serve(Fallback::Pages);
    in_browser(Device::Desktop, |page| {
        page.open(&site.url("/news/"));
        page.wait_for("main h2 a");
        page.click_named("A deep well");
        page.wait_for_heading("A deep well");
        assert_eq!(page.path(), "/news/learn/well/");
        page.wait_until("document.querySelector('article figure img').naturalWidth > 0");
        assert_eq!(links_outside(page, "/news/"), json!([]), "links that leave the path");
        page.click_named("Water");
        page.wait_for_heading("Water");
        assert_eq!(page.path(), "/news/topics/water/");
        assert_eq!(links_outside(page, "/news/"), json!([]), "of a topic");
        // A former address leads on, from outside and from inside.
        page.visit(&site.url("/news/old/well/"));
        page.wait_for_heading("A deep well");
        page.wait_for_program();
        assert_eq!(page.path(), "/news/learn/well/");
        follow(page, "/news/saved/");
        page.wait_for_heading("Saved articles");
        assert_eq!(links_outside(page, "/news/"), json!([]), "of the saved articles");
        follow(page, "/news/old/well/");
        page.wait_for_heading("A deep well");
        page.wait_until("location.pathname === '/news/learn/well/'");
        // Its outline comes first.
        page.wait_for(".body a");
        page.click(".body a");
        page.wait_for_heading("Politics");
        assert_eq!(page.path(), "/news/politics/");
        page.reload();
        page.wait_for_heading("Politics");
        page.click_named("Русский");
        page.wait_until("document.documentElement.lang === 'ru'");
        assert_eq!(page.path(), "/news/ru/politics/");
        let outside: Vec<String> =
            site.paths().into_iter().filter(|path| !path.starts_with("/news/")).collect();
        assert_eq!(outside, [""; 0], "requests that leave the path");
    });
}
