//! Which of an article's texts is shown, and how each is read.

use crate::corpus::{corpus, json_files};
use broadsheet::model::plain_text_of_blocks;
use broadsheet::source::ninjs::{read_article, read_summaries, write_summary};
use serde_json::json;

#[test]
fn a_headline_is_words_unless_it_says_that_it_is_markup() {
    let headline = |entry: serde_json::Value| {
        let document = json!({ "uri": "a", "headlines": [entry.clone()], "descriptions": [entry] });
        let summary = read_article(&document.to_string()).expect("it reads").value.summary;
        assert_eq!(summary.lead.unwrap_or_default(), summary.headline);
        summary.headline
    };
    for words in ["</title><script>", "<b>Bold</b>", "<script>alert(1)</script>"] {
        assert_eq!(headline(json!({ "value": words })), words);
        assert_eq!(headline(json!(words)), words);
    }
    // Words that are kept together stay so; all other white space is evened out.
    assert_eq!(
        headline(json!({ "value": " у\u{a0}каждой \n  5\u{202f}000\u{2003}слов\u{a0}" })),
        "у\u{a0}каждой 5\u{202f}000 слов"
    );
    let marked = json!({ "contentType": "text/html", "value": "<b>Bold</b> &amp; so" });
    assert_eq!(headline(marked), "Bold & so");
}

/// The words of the body of a document with these bodies.
fn words_of_bodies(bodies: serde_json::Value) -> String {
    let document = json!({ "uri": "a", "bodies": bodies });
    plain_text_of_blocks(&read_article(&document.to_string()).expect("it reads").value.body)
}

#[test]
fn other_markup_is_read_only_where_there_is_nothing_better() {
    let nitf = "<?xml version=\"1.0\"?><nitf><body><body.content><p>NITF</p></body.content></body></nitf>";
    let plain = json!({ "role": "text", "contentType": "text/plain", "value": "Plain" });
    let html = json!({ "contentType": "text/html", "value": "<p>HTML</p>" });
    for other in [
        json!({ "role": "nitf", "contentType": "text/vnd.IPTC.NITF", "value": nitf }),
        json!({ "role": "main", "contentType": "application/xml", "value": nitf }),
        json!({ "role": "main", "value": nitf }),
        json!({ "role": "main", "value": &nitf[21..] }),
    ] {
        assert_eq!(words_of_bodies(json!([other, plain])), "Plain\n");
        assert_eq!(words_of_bodies(json!([other, plain, html])), "HTML\n");
        assert_eq!(words_of_bodies(json!([other])), "NITF\n");
    }
}

#[test]
fn a_body_without_anything_to_read_or_see_leaves_its_place_to_the_next() {
    let plain = json!({ "contentType": "text/plain", "value": "Plain" });
    for empty in ["<p>&nbsp;</p>", "<script>a()</script>", "<hr>"] {
        let html = json!({ "role": "main", "contentType": "text/html", "value": empty });
        assert_eq!(words_of_bodies(json!([html, plain])), "Plain\n", "{empty}");
    }
}

#[test]
fn elements_that_end_in_their_own_tag_swallow_nothing_in_xhtml() {
    for name in ["iframe", "script", "title", "textarea", "div", "a", "style", "select"] {
        let value = format!("<p>One</p><{name} src='https://a.example/'/><p>Two</p>");
        let types = [
            json!({ "contentType": "application/xhtml+xml", "value": value }),
            json!({ "role": "body_xhtml", "value": value }),
        ];
        for body in types {
            let words = words_of_bodies(json!([body]));
            assert!(words.contains("One\n") && words.contains("Two\n"), "{name}: {words}");
        }
        let older = read_article(&json!({ "uri": "a", "body_xhtml": value }).to_string());
        assert!(plain_text_of_blocks(&older.expect("it reads").value.body).contains("Two\n"), "{name}");
    }
}

#[test]
fn plain_text_goes_before_nitf_in_what_agencies_send() {
    let Some(corpus) = corpus("ninjs") else { return };
    let files = json_files(&corpus);
    let nitf = files.iter().find(|path| path.to_string_lossy().contains("ninjs-nitf.json"));
    let json = std::fs::read_to_string(nitf.expect("the example")).expect("a readable file");
    let words = plain_text_of_blocks(&read_article(&json).expect("it reads").value.body);
    let value: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let bodies = value["bodies"].as_array().expect("bodies");
    let plain = bodies.iter().find(|body| body["contentType"] == "text/plain").expect("a plain one");
    let start: String = plain["value"].as_str().expect("a text").trim().chars().take(40).collect();
    assert!(words.starts_with(&start), "{start:?} is not the start of {words}");
}

#[test]
fn what_lists_show_is_the_same_when_it_is_read_again() {
    let picture = json!({
        "type": "picture", "copyrightHolder": "© Steppe  Photo", "title": "A \n bridge",
        "renditions": [{ "href": "/media/bridge.webp", "width": 480, "height": 320 }]
    });
    let documents = [
        json!({ "uri": "urn:a", "title": "A  bridge\nopens", "body_text": "Words.", "associations": { "lead": picture } }),
        json!({ "uri": "urn:b", "headline": "B", "by": "A\tBeket", "associations": [picture] }),
    ];
    for document in documents {
        let summary = read_article(&document.to_string()).expect("an article").value.summary;
        let page = json!({ "items": [write_summary(&summary)] });
        let again = read_summaries(&page.to_string()).expect("an index page").value.items;
        assert_eq!(again, [summary]);
    }
}
