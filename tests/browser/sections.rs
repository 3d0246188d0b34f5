//! The row of sections on a phone, with the program and without it.

use serde_json::{Value, json};

use crate::comfort::without_script;
use crate::support::newsroom::{article, settings};
use crate::support::{Content, Device, Fallback, Page, Site, in_browser};

/// Swipes the row of sections to its end with a finger.
fn swipe(page: &Page) {
    let top =
        "(box => box.top + box.height / 2)(document.querySelector('.sections ul').getBoundingClientRect())";
    let y = page.value(top);
    let touch = |kind: &str, points: Value| {
        page.devtools("Input.dispatchTouchEvent", &json!({"type": kind, "touchPoints": points}));
    };
    touch("touchStart", json!([{"x": 340, "y": y}]));
    for step in 1..=30 {
        touch("touchMove", json!([{"x": 340 - 10 * step, "y": y}]));
    }
    touch("touchEnd", json!([]));
}

/// The sections of the first row of which no part is off the screen.
fn seen(page: &Page) -> Value {
    page.value(
        "Array.from(document.querySelectorAll('.sections > ul:first-child a')).filter(it => { \
            const box = it.getBoundingClientRect(); return box.left >= 0 && box.right <= innerWidth; \
         }).map(it => it.innerText)",
    )
}

fn has_section(seen: &Value, name: &str) -> bool {
    seen.as_array().is_some_and(|seen| seen.contains(&json!(name)))
}

fn the_row_is_of_use(page: &Page, site: &Site) {
    page.visit(&site.url("/"));
    page.wait_for_heading("The Steppe Courier");
    let sizes = page.value(
        "Array.from(document.querySelectorAll('.sections a'), it => it.getBoundingClientRect().height)",
    );
    let sizes: Vec<f64> = sizes.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
    assert!(sizes.len() == 6 && sizes.iter().all(|height| *height >= 44.0), "for a finger: {sizes:?}");
    let row = page.value("document.querySelector('.sections ul').clientHeight");
    assert!(row.as_f64().is_some_and(|height| height < 60.0), "one row: {row}");
    let before = seen(page);
    assert!(has_section(&before, "Learn") && !has_section(&before, "Regions"), "{before}");
    swipe(page);
    page.wait("for the last section", || has_section(&seen(page), "Regions"));
    page.click_named("Regions");
    page.wait_for_heading("Regions");
    assert_eq!(page.path(), "/regions/");
    // On the section's own page the row begins where the reader is, and says so.
    page.wait("for the section of the page", || has_section(&seen(page), "Regions"));
    assert_eq!(page.texts(".sections [aria-current=page]"), ["Regions"]);
    page.click_named("Economy");
    page.wait_for_heading("Economy");
    page.click(".subsections a[href='/economy/transport/']");
    page.wait_for_heading("Transport");
    assert_eq!(page.texts(".sections [aria-current=true]"), ["Economy"]);
    assert_eq!(page.texts(".sections [aria-current=page]"), ["Transport"]);
    let widths = page.value("(root => root.scrollWidth - root.clientWidth)(document.documentElement)");
    assert_eq!(widths, json!(0), "the row scrolls, not the page");
}

#[test]
fn the_sections_are_of_use_on_a_phone() {
    let site = Site::demo();
    in_browser(Device::Phone, |page| the_row_is_of_use(page, &site));
}

#[test]
fn the_sections_are_of_use_on_a_phone_without_script() {
    let site = Site::demo();
    in_browser(Device::Phone, |page| {
        without_script(page);
        the_row_is_of_use(page, &site);
        let switch = page.value("document.querySelector('.theme').checkVisibility()");
        assert_eq!(switch, json!(false), "colours are switched by the program");
    });
}

/// A newsroom with sections on four levels, and an article in the innermost.
fn deep_site() -> Site {
    let name = |name: &str, kazakh: &str| json!({"en": name, "kk": kazakh});
    let mut settings = settings();
    settings["sections"] = json!([{"slug": "coast", "name": name("Coast", "Жағалау"), "sections": [
        {"slug": "north", "name": name("North", "Солтүстік"), "sections": [
            {"slug": "capes", "name": name("Capes", "Мүйістер"), "sections": [
                {"slug": "lights", "name": name("Lights", "Шамшырақтар")}
            ]},
            {"slug": "bays", "name": name("Bays", "Шығанақтар мен қолтықтар")},
            {"slug": "straits", "name": name("Straits", "Бұғаздар мен өткелдер")}
        ]}
    ]}]);
    Content::new(&settings)
        .article(&article(
            "en",
            "/coast/north/bays/whale/",
            "A whale in the bay",
            "2026-03-08T09:00:00+05:00",
        ))
        .article(&article("kk", "/kk/coast/north/bays/kit/", "Шығанақтағы кит", "2026-03-08T09:00:00+05:00"))
        .serve(Fallback::NotFoundPage)
}

