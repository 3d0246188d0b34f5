//! The ten points of an article page, on an article of the shape that newsrooms publish.

use serde_json::{Value, json};

use crate::support::newsroom::{DRAWING, crumbs, settings};
use crate::support::{Content, Device, Fallback, Page, Site, in_browser};

/// The words of an article that differ from edition to edition.
struct Edition {
    language: &'static str,
    root: &'static str,
    crumbs: [&'static str; 4],
    headline: &'static str,
}

const ENGLISH: Edition = Edition {
    language: "en",
    root: "/",
    crumbs: ["Main", "Learn", "Politics", "Politics"],
    headline: "Two distant countries count what they trade",
};

const RUSSIAN: Edition = Edition {
    language: "ru",
    root: "/ru/",
    crumbs: ["Главная", "Учиться", "Политика", "Политика"],
    headline: "Две далёкие страны подсчитали торговлю",
};

const KAZAKH: Edition = Edition {
    language: "kk",
    root: "/kk/",
    crumbs: ["Басты бет", "Білім", "Саясат", "Саясат"],
    headline: "Алыстағы екі ел саудасын санады",
};

const LEAD: &str = "The ministry has published its figures for the year.";

impl Edition {
    fn path(&self) -> String {
        format!("{}learn/politics/two-countries-trade/", self.root)
    }

    fn article(&self) -> Value {
        json!({
            "standard": {"name": "ninjs", "version": "3.1"},
            "uri": format!("urn:gazette:trade:{}", self.language),
            "type": "text",
            "representationType": "full",
            "pubStatus": "usable",
            "language": self.language,
            "firstCreated": "2014-07-04T10:43:00+06:00",
            "versionCreated": "2014-07-04T10:43:00+06:00",
            "headlines": [{"role": "main", "value": self.headline}],
            "descriptions": [{"role": "lead", "value": LEAD}],
            "bodies": [{"role": "main", "contentType": "text/html", "value": body(self.root)}],
            "associations": [lead_picture(), broken_picture()],
            "x": {
                "published": "2014-07-04T10:43:00+06:00",
                "url": self.path(),
                "sections": crumbs(self.root, self.crumbs),
                "credits": [
                    {"role": "reporter", "name": "Aigerim Reporter"},
                    {"role": "writer", "name": "Bolat Writer"},
                    {"role": "editor", "name": "Clara Editor"}
                ]
            }
        })
    }
}

fn body(root: &str) -> String {
    format!(
        "<p>{LEAD}</p><p>The <a href=\"https://ministry.example/figures\">figures</a> are small, and \
         <a href=\"{root}learn/\">growing</a>.</p><h2>In numbers</h2><ul><li>Pipes</li><li>Ore</li></ul>\
         <figure><img data-assoc-ref=\"lost\"></figure>\
         <p>CO<sub>2</sub> is not among <blink>the goods</blink>.</p>"
    )
}

fn lead_picture() -> Value {
    json!({
        "name": "lead",
        "type": "picture",
        "descriptions": [
            {"role": "alt", "value": "A sun over a plain"},
            {"role": "caption", "value": "The plain in the morning."},
            {"role": "creditline", "value": "©Gazette archive"}
        ],
        "renditions": [
            {"name": "600", "href": "/media/plain-600.svg", "contentType": "image/svg+xml", "width": 600, "height": 400},
            {"name": "1200", "href": "/media/plain-1200.svg", "contentType": "image/svg+xml", "width": 1200, "height": 800}
        ]
    })
}

fn broken_picture() -> Value {
    json!({
        "name": "lost",
        "type": "picture",
        "descriptions": [
            {"role": "alt", "value": "A ship in a harbour"},
            {"role": "caption", "value": "The last ship of the season."},
            {"role": "creditline", "value": "©Harbour office"}
        ],
        "renditions": [
            {"name": "600", "href": "/media/lost.svg", "contentType": "image/svg+xml", "width": 600, "height": 400}
        ]
    })
}

fn site() -> Site {
    let editions = [ENGLISH, RUSSIAN, KAZAKH];
    let content = editions
        .iter()
        .fold(Content::new(&settings()), |content, edition| content.article(&edition.article()));
    content
        .file("media/plain-600.svg", DRAWING.as_bytes())
        .file("media/plain-1200.svg", DRAWING.as_bytes())
        .serve(Fallback::Pages)
}

fn on_article(edition: &Edition, test: impl FnOnce(&Page)) {
    let site = site();
    in_browser(Device::Desktop, |page| {
        page.expect_in_console("/media/lost.svg");
        page.open(&site.url(&edition.path()));
        page.wait_for_heading(edition.headline);
        test(page);
    });
}

#[test]
fn the_notice_line_dials() {
    on_article(&RUSSIAN, |page| {
        assert_eq!(page.text("aside.notice"), "Реклама +7(700) 388 81 09");
        assert_eq!(page.text("aside.notice a"), "+7(700) 388 81 09");
        assert_eq!(page.attribute("aside.notice a", "href").as_deref(), Some("tel:+77003888109"));
    });
}

#[test]
fn breadcrumbs_keep_namesakes_and_drop_the_same_address() {
    on_article(&ENGLISH, |page| {
        assert_eq!(page.texts("nav[aria-label='You are here'] > ol > li"), ENGLISH.crumbs);
        let addresses =
            page.value("Array.from(document.querySelectorAll('nav > ol a'), link => link.pathname)");
        assert_eq!(addresses, json!(["/", "/learn/", "/learn/politics/", "/politics/"]));
        assert_eq!(page.texts("main [aria-current=page]"), [ENGLISH.headline]);
    });
}

#[test]
fn the_date_is_in_the_zone_and_language_of_the_edition() {
    let expected = [
        (&ENGLISH, "4 July 2014, 10:43", "This article is more than 12 years old"),
        (&RUSSIAN, "04 июля 2014, 10:43", "12 лет"),
        (&KAZAKH, "04 шілде 2014, 10:43", "12 жыл"),
    ];
    let site = site();
    in_browser(Device::Desktop, |page| {
        page.expect_in_console("/media/lost.svg");
        // Years go by; the tests' clock is the browser's.
        let clock = "const now = new Date('2026-11-24T03:00:00Z').getTime(); Date.now = () => now;";
        page.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({"source": clock}));
        for (edition, date, age) in expected {
            page.open(&site.url(&edition.path()));
            page.wait_for_heading(edition.headline);
            assert_eq!(page.text("article header time"), date);
            assert_eq!(page.texts(".updated"), [""; 0], "nothing was changed after publication");
            let note = page.text(".age-note");
            assert!(note.contains(age), "the note on its age reads “{note}”");
        }
        assert_eq!(
            page.attribute("article header time", "datetime").as_deref(),
            Some("2014-07-04T04:43:00Z")
        );
    });
}

