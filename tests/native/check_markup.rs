//! What `broadsheet check` says of markup and pictures.

use std::fs;

use serde_json::json;

use crate::check_faults::{assert_found, at_place, newsroom, picture, png, report};

#[test]
fn every_piece_of_markup_that_goes_is_told_at_its_own_place() {
    let newsroom = newsroom("check-pieces");
    newsroom.article("a", "/politics/a/", 2, |article| {
        let body = "<p title=don't>ә</p>".to_owned() + &"<script>\"x\"</script>\n".repeat(25);
        article["bodies"][0]["value"] = json!(body);
    });
    let report = report(&newsroom);
    let findings = report["findings"].as_array().expect("findings");
    assert_eq!(findings.len(), 21, "{report:#}");
    let mut columns: Vec<u64> = findings.iter().filter_map(|finding| finding["column"].as_u64()).collect();
    let count = columns.len();
    columns.dedup();
    assert!(columns.len() == count && columns.is_sorted(), "{columns:?}");
    for finding in findings {
        assert!(at_place(&newsroom, finding).starts_with("<script>\\\"x\\\""), "{finding}");
        assert_eq!(finding["words"], "<script>");
    }
    let last = findings[20]["message"].as_str().expect("a message");
    assert!(last.contains("found 5 more in this text"), "{last}");
}

#[test]
fn headlines_leads_and_captions_are_looked_at_and_what_changes_a_look_alone_is_advice() {
    let newsroom = newsroom("check-texts");
    newsroom.article("a", "/politics/a/", 2, |article| {
        article["headlines"][0] =
            json!({ "role": "main", "contentType": "text/html", "value": "<b>Head</b><script>1</script>" });
        article["descriptions"] =
            json!([{ "role": "lead", "contentType": "text/html", "value": "<p onclick='x'>Lead</p>" }]);
        let mut lead = picture("quay.png", 640, 480);
        lead["descriptions"][1] =
            json!({ "role": "caption", "contentType": "text/html", "value": "<p>Noon<style>a</style></p>" });
        article["associations"] = json!([lead]);
        article["bodies"][0]["value"] = json!(
            "<p style='color: red'>a <font color=red>b</font> <marquee>c</marquee></p>\
             <p><math><msup><mi>x</mi><mn>2</mn></msup></math></p><form action='/a'>d</form>\
             <p><span style=\"font-weight: bold\">e</span></p>"
        );
        // What is shown as it is written loses nothing.
        let kicker = json!({ "role": "kicker", "contentType": "text/plain", "value": "<script>" });
        article["headlines"].as_array_mut().expect("a list").push(kicker);
    });
    let file = "articles/a.json";
    assert_found(
        &newsroom,
        &[
            (file, "markup-dropped", "<script>1"),
            (file, "markup-dropped", "onclick='x'"),
            (file, "markup-dropped", "<style>a"),
            (file, "look-dropped", "style='color: red'"),
            (file, "look-dropped", "<font color=red>"),
            (file, "look-dropped", "<marquee>"),
            (file, "markup-dropped", "<math>"),
            (file, "markup-dropped", "<form action='/a'>"),
        ],
    );
}

#[test]
fn a_headline_is_no_text_for_those_who_do_not_see_a_picture() {
    let newsroom = newsroom("check-alt");
    newsroom.article("a", "/politics/a/", 2, |article| {
        let mut lead = picture("quay.png", 640, 480);
        lead["headlines"] = json!([{ "value": "IMG_2031" }]);
        lead["descriptions"].as_array_mut().expect("a list").remove(0);
        article["associations"] = json!([lead]);
    });
    newsroom.article("b", "/politics/b/", 2, |article| {
        let mut lead = picture("quay.png", 640, 480);
        lead["headlines"] = json!([{ "value": "IMG_2031" }]);
        article["associations"] = json!([lead]);
    });
    assert_found(&newsroom, &[("articles/a.json", "alt-missing", "{")]);
}

#[test]
fn a_picture_far_larger_than_it_is_shown_is_told_with_what_to_add() {
    let newsroom = newsroom("check-large");
    for (file, width, height) in [("wide.png", 2400, 1200), ("small.png", 960, 480)] {
        fs::write(newsroom.path("content/media").join(file), png(width, height)).expect("written");
    }
    let mut heavy = png(1200, 600);
    heavy.resize(3_400_000, 0);
    fs::write(newsroom.path("content/media/heavy.png"), heavy).expect("written");
    let both = |article: &mut serde_json::Value| {
        let mut lead = picture("wide.png", 2400, 1200);
        let small = picture("small.png", 960, 480)["renditions"][0].clone();
        lead["renditions"].as_array_mut().expect("a list").push(small);
        article["associations"] = json!([lead]);
    };
    newsroom.article("a", "/politics/a/", 2, |article| {
        article["associations"] = json!([picture("wide.png", 2400, 1200), picture("heavy.png", 1200, 600)]);
    });
    newsroom.article("b", "/politics/b/", 2, both);
    assert_found(
        &newsroom,
        &[
            ("articles/a.json", "picture-oversized", "\"/media/wide.png\""),
            ("articles/a.json", "picture-oversized", "\"/media/heavy.png\""),
        ],
    );
    let said = newsroom.check(&[]).summary;
    assert!(said.contains("found media/heavy.png with 3.4 MB") && said.contains("960"), "{said}");
}

#[test]
fn the_size_that_is_stated_of_a_file_to_download_is_true() {
    let newsroom = newsroom("check-downloads");
    for (file, size) in [("plan.pdf", 340_000), ("table.csv", 1_250_000), ("list.csv", 900)] {
        fs::write(newsroom.path("content/media").join(file), vec![b'x'; size]).expect("written");
    }
    newsroom.article("a", "/politics/a/", 2, |article| {
        let card = |file: &str, size: &str| {
            format!("<div class='wp-block-file'{size}><a href='/media/{file}'>It</a></div>")
        };
        let [plan, table, list] =
            [("plan.pdf", " data-size='332 KiB'"), ("table.csv", " data-size='3 MB'"), ("list.csv", "")]
                .map(|(file, size)| card(file, size));
        article["bodies"][0]["value"] = json!(format!("{plan}{table}{list}"));
    });
    assert_found(&newsroom, &[("articles/a.json", "file-size-wrong", "/media/table.csv")]);
    let said = newsroom.check(&[]).summary;
    assert!(said.contains("1.2 MB, found 3.0 MB") && said.contains("data-size=\"1.2 MB\""), "{said}");
}
