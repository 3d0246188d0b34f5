//! The browser's parser and the native one, side by side in a real browser: both give the same blocks.
//!
//! Run by `scripts/test-dom.sh`. With the feature `corpus`, which that script switches on when
//! `BROADSHEET_CORPUS` names a folder, the documents and attacks of the corpus are compared too.

#![cfg(target_arch = "wasm32")]

#[path = "common/documents.rs"]
mod documents;

use broadsheet::model::Block;
use broadsheet::platform::html::{browser, native};
use broadsheet::source::html::blocks_of;
use broadsheet::source::ninjs::read_article;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn in_browser(markup: &str) -> Vec<Block> {
    browser::with_body(markup, |body| blocks_of(body, &mut |_| None)).expect("the browser parses")
}

fn natively(markup: &str) -> Vec<Block> {
    native::with_body(markup, |body| blocks_of(body, &mut |_| None)).expect("html5ever parses")
}

/// Compares the documents; fails with the first difference in each that differs.
fn assert_same<'d>(documents: impl Iterator<Item = (String, &'d str)>) -> usize {
    let mut count = 0;
    let mut differing = Vec::new();
    for (name, markup) in documents {
        let (browser, native) = (in_browser(markup), natively(markup));
        count += 1;
        if browser != native {
            let same = browser.iter().zip(&native).take_while(|(browser, native)| browser == native).count();
            let markup: String = markup.chars().take(400).collect();
            differing.push(format!(
                "{name}, block {same}\n  browser: {:?}\n  native:  {:?}\n  markup: {markup}",
                browser.get(same),
                native.get(same),
            ));
        }
    }
    assert!(differing.is_empty(), "{} of {count} differ:\n{}", differing.len(), differing.join("\n"));
    count
}

#[wasm_bindgen_test]
fn both_parsers_give_the_same_blocks_for_our_documents() {
    let documents = documents::DOCUMENTS.iter().map(|(name, markup)| ((*name).to_owned(), *markup));
    assert!(assert_same(documents) >= 8);
}

#[wasm_bindgen_test]
fn both_parsers_give_the_same_blocks_for_every_start_of_our_documents() {
    // Cut anywhere, a document is broken in a way nobody thought of.
    for (name, markup) in documents::DOCUMENTS {
        let cuts = markup.char_indices().map(|(at, _)| at).step_by(7);
        assert_same(cuts.map(|at| (format!("{name} up to {at}"), &markup[..at])));
    }
}

#[wasm_bindgen_test]
fn deep_documents_are_the_same_and_keep_their_words() {
    for open in ["<div>", "<b>", "<ul><li>", "<blockquote>", "<span lang=kk>", "<table><tr><td>"] {
        let markup = format!("{}word", open.repeat(400));
        assert_same(std::iter::once((format!("400 times {open}"), markup.as_str())));
    }
    let deep = format!("{}word", "<div>".repeat(5000));
    assert!(format!("{:?}", in_browser(&deep)).contains("word"));
}

#[wasm_bindgen_test]
fn an_article_is_read_with_the_browsers_parser() {
    let read = read_article(include_str!("fixtures/harbour-3.1.json")).expect("it reads");
    assert!(!read.value.summary.headline.is_empty());
    assert_eq!(read.value.body.len(), 2);
}

#[cfg(feature = "corpus")]
#[wasm_bindgen_test]
fn both_parsers_give_the_same_blocks_for_all_attacks() {
    let module = include_str!(concat!(env!("BROADSHEET_CORPUS"), "/xss/dompurify_expect.mjs"));
    let payloads = documents::payloads_in(module);
    assert_eq!(payloads.len(), 223);
    assert_same(
        payloads.iter().enumerate().map(|(number, payload)| (format!("payload {number}"), payload.as_str())),
    );
}

#[cfg(feature = "corpus")]
#[wasm_bindgen_test]
fn both_parsers_give_the_same_blocks_for_bodies_of_real_sites() {
    let mut bodies = Vec::new();
    for document in include_str!(env!("BROADSHEET_CORPUS_BODIES")).split("\n\u{1e}\n") {
        if let Ok(value) = serde_json::from_str(document) {
            documents::bodies_in(&value, &mut bodies);
        }
    }
    bodies.sort();
    bodies.dedup();
    let count = assert_same(bodies.iter().map(|body| ("a body".to_owned(), body.as_str())));
    wasm_bindgen_test::console_log!("{count} bodies of real sites compared");
    assert!(count > 100, "{count}");
}
