//! The arranged front: what stands above what, in which order it is read, and that it holds still.

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::layout::{read_to_the_end, shifts, watch_shifts};
use crate::steps::tab_to;
use crate::support::newsroom::{DRAWING, article, settings};
use crate::support::page::strings;
use crate::support::{Answer, Content, Device, Fallback, Page, Site, in_browser};

/// Stories of two sections, the newest first: `count` of them, every third without a picture.
fn content(mut site: Value, count: u32, headline: impl Fn(u32) -> String) -> Content {
    site["footer"] = json!([
        {"name": {"en": "About us", "kk": "Біз туралы"}, "url": "/learn/about/"},
        {"name": "Elsewhere", "url": "https://elsewhere.example/"},
        {"name": "Тек орысша", "url": "/ru/learn/", "language": "ru"}
    ]);
    let content = Content::new(&site).file("media/plain.svg", DRAWING.as_bytes());
    (0..count).fold(content, |content, number| {
        let section = if number % 2 == 0 { "learn" } else { "politics" };
        let published = format!("2026-03-{:02}T09:00:00+05:00", 28 - number % 28);
        let mut article =
            article("en", &format!("/{section}/story-{number}/"), &headline(number), &published);
        if number % 3 != 2 {
            article["associations"] = json!([{"name": "lead", "type": "picture", "renditions": [
                {"href": "/media/plain.svg", "contentType": "image/svg+xml", "width": 1200, "height": 800}
            ]}]);
        }
        content.article(&article)
    })
}

fn site(count: u32) -> Site {
    content(settings(), count, |number| format!("Story {number}")).serve(Fallback::NotFoundPage)
}

/// The headings of the page in their order, each with its level.
fn headings(page: &Page) -> Vec<String> {
    strings(&page.value(
        "Array.from(document.querySelectorAll('main :is(h1, h2, h3, h4)'), it => `${it.nodeName} ${it.textContent}`)",
    ))
}

#[test]
fn headings_say_what_stands_above_what() {
    let site = site(16);
    in_browser(Device::Desktop, |page| {
        page.open(&site.url("/"));
        page.wait_for("main h2 a");
        let expected = "H1 The Test Gazette, H2 Story 0, H2 Story 1, H2 Story 2, H2 Story 3, \
            H2 Learn, H3 Story 4, H3 Story 6, H3 Story 8, H3 Story 10, \
            H2 Politics, H3 Story 5, H3 Story 7, H3 Story 9, H3 Story 11, \
            H2 More stories, H3 Story 12, H3 Story 13, H3 Story 14, H3 Story 15";
        assert_eq!(headings(page).join(", "), expected);
        // What is larger stands higher, and is larger in print too.
        let size = |selector: &str| {
            let script = "return parseFloat(getComputedStyle(document.querySelector(arguments[0])).fontSize)";
            page.run(script, vec![json!(selector)]).as_f64().unwrap_or_default()
        };
        let sizes = [".card-top h2", ".front-row h2", ".card-small h3"].map(size);
        assert!(sizes.is_sorted_by(|larger, smaller| larger > smaller), "{sizes:?}");
        assert_eq!(page.attribute(".card-top img", "fetchpriority").as_deref(), Some("high"));
        assert_eq!(
            page.count("main img:not([loading=lazy])"),
            1,
            "all other pictures come when they are near"
        );
        assert_eq!(page.count("main img:not([width][height])"), 0);
    });
}

#[test]
fn many_stories_of_a_section_stand_in_two_columns_beside_the_first() {
    let mut settings = settings();
    settings["front"] = json!([{"block": "section", "section": "learn", "stories": 6}]);
    let site = content(settings, 16, |number| format!("Story {number}")).serve(Fallback::NotFoundPage);
    in_browser(Device::Desktop, |page| {
        page.open(&site.url("/"));
        page.wait_for(".front-stories li:nth-child(6)");
        let columns = "new Set([...document.querySelectorAll('.front-stories > li')]
            .map(it => Math.round(it.getBoundingClientRect().left))).size";
        assert_eq!(page.value(columns), json!(3));
    });
}

