//! What holds for any JSON and any markup: no panic, bounded depth and size, only allowed addresses.

use crate::check::{assert_safe, contents};
use broadsheet::model::{Address, Summary};
use broadsheet::source::html::read_blocks;
use broadsheet::source::ninjs::{read_article, read_summaries, write_summary};
use broadsheet::source::site::read_site;
use broadsheet::source::{dates, html};
use proptest::prelude::*;
use serde_json::{Map, Value};

/// Names that the readers look for, so that random documents get past the first look.
const NAMES: &[&str] = &[
    "uri",
    "type",
    "language",
    "version",
    "versionCreated",
    "firstcreated",
    "embargoed",
    "expires",
    "pubStatus",
    "headlines",
    "headline",
    "headline_main",
    "descriptions",
    "description_caption",
    "bodies",
    "body_xhtml",
    "body_text",
    "by",
    "byline",
    "associations",
    "renditions",
    "href",
    "contentType",
    "width",
    "height",
    "role",
    "value",
    "name",
    "subjects",
    "person",
    "scheme",
    "code",
    "infoSources",
    "x",
    "url",
    "sections",
    "credits",
    "corrections",
    "date",
    "text",
    "translations",
    "published",
    "editions",
    "base_path",
    "theme",
    "accent",
    "notice",
    "telephone",
    "follow",
    "report",
    "endpoint",
    "email",
    "items",
    "pages",
    "first",
    "slug",
    "page_size",
];

const WORDS: &[&str] = &[
    "picture",
    "text",
    "main",
    "caption",
    "alt",
    "text/html",
    "image/png",
    "<p>Words</p>",
    "javascript:alert(1)",
    "https://a.example/b.png",
    "/learn/",
    "../..",
    "2014-07-04T10:43:00+06:00",
    "kk",
    "usable",
    "Two  words,\n and one",
    "",
    " ",
    "\u{0}",
];

fn text() -> impl Strategy<Value = String> {
    prop_oneof![proptest::sample::select(WORDS).prop_map(str::to_owned), ".{0,20}"]
}

/// Any JSON, of names and words that the readers look for.
pub fn json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        text().prop_map(Value::from),
    ];
    leaf.prop_recursive(6, 80, 8, |inner| {
        let name = prop_oneof![9 => proptest::sample::select(NAMES).prop_map(str::to_owned), 1 => ".{0,8}"];
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..6).prop_map(Value::Array),
            proptest::collection::vec((name, inner), 0..10)
                .prop_map(|members| Value::Object(members.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

/// Pieces of markup, hostile ones among them.
const PIECES: &[&str] = &[
    "<p>",
    "</p>",
    "<div class=gallery>",
    "</div>",
    "<b>",
    "</b>",
    "<i>",
    "</i>",
    "<a href='javascript:MARKER'>",
    "<a href='https://a.example/'>",
    "</a>",
    "<ul>",
    "</ul>",
    "<ol start=-5>",
    "<li>",
    "</li>",
    "<dl>",
    "<dt>",
    "<dd>",
    "</dl>",
    "<table>",
    "<caption>",
    "<tr>",
    "<td colspan=9999999999>",
    "<th>",
    "</table>",
    "<figure>",
    "<figcaption>",
    "</figcaption>",
    "</figure>",
    "<img src=a.png alt=a>",
    "<img srcset='a 1x, MARKER:b 2x'>",
    "<blockquote class=pullquote>",
    "<cite>",
    "</cite>",
    "</blockquote>",
    "<pre>",
    "</pre>",
    "<br>",
    "<hr>",
    "<h1>",
    "</h1>",
    "<h6>",
    "<iframe src='//v.example'></iframe>",
    "<video><source src='data:MARKER'></video>",
    "<details>",
    "<summary>",
    "</summary>",
    "</details>",
    "<aside>",
    "<span lang=ar dir=rtl>",
    "</span>",
    "<bdo dir=rtl>",
    "<ruby>",
    "<rt>",
    "<script>MARKER</script>",
    "<style>MARKER</style>",
    "<svg>",
    "</svg>",
    "<math>",
    "</math>",
    "<template>",
    "</template>",
    "<noscript>",
    "</noscript>",
    "<select>",
    "</select>",
    "<form>",
    "<object data='javascript:MARKER'>",
    "</object>",
    "<o:p>",
    "<body lang=kk>",
    "<!--MARKER-->",
    "<p onclick='MARKER'>",
    "&nbsp;",
    "&lt;",
    " ",
    "\n",
    "word",
    "слово",
    "كلمة",
];

/// Tags, attributes and words in any order, well nested or not.
fn markup() -> impl Strategy<Value = String> {
    let piece = proptest::sample::select(PIECES).prop_map(str::to_owned);
    proptest::collection::vec(piece, 0..80).prop_map(|pieces| pieces.concat())
}

/// A summary but for the caption of its picture, which lists do not show.
fn as_listed(summary: &Summary) -> Summary {
    let mut summary = summary.clone();
    if let Some(picture) = &mut summary.picture {
        (picture.caption, picture.caption_tongue) = Default::default();
    }
    summary
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_json_is_read_or_refused(value in json()) {
        let json = value.to_string();
        let _ = read_site(&json);
        if let Ok(read) = read_summaries(&json) {
            prop_assert!(read.value.items.len() <= json.len());
        }
        if let Ok(read) = read_article(&json) {
            let found = contents(&read.value.body);
            assert_safe(&found, &json);
            prop_assert!(found.words.len() <= 4 * json.len() + 1000);
            for problem in &read.problems {
                prop_assert!(value.pointer(&problem.pointer).is_some(), "{} is nowhere", problem.pointer);
            }
        }
    }

    #[test]
    fn any_document_survives_as_a_summary(value in json()) {
        let mut value = value;
        if let Some(members) = value.as_object_mut() {
            members.insert("uri".into(), "urn:a".into());
        }
        if let Ok(read) = read_article(&value.to_string()) {
            let page = serde_json::json!({ "items": [write_summary(&read.value.summary)] });
            let again = read_summaries(&page.to_string()).expect("an index page");
            prop_assert_eq!(&again.problems, &Vec::new());
            prop_assert_eq!(as_listed(&again.value.items[0]), as_listed(&read.value.summary));
        }
    }

    #[test]
    fn any_text_is_no_document_but_never_a_panic(text in "\\PC{0,200}") {
        let _ = (read_article(&text), read_summaries(&text), read_site(&text), dates::parse(&text));
        let found = contents(&read_blocks(&text, &mut |_| None));
        assert_safe(&found, &text);
        let _ = (html::read_inlines(&text), html::text_to_blocks(&text), Address::parse(&text));
    }

    #[test]
    fn any_markup_becomes_safe_blocks_of_bounded_size(markup in markup()) {
        let found = contents(&read_blocks(&markup, &mut |_| None));
        assert_safe(&found, &markup);
        prop_assert!(!found.words.contains("MARKER"), "{}", found.words);
        prop_assert!(found.addresses.iter().all(|address| !address.contains("MARKER")));
        prop_assert!(found.words.len() <= 2 * markup.len());
        prop_assert!(found.depth <= 140);
    }

    #[test]
    fn the_words_of_any_paragraph_stay(words in "[a-zа-я]{1,12}( [a-zа-я]{1,12}){0,12}", tag in "[a-z]{1,3}-[a-z]{1,5}") {
        let markup = format!("<{tag}><p>{words}</p></{tag}>");
        let found = contents(&read_blocks(&markup, &mut |_| None));
        prop_assert_eq!(found.words, words);
    }
}
