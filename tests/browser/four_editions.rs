//! A newsroom whose editions, one of them from right to left, have the same places: a section, five stories of one topic and
//! of one person, the last of them translated into the next edition, and a standing page.

use broadsheet::locale::Locale;
use broadsheet::source::site::read_site;
use serde_json::{Value, json};

use crate::support::newsroom::{self, DRAWING, article};
use crate::support::{Content, Fallback, Site};

/// What the newsroom says in one edition.
pub struct Words {
    pub language: &'static str,
    pub root: &'static str,
    /// What each of the five stories is called, before its number.
    story: &'static str,
    pub section: &'static str,
    pub topic: &'static str,
    pub person: &'static str,
    pub role: &'static str,
    pub imprint: &'static str,
    /// What is told of the section, the topic and the person, after its name.
    told: &'static str,
}

pub const EDITIONS: [Words; 4] = [
    Words {
        language: "en",
        root: "/",
        story: "Bridge",
        section: "Learn",
        topic: "Bridges",
        person: "Assel Ray",
        role: "Reporter",
        imprint: "Imprint",
        told: "over water and over roads",
    },
    Words {
        language: "ru",
        root: "/ru/",
        story: "Мост",
        section: "Учиться",
        topic: "Мосты",
        person: "Асель Рай",
        role: "Корреспондент",
        imprint: "Выходные данные",
        told: "над водой и над дорогой",
    },
    Words {
        language: "kk",
        root: "/kk/",
        story: "Көпір",
        section: "Білім",
        topic: "Көпірлер",
        person: "Әсел Рай",
        role: "Тілші",
        imprint: "Шығарылым деректері",
        told: "су үстінде және жол үстінде",
    },
    Words {
        language: "ar",
        root: "/ar/",
        story: "جسر",
        section: "تعلم",
        topic: "جسور",
        person: "أسيل راي",
        role: "مراسلة",
        imprint: "بيانات النشر",
        told: "فوق الماء وفوق الطرق",
    },
];

impl Words {
    pub fn place(&self, place: &str) -> String {
        format!("{}{place}", self.root)
    }

    pub fn headline(&self, number: usize) -> String {
        format!("{} {number}", self.story)
    }

    pub fn description(&self, name: &str) -> String {
        format!("{name}: {}", self.told)
    }

    /// The lead of the standing page of this name.
    pub fn lead(&self, name: &str) -> String {
        format!("{name}. {}", self.role)
    }

    /// The edition that the fifth story is translated into, and the only one.
    pub fn next(&self) -> &'static Words {
        let index = EDITIONS.iter().position(|other| other.root == self.root).expect("an edition");
        &EDITIONS[(index + 1) % EDITIONS.len()]
    }
}

/// The settings with an Arabic edition and the search.
pub fn all_editions() -> Value {
    let mut settings = newsroom::settings();
    let arabic = json!({"language": "ar", "label": "العربية", "path": "/ar/", "time_zone": "Asia/Riyadh"});
    settings["editions"].as_array_mut().expect("the editions").push(arabic);
    settings["search"] = json!(true);
    settings
}

/// The words of the edition at `root`.
pub fn locale(root: &str) -> Locale {
    let site = read_site(&all_editions().to_string()).expect("settings").value;
    let edition = site.editions.iter().find(|edition| edition.path.as_str() == root);
    Locale::new(edition.expect("an edition"))
}

/// A text in the words of each edition.
fn each(text: impl Fn(&Words) -> String) -> Value {
    EDITIONS.iter().map(|words| (words.language.to_owned(), json!(text(words)))).collect()
}

pub fn settings() -> Value {
    let mut settings = all_editions();
    settings["sections"][0]["name"] = each(|words| words.section.to_owned());
    settings["sections"][0]["description"] = each(|words| words.description(words.section));
    settings["topics"] = json!([{
        "slug": "bridges", "name": each(|words| words.topic.to_owned()),
        "description": each(|words| words.description(words.topic)),
    }]);
    settings["people"] = json!([{
        "slug": "assel", "name": each(|words| words.person.to_owned()), "role": each(|words| words.role.to_owned()),
        "description": each(|words| words.description(words.person)), "picture": "/media/assel.svg",
        "links": [{"name": "Mastodon", "url": "https://social.example/@assel"}],
    }]);
    let imprint = |words: &Words| json!({"name": words.imprint, "url": words.place("imprint/"), "language": words.language});
    settings["footer"] = EDITIONS.iter().map(imprint).collect();
    settings
}

pub fn site() -> Site {
    let mut content = Content::new(&settings()).file("media/assel.svg", DRAWING.as_bytes());
    for words in &EDITIONS {
        for number in 1..=5 {
            let published = format!("2026-03-0{number}T09:00:00+05:00");
            let path = words.place(&format!("learn/bridge-{number}/"));
            let mut story = article(words.language, &path, &words.headline(number), &published);
            story["subjects"] = json!([{"name": words.topic}]);
            story["x"]["credits"] = json!([{"role": "writer", "name": words.person}]);
            if number == 5 {
                let next = words.next();
                story["x"]["translations"] =
                    json!([{"language": next.language, "url": next.place("learn/bridge-5/")}]);
                story["x"]["aliases"] = json!([words.place("old/bridge.html")]);
            }
            content = content.article(&story);
        }
        let imprint = words.place("imprint/");
        let mut imprint = article(words.language, &imprint, words.imprint, "2026-03-06T09:00:00+05:00");
        imprint["x"]["standing"] = json!(true);
        imprint["descriptions"][0]["value"] = json!(words.lead(words.imprint));
        content = content.article(&imprint);
    }
    content.serve(Fallback::NotFoundPage)
}

/// The words of the edition in this language.
pub fn words_of(language: &str) -> &'static Words {
    EDITIONS.iter().find(|words| words.language == language).expect("an edition")
}