/// Goes from the front to the fourth level and to a section beside the third, by links alone.
fn goes_down(page: &Page, site: &Site) {
    page.visit(&site.url("/"));
    page.click(".sections a[href='/coast/']");
    page.wait_for_heading("Coast");
    assert_eq!(page.count(".list-sections"), 0, "the masthead has the second level");
    page.click(".subsections a[href='/coast/north/']");
    page.wait_for_heading("North");
    assert_eq!(page.texts(".list-sections a"), ["Capes", "Bays", "Straits"]);
    let sizes = "Array.from(document.querySelectorAll('.list-sections a')).every(it => it.getBoundingClientRect().height >= 44)";
    assert_eq!(page.value(sizes), json!(true), "for a finger");
    page.click(".list-sections a[href='/coast/north/capes/']");
    page.wait_for_heading("Capes");
    page.click(".list-sections a[href='/coast/north/capes/lights/']");
    page.wait_for_heading("Lights");
    assert_eq!(page.texts(".list-sections [aria-current=page]"), ["Lights"]);
    page.click("nav ol a[href='/coast/north/']");
    page.wait_for_heading("North");
    page.click(".list-sections a[href='/coast/north/bays/']");
    page.wait_for_heading("Bays");
    assert_eq!(page.texts(".list-sections [aria-current=page]"), ["Bays"]);
    assert_eq!(page.texts("main h2 a"), ["A whale in the bay"]);
    page.visit(&site.url("/kk/coast/north/bays/"));
    page.wait_for_heading("Шығанақтар мен қолтықтар");
    let row = page.value("document.querySelector('.list-sections').clientHeight").as_f64();
    assert!(row.is_some_and(|height| height < 60.0), "one row, that is swiped: {row:?}");
    let widths = page.value("(root => root.scrollWidth - root.clientWidth)(document.documentElement)");
    assert_eq!(widths, json!(0), "the row scrolls, not the page");
}

#[test]
fn sections_on_any_level_are_reached_on_a_phone_with_the_program_and_without_script() {
    let site = deep_site();
    in_browser(Device::Phone, |page| {
        goes_down(page, &site);
        page.wait_for_program();
        assert_eq!(page.texts(".list-sections [aria-current=page]"), ["Шығанақтар мен қолтықтар"]);
        without_script(page);
        goes_down(page, &site);
    });
}

/// The headlines of the page, each with the section that its card says.
fn sections_said(page: &Page) -> Value {
    page.value(
        "Array.from(document.querySelectorAll('main .card'), it => \
            [it.querySelector('.card-headline').innerText, it.querySelector('.card-section')?.innerText ?? ''])",
    )
}

#[test]
fn a_story_says_its_section_except_in_the_list_of_that_section() {
    let story = |path: &str, headline: &str, hour: u8, sections: &[(&str, &str)]| {
        let mut story = article("en", path, headline, &format!("2026-03-08T{hour:02}:00:00+05:00"));
        story["x"]["sections"] =
            sections.iter().map(|(name, url)| json!({"name": name, "url": url})).collect();
        story
    };
    let (learn, within, beside) =
        (("Learn", "/learn/"), ("Politics", "/learn/politics/"), ("Politics", "/politics/"));
    let mut settings = settings();
    settings["page_size"] = json!(20);
    let site = Content::new(&settings)
        .article(&story("/learn/kite/", "A kite", 12, &[learn]))
        .article(&story("/learn/politics/vote/", "A vote", 11, &[learn, within]))
        .article(&story("/politics/law/", "A law", 10, &[beside]))
        .serve(Fallback::NotFoundPage);
    let (kite, vote, law) = ("A kite", "A vote", "A law");
    in_browser(Device::Phone, |page| {
        for (place, heading, expected) in [
            ("/", "The Test Gazette", json!([[kite, "Learn"], [vote, "Politics"], [law, "Politics"]])),
            ("/learn/", "Learn", json!([[kite, ""], [vote, "Politics"]])),
            ("/learn/politics/", "Politics", json!([[vote, ""]])),
            ("/politics/", "Politics", json!([[law, ""]])),
        ] {
            page.open(&site.url(place));
            page.wait_for_heading(heading);
            assert_eq!(sections_said(page), expected, "{place}");
        }
        // The same where a link has led there.
        page.click_named("Learn");
        page.wait_for_heading("Learn");
        assert_eq!(sections_said(page), json!([[kite, ""], [vote, "Politics"]]));
    });
    settings["page_size"] = json!(1);
    let site = Content::new(&settings)
        .article(&story("/learn/kite/", kite, 12, &[learn]))
        .article(&story("/learn/boat/", "A boat", 11, &[learn]))
        .article(&story("/learn/oar/", "An oar", 10, &[learn]))
        .serve(Fallback::NotFoundPage);
    in_browser(Device::Phone, |page| {
        page.open(&site.url("/learn/page/1/"));
        page.wait_for_heading("Learn, page 1");
        assert_eq!(sections_said(page), json!([["An oar", ""]]), "a numbered page is of the same list");
    });
}
