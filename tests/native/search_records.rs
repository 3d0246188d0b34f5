//! What the index of the search knows beside the words of the texts, and where there is one.

use std::fs;

use broadsheet::press::search::{Volume, index};
use serde_json::{Value, json};

use crate::{
    press_newsroom::Newsroom,
    press_search::{FOLDER, edition, kazakh_site, newsroom, record},
};

#[test]
fn whoever_did_several_things_counts_once() {
    let site = kazakh_site();
    let record = record(&site, |article| {
        let name = "Гүлнар Әбілова";
        article["x"]["credits"] =
            json!([{ "role": "writer", "name": name }, { "role": "photographer", "name": name }]);
    });
    assert_eq!(record.authors, ["Гүлнар Әбілова"]);
}

#[test]
fn a_heading_ends_before_the_sentence_below_it() {
    let record = record(&kazakh_site(), |article| {
        article["descriptions"][0]["value"] = json!("Даладағы ұшу");
        article["bodies"][0]["value"] =
            json!("<p>Алғашқы</p><h2>Ұшу</h2><p>Ол басталды.</p><h2>Неге?</h2><p>Білмейміз.</p>");
    });
    assert_eq!(record.text, "Даладағы ұшу. Алғашқы Ұшу. Ол басталды. Неге? Білмейміз.");
}

#[test]
fn the_words_of_headlines_names_topics_and_texts_are_there_to_mend_slips_by() {
    let site = kazakh_site();
    let other = |headline: &'static str| {
        record(&site, |article| {
            article["headlines"][0]["value"] = json!(headline);
            article["x"]["url"] = json!(format!("/science/{}/", headline.len()));
            article["subjects"] = json!([{ "name": "су" }, { "name": "теңіз" }]);
        })
    };
    let records = [record(&site, |_| {}), other("Айлағы ғарыш"), other("Айлағы")];
    let files = index(edition(&site), Volume::Newest, records.clone()).expect("an index");
    let (_, words) = files.iter().find(|(name, _)| name == "words.json").expect("the words");
    let named: Value = serde_json::from_slice(words).expect("JSON");
    let words: Vec<String> = serde_json::from_value(named["words"].clone()).expect("words");
    let place = |word: &str| words.iter().position(|known| known == word).expect("a word");
    // In a section's name and in two headlines, as it is written most often; the topic in two articles.
    assert!(place("гарыш Ғарыш") < place("тениз теңіз"), "{words:?}");
    assert!(words.contains(&"аилагы Айлағы".to_owned()), "{words:?}");
    assert!(words.contains(&"абилова Әбілова".to_owned()), "{words:?}");
    assert!(!words.iter().any(|word| word.starts_with("су")), "what is too short to be mended: {words:?}");
    assert!(!words.iter().any(|word| word.contains("биринши")), "words of the text: {words:?}");
    // Those of the texts are apart, in parts by their first letters.
    let parts = named["parts"].as_u64().expect("a number");
    let part = |number: u64| {
        let (_, words) =
            files.iter().find(|(name, _)| *name == format!("words/{number}.json")).expect("a part");
        serde_json::from_slice::<Vec<String>>(words).expect("words")
    };
    assert!(part(u64::from('б' as u32) % parts).contains(&"биринши Бірінші".to_owned()), "{:?}", part(0));
    assert!(
        (0..parts).all(|number| !part(number).iter().any(|word| word.starts_with("гарыш"))),
        "no word comes twice"
    );
    let older = index(edition(&site), Volume::Older(1), records).expect("an index");
    assert!(!older.iter().any(|(name, _)| name.contains("words")));
}

#[test]
fn a_site_that_is_not_searched_has_no_index_and_no_box() {
    let newsroom = Newsroom::new("no-search");
    newsroom.article("a", "/politics/a/", 1, |_| {});
    newsroom.press().is_clean();
    assert!(!newsroom.path("out").join(FOLDER).exists() && !newsroom.has("search/index.html"));
    assert!(!newsroom.read("index.html").contains("role=\"search\""));
    newsroom.site(|site| site["search"] = json!(true));
    newsroom.press().is_clean();
    assert!(newsroom.read("index.html").contains("role=\"search\""));
    newsroom.site(|_| {});
    newsroom.press().is_clean();
    assert!(!newsroom.path("out").join(FOLDER).exists(), "the index goes away");
}

#[test]
fn nothing_but_an_article_takes_the_address_of_the_search() {
    let newsroom = newsroom("search-address");
    newsroom.article("a", "/search/", 1, |_| {});
    newsroom.press().says(1, &["found /search/, where the search is"]);
    let folder = newsroom.path("out").join(FOLDER);
    assert!(fs::read_dir(folder).is_ok(), "there is an index all the same");
}
