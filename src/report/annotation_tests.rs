//! Tests of what is sent and of what the preview lists.

use super::*;
use crate::model::Language;
use crate::report::quote::TextQuoteSelector;

fn subject() -> ReportSubject {
    ReportSubject {
        id: Some("urn:newsroom:flags".into()),
        version: Some("3".into()),
        url: "https://courier.example/learn/flags/".into(),
        headline: "Two flags".into(),
        language: Language::parse("en"),
    }
}

fn draft() -> Draft {
    Draft {
        correction: "Kazakhstan".into(),
        comment: " Twice on this page. ".into(),
        email: "reader@mail.example".into(),
        ..Draft::new(Some(TextQuoteSelector {
            exact: "Kazakstan".into(),
            prefix: "the flag of ".into(),
            suffix: " is blue".into(),
        }))
    }
}

#[test]
fn an_identifier_is_a_random_uuid() {
    assert_eq!(identifier([0xff; 16]), "urn:uuid:ffffffff-ffff-4fff-bfff-ffffffffffff");
    assert_eq!(identifier([0; 16]), "urn:uuid:00000000-0000-4000-8000-000000000000");
}

#[test]
fn a_report_is_a_web_annotation() {
    let report = annotation(&draft(), &subject(), "urn:uuid:1", Instant::from_unix_seconds(0));
    let expected = json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "urn:uuid:1",
        "type": "Annotation",
        "motivation": "editing",
        "created": "1970-01-01T00:00:00Z",
        "creator": { "type": "Person", "email": "mailto:reader@mail.example" },
        "target": {
            "type": "SpecificResource",
            "source": {
                "id": "https://courier.example/learn/flags/",
                "type": "Text",
                "language": "en",
                "schema:identifier": "urn:newsroom:flags",
                "schema:version": "3",
                "schema:headline": "Two flags",
            },
            "selector": {
                "type": "TextQuoteSelector",
                "exact": "Kazakstan", "prefix": "the flag of ", "suffix": " is blue",
            },
        },
        "body": [
            { "type": "TextualBody", "purpose": "editing", "format": "text/plain", "language": "en", "value": "Kazakhstan" },
            { "type": "TextualBody", "purpose": "commenting", "format": "text/plain", "value": "Twice on this page." },
            { "type": "TextualBody", "purpose": "tagging", "value": "typing-error" },
        ],
    });
    assert_eq!(report, expected);
}

#[test]
fn what_is_not_filled_in_is_not_sent() {
    let draft = Draft { mistake: Some(Mistake::Broken), comment: "No map.".into(), ..Draft::new(None) };
    let subject = ReportSubject { url: "/".into(), ..ReportSubject::default() };
    let report = annotation(&draft, &subject, "urn:uuid:1", Instant::from_unix_seconds(0));
    assert_eq!(report.get("creator"), None);
    assert_eq!(
        report["target"],
        json!({ "type": "SpecificResource", "source": { "id": "/", "type": "Text" } })
    );
    assert_eq!(report["body"].as_array().map(Vec::len), Some(2));
}

#[test]
fn the_preview_lists_every_value_that_is_sent_and_no_other() {
    let report = annotation(&draft(), &subject(), "urn:uuid:1", Instant::from_unix_seconds(0));
    let mut listed: Vec<String> = parts(&report).into_iter().map(|part| part.value).collect();
    // Strings of compact JSON that end no key are its values: found in the text, not by walking it.
    let text = report.to_string();
    let pieces: Vec<&str> = text.split('"').collect();
    let is_value = |at: usize| !pieces[at + 1].starts_with(':');
    let mut sent: Vec<String> =
        (1..pieces.len()).step_by(2).filter(|at| is_value(*at)).map(|at| pieces[at].to_owned()).collect();
    listed.sort();
    sent.sort();
    assert_eq!(listed, sent);
    let meanings: Vec<Meaning> = parts(&report).into_iter().map(|part| part.meaning).take(5).collect();
    assert_eq!(
        meanings,
        [
            Meaning::Mistake(Some(Mistake::Typing)),
            Meaning::Before,
            Meaning::Quote,
            Meaning::After,
            Meaning::Correction
        ]
    );
}
