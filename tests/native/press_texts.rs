//! What the words of a newsroom become in its pages, and which of them stay in the newsroom.

use std::fs;

use crate::press_newsroom::Newsroom;
use serde_json::{Value, json};

#[test]
fn a_headline_of_tags_is_words_in_the_page_and_in_its_head() {
    let newsroom = Newsroom::new("hostile-headline");
    let headline = "</title><script>alert(1)</script>";
    newsroom.article("a", "/politics/a/", 1, |article| {
        article["headlines"] = json!([{ "role": "main", "value": headline }]);
    });
    newsroom.press().is_clean();
    let page = newsroom.read("politics/a/index.html");
    let (head, body) = page.split_once("</head>").expect("a head");
    assert!(!page.contains("<script>alert"), "{page}");
    assert!(head.contains("<title>&lt;/title&gt;&lt;script&gt;alert(1)"), "{head}");
    assert!(body.contains("&lt;/title&gt;&lt;script&gt;alert(1)"), "{body}");
    assert!(newsroom.json("data/en/politics/latest.json")["items"][0]["headlines"][0]["value"] == headline);
}

#[test]
fn lead_caption_name_and_address_of_tags_are_words_in_the_page_and_its_data() {
    let newsroom = Newsroom::new("hostile-texts");
    let hostile = |which: &str| format!("{which} </script><script>alert(1)</script><!--<script> \"'>");
    let address = "https://ann.example/?</script><script>alert(1)</script>\"'>";
    let [lead, caption, name] = ["Lead", "Caption", "Ann"].map(hostile);
    let article = |lead: &str, caption: &str, name: &str, address: &str| {
        newsroom.article("a", "/politics/a/", 1, |article| {
            article["descriptions"] = json!([{ "role": "lead", "value": lead }]);
            article["associations"] = json!([{ "type": "picture", "name": "lead",
                "descriptions": [{ "role": "caption", "value": caption }],
                "renditions": [{ "href": "/media/pier.svg", "width": 3, "height": 2 }] }]);
            article["x"]["credits"] = json!([{ "role": "writer", "name": name, "url": address }]);
        });
        assert_eq!(newsroom.press().status, Some(0));
        newsroom.read("politics/a/index.html")
    };
    newsroom.write("content/media/pier.svg", "<svg/>");
    let harmless = article("Lead", "Caption", "Ann", "https://ann.example/");
    let page = article(&lead, &caption, &name, address);
    for tag in ["<script", "</script", "<!--"] {
        assert_eq!(page.matches(tag).count(), harmless.matches(tag).count(), "{tag} in {page}");
    }
    let node = data(&page, "NewsArticle");
    assert_eq!((&node["description"], &node["author"][0]["name"]), (&json!(lead), &json!(name)), "{node}");
    let (_, document) =
        page.split_once("id=\"/politics/a/article.json\">").expect("the document in the page");
    let document: Value =
        serde_json::from_str(document.split("</script>").next().unwrap_or_default()).expect("JSON");
    let credit = &document["x"]["credits"][0];
    assert_eq!((&credit["name"], &credit["url"]), (&json!(name), &json!(address)));
    assert_eq!(document["descriptions"][0]["value"], json!(lead));
    assert_eq!(document["associations"][0]["descriptions"][0]["value"], json!(caption));
    assert!(
        page.contains("<figcaption") && page.contains("Caption &lt;/script&gt;&lt;script&gt;alert(1)"),
        "{page}"
    );
}

