//! What stands around every page: its policy, colours, icon and mark.

use std::fs;

use crate::press_newsroom::Newsroom;
use serde_json::json;

#[test]
fn the_masthead_keeps_a_place_of_the_logos_shape() {
    let newsroom = Newsroom::new("logo");
    newsroom.site(|site| site["logo"] = json!("/media/mark.svg"));
    newsroom
        .write("content/media/mark.svg", "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 300 60'/>");
    newsroom.press().is_clean();
    let mark = |page: &str| {
        let page = newsroom.read(page);
        let (_, mark) = page.split_once("class=\"masthead-mark\"").expect("a mark");
        mark.split('>').next().unwrap_or_default().to_owned()
    };
    assert!(mark("index.html").ends_with("width=\"200\" height=\"40\""), "{}", mark("index.html"));
    assert_eq!(newsroom.json("site.json")["logo_size"], json!([200, 40]), "for pages that are not pressed");
    newsroom.site(|site| {
        site["logo"] = json!("https://pictures.example/mark.png");
        site["logo_size"] = json!([90, 30]);
    });
    newsroom.press().is_clean();
    assert!(mark("ru/index.html").ends_with("width=\"90\" height=\"30\""), "{}", mark("ru/index.html"));
}

#[test]
fn every_page_has_a_policy_also_that_in_which_nothing_is_drawn_yet() {
    let newsroom = Newsroom::new("policies");
    newsroom.article("a", "/politics/a/", 2, |_| {});
    newsroom.press().is_clean();
    let of_front = policies(&newsroom, "index.html");
    assert_eq!(of_front.len(), 1);
    runs_our_own_scripts_alone(&of_front[0]);
    assert_eq!(policies(&newsroom, "app.html"), of_front);
    // A site that was pressed is an app to press with, and its page has the policy of now.
    newsroom.site(|site| site["report"] = json!({ "endpoint": "https://desk.example/reports" }));
    newsroom.run("content", "out", "again", &[]).is_clean();
    let text = fs::read_to_string(newsroom.path("again/app.html")).expect("the page");
    assert_eq!(text.matches("Content-Security-Policy").count(), 1);
    assert!(text.contains("connect-src 'self' https://desk.example;"), "{text}");
}

/// The policies of a page.
fn policies(newsroom: &Newsroom, page: &str) -> Vec<String> {
    let head = newsroom.read(page);
    let rest = head.split("http-equiv=\"Content-Security-Policy\" content=\"").skip(1);
    rest.filter_map(|rest| Some(rest.split_once('"')?.0.to_owned())).collect()
}

/// Demands that a policy lets files of the site's own run, and WebAssembly, and nothing that stands in a page.
fn runs_our_own_scripts_alone(policy: &str) {
    let of_scripts: Vec<&str> =
        policy.split(';').map(str::trim).filter(|part| part.starts_with("script-src")).collect();
    assert_eq!(of_scripts, ["script-src 'self' 'wasm-unsafe-eval'"], "{policy}");
    assert!(!policy.contains("unsafe-inline"), "{policy}");
}

#[test]
fn nothing_that_a_newsroom_sets_lets_other_scripts_run() {
    let newsroom = Newsroom::new("scripts");
    newsroom.site(|site| {
        site["url"] = json!("http://harbour.example");
        site["report"] =
            json!({ "endpoint": "https://desk.example/reports", "email": "desk@harbour.example" });
        site["embeds"] = json!({ "allow": ["maps.example"] });
        site["theme"] = json!({ "accent": "#036" });
    });
    newsroom.article("a", "/politics/a/", 2, |article| {
        article["bodies"][0]["value"] =
            json!("<p>Text.</p><iframe src='https://maps.example/pier'></iframe>");
    });
    assert_eq!(newsroom.press().status, Some(0));
    let policies = policies(&newsroom, "politics/a/index.html");
    let [policy] = &policies[..] else { panic!("one policy: {policies:?}") };
    for wanted in ["https://desk.example", "mailto:", "frame-src https://maps.example"] {
        assert!(policy.contains(wanted), "{wanted} in {policy}");
    }
    runs_our_own_scripts_alone(policy);
}

#[test]
fn without_colours_of_the_newsroom_those_of_the_style_are_around_its_pages() {
    let newsroom = Newsroom::new("grounds");
    newsroom.press().is_clean();
    let style = include_str!("../../style/tokens.css");
    let grounds = style.split_once("--color-ground: light-dark(").and_then(|(_, rest)| rest.split_once(')'));
    let (grounds, _) = grounds.expect("the grounds");
    let (light, dark) = grounds.split_once(", ").expect("two");
    let front = newsroom.read("index.html");
    for (scheme, ground) in [("light", light), ("dark", dark)] {
        let tag = format!(
            "<meta name=\"theme-color\" media=\"(prefers-color-scheme: {scheme})\" content=\"{ground}\">"
        );
        assert!(front.contains(&tag), "{tag}");
    }
    assert_eq!(newsroom.json("manifest.webmanifest")["theme_color"], json!(light));
}

#[test]
fn pages_name_the_icon_for_the_home_screens_of_apples_devices_where_there_is_one() {
    let newsroom = Newsroom::new("apple-icon");
    newsroom.article("a", "/politics/a/", 2, |_| {});
    newsroom.press().is_clean();
    assert!(!newsroom.read("index.html").contains("apple-touch-icon"));
    newsroom.site(|site| site["base_path"] = json!("/news/"));
    newsroom.write("content/apple-touch-icon.png", "a picture");
    newsroom.press().is_clean();
    let link = "<link rel=\"apple-touch-icon\" href=\"/news/apple-touch-icon.png\">";
    for page in ["index.html", "politics/a/index.html", "app.html", "404.html"] {
        assert_eq!(newsroom.read(page).matches(link).count(), 1, "{page}");
    }
}
