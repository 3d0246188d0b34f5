//! What an article page is made from: what is shown once, and what may be shown at all.

use broadsheet::model::{Article, Availability, Block, Instant, plain_text_of_blocks};
use broadsheet::source::ninjs::read_article;

fn article(more: &str) -> Article {
    let document = format!(
        r#"{{"uri": "urn:test:1", "headlines": [{{"value": "The bridge opens"}}],
            "descriptions": [{{"role": "lead", "value": "Cars cross the river again."}}], {more}}}"#
    );
    read_article(&document).expect("a document of ours").value
}

fn body(html: &str) -> String {
    format!(r#""bodies": [{{"contentType": "text/html", "value": "{html}"}}]"#)
}

#[test]
fn a_first_paragraph_that_repeats_the_lead_is_shown_once() {
    let repeated = article(&body("<p>Cars  cross the <b>river</b> again.</p><p>It took a year.</p>"));
    assert_eq!(plain_text_of_blocks(&repeated.body_below_head()), "It took a year.\n");
    let longer = article(&body("<p>Cars cross the river again. At last.</p>"));
    assert_eq!(longer.body_below_head(), longer.body, "only a word-for-word repetition goes");
}

#[test]
fn headline_and_lead_are_shown_once_after_a_picture_and_in_another_language_too() {
    let shown = |html: &str| plain_text_of_blocks(&article(&body(html)).body_below_head());
    let picture = "<figure><img src='/media/river.webp' alt='The river'></figure>";
    let lead = "<p>Cars cross the river again.</p>";
    let rest = "<p>It took a year.</p>";
    assert!(!shown(&format!("{picture}{lead}{rest}")).contains("Cars"));
    assert!(shown(&format!("{picture}{lead}{rest}")).contains("It took a year."));
    assert_eq!(shown(&format!("<h1>The  bridge opens</h1>{lead}{rest}")), "It took a year.\n");
    assert_eq!(shown(&format!("<div lang='kk'>{lead}{rest}</div>")), "It took a year.\n");
    assert_eq!(shown(&format!("<div lang='kk'>{lead}</div>{rest}")), "It took a year.\n");
    // What comes later, or says something else, stays.
    assert!(shown(&format!("<h2>How it went</h2>{lead}{rest}")).contains("Cars"));
    assert!(shown(&format!("{rest}{lead}")).contains("Cars"));
    assert!(shown(&format!("{lead}<h2>The bridge opens</h2>{rest}")).contains("The bridge opens"));
}

#[test]
fn a_lead_picture_that_stands_in_the_text_too_is_shown_once() {
    let picture = |name: &str| {
        format!(
            r#"{{"name": "{name}", "type": "picture",
                "renditions": [{{"name": "w", "href": "/media/{name}.webp", "width": 960, "height": 540}}]}}"#
        )
    };
    let markup = "<p>Text.</p><figure><img data-assoc-ref='bridge'></figure><figure><img data-assoc-ref='river'></figure>";
    let associations = format!(r#", "associations": [{}, {}]"#, picture("bridge"), picture("river"));
    let article = article(&(body(markup) + associations.as_str()));
    let drawn: Vec<String> = article
        .body_below_head()
        .iter()
        .filter_map(|block| match block {
            Block::Figure(figure) => figure.picture.widest().map(|file| file.address.to_string()),
            _ => None,
        })
        .collect();
    assert!(article.summary.picture.is_some());
    assert_eq!(drawn, ["/media/river.webp"]);
}

#[test]
fn a_picture_in_the_text_that_says_more_than_the_lead_picture_stays() {
    let picture = r#""associations": [{"name": "bridge", "type": "picture",
        "renditions": [{"name": "w", "href": "/media/bridge.webp", "width": 960, "height": 540}]}]"#;
    let markup =
        "<p>Text.</p><figure><img data-assoc-ref='bridge'><figcaption>At dawn.</figcaption></figure>";
    let article = article(&format!("{}, {picture}", body(markup)));
    assert!(plain_text_of_blocks(&article.body_below_head()).contains("At dawn."));
}

#[test]
fn embargo_expiry_and_withdrawal_keep_an_article_from_readers() {
    let now = Instant::from_unix_seconds(1_700_000_000);
    let (before, after) = ("2020-01-01T00:00:00Z", "2030-01-01T00:00:00Z");
    let availability = |more: &str| article(more).availability(now);
    assert_eq!(availability(r#""pubStatus": "usable""#), Availability::Published);
    assert!(matches!(availability(&format!(r#""embargoedUntil": "{after}""#)), Availability::Embargoed(_)));
    assert_eq!(availability(&format!(r#""embargoed": "{before}""#)), Availability::Published);
    assert_eq!(availability(&format!(r#""expires": "{before}""#)), Availability::Withdrawn);
    let announcement = r#"{"uri": "urn:test:2", "embargoedUntil": "2020-01-01T00:00:00Z"}"#;
    let announcement = read_article(announcement).expect("a note of the press").value;
    assert_eq!(announcement.availability(now), Availability::AboutToAppear);
    assert_eq!(availability(r#""pubStatus": "withheld""#), Availability::Withdrawn);
    assert_eq!(availability(r#""pubstatus": "canceled""#), Availability::Withdrawn);
}