#[test]
fn what_editors_write_for_each_other_is_not_published() {
    let newsroom = Newsroom::new("notes");
    newsroom.article("a", "/politics/a/", 1, |article| {
        article["edNote"] = json!("Call the harbour master first");
        article["associations"] = json!([{ "type": "picture", "name": "pier", "ednote": "the harbour master's own",
            "descriptions": [
                { "role": "alt", "value": "A pier" }, { "role": "caption", "value": "It stands" },
                { "role": "creditline", "value": "Bo" }
            ],
            "renditions": [{ "href": "/media/pier.svg", "width": 3, "height": 2 }] }]);
        article["x"]["edNote"] = json!(["harbour master"]);
    });
    let file = newsroom.path("content/articles/a.json");
    let written = fs::read_to_string(&file).expect("it is there");
    let escaped = written.replacen("\"ednote\"", "\"\\u0065dnote\"", 1);
    assert_ne!(written, escaped);
    fs::write(&file, escaped).expect("it can be written");
    newsroom.write("content/media/pier.svg", "<svg/>");
    newsroom.press().is_clean();
    for file in
        ["politics/a/article.json", "politics/a/index.html", "data/en/latest.json", "index.html", "feed.json"]
    {
        assert!(!newsroom.read(file).contains("harbour master"), "{file}");
    }
    assert!(newsroom.read("politics/a/article.json").contains("\"headlines\""));
}

#[test]
fn what_editors_write_for_each_other_is_not_published_with_what_to_read_next() {
    let newsroom = Newsroom::new("notes-and-others");
    newsroom.article("b", "/politics/b/", 2, |_| {});
    newsroom.article("a", "/politics/a/", 1, |article| {
        article["ednote"] = json!("Call the harbour master first");
        article["x"]["edNote"] = json!("It was the harbour master");
        article["associations"] = json!([
            { "type": "text", "name": "b", "uri": "urn:harbour:b", "x": { "url": "/politics/b/" },
              "headlines": [{ "role": "main", "value": "Headline of b" }] },
            { "type": "picture", "name": "pier", "edNote": "The harbour master asked not to be named",
              "renditions": [{ "href": "/media/pier.svg", "width": 3, "height": 2 }] }
        ]);
    });
    newsroom.write("content/media/pier.svg", "<svg/>");
    newsroom.press().is_whole();
    for file in ["politics/a/article.json", "politics/a/index.html"] {
        let text = newsroom.read(file);
        assert!(
            text.contains("2024-05-02T08:00:00Z"),
            "{file} tells when the other one was published: {text}"
        );
        assert!(!text.contains("harbour master"), "{file}: {text}");
    }
}

/// The nodes of a page's structured data that are of this type.
fn data(page: &str, kind: &str) -> Value {
    let (_, data) = page.split_once("application/ld+json\">").expect("structured data");
    let data: Value = serde_json::from_str(data.split("</script>").next().unwrap_or_default()).expect("JSON");
    let nodes = data["@graph"].as_array().cloned().unwrap_or_else(|| vec![data.clone()]);
    nodes.into_iter().find(|node| node["@type"] == kind).expect("a node of this type")
}

#[test]
fn a_plain_byline_is_said_once_and_machines_get_the_name() {
    let newsroom = Newsroom::new("byline");
    newsroom
        .article("a", "/politics/a/", 1, |article| article["by"] = json!("By JOE SMITH, Associated Press"));
    newsroom.article("b", "/politics/b/", 2, |article| article["by"] = json!("The Associated Press"));
    newsroom.press().is_clean();
    let page = newsroom.read("politics/a/index.html");
    let (_, body) = page.split_once("<body>").expect("a body");
    let shown = body.split("<script").next().unwrap_or_default();
    assert_eq!(shown.matches("By JOE SMITH, Associated Press").count(), 1, "{shown}");
    assert_eq!(data(&page, "NewsArticle")["author"], json!([{ "@type": "Person", "name": "JOE SMITH" }]));
    assert!(page.contains("<meta name=\"author\" content=\"JOE SMITH\">"), "{page}");
    assert!(newsroom.read("feed.json").contains("\"JOE SMITH\""));
    let agency = data(&newsroom.read("politics/b/index.html"), "NewsArticle");
    assert_eq!(agency["author"][0]["@type"], "Organization");
}

