//! Pages that lead on: from the root of a site, and from where articles were.

use crate::press_newsroom::Newsroom;
use serde_json::json;

#[test]
fn former_addresses_where_no_page_can_be_cost_themselves_alone_and_check_says_the_same() {
    let newsroom = Newsroom::new("aliases-unfit");
    let long = format!("/2014/{}/", "қ".repeat(150));
    newsroom.article("moved", "/learn/moved/", 6, |article| {
        article["x"]["aliases"] = json!([long, "/learn/", "/broadsheet-press.json/old/", "/old/place/"]);
    });
    // Its compressed copies would have names that are longer than file systems take.
    let name = format!("{}.txt", "n".repeat(250));
    newsroom.write(&format!("content/{name}"), &"The tide is out. ".repeat(100));
    let pressing = newsroom.press();
    let faults = [
        (
            21,
            format!("expected a former address whose parts have at most 240 bytes, found {long}"),
            "alias-unfit",
        ),
        (22, "expected a former address that is free, found /learn/, where".to_owned(), "alias-taken"),
        (
            23,
            "expected a former address without the name of the site's own file broadsheet-press.json"
                .to_owned(),
            "alias-unfit",
        ),
    ];
    let report = newsroom.check(&[]).summary;
    for (number, (line, message, code)) in faults.iter().enumerate() {
        pressing.says(
            0,
            &[&format!("moved.json:{line}:7: warning: {message}"), &format!("(/x/aliases/{number})")],
        );
        assert!(report.contains(&format!("warning[{code}]: {message}")), "{report}");
        assert!(report.contains(&format!("moved.json:{line}:7\n")), "{report}");
    }
    assert_eq!(pressing.messages.lines().count(), 3, "{pressing:?}");
    assert!(newsroom.has("old/place/index.html") && newsroom.has(&name));
    assert!(!newsroom.has(&format!("{name}.br")) && !newsroom.has(&format!("{name}.gz")));
}

#[test]
fn the_root_of_a_site_leads_on_where_no_edition_is_there() {
    let newsroom = Newsroom::new("no-edition-at-the-root");
    let editions = |first: &str| json!([{ "language": "en", "path": first, "time_zone": "UTC" }, { "language": "ru", "path": "/ru/" }]);
    newsroom.site(|site| {
        site["base_path"] = json!("/news/");
        site["editions"] = editions("/en/");
    });
    newsroom.article("a", "/en/politics/a/", 1, |_| {});
    for _ in 0..2 {
        newsroom.press().is_clean();
        let page = newsroom.read("index.html");
        for expected in [
            "<html lang=\"en\" dir=\"ltr\">",
            "content=\"0; url=/news/en/\"",
            "<a href=\"/news/en/\">The Harbour</a>",
            "<link rel=\"canonical\" href=\"https://harbour.example/news/en/\">",
            "content=\"default-src 'none'; ",
        ] {
            assert!(page.contains(expected), "{expected} is not in {page}");
        }
    }
    // Where the site is pressed into the folder of the app, the app is found there again.
    newsroom.press_folders("content", "app", "app").is_clean();
    newsroom.press_folders("content", "app", "app").is_clean();
    newsroom.site(|site| site["editions"] = editions("/"));
    newsroom.article("a", "/politics/a/", 1, |_| {});
    newsroom.press().is_whole();
    assert!(newsroom.read("index.html").contains("Headline of a"), "the front is there again");
}

#[test]
fn where_a_withdrawn_article_was_before_leads_to_what_is_said_of_it() {
    let newsroom = Newsroom::new("aliases-withdrawn");
    let write = |status: &str| {
        newsroom.article("moved", "/learn/moved/", 6, |article| {
            article["pubStatus"] = json!(status);
            article["x"]["aliases"] = json!(["/old/place/"]);
        });
    };
    for status in ["usable", "canceled"] {
        write(status);
        newsroom.press().is_clean();
        let page = newsroom.read("old/place/index.html");
        assert!(page.contains("content=\"0; url=/learn/moved/\""), "{status}: {page}");
        assert_eq!(page.contains("Headline of moved"), status == "usable", "{page}");
        let document = newsroom.read("old/place/article.json");
        assert!(document.contains("\"moved\":\"/learn/moved/\""), "{document}");
    }
    // Whatever is published has the address before it.
    newsroom.article("successor", "/politics/successor/", 2, |article| {
        article["x"]["aliases"] = json!(["/old/place/"]);
    });
    newsroom.press().is_clean();
    assert!(newsroom.read("old/place/index.html").contains("content=\"0; url=/politics/successor/\""));
    assert!(!newsroom.check(&[]).summary.contains("alias-taken"));
    std::fs::remove_file(newsroom.path("content/articles/successor.json")).expect("removed");
    newsroom.site(|site| site["withdrawn"] = json!({ "redirect": "/learn/" }));
    newsroom.press();
    assert!(newsroom.read("old/place/index.html").contains("content=\"0; url=/learn/\""));
    // Of one that is held back nothing is told.
    write("withheld");
    newsroom.press();
    assert!(!newsroom.has("old/place/index.html") && !newsroom.has("old/place/article.json"));
}
