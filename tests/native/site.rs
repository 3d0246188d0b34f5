//! `site.json`.

use broadsheet::model::Language;
use broadsheet::source::site::read_site;

#[test]
fn a_whole_site_reads_without_a_problem() {
    let read = read_site(include_str!("../fixtures/site.json")).expect("it reads");
    assert_eq!(read.problems, []);
    let site = read.value;
    assert_eq!(site.url.as_deref(), Some("https://courier.example"));
    assert_eq!(site.base_path, "/news/");
    assert_eq!(site.editions.len(), 2);
    assert_eq!(site.editions[1].path.as_str(), "/ru/");
    assert_eq!(site.sections[0].sections[0].slug, "politics");
    assert_eq!(site.theme.accent.as_deref(), Some("#a31621"));
    assert_eq!(site.notice.expect("a notice").telephone.as_deref(), Some("+7(700) 388 81 09"));
    assert_eq!(site.follow[0].address.as_str(), "https://t.me/courier");
    assert_eq!(site.footer[0].address.as_str(), "/about/");
    assert_eq!(site.front.len(), 4);
    assert_eq!(
        (&*site.front[2].section, site.front[2].stories),
        (&["learn".to_owned(), "politics".to_owned()][..], 5)
    );
    assert_eq!(site.front[1].articles[0].as_str(), "/ru/learn/a/");
    let russian = Language::parse("ru-KZ").expect("a tag");
    assert_eq!(site.sections[0].name.get(&russian), "Учёба");
}

#[test]
fn an_empty_object_is_a_site_in_english() {
    let read = read_site("{}").expect("it reads");
    assert_eq!((read.value.base_path.as_str(), read.value.page_size), ("/", 20));
    assert_eq!(read.value.editions[0].language.as_str(), "en");
    assert_eq!(read.problems.len(), 1);
    assert!(read_site("[]").is_err() && read_site("{").is_err());
}

#[test]
fn each_unfit_setting_is_a_problem_at_its_place() {
    let json = r##"{
        "url": "courier.example", "base_path": "/../x", "page_size": 1000, "logo": "javascript:x",
        "theme": {"accent": "red", "accent_dark": "#12345"},
        "editions": [{"language": "en", "path": "/", "time_zone": "on the moon"}, {"language": "en", "path": "/en/"}, {}],
        "source": {"type": "carrier pigeon"},
        "sections": [{"slug": "a/b", "name": "x"}, {"slug": "c"}],
        "notice": {"text": "Call", "telephone": "ask for Dana"},
        "follow": [{"name": "x", "url": "data:text/html,x"}],
        "footer": [{"name": "x", "url": "javascript:x"}],
        "front": [
            {"block": "lead", "stories": 2}, {"block": "lead"}, {"block": "section", "section": "nowhere"},
            {"block": "section"}, {"block": "row", "stories": "many", "articles": ["/../x", 7]}, "row",
            {"block": "latest", "stories": 0, "articles": ["/a/"]}
        ],
        "embeds": {"allow": ["https://maps.example", "charts.example"]},
        "report": {"endpoint": "http://elsewhere.example/r", "email": "a@b.example?bcc=c@d.example"}
    }"##;
    let read = read_site(json).expect("it reads");
    let pointers: Vec<&str> = read.problems.iter().map(|problem| problem.pointer.as_str()).collect();
    for pointer in [
        "/url",
        "/base_path",
        "/page_size",
        "/logo",
        "/theme/accent",
        "/theme/accent_dark",
        "/editions/0/time_zone",
        "/editions/1",
        "/editions/2",
        "/source/type",
        "/sections/0",
        "/sections/1",
        "/notice/telephone",
        "/follow/0/url",
        "/footer/0/url",
        "/front/0/stories",
        "/front/1",
        "/front/2/section",
        "/front/3",
        "/front/4/stories",
        "/front/4/articles/0",
        "/front/5",
        "/front/6/stories",
        "/front/6",
        "/embeds/allow/0",
        "/report/endpoint",
        "/report/email",
    ] {
        assert!(pointers.contains(&pointer), "{pointer} in {pointers:?}");
    }
    let site = read.value;
    assert_eq!((site.page_size, site.base_path.as_str()), (100, "/"));
    assert!(site.report.endpoint.is_none() && site.report.email.is_none() && site.logo.is_none());
    let blocks: Vec<_> = site.front.iter().map(|block| (block.kind.as_str(), block.stories)).collect();
    assert_eq!(blocks, [("lead", 1), ("row", 3), ("latest", 1)]);
    assert_eq!(site.embed_hosts, ["charts.example"]);
    assert!(site.footer.is_empty());
    assert!(site.theme.accent.is_none() && site.theme.accent_dark.is_none() && site.follow.is_empty());
}

#[test]
fn a_site_cannot_frame_its_own_host() {
    let json = r#"{"url": "https://WWW.Courier.example/news", "editions": [{"language": "en"}],
        "embeds": {"allow": ["courier.example", "WWW.courier.example", "maps.courier.example"]}}"#;
    let read = read_site(json).expect("it reads");
    let pointers: Vec<&str> = read.problems.iter().map(|problem| problem.pointer.as_str()).collect();
    assert_eq!(pointers, ["/embeds/allow/0", "/embeds/allow/1"]);
    assert_eq!(read.value.embed_hosts, ["maps.courier.example"]);
}

#[test]
fn an_edition_needs_a_language_that_browsers_can_know() {
    let json = r#"{"editions": [{"language": "english"}, {"language": "e n", "path": "/a/"}, {"path": "/b/"},
        {"language": " "}, {"language": "pt-BR", "path": "/c/"}]}"#;
    let read = read_site(json).expect("it reads");
    let problems: Vec<_> =
        read.problems.iter().map(|problem| (problem.pointer.as_str(), problem.expected.as_str())).collect();
    let tag = "a language tag, such as kk or ru-KZ";
    assert_eq!(
        problems,
        [
            ("/editions/0/language", tag),
            ("/editions/1/language", tag),
            ("/editions/2", "an edition with its language"),
            ("/editions/3", "an edition with its language")
        ]
    );
    assert_eq!(read.value.editions.len(), 1);
    assert_eq!(read.value.editions[0].language.as_str(), "pt-BR");
}