#[test]
fn a_number_in_the_notice_is_shown_once_as_it_is_written_there() {
    let newsroom = Newsroom::new("notice");
    newsroom.site(|site| {
        site["notice"] = json!({ "text": "Ads +7(700) 388 81 09, any day", "telephone": "+77003888109" });
    });
    newsroom.press().is_clean();
    let page = newsroom.read("index.html");
    assert!(
        page.contains("Ads <a href=\"tel:+77003888109\" dir=\"ltr\">+7(700) 388 81 09</a>, any day"),
        "{}",
        &page[page.find("Ads ").unwrap_or(0)..][..200]
    );
}

/// The element of a page that has its breadcrumbs.
fn breadcrumbs_in(page: &str) -> &str {
    let crumbs = page.split("class=\"breadcrumbs").nth(1).and_then(|rest| rest.split("</nav>").next());
    crumbs.expect("breadcrumbs")
}

#[test]
fn a_step_of_the_way_on_another_host_leads_there_and_lists_nothing_here() {
    let newsroom = Newsroom::new("crumbs-elsewhere");
    newsroom.article("a", "/learn/a/", 1, |article| {
        article["x"]["sections"] = json!([
            { "name": "Learn", "url": "https://harbour.example/learn/" },
            { "name": "Sport", "url": "https://sport.example/politics/" }
        ]);
    });
    newsroom.press().is_clean();
    let page = newsroom.read("learn/a/index.html");
    let crumbs = breadcrumbs_in(&page);
    assert!(crumbs.contains("href=\"/learn/\""), "{crumbs}");
    assert!(crumbs.contains("href=\"https://sport.example/politics/\""), "{crumbs}");
    assert!(crumbs.contains("noopener") && crumbs.contains("foreign"), "{crumbs}");
    let steps = data(&page, "BreadcrumbList");
    assert_eq!(steps["itemListElement"][1]["item"], "https://sport.example/politics/");
    assert_eq!(newsroom.listed("data/en/politics/latest.json"), [""; 0]);
    assert_eq!(newsroom.listed("data/en/learn/latest.json"), ["/learn/a/"]);
}

#[test]
fn links_to_the_sites_own_host_lead_to_it_however_they_are_written() {
    let newsroom = Newsroom::new("own-host");
    newsroom.article("a", "/politics/a/", 1, |article| {
        article["bodies"][0]["value"] = json!(
            "<p><a href='https://harbour.example?x=1'>a</a> <a href='https://harbour.example#b'>b</a> \
             <a href='https://harbour.example/learn/'>c</a> <a href='https://harbour.example//other.example/'>d</a></p>"
        );
    });
    newsroom.press();
    let page = newsroom.read("politics/a/index.html");
    for href in ["/?x=1", "/#b", "/learn/", "https://harbour.example//other.example/"] {
        assert!(page.contains(&format!("<a href=\"{href}\">")), "{href}");
    }
}

#[test]
fn a_step_of_the_way_on_the_sites_own_host_leads_below_its_base_path_and_is_one_step_however_it_is_written() {
    let newsroom = Newsroom::new("crumbs-below-base");
    newsroom.site(|site| site["base_path"] = json!("/news/"));
    newsroom.article("a", "/politics/a/", 1, |article| {
        article["x"]["sections"] = json!([
            { "name": "Harbour", "url": "https://harbour.example/" },
            { "name": "Learn", "url": "https://harbour.example/news/learn/" },
            { "name": "Learn", "url": "/learn/" }
        ]);
    });
    newsroom.press().is_whole();
    let page = newsroom.read("politics/a/index.html");
    let crumbs = breadcrumbs_in(&page);
    assert!(crumbs.contains("href=\"/\"") && !crumbs.contains("news/news"), "{crumbs}");
    assert_eq!(crumbs.matches("href=\"/news/learn/\"").count(), 1, "{crumbs}");
    let steps = data(&page, "BreadcrumbList")["itemListElement"].clone();
    let steps: Vec<&str> =
        steps.as_array().expect("steps").iter().filter_map(|step| step["item"].as_str()).collect();
    let expected =
        ["", "news/learn/", "news/politics/a/"].map(|path| format!("https://harbour.example/{path}"));
    assert_eq!(steps, expected);
    assert_eq!(newsroom.listed("data/en/learn/latest.json"), ["/politics/a/"]);
}

