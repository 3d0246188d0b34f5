//! What `broadsheet check` says of articles by the schema.

use serde_json::json;

use crate::check_faults::{assert_found, newsroom, picture, report};

#[test]
fn an_article_of_an_older_ninjs_is_not_held_to_the_schema_of_the_new_one() {
    let newsroom = newsroom("check-older");
    newsroom.write(
        "content/articles/old.json",
        &json!({
            "uri": "urn:harbour:old", "type": "text", "language": "en", "headline": "Old", "pubstatus": "usable",
            "versioncreated": "2014-07-04T10:43:00+06:00", "body_xhtml": "<p>Words</p>", "x": { "url": "/politics/old/" }
        })
        .to_string(),
    );
    assert_found(&newsroom, &[]);
}

#[test]
fn a_field_of_an_older_ninjs_in_an_article_of_today_is_told_with_its_name_of_today() {
    let newsroom = newsroom("check-stray");
    let former = [
        ("headline", "headlines"),
        ("byline", "by"),
        ("body_html", "bodies"),
        ("versioncreated", "versionCreated"),
        ("embargoed", "embargoedUntil"),
    ];
    newsroom.article("a", "/politics/a/", 2, |article| {
        article["standard"] = json!({ "name": "ninjs", "version": "3.1" });
        article["urgency"] = json!(5.5);
        article["x"]["headline"] = json!("of ours");
        for (name, _) in former {
            article[name] = json!("2024-05-02T08:00:00Z");
        }
        article["associations"] = json!([picture("quay.png", 640, 480)]);
        article["associations"][0]["renditions"][0]["mimetype"] = json!("image/png");
    });
    let report = report(&newsroom);
    let found = |message: &str| {
        let findings = report["findings"].as_array().expect("findings").iter();
        findings
            .filter(|finding| finding["message"].as_str().is_some_and(|it| it.starts_with(message)))
            .count()
    };
    for (name, today) in former.into_iter().chain([("mimetype", "contentType")]) {
        let message = format!("expected `{today}`, as ninjs 3.1 calls it, found `{name}` (/");
        assert_eq!(found(&message), 1, "{message}: {report:#}");
    }
    assert_eq!(
        found("expected a field that the schema knows, found `headline` (/x/headline)"),
        1,
        "{report:#}"
    );
    assert!(report.to_string().contains("(/urgency)"), "the schema is not asked: {report:#}");
}
