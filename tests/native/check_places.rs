//! Where `broadsheet check` says that something is wrong, and how it says to mend it.

use std::fs;

use serde_json::{Value, json};

use crate::{
    check_faults::{assert_found, newsroom, report},
    press_newsroom::Newsroom,
};

/// The findings of a file.
fn findings(newsroom: &Newsroom, file: &str) -> Vec<Value> {
    let report = report(newsroom);
    let all = report["findings"].as_array().expect("findings").clone();
    all.into_iter().filter(|finding| finding["file"] == format!("content/{file}")).collect()
}

#[test]
fn a_syntax_error_behind_other_letters_is_counted_in_characters() {
    let newsroom = newsroom("check-letters");
    newsroom.write("content/articles/a.json", "{\n  \"title\": \"Қазақстан теңізі\" \"type\": \"text\"\n}\n");
    newsroom.write("content/articles/b.json", "\u{feff}{\"uri\": \"ююю\" \"type\"}");
    assert_found(
        &newsroom,
        &[
            ("articles/a.json", "json-invalid", "\"type\": \"text\""),
            ("articles/b.json", "json-invalid", " \"type\"}"),
        ],
    );
}

#[test]
fn what_is_no_json_is_mended_by_what_is_wrong_with_it() {
    let newsroom = newsroom("check-syntax");
    let faults = [
        ("{\"uri\": \"a\" \"type\": \"text\"}", "put a comma"),
        ("{\"title\": \"The \"Harbour\" opens\"}", "a quotation mark within a text is written \\\""),
        ("{\"uri\": \"a\",}", "remove the comma"),
        ("{\"uri\": [1, 2,]}", "remove the comma"),
        ("{\"uri\": \"a\"", "missing"),
        ("{\"uri\": \"a", "quotation mark"),
        ("{\"title\": \"one\ntwo\"}", "where a new line begins"),
        ("{\"title\": \"one,\n\"uri\": \"a\"}", "close the text with a quotation mark"),
        ("{\"title\": \"C:\\news\\2014\"}", "backslash"),
        ("{\"uri\": \"a\"} {}", "what follows it"),
        ("{\"a\": {\"b\": 1}}, \"uri\": \"a\"}", "} or ] too many"),
        ("{\"a\": 1,, \"uri\": \"a\"}", "after one comma"),
        ("{\"a\": [1,, 2]}", "one comma between two entries"),
        ("{\"a\": 1 // a remark\n}", "comma"),
        ("{// a remark\n\"a\": 1}", "remarks have no place"),
        ("{\"title\": \u{201c}Harbour\u{201d}}", "straight quotation marks"),
        ("{\"date\": 2014-07-04}", "dates stand in quotation marks"),
        ("", "the file is empty"),
        ("{uri: \"a\"}", "name of the field in straight quotation marks"),
        ("{\"uri\" \"a\"}", "colon"),
        ("{\"uri\": a}", "straight quotation marks"),
        ("{\"title\": \"\\ud800\"}", "the letter itself"),
    ];
    for (number, (text, _)) in faults.iter().enumerate() {
        newsroom.write(&format!("content/articles/{number}.json"), text);
    }
    for (number, (text, expected)) in faults.into_iter().enumerate() {
        let found = findings(&newsroom, &format!("articles/{number}.json"));
        let help = found.first().and_then(|finding| finding["help"].as_str());
        assert!(help.is_some_and(|help| help.contains(expected)), "{text}: {found:?}");
    }
}

#[test]
fn the_mark_stands_under_the_word_that_is_wrong() {
    let newsroom = newsroom("check-mark");
    newsroom.write("content/articles/a.json", "{\n  \"title\": \"Қазақстан теңізі\" \"type\": \"text\"\n}\n");
    let said = newsroom.check(&[]);
    let lines: Vec<&str> = said.summary.lines().collect();
    let words = lines.iter().position(|line| line.contains("теңізі")).expect("the line");
    let marked: String = lines[words]
        .chars()
        .zip(lines[words + 1].chars())
        .filter(|(_, mark)| *mark == '^')
        .map(|(c, _)| c)
        .collect();
    assert_eq!(marked, "\"type\"", "{}", said.summary);
}