#[test]
fn a_block_leads_to_its_section_and_to_more_of_it() {
    let site = site(40);
    in_browser(Device::Phone, |page| {
        page.open(&site.url("/"));
        page.wait_for("main h2 a");
        page.click_named("More from Politics");
        page.wait_for_heading("Politics");
        page.wait_until("document.activeElement === document.querySelector('main h1')");
        assert_eq!(page.path(), "/politics/");
        let feed = "document.querySelector('main a[type=\"application/atom+xml\"]').pathname";
        assert_eq!(page.value(feed), json!("/politics/feed.xml"));
        page.back();
        page.wait_for_heading("The Test Gazette");
        assert_eq!(page.attribute("main h2 a[href='/learn/']", "href").as_deref(), Some("/learn/"));
        page.click_named("Older articles");
        page.wait_until("document.querySelector('main h1').innerText.startsWith('Latest, page ')");
    });
}

#[test]
fn tab_goes_down_the_front_in_the_order_of_its_stories() {
    let site = site(40);
    in_browser(Device::Desktop, |page| {
        page.open(&site.url("/"));
        page.wait_for("main h2 a");
        page.wait_for_program();
        let links = "Array.from(document.querySelectorAll('main a'), it => it.textContent)";
        let expected = strings(&page.value(links));
        tab_to(page, "it.matches('main a')");
        let mut met = Vec::new();
        let mut top = f64::MIN;
        for _ in &expected {
            let now = page.value(
                "(it => { const box = it.getBoundingClientRect(); \
                  const card = it.closest('.card') ?? it; \
                  return [it.textContent, box.top + scrollY, box.width > 0 && getComputedStyle(card).outlineStyle !== 'none']; \
                 })(document.activeElement)",
            );
            met.push(now[0].as_str().unwrap_or_default().to_owned());
            assert_eq!(now[2], json!(true), "the focus is seen on {now}");
            top = top.max(now[1].as_f64().unwrap_or_default());
            page.press(Key::Tab);
        }
        assert_eq!(met, expected);
        assert!(top > 1000.0, "blocks far down are reached, not only those on the screen");
    });
}

fn front_holds_still(device: Device, slow: bool) {
    let site = content(settings(), 60, |number| format!("Story {number} with a headline of a usual length"))
        .serve(Fallback::NotFoundPage);
    in_browser(device, |page| {
        watch_shifts(page);
        if slow {
            site.hold_pages_back();
            site.answer("/data/en/latest.json", Answer::held());
        }
        page.open(&site.url("/"));
        if slow {
            page.wait_for(".skeleton");
            page.wait_until("getComputedStyle(document.querySelector('.skeleton')).opacity === '1'");
            site.restore("/data/en/latest.json");
        }
        page.wait_for("main h2 a");
        read_to_the_end(page);
        assert_eq!(shifts(page), json!([]), "the front has shifted");
    });
}

#[test]
fn nothing_moves_on_a_long_front() {
    front_holds_still(Device::Phone, false);
    front_holds_still(Device::Desktop, false);
}

#[test]
fn nothing_moves_when_a_slow_front_takes_the_place_of_its_skeleton() {
    front_holds_still(Device::Phone, true);
}

#[test]
fn long_words_and_long_headlines_fit_a_narrow_phone() {
    let words = [
        "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz",
        "Қанағаттандырылмағандықтарыңыздан",
        "This headline goes on for twenty words because its editor could not decide what the story is about and said all",
    ];
    for count in [1, 14] {
        let mut site = settings();
        site["sections"][0]["name"] = json!(words[0]);
        let site = content(site, count, |number| words[number as usize % words.len()].to_owned())
            .serve(Fallback::NotFoundPage);
        in_browser(Device::NarrowPhone, |page| {
            for address in ["/", "/learn/", "/ru/"] {
                page.open(&site.url(address));
                page.wait_for("main h1");
                read_to_the_end(page);
                let widths = page.value("[innerWidth, document.documentElement.scrollWidth]");
                assert_eq!(widths, json!([360, 360]), "the width of {address} with {count} stories");
                let cut = page.value(
                    "Array.from(document.querySelectorAll('main h2, main h3')) \
                     .filter(it => it.scrollWidth > it.clientWidth + 1).map(it => it.innerText)",
                );
                assert_eq!(cut, json!([]), "cut off on {address}");
            }
        });
    }
}

