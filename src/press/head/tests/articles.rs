//! Heads of articles, and of what stands in their place.

use serde_json::json;

use super::*;
use crate::model::{Block, Inline, Language, Translation};

const HERE: &str = "https://harbour.example/news/learn/politics/crane/";

#[test]
fn an_article_is_named_described_and_placed() {
    let head = head_of(&site(), 0, &Subject::Article(&article()));
    assert_eq!(head.title(), "The old crane · The Harbour");
    assert_eq!(head.meta("description"), "It lifted its last container.");
    assert_eq!(head.addresses("canonical"), [HERE]);
    assert!(head.metas("robots").is_empty() && head.links("prev").is_empty());
    assert_eq!(head.addresses("manifest"), ["/news/manifest.webmanifest"]);
    assert_eq!(head.metas("theme-color"), ["#9c2f14", "#ff9d7a"]);
    assert_eq!(
        head.feeds(),
        [
            ("application/atom+xml", "https://harbour.example/news/feed.xml", "The Harbour"),
            ("application/feed+json", "https://harbour.example/news/feed.json", "The Harbour"),
        ]
    );
}

#[test]
fn a_shared_link_shows_the_picture_nearest_to_what_networks_show() {
    let head = head_of(&site(), 0, &Subject::Article(&article()));
    for (name, expected) in [
        ("og:type", "article"),
        ("og:title", "The old crane"),
        ("og:description", "It lifted its last container."),
        ("og:url", HERE),
        ("og:site_name", "The Harbour"),
        ("og:locale", "en_GB"),
        ("og:locale:alternate", "ru_KZ"),
        ("og:image", "https://harbour.example/news/media/crane%201300.webp"),
        ("og:image:width", "1300"),
        ("og:image:height", "731"),
        ("og:image:alt", "A crane at dawn"),
        ("twitter:card", "summary_large_image"),
        ("twitter:image", "https://harbour.example/news/media/crane%201300.webp"),
        ("article:published_time", "2014-07-04T10:43:00+06:00"),
        ("article:modified_time", "2014-07-04T09:00:00+06:00"),
        ("article:section", "Politics"),
    ] {
        assert_eq!(head.meta(name), expected, "{name}");
    }
    assert_eq!(head.metas("article:tag"), ["Ports", "Cranes"]);
    assert_eq!(head.metas("author"), ["Aigul Temirbek", "Dana Omarova"]);
    let authors = ["https://harbour.example/news/people/aigul/", "Dana Omarova"];
    assert_eq!(head.metas("article:author"), authors, "an e-mail address is no page");
    let mut article = article();
    article.credits.iter_mut().for_each(|credit| credit.address = None);
    let page = |slug: &str| format!("https://harbour.example/news/people/{slug}/");
    let head = head_of(&site(), 0, &Subject::Article(&article));
    assert_eq!(
        head.metas("article:author"),
        [page("aigul-temirbek"), page("dana-omarova")],
        "each has a page here"
    );
}

#[test]
fn search_engines_read_who_made_it_when_and_what_was_wrong() {
    let article = article();
    let data = head_of(&site(), 0, &Subject::Article(&article)).data("NewsArticle");
    // Whoever has no page elsewhere has one here.
    let person = |name: &str, slug: &str| {
        let page = format!("https://harbour.example/news/people/{slug}/");
        json!({ "@type": "Person", "name": name, "url": page })
    };
    assert_eq!(data["headline"], "The old crane");
    assert_eq!(data["datePublished"], "2014-07-04T10:43:00+06:00");
    assert_eq!(data["dateModified"], "2014-07-04T09:00:00+06:00");
    assert_eq!(data["author"][0]["url"], "https://harbour.example/news/people/aigul/");
    assert_eq!(data["author"][1], json!({ "@type": "Person", "name": "Dana Omarova" }));
    assert_eq!(data["author"].as_array().map(Vec::len), Some(2), "named once for both roles");
    assert_eq!(data["editor"][0]["url"], "https://people.example/sofia");
    assert_eq!(data["contributor"], json!([person("Timur Bek", "timur-bek")]));
    assert_eq!(data["publisher"]["@type"], "NewsMediaOrganization");
    assert_eq!(data["publisher"]["url"], "https://harbour.example/news/");
    assert_eq!(data["publisher"]["logo"]["url"], "https://harbour.example/news/media/mark.png");
    let image = &data["image"];
    assert_eq!(image["contentUrl"], "https://harbour.example/news/media/crane%201300.webp");
    assert_eq!((&image["width"], &image["height"]), (&json!(1300), &json!(731)));
    assert_eq!(image["caption"], "The crane, built in 1931.");
    assert_eq!(image["creditText"], "©The Harbour");
    assert_eq!(data["correction"][0]["@type"], "CorrectionComment");
    assert_eq!(data["correction"][0]["text"], "It was built in 1931, not 1932.");
    assert_eq!(data["keywords"], json!(["Ports", "Cranes"]));
    assert_eq!(data["articleSection"], "Politics");
    assert_eq!(data["inLanguage"], "en");
    assert_eq!(data["isPartOf"]["@type"], "WebSite");
    assert_eq!(data["mainEntityOfPage"]["@id"], HERE);
}

