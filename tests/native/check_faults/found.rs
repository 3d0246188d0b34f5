//! A newsroom in which nothing is wrong, and what `broadsheet check` finds in it once something is.

use std::fs;

use serde_json::{Value, json};

use crate::press_newsroom::Newsroom;

/// A finding as the tests compare it: the file below the content folder, the rule, and the words at its place.
type Seen = (String, String, String);

/// What `--format json` says, without what it may not say.
pub fn report(newsroom: &Newsroom) -> Value {
    let said = newsroom.check(&["--format", "json"]);
    assert!(said.messages.is_empty(), "{said:?}");
    serde_json::from_str(&said.summary).expect("one JSON document")
}

/// The findings, each with as many of the characters at its place as `expected` has there.
fn seen(newsroom: &Newsroom, expected: &[(&str, &str, &str)]) -> Vec<Seen> {
    let report = report(newsroom);
    let findings = report["findings"].as_array().expect("findings");
    let mut seen: Vec<Seen> = findings
        .iter()
        .map(|finding| {
            let text = |name: &str| finding[name].as_str().unwrap_or_default().to_owned();
            let (file, code) = (text("file").trim_start_matches("content/").to_owned(), text("code"));
            assert!(!text("message").is_empty() && !code.is_empty(), "{finding}");
            let wanted = expected.iter().find(|(a, b, words)| {
                *a == file && *b == code && at_place(newsroom, finding).starts_with(words)
            });
            let words = wanted.map_or_else(
                || at_place(newsroom, finding).chars().take(30).collect(),
                |(_, _, words)| (*words).to_owned(),
            );
            (file, code, words)
        })
        .collect();
    seen.sort();
    seen
}

/// The rest of the file from the place of a finding.
pub fn at_place(newsroom: &Newsroom, finding: &Value) -> String {
    let text = fs::read_to_string(newsroom.path(finding["file"].as_str().expect("a file"))).expect("a text");
    let number = |name: &str| usize::try_from(finding[name].as_u64().expect("a place")).expect("a number");
    let lines: Vec<&str> = text.lines().skip(number("line") - 1).collect();
    lines.join("\n").chars().skip(number("column") - 1).collect()
}

/// Demands exactly these findings.
pub fn assert_found(newsroom: &Newsroom, expected: &[(&str, &str, &str)]) {
    let mut wanted: Vec<Seen> =
        expected.iter().map(|(a, b, c)| ((*a).to_owned(), (*b).to_owned(), (*c).to_owned())).collect();
    wanted.sort();
    assert_eq!(seen(newsroom, expected), wanted);
}

/// A PNG of nothing, of the size that its header says.
pub fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    bytes.extend(width.to_be_bytes());
    bytes.extend(height.to_be_bytes());
    bytes.extend([8, 2, 0, 0, 0, 0, 0, 0, 0]);
    bytes
}

/// A picture in which nothing is wrong, as an article has it.
pub fn picture(file: &str, width: u32, height: u32) -> Value {
    json!({ "name": file, "uri": format!("urn:picture:{file}"), "type": "picture",
        "descriptions": [
            { "role": "alt", "value": "A quay" },
            { "role": "caption", "value": "The quay at noon" },
            { "role": "creditline", "value": "© Harbour" }
        ],
        "renditions": [{ "name": "file", "href": format!("/media/{file}"), "width": width, "height": height }] })
}

/// A newsroom in which nothing is wrong.
pub fn newsroom(name: &str) -> Newsroom {
    let newsroom = Newsroom::new(name);
    newsroom.write("content/media/.keep", "");
    fs::write(newsroom.path("content/media/quay.png"), png(640, 480)).expect("written");
    newsroom.article("good", "/politics/good/", 1, |article| {
        article["associations"] = json!([picture("quay.png", 640, 480)]);
        article["x"]["sections"] =
            json!([{ "name": "Main", "url": "/" }, { "name": "Politics", "url": "/politics/" }]);
        article["x"]["translations"] = json!([{ "language": "ru", "url": "/ru/politics/good/" }]);
        article["x"]["aliases"] = json!(["/politics/was-good/"]);
        article["subjects"] = json!([{ "name": "Tides" }]);
    });
    newsroom.article("good-ru", "/ru/politics/good/", 1, |article| {
        article["$schema"] = json!("../schema/article.json");
        article["x"]["translations"] = json!([{ "language": "en", "url": "/politics/good/" }]);
        article["x"]["credits"] = json!([{ "role": "writer", "name": "Ann Quay" }]);
        article["bodies"][0]["value"] = json!(
            "<p><a href='/politics/was-good/'>a</a> <a href='/topics/tides/'>b</a> <a href='/ru/people/ann-quay/'>c</a>\
             <a href='/learn/politics/#x'>d</a> <a href='/saved/'>e</a> <a href='/media/quay.png'>f</a> \
             <a href='/feed.json'>g</a> <a href='#h'>h</a> <a href='https://elsewhere.example/x/'>i</a></p>"
        );
    });
    newsroom
}