#[test]
fn a_lead_that_the_body_repeats_is_shown_once() {
    on_article(&ENGLISH, |page| {
        assert_eq!(page.text("article header .lead"), LEAD);
        let text = page.text("article");
        assert_eq!(text.matches(LEAD).count(), 1, "{text}");
    });
}

#[test]
fn found_a_bug_opens_the_report_dialog() {
    on_article(&ENGLISH, |page| {
        page.click_named("Found a bug?");
        page.wait_until("document.querySelector('#report-dialog').open");
        assert_eq!(
            page.value("document.querySelector('#report-dialog').contains(document.activeElement)"),
            json!(true)
        );
    });
}

#[test]
fn the_picture_has_renditions_a_size_and_words() {
    on_article(&ENGLISH, |page| {
        let picture = "article figure img[alt='A sun over a plain']";
        let attribute = |name| page.attribute(picture, name).unwrap_or_default();
        assert_eq!(attribute("srcset"), "/media/plain-600.svg 600w, /media/plain-1200.svg 1200w");
        assert!(attribute("sizes").contains("100vw"), "sizes is {}", attribute("sizes"));
        assert_eq!((attribute("width"), attribute("height")), ("1200".to_owned(), "800".to_owned()));
        page.wait_until("document.querySelector('article figure img').naturalWidth > 0");
        assert_eq!(page.text("article figure .caption"), "Caption: The plain in the morning.");
        assert_eq!(page.text("article figure .credit"), "Picture credit: ©Gazette archive");
    });
}