#[test]
fn the_way_to_an_article_ends_with_it_and_every_step_is_a_whole_address() {
    let mut article = article();
    let way = |article: &Article| {
        let way = head_of(&site(), 0, &Subject::Article(article)).data("BreadcrumbList");
        let steps = way["itemListElement"].as_array().expect("steps").clone();
        for (index, step) in steps.iter().enumerate() {
            assert_eq!((&step["@type"], &step["position"]), (&json!("ListItem"), &json!(index + 1)));
        }
        steps.iter().map(|step| format!("{} {}", step["name"], step["item"])).collect::<Vec<_>>()
    };
    let given = way(&article);
    assert_eq!(given[1], r#""Politics" "https://harbour.example/news/learn/politics/""#);
    assert_eq!(given[2], format!("\"The old crane\" \"{HERE}\""));
    article.breadcrumbs.clear();
    let computed = way(&article);
    assert_eq!(computed.len(), 4);
    assert_eq!(computed[1], r#""Learn" "https://harbour.example/news/learn/""#);
}

#[test]
fn translations_name_each_other_and_the_same_one_for_everybody_else() {
    let english = article();
    let mut russian = article();
    russian.summary.path = SitePath::parse("/ru/learn/politics/crane/").expect("a path");
    russian.summary.language = Language::parse("ru-KZ");
    russian.translations =
        vec![Translation { language: Language::english(), path: english.summary.path.clone() }];
    let one = head_of(&site(), 0, &Subject::Article(&english));
    let other = head_of(&site(), 1, &Subject::Article(&russian));
    let there = "https://harbour.example/news/ru/learn/politics/crane/";
    assert_eq!(one.versions(), [("en", HERE), ("ru-KZ", there), ("x-default", HERE)]);
    assert_eq!(other.versions(), [("ru-KZ", there), ("en", HERE), ("x-default", HERE)]);
    russian.translations.clear();
    assert!(head_of(&site(), 1, &Subject::Article(&russian)).versions().is_empty());
}

#[test]
fn without_a_lead_the_text_speaks_and_without_a_text_the_section() {
    let mut article = article();
    article.summary.lead = None;
    let described =
        |article: &Article| head_of(&site(), 0, &Subject::Article(article)).meta("description").to_owned();
    assert_eq!(described(&article), "On Monday the port was still.");
    article.body = vec![Block::Paragraph(vec![Inline::Text("word ".repeat(100))])];
    assert!(described(&article).ends_with("word…"));
    article.body.clear();
    assert_eq!(described(&article), "How things work.");
}

#[test]
fn where_nobody_is_named_the_agency_or_the_newsroom_is() {
    let mut article = article();
    article.credits.clear();
    article.sources = vec!["Agency".to_owned()];
    let author = |article: &Article| {
        head_of(&site(), 0, &Subject::Article(article)).data("NewsArticle")["author"].clone()
    };
    assert_eq!(author(&article), json!([{ "@type": "Organization", "name": "Agency" }]));
    article.sources.clear();
    assert_eq!(author(&article)["@type"], "NewsMediaOrganization");
}

#[test]
fn a_note_and_a_page_that_is_not_there_are_not_kept_by_search_engines() {
    let path = SitePath::parse("/learn/politics/crane/").expect("a path");
    let note = head_of(&site(), 0, &Subject::Note { title: "Not yet published", path: &path });
    assert_eq!(note.title(), "Not yet published · The Harbour");
    let missing = head_of(&site(), 1, &Subject::NotFound);
    assert!(missing.title().ends_with(" · Гавань"), "{missing:?}");
    for head in [note, missing] {
        assert_eq!(head.meta("robots"), "noindex");
        assert!(head.links("canonical").is_empty() && head.versions().is_empty());
        assert!(head.graph().is_empty() && head.metas("description").is_empty());
    }
}

#[test]
fn a_locale_of_open_graph_has_a_territory() {
    let locale = |language: &str| {
        let mut article = article();
        article.summary.language = Language::parse(language);
        article.translations.clear();
        let head = head_of(&site(), 0, &Subject::Article(&article));
        head.metas("og:locale").into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    for (language, expected) in [
        ("en-US", "en_US"),
        ("ru-kz", "ru_KZ"),
        ("kk-Cyrl-KZ", "kk_KZ"),
        ("en", "en_GB"),
        ("ru", "ru_RU"),
        ("kk", "kk_KZ"),
        ("ar", "ar_AR"),
    ] {
        assert_eq!(locale(language), [expected], "{language}");
    }
    // Where nobody said which territory is meant, none is made up.
    for language in ["de", "es-419", "kk-Arab"] {
        assert_eq!(locale(language), [""; 0], "{language}");
    }
}
