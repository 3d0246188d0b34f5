//! Days of which nobody said the hour.

use crate::check_faults::{assert_found, newsroom};
use crate::press_newsroom::Newsroom;
use serde_json::json;

#[test]
fn a_day_alone_is_that_day_in_every_zone_and_has_no_hour() {
    for zone in ["America/New_York", "Asia/Almaty", "Pacific/Kiritimati", "Pacific/Pago_Pago"] {
        let newsroom = Newsroom::new(&format!("day-alone-{}", zone.replace('/', "-")));
        newsroom.site(|site| site["editions"][0]["time_zone"] = json!(zone));
        newsroom.article("a", "/politics/a/", 1, |article| {
            article["firstCreated"] = json!("2014-07-04");
            article["versionCreated"] = json!("2014-07-09");
            article["x"]["corrections"] = json!([{ "date": "2024-05-02", "text": "It was so." }]);
        });
        assert_eq!(newsroom.press().status, Some(0));
        let page = newsroom.read("politics/a/index.html");
        let times: Vec<&str> =
            page.split("<time ").skip(1).filter_map(|rest| rest.split("</time>").next()).collect();
        let expected =
            [("2014-07-04", "4 July 2014"), ("2014-07-09", "9 July 2014"), ("2024-05-02", "2 May 2024")];
        for (day, words) in expected {
            let time = times.iter().find(|time| time.contains(&format!("datetime=\"{day}")));
            let time = time.unwrap_or_else(|| panic!("{day} in {times:?}"));
            assert!(time.ends_with(&format!(">{words}")), "{zone}: {time}");
            // What shows up where a reader points at it.
            let title = time.split("title=\"").nth(1).and_then(|rest| rest.split('"').next());
            assert!(title.is_none_or(|title| title == words), "{zone}: {time}");
        }
        assert!(page.contains("\"datePublished\":\"2014-07-04T"), "machines are told that day");
        assert!(newsroom.read("feed.json").contains("\"date_published\":\"2014-07-04T"));
    }
}

#[test]
fn a_day_alone_is_still_one_in_lists_and_stands_amid_its_day_there() {
    let newsroom = Newsroom::new("day-alone-lists");
    newsroom.site(|site| {
        site["editions"][0]["time_zone"] = json!("America/New_York");
        site["page_size"] = json!(9);
    });
    for (name, at) in
        [("morning", "2024-05-20T06:00:00Z"), ("day", "2024-05-20"), ("evening", "2024-05-20T18:00:00Z")]
    {
        newsroom
            .article(name, &format!("/politics/{name}/"), 1, |article| article["firstCreated"] = json!(at));
    }
    newsroom.press();
    let list = newsroom.json("data/en/politics/latest.json");
    let dates: Vec<&str> = list["items"]
        .as_array()
        .expect("items")
        .iter()
        .filter_map(|item| item["x"]["published"].as_str())
        .collect();
    assert_eq!(dates, ["2024-05-20T18:00:00Z", "2024-05-20T11:59:59Z", "2024-05-20T06:00:00Z"]);
    let page = newsroom.read("politics/index.html");
    let time = page.split("<time ").find(|time| time.contains("2024-05-20T11")).expect("the time");
    assert!(time.contains("title=\"20 May 2024\""), "{time}");
}

#[test]
fn a_day_alone_has_come_when_it_begins_and_wants_an_hour() {
    let newsroom = newsroom("check-day-alone");
    newsroom.article("a", "/politics/a/", 1, |article| {
        article["firstCreated"] = json!("2024-06-01");
        article["x"]["corrections"] = json!([{ "date": "2024-06-01", "text": "It was so." }]);
    });
    newsroom.article("b", "/politics/b/", 1, |article| article["firstCreated"] = json!("2024-06-02"));
    newsroom.article("c", "/politics/c/", 1, |article| article["embargoedUntil"] = json!("2024-06-01"));
    assert_found(
        &newsroom,
        &[
            ("articles/a.json", "date-without-offset", "\"2024-06-01\""),
            ("articles/a.json", "date-without-offset", "\"2024-06-01\""),
            ("articles/b.json", "date-without-offset", "\"2024-06-02\""),
            ("articles/b.json", "published-in-future", "\"2024-06-02\""),
            ("articles/c.json", "date-without-offset", "\"2024-06-01\""),
        ],
    );
    newsroom.press().says(0, &["found \"2024-06-01\", which counts as noon UTC of that day"]);
    assert!(
        !newsroom.has("politics/c/index.html")
            || !newsroom.read("politics/c/index.html").contains("Text of c")
    );
    let later = newsroom.run("content", "app", "out", &["--now", "2024-06-01T12:00:00Z"]);
    assert_eq!(later.status, Some(0));
    assert!(newsroom.read("politics/c/index.html").contains("Text of c"), "its embargo is over at noon");
}

#[test]
fn what_is_remembered_of_a_day_ends_when_it_begins_and_news_of_today_are_news() {
    let newsroom = Newsroom::new("day-alone-begins");
    newsroom.article("a", "/politics/a/", 1, |article| article["firstCreated"] = json!("2024-06-01"));
    let at = |now: &str| newsroom.run("content", "app", "out", &["--now", now]);
    assert!(at("2024-05-31T22:00:00Z").messages.contains("a time of publication that has come"));
    let today = at("2024-06-01T06:00:00Z");
    assert!(!today.messages.contains("a time of publication that has come"), "{today:?}");
    assert!(newsroom.read("sitemap-news.xml").contains("/politics/a/"));
}

#[test]
fn a_change_on_the_day_of_publication_is_told_where_it_has_an_hour_and_the_day_has_none() {
    let newsroom = Newsroom::new("day-alone-updated");
    for (name, published, changed) in [
        ("told", "2024-05-01", "2024-05-01T08:00:00Z"),
        ("not", "2024-05-01T08:00:00Z", "2024-05-01"),
        ("days", "2024-05-01", "2024-05-01"),
        ("later", "2024-05-01T08:00:00Z", "2024-05-02"),
    ] {
        newsroom.article(name, &format!("/politics/{name}/"), 1, |article| {
            article["firstCreated"] = json!(published);
            article["versionCreated"] = json!(changed);
        });
    }
    newsroom.press();
    for (name, is_told) in [("told", true), ("not", false), ("days", false), ("later", true)] {
        let page = newsroom.read(&format!("politics/{name}/index.html"));
        assert_eq!(page.contains("class=\"updated\""), is_told, "{name}");
    }
}
