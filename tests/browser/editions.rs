//! Editions: language and direction of the page, and the way from one to another.

use serde_json::{Value, json};

use crate::support::newsroom::{self, article, crumbs, settings};
use crate::support::{Content, Device, Fallback, Site, in_browser};

const PUBLISHED: &str = "2026-03-08T09:00:00+05:00";

/// What an Arabic article may hold: a quotation, a pull quote, a list, a table, pictures, and something of another site.
const ARABIC_BODY: &str = "<p>افتتح الجسر صباح اليوم.</p>\
    <blockquote><p>انتظرنا هذا الجسر عشرين عامًا.</p><footer>سائق حافلة</footer></blockquote>\
    <aside class='pullquote'><p>الجسر أقصر من الطريق القديم بساعة.</p></aside><ul><li>للسيارات</li><li>للمشاة</li></ul>\
    <table><caption>جسور المدينة</caption><thead><tr><th>الجسر</th><th>الطول بالأمتار</th></tr></thead>\
    <tbody><tr><th>القديم</th><td>120</td></tr><tr><th>الجديد</th><td>340</td></tr></tbody></table>\
    <figure><img src='/media/bridge.svg' width='1200' height='800' alt='جسر فوق النهر'><figcaption>الجسر صباحًا</figcaption></figure>\
    <figure><img src='/media/river.svg' width='1200' height='800' alt='نهر'><figcaption>النهر مساءً</figcaption></figure>\
    <iframe src='https://www.youtube.com/watch?v=aqz-KE-bpKQ' title='الافتتاح'></iframe>";

/// The newsroom with an Arabic edition besides.
pub(crate) fn site() -> Site {
    let mut settings = settings();
    let arabic = json!({"language": "ar", "label": "العربية", "path": "/ar/", "time_zone": "Asia/Riyadh"});
    settings["editions"].as_array_mut().expect("the editions").push(arabic);
    settings["notice"]["text"]["ar"] = json!("للإعلان +7(700) 388 81 09");
    settings["sections"][0]["name"]["ar"] = json!("تعلم");
    settings["sections"][1]["name"]["ar"] = json!("سياسة");
    let articles: [(&str, &str, &str); 4] = [
        ("en", "/", "A bridge opens"),
        ("ru", "/ru/", "Открыли мост"),
        ("kk", "/kk/", "Көпір ашылды"),
        ("ar", "/ar/", "افتتاح الجسر"),
    ];
    let content =
        articles.into_iter().fold(Content::new(&settings), |content, (language, root, headline)| {
            let mut article: Value = article(language, &format!("{root}learn/bridge/"), headline, PUBLISHED);
            if language == "ar" {
                article["x"]["sections"] = crumbs(root, ["الرئيسية", "تعلم", "سياسة", "سياسة"]);
                article["bodies"][0]["value"] = json!(ARABIC_BODY);
            }
            content.article(&article)
        });
    let drawing = newsroom::DRAWING.as_bytes();
    content.file("media/bridge.svg", drawing).file("media/river.svg", drawing).serve(Fallback::NotFoundPage)
}

#[test]
fn the_page_declares_its_language_and_switches() {
    let site = site();
    in_browser(Device::Desktop, |page| {
        page.open(&site.url("/"));
        page.wait_for("main h2 a");
        page.run("window.sameDocument = true", Vec::new());
        let editions = [
            ("Русский", "ru", "Открыли мост", "Пробный вестник"),
            ("Қазақша", "kk", "Көпір ашылды", "Сынақ газеті"),
            ("English", "en", "A bridge opens", "The Test Gazette"),
        ];
        for (name, language, headline, title) in editions {
            page.click_named(name);
            page.wait(&format!("for {headline}"), || page.texts("main h2 a") == [headline]);
            assert_eq!(page.attribute("html", "lang").as_deref(), Some(language));
            assert_eq!(page.attribute("html", "dir").as_deref(), Some("ltr"));
            assert_eq!(page.text("main h1"), title);
            assert_eq!(page.title(), title);
            assert_eq!(page.texts("header nav [aria-current=true]"), [name]);
        }
        assert_eq!(page.value("window.sameDocument"), json!(true), "no edition needs a new page");
    });
}

#[test]
fn the_names_of_editions_are_each_in_their_own_language() {
    let site = site();
    in_browser(Device::Desktop, |page| {
        page.open(&site.url("/kk/"));
        page.wait_for("main h2 a");
        let links = page.value(
            "Array.from(document.querySelectorAll('a[hreflang]'), link => [link.lang, link.pathname])",
        );
        assert_eq!(links, json!([["en", "/"], ["ru", "/ru/"], ["kk", "/kk/"], ["ar", "/ar/"]]));
    });
}

