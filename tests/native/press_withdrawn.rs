//! Addresses of articles that were published and are no longer.

use crate::press_newsroom::Newsroom;
use serde_json::json;

const SETTINGS: [&str; 3] = ["_redirects", "hosts/nginx.conf", "hosts/Caddyfile"];

/// A cancelled article, one that expired, and three that nothing published may name.
fn newsroom(name: &str) -> Newsroom {
    let newsroom = Newsroom::new(name);
    newsroom.article("corrections", "/corrections/", 1, |article| article["x"]["standing"] = json!(true));
    newsroom.article("gone", "/politics/gone/", 2, |article| article["pubStatus"] = json!("canceled"));
    newsroom.article("past", "/ru/politics/past/", 3, |article| {
        article["expires"] = json!("2024-05-20T00:00:00Z")
    });
    newsroom.article("secret-held", "/politics/secret-held/", 4, |article| {
        article["pubStatus"] = json!("withheld");
        article["expires"] = json!("2024-05-20T00:00:00Z");
    });
    newsroom.article("secret-later", "/politics/secret-later/", 5, |article| {
        article["pubStatus"] = json!("canceled");
        article["embargoedUntil"] = json!("2025-01-01T00:00:00Z");
    });
    newsroom.article("secret-unread", "/politics/secret-unread/", 5, |article| {
        article["pubStatus"] = json!("canceled");
        article["embargoedUntil"] = json!("next summer");
    });
    newsroom
}

#[test]
fn the_page_stays_and_hosts_say_that_it_is_gone() {
    let newsroom = newsroom("withdrawn-gone");
    newsroom.press();
    assert_eq!(newsroom.json("politics/gone/article.json")["pubStatus"], "canceled");
    assert!(newsroom.read("politics/gone/index.html").contains("Article not available"));
    for (file, rule) in [
        (
            ".htaccess",
            "RewriteCond %{REQUEST_FILENAME}.gone -f\n    RewriteRule \"^([^%?#]*/)$\" - [E=GONE:$1,G]",
        ),
        ("hosts/nginx.conf", "location = \"/ru/politics/past/\" {"),
        ("hosts/Caddyfile", "@withdrawn path /ru/politics/past/ /politics/gone/\n"),
    ] {
        assert!(newsroom.read(file).contains(rule), "{file}: {}", newsroom.read(file));
    }
    assert!(!newsroom.read("_redirects").contains("gone"), "redirects cannot say so");
    assert!(newsroom.has("politics/gone/.gone") && newsroom.has("ru/politics/past/.gone"));
    newsroom.article("gone", "/politics/gone/", 2, |_| {});
    newsroom.press();
    assert!(!newsroom.has("politics/gone/.gone"), "it is back");
}

#[test]
fn what_was_never_published_is_named_nowhere() {
    for setting in [json!({}), json!({ "redirect": "/corrections/" })] {
        let newsroom = newsroom("withdrawn-secret");
        newsroom.site(|site| site["withdrawn"] = setting);
        newsroom.press();
        for file in SETTINGS.into_iter().chain([".htaccess", "broadsheet-press.json", "sitemap.xml"]) {
            assert!(!newsroom.read(file).contains("secret"), "{file}");
        }
        let signs = newsroom.tree("out").into_keys().filter(|file| file.ends_with(".gone"));
        assert_eq!(signs.count(), 2);
        for name in ["held", "later", "unread"] {
            let document = newsroom.json(&format!("politics/secret-{name}/article.json"));
            assert!(document["x"]["moved"].is_null(), "{document}");
        }
    }
}

#[test]
fn readers_are_led_to_the_place_that_the_site_says() {
    let newsroom = newsroom("withdrawn-redirect");
    newsroom.site(|site| site["withdrawn"] = json!({ "redirect": { "en": "/corrections/" } }));
    newsroom.press();
    assert_eq!(newsroom.json("politics/gone/article.json")["x"]["moved"], "/corrections/");
    let page = newsroom.read("politics/gone/index.html");
    assert!(page.contains("content=\"0; url=/corrections/\"") && page.contains("noindex"), "{page}");
    let policy =
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src 'self' data:;";
    assert!(page.contains(policy) && !page.contains("rel=\"canonical\""), "{page}");
    assert!(!page.contains("Headline of gone"), "{page}");
    for file in SETTINGS {
        let text = newsroom.read(file);
        assert!(text.contains("/corrections/") && text.contains("politics/gone/"), "{file}: {text}");
    }
    assert!(newsroom.read(".htaccess").contains("RewriteRule \"^.*/$\" \"/corrections/\" [R=302,L]"));
    // No place is named for Russian, so the page stays.
    assert_eq!(newsroom.json("ru/politics/past/article.json")["expires"], "2024-05-20T00:00:00Z");
    assert!(newsroom.read("hosts/nginx.conf").contains("error_page 410 \"/ru/politics/past/index.html\""));
    let again = newsroom.press();
    assert!(again.summary.contains("files written 0,"), "{again:?}");
}

#[test]
fn check_looks_for_the_place() {
    let newsroom = newsroom("withdrawn-checked");
    newsroom.site(|site| {
        site["withdrawn"] = json!({ "redirect": { "en": "/corrections/", "ru": "/ru/nowhere/" } })
    });
    let report = newsroom.check(&[]).summary;
    assert!(report.contains("link-broken") && report.contains("/withdrawn/redirect/ru"), "{report}");
    assert!(!report.contains("/withdrawn/redirect/en"), "{report}");
}

#[test]
fn the_press_says_of_a_place_where_nothing_is_what_check_says() {
    let newsroom = newsroom("withdrawn-to-nothing");
    newsroom.site(|site| site["withdrawn"] = json!({ "redirect": "/nowhere/" }));
    let expected = "warning: expected a place of this site to lead on to, found /nowhere/, where nothing is";
    for _ in 0..2 {
        newsroom.press().says(0, &["content/site.json:1:", expected, "(/withdrawn/redirect)"]);
    }
    for place in ["/corrections/", "/", "/ru/politics/"] {
        newsroom.site(|site| site["withdrawn"] = json!({ "redirect": place }));
        assert!(!newsroom.press().messages.contains("to lead on to"), "{place} is there");
    }
}

#[test]
fn a_place_of_another_site_is_none() {
    let newsroom = newsroom("withdrawn-elsewhere");
    newsroom.site(|site| site["withdrawn"] = json!({ "redirect": "https://other.example/" }));
    newsroom.press().says(0, &["expected a place on this site, such as /corrections/"]);
    assert!(newsroom.read("hosts/nginx.conf").contains("location = \"/politics/gone/\" { error_page 410"));
    assert!(!newsroom.read("hosts/nginx.conf").contains("other.example"));
}