#[test]
fn people_elsewhere_are_marked_as_every_other_link_that_leaves_the_site() {
    let newsroom = Newsroom::new("person-elsewhere");
    newsroom.article("a", "/politics/a/", 1, |article| {
        article["x"]["credits"] = json!([
            { "role": "writer", "name": "Ann", "url": "https://ann.example/", "picture": "/media/ann.png" },
            { "role": "writer", "name": "Bo" }
        ]);
    });
    newsroom.press().says(0, &["expected the file media/ann.png"]);
    newsroom.write("content/media/ann.png", "");
    newsroom.press();
    let page = newsroom.read("politics/a/index.html");
    let author = &data(&page, "NewsArticle")["author"][0];
    assert_eq!(author["image"], "https://harbour.example/media/ann.png", "{author}");
    let link = |name: &str| {
        let end = page.find(&format!(">{name}<")).expect("the name");
        page[page[..end].rfind("<a ").expect("a link")..end].to_owned()
    };
    let foreign = link("Ann");
    assert!(foreign.contains("class=\"person foreign\""), "{foreign}");
    assert!(foreign.contains("rel=\"author external noopener noreferrer\""), "{foreign}");
    assert!(link("Bo").contains("class=\"person\"") && link("Bo").contains("rel=\"author\""));
}

/// What `page` has from the first tag that begins with `start` up to the end of the first element called `name` from there.
fn part<'p>(page: &'p str, start: &str, name: &str) -> &'p str {
    let from = page.find(start).map(|at| &page[at..]).unwrap_or_else(|| panic!("{start} is in {page}"));
    let (part, _) = from.split_once(&format!("</{name}>")).expect("it ends");
    part
}

#[test]
fn the_words_of_an_article_in_another_language_say_so_wherever_they_stand() {
    let newsroom = Newsroom::new("another-language");
    let words = format!("<p>{}</p>", "الميناء مفتوح من جديد. ".repeat(300));
    newsroom.article("a", "/politics/a/", 1, |article| {
        article["language"] = json!("ar");
        article["bodies"][0]["value"] =
            json!(format!("<h2>أ</h2>{words}<h2>ب</h2>{words}<h2>ج</h2><p>Built in 1977.</p>"));
        article["x"]["corrections"] = json!([
            { "date": "2024-05-02T08:00:00Z", "text": "كان الاسم خاطئا" },
            { "date": "2024-05-02T08:00:00Z", "text": "كانت السنة خاطئة", "quote": "Built in 1977" }
        ]);
    });
    // The press remarks on the language.
    assert_eq!(newsroom.press().status, Some(0));
    let page = newsroom.read("politics/a/index.html");
    let is_arabic = |tag: &str| tag.contains("lang=\"ar\"") && tag.contains("dir=\"rtl\"");
    let contents = part(&page, "<nav class=\"contents\"", "nav");
    assert!(contents.contains("أ") && !is_arabic(part(contents, "<summary", "summary")), "{contents}");
    let (list, _) = part(contents, "<ol", "ol").split_once('>').expect("a tag");
    assert!(is_arabic(list), "{contents}");
    let corrections = part(&page, "<section class=\"corrections\"", "section");
    let (before, _) = corrections.split_once("كان الاسم خاطئا").expect("the correction");
    let (around, own) = before.rsplit_once('<').expect("a tag");
    assert!(is_arabic(own) && !is_arabic(around), "{corrections}");
    // Among the words of the article, it is the edition's that say so.
    let note = part(&page, "<p class=\"correction\"", "p");
    let (when, _) = part(note, "<strong", "strong").split_once('>').expect("a tag");
    assert!(when.contains("lang=\"en\"") && when.contains("dir=\"ltr\""), "{note}");
}