#[test]
fn a_file_in_another_encoding_is_told_where_that_begins() {
    let newsroom = newsroom("check-encoding");
    fs::write(newsroom.path("content/articles/a.json"), b"{\n  \"uri\": \"\xd3\x99\xcf\xf0\"\n}")
        .expect("written");
    let found = findings(&newsroom, "articles/a.json");
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!((&found[0]["line"], &found[0]["column"]), (&json!(2), &json!(12)), "{found:?}");
    newsroom.press().says(1, &["content/articles/a.json:2:12: left out: expected text in UTF-8"]);
}

#[test]
fn every_finding_says_how_to_mend_it_and_quotes_its_words() {
    let newsroom = newsroom("check-help");
    newsroom.site(|site| {
        site["editions"][0]["time_zone"] = json!("Asia/Nowhere");
        site["editions"][0]["messages"] = json!({ "no-such-message": "x" });
    });
    newsroom.article("a", "/politics/a/", 2, |article| {
        article["pubStatus"] = json!("perhaps");
        article["colour"] = json!("red");
        article["x"]["sections"] = json!([{ "name": "A", "url": "politics" }]);
    });
    newsroom.article("b", "/learn/", 2, |_| {});
    newsroom.write("content/articles/c.json", "{\"uri\": }");
    newsroom.write("content/articles/d.json", "[1]");
    newsroom.write("content/articles/e.txt", "x");
    newsroom.write("content/data/mine.json", "{}");
    fs::write(newsroom.path("content/articles/f.json"), b"\xff").expect("written");
    let report = report(&newsroom);
    let findings = report["findings"].as_array().expect("findings");
    let codes: Vec<&str> = findings.iter().filter_map(|finding| finding["code"].as_str()).collect();
    for code in [
        "value-unfit",
        "json-invalid",
        "unfit",
        "format-unknown",
        "name-reserved",
        "address-unfit",
        "schema-invalid",
    ] {
        assert!(codes.contains(&code), "no {code} in {codes:?}");
    }
    for finding in findings {
        assert!(finding["help"].as_str().is_some_and(|help| !help.is_empty()), "{finding}");
    }
    let words = |code: &str| {
        findings.iter().find(|finding| finding["code"] == code).map(|finding| finding["words"].clone())
    };
    assert_eq!(words("field-unknown"), Some(json!("\"red\"")));
    assert_eq!(words("format-unknown"), Some(json!("[")));
    assert_eq!(words("name-reserved"), Some(Value::Null));
    let text = report.to_string();
    assert!(!text.contains("public/schema"), "a help names a folder that only the source has");
}

#[test]
fn a_time_that_has_not_come_is_told_at_the_field_it_was_read_from() {
    let newsroom = newsroom("check-future");
    let later = "2030-01-01T00:00:00Z";
    newsroom.article("a", "/politics/a/", 1, |article| article["firstCreated"] = json!(later));
    newsroom.article("b", "/politics/b/", 1, |article| {
        article["firstCreated"] = json!(null);
        article["versionCreated"] = json!("2031-01-01T00:00:00Z");
    });
    newsroom
        .article("c", "/politics/c/", 1, |article| article["versionCreated"] = json!("2032-01-01T00:00:00Z"));
    newsroom.article("d", "/politics/d/", 1, |article| {
        article["firstCreated"] = json!(later);
        article["embargoedUntil"] = json!(later);
    });
    newsroom.article("e", "/politics/e/", 1, |article| {
        article["firstCreated"] = json!(later);
        article["x"]["published"] = json!("2024-05-01T00:00:00Z");
    });
    assert_found(
        &newsroom,
        &[
            ("articles/a.json", "published-in-future", "\"2030-"),
            ("articles/b.json", "published-in-future", "\"2031-"),
            ("articles/b.json", "schema-invalid", "null"),
            ("articles/c.json", "changed-in-future", "\"2032-"),
        ],
    );
}

