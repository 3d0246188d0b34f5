//! What `broadsheet check` writes, and with which exit status.

use std::fs;

use proptest::prelude::*;
use serde_json::{Value, json};

use crate::press_newsroom::Newsroom;

/// A newsroom with a warning, and two notes beside each other in a body of one long line.
fn newsroom(name: &str) -> Newsroom {
    let newsroom = Newsroom::new(name);
    newsroom.article("a", "/politics/a/", 1, |article| {
        let words = "Long before the harbour had a wall, ".repeat(20);
        article["bodies"][0]["value"] =
            json!(format!("<p>{words}<a href='/politics/nothing/'>there</a> {words}</p>"));
        article["by"] = json!("Ann: a, b");
    });
    newsroom
}

#[test]
fn people_are_shown_the_words_and_how_to_mend_them() {
    let newsroom = newsroom("check-text");
    let said = newsroom.check(&[]);
    assert_eq!(said.status, Some(0), "{said:?}");
    let lines: Vec<&str> = said.summary.lines().collect();
    let start =
        lines.iter().position(|line| line.starts_with("warning[link-broken]: expected a link")).expect("it");
    let place = lines[start + 1].trim();
    assert!(place.starts_with("--> content/articles/a.json:") && place.matches(':').count() == 2, "{place}");
    let (words, marks) = (lines[start + 2], lines[start + 3]);
    let marked: String =
        words.chars().zip(marks.chars()).filter(|(_, mark)| *mark == '^').map(|(c, _)| c).collect();
    assert_eq!(marked, "/politics/nothing/", "{}", said.summary);
    assert!(
        words.chars().count() < 120 && lines[start + 4].trim().starts_with("= help: "),
        "{}",
        said.summary
    );
    assert!(
        said.summary.contains("note[credit-untyped]") && !said.summary.contains('\u{1b}'),
        "{}",
        said.summary
    );
    assert!(said.summary.ends_with("errors 0, warnings 1, notes 1.\n"), "{}", said.summary);
}

#[test]
fn programs_get_one_document_with_known_fields() {
    let said = newsroom("check-json").check(&["--format", "json"]);
    let report: Value = serde_json::from_str(&said.summary).expect("JSON");
    assert_eq!(
        (&report["version"], &report["articles"], &report["errors"]),
        (&json!(1), &json!(1), &json!(0))
    );
    assert_eq!((&report["warnings"], &report["notes"]), (&json!(1), &json!(1)));
    assert!(report["milliseconds"].is_u64(), "{report}");
    let finding = &report["findings"][0];
    let names: Vec<&str> = finding.as_object().expect("an object").keys().map(String::as_str).collect();
    for name in ["severity", "code", "file", "line", "column", "message", "help"] {
        assert!(names.contains(&name), "no {name} in {finding}");
    }
}

#[test]
fn workflows_of_github_get_commands_that_words_cannot_break() {
    let newsroom = newsroom("check-github");
    newsroom.article("b, c", "/politics/b/", 1, |article| article["language"] = json!("ru"));
    let said = newsroom.check(&["--format", "github"]);
    let lines: Vec<&str> = said.summary.lines().collect();
    assert!(
        lines.iter().any(|line| line.starts_with("::warning file=content/articles/a.json,line=")),
        "{said:?}"
    );
    assert!(
        lines.iter().any(|line| line.starts_with("::notice file=content/articles/a.json,line=")),
        "{said:?}"
    );
    let warning = lines.iter().find(|line| line.contains("title=language-differs::")).expect("a warning");
    assert!(warning.starts_with("::warning file=content/articles/b%2C c.json,line="), "{warning}");
    assert!(warning.contains("%0Awords: \"ru\"%0Ahelp: "), "{warning}");
    let link = lines.iter().find(|line| line.contains("title=link-broken::")).expect("a warning");
    assert!(link.contains("%0Awords: /politics/nothing/%0Ahelp: "), "{link}");
    assert!(!said.summary.contains("%0Awords: {"), "{said:?}");
    assert_eq!(lines.iter().filter(|line| line.starts_with("::")).count(), lines.len() - 1, "{said:?}");
}

#[test]
fn the_exit_status_tells_how_bad_it_is() {
    let newsroom = newsroom("check-status");
    assert_eq!(newsroom.check(&[]).status, Some(0));
    assert_eq!(newsroom.check(&["--strict"]).status, Some(1));
    newsroom.article("a", "/politics/a/", 1, |article| article["by"] = json!("Ann"));
    let notes = newsroom.check(&["--strict"]);
    assert!(notes.status == Some(0) && notes.summary.contains("notes 1."), "{notes:?}");
    newsroom.write("content/articles/b.json", "{");
    assert_eq!(newsroom.check(&[]).status, Some(1));
    newsroom.write("content/site.json", "{");
    assert_eq!(newsroom.check(&[]).status, Some(2));
    fs::remove_dir_all(newsroom.path("content")).expect("removed");
    newsroom.check(&["--format", "json"]).says(2, &["there is no content folder content"]);
    assert_eq!(newsroom.check(&["--format", "xml"]).status, Some(2));
}

#[test]
fn the_press_says_the_same_of_an_article_but_for_notes() {
    let newsroom = Newsroom::new("check-press");
    newsroom.article("a", "/politics/a/", 1, |article| {
        article["by"] = json!("Ann");
        article["bodies"][0]["value"] = json!("<p>a</p><script>b</script>");
    });
    let pressing = newsroom.press();
    pressing.says(0, &["warning: expected markup for readers, found <script>"]);
    assert_eq!(pressing.messages.lines().count(), 1, "{pressing:?}");
    let message = "expected markup for readers, found <script>";
    assert!(newsroom.check(&[]).summary.contains(message));
}

#[test]
fn the_demo_newsroom_has_no_faults() {
    let demo = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("public");
    let now = broadsheet::source::dates::parse("2026-12-01T00:00:00Z").expect("a time");
    let report = broadsheet::check::check(&demo, now).expect("a report");
    assert!(report.articles > 60);
    assert_eq!(report.findings, Vec::new());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_json_makes_it_panic(article in crate::properties::json(), site in crate::properties::json()) {
        let newsroom = Newsroom::new("check-any");
        let mut article = article;
        if let Some(members) = article.as_object_mut() {
            members.insert("uri".into(), "urn:a".into());
        }
        newsroom.write("content/articles/a.json", &article.to_string());
        newsroom.article("b", "/politics/b/", 1, |other| other["x"]["credits"] = article.clone());
        let now = broadsheet::source::dates::parse("2024-06-01T00:00:00Z").expect("a time");
        let check = || broadsheet::check::check(&newsroom.path("content"), now);
        let report = check().expect("a report");
        prop_assert_eq!(report.articles, 2);
        for format in [broadsheet::check::Format::Text { coloured: true }, broadsheet::check::Format::GitHub] {
            prop_assert!(report.write(format, std::time::Duration::ZERO).contains("Checked articles 2"));
        }
        newsroom.write("content/site.json", &site.to_string());
        let _ = check();
    }
}
