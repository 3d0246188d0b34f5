//! The demo newsroom opens.

use crate::support::{Device, Site, in_browser};

#[test]
fn the_front_leads_to_an_article() {
    let site = Site::demo();
    in_browser(Device::Desktop, |page| {
        page.open(&site.url("/"));
        page.wait_for("main h2 a");
        let headline = page.text("main h2 a");
        page.click("main h2 a");
        page.wait_for_heading(&headline);
        assert!(page.title().starts_with(&headline), "the title is {}", page.title());
    });
}