#[test]
fn a_broken_picture_leaves_its_words() {
    on_article(&ENGLISH, |page| {
        // It is fetched when it comes near.
        page.run("document.querySelectorAll('article figure')[1].scrollIntoView()", Vec::new());
        page.wait_for("article .body .picture-missing");
        let figure = page.text("article .body figure");
        for words in ["A ship in a harbour", "The last ship of the season.", "©Harbour office"] {
            assert!(figure.contains(words), "the figure reads “{figure}”");
        }
        let height = page.value("document.querySelector('.picture-missing').getBoundingClientRect().height");
        assert!(height.as_f64().is_some_and(|height| height > 50.0), "its box is {height} high");
    });
}

#[test]
fn the_body_is_drawn_and_foreign_links_are_marked() {
    on_article(&ENGLISH, |page| {
        assert_eq!(page.text(".body h2"), "In numbers");
        assert_eq!(page.texts(".body ul > li"), ["Pipes", "Ore"]);
        assert_eq!(page.text(".body sub"), "2");
        assert!(page.text(".body").contains("the goods"), "unknown markup keeps its text");
        let foreign = ".body a[href='https://ministry.example/figures']";
        assert_eq!(page.text(foreign), "figures (another site)");
        let relation = page.attribute(foreign, "rel").unwrap_or_default();
        assert!(relation.split(' ').any(|word| word == "noopener"), "rel is “{relation}”");
        assert_eq!(page.text(".body a[href='/learn/']"), "growing");
    });
}

#[test]
fn credits_name_the_roles_in_each_language() {
    let sentences = [
        (&ENGLISH, "Reporting by Aigerim Reporter, writing by Bolat Writer, editing by Clara Editor"),
        (&RUSSIAN, "Репортаж: Aigerim Reporter, текст: Bolat Writer, редактура: Clara Editor"),
        (&KAZAKH, "Репортаж: Aigerim Reporter, мәтін: Bolat Writer, редактор: Clara Editor"),
    ];
    let site = site();
    in_browser(Device::Desktop, |page| {
        page.expect_in_console("/media/lost.svg");
        for (edition, sentence) in sentences {
            page.open(&site.url(&edition.path()));
            page.wait_for_heading(edition.headline);
            assert_eq!(page.text("article footer .credits").trim_end_matches('.'), sentence);
        }
    });
}

#[test]
fn the_follow_link_leads_to_telegram() {
    on_article(&KAZAKH, |page| {
        let link = "article footer a[href='https://t.me/gazette_example']";
        assert_eq!(page.text(link), "Telegram арнасына қосылу");
        let relation = page.attribute(link, "rel").unwrap_or_default();
        assert!(relation.contains("noopener"), "rel is “{relation}”");
    });
}

/// With the corpus of real documents at hand, the article that the project was written for.
#[test]
fn the_seed_article_of_the_corpus() {
    let Some(corpus) = std::env::var_os("BROADSHEET_CORPUS") else {
        eprintln!("skipped: BROADSHEET_CORPUS names no folder with seed/article.json");
        return;
    };
    let file = std::path::Path::new(&corpus).join("seed/article.json");
    let text = std::fs::read_to_string(&file).expect("the seed article in the corpus");
    let article: Value = serde_json::from_str(&text).expect("JSON");
    let word = |pointer: &str| article.pointer(pointer).and_then(Value::as_str).expect("a text").to_owned();
    let site = Content::new(&settings()).article(&article).serve(Fallback::Pages);
    in_browser(Device::Desktop, |page| {
        page.expect_in_console("/media/flag-");
        page.open(&site.url(&word("/x/url")));
        page.wait_for_heading(&word("/headlines/0/value"));
        assert_eq!(page.texts(".breadcrumbs li"), ["Main", "Learn", "Politics", "Politics"]);
        assert_eq!(page.text("article header time"), "4 July 2014, 10:43");
        assert_eq!(page.text("article .lead"), word("/descriptions/0/value"));
        assert_eq!(page.text("article .credit"), "Picture credit: ©wikipedia.org");
        assert_eq!(page.count("article .body p"), word("/bodies/0/value").matches("<p>").count());
        assert!(page.text("article .credits").starts_with("Reporting by Alisher Akhmetov"));
    });
}
