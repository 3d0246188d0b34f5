//! A small newsroom of the tests' own: its settings, its articles, its picture.

use serde_json::{Value, json};

/// A drawing of 1200 × 800: a plain of one colour under a sun.
pub const DRAWING: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1200\" height=\"800\">\
    <rect width=\"1200\" height=\"800\" fill=\"#c96\"/><circle cx=\"600\" cy=\"300\" r=\"120\" fill=\"#fd6\"/></svg>";

/// The settings: three editions, sections on two levels, a notice line with a telephone number.
pub fn settings() -> Value {
    json!({
        "name": {"en": "The Test Gazette", "ru": "Пробный вестник", "kk": "Сынақ газеті", "ar": "صحيفة التجربة"},
        "url": "https://gazette.example",
        "base_path": "/",
        "page_size": 2,
        "source": {"type": "static"},
        "editions": [
            {"language": "en", "label": "English", "path": "/", "time_zone": "Asia/Almaty"},
            {"language": "ru", "label": "Русский", "path": "/ru/", "time_zone": "Asia/Almaty"},
            {"language": "kk", "label": "Қазақша", "path": "/kk/", "time_zone": "Asia/Almaty"}
        ],
        "sections": [
            {"slug": "learn", "name": {"en": "Learn", "ru": "Учиться", "kk": "Білім"}, "sections": [
                {"slug": "politics", "name": {"en": "Politics", "ru": "Политика", "kk": "Саясат"}}
            ]},
            {"slug": "politics", "name": {"en": "Politics", "ru": "Политика", "kk": "Саясат"}}
        ],
        "notice": {
            "text": {
                "en": "Advertising +7(700) 388 81 09",
                "ru": "Реклама +7(700) 388 81 09",
                "kk": "Жарнама +7(700) 388 81 09"
            },
            "telephone": "+7(700) 388 81 09"
        },
        "follow": [{
            "name": {"en": "Join Telegram", "ru": "Читать в Telegram", "kk": "Telegram арнасына қосылу"},
            "url": "https://t.me/gazette_example"
        }]
    })
}

/// A short article in `language` at `path`, published at `published`.
pub fn article(language: &str, path: &str, headline: &str, published: &str) -> Value {
    json!({
        "standard": {"name": "ninjs", "version": "3.1"},
        "uri": format!("urn:gazette:{language}:{path}"),
        "type": "text",
        "representationType": "full",
        "pubStatus": "usable",
        "language": language,
        "firstCreated": published,
        "versionCreated": published,
        "headlines": [{"role": "main", "value": headline}],
        "descriptions": [{"role": "lead", "value": format!("{headline}: the short of it.")}],
        "bodies": [{"role": "main", "contentType": "text/html", "value": format!("<p>{headline}, told at length.</p>")}],
        "x": {"published": published, "url": path}
    })
}

/// The way to the article of the issue: four crumbs of which two are named alike, one address given twice.
pub fn crumbs(edition: &str, names: [&str; 4]) -> Value {
    let at = |place: &str| format!("{edition}{place}");
    json!([
        {"name": names[0], "url": edition},
        {"name": names[1], "url": at("learn/")},
        {"name": names[1], "url": at("learn/")},
        {"name": names[2], "url": at("learn/politics/")},
        {"name": names[3], "url": at("politics/")}
    ])
}