#[test]
fn times_of_corrections_and_of_articles_to_read_next_are_looked_at_too() {
    let newsroom = newsroom("check-more-times");
    newsroom.article("a", "/politics/a/", 2, |article| {
        article["x"]["corrections"] = json!([
            { "date": "2024-05-03T08:00:00Z", "text": "It was so." },
            { "date": "2024-06-01T00:00:01Z", "text": "It will be so." },
            { "date": "2024-05-04T08:00:00", "text": "It may be so." }
        ]);
        article["associations"] = json!([{
            "name": "next", "type": "text", "uri": "urn:harbour:good", "firstCreated": "2024-05-01T08:00:00",
            "headlines": [{ "value": "Headline of good" }], "x": { "url": "/politics/good/" }
        }]);
    });
    newsroom.article("held", "/politics/held/", 2, |article| {
        article["embargoedUntil"] = json!("2024-06-02T00:00:00Z");
        article["x"]["corrections"] = json!([{ "date": "2024-06-02T00:00:00Z", "text": "It was so." }]);
    });
    assert_found(
        &newsroom,
        &[
            ("articles/a.json", "correction-in-future", "\"2024-06-01T00:00:01Z\""),
            ("articles/a.json", "date-without-offset", "\"2024-05-04T08:00:00\""),
            ("articles/a.json", "date-without-offset", "\"2024-05-01T08:00:00\""),
        ],
    );
    newsroom.press().says(0, &["a correction that has come, found 2024-06-01T00:00:01Z"]);
    let later = newsroom.run("content", "app", "out", &["--now", "2024-06-01T12:00:00Z"]);
    assert!(later.status == Some(0) && !later.messages.contains("has come"), "{later:?}");
}

#[test]
fn the_former_name_of_an_embargo_is_read_and_wants_an_offset() {
    let newsroom = newsroom("check-embargoed");
    newsroom.article("a", "/politics/a/", 1, |article| article["embargoed"] = json!("2023-01-01T00:00:00"));
    newsroom.article("b", "/politics/b/", 1, |article| {
        article["embargoed"] = json!("2023-01-01T00:00:00Z");
        article["embargoedUntil"] = json!("2023-01-02T00:00:00Z");
    });
    assert_found(
        &newsroom,
        &[
            ("articles/a.json", "date-without-offset", "\"2023-01-01T00:00:00\""),
            // With the name of today beside it, nothing reads it.
            ("articles/b.json", "field-unknown", "\"2023-01-01T00:00:00Z\""),
        ],
    );
}

#[test]
fn an_empty_end_of_an_embargo_is_told_where_the_article_is_published_because_of_it() {
    let newsroom = newsroom("check-no-embargo");
    newsroom.article("a", "/politics/a/", 1, |article| article["embargoedUntil"] = json!(""));
    newsroom.article("b", "/politics/b/", 1, |article| article["embargoed"] = json!(" "));
    newsroom.article("c", "/politics/c/", 1, |article| article["expires"] = json!(""));
    // It has another end.
    newsroom.article("d", "/politics/d/", 1, |article| {
        article["embargoedUntil"] = json!("");
        article["embargoed"] = json!("2023-01-01T00:00:00Z");
    });
    assert_found(
        &newsroom,
        &[
            ("articles/a.json", "date-empty", "\"\""),
            ("articles/b.json", "date-empty", "\" \""),
            ("articles/c.json", "date-empty", "\"\""),
        ],
    );
    newsroom.press().says(0, &["a.json", "found \"\": the article is published as if it had no embargo"]);
}

#[cfg(unix)]
#[test]
fn whoever_stops_listening_changes_nothing() {
    use std::process::{Command, Stdio};
    let newsroom = newsroom("check-pipe");
    for number in 0..400 {
        newsroom.article(&format!("n{number}"), &format!("/politics/n{number}/"), 1, |article| {
            article["by"] = json!("Ann Quay");
        });
    }
    let heard_by_nobody = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_broadsheet"));
        command.current_dir(newsroom.path("")).args(arguments).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut running = command.spawn().expect("the command runs");
        drop((running.stdout.take(), running.stderr.take()));
        running.wait().expect("it ends").code()
    };
    assert_eq!(heard_by_nobody(&["check", "content"]), Some(0));
    let press = ["press", "content", "--app", "app", "--out", "out", "--no-compress"];
    assert_eq!(heard_by_nobody(&press), Some(0));
    newsroom.write("content/articles/broken.json", "{");
    assert_eq!(heard_by_nobody(&["check", "content", "--format", "json"]), Some(1));
    assert_eq!(heard_by_nobody(&press), Some(1));
}
