//! The ninjs reader against documents of our own, and against those of the corpus if it is there.

use crate::corpus::{corpus, json_files};
use broadsheet::model::{Block, PublicationStatus, Role, plain_text};
use broadsheet::source::ninjs::{read_article, read_summaries, write_summary};
use broadsheet::source::{Problem, SourceErrorKind};
use serde_json::json;

fn problems_at<'p>(problems: &'p [Problem], pointer: &str) -> Vec<&'p Problem> {
    problems.iter().filter(|problem| problem.pointer == pointer).collect()
}

#[test]
fn one_article_in_three_generations_reads_to_the_same_value() {
    let today = read_article(include_str!("../fixtures/harbour-3.1.json")).expect("3.1 reads");
    let before = read_article(include_str!("../fixtures/harbour-2.2.json")).expect("2.2 reads");
    let first = read_article(include_str!("../fixtures/harbour-1.6.json")).expect("1.6 reads");
    assert_eq!((&today.problems, &before.problems, &first.problems), (&vec![], &vec![], &vec![]));
    assert_eq!(before.value, today.value);
    assert_eq!(first.value, today.value);
    let picture = today.value.summary.picture.expect("a picture");
    assert_eq!(picture.credit, "Dana Omarova");
    assert_eq!(plain_text(&picture.caption), "The old pier in May.");
    assert_eq!(
        picture.renditions.iter().filter_map(|r| r.size).collect::<Vec<_>>(),
        [(320, 200), (960, 600)]
    );
    assert_eq!(today.value.subjects[1].id.as_deref(), Some("https://codes.example/town/aktau"));
}

#[test]
fn a_document_with_everything_wrong_keeps_the_article_and_names_each_place() {
    let read = read_article(include_str!("../fixtures/wrong-everywhere.json")).expect("it still reads");
    let article = &read.value;
    assert_eq!(article.summary.headline, "Still an article");
    assert_eq!(article.body.len(), 1);
    assert_eq!(article.status, PublicationStatus::Withheld);
    for pointer in [
        "/language",
        "/versionCreated",
        "/pubStatus",
        "/embargoedUntil",
        "/headlines/1",
        "/associations/0/renditions/0/href",
        "/associations/0/renditions/1/width",
        "/subjects/0",
        "/x/sections/0",
        "/x/url",
        "/x/credits/0",
        "/x/corrections/0",
        "/x/translations/0",
    ] {
        assert!(!problems_at(&read.problems, pointer).is_empty(), "{pointer} in {:#?}", read.problems);
    }
    assert!(problems_at(&read.problems, "/x/sections/0")[0].to_string().contains("expected a section with"));
}

#[test]
fn notes_to_editors_are_never_part_of_an_article() {
    let json = r#"{"uri":"a","edNote":"SECRET","ednote":"SECRET","headline":"Words","body_text":"Words"}"#;
    let read = read_article(json).expect("it reads");
    assert!(!format!("{read:?}").contains("SECRET"));
}

#[test]
fn one_unfit_member_of_named_entries_is_a_problem_and_the_others_stay() {
    let document = serde_json::json!({ "uri": "a", "associations": {
        "main": { "type": "picture", "renditions": { "wide": { "href": "/a.png" }, "note": "asked for" } },
        "note": "more to come"
    } });
    let read = read_article(&document.to_string()).expect("it reads");
    assert_eq!(read.value.summary.picture.map(|picture| picture.renditions.len()), Some(1));
    assert_eq!(problems_at(&read.problems, "/associations/note").len(), 1, "{:?}", read.problems);
    assert_eq!(problems_at(&read.problems, "/associations/main/renditions/note").len(), 1);
    // A single item in the place of a list is still one.
    let one = serde_json::json!({ "uri": "a", "associations":
        { "type": "picture", "name": "b", "renditions": { "href": "/a.png" } } });
    let read = read_article(&one.to_string()).expect("it reads");
    assert!(read.value.summary.picture.is_some() && read.problems.is_empty(), "{:?}", read.problems);
}

#[test]
fn what_is_no_ninjs_is_an_error_with_a_cause() {
    let syntax = read_article("{\n  \"uri\": \"a\",\n}").expect_err("a trailing comma");
    assert!(matches!(syntax.kind, SourceErrorKind::Syntax { line: 3, .. }), "{syntax}");
    for other in ["[]", "null", "\"text\"", "{}", r#"{"posts":[]}"#, r#"{"id":7,"title":{"rendered":"x"}}"#] {
        let error = read_article(other).expect_err(other);
        assert!(error.to_string().starts_with("expected an article in IPTC ninjs, found "), "{error}");
    }
}

