//! Which file of a picture the viewer shows, and the link where the program is not there.

use serde_json::json;
use thirtyfour::Key;

use crate::steps::until;
use crate::support::{Content, Device, Fallback, in_browser, newsroom};
use crate::viewer::{PICTURES, is_closed, is_open, open, shown, site};

#[test]
fn a_picture_that_links_to_its_own_file_opens_that() {
    let body = "<a href='/media/whole.svg'><img src='/media/part.svg' width='150' height='150' alt='A plain'></a>\
        <a href='https://wiki.example/File:plain.svg'><img src='/media/part.svg' alt='Elsewhere'></a>";
    let mut article = newsroom::article("en", PICTURES, "A plain", "2026-10-05T09:00:00+05:00");
    article["bodies"] = json!([{ "role": "main", "contentType": "text/html", "value": body }]);
    let site = Content::new(&newsroom::settings())
        .file("media/whole.svg", newsroom::DRAWING.as_bytes())
        .file("media/part.svg", newsroom::DRAWING.as_bytes())
        .article(&article)
        .serve(Fallback::NotFoundPage);
    in_browser(Device::Desktop, |page| {
        open(page, &site, PICTURES);
        // Without the program, too.
        assert_eq!(page.attribute("#picture-1", "href").as_deref(), Some("/media/whole.svg"));
        assert_eq!(page.attribute("#picture-1 img", "src").as_deref(), Some("/media/part.svg"));
        page.click("#picture-1");
        is_open(page, "1 of 1");
        assert_eq!(shown(page), "/media/whole.svg");
        until(page, "document.querySelector('#viewer img').naturalWidth > 0");
        page.press(Key::Escape);
        is_closed(page);
    });
}

#[test]
fn without_the_program_the_link_leads_to_the_file() {
    let site = site();
    in_browser(Device::Desktop, |page| {
        page.devtools("Emulation.setScriptExecutionDisabled", &json!({ "value": true }));
        page.visit(&site.url(PICTURES));
        assert_eq!(page.attribute("#picture-2", "href").as_deref(), Some("/media/two.svg"));
        assert_eq!(page.attribute("a:has(> img[alt=Linked])", "href").as_deref(), Some("/elsewhere/"));
        assert_eq!(page.count("#viewer *"), 0);
    });
}