#[test]
fn the_arabic_edition_runs_from_right_to_left() {
    let site = site();
    in_browser(Device::Desktop, |page| {
        page.open(&site.url("/ar/learn/bridge/"));
        page.wait_for_heading("افتتاح الجسر");
        assert_eq!(page.attribute("html", "lang").as_deref(), Some("ar"));
        assert_eq!(page.attribute("html", "dir").as_deref(), Some("rtl"));
        assert_eq!(page.text(".skip-link"), "انتقل إلى المحتوى");
        // A telephone number is written from left to right whatever the words around it are.
        assert_eq!(page.text("aside.notice a"), "+7(700) 388 81 09");
        let number = "document.querySelector('aside.notice a').firstChild";
        let edge = |from: usize| {
            page.value(&format!(
                "(range => (range.setStart({number}, {from}), range.setEnd({number}, {from} + 1), \
                 range.getBoundingClientRect().left))(new Range())"
            ))
        };
        assert!(
            edge(0).as_f64() < edge(16).as_f64(),
            "the number begins at its left: {} {}",
            edge(0),
            edge(16)
        );
        // Each crumb stands to the left of the one before it.
        let edges = "Array.from(document.querySelectorAll('.breadcrumbs li'), crumb => crumb.getBoundingClientRect().right)";
        let edges = page.value(edges);
        let edges: Vec<f64> = edges.as_array().expect("edges").iter().filter_map(Value::as_f64).collect();
        assert_eq!(edges.len(), 4);
        assert!(edges.is_sorted_by(|before, after| before > after), "the crumbs end at {edges:?}");
        // The separator is a drawing of the style's, and turns with the direction.
        let separator = |index: usize| {
            page.value(&format!(
                "(s => [s.content, s.transform, s.rotate, s.scale].join(' '))\
                 (getComputedStyle(document.querySelectorAll('.breadcrumbs li')[{index}], '::before')) + ' ' + \
                 (s => [s.content, s.transform, s.rotate, s.scale].join(' '))\
                 (getComputedStyle(document.querySelectorAll('.breadcrumbs li')[{index}], '::after'))"
            ))
        };
        let arabic = separator(1);
        page.open(&site.url("/learn/bridge/"));
        page.wait_for_heading("A bridge opens");
        assert_eq!(page.attribute("html", "dir").as_deref(), Some("ltr"));
        assert_ne!(separator(1), arabic, "the separator is mirrored");
    });
}

#[test]
fn quotations_lists_and_tables_run_from_right_to_left() {
    let site = site();
    in_browser(Device::Phone, |page| {
        page.open(&site.url("/ar/learn/bridge/"));
        page.wait_for("article .body table");
        let style = |selector: &str, name: &str| {
            page.value(&format!("getComputedStyle(document.querySelector('.body {selector}')).{name}"))
        };
        for (selector, right, left) in [
            (".quote", "borderRightWidth", "borderLeftWidth"),
            (".quote", "paddingRight", "paddingLeft"),
            ("ul", "paddingRight", "paddingLeft"),
            ("td:last-child", "paddingLeft", "paddingRight"),
        ] {
            assert_ne!(style(selector, right), json!("0px"), "{selector}: {right}");
            assert_eq!(style(selector, left), json!("0px"), "{selector}: {left}");
        }
        // Words begin at the right edge of what they stand in.
        let begins = |selector: &str| {
            page.value(&format!(
                "(it => {{ const range = document.createRange(); range.selectNodeContents(it); \
                    const [words, box] = [range.getBoundingClientRect(), it.getBoundingClientRect()]; \
                    return box.right - words.right < words.left - box.left + 2; }})\
                 (document.querySelector('.body {selector}'))"
            ))
        };
        for selector in [".quote p", ".quote figcaption", ".pull-quote p", "caption", "thead th", "tbody td"]
        {
            assert_eq!(begins(selector), json!(true), "{selector}");
        }
        // The first column is the rightmost, and the table begins at the right edge of the text.
        let columns = page.value(
            "Array.from(document.querySelectorAll('.body thead th'), it => it.getBoundingClientRect().right)",
        );
        let edge = page.value("document.querySelector('.body').getBoundingClientRect().right");
        let columns: Vec<f64> = columns.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
        assert!(matches!(columns[..], [first, second] if first > second), "{columns:?}");
        assert!(edge.as_f64().is_some_and(|edge| (edge - columns[0]).abs() < 1.0), "{edge} and {columns:?}");
        let widths = page.value("(root => root.scrollWidth - root.clientWidth)(document.documentElement)");
        assert_eq!(widths, json!(0), "nothing sticks out of the page");
    });
}