#[test]
fn an_address_is_made_where_there_is_none() {
    let json = r#"{"uri":"urn:a:1","headline":"Порт: жаңа айлақ!","x":{"sections":[{"name":"Басты бет","url":"/"},{"name":"Қала","url":"/қала/"},{"name":"Қала","url":"/қала"}]}}"#;
    let article = read_article(json).expect("it reads").value;
    assert_eq!(article.summary.path.as_str(), "/қала/порт-жаңа-айлақ/");
    assert_eq!(article.breadcrumbs.len(), 2);
    assert_eq!(article.summary.section.as_deref(), Some("Қала"));
    let nameless = read_article(r#"{"uri":"urn:a:1"}"#).expect("it reads").value;
    assert_eq!(nameless.summary.path.as_str(), "/urn-a-1/");
}

#[test]
fn an_embargo_that_cannot_be_understood_holds_the_article_back() {
    let article = read_article(r#"{"uri":"a","embargoed":"Next Monday"}"#).expect("it reads").value;
    assert_eq!(article.status, PublicationStatus::Withheld);
    // What says nothing is as if it were not there.
    for nothing in ["\"\"", "\" \"", "null"] {
        let json = format!(r#"{{"uri":"a","embargoedUntil":{nothing}}}"#);
        let article = read_article(&json).expect("it reads").value;
        assert_eq!((article.status, article.embargoed_until), (PublicationStatus::Usable, None), "{json}");
    }
    let both = r#"{"uri":"a","embargoedUntil":"","embargoed":"2030-01-01T00:00:00Z"}"#;
    assert!(read_article(both).expect("it reads").value.embargoed_until.is_some());
}

#[test]
fn pictures_that_nothing_points_at_come_after_the_body() {
    let picture = |name: &str| {
        format!(
            r#"{{"name":"{name}","type":"picture","uri":"{name}","descriptions":[{{"role":"alt","value":"{name}"}}],"renditions":[{{"href":"/{name}.png"}}]}}"#
        )
    };
    let json = format!(
        r#"{{"uri":"a","bodies":[{{"contentType":"text/html","value":"<p>One.</p><img data-assoc-ref=\"b\"><img data-assoc-ref=\"none\">"}}],"associations":[{},{},{}]}}"#,
        picture("lead"),
        picture("b"),
        picture("c"),
    );
    let read = read_article(&json).expect("it reads");
    let alts = read.value.body.iter().filter_map(|block| match block {
        Block::Figure(figure) => Some(figure.picture.alt.as_str()),
        _ => None,
    });
    assert_eq!(alts.collect::<Vec<_>>(), ["b", "c"]);
    assert_eq!(read.value.summary.picture.map(|picture| picture.alt).as_deref(), Some("lead"));
    assert_eq!(problems_at(&read.problems, "/bodies/0/value").len(), 1);
}

#[test]
fn summaries_are_read_as_they_were_written() {
    for fixture in
        [include_str!("../fixtures/harbour-3.1.json"), include_str!("../fixtures/wrong-everywhere.json")]
    {
        let summary = read_article(fixture).expect("it reads").value.summary;
        let page = serde_json::json!({ "pages": 3, "first": 2, "items": [write_summary(&summary), 7, {"uri": "b"}] });
        let read = read_summaries(&page.to_string()).expect("an index page");
        assert_eq!((read.value.pages, read.value.first), (Some(3), 2));
        assert_eq!(read.value.items[0], summary);
        assert_eq!(read.value.items.len(), 2);
        assert_eq!(problems_at(&read.problems, "/items/1").len(), 1);
    }
    assert!(read_summaries("{}").is_err());
}

#[test]
fn the_guides_articles_read_the_same_in_every_generation() {
    let Some(corpus) = corpus("ninjs") else { return };
    let mut compared = 0;
    for today in
        json_files(&corpus).into_iter().filter(|path| path.to_string_lossy().contains("guide__3.1__"))
    {
        let name = today.file_name().expect("a name").to_string_lossy().into_owned();
        let read = |version: &str| {
            let path = today.with_file_name(name.replace("3.1", version));
            let json = std::fs::read_to_string(path).ok()?;
            Some(read_article(&json).expect("it reads").value)
        };
        for version in ["1.6", "2.2"] {
            if let Some(older) = read(version) {
                assert_eq!(Some(older), read("3.1"), "{name} in {version}");
                compared += 1;
            }
        }
    }
    assert_eq!(compared, 14);
}

#[test]
fn the_validation_suite_reads() {
    let Some(corpus) = corpus("ninjs/test_suite") else { return };
    let files = json_files(&corpus);
    assert!(files.len() > 200, "{}", files.len());
    for path in files {
        let Ok(json) = std::fs::read_to_string(&path) else { continue };
        let result = read_article(&json);
        if path.to_string_lossy().contains("should_pass") {
            assert!(result.is_ok(), "{}: {result:?}", path.display());
        } else if let Err(error) = result {
            assert!(error.to_string().len() > 20, "{}", path.display());
        }
    }
}

#[test]
fn what_agencies_send_reads_with_its_headline_and_words() {
    let Some(corpus) = corpus("ninjs") else { return };
    let mut count = 0;
    for path in
        json_files(&corpus).into_iter().filter(|path| path.to_string_lossy().contains("iptc_examples"))
    {
        let json = std::fs::read_to_string(&path).expect("a readable file");
        let value: serde_json::Value = serde_json::from_str(&json).expect("JSON");
        if value.get("uri").is_none() {
            continue;
        }
        let article = read_article(&json).unwrap_or_else(|error| panic!("{}: {error}", path.display())).value;
        let has = |names: &[&str]| names.iter().any(|name| value.get(name).is_some());
        if has(&["headline", "headlines", "title"]) {
            assert!(!article.summary.headline.is_empty(), "{}", path.display());
        }
        if has(&["bodies", "body_text", "body_xhtml"]) {
            assert!(!article.body.is_empty(), "{}", path.display());
        }
        if has(&["by", "byline"]) {
            assert!(article.credits.iter().all(|credit| credit.role == Role::Byline), "{}", path.display());
            assert_eq!(article.credits.len(), 1, "{}", path.display());
        }
        count += 1;
    }
    assert!(count > 25, "{count}");
}

#[test]
fn the_reference_article_reads_without_a_problem() {
    let Some(corpus) = corpus("seed") else { return };
    let json = std::fs::read_to_string(corpus.join("article.json")).expect("the reference article");
    let read = read_article(&json).expect("it reads");
    assert_eq!(read.problems, []);
    assert_eq!(read.value.breadcrumbs.len(), 4);
    assert_eq!(read.value.body.len(), 7);
    assert_eq!(read.value.summary.section.as_deref(), Some("Politics"));
    let widths: Vec<_> =
        read.value.summary.picture.expect("a picture").renditions.iter().filter_map(|r| r.size).collect();
    assert_eq!(widths, [(640, 366), (1280, 731)]);
}

#[test]
fn an_article_to_read_next_brings_what_lists_show_of_it() {
    let document = |related: serde_json::Value| {
        let document = json!({ "uri": "urn:harbour:a", "language": "ru", "headlines": [{ "value": "A" }], "associations": [related] });
        read_article(&document.to_string()).expect("an article")
    };
    let read = document(json!({
        "type": "text", "headlines": [{ "value": "Мост" }], "descriptions": [{ "role": "lead", "value": "Его открыли." }],
        "firstCreated": "2026-11-20T09:00:00Z",
        "renditions": [{ "name": "a", "href": "/media/a.webp", "width": 300, "height": 200 }],
        "x": { "url": "/ru/bridge/", "section": "Город" },
    }));
    let [related] = read.value.related.as_slice() else { panic!("{:?}", read.value.related) };
    assert_eq!((related.headline.as_str(), related.path.as_str()), ("Мост", "/ru/bridge/"));
    assert_eq!((related.lead.as_deref(), related.section.as_deref()), (Some("Его открыли."), Some("Город")));
    assert_eq!(related.published.map(|time| time.to_string()).as_deref(), Some("2026-11-20T09:00:00Z"));
    let widest = related.picture.as_ref().and_then(|picture| picture.widest());
    assert_eq!(widest.map(|rendition| rendition.address.as_str()), Some("/media/a.webp"));
    assert!(read.problems.is_empty(), "it needs no uri: {:?}", read.problems);
    let bare = document(json!({ "type": "text", "headlines": [{ "value": "B" }], "x": { "url": "/ru/b/" } }));
    let [related] = bare.value.related.as_slice() else { panic!("{:?}", bare.value.related) };
    assert_eq!((related.picture.as_ref(), related.published, related.lead.as_ref()), (None, None, None));
}