#[test]
fn ten_sections_are_in_reach_of_a_finger_and_of_the_keyboard() {
    let names = [
        "Саясат",
        "Экономика",
        "Қоғам",
        "Мәдениет",
        "Білім және ғылым",
        "Денсаулық сақтау",
        "Спорт",
        "Өңірлер",
        "Қоршаған орта",
        "Технологиялар",
    ];
    let mut settings = settings();
    let sections = (1..).zip(names).map(|(number, name)| json!({"slug": format!("s{number}"), "name": name}));
    settings["sections"] = sections.collect();
    let site = content(settings, 3, |number| format!("Story {number}")).serve(Fallback::NotFoundPage);
    let is_seen = |number: u32| {
        format!(
            "(box => box.left >= 0 && box.right <= innerWidth)\
             (document.querySelector('.sections a[href=\"/kk/s{number}/\"]').getBoundingClientRect())"
        )
    };
    in_browser(Device::NarrowPhone, |page| {
        page.open(&site.url("/kk/"));
        page.wait_for("main h1");
        let row = "document.querySelector('.sections ul')";
        let rows = page.value(&format!("{row}.clientHeight"));
        assert!(rows.as_f64().is_some_and(|height| (44.0..60.0).contains(&height)), "one row: {rows}");
        assert_eq!(page.value(&is_seen(10)), json!(false));
        tab_to(page, "it.innerText === 'Технологиялар'");
        page.wait_until(&is_seen(10));
        // On a page of a section far to the side, the row begins there.
        page.open(&site.url("/kk/s9/"));
        page.wait_for_heading("Қоршаған орта");
        page.wait_until(&is_seen(9));
    });
    in_browser(Device::Desktop, |page| {
        page.open(&site.url("/kk/"));
        page.wait_for("main h1");
        let seen = page.value(&format!(
            "[1, 5, 10].every(number => {})",
            is_seen(1).replace("s1/", "s${number}/").replace('\'', "`")
        ));
        assert_eq!(seen, json!(true), "a mouse needs no swiping");
    });
}

/// The links to follow the newsroom that are seen: in which foot, their names, and where they lead.
fn ways_to_follow(page: &Page) -> Value {
    page.value(
        "Array.from(document.querySelectorAll('.follow a')).filter(it => it.checkVisibility()) \
         .map(it => [it.closest('footer').className, it.textContent, it.href])",
    )
}

#[test]
fn the_foot_leads_to_the_newsroom_and_to_the_feeds() {
    let site = site(1);
    in_browser(Device::Phone, |page| {
        for (root, name, about, follow) in [
            ("/", "About this site", "About us", "Join Telegram"),
            ("/kk/", "Сайт туралы", "Біз туралы", "Telegram арнасына қосылу"),
        ] {
            page.open(&site.url(root));
            page.wait_for("main h1");
            let links = "Array.from(document.querySelectorAll('footer nav ul:last-child a'), it => it.getAttribute('href'))";
            let [saved, feed, json_feed] =
                ["saved/", "feed.xml", "feed.json"].map(|own| format!("{root}{own}"));
            let expected = json!(["/learn/about/", "https://elsewhere.example/", saved, feed, json_feed]);
            assert_eq!(page.value(links), expected);
            assert_eq!(page.attribute("footer nav", "aria-label").as_deref(), Some(name));
            assert_eq!(page.text("footer nav ul:last-child a"), about);
            assert_eq!(
                ways_to_follow(page),
                json!([["site-footer", follow, "https://t.me/gazette_example"]])
            );
        }
        // At the end of an article, and not a second time at the end of its page.
        page.open(&site.url("/learn/story-0/"));
        let way = ["article-foot", "Join Telegram", "https://t.me/gazette_example"];
        page.wait("for the style of the foot", || ways_to_follow(page) == json!([way]));
    });
}
