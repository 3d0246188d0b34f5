//! Readers are told how large a file is without its article saying so.

use serde_json::json;

use crate::press_newsroom::Newsroom;

const CARDS: &str = "<div class='wp-block-file'><a href='/media/plan.pdf'>The plan</a></div>\
    <div class='kg-file-card'><a class='kg-file-card-container' href='https://harbour.example/media/list.csv?v=2'>\
    <div class='kg-file-card-title'>The list</div></a></div>\
    <div class='wp-block-file' data-size='2 MB'><a href='/media/film.zip'>The film</a></div>\
    <div class='wp-block-file'><a href='https://elsewhere.example/media/plan.pdf'>Another</a></div>";

fn newsroom(name: &str) -> Newsroom {
    let newsroom = Newsroom::new(name);
    newsroom.write("content/media/plan.pdf", &"x".repeat(340_000));
    newsroom.write("content/media/list.csv", &"x".repeat(900));
    newsroom.write("content/media/film.zip", &"x".repeat(2_000_000));
    newsroom.article("a", "/politics/a/", 2, |article| article["bodies"][0]["value"] = json!(CARDS));
    newsroom
}

/// The sizes that a page shows, in their order.
fn shown(page: &str) -> Vec<String> {
    let sizes = page.split("class=\"file-size\">").skip(1);
    sizes.map(|rest| rest.split('<').next().unwrap_or_default().replace('\u{a0}', " ")).collect()
}

#[test]
fn pages_and_documents_tell_the_size_of_files_that_the_newsroom_has() {
    let newsroom = newsroom("file-sizes");
    newsroom.press().is_clean();
    assert_eq!(shown(&newsroom.read("politics/a/index.html")), ["340 kB", "900 B", "2 MB"]);
    // What the browser draws the page from says the same.
    let document = newsroom.json("politics/a/article.json");
    let markup = document["bodies"][0]["value"].as_str().expect("markup");
    assert!(markup.contains("<a data-size=\"340000\" href='/media/plan.pdf'>"), "{markup}");
    assert_eq!(markup.matches("data-size").count(), 3, "{markup}");
    assert!(newsroom.read("feed.xml").contains("340"), "feeds tell it too");
}

#[test]
fn a_file_that_grows_is_told_anew_and_one_that_does_not_changes_nothing() {
    let newsroom = newsroom("file-sizes-again");
    newsroom.article("b", "/politics/b/", 3, |article| {
        article["bodies"][0]["value"] = json!(CARDS);
        let related =
            json!({ "type": "text", "headlines": [{ "value": "A" }], "x": { "url": "/politics/a/" } });
        article["associations"] = json!([related]);
    });
    newsroom.press().is_whole();
    let before = newsroom.tree("out");
    newsroom.press().is_whole();
    assert_eq!(newsroom.tree("out"), before);
    newsroom.write("content/media/plan.pdf", &"x".repeat(450_000));
    newsroom.press().is_whole();
    for page in ["politics/a/index.html", "politics/b/index.html"] {
        assert_eq!(shown(&newsroom.read(page)), ["450 kB", "900 B", "2 MB"], "{page}");
    }
}

#[test]
fn faults_of_an_article_that_offers_files_are_told_at_their_places() {
    let newsroom = newsroom("file-sizes-places");
    newsroom.article("b", "/politics/a/", 3, |article| article["bodies"][0]["value"] = json!(CARDS));
    newsroom.article("c", "/politics/c/", 3, |article| {
        article["uri"] = json!("urn:harbour:a");
        article["bodies"][0]["value"] = json!(CARDS);
    });
    let place = |name: &str, field: &str| {
        let file = format!("content/articles/{name}.json");
        let text = std::fs::read_to_string(newsroom.path(&file)).expect("the article");
        let name = format!("\"{field}\": ");
        let line = text.lines().position(|line| line.contains(&name)).expect("the field");
        let column =
            text.lines().nth(line).and_then(|line| line.find(&name)).expect("the field") + name.len();
        assert!(line > 0, "the text of the file has lines");
        format!("{file}:{}:{}: ", line + 1, column + 1)
    };
    newsroom.press().says(1, &[&place("b", "url"), &place("c", "uri")]);
}
